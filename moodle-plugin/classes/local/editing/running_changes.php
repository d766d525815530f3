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

use mod_leerlandschap\local\exercise;

/**
 * What people in an open meeting would notice: other steps, another order, new items.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class running_changes {
    /**
     * The warnings.
     *
     * @param comparison $versions the two versions
     * @return array[] at and code each
     */
    public static function warnings(comparison $versions): array {
        return $versions->running
            ? [...self::parts($versions), ...self::added_steps($versions), ...self::added_items($versions)]
            : [];
    }

    /**
     * Steps that are gone from a part, and another order.
     *
     * @param comparison $versions the two versions
     * @return array[]
     */
    private static function parts(comparison $versions): array {
        $warnings = [];
        $now = array_column($versions->new['series']['parts'], 'steps', 'id');
        $places = array_flip(array_column($versions->new['series']['parts'], 'id'));
        foreach ($versions->old['series']['parts'] as $part) {
            $at = isset($places[$part['id']]) ? "/series/parts/{$places[$part['id']]}/steps" : '/series/parts';
            $left = $now[$part['id']] ?? [];
            $gone = array_filter(
                array_diff($part['steps'], $left),
                fn(string $step): bool => !$versions->used->has_step($step)
            );
            if ($gone) {
                $warnings[$at . ' gone'] = ['at' => $at, 'code' => 'step_removed'];
            }
            if (array_values(array_intersect($part['steps'], $left)) !== array_values(array_intersect($left, $part['steps']))) {
                $warnings[$at . ' order'] = ['at' => $at, 'code' => 'order_changed'];
            }
        }
        return array_values($warnings);
    }

    /**
     * Steps that everybody is to take part in and that are new to a run.
     *
     * @param comparison $versions the two versions
     * @return array[]
     */
    private static function added_steps(comparison $versions): array {
        $before = runs::steps($versions->old);
        $steps = array_column($versions->new['steps'], null, 'id');
        $warnings = [];
        $first = null;
        $runs = runs::steps($versions->new);
        foreach ($versions->new['series']['parts'] as $p => $part) {
            $first = isset($runs[$part['id']]) ? $part['id'] : $first;
            foreach (isset($before[$first]) ? $part['steps'] : [] as $s => $id) {
                if (exercise::is_required($steps[$id]) && !in_array($id, $before[$first], true)) {
                    $warnings[] = ['at' => "/series/parts/$p/steps/$s", 'code' => 'step_added'];
                }
            }
        }
        return $warnings;
    }

    /**
     * Items that are new to a step that was asked.
     *
     * @param comparison $versions the two versions
     * @return array[]
     */
    private static function added_items(comparison $versions): array {
        $warnings = [];
        foreach ($versions->kept_used_steps() as $id => $step) {
            if (!$versions->used->rounds((string) $id) || $step['after']['block'] === 'info') {
                continue;
            }
            $before = array_column($step['before']['items'] ?? [], 'id');
            foreach ($step['after']['items'] ?? [] as $i => $item) {
                if (!in_array($item['id'], $before, true)) {
                    $warnings[] = ['at' => "{$step['at']}/items/$i", 'code' => 'item_added'];
                }
            }
        }
        return $warnings;
    }
}
