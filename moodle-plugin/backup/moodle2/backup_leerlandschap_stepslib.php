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

/**
 * How an activity is backed up.
 *
 * @package    mod_leerlandschap
 * @category   backup
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

use mod_leerlandschap\local\copying\copied_meeting;
use mod_leerlandschap\local\copying\restoring;
use mod_leerlandschap\local\copying\rows_element;
use mod_leerlandschap\local\exercise_store;
use mod_leerlandschap\local\refusal;

/**
 * The structure of a backup of an activity: leerlandschap.xml.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class backup_leerlandschap_activity_structure_step extends backup_activity_structure_step {
    /** Parts of a meeting: element for all of them and for one => its columns, and the method that tells them. */
    private const PARTS = [
        'presences/presence' => [['userid', 'present', 'timejoined'], 'presences'],
        'rounds/round' => [
            ['step', 'number', 'phase', 'items', 'answered', 'presentcount', 'answeredsofar', 'results', 'relations'],
            'rounds',
        ],
        'answers/answer' => [
            ['step', 'subject', 'number', 'userid', 'value', 'choices', 'content', 'reason', 'seq'],
            'answers',
        ],
        'contributions/contribution' => [
            [
                'uuid', 'step', 'kind', 'fields', 'sealed', 'position', 'revision', 'fromno', 'audience', 'authorid',
                'authorkey', 'deleted',
            ],
            'contributions',
        ],
        'progresses/progress' => [['userid', 'step', 'timedone'], 'progresses'],
        'sharings/sharing' => [['asked', 'lesson', 'snapshot', 'agreed', 'presentcount', 'timepublished'], 'sharings'],
        'locks/lock' => [['step', 'number', 'mark'], 'locks'],
        'people/person' => [['userid'], 'people'],
    ];

    /** @var copied_meeting|null the meeting that the backup is at */
    private ?copied_meeting $meeting = null;

    /**
     * What is backed up: the activity with its exercise, and with user data its meetings.
     *
     * @return backup_nested_element
     */
    protected function define_structure() {
        $userinfo = $this->get_setting_value('userinfo');
        $activity = new backup_nested_element('leerlandschap', ['id'], [
            'layout', 'name', 'intro', 'introformat', 'format', 'scale', 'visibility', 'minanswers', 'facilitation', 'pace',
            'exerciseversion', 'grade', 'timeopen', 'timeclose', 'completionfinish', 'completionanswer', 'completionwrite',
            'timecreated', 'timemodified',
        ]);
        $activity->set_source_sql(
            'SELECT l.*, ' . restoring::LAYOUT . ' AS layout FROM {leerlandschap} l WHERE l.id = ?',
            [backup::VAR_ACTIVITYID]
        );
        $activity->annotate_files('mod_leerlandschap', 'intro', null);

        $exercises = new backup_nested_element('exercises');
        $exercise = new backup_nested_element('exercise', null, ['exercise_json', 'usermodified', 'timemodified']);
        $activity->add_child($exercises);
        $exercises->add_child($exercise);
        $editor = $userinfo ? 'usermodified' : 'NULL AS usermodified';
        $exercise->set_source_sql(
            "SELECT exercise AS exercise_json, $editor, timemodified FROM {leerlandschap_exercise} WHERE leerlandschapid = ?",
            [backup::VAR_ACTIVITYID]
        );
        $exercise->annotate_ids('user', 'usermodified');

        $this->add_meetings($activity, $userinfo);
        return $this->prepare_activity_structure($activity);
    }

    /**
     * Adds the meetings.
     *
     * @param backup_nested_element $activity the activity
     * @param bool $userinfo whether user data is backed up
     */
    private function add_meetings(backup_nested_element $activity, bool $userinfo): void {
        $meetings = new backup_nested_element('meetings');
        $meeting = new rows_element('meeting', ['id'], [
            'groupid', 'meetingno', 'part', 'place', 'visited', 'state', 'revision', 'firstrevision', 'chairid', 'timerseconds',
            'timerelapsed', 'timerstarted', 'visibility', 'minanswers', 'facilitation', 'pace', 'frozen', 'timeused',
            'timecreated', 'timeclosed', 'timemodified', 'nonce', 'proof',
        ]);
        $activity->add_child($meetings);
        $meetings->add_child($meeting);
        $meeting->annotate_ids('user', 'chairid');
        $meeting->annotate_ids('group', 'groupid');
        foreach (self::PARTS as $names => [$columns, $method]) {
            [$all, $one] = explode('/', $names);
            $list = new backup_nested_element($all);
            $row = new rows_element($one, null, $columns);
            $meeting->add_child($list);
            $list->add_child($row);
            foreach (array_intersect(['userid', 'authorid'], $columns) as $column) {
                $row->annotate_ids('user', $column);
            }
            if ($userinfo) {
                $row->set_source_rows(fn(): iterable => $this->meeting->$method());
            }
        }
        if ($userinfo) {
            $meeting->set_source_rows($this->meetings(...));
        }
    }

    /**
     * The meetings, one at a time.
     *
     * @return iterable rows
     */
    private function meetings(): iterable {
        global $DB;

        $instance = $DB->get_record('leerlandschap', ['id' => $this->task->get_activityid()], '*', MUST_EXIST);
        try {
            $exercise = exercise_store::of_instance($instance);
        } catch (refusal) {
            // What people made is kept, whatever became of what they made it with.
            $exercise = null;
        }
        $where = ['leerlandschapid' => $instance->id];
        foreach ($DB->get_records('leerlandschap_meeting', $where, 'groupid, meetingno') as $row) {
            $this->meeting = new copied_meeting($row, $instance, $exercise);
            yield $this->meeting->columns();
        }
    }
}
