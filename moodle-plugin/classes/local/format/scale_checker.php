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

namespace mod_leerlandschap\local\format;

/**
 * Checks the scales of an exercise.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class scale_checker {
    /** Most scales of a file. */
    private const MOST = 30;

    /** Fewest and most points of a scale. */
    private const POINTS = [2, 11];

    /** Lowest and highest value of a point. */
    private const VALUES = [-100, 100];

    /**
     * Checks all scales.
     *
     * @param node $node the member of the file
     */
    public static function check(node $node): void {
        $scales = $node->map() ?? [];
        if (count($scales) > self::MOST) {
            $node->problem('too_many');
            return;
        }
        foreach ($scales as $id => $scale) {
            if (!preg_match(node::ID, (string) $id)) {
                $scale->problem('bad_id');
            }
            self::scale($scale);
        }
    }

    /**
     * Whether a range has neither too few numbers nor too many.
     *
     * @param int $min the lowest
     * @param int $max the highest
     * @return bool
     */
    public static function fits(int $min, int $max): bool {
        $bounds = $min >= self::VALUES[0] && $max <= self::VALUES[1];
        return $bounds && $max - $min + 1 >= self::POINTS[0] && $max - $min + 1 <= self::POINTS[1];
    }

    /**
     * The values of a scale.
     *
     * @param mixed $scale the scale, objects as stdClass
     * @return int[]|null from the lowest; null where they are not sound
     */
    public static function values(mixed $scale): ?array {
        if (isset($scale->points)) {
            $points = is_array($scale->points) ? $scale->points : [];
            $values = array_map(fn(mixed $point): mixed => $point->value ?? null, $points);
            [$min, $max] = [$values[0] ?? null, end($values)];
        } else {
            $values = null;
            [$min, $max] = [$scale->range->min ?? null, $scale->range->max ?? null];
        }
        if (!is_int($min) || !is_int($max) || !self::fits($min, $max)) {
            return null;
        }
        return $values === null || $values === range($min, $max) ? range($min, $max) : null;
    }

    /**
     * Checks a scale: its points one by one, or a range of numbers.
     *
     * @param node $scale the scale
     */
    private static function scale(node $scale): void {
        $has = fn(string $name): bool => $scale->value instanceof \stdClass && property_exists($scale->value, $name);
        $ranged = $has('range') && !$has('points');
        $members = $ranged ? $scale->members(['range'], ['anchors', 'opt_out']) : $scale->members(['points'], ['opt_out']);
        foreach ($members ?? [] as $name => $member) {
            match ($name) {
                'points' => self::points($member),
                'range' => self::range($member),
                'anchors' => self::anchors($member, $scale->value->range),
                'opt_out' => array_map(fn(node $label) => $label->text(), $member->members(['label']) ?? []),
            };
        }
    }

    /**
     * Checks the points of a scale.
     *
     * @param node $node the list
     */
    private static function points(node $node): void {
        $before = null;
        foreach ($node->elements(...self::POINTS) as $point) {
            $value = self::labelled_value($point, ...self::VALUES);
            if ($before !== null && $value && $value->value !== $before + 1) {
                $value->problem('bad_value');
            }
            $before = $value?->value;
        }
    }

    /**
     * Checks a range of numbers.
     *
     * @param node $node the member
     */
    private static function range(node $node): void {
        $node->range(...self::VALUES);
        [$min, $max] = [$node->value->min ?? null, $node->value->max ?? null];
        $inbounds = is_int($min) && is_int($max) && $min >= self::VALUES[0] && $max <= self::VALUES[1];
        // Where the smallest is above the largest that has been said already.
        if ($inbounds && $min <= $max && !self::fits($min, $max)) {
            $node->problem('bad_range');
        }
    }

    /**
     * Checks the labels that some numbers of a range have.
     *
     * @param node $node the list
     * @param mixed $range the range
     */
    private static function anchors(node $node, mixed $range): void {
        [$min, $max] = [$range->min ?? null, $range->max ?? null];
        $bounds = is_int($min) && is_int($max) && self::fits($min, $max) ? [$min, $max] : self::VALUES;
        $used = [];
        foreach ($node->elements(0, self::POINTS[1]) as $anchor) {
            $value = self::labelled_value($anchor, ...$bounds);
            if ($value && isset($used[$value->value])) {
                $value->problem('duplicate_id');
            }
            $used[$value?->value ?? ''] = true;
        }
    }

    /**
     * Checks a value with its label.
     *
     * @param node $node the object
     * @param int $lowest lowest value
     * @param int $highest highest value
     * @return node|null the value, null where it is none
     */
    private static function labelled_value(node $node, int $lowest, int $highest): ?node {
        $members = $node->members(['value', 'label']) ?? [];
        if (isset($members['label'])) {
            $members['label']->text();
        }
        return isset($members['value']) && $members['value']->int($lowest, $highest) !== null ? $members['value'] : null;
    }
}
