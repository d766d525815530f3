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

namespace mod_leerlandschap\local\editing;

/**
 * Whether what people answered still fits what they are asked: scales, kinds, options and bounds.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class answer_forms {
    /** The code of every refusal here. */
    private const CODE = 'answered_scale_changed';

    /**
     * The refusals.
     *
     * @param comparison $versions the two versions
     * @return array[] at and code each
     */
    public static function problems(comparison $versions): array {
        $problems = [];
        foreach ($versions->answered_scales() as $scale) {
            $before = offered_scale::of($versions->old, $scale['before']);
            if (!$before->fits(offered_scale::of($versions->new, $scale['after']))) {
                $problems[] = ['at' => $scale['at'], 'code' => self::CODE];
            }
        }
        foreach ($versions->kept_used_items() as $item) {
            foreach (self::changed_members($item['before'], $item['after']) as $member) {
                $problems[] = ['at' => "{$item['at']}/$member", 'code' => self::CODE];
            }
        }
        return $problems;
    }

    /**
     * Members of a question by which its answers no longer fit.
     *
     * @param array $before the item as it was
     * @param array $after the item as it is to be
     * @return string[]
     */
    private static function changed_members(array $before, array $after): array {
        $kind = $before['kind'] ?? null;
        if ($kind !== ($after['kind'] ?? null)) {
            return ['kind'];
        }
        return match ($kind) {
            'choice', 'multichoice' => self::options($before) === self::options($after) ? [] : ['options'],
            'number' => array_values(array_filter(['min', 'max'], fn(string $end): bool => $before[$end] !== $after[$end])),
            'text' => $after['max_chars'] < $before['max_chars'] ? ['max_chars'] : [],
            default => [],
        };
    }

    /**
     * What can be chosen, in its order: results are kept by place.
     *
     * @param array $item a question with options
     * @return array[]
     */
    private static function options(array $item): array {
        return array_map(fn(array $option): array => [$option['id'], !empty($option['exclusive'])], $item['options']);
    }
}
