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
use core_external\util;
use mod_leerlandschap\local\clock_time;
use mod_leerlandschap\local\editing\used_reader;
use mod_leerlandschap\local\exercise;
use mod_leerlandschap\local\exercise_store;
use mod_leerlandschap\local\former_rooms;
use mod_leerlandschap\local\language;
use mod_leerlandschap\local\refusal;
use stdClass;

/**
 * How the groups of a course stand in its activities, for whoever may see how they do.
 *
 * All are read at once, in as many queries for fifty activities and forty groups as for one and two (an exercise that was
 * edited is a row of its own).
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class room_summaries {
    /** After how long a meeting that nobody uses should be closed. After twice as long Moodle closes it. */
    private const LEFT_OPEN = 7 * DAYSECS;

    /** How long before an activity closes it shows which groups are not done. */
    private const CLOSES_SOON = 7 * DAYSECS;

    /** @var stdClass[] rows of leerlandschap, by id */
    private readonly array $instances;

    /** @var array[] the last meetings, rows by id of the activity and group */
    private readonly array $last;

    /** @var int[] how many have joined, by id of the meeting */
    private readonly array $joined;

    /** @var array[] open actions, rows by id of the activity and group */
    private readonly array $actions;

    /** @var array[] names of former rooms, by id of the activity and what is to be asked for */
    private readonly array $former;

    /** @var array[] groups of which the user may see how they do, by id of the activity */
    private array $seen = [];

    /**
     * Reads how the groups stand.
     *
     * @param stdClass $course row of course
     */
    public function __construct(
        /** @var stdClass row of course */
        private readonly stdClass $course,
    ) {
        global $DB, $USER;

        $rooms = new seen_rooms((int) $course->id, (int) $USER->id);
        $cms = array_filter(
            get_fast_modinfo($course)->get_instances_of('leerlandschap'),
            fn(cm_info $cm): bool => $cm->uservisible && seen_rooms::teaches($cm)
        );
        $this->seen = array_map($rooms->seen(...), $cms);
        $this->instances = $DB->get_records_list('leerlandschap', 'id', array_keys($cms));
        $this->last = $this->last_meetings();
        $this->former = $this->former_rooms(array_intersect_key($cms, $this->instances));
        $this->joined = $this->joined();
        $this->actions = group_actions::of_activities(array_keys($this->instances));
    }

    /**
     * How the groups stand, those first that somebody should look at.
     *
     * @return room_summary[]
     */
    public function all(): array {
        $modinfo = get_fast_modinfo($this->course)->get_instances_of('leerlandschap');
        $all = [];
        foreach (array_intersect_key($modinfo, $this->instances) as $id => $cm) {
            $exercise = $this->exercise((int) $id);
            $groups = $this->seen[$id] === [0] ? [] : groups_get_all_groups($cm->course, 0, 0, 'g.id, g.name');
            $name = fn(int $groupid): string => !isset($groups[$groupid]) ? ''
                : util::format_string($groups[$groupid]->name, $cm->context, true, ['escape' => false]);
            foreach ($this->seen[$id] as $groupid) {
                $all[] = $this->room($cm, $exercise, $groupid, $name($groupid));
            }
            foreach ($this->former[$id] ?? [] as $asked => $formername) {
                $all[] = $this->room($cm, $exercise, $asked, $formername, true);
            }
        }
        // Those that are as urgent stay in the order of the course and its groups.
        usort($all, fn(room_summary $a, room_summary $b): int => $a->urgency() <=> $b->urgency());
        return $all;
    }

    /**
     * How a group stands.
     *
     * @param cm_info $cm the course module
     * @param exercise|null $exercise the exercise, null where it is not there
     * @param int $asked what to ask for to come into its room: the group, 0 without groups, or what former_rooms says
     * @param string $name its name
     * @param bool $former whether it is a room that the activity has no more
     * @return room_summary
     */
    private function room(cm_info $cm, ?exercise $exercise, int $asked, string $name, bool $former = false): room_summary {
        $groupid = $asked === former_rooms::EVERYBODY ? 0 : $asked;
        $row = $this->last[$cm->instance][$groupid] ?? null;
        $state = $row->state ?? 'none';
        $used = $row ? max((int) $row->timeused, (int) $row->timecreated) : 0;
        [$place, $step, $steps] = $this->place($exercise, $row);
        $actions = $this->actions[$cm->instance][$groupid] ?? null;
        $overdue = (int) ($actions->overdue ?? 0);
        $now = clock_time::seconds();
        $closes = (int) $this->instances[$cm->instance]->timeclose;
        $reasons = [
            'overdue' => $overdue > 0,
            'leftopen' => $state === 'open' && $used < $now - self::LEFT_OPEN,
            // What is over for long is nobody's to do any more.
            'closessoon' => $state !== 'closed' && !$former && $closes && abs($closes - $now) < self::CLOSES_SOON,
        ];
        return new room_summary(
            cm: $cm,
            asked: $asked,
            group: $name,
            former: $former,
            state: $state,
            number: (int) ($row->meetingno ?? 0),
            day: $state === 'closed' ? (int) $row->timeclosed : $used,
            place: $place,
            step: $step,
            steps: $steps,
            joined: $this->joined[$row->id ?? 0] ?? 0,
            actions: (int) ($actions->number ?? 0),
            overdue: $overdue,
            due: (string) ($actions->due ?? ''),
            reasons: array_keys(array_filter($reasons)),
        );
    }

    /**
     * Where a group is.
     *
     * @param exercise|null $exercise the exercise, null where it is not there
     * @param stdClass|null $row row of leerlandschap_meeting, null where the group has not met
     * @return array place, number of the step and number of steps, as room_summary has them
     */
    private function place(?exercise $exercise, ?stdClass $row): array {
        if (!$exercise || !$row) {
            return ['@start', 0, 0];
        }
        $steps = $exercise->steps_of_part($row->part);
        $step = array_search($row->place, $steps, true);
        return match (true) {
            $row->pace === 'own' => ['@own', 0, count($steps)],
            $step === false => [$row->place, 0, count($steps)],
            default => [language::pick($exercise->title($row->place)), $step + 1, count($steps)],
        };
    }

    /**
     * The exercise of an activity.
     *
     * @param int $id id of the activity
     * @return exercise|null null where it is not there
     */
    private function exercise(int $id): ?exercise {
        try {
            return exercise_store::of_instance($this->instances[$id]);
        } catch (refusal) {
            return null;
        }
    }

    /**
     * The last meeting of every group that has gone anywhere in one.
     *
     * @return array[] rows of leerlandschap_meeting by id of the activity and group
     */
    private function last_meetings(): array {
        global $DB;

        $fields = 'id, leerlandschapid, groupid, meetingno, part, place, visited, state, pace, timeused, timecreated, timeclosed';
        $ids = array_keys($this->instances);
        $last = [];
        foreach ($DB->get_records_list('leerlandschap_meeting', 'leerlandschapid', $ids, 'meetingno', $fields) as $row) {
            if (summaries::has_begun($row)) {
                $last[(int) $row->leerlandschapid][(int) $row->groupid] = $row;
            }
        }
        return $last;
    }

    /**
     * The rooms that activities have no more, of those in which the user leads by right and may enter every group.
     *
     * @param cm_info[] $cms course modules by id of the activity
     * @return array[] names, by id of the activity and what is to be asked for
     */
    private function former_rooms(array $cms): array {
        $former = [];
        foreach ($cms as $id => $cm) {
            $rows = array_diff_key($this->last[$id] ?? [], array_flip($this->seen[$id]));
            if ($rows && former_rooms::are_entered($cm)) {
                $former[$id] = $rows;
            }
        }
        $touched = $former ? array_flip(used_reader::touched_meetings(...array_keys($former))) : [];
        $groups = array_merge(...array_map(fn(array $rows): array => array_keys($rows), array_values($former)));
        $existing = former_rooms::existing($groups);
        foreach ($former as $id => $rows) {
            $rows = array_filter($rows, fn(stdClass $row): bool => isset($touched[$row->id]));
            $former[$id] = former_rooms::names($cms[$id], $rows, $existing);
        }
        return $former;
    }

    /**
     * How many have joined the last meetings.
     *
     * @return int[] by id of the meeting
     */
    private function joined(): array {
        global $DB;

        $ids = array_column(array_merge(...array_values($this->last)), 'id');
        [$in, $params] = $DB->get_in_or_equal($ids, SQL_PARAMS_QM, '', true, 0);
        return array_map('intval', $DB->get_records_sql_menu(
            "SELECT meetingid, COUNT(1) FROM {leerlandschap_presence} WHERE meetingid $in AND timejoined > 0 GROUP BY meetingid",
            $params
        ));
    }
}
