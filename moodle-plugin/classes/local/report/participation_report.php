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

use mod_leerlandschap\local\labels;
use mod_leerlandschap\local\meeting;
use mod_leerlandschap\local\progress;
use mod_leerlandschap\local\summary\gradebook_view;
use mod_leerlandschap\permission;
use stdClass;

/**
 * Who took part in an activity, for other systems: never what they answered or wrote.
 *
 * That somebody joined the room tells everybody who may see it. In which steps they took part, and the points for it,
 * stands in the gradebook, and is told to whom the gradebook tells it, of people in groups whose room they may see.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class participation_report {
    /** Orders in which people can be asked for: of ids, which tells nothing, of names, and of how much they took part in. */
    public const ORDERS = ['id', 'name', 'namedown', 'most', 'fewest'];

    /** @var meeting[] the meetings, by id */
    private readonly array $meetings;

    /** @var callable whether the reader is told in which steps somebody took part: tells of a user id */
    private $told;

    /** @var array[] when somebody joined, 0 for never, and when it was noted that they took part in steps */
    private array $found = [];

    /**
     * The report of an activity.
     *
     * @param report_reader $reader who reads it
     * @param int $number only meetings of this number; 0 for all
     * @param labels $labels what the exercise calls its parts
     */
    public function __construct(
        /** @var report_reader who reads it */
        private readonly report_reader $reader,
        int $number,
        /** @var labels what the exercise calls its parts */
        private readonly labels $labels,
    ) {
        $this->meetings = $reader->meetings($number);
        $this->told = $this->told();
        foreach ($this->rows('leerlandschap_presence', 'timejoined') as $row) {
            if ($row->time) {
                $this->found[(int) $row->userid][(int) $row->meetingid] = ['joined' => (int) $row->time, 'steps' => []];
            }
        }
        foreach ($this->rows('leerlandschap_progress', 'timedone', 'step') as $row) {
            // Whoever leads from outside may have written along without joining.
            if (($this->told)((int) $row->userid)) {
                $place = &$this->found[(int) $row->userid][(int) $row->meetingid];
                $place ??= ['joined' => 0, 'steps' => []];
                $place['steps'][$row->step] = (int) $row->time;
                unset($place);
            }
        }
        $this->found = array_intersect_key($this->found, self::existing(array_keys($this->found)));
        ksort($this->found);
    }

    /**
     * How many people there are.
     *
     * @return int
     */
    public function count(): int {
        return count($this->found);
    }

    /**
     * The people there are.
     *
     * @param string $search only those whose name has this in it, whatever the case and the accents; '' for all
     * @param string $sort one of ORDERS
     * @return int[] ids of users
     */
    public function found(string $search = '', string $sort = 'id'): array {
        $ids = array_keys($this->found);
        $search = self::plain(trim($search));
        if ($search === '' && $sort === 'id') {
            return $ids;
        }
        $names = $this->reader->names_of($ids);
        if ($search !== '') {
            $names = array_filter($names, fn(string $name): bool => str_contains(self::plain($name), $search));
        }
        if ($sort !== 'id') {
            \core_collator::asort($names);
        }
        $found = array_keys($sort === 'namedown' ? array_reverse($names, true) : $names);
        if ($sort === 'most' || $sort === 'fewest') {
            $done = array_map(fn(array $meetings): int => array_sum(array_map('count', $this->done($meetings))), $this->found);
            $direction = $sort === 'most' ? -1 : 1;
            // Whoever took part in as much as another stands by name.
            usort($found, fn(int $one, int $other): int => $direction * ($done[$one] <=> $done[$other]));
        }
        return $found;
    }

    /**
     * How many took part in each step that gives a point, of those of whom the reader is told.
     *
     * @return array[] as report_structure::taken describes them, in the order of the exercise
     */
    public function steps(): array {
        $of = [];
        $taken = [];
        foreach (array_filter($this->found, $this->told, ARRAY_FILTER_USE_KEY) as $meetings) {
            $has = [];
            foreach (array_keys($meetings) as $id) {
                $has += array_fill_keys($this->required($id), true);
            }
            $done = array_merge([], ...array_values($this->done($meetings)));
            foreach (array_keys($has) as $step) {
                $of[$step] = ($of[$step] ?? 0) + 1;
                $taken[$step] = ($taken[$step] ?? 0) + (in_array($step, $done, true) ? 1 : 0);
            }
        }
        $steps = [];
        foreach ($this->reader->exercise->all_steps() as $step) {
            if (isset($of[$step])) {
                $steps[] = ['id' => $step, 'title' => $this->labels->step($step), 'taken' => $taken[$step], 'of' => $of[$step]];
            }
        }
        return $steps;
    }

    /**
     * What is told of some of the people.
     *
     * @param int $from how many come before
     * @param int $most how many at most
     * @param int[]|null $ids all of them, as found() tells; in the order of their ids, which tells nothing, if not given
     * @return array[] as report_structure::person describes them
     */
    public function people(int $from, int $most, ?array $ids = null): array {
        $ids = array_slice($ids ?? array_keys($this->found), $from, $most);
        $found = array_intersect_key($this->found, array_fill_keys($ids, true));
        $points = progress::points_of($this->reader->instance, array_values(array_filter($ids, $this->told)));
        $people = [];
        $users = (new seen_people($this->reader->cm->context))->people($ids);
        foreach ($ids as $userid) {
            $user = $users[$userid];
            $fields = array_keys($user['identity']);
            $user['identity'] = array_map(
                fn(string $field): array => ['name' => $field, 'value' => $user['identity'][$field]],
                $fields
            );
            $meetings = [];
            // In the order of groups and numbers.
            foreach (array_intersect_key($this->meetings, $found[$userid]) as $id => $meeting) {
                $meetings[] = $this->taking_part($meeting, $found[$userid][$id], ($this->told)($userid));
            }
            $people[] = $user + ['points' => isset($points[$userid]) ? [
                'earned' => $points[$userid]['earned'],
                'attainable' => $points[$userid]['attainable'],
            ] : null, 'meetings' => $meetings];
        }
        return $people;
    }

    /**
     * How somebody took part in a meeting.
     *
     * @param meeting $meeting the meeting
     * @param array $found when they joined, and when it was noted that they took part in steps
     * @param bool $told whether the reader is told in which steps
     * @return array
     */
    private function taking_part(meeting $meeting, array $found, bool $told): array {
        $done = $this->done([$meeting->id() => $found])[$meeting->id()];
        return [
            'meeting' => $meeting->id(),
            'number' => $meeting->number(),
            'group' => $this->reader->group($meeting->groupid()),
            'joined' => $meeting->kept_time($found['joined']),
            'steps' => !$told ? null : array_values(array_map(fn(string $step): array => [
                'id' => $step,
                'title' => $this->labels->step($step),
                'noted' => $meeting->kept_time($found['steps'][$step]),
            ], $done)),
        ];
    }

    /**
     * The steps of a meeting that are told. What is optional gives no points, and the gradebook does not name it.
     *
     * @param int $id id of the meeting
     * @return string[]
     */
    private function required(int $id): array {
        return $this->reader->exercise->required_steps($this->meetings[$id]->part());
    }

    /**
     * In which of these steps somebody took part.
     *
     * @param array[] $found joined and steps, by id of the meeting
     * @return array[] steps by id of the meeting
     */
    private function done(array $found): array {
        $done = [];
        foreach ($found as $id => $there) {
            $done[$id] = array_filter($this->required($id), fn(string $step): bool => isset($there['steps'][$step]));
        }
        return $done;
    }

    /**
     * A name by which others are looked for.
     *
     * @param string $name the name
     * @return string in small letters, without accents
     */
    private static function plain(string $name): string {
        return \core_text::strtolower(\core_text::specialtoascii($name));
    }

    /**
     * Whether the reader is told in which steps somebody took part.
     *
     * @return callable tells of a user id
     */
    private function told(): callable {
        $gradebook = new gradebook_view($this->reader->cm, $this->reader->instance);
        $members = $this->members();
        return fn(int $userid): bool => $gradebook->shows($userid) && ($members === null || isset($members[$userid]));
    }

    /**
     * Those who are in a group whose room the reader may see.
     *
     * @return bool[]|null true by user id; null without groups
     */
    private function members(): ?array {
        global $DB;

        $seen = permission::seen_groups($this->reader->cm);
        if ($seen === [0]) {
            return null;
        }
        [$in, $params] = $DB->get_in_or_equal($seen, SQL_PARAMS_QM, '', true, -1);
        $ids = $DB->get_fieldset_select('groups_members', 'DISTINCT userid', "groupid $in", $params);
        return array_fill_keys(array_map('intval', $ids), true);
    }

    /**
     * Rows of the meetings.
     *
     * @param string $table name of the table
     * @param string $time the column with a time
     * @param string $more one more column, '' for none
     * @return stdClass[] userid, meetingid, time and that column
     */
    private function rows(string $table, string $time, string $more = ''): array {
        global $DB;

        $columns = "id, userid, meetingid, $time AS time" . ($more === '' ? '' : ", $more");
        return $DB->get_records_list($table, 'meetingid', array_keys($this->meetings), '', $columns);
    }

    /**
     * Those of some users whose account is there.
     *
     * @param int[] $ids ids of users
     * @return array by id
     */
    private static function existing(array $ids): array {
        global $DB;

        return array_filter(
            $DB->get_records_list('user', 'id', $ids, '', 'id, deleted'),
            fn(stdClass $user): bool => !$user->deleted
        );
    }
}
