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
use context_module;
use core_privacy\local\metadata\collection;
use core_privacy\local\request\approved_contextlist;
use core_privacy\local\request\approved_userlist;
use core_privacy\local\request\contextlist;
use core_privacy\local\request\core_userlist_provider;
use core_privacy\local\request\plugin\provider as plugin_provider;
use core_privacy\local\request\userlist;
use mod_leerlandschap\local\eraser;

/**
 * What is kept about people, where it is, and how they get it or have it erased.
 *
 * Answers in hidden meetings carry no user. While such a meeting is open, the answers of a user
 * are found through the meeting's secret; once it is closed, nobody can link them.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class provider implements \core_privacy\local\metadata\provider, core_userlist_provider, plugin_provider {
    /** Table => columns about people; each has a string privacy:metadata:… that explains it. */
    private const COLUMNS = [
        'presence' => ['userid', 'present', 'timejoined'],
        'progress' => ['userid', 'step', 'timedone'],
        'pending' => ['partkey', 'step'],
        'answer' => ['userid', 'voterkey', 'step', 'subject', 'round', 'value', 'choices', 'content', 'reason'],
        'locked' => ['voterkey', 'step', 'round'],
        'consent' => ['voterkey', 'agrees'],
        'contrib' => ['authorid', 'authorkey', 'audience', 'kind', 'step', 'fields'],
        'meeting' => ['chairid'],
        'round' => ['results'],
        'sharing' => ['lesson', 'snapshot'],
        'action' => ['userid', 'due', 'told', 'reminded'],
        'exercise' => ['usermodified', 'timemodified'],
    ];

    /** Where users stand, as alias.column => table with its alias and how it hangs on the meeting m. */
    private const USERS = [
        'p.userid' => '{leerlandschap_presence} p ON p.meetingid = m.id',
        'g.userid' => '{leerlandschap_progress} g ON g.meetingid = m.id',
        'a.userid' => '{leerlandschap_answer} a ON a.meetingid = m.id',
        'c.authorid' => '{leerlandschap_contrib} c ON c.meetingid = m.id',
        't.userid' => '{leerlandschap_action} t ON t.meetingid = m.id',
        'h.chairid' => '{leerlandschap_meeting} h ON h.id = m.id',
    ];

    /**
     * What is kept.
     *
     * @param collection $collection to be filled
     * @return collection the same
     */
    public static function get_metadata(collection $collection): collection {
        foreach (self::COLUMNS as $table => $columns) {
            $explained = [];
            foreach ($columns as $column) {
                $explained[$column] = "privacy:metadata:$table:$column";
            }
            $collection->add_database_table("leerlandschap_$table", $explained, "privacy:metadata:$table");
        }
        foreach (['core_calendar', 'core_grades', 'core_message'] as $subsystem) {
            $collection->add_subsystem_link($subsystem, [], "privacy:metadata:$subsystem");
        }
        return $collection;
    }

    /**
     * Activities that keep something about a user.
     *
     * @param int $userid the user
     * @return contextlist
     */
    public static function get_contexts_for_userid(int $userid): contextlist {
        global $DB;

        $contexts = new contextlist();
        foreach (self::USERS as $column => $join) {
            $contexts->add_from_sql(self::contexts_sql($join, "$column = :userid"), self::parameters(['userid' => $userid]));
        }
        $like = $DB->sql_like('c.fields', ':owner');
        foreach (owner::FIELDS as $kind => $field) {
            $pattern = '%' . $DB->sql_like_escape(owner::pattern($field, $userid)) . '%';
            $contexts->add_from_sql(
                self::contexts_sql('{leerlandschap_contrib} c ON c.meetingid = m.id', "c.kind = :kind AND $like"),
                self::parameters(['kind' => $kind, 'owner' => $pattern])
            );
        }
        editors::add_contexts($contexts, $userid);
        return $contexts;
    }

    /**
     * Users about whom an activity keeps something.
     *
     * @param userlist $userlist with the context; to be filled
     */
    public static function get_users_in_context(userlist $userlist): void {
        global $DB;

        $context = $userlist->get_context();
        if (!$context instanceof context_module) {
            return;
        }
        foreach (self::USERS as $column => $join) {
            $sql = "SELECT $column AS userid
                      FROM {course_modules} cm
                      JOIN {modules} mo ON mo.id = cm.module AND mo.name = :modname
                      JOIN {leerlandschap_meeting} m ON m.leerlandschapid = cm.instance
                      JOIN $join
                     WHERE cm.id = :cmid AND $column IS NOT NULL";
            $userlist->add_from_sql('userid', $sql, ['modname' => 'leerlandschap', 'cmid' => $context->instanceid]);
        }
        $actions = $DB->get_fieldset_sql(
            "SELECT c.fields
               FROM {course_modules} cm
               JOIN {modules} mo ON mo.id = cm.module AND mo.name = :modname
               JOIN {leerlandschap_meeting} m ON m.leerlandschapid = cm.instance
               JOIN {leerlandschap_contrib} c ON c.meetingid = m.id
              WHERE cm.id = :cmid AND c.kind IN ('action', 'goal')",
            ['modname' => 'leerlandschap', 'cmid' => $context->instanceid]
        );
        $userlist->add_users(array_filter(array_unique(array_map([owner::class, 'of'], $actions))));
        editors::add_users($userlist);
    }

    /**
     * Exports what is kept about a user.
     *
     * @param approved_contextlist $contextlist the user and the contexts
     */
    public static function export_user_data(approved_contextlist $contextlist): void {
        foreach ($contextlist->get_contexts() as $context) {
            if (self::instanceid($context)) {
                (new exporter($contextlist->get_user(), $context))->export(self::instanceid($context));
                editors::export($context, self::instanceid($context), (int) $contextlist->get_user()->id);
            }
        }
    }

    /**
     * Erases what an activity keeps about everybody.
     *
     * @param context $context the context
     */
    public static function delete_data_for_all_users_in_context(context $context): void {
        $instanceid = self::instanceid($context);
        if ($instanceid) {
            eraser::delete_meetings($instanceid);
            editors::forget($instanceid);
        }
    }

    /**
     * Erases what is kept about one user.
     *
     * @param approved_contextlist $contextlist the user and the contexts
     */
    public static function delete_data_for_user(approved_contextlist $contextlist): void {
        foreach ($contextlist->get_contexts() as $context) {
            $instanceid = self::instanceid($context);
            if ($instanceid) {
                forgetter::forget($instanceid, (int) $contextlist->get_user()->id);
                editors::forget($instanceid, [(int) $contextlist->get_user()->id]);
            }
        }
    }

    /**
     * Erases what an activity keeps about several users.
     *
     * @param approved_userlist $userlist the users and the context
     */
    public static function delete_data_for_users(approved_userlist $userlist): void {
        $instanceid = self::instanceid($userlist->get_context());
        if (!$instanceid) {
            return;
        }
        foreach ($userlist->get_userids() as $userid) {
            forgetter::forget($instanceid, (int) $userid);
        }
        editors::forget($instanceid, $userlist->get_userids());
    }

    /**
     * SQL for the contexts of activities.
     *
     * @param string $join table and condition
     * @param string $where condition
     * @return string
     */
    private static function contexts_sql(string $join, string $where): string {
        return "SELECT ctx.id
                  FROM {context} ctx
                  JOIN {course_modules} cm ON cm.id = ctx.instanceid AND ctx.contextlevel = :level
                  JOIN {modules} mo ON mo.id = cm.module AND mo.name = :modname
                  JOIN {leerlandschap_meeting} m ON m.leerlandschapid = cm.instance
                  JOIN $join
                 WHERE $where";
    }

    /**
     * Parameters of that SQL.
     *
     * @param array $more those of the condition
     * @return array
     */
    private static function parameters(array $more): array {
        return ['level' => CONTEXT_MODULE, 'modname' => 'leerlandschap'] + $more;
    }

    /**
     * The activity of a context.
     *
     * @param context $context the context
     * @return int id of the instance, 0 where the context is another's
     */
    private static function instanceid(context $context): int {
        if (!$context instanceof context_module) {
            return 0;
        }
        $cm = get_coursemodule_from_id('leerlandschap', $context->instanceid);
        return $cm ? (int) $cm->instance : 0;
    }
}
