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

namespace mod_leerlandschap\privacy;

use context_module;
use core_privacy\local\request\helper;
use core_privacy\local\request\transform;
use core_privacy\local\request\writer;
use stdClass;

/**
 * Writes down what an activity keeps about a user.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class exporter {
    /**
     * An export.
     *
     * @param stdClass $user row of user
     * @param context_module $context where it is kept
     */
    public function __construct(
        /** @var stdClass row of user */
        private stdClass $user,
        /** @var context_module where it is kept */
        private context_module $context
    ) {
    }

    /**
     * Writes it down: the activity, and each meeting that the user has to do with.
     *
     * @param int $instanceid id of the activity
     */
    public function export(int $instanceid): void {
        global $DB;

        $instance = $DB->get_record('leerlandschap', ['id' => $instanceid], '*', MUST_EXIST);
        writer::with_context($this->context)->export_data([], helper::get_context_data($this->context, $this->user));
        helper::export_context_files($this->context, $this->user);
        foreach ($DB->get_records('leerlandschap_meeting', ['leerlandschapid' => $instanceid], 'id') as $meeting) {
            $data = array_filter([
                'presence' => $this->presence($meeting),
                'steps' => $this->steps($meeting),
                'answers' => $this->answers($meeting, $instance),
                'contributions' => $this->contributions($meeting),
                'actions' => $this->actions($meeting),
            ]);
            if ((int) $meeting->chairid === (int) $this->user->id) {
                $data['chair'] = transform::yesno(true);
            }
            if (!$data) {
                continue;
            }
            if ($meeting->visibility === 'hidden' && $meeting->state === 'closed') {
                $data['note'] = get_string('privacy:answeranonymous', 'mod_leerlandschap');
            }
            $path = get_string('privacy:path:meeting', 'mod_leerlandschap', $meeting->id);
            writer::with_context($this->context)->export_data([$path], (object) $data);
        }
    }

    /**
     * Whether the user joined.
     *
     * @param stdClass $meeting row of leerlandschap_meeting
     * @return array
     */
    private function presence(stdClass $meeting): array {
        global $DB;

        $row = $DB->get_record('leerlandschap_presence', ['meetingid' => $meeting->id, 'userid' => $this->user->id]);
        return !$row ? [] : [
            'present' => transform::yesno($row->present),
            'timejoined' => $this->time($meeting, (int) $row->timejoined),
        ];
    }

    /**
     * The steps that the user took part in.
     *
     * @param stdClass $meeting row of leerlandschap_meeting
     * @return array[]
     */
    private function steps(stdClass $meeting): array {
        global $DB;

        $rows = $DB->get_records('leerlandschap_progress', ['meetingid' => $meeting->id, 'userid' => $this->user->id], 'id');
        return array_values(array_map(fn(stdClass $row): array => [
            'step' => $row->step,
            'timedone' => $this->time($meeting, (int) $row->timedone),
        ], $rows));
    }

    /**
     * The user's answers, where they can be told.
     *
     * @param stdClass $meeting row of leerlandschap_meeting
     * @param stdClass $instance row of leerlandschap
     * @return array[]
     */
    private function answers(stdClass $meeting, stdClass $instance): array {
        global $DB;

        [$where, $parameters] = personal_answers::condition($meeting, $instance, (int) $this->user->id);
        $answers = [];
        // In the order of the exercise: that of the rows would tell when each was given.
        $rows = $DB->get_records_select('leerlandschap_answer', $where, $parameters, 'round, itemid', 'id, itemid, round, value, reason');
        $items = $DB->get_records_menu('leerlandschap_item', ['leerlandschapid' => $instance->id], '', 'id, itemkey');
        foreach ($rows as $row) {
            $answers[] = [
                'item' => $items[$row->itemid] ?? $row->itemid,
                'round' => (int) $row->round,
                'value' => $row->value === null ? null : (int) $row->value,
                'reason' => $row->reason,
            ];
        }
        return $answers;
    }

    /**
     * What the user wrote.
     *
     * @param stdClass $meeting row of leerlandschap_meeting
     * @return array[]
     */
    private function contributions(stdClass $meeting): array {
        global $DB;

        $rows = $DB->get_records('leerlandschap_contrib', ['meetingid' => $meeting->id, 'authorid' => $this->user->id], 'id');
        return $this->texts($rows);
    }

    /**
     * What the user is to do, whoever wrote it.
     *
     * @param stdClass $meeting row of leerlandschap_meeting
     * @return array[]
     */
    private function actions(stdClass $meeting): array {
        global $DB;

        $rows = $DB->get_records('leerlandschap_contrib', ['meetingid' => $meeting->id, 'kind' => 'action'], 'id');
        $own = fn(stdClass $row): bool => owner::of($row->fields) === (int) $this->user->id && !$row->deleted;
        return $this->texts(array_filter($rows, $own));
    }

    /**
     * The texts of contributions. Others who are named by their account stay out.
     *
     * @param stdClass[] $rows rows of leerlandschap_contrib
     * @return array[]
     */
    private function texts(array $rows): array {
        $texts = [];
        foreach ($rows as $row) {
            $fields = json_decode($row->fields, true) ?: [];
            unset($fields['who_person']);
            $texts[] = ['kind' => $row->kind, 'step' => $row->step] + $fields;
        }
        return $texts;
    }

    /**
     * A time as it is kept: in hidden activities only the day.
     *
     * @param stdClass $meeting row of leerlandschap_meeting
     * @param int $time seconds since 1970
     * @return string
     */
    private function time(stdClass $meeting, int $time): string {
        return $meeting->visibility === 'hidden' ? transform::date($time) : transform::datetime($time);
    }
}
