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
        if ($DB->record_exists('leerlandschap_progress', $row)) {
            return false;
        }
        $row['timedone'] = $meeting->kept_time(clock_time::seconds());
        $DB->insert_record('leerlandschap_progress', (object) $row);
        return true;
    }

    /**
     * The steps that a participant has taken part in.
     *
     * @param meeting $meeting the meeting
     * @param int $userid the participant
     * @return string[] in the order of the exercise
     */
    public static function done(meeting $meeting, int $userid): array {
        global $DB;

        $where = ['meetingid' => $meeting->id(), 'userid' => $userid];
        $done = $DB->get_fieldset_select('leerlandschap_progress', 'step', 'meetingid = :meetingid AND userid = :userid', $where);
        return array_values(array_intersect($meeting->steps(), $done));
    }

    /**
     * The points of a participant: one for each required step of the meetings held.
     *
     * Someone who was moved to another group takes the steps done in the old one along: meetings of the same
     * number count as one.
     *
     * @param int $instanceid id of the activity
     * @param int $userid the participant
     * @return array{earned: int, attainable: int, done: string[], open: string[]} done and open are ids of steps
     */
    public static function points(int $instanceid, int $userid): array {
        global $DB;

        $instance = $DB->get_record('leerlandschap', ['id' => $instanceid], '*', MUST_EXIST);
        $exercise = exercise_store::of_instance($instance);
        $done = [];
        $open = [];
        foreach (self::done_by_meeting($instanceid, $userid) ?: [1 => []] as $number => $steps) {
            $required = $exercise->required_steps($exercise->part_of_meeting($number));
            $done = [...$done, ...array_values(array_intersect($required, $steps))];
            $open = [...$open, ...array_values(array_diff($required, $steps))];
        }
        return ['earned' => count($done), 'attainable' => count($done) + count($open), 'done' => $done, 'open' => $open];
    }

    /**
     * Tells gradebook and completion that the progress of a participant has changed.
     *
     * @param stdClass $instance row of leerlandschap
     * @param stdClass|\cm_info $cm the course module
     * @param int $userid the participant
     */
    public static function announce(stdClass $instance, stdClass|\cm_info $cm, int $userid): void {
        global $CFG;
        require_once($CFG->libdir . '/completionlib.php');

        grader::update_user($instance, $userid);
        if (!empty($instance->completionfinish)) {
            $completion = new \completion_info(get_course($instance->course));
            if ($completion->is_enabled($cm)) {
                $completion->update_state($cm, COMPLETION_COMPLETE, $userid);
            }
        }
    }

    /**
     * The steps done, by number of the meeting.
     *
     * @param int $instanceid id of the activity
     * @param int $userid the participant
     * @return array[] lists of ids of steps, empty for a meeting that was only joined
     */
    private static function done_by_meeting(int $instanceid, int $userid): array {
        global $DB;

        $rows = $DB->get_recordset_sql(
            "SELECT m.meetingno, p.step
               FROM {leerlandschap_meeting} m
               JOIN {leerlandschap_progress} p ON p.meetingid = m.id
              WHERE m.leerlandschapid = ? AND p.userid = ?
              UNION
             SELECT m.meetingno, '' AS step
               FROM {leerlandschap_meeting} m
               JOIN {leerlandschap_presence} j ON j.meetingid = m.id
              WHERE m.leerlandschapid = ? AND j.userid = ?
           ORDER BY meetingno",
            [$instanceid, $userid, $instanceid, $userid]
        );
        $done = [];
        foreach ($rows as $row) {
            $done[(int) $row->meetingno] ??= [];
            if ($row->step !== '') {
                $done[(int) $row->meetingno][] = $row->step;
            }
        }
        $rows->close();
        return $done;
    }
}
