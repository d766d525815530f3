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

use mod_leerlandschap\local\actor;
use mod_leerlandschap\local\clock_time;
use mod_leerlandschap\local\contribution\action;
use mod_leerlandschap\local\contribution_export;
use mod_leerlandschap\local\contribution_rows;
use mod_leerlandschap\local\meeting;
use mod_leerlandschap\local\meeting_store;
use mod_leerlandschap\local\refusal;
use mod_leerlandschap\local\scene;
use mod_leerlandschap\local\transaction;
use mod_leerlandschap\permission;
use stdClass;

/**
 * Notes how a follow-up action goes, from the report: in the last meeting that has it, also once that is closed.
 *
 * What people answered and wrote stays as it was when a meeting was closed; how an action goes is news of later.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class action_status {
    /**
     * For the actions of an activity.
     *
     * @param report_reader $reader who reads its report
     */
    public function __construct(
        /** @var report_reader who reads its report */
        private readonly report_reader $reader,
    ) {
    }

    /**
     * Sets a status.
     *
     * @param string $id id of the meeting
     * @param string $action id of the action
     * @param string $status what has become of it
     * @param int $revision revision of the action that the change starts from
     * @return array the action, as the room has it; unchanged where it has that status already
     * @throws refusal unknown_meeting, why the room is not theirs to change, not_allowed, gone, conflict, bad_value
     */
    public function set(string $id, string $action, string $status, int $revision): array {
        global $USER;

        $reader = $this->reader;
        $found = $reader->meeting($id);
        $access = permission::access($reader->cm, $reader->instance, $reader->rules, $reader->asked_by($found->groupid()));
        if ($access->notice !== null || !$access->facilitate) {
            throw new refusal($access->notice ?? 'not_allowed');
        }
        $store = new meeting_store($reader->instance, $reader->exercise);
        [$scene, $row] = transaction::run(function () use ($store, $found, $action, $status, $revision, $access, $USER): array {
            // The next meeting begins under the same lock.
            $meeting = $store->lock($found);
            $row = self::action($meeting, $action);
            $scene = new scene($this->reader->cm, $meeting, new actor($USER, $access), clock_time::ms());
            if ($row->fields['status'] !== $status) {
                self::check($row, $status, $revision);
                $scene->contributions()->change($row, array_replace($row->fields, ['status' => $status]));
                $store->save($meeting);
                $scene->note_event('action_status_set');
            }
            return [$scene, $row];
        });
        $scene->finish();
        return contribution_export::all($scene->meeting, [$row])[0];
    }

    /**
     * The action, as the last meeting that has it says.
     *
     * @param meeting $meeting the meeting, locked
     * @param string $action id of the action
     * @return stdClass
     * @throws refusal gone, where it was deleted, in a later meeting too; conflict, where a later meeting goes on with it
     */
    private static function action(meeting $meeting, string $action): stdClass {
        global $DB;

        $row = contribution_rows::find($meeting, $action);
        $isaction = $row && !$row->deleted && $row->kind === 'action' && $row->audience === contribution_rows::GROUP
            && $meeting->exercise->has_step($row->step);
        if (!$isaction) {
            throw new refusal('gone');
        }
        $later = $DB->get_records_sql(
            'SELECT c.id, c.deleted
               FROM {leerlandschap_contrib} c
               JOIN {leerlandschap_meeting} m ON m.id = c.meetingid
              WHERE m.leerlandschapid = ? AND m.groupid = ? AND m.meetingno > ? AND c.uuid = ?
           ORDER BY m.meetingno DESC',
            [$meeting->instance->id, $meeting->groupid(), $meeting->number(), $action]
        );
        if ($later) {
            throw new refusal(reset($later)->deleted ? 'gone' : 'conflict');
        }
        return $row;
    }

    /**
     * Checks that an action can get a status.
     *
     * @param stdClass $row the action
     * @param string $status what has become of it
     * @param int $revision revision of the action that the change starts from
     * @throws refusal conflict, bad_value
     */
    private static function check(stdClass $row, string $status, int $revision): void {
        if ($row->revision !== $revision) {
            throw new refusal('conflict');
        }
        if (!in_array($status, action::STATUSES, true)) {
            throw new refusal('bad_value');
        }
    }
}
