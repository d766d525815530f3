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

use cm_info;
use context_module;
use mod_leerlandschap\local\access;
use mod_leerlandschap\local\access_facts;
use mod_leerlandschap\local\clock_time;
use mod_leerlandschap\local\rules;
use stdClass;

/**
 * What the current user may do in an activity.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class permission {
    /**
     * Requires that the current user may see the activity.
     *
     * @param context_module $context its context
     * @throws \required_capability_exception
     */
    public static function require_view(context_module $context): void {
        require_capability('mod/leerlandschap:view', $context);
    }

    /**
     * Which room the current user may enter, and as what.
     *
     * @param cm_info $cm the course module
     * @param stdClass $instance row of leerlandschap
     * @param rules $rules the activity's rules
     * @param int $groupid the group asked for, 0 for none in particular
     * @return access
     */
    public static function access(cm_info $cm, stdClass $instance, rules $rules, int $groupid): access {
        global $USER;

        $context = context_module::instance($cm->id);
        $groupmode = (int) groups_get_activity_groupmode($cm);
        $loginas = \core\session\manager::is_loggedinas();
        $active = is_enrolled($context, $USER, '', true);
        // Core leaves somebody whose enrolment is suspended the role; where guests may look, so may they, and no more.
        $suspended = !$active && is_enrolled($context, $USER);
        $right = fn(string $name): bool => !$suspended && has_capability("mod/leerlandschap:$name", $context);
        return access::decide(new access_facts(
            guest: !isloggedin() || isguestuser(),
            loginas: $loginas,
            // A meeting can have stayed hidden when its activity became named.
            hidden: $rules->hidden() || ($loginas && self::has_hidden_meeting($instance)),
            participate: $active && $right('participate'),
            facilitate: $right('facilitate'),
            report: $right('viewreports'),
            groupmode: $groupmode,
            owngroups: $groupmode === NOGROUPS ? [] : self::groups($cm, (int) $USER->id),
            allgroups: $groupmode === NOGROUPS ? [] : self::groups($cm, 0),
            allaccess: has_capability('moodle/site:accessallgroups', $context),
            requested: $groupid,
            now: clock_time::seconds(),
            timeopen: (int) $instance->timeopen,
            timeclose: (int) $instance->timeclose,
        ));
    }

    /**
     * Whether answers of any meeting are hidden.
     *
     * @param stdClass $instance row of leerlandschap
     * @return bool
     */
    private static function has_hidden_meeting(stdClass $instance): bool {
        global $DB;

        return $DB->record_exists('leerlandschap_meeting', ['leerlandschapid' => $instance->id, 'visibility' => 'hidden']);
    }

    /**
     * Groups that can meet in an activity.
     *
     * @param cm_info $cm the course module
     * @param int $userid only those of this user; 0 for all
     * @return int[] ids, by name
     */
    private static function groups(cm_info $cm, int $userid): array {
        $groups = groups_get_all_groups($cm->course, $userid, $cm->groupingid, 'g.id, g.name', false, true);
        return array_map('intval', array_keys($groups ?: []));
    }
}
