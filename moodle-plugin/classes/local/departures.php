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

use core\event\base;
use mod_leerlandschap\local\command\mark;
use stdClass;

/**
 * Takes those who can come in no more off the number of those present: whoever left the course or the group, or was
 * suspended. Nobody waits for their answers then, also not at one's own pace, where the others wait for those who have not
 * come yet, and a chair that they held is free. What they answered and wrote stays,
 * as do their points; whoever comes back joins again.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class departures {
    /**
     * Somebody left a course, or their enrolment in it changed.
     *
     * @param base $event the event
     */
    public static function from_course(base $event): void {
        self::look('l.course = ?', [$event->courseid], (int) $event->relateduserid);
    }

    /**
     * A way to enrol was switched off, or has other dates.
     *
     * @param base $event the event
     */
    public static function of_enrolments(base $event): void {
        self::look('l.course = ?', [$event->courseid]);
    }

    /**
     * Somebody left a group.
     *
     * @param base $event the event
     */
    public static function from_group(base $event): void {
        self::look('m.groupid = ?', [$event->objectid], (int) $event->relateduserid);
    }

    /**
     * An account changed, and may be suspended.
     *
     * @param base $event the event
     */
    public static function of_account(base $event): void {
        global $DB;

        if ($DB->record_exists('user', ['id' => $event->objectid, 'suspended' => 1])) {
            $courses = 'SELECT e.courseid FROM {enrol} e JOIN {user_enrolments} ue ON ue.enrolid = e.id WHERE ue.userid = ?';
            self::look("l.course IN ($courses)", [$event->objectid], (int) $event->objectid);
        }
    }

    /**
     * Looks for those present who can come in no more, and at meetings at one's own pace, in which somebody who never came was
     * waited for.
     *
     * @param string $where condition on the meeting m and its activity l
     * @param array $params its parameters
     * @param int|null $userid who left; null for anybody
     */
    private static function look(string $where, array $params, ?int $userid = null): void {
        global $DB;

        if (!get_config('mod_leerlandschap', 'version')) {
            // It is being uninstalled.
            return;
        }
        $who = $userid === null ? '' : 'AND p.userid = ?';
        $rows = $DB->get_recordset_sql(
            "SELECT m.id, p.userid
               FROM {leerlandschap_meeting} m
               JOIN {leerlandschap} l ON l.id = m.leerlandschapid
          LEFT JOIN {leerlandschap_presence} p ON p.meetingid = m.id AND p.present = 1 $who
              WHERE m.state = 'open' AND (p.id IS NOT NULL OR m.pace = 'own') AND $where
           ORDER BY m.id, p.id",
            [...($userid === null ? [] : [$userid]), ...$params]
        );
        $present = [];
        foreach ($rows as $row) {
            $present[(int) $row->id] ??= [];
            if ($row->userid !== null) {
                $present[(int) $row->id][] = (int) $row->userid;
            }
        }
        $rows->close();
        foreach ($present as $meetingid => $userids) {
            aftermath::attempt(fn() => self::of_meeting($meetingid, $userids));
        }
    }

    /**
     * Takes those off who can come in no more.
     *
     * @param int $meetingid id of an open meeting
     * @param int[] $userids some who are present; at one's own pace none of them need be gone
     */
    private static function of_meeting(int $meetingid, array $userids): void {
        global $DB;

        $row = $DB->get_record('leerlandschap_meeting', ['id' => $meetingid]);
        $instance = $row ? $DB->get_record('leerlandschap', ['id' => $row->leerlandschapid]) : null;
        $cm = $instance
            ? get_fast_modinfo($instance->course)->get_instances_of('leerlandschap')[$instance->id] ?? null
            : null;
        $gone = $cm && $userids ? array_diff($userids, self::staying($cm, (int) $row->groupid, $userids)) : [];
        if (!$cm || (!$gone && $row->pace !== 'own')) {
            return;
        }
        try {
            $exercise = exercise_store::of_instance($instance);
        } catch (refusal) {
            // Nobody comes in anyhow while there is no exercise.
            return;
        }
        $store = new meeting_store($instance, $exercise);
        $scene = transaction::run(function () use ($store, $row, $instance, $exercise, $cm, $gone): scene {
            $meeting = $store->lock(new meeting($row, $instance, $exercise));
            // Nobody of the meeting did it: no log names anybody for it.
            $scene = new scene($cm, $meeting, null, clock_time::ms());
            $left = array_filter($meeting->is_closed() ? [] : $gone, fn(int $id): bool => mark::presence($scene, $id, false));
            if ($left) {
                $meeting->raise_revision();
                $store->save($meeting);
            }
            return $scene;
        });
        $scene->finish();
        // Of the others everybody may have answered.
        revealing::complete(new scene($cm, $store->reread($scene->meeting), null, clock_time::ms()), $store);
    }

    /**
     * Those of some users who can still come into a room.
     *
     * @param \cm_info $cm the course module
     * @param int $groupid the group, 0 without groups
     * @param int[] $userids the users
     * @return int[]
     */
    private static function staying(\cm_info $cm, int $groupid, array $userids): array {
        global $DB;

        $context = \context_module::instance($cm->id);
        [$enrolled, $params] = get_enrolled_sql($context, '', 0, true);
        [$in, $more] = $DB->get_in_or_equal($userids, SQL_PARAMS_NAMED, 'present');
        $active = array_map('intval', $DB->get_fieldset_sql(
            "SELECT u.id FROM {user} u JOIN ($enrolled) e ON e.id = u.id WHERE u.deleted = 0 AND u.suspended = 0 AND u.id $in",
            $params + $more
        ));
        if (!$groupid || groups_get_activity_groupmode($cm) == NOGROUPS) {
            return $active;
        }
        return array_filter($active, fn(int $userid): bool => groups_is_member($groupid, $userid)
            || has_capability('moodle/site:accessallgroups', $context, $userid));
    }
}
