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

namespace mod_leerlandschap\privacy;

use context;
use core_privacy\local\request\contextlist;
use core_privacy\local\request\transform;
use core_privacy\local\request\userlist;
use core_privacy\local\request\writer;

/**
 * Who edited the exercise of an activity. The exercise itself is the course's and stays.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class editors {
    /**
     * Adds the activities whose exercise a user edited last.
     *
     * @param contextlist $contexts to be filled
     * @param int $userid the user
     */
    public static function add_contexts(contextlist $contexts, int $userid): void {
        $contexts->add_from_sql(
            "SELECT ctx.id
               FROM {context} ctx
               JOIN {course_modules} cm ON cm.id = ctx.instanceid AND ctx.contextlevel = :level
               JOIN {modules} mo ON mo.id = cm.module AND mo.name = :modname
               JOIN {leerlandschap_exercise} e ON e.leerlandschapid = cm.instance
              WHERE e.usermodified = :userid",
            ['level' => CONTEXT_MODULE, 'modname' => 'leerlandschap', 'userid' => $userid]
        );
    }

    /**
     * Adds the user who edited the exercise of an activity last.
     *
     * @param userlist $userlist with the context; to be filled
     */
    public static function add_users(userlist $userlist): void {
        $userlist->add_from_sql(
            'usermodified',
            "SELECT e.usermodified
               FROM {course_modules} cm
               JOIN {modules} mo ON mo.id = cm.module AND mo.name = :modname
               JOIN {leerlandschap_exercise} e ON e.leerlandschapid = cm.instance
              WHERE cm.id = :cmid AND e.usermodified IS NOT NULL",
            ['modname' => 'leerlandschap', 'cmid' => $userlist->get_context()->instanceid]
        );
    }

    /**
     * Exports that a user edited an exercise.
     *
     * @param context $context context of the activity
     * @param int $instanceid the activity
     * @param int $userid the user
     */
    public static function export(context $context, int $instanceid, int $userid): void {
        global $DB;

        $row = $DB->get_record('leerlandschap_exercise', ['leerlandschapid' => $instanceid, 'usermodified' => $userid]);
        if ($row) {
            writer::with_context($context)->export_data(
                [get_string('privacy:path:exercise', 'mod_leerlandschap')],
                (object) ['usermodified' => transform::user($userid), 'timemodified' => transform::datetime($row->timemodified)]
            );
        }
    }

    /**
     * Forgets who edited an exercise.
     *
     * @param int $instanceid the activity
     * @param int[]|null $userids only these users; null for everybody
     */
    public static function forget(int $instanceid, ?array $userids = null): void {
        global $DB;

        $where = 'leerlandschapid = ?';
        $params = [$instanceid];
        if ($userids !== null) {
            [$users, $ids] = $DB->get_in_or_equal($userids, SQL_PARAMS_QM, '', true, 0);
            $where .= " AND usermodified $users";
            $params = [...$params, ...$ids];
        }
        $DB->set_field_select('leerlandschap_exercise', 'usermodified', null, $where, $params);
    }
}
