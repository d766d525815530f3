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

namespace mod_leerlandschap\local;

use cm_info;
use context_module;
use mod_leerlandschap\local\actions\open_actions;
use moodle_url;
use stdClass;

/**
 * The messages of this activity, each in the language of whoever gets it. None names who wrote or answered something.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class messenger {
    /**
     * A messenger.
     *
     * @param cm_info $cm the course module
     * @param int $groupid the group whose room the messages lead to, 0 without groups
     */
    public function __construct(
        /** @var cm_info the course module */
        private readonly cm_info $cm,
        /** @var int the group whose room the messages lead to, 0 without groups */
        private readonly int $groupid,
    ) {
    }

    /**
     * Tells somebody that an action is theirs.
     *
     * @param stdClass $user row of user
     * @param stdClass $action row of leerlandschap_action with fields
     */
    public function assigned(stdClass $user, stdClass $action): void {
        $this->send('action_assigned', $user, $this->about($action), $action->due ? '' : 'nodate');
    }

    /**
     * Reminds somebody of an action of theirs.
     *
     * @param stdClass $user row of user
     * @param stdClass $action row of leerlandschap_action with fields
     */
    public function due(stdClass $user, stdClass $action): void {
        $this->send('action_due', $user, $this->about($action));
    }

    /**
     * Tells somebody that the next meeting of their group has begun.
     *
     * @param stdClass $user row of user
     * @param int $number its number
     */
    public function started(stdClass $user, int $number): void {
        $this->send('meeting_started', $user, fn(): array => ['number' => $number]);
    }

    /**
     * What a message says about an action.
     *
     * @param stdClass $action row of leerlandschap_action with fields
     * @return callable values by name, in the language that is current then
     */
    private function about(stdClass $action): callable {
        return fn(stdClass $user): array => [
            'what' => open_actions::text($action),
            'day' => $action->due
                ? userdate($action->due, get_string('strftimedaydate', 'langconfig'), \core_date::get_user_timezone($user), false)
                : '',
        ];
    }

    /**
     * Sends a message.
     *
     * @param string $name name of its provider
     * @param stdClass $user row of user
     * @param callable $values what it says, by name, from the user
     * @param string $variant other wording of the text, '' for the usual one
     */
    private function send(string $name, stdClass $user, callable $values, string $variant = ''): void {
        $course = $this->cm->get_course();
        $lang = language::of_user($user, $course);
        $message = language::in($lang, fn(): \core\message\message => $this->message($name, $values($user), $variant));
        $message->userto = $user;
        message_send($message);
    }

    /**
     * A message in the current language.
     *
     * @param string $name name of its provider
     * @param array $values what it says, by name
     * @param string $variant other wording of the text, '' for the usual one
     * @return \core\message\message
     */
    private function message(string $name, array $values, string $variant): \core\message\message {
        $plain = ['context' => context_module::instance($this->cm->id), 'escape' => false];
        $values += [
            'activity' => format_string($this->cm->name, true, $plain),
            'course' => format_string($this->cm->get_course()->fullname, true, $plain),
        ];
        $url = new moodle_url('/mod/leerlandschap/view.php', ['id' => $this->cm->id]
            + ($this->groupid ? ['group' => $this->groupid] : []));
        return notification_message::of(
            $name,
            (int) $this->cm->course,
            get_string("message:$name:subject", 'mod_leerlandschap', $values),
            [get_string("message:$name:text$variant", 'mod_leerlandschap', $values)],
            $url,
            $values['activity'],
            (int) $this->cm->id
        );
    }
}
