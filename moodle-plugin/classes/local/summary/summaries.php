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
use mod_leerlandschap\local\actions\open_actions;
use mod_leerlandschap\local\clock_time;
use mod_leerlandschap\local\progress;
use stdClass;

/**
 * How the activities of a course stand for the current user.
 *
 * All of a course are read at once, in as many queries for fifty activities and a thousand participants as for one
 * and one (an exercise that was edited is a row of its own). So one object is to be shared: \core\di::get.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class summaries {
    /** @var activity_summary[] by course, user and id of the activity */
    private array $known = [];

    /**
     * How an activity stands.
     *
     * @param cm_info $cm the course module, visible to the current user
     * @return activity_summary
     */
    public function of(cm_info $cm): activity_summary {
        global $USER;

        $key = "$cm->course/$USER->id";
        $this->known[$key] ??= self::read((int) $cm->course, (int) $USER->id);
        return $this->known[$key][(int) $cm->instance];
    }

    /**
     * Reads how the activities of a course stand.
     *
     * @param int $courseid the course
     * @param int $userid the current user
     * @return activity_summary[] by id of the activity
     */
    private static function read(int $courseid, int $userid): array {
        global $DB;

        $cms = get_fast_modinfo($courseid)->get_instances_of('leerlandschap');
        $instances = $DB->get_records_list('leerlandschap', 'id', array_keys($cms));
        $ids = array_keys($instances);
        $meetings = self::meetings($ids);
        $own = self::by_activity(open_actions::of_user($userid, $ids));
        $points = progress::points_in($instances, $userid);
        $teaches = array_filter($cms, seen_rooms::teaches(...));
        $joined = $teaches ? self::joined($ids) : [];
        $actions = $teaches ? group_actions::of_activities($ids) : [];
        $rooms = new seen_rooms($courseid, $userid);
        $summaries = [];
        foreach (array_intersect_key($cms, $instances) as $id => $cm) {
            $met = self::among($rooms->own($cm));
            $seen = self::among(isset($teaches[$id]) ? $rooms->seen($cm) : $rooms->own($cm));
            $last = self::last($meetings[$id] ?? [], $met);
            $ownactions = array_filter($own[$id] ?? [], fn(stdClass $row): bool => $met((int) $row->groupid));
            $overdue = array_filter($ownactions, fn(stdClass $row): bool => $row->due && $row->due < clock_time::seconds());
            $underway = array_filter($meetings[$id] ?? [], fn(stdClass $row): bool => $row->state === 'open'
                && self::has_begun($row) && $seen((int) $row->groupid));
            $summaries[$id] = new activity_summary(
                teaches: isset($teaches[$id]),
                status: $last->state ?? 'none',
                number: (int) ($last->meetingno ?? 1),
                done: isset($points[$id]) ? count($points[$id]['done']) : null,
                asked: isset($points[$id]) ? count($points[$id]['done']) + count($points[$id]['open']) : 0,
                ownactions: count($ownactions),
                overdue: count($overdue),
                joined: self::sum($joined[$id] ?? [], $seen),
                openmeetings: count($underway),
                openactions: self::sum(array_map(fn(stdClass $row): int => (int) $row->number, $actions[$id] ?? []), $seen),
            );
        }
        return $summaries;
    }

    /**
     * Tells of a group whether it is one of some.
     *
     * @param int[] $groups these, 0 without groups
     * @return callable
     */
    private static function among(array $groups): callable {
        return fn(int $groupid): bool => in_array($groupid, $groups, true);
    }

    /**
     * The last meeting of somebody: of several groups the one that is under way.
     *
     * @param stdClass[] $meetings rows of leerlandschap_meeting, by number
     * @param callable $met whether a group is theirs
     * @return stdClass|null null where none has begun
     */
    private static function last(array $meetings, callable $met): ?stdClass {
        $last = [];
        foreach ($meetings as $row) {
            if ($met((int) $row->groupid) && self::has_begun($row)) {
                $last[$row->groupid] = $row;
            }
        }
        usort($last, fn(stdClass $a, stdClass $b): int => [$b->state, (int) $b->meetingno] <=> [$a->state, (int) $a->meetingno]);
        return $last[0] ?? null;
    }

    /**
     * Whether a group has gone anywhere in a meeting.
     *
     * @param stdClass $row row of leerlandschap_meeting
     * @return bool
     */
    public static function has_begun(stdClass $row): bool {
        return $row->state === 'closed' || $row->place !== '@start' || $row->visited !== '[]';
    }

    /**
     * The meetings of activities.
     *
     * @param int[] $ids ids of the activities
     * @return array[] rows of leerlandschap_meeting by id of the activity, in the order of their numbers
     */
    private static function meetings(array $ids): array {
        global $DB;

        $fields = 'id, leerlandschapid, groupid, meetingno, state, place, visited';
        return self::by_activity($DB->get_records_list('leerlandschap_meeting', 'leerlandschapid', $ids, 'meetingno', $fields));
    }

    /**
     * Rows by the activity that they belong to.
     *
     * @param stdClass[] $rows rows with leerlandschapid
     * @return array[]
     */
    private static function by_activity(array $rows): array {
        $sorted = [];
        foreach ($rows as $row) {
            $sorted[(int) $row->leerlandschapid][] = $row;
        }
        return $sorted;
    }

    /**
     * How many have joined a meeting.
     *
     * @param int[] $ids ids of the activities
     * @return array[] numbers by id of the activity and group
     */
    private static function joined(array $ids): array {
        return self::counted(
            'SELECT m.leerlandschapid, m.groupid, COUNT(DISTINCT j.userid) AS number
               FROM {leerlandschap_meeting} m
               JOIN {leerlandschap_presence} j ON j.meetingid = m.id AND j.timejoined > 0
              WHERE m.leerlandschapid',
            $ids
        );
    }

    /**
     * Numbers by activity and group.
     *
     * @param string $sql a query that ends where it asks for the activities
     * @param int[] $ids ids of the activities
     * @return array[] numbers by id of the activity and group
     */
    private static function counted(string $sql, array $ids): array {
        global $DB;

        [$in, $params] = $DB->get_in_or_equal($ids, SQL_PARAMS_QM, '', true, 0);
        $numbers = [];
        $rows = $DB->get_recordset_sql("$sql $in GROUP BY leerlandschapid, groupid", $params);
        foreach ($rows as $row) {
            $numbers[(int) $row->leerlandschapid][(int) $row->groupid] = (int) $row->number;
        }
        $rows->close();
        return $numbers;
    }

    /**
     * The sum over the groups that somebody may see.
     *
     * @param int[] $numbers by group
     * @param callable $seen whether they may see a group
     * @return int
     */
    private static function sum(array $numbers, callable $seen): int {
        return array_sum(array_filter($numbers, $seen, ARRAY_FILTER_USE_KEY));
    }
}
