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

namespace mod_leerlandschap\task;

use mod_leerlandschap\event\result_revealed;

/**
 * Tells the logs what happened in a meeting without anybody's command.
 *
 * Told in the request in which it happened, the log would have the address and the second of whoever sent that
 * request: of who answered last, where a round reveals itself.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class tell_event extends \core\task\adhoc_task {
    /** What can happen by itself: class of the event by name. */
    private const EVENTS = ['result_revealed' => result_revealed::class];

    /**
     * The task for an event.
     *
     * @param string $name name of the event, one of EVENTS
     * @param int $cmid course module of the activity
     * @param int $meetingid the meeting
     * @param array $other what the event tells
     * @return self
     */
    public static function of(string $name, int $cmid, int $meetingid, array $other): self {
        $task = new self();
        $task->set_component('mod_leerlandschap');
        $task->set_custom_data(['name' => $name, 'cmid' => $cmid, 'meetingid' => $meetingid, 'other' => $other]);
        return $task;
    }

    #[\Override]
    public function get_name() {
        return get_string('tasktellevent', 'mod_leerlandschap');
    }

    #[\Override]
    public function execute() {
        $data = $this->get_custom_data();
        $context = \context_module::instance($data->cmid, IGNORE_MISSING);
        if ($context) {
            (self::EVENTS[$data->name])::create([
                'objectid' => $data->meetingid,
                'context' => $context,
                'userid' => 0,
                'other' => (array) $data->other,
            ])->trigger();
        }
    }
}
