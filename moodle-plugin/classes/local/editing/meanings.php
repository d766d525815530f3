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
 * What people answered and would read differently: allowed, but nobody should do it unaware.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class meanings {
    /**
     * The warnings.
     *
     * @param comparison $versions the two versions
     * @return array[] at and code each, none twice
     */
    public static function warnings(comparison $versions): array {
        $warnings = self::scales($versions);
        foreach ($versions->kept_used_items() as $item) {
            foreach (self::changed_texts($item['before'], $item['after']) as $member) {
                $warnings[] = ['at' => "{$item['at']}/$member", 'code' => 'answered_text_changed'];
            }
            // Of a statement it tells only the reader of the file: there is no total over statements.
            $counts = ($item['after']['kind'] ?? '') === 'scale';
            if ($counts && ($item['before']['direction'] ?? '') !== ($item['after']['direction'] ?? '')) {
                $warnings[] = ['at' => "{$item['at']}/direction", 'code' => 'direction_changed'];
            }
        }
        return $warnings;
    }

    /**
     * Texts of an item that have become others.
     *
     * @param array $before the item as it was
     * @param array $after the item as it is to be
     * @return string[] places below the item
     */
    private static function changed_texts(array $before, array $after): array {
        $changed = wording::differs($before['text'], $after['text']) ? ['text'] : [];
        $labels = array_column($before['options'] ?? [], 'label', 'id');
        foreach ($after['options'] ?? [] as $i => $option) {
            if (wording::differs($labels[$option['id']] ?? [], $option['label'])) {
                $changed[] = "options/$i/label";
            }
        }
        return $changed;
    }

    /**
     * Scales that say something else.
     *
     * @param comparison $versions the two versions
     * @return array[]
     */
    private static function scales(comparison $versions): array {
        $places = [];
        foreach ($versions->answered_scales() as $scale) {
            $before = offered_scale::of($versions->old, $scale['before']);
            if ($before->reads_differently(offered_scale::of($versions->new, $scale['after']))) {
                $places["/scales/{$scale['after']}"] = true;
            }
        }
        return array_map(
            fn(string $at): array => ['at' => $at, 'code' => 'answered_text_changed'],
            array_keys($places)
        );
    }
}
