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

use mod_leerlandschap\completion\custom_completion;
use mod_leerlandschap\task\announce_progress;
use stdClass;

/**
 * Tells gradebook and completion that participants have taken part in more steps.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class announcer {
    /** For how many participants that is done at once; for more, a facilitator would wait for it. */
    public const MOST_AT_ONCE = 40;

    /** After how many seconds cron does what a request could not do at once. */
    private const GRACE = 2 * MINSECS;

    /**
     * Tells it now.
     *
     * @param stdClass $instance row of leerlandschap
     * @param stdClass|\cm_info $cm the course module
     * @param int[] $userids the participants, in the order in which logs may show them
     */
    public static function now(stdClass $instance, stdClass|\cm_info $cm, array $userids): void {
        global $CFG;
        require_once($CFG->libdir . '/completionlib.php');

        // Whoever was erased meanwhile gets no empty grade.
        grader::update_users($instance, $userids, false);
        $rules = array_filter(custom_completion::RULES, fn(string $rule): bool => !empty($instance->$rule));
        $completion = $rules ? new \completion_info(get_course($instance->course)) : null;
        if ($completion?->is_enabled($cm)) {
            foreach ($userids as $userid) {
                $completion->update_state($cm, COMPLETION_COMPLETE, $userid);
            }
        }
    }

    /**
     * Leaves it to the next run of cron.
     *
     * @param stdClass $instance row of leerlandschap
     * @param int[] $userids the participants, in the order in which logs may show them
     */
    public static function later(stdClass $instance, array $userids): void {
        \core\task\manager::queue_adhoc_task(announce_progress::of($instance, $userids));
    }

    /**
     * Promises it with the progress, in the same transaction: whatever comes of this request, it is told.
     *
     * @param stdClass $instance row of leerlandschap
     * @param int[] $userids the participants, in the order in which logs may show them
     * @return int the promise, for keep
     */
    public static function promise(stdClass $instance, array $userids): int {
        $task = announce_progress::of($instance, $userids);
        $task->set_next_run_time(\core\di::get(\core\clock::class)->time() + self::GRACE);
        return (int) \core\task\manager::queue_adhoc_task($task);
    }

    /**
     * Tells now what was promised, so that cron need not.
     *
     * @param int $promise what promise returned
     * @param stdClass $instance row of leerlandschap
     * @param stdClass|\cm_info $cm the course module
     * @param int[] $userids the participants, in the order in which logs may show them
     */
    public static function keep(int $promise, stdClass $instance, stdClass|\cm_info $cm, array $userids): void {
        global $DB;

        self::now($instance, $cm, $userids);
        // Cron may be telling it at this moment; told twice it is the same.
        $DB->delete_records('task_adhoc', ['id' => $promise]);
    }
}
