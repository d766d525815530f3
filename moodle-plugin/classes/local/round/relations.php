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

namespace mod_leerlandschap\local\round;

use mod_leerlandschap\local\exercise;
use mod_leerlandschap\local\rules;
use stdClass;

/**
 * How two questions go together in the group (docs/protocol.md, "Relation").
 *
 * Several views can lay the same question beside others, or beside the same one split elsewhere. Each is told only if
 * what it tells and what was told before it differ by nobody, or by k people: else a few people's answers would follow
 * from the difference.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class relations {
    /** The least number of people on either side, where a view does not ask for more. */
    private const LEAST = 3;

    /**
     * The relations that the views of a step ask for.
     *
     * @param exercise $exercise the exercise
     * @param string $step the step
     * @param stdClass[] $answers everything answered in the round: subject, value and voterkey each
     * @param rules $rules rules of the meeting
     * @return array[]|null null where no view asks for one
     */
    public static function of_step(exercise $exercise, string $step, array $answers, rules $rules): ?array {
        $views = array_filter(
            $exercise->setting($step, 'views', []),
            fn(array $view): bool => $view['kind'] === 'relation'
        );
        $values = [];
        foreach ($answers as $answer) {
            if ($answer->value !== null) {
                $values[$answer->subject][$answer->voterkey] = $answer->value;
            }
        }
        $relations = [];
        $told = [];
        foreach ($views as $view) {
            $sides = self::sides($view, $values);
            $least = max($rules->minanswers, $view['min_per_side'] ?? self::LEAST);
            $tells = min(array_map('count', $sides)) >= $least
                && !self::differs_by_few($sides, $told[$view['y']] ?? [], $rules->minanswers);
            if ($tells) {
                $told[$view['y']] = [...$told[$view['y']] ?? [], ...array_values($sides)];
            }
            $relations[] = ['x' => $view['x'], 'y' => $view['y']] + array_map(
                fn(array $side): ?array => $tells ? ['people' => count($side), 'median_x2' => self::median_x2($side)] : null,
                $sides
            );
        }
        return $relations ?: null;
    }

    /**
     * Those who answered both questions, by what they chose at x.
     *
     * @param array $view the view
     * @param array[] $values values by question and voter
     * @return array[] high and low: what each chose at y, by voter
     */
    private static function sides(array $view, array $values): array {
        $sides = ['high' => [], 'low' => []];
        foreach ($values[$view['x']] ?? [] as $voter => $chosen) {
            if (isset($values[$view['y']][$voter])) {
                $sides[$chosen >= $view['split_x_at'] ? 'high' : 'low'][$voter] = $values[$view['y']][$voter];
            }
        }
        return $sides;
    }

    /**
     * Whether a side holds nearly the same people as one that was told.
     *
     * @param array[] $sides people as keys
     * @param array[] $told sides that were told of the same question, people as keys
     * @param int $k a difference of so many tells nothing of one of them
     * @return bool
     */
    private static function differs_by_few(array $sides, array $told, int $k): bool {
        foreach ($sides as $side) {
            foreach ($told as $other) {
                $differ = count($side) + count($other) - 2 * count(array_intersect_key($side, $other));
                if ($differ > 0 && $differ < $k) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Twice the median, which is whole.
     *
     * @param int[] $values one value or more, by voter
     * @return int
     */
    private static function median_x2(array $values): int {
        sort($values);
        $n = count($values);
        return $values[intdiv($n - 1, 2)] + $values[intdiv($n, 2)];
    }
}
