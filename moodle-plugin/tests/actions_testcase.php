<?php
// This file is part of Moodle - https://moodle.org/
//
// Moodle is free software: you can redistribute it and/or modify
// it under the terms of the GNU General Public License as published by
// the Free Software Foundation, either version 3 of the License, or
// (at your option) any later version.
//
// Moodle is distributed in the hope that it will be useful,
// but WITHOUT ANY WARRANTY; without even the implied warranty of
// MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE.  See the
// GNU General Public License for more details.
//
// You should have received a copy of the GNU General Public License
// along with Moodle.  If not, see <https://www.gnu.org/licenses/>.

namespace mod_leerlandschap;

defined('MOODLE_INTERNAL') || die();

require_once(__DIR__ . '/meeting_testcase.php');

use mod_leerlandschap\task\follow_actions;
use stdClass;

/**
 * A meeting in which people write actions.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
abstract class actions_testcase extends meeting_testcase {
    /** Noon of a day, UTC; tests run in Australia. */
    protected const NOW = 1763726400;

    /** An action that the tests write. */
    protected const ACTION = '00000000-0000-4000-8000-000000000001';

    /**
     * Writes an action, or writes it anew.
     *
     * @param stdClass $writer who writes
     * @param stdClass|null $owner who is to do it
     * @param array $fields other fields
     * @param string $id id of the action
     * @param int $groupid the group
     */
    protected function write(
        stdClass $writer,
        ?stdClass $owner,
        array $fields = [],
        string $id = self::ACTION,
        int $groupid = 0
    ): void {
        $room = $this->read($writer, $groupid)['room'];
        $known = array_column($room['contributions'], null, 'id')[$id] ?? null;
        $this->run_as($writer, [
            'type' => 'save',
            'id' => $id,
            'step' => 'vervolgacties',
            'kind' => 'action',
            'base' => $known['revision'] ?? null,
            'fields' => $fields + [
                'what' => 'Proef met <één> klas',
                'who_person' => $owner?->id,
                'who_text' => $owner ? '' : 'Iemand',
                'when' => '2025-11-24',
                'status' => 'open',
            ],
        ], $groupid);
    }

    /**
     * Runs the task that follows actions, as cron does.
     *
     * @return stdClass[] the messages that were sent
     */
    protected function follow(): array {
        return $this->messages_of(fn() => \core\task\manager::get_scheduled_task(follow_actions::class)->execute());
    }

    /**
     * What is sent while cron does something.
     *
     * @param callable $what what it does
     * @return stdClass[] messages
     */
    protected function messages_of(callable $what): array {
        $this->setAdminUser();
        $sink = $this->redirectMessages();
        try {
            $what();
            return array_values($sink->get_messages());
        } finally {
            $sink->close();
        }
    }

    /**
     * What stands of actions in somebody's calendar, and where it leads them, as core shows them.
     *
     * @param stdClass $user the user
     * @return array[] text and address each
     */
    protected function timeline(stdClass $user): array {
        $this->setUser($user);
        \core_calendar\local\event\container::reset_caches();
        $events = \core_calendar\local\api::get_action_events_by_timesort(self::NOW - YEARSECS);
        $own = array_filter($events, fn($event): bool => $event->get_type() === 'actiondue');
        return array_values(array_map(
            fn($event): array => [$event->get_description()->get_value(), $event->get_action()->get_url()->out(false)],
            $own
        ));
    }
}
