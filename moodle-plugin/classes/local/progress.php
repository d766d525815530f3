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
 * The steps that participants have taken part in, and the points that they give.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class progress {
    /** Kinds of work in which people answer what the exercise asks; a group may leave out what is optional. */
    public const ANSWERING = ['statements', 'questions'];

    /** Kinds of work in which the group writes. */
    public const WRITING = ['notes', 'actions', 'principles', 'plan'];

    /**
     * Notes that a participant has taken part in a step.
     *
     * @param meeting $meeting the meeting
     * @param int $userid the participant
     * @param string $step the step
     * @return bool whether that is new
     */
    public static function mark(meeting $meeting, int $userid, string $step): bool {
        global $DB;

        $row = ['meetingid' => $meeting->id(), 'userid' => $userid, 'step' => $step];
        if (self::has($meeting, $userid, $step)) {
            return false;
        }
        $row['timedone'] = $meeting->kept_time(clock_time::seconds());
        $DB->insert_record('leerlandschap_progress', (object) $row);
        return true;
    }

    /**
     * Notes for several participants at once that they have taken part in steps.
     *
     * @param meeting $meeting the meeting, locked by this transaction
     * @param array[] $new user id and step each, not noted so far, in the order in which they are to be stored
     */
    public static function add_all(meeting $meeting, array $new): void {
        global $DB;

        $time = $meeting->kept_time(clock_time::seconds());
        $DB->insert_records('leerlandschap_progress', array_map(fn(array $one): array => [
            'meetingid' => $meeting->id(),
            'userid' => $one[0],
            'step' => $one[1],
            'timedone' => $time,
        ], $new));
    }

    /**
     * Whether it is noted that a participant has taken part in a step.
     *
     * @param meeting $meeting the meeting
     * @param int $userid the participant
     * @param string $step the step
     * @return bool
     */
    public static function has(meeting $meeting, int $userid, string $step): bool {
        global $DB;

        $row = ['meetingid' => $meeting->id(), 'userid' => $userid, 'step' => $step];
        return $DB->record_exists('leerlandschap_progress', $row);
    }

    /**
     * The steps that it is noted of a participant to have taken part in.
     *
     * @param meeting $meeting the meeting
     * @param int $userid the participant
     * @return string[]
     */
    public static function of_person(meeting $meeting, int $userid): array {
        global $DB;

        $where = ['meetingid' => $meeting->id(), 'userid' => $userid];
        return $DB->get_fieldset_select('leerlandschap_progress', 'step', 'meetingid = :meetingid AND userid = :userid', $where);
    }

    /**
     * Of how many it is noted that they took part in a step.
     *
     * @param meeting $meeting the meeting
     * @param string $step the step
     * @return int
     */
    public static function count_of_step(meeting $meeting, string $step): int {
        global $DB;

        return $DB->count_records('leerlandschap_progress', ['meetingid' => $meeting->id(), 'step' => $step]);
    }

    /**
     * The steps that it is noted of everybody to have taken part in.
     *
     * @param meeting $meeting the meeting
     * @return array[] true, by user id and step
     */
    public static function of_people(meeting $meeting): array {
        global $DB;

        $steps = [];
        foreach ($DB->get_records('leerlandschap_progress', ['meetingid' => $meeting->id()], '', 'id, userid, step') as $row) {
            $steps[(int) $row->userid][$row->step] = true;
        }
        return $steps;
    }

    /**
     * The points of a participant: those of each required step of the meetings held, as the exercise has them now.
     *
     * Someone who was moved to another group takes the steps done in the old one along: meetings of the same
     * number count as one.
     *
     * @param int $instanceid id of the activity
     * @param int $userid the participant
     * @param string[]|null $blocks ANSWERING for the required steps of these kinds, WRITING for all of these,
     *     each of which counts as one; null for the points
     * @return array{earned: int, attainable: int, done: string[], open: string[]} done and open are ids of steps
     */
    public static function points(int $instanceid, int $userid, ?array $blocks = null): array {
        global $DB;

        $instance = $DB->get_record('leerlandschap', ['id' => $instanceid], '*', MUST_EXIST);
        return self::points_of($instance, [$userid], $blocks)[$userid];
    }

    /**
     * The points of several participants.
     *
     * @param stdClass $instance row of leerlandschap
     * @param int[] $userids the participants
     * @param string[]|null $blocks as points() has it
     * @return array[] what points() says, by user id
     */
    public static function points_of(stdClass $instance, array $userids, ?array $blocks = null): array {
        $meetings = self::done_by_meeting([(int) $instance->id], $userids)[(int) $instance->id] ?? [];
        $exercise = exercise_store::of_instance($instance);
        $points = [];
        foreach ($userids as $userid) {
            $points[$userid] = self::count($exercise, $meetings[$userid] ?? [], $blocks);
        }
        return $points;
    }

    /**
     * The points of a participant in several activities, of those whose exercise is there.
     *
     * @param stdClass[] $instances rows of leerlandschap
     * @param int $userid the participant
     * @return array[] what points() says, by id of the activity
     */
    public static function points_in(array $instances, int $userid): array {
        $ids = array_map(fn(stdClass $instance): int => (int) $instance->id, $instances);
        $meetings = self::done_by_meeting($ids, [$userid]);
        $points = [];
        foreach ($instances as $instance) {
            try {
                $exercise = exercise_store::of_instance($instance);
            } catch (refusal) {
                continue;
            }
            $points[(int) $instance->id] = self::count($exercise, $meetings[(int) $instance->id][$userid] ?? [], null);
        }
        return $points;
    }

    /**
     * The points that a participant has from the meetings held.
     *
     * @param exercise $exercise the exercise
     * @param array[] $meetings parts and steps each, by number; none where the first is still to be held
     * @param string[]|null $blocks as points() has it
     * @return array what points() says
     */
    private static function count(exercise $exercise, array $meetings, ?array $blocks): array {
        $done = [];
        $open = [];
        $first = [1 => ['parts' => [$exercise->part_of_meeting(1)], 'steps' => []]];
        foreach ($meetings ?: $first as ['parts' => $parts, 'steps' => $steps]) {
            $required = self::required($exercise, $parts, $steps, $blocks);
            $done = [...$done, ...array_values(array_intersect($required, $steps))];
            $open = [...$open, ...array_values(array_diff($required, $steps))];
        }
        $points = fn(array $steps): int => array_sum(
            $blocks === null ? array_map($exercise->points(...), $steps) : array_fill_keys(array_keys($steps), 1)
        );
        $earned = $points($done);
        return ['earned' => $earned, 'attainable' => $earned + $points($open), 'done' => $done, 'open' => $open];
    }

    /**
     * The steps that count in the meetings of one number. Groups can have gone through different runs: then
     * the one counts of which somebody has done most.
     *
     * @param exercise $exercise the exercise
     * @param string[] $parts parts that these meetings run
     * @param string[] $done steps that were done
     * @param string[]|null $blocks as points() has it
     * @return string[]
     */
    private static function required(exercise $exercise, array $parts, array $done, ?array $blocks): array {
        $counts = fn(string $step): bool => $blocks === null || in_array($exercise->block($step), $blocks, true);
        $optional = $blocks === self::WRITING;
        $required = array_map(fn(string $part): array => array_values(array_filter(
            $optional ? $exercise->steps_of_part($part) : $exercise->required_steps($part),
            $counts
        )), $parts);
        usort($required, fn(array $a, array $b): int => count(array_intersect($b, $done)) <=> count(array_intersect($a, $done)));
        return $required[0] ?? [];
    }

    /**
     * The meetings held and the steps done, by activity, user and number of the meeting: in one query.
     *
     * Somebody who joined an earlier meeting is expected at the next ones: these count once they are closed.
     *
     * @param int[] $instanceids ids of the activities
     * @param int[] $userids the participants
     * @return array[] by id of the activity, then user id, then number: parts and steps, no steps for a meeting that was
     *     only joined or missed
     */
    private static function done_by_meeting(array $instanceids, array $userids): array {
        global $DB;

        if (!$userids || !$instanceids) {
            return [];
        }
        [$in, $params] = $DB->get_in_or_equal($userids);
        [$these, $ids] = $DB->get_in_or_equal($instanceids);
        $rows = $DB->get_recordset_sql(
            "SELECT m.leerlandschapid, p.userid, m.meetingno, m.part, p.step
               FROM {leerlandschap_meeting} m
               JOIN {leerlandschap_progress} p ON p.meetingid = m.id
              WHERE m.leerlandschapid $these AND p.userid $in
              UNION
             SELECT m.leerlandschapid, j.userid, m.meetingno, m.part, '' AS step
               FROM {leerlandschap_meeting} m
               JOIN {leerlandschap_presence} j ON j.meetingid = m.id
              WHERE m.leerlandschapid $these AND j.userid $in AND (j.timejoined > 0 OR m.state = 'closed')
           ORDER BY meetingno",
            [...$ids, ...$params, ...$ids, ...$params]
        );
        $done = [];
        foreach ($rows as $row) {
            $meeting = &$done[(int) $row->leerlandschapid][(int) $row->userid][(int) $row->meetingno];
            $meeting ??= ['parts' => [], 'steps' => []];
            if (!in_array($row->part, $meeting['parts'], true)) {
                $meeting['parts'][] = $row->part;
            }
            if ($row->step !== '') {
                $meeting['steps'][] = $row->step;
            }
            unset($meeting);
        }
        $rows->close();
        return $done;
    }
}
