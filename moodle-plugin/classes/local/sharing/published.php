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

namespace mod_leerlandschap\local\sharing;

use cm_info;
use mod_leerlandschap\event\outcome_withdrawn;
use mod_leerlandschap\local\clock_time;
use mod_leerlandschap\local\exercise;
use mod_leerlandschap\local\exercise_store;
use mod_leerlandschap\local\meeting;
use mod_leerlandschap\local\meeting_store;
use mod_leerlandschap\local\rules;
use mod_leerlandschap\local\transaction;
use mod_leerlandschap\permission;
use moodle_url;
use stdClass;

/**
 * What groups of an activity show to everybody in the course.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class published {
    /**
     * What groups of an activity show.
     *
     * @param cm_info $cm the course module
     * @param stdClass $instance row of leerlandschap
     */
    public function __construct(
        /** @var cm_info the course module */
        private readonly cm_info $cm,
        /** @var stdClass row of leerlandschap */
        private readonly stdClass $instance,
    ) {
    }

    /**
     * The page that shows it.
     *
     * @param cm_info $cm the course module
     * @return moodle_url
     */
    public static function url(cm_info $cm): moodle_url {
        return new moodle_url('/mod/leerlandschap/shared.php', ['id' => $cm->id]);
    }

    /**
     * Whether the current user may read it: whoever sees the activity and belongs to the course, of whatever group.
     *
     * @return bool
     */
    public function may_read(): bool {
        global $USER;

        return has_capability('mod/leerlandschap:view', $this->cm->context)
            && !isguestuser()
            && permission::belongs($this->cm->context, (int) $USER->id)
            && ($this->instance->timeopen <= clock_time::seconds() || $this->may_lead());
    }

    /**
     * Requires that.
     *
     * @throws \required_capability_exception
     */
    public function require_read(): void {
        if (!$this->may_read()) {
            throw new \required_capability_exception($this->cm->context, 'mod/leerlandschap:view', 'nopermissions', '');
        }
    }

    /**
     * How many meetings show something.
     *
     * @return int
     */
    public function count(): int {
        global $DB;

        $shown = 'SELECT COUNT(1) FROM {leerlandschap_sharing} s JOIN {leerlandschap_meeting} m ON m.id = s.meetingid
                   WHERE m.leerlandschapid = ? AND s.timepublished IS NOT NULL';
        return $DB->count_records_sql($shown, [$this->instance->id]);
    }

    /**
     * What is shown.
     *
     * @return stdClass[] rows of leerlandschap_sharing with the meeting's groupid, meetingno, visibility, facilitation and
     *     chairid, the newest first
     */
    public function all(): array {
        global $DB;

        return array_values($DB->get_records_sql(
            'SELECT s.*, m.groupid, m.meetingno, m.visibility, m.facilitation, m.chairid
               FROM {leerlandschap_sharing} s
               JOIN {leerlandschap_meeting} m ON m.id = s.meetingid
              WHERE m.leerlandschapid = ? AND s.timepublished IS NOT NULL
           ORDER BY s.timepublished DESC, s.id DESC',
            [$this->instance->id]
        ));
    }

    /**
     * What a group is asked to show, for whoever may see its room.
     *
     * @param int $groupid the group
     * @return stdClass|null as all() has it; null where nothing is asked, or the room is not the user's to see
     * @throws \mod_leerlandschap\local\refusal unavailable, where there is no exercise
     */
    public function asked(int $groupid): ?stdClass {
        $exercise = exercise_store::of_instance($this->instance);
        $access = permission::access($this->cm, $this->instance, rules::of_instance($this->instance, $exercise), $groupid);
        $meeting = $groupid && $access->groupid === $groupid
            ? (new meeting_store($this->instance, $exercise))->latest($groupid)
            : null;
        $row = $meeting ? question::of_meeting($meeting)?->row() : null;
        return !$row || $row->timepublished !== null ? null : (object) ((array) $row + [
            'groupid' => $groupid,
            'meetingno' => $meeting->number(),
            'visibility' => $meeting->rules()->visibility,
            'facilitation' => $meeting->rules()->facilitation,
            'chairid' => $meeting->chair(),
        ]);
    }

    /**
     * Whether the current user may take something away: whoever leads that group by right, and who had the chair of that
     * meeting. As anywhere in a hidden activity nobody does it in somebody else's name.
     *
     * @param stdClass $row as all() has it
     * @return bool
     */
    public function may_remove(stdClass $row): bool {
        global $USER;

        if (\core\session\manager::is_loggedinas() && $row->visibility === 'hidden') {
            return false;
        }
        $member = groups_is_member($row->groupid);
        $chair = $row->facilitation === 'members' && (int) $row->chairid === (int) $USER->id;
        return ($this->may_lead() && ($member || has_capability('moodle/site:accessallgroups', $this->cm->context)))
            || ($chair && $member && is_enrolled($this->cm->context, $USER, '', true));
    }

    /**
     * Takes something away.
     *
     * @param int $id id of leerlandschap_sharing
     * @throws \required_capability_exception for whoever may not
     */
    public function remove(int $id): void {
        $row = array_column($this->all(), null, 'id')[$id] ?? null;
        if (!$row) {
            // Somebody else was quicker.
            return;
        }
        if (!$this->may_remove($row)) {
            throw new \required_capability_exception($this->cm->context, 'mod/leerlandschap:facilitate', 'nopermissions', '');
        }
        $isremoved = transaction::run(function () use ($row): bool {
            global $DB;

            // Whatever became of the exercise, it can be taken away.
            $store = new meeting_store($this->instance, new exercise(['steps' => []]));
            $found = $DB->get_record('leerlandschap_meeting', ['id' => $row->meetingid], '*', MUST_EXIST);
            $meeting = $store->lock(new meeting($found, $this->instance, new exercise(['steps' => []])));
            $question = question::of_meeting($meeting);
            if (!$question?->is_published() || (int) $question->row()->id !== (int) $row->id) {
                // It is gone meanwhile, and what is asked anew is another question.
                return false;
            }
            question::drop($meeting);
            if ($store->latest($meeting->groupid())->id() === $meeting->id()) {
                // A meeting that others came after is on nobody's screen.
                $meeting->raise_revision();
                $store->save($meeting);
            }
            return true;
        });
        if (!$isremoved) {
            return;
        }
        outcome_withdrawn::create([
            'objectid' => $row->meetingid,
            'context' => $this->cm->context,
            'other' => ['groupid' => (int) $row->groupid],
        ])->trigger();
    }

    /**
     * Whether the current user leads by right. Core leaves somebody whose enrolment is suspended the role.
     *
     * @return bool
     */
    private function may_lead(): bool {
        global $USER;

        return permission::belongs($this->cm->context, (int) $USER->id)
            && has_capability('mod/leerlandschap:facilitate', $this->cm->context);
    }
}
