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

use mod_leerlandschap\local\contribution_rows;
use mod_leerlandschap\local\exercise;
use mod_leerlandschap\local\exercise_store;
use mod_leerlandschap\local\labels;
use mod_leerlandschap\local\refusal;
use stdClass;

/**
 * Puts what was asked, and what an answer stands for, into words: tables and exports hold ids and numbers.
 *
 * Where the exercise of an activity is gone, or has become another, ids and numbers are all there is.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class readable {
    /** @var labels what the exercise calls its parts */
    private readonly labels $labels;

    /**
     * The words of an activity.
     *
     * @param stdClass $instance row of leerlandschap
     */
    public function __construct(stdClass $instance) {
        try {
            $exercise = exercise_store::of_instance($instance);
        } catch (refusal) {
            $exercise = new exercise(['steps' => []]);
        }
        $this->labels = new labels($exercise, '');
    }

    /**
     * A step.
     *
     * @param string $step its id
     * @return string[] step and, where there is one, title
     */
    public function step(string $step): array {
        return ['step' => $step] + array_filter(['title' => $this->labels->title($step)]);
    }

    /**
     * What was asked, and what was answered.
     *
     * @param stdClass $row row of leerlandschap_answer
     * @return string[] question and answer, each where there are words for it
     */
    public function answer(stdClass $row): array {
        return array_filter([
            'question' => $this->labels->item($row->subject, []) ?: self::of_meeting($row),
            'answer' => match (true) {
                $row->choices !== null => $this->labels->options($row->subject, json_decode($row->choices, true) ?: []),
                $row->value !== null => $this->labels->point($row->step, $row->subject, (int) $row->value),
                // A text without a value is an answer of its own.
                default => $row->content === null ? $this->labels->opt_out($row->step, $row->subject) : '',
            },
        ], fn(string $text): bool => $text !== '');
    }

    /**
     * Something that came from the meeting itself and that the group sees.
     *
     * @param stdClass $row row of leerlandschap_answer
     * @return string
     */
    private static function of_meeting(stdClass $row): string {
        global $DB;

        [, $id] = explode(':', $row->subject, 2) + [1 => ''];
        $shown = ['meetingid' => $row->meetingid, 'uuid' => $id, 'audience' => contribution_rows::GROUP, 'deleted' => 0];
        $fields = $id === '' ? false : $DB->get_field('leerlandschap_contrib', 'fields', $shown);
        $text = $fields === false ? null : json_decode($fields, true)['text'] ?? null;
        return is_string($text) ? $text : '';
    }
}
