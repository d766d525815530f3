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

use mod_leerlandschap\local\round\purpose;
use stdClass;

/**
 * The results of a round, as they may leave the server.
 *
 * Where fewer than k people gave a counted answer nothing is told but how many answered.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class tally {
    /**
     * A tally of a meeting.
     *
     * @param meeting $meeting the meeting
     * @param answers $answers its answers
     */
    public function __construct(
        /** @var meeting the meeting */
        private readonly meeting $meeting,
        /** @var answers its answers */
        private readonly answers $answers,
    ) {
    }

    /**
     * The results of a round, one an item.
     *
     * @param purpose $purpose what the round is about
     * @param stdClass $round the round
     * @param stdClass|null $before the round before, revealed; null for the first
     * @return array[] in the order in which it asks
     */
    public function results(purpose $purpose, stdClass $round, ?stdClass $before): array {
        $rules = $this->meeting->rules();
        $now = self::by_subject($this->answers->of_round($round));
        $then = $before ? self::by_subject($this->answers->of_round($before)) : [];
        $shown = array_column(
            array_filter($before?->results ?? [], fn(array $result): bool => !$result['suppressed']),
            'counts',
            'item'
        );
        $joined = $rules->hidden() ? [] : array_flip(people::of_meeting($this->meeting)->ids());
        $results = [];
        foreach ($round->items as $item) {
            $form = $purpose->form($item);
            $result = $form->result($item, $now[$item] ?? [], $rules);
            if (!$result['suppressed']) {
                if ($form->has_shift() && isset($shown[$item])) {
                    $result['shift'] = $this->shift($now[$item], $then[$item] ?? [], array_sum($shown[$item]));
                }
                if ($form->has_voices() && !$rules->hidden()) {
                    $result['voices'] = self::voices($form->answered($now[$item]), $joined);
                }
            }
            $results[] = $result;
        }
        return $results;
    }

    /**
     * What a result tells in numbers, without words and names.
     *
     * @param array $result a Result
     * @return array a Result without reasons, texts and voices
     */
    public static function numbers(array $result): array {
        return array_diff_key($result, ['reasons' => 0, 'texts' => 0, 'voices' => 0]);
    }

    /**
     * How those who gave a counted answer in both rounds moved, together.
     *
     * @param stdClass[] $now answers to an item in this round
     * @param stdClass[] $then answers to it in the round before
     * @param int $shown how many counted answers the round before has shown; more than there still are where
     *     somebody's data was erased, whose answer must not follow from the difference
     * @return int[]|null null where it would tell about fewer than k people
     */
    private function shift(array $now, array $then, int $shown): ?array {
        $k = $this->meeting->rules()->minanswers;
        $now = self::counted($now);
        $then = self::counted($then);
        $both = array_intersect_key($now, $then);
        $once = count($now) + $shown - 2 * count($both);
        if (count($both) < $k || ($once > 0 && $once < $k)) {
            return null;
        }
        return [
            'net' => array_sum($both) - array_sum(array_intersect_key($then, $now)),
            'both' => count($both),
        ];
    }

    /**
     * Who answered what, in a named activity.
     *
     * @param stdClass[] $answers answers to an item
     * @param int[] $joined places in the order of joining, by user id
     * @return array[]
     */
    private static function voices(array $answers, array $joined): array {
        // Of somebody whom a restored backup did not bring along only the answer is left.
        $answers = array_filter($answers, fn(stdClass $answer): bool => $answer->userid !== null);
        usort($answers, fn($a, $b) => ($joined[$a->userid] ?? PHP_INT_MAX) <=> ($joined[$b->userid] ?? PHP_INT_MAX));
        return array_map(
            fn(stdClass $answer): array => ['person' => (string) $answer->userid, 'value' => $answer->value],
            $answers
        );
    }

    /**
     * Values by voter, without opt-outs.
     *
     * @param stdClass[] $answers answers to an item
     * @return int[]
     */
    private static function counted(array $answers): array {
        return array_filter(array_column($answers, 'value', 'voterkey'), 'is_int');
    }

    /**
     * Answers by what was answered.
     *
     * @param stdClass[] $answers the answers
     * @return array[]
     */
    private static function by_subject(array $answers): array {
        $bysubject = [];
        foreach ($answers as $answer) {
            $bysubject[$answer->subject][] = $answer;
        }
        return $bysubject;
    }
}
