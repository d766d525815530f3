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

namespace mod_leerlandschap\local\report;

use cm_info;
use context_course;
use mod_leerlandschap\local\clock_time;
use mod_leerlandschap\local\summary\gradebook_view;
use mod_leerlandschap\permission;
use stdClass;

/**
 * What the current user may read of all activities of the site at once, as conditions of queries: for the report builder.
 *
 * Core's reports show every reader every row. These show nobody more than the activities themselves would: meetings of
 * groups whose room the reader may see, where they may view reports, and who took part in which step as far as the
 * gradebook shows them that.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class report_sight {
    /** What lets somebody read all of it, wherever it is. */
    private const EVERYTHING = [
        'mod/leerlandschap:view', 'mod/leerlandschap:viewreports', 'mod/leerlandschap:facilitate',
        'moodle/course:view', 'moodle/course:viewhiddencourses', 'moodle/course:viewhiddenactivities',
        'moodle/course:ignoreavailabilityrestrictions', 'moodle/site:accessallgroups', 'moodle/course:viewhiddengroups',
        'moodle/grade:viewall', 'moodle/grade:viewhidden',
    ];

    /** Condition that nothing meets. */
    private const NOTHING = '1 = 0';

    /** @var array[]|null groups of which reports may be read, by id of the activity; null for everything */
    private readonly ?array $groups;

    /** @var (int[]|null)[] by course, groups whose grades its gradebook shows; null for everybody's */
    private array $graded = [];

    /** @var int[] courses whose gradebook shows hidden grades too */
    private array $gradedhidden = [];

    /**
     * The sight of the current user.
     */
    public function __construct() {
        $this->groups = self::sees_everything() ? null : $this->seen();
    }

    /**
     * Which meetings may be read.
     *
     * @param string $meeting alias of leerlandschap_meeting
     * @return string condition
     */
    public function meetings(string $meeting): string {
        if ($this->groups === null) {
            return '1 = 1';
        }
        $conditions = [];
        foreach (self::alike($this->groups) as $groups => $instances) {
            $conditions[] = "($meeting.groupid IN ($groups) AND $meeting.leerlandschapid IN ($instances))";
        }
        return self::any($conditions);
    }

    /**
     * The rows of leerlandschap_progress that may be read.
     *
     * @return string query for id, meetingid, userid, step and timedone
     */
    public function progress(): string {
        return "SELECT tp.id, tp.meetingid, tp.userid, tp.step, tp.timedone
                  FROM {leerlandschap_progress} tp
                  JOIN {leerlandschap_meeting} tm ON tm.id = tp.meetingid
                  JOIN {leerlandschap} tl ON tl.id = tm.leerlandschapid
                 WHERE tl.grade <> 0 AND {$this->gradebook()}";
    }

    /**
     * Of whom the gradebook shows what they took part in.
     *
     * @return string condition
     */
    private function gradebook(): string {
        if ($this->groups === null) {
            return '1 = 1';
        }
        $now = clock_time::seconds();
        $hidden = fn(string $alias): string => "($alias.hidden = 1 OR $alias.hidden > $now)";
        $all = $this->gradedhidden ? 'tl.course IN (' . implode(',', $this->gradedhidden) . ')' : self::NOTHING;
        return "{$this->graded_members()} AND {$this->meetings('tm')} AND {$this->members()}
            AND ($all OR NOT EXISTS (
                SELECT 1
                  FROM {grade_items} ti
             LEFT JOIN {grade_grades} tg ON tg.itemid = ti.id AND tg.userid = tp.userid
                 WHERE ti.courseid = tl.course AND ti.itemtype = 'mod' AND ti.itemmodule = 'leerlandschap'
                       AND ti.iteminstance = tl.id AND ti.itemnumber = 0 AND ({$hidden('ti')} OR {$hidden('tg')})))";
    }

    /**
     * Who is in a group whose grades the gradebook of the course shows.
     *
     * @return string condition
     */
    private function graded_members(): string {
        $conditions = [];
        foreach (self::alike(array_map(fn(?array $groups): array => $groups ?? [0], $this->graded)) as $groups => $courses) {
            $conditions[] = "(tl.course IN ($courses) AND " . self::member((string) $groups) . ')';
        }
        return self::any($conditions);
    }

    /**
     * Who is in a group whose room may be seen in the activity: of others it may not show anything.
     *
     * @return string condition
     */
    private function members(): string {
        $conditions = [];
        foreach (self::alike($this->groups) as $groups => $instances) {
            $conditions[] = "(tl.id IN ($instances) AND " . self::member((string) $groups) . ')';
        }
        return self::any($conditions);
    }

    /**
     * Who is in one of some groups.
     *
     * @param string $groups ids with commas between them, 0 for everybody, '' for none
     * @return string condition
     */
    private static function member(string $groups): string {
        return match ($groups) {
            '0' => '1 = 1',
            '' => self::NOTHING,
            default => "EXISTS (SELECT 1 FROM {groups_members} tgm WHERE tgm.userid = tp.userid AND tgm.groupid IN ($groups))",
        };
    }

    /**
     * Puts together what has the same groups, as the activities of one course often have: they share a condition.
     *
     * @param array[] $groups groups by id of what has them
     * @return string[] ids of what has them, by the groups; commas between them
     */
    private static function alike(array $groups): array {
        $alike = [];
        foreach ($groups as $id => $these) {
            $alike[implode(',', $these)][] = $id;
        }
        return array_map(fn(array $ids): string => implode(',', $ids), $alike);
    }

    /**
     * One of some conditions.
     *
     * @param string[] $conditions the conditions
     * @return string condition
     */
    private static function any(array $conditions): string {
        return $conditions ? '(' . implode(' OR ', $conditions) . ')' : self::NOTHING;
    }

    /**
     * Whether the current user may read everything, wherever it is.
     *
     * @return bool
     */
    private static function sees_everything(): bool {
        global $DB, $USER;

        if (is_siteadmin()) {
            return true;
        }
        $system = \context_system::instance();
        if (!has_all_capabilities(self::EVERYTHING, $system)) {
            return false;
        }
        // Unless something takes a right away somewhere, be it a role of theirs: then every place is looked at.
        [$in, $params] = $DB->get_in_or_equal(self::EVERYTHING);
        return !$DB->record_exists_select(
            'role_capabilities',
            "capability $in AND permission < 0
                AND (contextid <> ? OR roleid IN (SELECT ra.roleid FROM {role_assignments} ra WHERE ra.userid = ?))",
            [...$params, $system->id, $USER->id]
        ) && !self::has_enrolment_without_use();
    }

    /**
     * Whether the current user is enrolled somewhere and cannot come in by it, as whoever is suspended.
     *
     * @return bool
     */
    private static function has_enrolment_without_use(): bool {
        global $DB, $USER;

        $now = clock_time::seconds();
        return $DB->record_exists_sql(
            'SELECT 1
               FROM {user_enrolments} ue
               JOIN {enrol} e ON e.id = ue.enrolid
              WHERE ue.userid = ? AND (ue.status <> ? OR e.status <> ? OR ue.timestart > ? OR (ue.timeend > 0 AND ue.timeend < ?))',
            [$USER->id, ENROL_USER_ACTIVE, ENROL_INSTANCE_ENABLED, $now, $now]
        );
    }

    /**
     * Looks at every activity of the courses in which the current user may view reports.
     *
     * @return array[] groups by id of the activity
     */
    private function seen(): array {
        global $DB;

        $seen = [];
        $preload = \context_helper::get_preload_record_columns_sql('ctx');
        $courses = $DB->get_records_sql(
            "SELECT c.*, $preload
               FROM {course} c
               JOIN {context} ctx ON ctx.instanceid = c.id AND ctx.contextlevel = ?
              WHERE EXISTS (SELECT 1 FROM {leerlandschap} l WHERE l.course = c.id)",
            [CONTEXT_COURSE]
        );
        foreach ($courses as $course) {
            \context_helper::preload_from_record($course);
            $context = context_course::instance($course->id);
            if (!has_capability('mod/leerlandschap:viewreports', $context) || !can_access_course($course, null, '', true)) {
                continue;
            }
            if (has_capability('moodle/grade:viewall', $context)) {
                $this->graded[(int) $course->id] = gradebook_view::groups($course);
                if (has_capability('moodle/grade:viewhidden', $context)) {
                    $this->gradedhidden[] = (int) $course->id;
                }
            }
            $instances = $DB->get_records('leerlandschap', ['course' => $course->id], '', 'id, timeopen');
            foreach (get_fast_modinfo($course)->get_instances_of('leerlandschap') as $id => $cm) {
                $groups = isset($instances[$id]) && self::may_view($cm, $instances[$id]) ? permission::seen_groups($cm) : [];
                if ($groups) {
                    $seen[(int) $id] = $groups;
                }
            }
        }
        return $seen;
    }

    /**
     * Whether the current user may view reports of an activity.
     *
     * @param cm_info $cm the course module
     * @param stdClass $instance row of leerlandschap, at least timeopen
     * @return bool
     */
    private static function may_view(cm_info $cm, stdClass $instance): bool {
        return $cm->uservisible
            && has_all_capabilities(['mod/leerlandschap:view', 'mod/leerlandschap:viewreports'], $cm->context)
            && ($instance->timeopen <= clock_time::seconds() || has_capability('mod/leerlandschap:facilitate', $cm->context));
    }
}
