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
use context_module;
use mod_leerlandschap\local\actions\open_actions;
use mod_leerlandschap\local\clock_time;
use mod_leerlandschap\permission;
use stdClass;

/**
 * What has changed since a moment, of what the current user may see: for recent activity and for the app.
 *
 * Meetings, never people: nothing here tells who did what.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class news {
    /**
     * Meetings in which something has changed, in all activities of a course that the user sees. Where answers are
     * hidden, they have changed all day.
     *
     * @param stdClass $course the course
     * @param int $since seconds since 1970
     * @param int $cmid only of this course module, 0 for all
     * @param int $groupid only of this group, 0 for all
     * @return stdClass[] rows of leerlandschap_meeting with cm, last ones first
     */
    public static function meetings(stdClass $course, int $since, int $cmid = 0, int $groupid = 0): array {
        global $DB;

        $cms = array_filter(
            get_fast_modinfo($course)->get_instances_of('leerlandschap'),
            fn(cm_info $cm): bool => $cm->uservisible && (!$cmid || (int) $cm->id === $cmid)
                && has_capability('mod/leerlandschap:view', context_module::instance($cm->id))
        );
        if (!$cms) {
            return [];
        }
        [$in, $params] = $DB->get_in_or_equal(array_keys($cms));
        $rows = $DB->get_records_select(
            'leerlandschap_meeting',
            // Nobody is to find the second by asking with one moment after another.
            "leerlandschapid $in AND (timemodified > ? OR (visibility = 'hidden' AND timemodified >= ?))
                AND (state = 'closed' OR place <> '@start')",
            [...$params, $since, clock_time::day($since)],
            '',
            'id, leerlandschapid, groupid, meetingno, state, visibility, timemodified'
        );
        $seen = array_map(permission::seen_groups(...), $cms);
        $meetings = [];
        foreach ($rows as $row) {
            $row->cm = $cms[$row->leerlandschapid];
            $shown = in_array((int) $row->groupid, $seen[$row->leerlandschapid], true);
            if ($shown && (!$groupid || (int) $row->groupid === $groupid)) {
                $meetings[] = $row;
            }
        }
        // In an order that tells no more than the times do.
        usort($meetings, fn(stdClass $a, stdClass $b): int => [self::time($b), (int) $b->id] <=> [self::time($a), (int) $a->id]);
        return $meetings;
    }

    /**
     * When something changed, as it may be told: where answers are hidden, on which day.
     *
     * @param stdClass $row row of leerlandschap_meeting
     * @return int seconds since 1970
     */
    public static function time(stdClass $row): int {
        return $row->visibility === 'hidden' ? clock_time::day((int) $row->timemodified) : (int) $row->timemodified;
    }

    /**
     * How a meeting stands, in words, with the name of its group.
     *
     * @param stdClass $row as meetings() has it
     * @return string plain text
     */
    public static function text(stdClass $row): string {
        $text = get_string("status:$row->state", 'mod_leerlandschap', $row->meetingno);
        $group = $row->groupid ? (string) groups_get_group_name($row->groupid) : '';
        $plain = ['context' => $row->cm->context, 'escape' => false];
        return $group === '' ? $text : "$text (" . format_string($group, true, $plain) . ')';
    }

    /**
     * What has changed in an activity, by the name under which the app knows it.
     *
     * @param cm_info $cm the course module
     * @param int $from seconds since 1970
     * @param string[] $filter only these; none for all
     * @return stdClass
     */
    public static function updates(cm_info $cm, int $from, array $filter): stdClass {
        global $DB, $USER;

        $updates = course_check_module_updates_since($cm, $from, [], $filter);
        $areas = [
            'meetings' => fn(): array => array_column(self::meetings($cm->get_course(), $from, (int) $cm->id), 'id'),
            'openactions' => fn(): array => array_column($DB->get_records_select(
                open_actions::TABLE,
                'leerlandschapid = ? AND userid = ? AND timemodified > ?',
                [$cm->instance, $USER->id, $from],
                'id',
                'id'
            ), 'id'),
            'exercise' => fn(): array => array_column($DB->get_records_select(
                'leerlandschap_exercise',
                'leerlandschapid = ? AND timemodified > ?',
                [$cm->instance, $from],
                'id',
                'id'
            ), 'id'),
        ];
        foreach ($areas as $name => $changed) {
            if (!$filter || in_array($name, $filter, true)) {
                $ids = array_map('intval', $changed());
                $updates->$name = (object) (['updated' => (bool) $ids] + ($ids ? ['itemids' => $ids] : []));
            }
        }
        return $updates;
    }
}
