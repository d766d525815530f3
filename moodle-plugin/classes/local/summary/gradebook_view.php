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

namespace mod_leerlandschap\local\summary;

use cm_info;
use mod_leerlandschap\local\clock_time;
use stdClass;

/**
 * Of whom the gradebook shows the current user the grade of an activity. Reports tell of nobody else what they took
 * part in.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class gradebook_view {
    /** @var bool whether grades of others are shown */
    private readonly bool $others;

    /** @var bool whether the user's own grade is shown */
    private readonly bool $own;

    /** @var bool whether the grades of all are hidden from the user */
    private readonly bool $allhidden;

    /** @var bool[] whose grades are hidden from the user one by one: true by user id */
    private readonly array $hidden;

    /** @var bool[]|null of whom alone grades are shown besides the user's own: true by user id; null for everybody */
    private readonly ?array $members;

    /**
     * What the gradebook shows of an activity.
     *
     * @param cm_info $cm the course module
     * @param stdClass $instance row of leerlandschap
     */
    public function __construct(cm_info $cm, stdClass $instance) {
        global $CFG;
        require_once($CFG->libdir . '/gradelib.php');

        $context = $cm->context->get_course_context();
        $item = !$instance->grade ? false : \grade_item::fetch([
            'courseid' => $instance->course, 'itemtype' => 'mod', 'itemmodule' => 'leerlandschap',
            'iteminstance' => $instance->id, 'itemnumber' => 0,
        ]);
        $this->others = $item && has_capability('moodle/grade:viewall', $context);
        $this->own = $item && $cm->get_course()->showgrades && has_capability('moodle/grade:view', $context);
        $seeshidden = has_capability('moodle/grade:viewhidden', $context);
        $this->allhidden = $item && !$seeshidden && $item->is_hidden();
        $this->hidden = $item && !$seeshidden ? self::hidden_of((int) $item->id) : [];
        $groups = self::groups($cm->get_course());
        $this->members = $groups === null ? null : self::members($groups);
    }

    /**
     * The groups whose grades the gradebook of a course shows the current user. It goes by the groups of the course, also
     * where an activity has none.
     *
     * @param stdClass $course row of course
     * @return int[]|null ids; null for everybody's grades
     */
    public static function groups(stdClass $course): ?array {
        global $USER;

        $context = \context_course::instance($course->id);
        if (groups_get_course_groupmode($course) != SEPARATEGROUPS || has_capability('moodle/site:accessallgroups', $context)) {
            return null;
        }
        $groups = groups_get_all_groups($course->id, $USER->id, $course->defaultgroupingid, 'g.id');
        return array_map('intval', array_keys($groups ?: []));
    }

    /**
     * Whether it shows the grade of somebody.
     *
     * @param int $userid the user
     * @return bool
     */
    public function shows(int $userid): bool {
        global $USER;

        $others = $this->others && ($this->members === null || isset($this->members[$userid]));
        $mayread = $others || ($this->own && $userid === (int) $USER->id);
        return $mayread && !$this->allhidden && !isset($this->hidden[$userid]);
    }

    /**
     * Those who are in groups.
     *
     * @param int[] $groups ids
     * @return bool[] true by user id
     */
    private static function members(array $groups): array {
        global $DB;

        [$in, $params] = $DB->get_in_or_equal($groups, SQL_PARAMS_QM, '', true, -1);
        return array_fill_keys($DB->get_fieldset_select('groups_members', 'userid', "groupid $in", $params), true);
    }

    /**
     * Whose grades are hidden one by one at this moment.
     *
     * @param int $itemid the item in the gradebook
     * @return bool[] true by user id
     */
    private static function hidden_of(int $itemid): array {
        global $DB;

        $rows = $DB->get_records_select('grade_grades', 'itemid = ? AND hidden <> 0', [$itemid], '', 'userid, hidden');
        // 1 hides for good, a time until then.
        $now = clock_time::seconds();
        $hidden = array_filter($rows, fn(stdClass $row): bool => (int) $row->hidden === 1 || $row->hidden > $now);
        return array_map(fn(): bool => true, $hidden);
    }
}
