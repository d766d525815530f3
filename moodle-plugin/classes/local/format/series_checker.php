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
 * Checks the series of an exercise and its parts.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class series_checker {
    /** Most parts of a series. */
    private const MOST_PARTS = 20;

    /**
     * Checks the series.
     *
     * @param node $node the member
     * @param outline $outline what the file names
     */
    public static function check(node $node, outline $outline): void {
        $members = $node->members(['kind', 'order', 'parts'], ['rhythm']) ?? [];
        $used = [];
        foreach ($members as $name => $member) {
            match ($name) {
                'kind' => $member->choice(['single', 'repeated']),
                'order' => $member->choice(['sequence', 'choose_one']),
                'rhythm' => $member->text(),
                'parts' => array_map(
                    function (node $part) use (&$used, $outline): void {
                        self::part($part, $used, $outline);
                    },
                    $member->elements(1, self::MOST_PARTS)
                ),
            };
        }
    }

    /**
     * Notes the steps that stand in no part.
     *
     * @param mixed $file the file
     * @param outline $outline what the file names
     * @param findings $findings where problems go
     */
    public static function unused_steps(mixed $file, outline $outline, findings $findings): void {
        $parts = $file->series->parts ?? null;
        if (!is_array($parts)) {
            return;
        }
        $named = [];
        foreach ($parts as $part) {
            foreach (is_array($part->steps ?? null) ? $part->steps : [] as $step) {
                $named[is_string($step) ? $step : ''] = true;
            }
        }
        foreach (array_diff_key($outline->steps, $named) as $i) {
            $findings->add("/steps/$i", 'unused_step');
        }
    }

    /**
     * Checks a part.
     *
     * @param node $part the part
     * @param array $used ids of parts so far, as keys
     * @param outline $outline what the file names
     */
    private static function part(node $part, array &$used, outline $outline): void {
        $optional = ['number', 'points', 'repeat', 'new_meeting'];
        foreach ($part->members(['id', 'title', 'minutes', 'steps'], $optional) ?? [] as $name => $member) {
            match ($name) {
                'id' => $member->new_id($used),
                'number' => $member->int(1, 99),
                'title' => $member->text(),
                'minutes' => $member->range(0, node::MOST_MINUTES),
                'points' => $member->int(0, 999),
                'repeat', 'new_meeting' => $member->bool(),
                'steps' => $member->new_refs($outline->steps, 1),
            };
        }
    }
}
