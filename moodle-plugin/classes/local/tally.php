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
     * @param stdClass $round the round
     * @param stdClass|null $before the round before, revealed; null for the first
     * @return array[] in the order of the exercise
     */
    public function results(stdClass $round, ?stdClass $before): array {
        $now = self::by_item($this->answers->of_round($round));
        $then = $before ? self::by_item($this->answers->of_round($before)) : [];
        $shown = array_column(
            array_filter($before?->results ?? [], fn(array $result): bool => !$result['suppressed']),
            'counts',
            'item'
        );
        $joined = $this->meeting->rules()->hidden() ? [] : array_flip(people::of_meeting($this->meeting)->ids());
        $results = [];
        foreach ($round->items as $item) {
            $result = $this->result($round->step, $item, $now[$item] ?? []);
            if (!$result['suppressed']) {
                if (isset($shown[$item])) {
                    $result['shift'] = $this->shift($now[$item], $then[$item] ?? [], array_sum($shown[$item]));
                }
                if (!$this->meeting->rules()->hidden()) {
                    $result['voices'] = self::voices($now[$item], $joined);
                }
            }
            $results[] = $result;
        }
        return $results;
    }

    /**
     * The result of one item, without what looks beyond it.
     *
     * @param string $step its step
     * @param string $item the item
     * @param stdClass[] $answers answers to it
     * @return array
     */
    private function result(string $step, string $item, array $answers): array {
        $k = $this->meeting->rules()->minanswers;
        $values = array_filter(array_column($answers, 'value'), 'is_int');
        $result = [
            'item' => $item,
            'suppressed' => true,
            'answered' => count($answers),
            'counts' => [],
            'opt_outs' => 0,
            'agreement' => null,
            'class' => 'empty',
            'direction' => 'none',
            'one_vote_decides' => false,
            'reasons' => [],
            'shift' => null,
            'voices' => [],
        ];
        if (count($values) < $k) {
            return $result;
        }
        $counts = array_fill_keys($this->meeting->exercise->values($step), 0);
        foreach ($values as $value) {
            $counts[$value]++;
        }
        $consensus = new consensus($counts);
        return array_merge($result, [
            'suppressed' => false,
            'counts' => array_values($counts),
            'opt_outs' => count($answers) - count($values),
            'agreement' => $consensus->percent(),
            'class' => $consensus->class(),
            'direction' => $consensus->direction(),
            'one_vote_decides' => $consensus->one_vote_decides(),
            'reasons' => self::reasons($answers, $k),
        ]);
    }

    /**
     * The reasons, in an order that tells nothing.
     *
     * @param stdClass[] $answers answers to an item
     * @param int $k fewer are not shown
     * @return string[]
     */
    private static function reasons(array $answers, int $k): array {
        $reasons = array_values(array_filter(array_column($answers, 'reason'), fn(string $text): bool => $text !== ''));
        sort($reasons, SORT_STRING);
        return count($reasons) >= $k ? $reasons : [];
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
     * Answers by item.
     *
     * @param stdClass[] $answers the answers
     * @return array[]
     */
    private static function by_item(array $answers): array {
        $byitem = [];
        foreach ($answers as $answer) {
            $byitem[$answer->item][] = $answer;
        }
        return $byitem;
    }
}
