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
use core_availability\info_module;
use stdClass;

/**
 * Who of many can see the room of a group at this moment: nobody else is told anything about it.
 *
 * In a number of queries that does not grow with them.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class audience {
    /**
     * Those of some users who can see the room of a group.
     *
     * @param cm_info $cm the course module
     * @param int $groupid the group, 0 without groups
     * @param int[] $userids the users
     * @return stdClass[] rows of user by id, in the order of ids
     */
    public static function of(cm_info $cm, int $groupid, array $userids): array {
        if (!$userids || $cm->deletioninprogress || !self::is_room($cm, $groupid)) {
            return [];
        }
        $context = context_module::instance($cm->id);
        $users = self::enrolled($context, 'mod/leerlandschap:view', $groupid, $userids);
        if ($groupid) {
            // Whoever can enter every group is in this one too.
            $others = array_diff($userids, array_keys($users));
            $users += array_intersect_key(
                self::enrolled($context, 'moodle/site:accessallgroups', 0, $others),
                self::enrolled($context, 'mod/leerlandschap:view', 0, $others)
            );
        }
        $users = (new info_module($cm))->filter_user_list($users);
        if (!$cm->visible || !$cm->get_section_info()->visible) {
            $users = self::with($context, 'moodle/course:viewhiddenactivities', $users);
        }
        if (!$cm->get_course()->visible) {
            $users = self::with($context->get_course_context(), 'moodle/course:viewhiddencourses', $users);
        }
        ksort($users);
        return $users;
    }

    /**
     * Those who are to take part in the meetings of a group and do not lead them by right.
     *
     * @param cm_info $cm the course module
     * @param int $groupid the group, 0 without groups
     * @return int[] ids of users
     */
    public static function learners(cm_info $cm, int $groupid): array {
        $context = context_module::instance($cm->id);
        $ids = fn(string $capability): array => array_map('intval', array_keys(
            get_enrolled_users($context, $capability, $groupid, 'u.id', null, 0, 0, true)
        ));
        return array_values(array_diff($ids('mod/leerlandschap:participate'), $ids('mod/leerlandschap:facilitate')));
    }

    /**
     * Whether the activity has a room for a group, as its settings are now.
     *
     * @param cm_info $cm the course module
     * @param int $groupid the group, 0 without groups
     * @return bool
     */
    public static function is_room(cm_info $cm, int $groupid): bool {
        $mode = groups_get_activity_groupmode($cm);
        if ($mode == NOGROUPS) {
            return $groupid === 0;
        }
        return $groupid !== 0
            && isset(groups_get_all_groups($cm->course, 0, $cm->groupingid, 'g.id, g.name', false, true)[$groupid]);
    }

    /**
     * Those of some users who are enrolled and may do something.
     *
     * @param context_module $context context of the activity
     * @param string $capability the capability
     * @param int $groupid only members of this group; 0 for all
     * @param int[] $userids the users
     * @return stdClass[] rows of user by id
     */
    private static function enrolled(context_module $context, string $capability, int $groupid, array $userids): array {
        global $DB;

        if (!$userids) {
            return [];
        }
        [$enrolled, $params] = get_enrolled_sql($context, $capability, $groupid, true);
        [$in, $more] = $DB->get_in_or_equal($userids, SQL_PARAMS_NAMED, 'audience');
        return $DB->get_records_sql(
            "SELECT u.*
               FROM {user} u
               JOIN ($enrolled) e ON e.id = u.id
              WHERE u.deleted = 0 AND u.suspended = 0 AND u.id $in",
            $params + $more
        );
    }

    /**
     * Those of some users who may do something, enrolled or not.
     *
     * @param \context $context where
     * @param string $capability the capability
     * @param stdClass[] $users rows of user by id
     * @return stdClass[] some of them
     */
    private static function with(\context $context, string $capability, array $users): array {
        return $users ? array_intersect_key($users, get_users_by_capability($context, $capability, 'u.id')) : [];
    }
}
