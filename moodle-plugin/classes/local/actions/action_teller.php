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

namespace mod_leerlandschap\local\actions;

use mod_leerlandschap\local\audience;
use mod_leerlandschap\local\clock_time;
use mod_leerlandschap\local\messenger;
use mod_leerlandschap\local\one_by_one;
use stdClass;

/**
 * Tells people about open actions of theirs, as long as they can see them.
 *
 * Each message is claimed before it is sent: what breaks off in between is lost, and never sent twice.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class action_teller {
    use one_by_one;

    /** How many days before its day somebody is reminded of an action, where the administrator has not said. */
    public const DAYS_BEFORE = 1;

    /** Setting that switches reminders off. */
    public const NEVER = -1;

    /**
     * Tells people which actions have become theirs.
     */
    public static function assigned(): void {
        self::tell(
            open_actions::to_tell('a.told = 0'),
            fn(stdClass $action): bool => open_actions::claim($action, 'told', 1),
            fn(messenger $messenger, stdClass $user, stdClass $action) => $messenger->assigned($user, $action)
        );
    }

    /**
     * Reminds people of actions whose day is near, once for each day that an action was put on.
     */
    public static function due(): void {
        $setting = get_config('leerlandschap', 'reminddays');
        $days = $setting === false ? self::DAYS_BEFORE : (int) $setting;
        if ($days === self::NEVER) {
            return;
        }
        $now = clock_time::seconds();
        self::tell(
            open_actions::to_tell(
                'a.due > ? AND a.due < ? AND a.reminded <> a.due',
                // An action is due at the end of its day.
                [$now, $now + ($days + 1) * DAYSECS]
            ),
            fn(stdClass $action): bool => open_actions::claim($action, 'reminded', (int) $action->due),
            fn(messenger $messenger, stdClass $user, stdClass $action) => $messenger->due($user, $action)
        );
    }

    /**
     * Tells the owners of actions something. Those who cannot see them now are not told later either.
     *
     * @param stdClass[] $actions as open_actions::to_tell has them
     * @param callable $claim whether it is for this process to tell of an action
     * @param callable $send sends the message
     */
    private static function tell(array $actions, callable $claim, callable $send): void {
        $rooms = [];
        foreach ($actions as $action) {
            $id = "$action->leerlandschapid/$action->groupid";
            $rooms[$id] ??= (object) ['id' => $id, 'actions' => []];
            $rooms[$id]->actions[] = $action;
        }
        $work = fn(stdClass $room) => self::tell_room($room->actions, $claim, $send);
        self::for_each($rooms, $work, 'told of their actions', 'Room');
    }

    /**
     * Tells the owners of the actions of a room something.
     *
     * @param stdClass[] $actions as open_actions::to_tell has them
     * @param callable $claim whether it is for this process to tell of an action
     * @param callable $send sends the message
     */
    private static function tell_room(array $actions, callable $claim, callable $send): void {
        [$first] = $actions;
        $cm = get_fast_modinfo($first->course)->get_instances_of('leerlandschap')[$first->leerlandschapid] ?? null;
        $owners = array_unique(array_map(fn(stdClass $action): int => (int) $action->userid, $actions));
        $users = $cm ? audience::of($cm, (int) $first->groupid, $owners) : [];
        $messenger = $cm ? new messenger($cm, (int) $first->groupid) : null;
        self::for_each($actions, function (stdClass $action) use ($users, $messenger, $claim, $send): void {
            $user = $users[$action->userid] ?? null;
            if ($claim($action) && $user) {
                $send($messenger, $user, $action);
            }
        }, 'told of', 'Action');
    }
}
