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
use mod_leerlandschap\local\exercise_store;
use mod_leerlandschap\local\language;
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
    /** @var array[] steps of the exercise by id */
    private readonly array $steps;

    /** @var array[] scales of the exercise by id */
    private readonly array $scales;

    /**
     * The words of an activity.
     *
     * @param stdClass $instance row of leerlandschap
     */
    public function __construct(stdClass $instance) {
        try {
            $exercise = exercise_store::of_instance($instance)->export(false);
        } catch (refusal) {
            $exercise = ['steps' => [], 'scales' => []];
        }
        $this->steps = array_column($exercise['steps'], null, 'id');
        $this->scales = (array) $exercise['scales'];
    }

    /**
     * A step.
     *
     * @param string $step its id
     * @return string[] step and, where there is one, title
     */
    public function step(string $step): array {
        return ['step' => $step] + array_filter(['title' => language::pick($this->steps[$step]['title'] ?? [])]);
    }

    /**
     * What was asked, and what was answered.
     *
     * @param stdClass $row row of leerlandschap_answer
     * @return string[] question and answer, each where there are words for it
     */
    public function answer(stdClass $row): array {
        $step = $this->steps[$row->step] ?? [];
        $item = array_column($step['items'] ?? [], null, 'id')[$row->subject] ?? null;
        $settings = (array) ($step['settings'] ?? []);
        $scale = $item['scale'] ?? $settings['scale'] ?? $settings['support_vote']['scale'] ?? null;
        return array_filter([
            'question' => $item ? language::pick($item['text'] ?? []) : $this->of_meeting($row),
            'answer' => $row->choices !== null
                ? self::options($item['options'] ?? [], json_decode($row->choices, true) ?: [])
                : $this->point($row, $this->scales[$scale] ?? []),
        ], fn(string $text): bool => $text !== '');
    }

    /**
     * What came from the meeting itself: a section of a summary, or something that the group sees.
     *
     * @param stdClass $row row of leerlandschap_answer
     * @return string
     */
    private function of_meeting(stdClass $row): string {
        global $DB;

        [, $id] = explode(':', $row->subject, 2) + [1 => ''];
        if (isset($this->steps[$id])) {
            return language::pick($this->steps[$id]['title']);
        }
        $shown = ['meetingid' => $row->meetingid, 'uuid' => $id, 'audience' => contribution_rows::GROUP, 'deleted' => 0];
        $fields = $id === '' ? false : $DB->get_field('leerlandschap_contrib', 'fields', $shown);
        $text = $fields === false ? null : json_decode($fields, true)['text'] ?? null;
        return is_string($text) ? $text : '';
    }

    /**
     * A point of a scale, or that the person gave no opinion.
     *
     * @param stdClass $row row of leerlandschap_answer
     * @param array $scale the scale
     * @return string
     */
    private function point(stdClass $row, array $scale): string {
        if ($row->value !== null) {
            // Of a range only some points have words.
            $worded = $scale['points'] ?? $scale['anchors'] ?? [];
            return language::pick(array_column($worded, 'label', 'value')[(int) $row->value] ?? []);
        }
        // A text without a value is an answer of its own.
        return $row->content === null ? language::pick($scale['opt_out']['label'] ?? []) : '';
    }

    /**
     * The options that were chosen.
     *
     * @param array[] $options all of them
     * @param string[] $chosen ids
     * @return string
     */
    private static function options(array $options, array $chosen): string {
        $labels = array_intersect_key(array_column($options, 'label', 'id'), array_flip($chosen));
        return implode('; ', array_map(fn(array $label): string => language::pick($label), $labels));
    }
}
