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
use mod_leerlandschap\local\former_rooms;
use mod_leerlandschap\local\preset_store;
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
     * Requires that the current user may read who took part in an activity and what its groups decided.
     *
     * @param context_module $context its context
     * @throws \required_capability_exception
     */
    public static function require_reports(context_module $context): void {
        self::require_view($context);
        require_capability('mod/leerlandschap:viewreports', $context);
    }

    /**
     * Whether the current user may read who took part in an activity and what its groups decided.
     *
     * @param context_module $context its context
     * @return bool
     */
    public static function may_view_reports(context_module $context): bool {
        return has_all_capabilities(['mod/leerlandschap:view', 'mod/leerlandschap:viewreports'], $context);
    }

    /**
     * Requires that the current user may change the exercise.
     *
     * @param context_module $context context of the activity
     * @throws \required_capability_exception
     */
    public static function require_edit(context_module $context): void {
        require_capability('mod/leerlandschap:edit', $context);
    }

    /**
     * Whether the current user may change the exercise.
     *
     * @param context_module $context context of the activity
     * @return bool
     */
    public static function may_edit(context_module $context): bool {
        return has_capability('mod/leerlandschap:edit', $context);
    }

    /**
     * Whether the current user may go through the exercise with simulated participants.
     *
     * @param context_module $context context of the activity
     * @return bool
     */
    public static function may_rehearse(context_module $context): bool {
        return has_any_capability(['mod/leerlandschap:edit', 'mod/leerlandschap:facilitate'], $context);
    }

    /**
     * Requires that the current user may rehearse.
     *
     * @param context_module $context context of the activity
     * @throws \required_capability_exception
     */
    public static function require_rehearse(context_module $context): void {
        if (!self::may_rehearse($context)) {
            throw new \required_capability_exception($context, 'mod/leerlandschap:facilitate', 'nopermissions', '');
        }
    }

    /**
     * Whether somebody could come to lead the meeting that they see: by right, or by taking its chair.
     *
     * @param access $access what they may do
     * @param rules $rules the activity's rules
     * @return bool
     */
    public static function may_lead(access $access, rules $rules): bool {
        return $access->notice === null
            && ($access->facilitate || ($access->participate && $rules->facilitation === 'members'));
    }

    /**
     * Requires that the current user may put a meeting on the big screen: who could come to lead it.
     *
     * @param cm_info $cm the course module
     * @param access $access what they may do
     * @param rules $rules the activity's rules
     * @throws \required_capability_exception
     */
    public static function require_present(cm_info $cm, access $access, rules $rules): void {
        if (!self::may_lead($access, $rules)) {
            $context = context_module::instance($cm->id);
            throw new \required_capability_exception($context, 'mod/leerlandschap:facilitate', 'nopermissions', '');
        }
    }

    /**
     * Whether the current user may keep and delete presets of the site.
     *
     * @return bool
     */
    public static function may_manage_presets(): bool {
        return preset_store::allowed() && has_capability('mod/leerlandschap:managepresets', \context_system::instance());
    }

    /**
     * Whether somebody belongs to a course: whoever is enrolled and not suspended, and who may look into it without being
     * enrolled. Core leaves people whose enrolment is suspended their role. access() tells the same of the current user.
     *
     * @param \context $context that of the course, or of an activity in it
     * @param int $userid the user
     * @return bool
     */
    public static function belongs(\context $context, int $userid): bool {
        return is_enrolled($context, $userid, '', true)
            || (!is_enrolled($context, $userid) && has_capability('moodle/course:view', $context, $userid));
    }

    /**
     * Whether the current user may see every group of an activity that meets in groups.
     *
     * @param cm_info $cm the course module
     * @return bool
     */
    public static function sees_every_group(cm_info $cm): bool {
        $mode = groups_get_activity_groupmode($cm);
        return $mode == VISIBLEGROUPS
            || ($mode == SEPARATEGROUPS && has_capability('moodle/site:accessallgroups', context_module::instance($cm->id)));
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
        $allgroups = $groupmode === NOGROUPS ? [] : self::groups($cm, 0);
        $loginas = \core\session\manager::is_loggedinas();
        $active = is_enrolled($context, $USER, '', true);
        // Core leaves somebody whose enrolment is suspended the role; they may do no more than a stranger.
        $suspended = !$active && is_enrolled($context, $USER);
        $right = fn(string $name): bool => !$suspended && has_capability("mod/leerlandschap:$name", $context);
        return access::decide(new access_facts(
            guest: !isloggedin() || isguestuser(),
            outsider: !$active && ($suspended || !has_capability('moodle/course:view', $context)),
            loginas: $loginas,
            // A meeting can have stayed hidden when its activity became named.
            hidden: $rules->hidden() || ($loginas && self::has_hidden_meeting($instance)),
            participate: $active && $right('participate'),
            facilitate: $right('facilitate'),
            report: $right('viewreports'),
            groupmode: $groupmode,
            owngroups: $groupmode === NOGROUPS ? [] : self::groups($cm, (int) $USER->id),
            allgroups: $allgroups,
            allaccess: has_capability('moodle/site:accessallgroups', $context),
            requested: $groupid,
            formerrooms: $groupid && !in_array($groupid, $allgroups, true) ? array_keys(former_rooms::of($cm)) : [],
            now: clock_time::seconds(),
            timeopen: (int) $instance->timeopen,
            timeclose: (int) $instance->timeclose,
        ));
    }

    /**
     * Those who may take part in an activity.
     *
     * @param context_module $context its context
     * @param int $groupid only those in this group, 0 for all
     * @return int[] ids of users
     */
    public static function participants(context_module $context, int $groupid = 0): array {
        $users = get_enrolled_users($context, 'mod/leerlandschap:participate', $groupid, 'u.id', null, 0, 0, true);
        return array_map('intval', array_keys($users));
    }

    /**
     * How many may take part in the meeting of a group.
     *
     * @param context_module $context context of the activity
     * @param int $groupid the group, 0 without groups
     * @return int
     */
    public static function count_participants(context_module $context, int $groupid): int {
        return count_enrolled_users($context, 'mod/leerlandschap:participate', $groupid, true);
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
     * Groups that can meet in an activity, as far as the current user may know of them.
     *
     * @param cm_info $cm the course module
     * @param int $userid only those of this user; 0 for all
     * @return int[] ids, by name
     */
    public static function groups(cm_info $cm, int $userid): array {
        $groups = groups_get_all_groups($cm->course, $userid, $cm->groupingid, 'g.id, g.name', false, true);
        return array_map('intval', array_keys($groups ?: []));
    }

    /**
     * The groups whose meetings the current user may see.
     *
     * @param cm_info $cm the course module
     * @return int[] ids, 0 without groups
     */
    public static function seen_groups(cm_info $cm): array {
        global $USER;

        if (!self::belongs($cm->context, (int) $USER->id)) {
            return [];
        }
        if (groups_get_activity_groupmode($cm) == NOGROUPS) {
            return [0];
        }
        return self::groups($cm, self::sees_every_group($cm) ? 0 : (int) $USER->id);
    }
}
