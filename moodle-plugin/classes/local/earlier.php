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

use stdClass;

/**
 * The meetings of a group before one, as far as they go on in it (docs/protocol.md, "Earlier").
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class earlier {
    /**
     * The meetings before one.
     *
     * @param meeting $meeting the meeting
     * @param contributions $contributions what its group sees
     * @return array[] from the first; one query a table, however many there were
     */
    public static function of_meeting(meeting $meeting, contributions $contributions): array {
        $before = self::before($meeting);
        if (!$before) {
            return [];
        }
        $rounds = self::rounds($before, self::asked($meeting));
        $contribs = self::contributions($before, $contributions->carried_ids());
        return array_values(array_map(fn(meeting $one): array => [
            'number' => $one->number(),
            'part' => $one->part(),
            'closed' => 1000 * $one->kept_time(intdiv($one->closed_at(), 1000)),
            'rounds' => $rounds[$one->id()] ?? [],
            'contributions' => contribution_export::all($one, $contribs[$one->id()] ?? []),
        ], $before));
    }

    /**
     * The closed meetings of the same group.
     *
     * @param meeting $meeting the meeting
     * @return meeting[] by id, from the first
     */
    private static function before(meeting $meeting): array {
        global $DB;

        if ($meeting->number() === 1) {
            return [];
        }
        $rows = $DB->get_records_select(
            'leerlandschap_meeting',
            'leerlandschapid = ? AND groupid = ? AND meetingno < ?',
            [$meeting->instance->id, $meeting->groupid(), $meeting->number()],
            'meetingno'
        );
        return array_map(fn(stdClass $row): meeting => new meeting($row, $meeting->instance, $meeting->exercise), $rows);
    }

    /**
     * The items that a meeting asks.
     *
     * @param meeting $meeting the meeting
     * @return string[]
     */
    private static function asked(meeting $meeting): array {
        return array_merge([], ...array_map($meeting->exercise->items(...), $meeting->steps()));
    }

    /**
     * The revealed rounds that tell of some items.
     *
     * @param meeting[] $meetings the meetings, by id
     * @param string[] $items the items
     * @return array[] by id of the meeting
     */
    private static function rounds(array $meetings, array $items): array {
        global $DB;

        [$in, $params] = $DB->get_in_or_equal(array_keys($meetings));
        $rounds = [];
        $order = array_flip(reset($meetings)->exercise->all_steps());
        $rows = $DB->get_records_select('leerlandschap_round', "meetingid $in AND phase = 'revealed'", $params, 'meetingid, round');
        $rows = array_filter($rows, fn(stdClass $row): bool => isset($order[$row->step]));
        uasort($rows, fn($a, $b) => [$order[$a->step], (int) $a->round] <=> [$order[$b->step], (int) $b->round]);
        foreach ($rows as $row) {
            $row = rounds::decoded($row);
            $row->relations = null;
            $row->items = array_values(array_intersect($row->items, $items));
            $told = array_filter($row->results, fn(array $result): bool => in_array($result['item'], $items, true));
            // A Result has all of its members, whatever it does not tell.
            $wordless = fn(array $result): array => tally::numbers($result) + ['reasons' => [], 'voices' => []];
            $row->results = array_values(array_map($wordless, $told));
            if ($row->results) {
                $rounds[$row->meetingid][] = room_builder::round($row, []);
            }
        }
        return $rounds;
    }

    /**
     * What was carried over and is here now, as it stood then.
     *
     * @param meeting[] $meetings the meetings, by id
     * @param string[] $ids ids of what is here now
     * @return array[] rows by id of the meeting
     */
    private static function contributions(array $meetings, array $ids): array {
        global $DB;

        if (!$ids) {
            return [];
        }
        [$in, $params] = $DB->get_in_or_equal(array_keys($meetings));
        [$these, $more] = $DB->get_in_or_equal($ids);
        $where = "meetingid $in AND uuid $these AND audience = 'group' AND deleted = 0";
        $rows = $DB->get_records_select(contribution_rows::TABLE, $where, [...$params, ...$more], 'id');
        $contributions = [];
        foreach ($rows as $row) {
            $contributions[$row->meetingid][] = contribution_rows::decoded($row);
        }
        return $contributions;
    }
}
