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
 * What is used and would be gone: steps, parts, items, columns, periods, sections, lists and languages.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class removals {
    /** Kind of what is used => the setting that lists it. */
    private const LISTED = ['column' => 'columns', 'period' => 'periods', 'section' => 'summary_of'];

    /**
     * The refusals.
     *
     * @param comparison $versions the two versions
     * @return array[] at and code each, none twice
     */
    public static function problems(comparison $versions): array {
        if ($versions->used->is_empty()) {
            return [];
        }
        $problems = [...self::steps($versions), ...self::parts($versions)];
        foreach ($versions->kept_used_steps() as $id => $step) {
            $problems = [
                ...$problems,
                ...self::items($versions->used, (string) $id, $step),
                ...self::listed($versions->used, (string) $id, $step),
            ];
        }
        if (array_diff($versions->old['languages'], $versions->new['languages'])) {
            $problems[] = ['at' => '/languages', 'code' => 'language_removed'];
        }
        return array_values(array_unique($problems, SORT_REGULAR));
    }

    /**
     * Used steps that are gone, hold another block or have left their part.
     *
     * @param comparison $versions the two versions
     * @return array[]
     */
    private static function steps(comparison $versions): array {
        $kept = $versions->kept_used_steps();
        $places = array_flip(array_column($versions->new['steps'], 'id'));
        $problems = [];
        foreach (array_column($versions->old['steps'], 'id') as $id) {
            if (!$versions->used->has_step($id)) {
                continue;
            }
            $at = match (true) {
                !isset($places[$id]) => '/steps',
                !isset($kept[$id]) => "/steps/{$places[$id]}/block",
                self::has_left($versions, $id) => '/series/parts',
                default => null,
            };
            if ($at !== null) {
                $problems[] = ['at' => $at, 'code' => 'used_step_removed'];
            }
        }
        return $problems;
    }

    /**
     * Whether a step is no longer in a part, or in the run of a used part, that it was in.
     *
     * @param comparison $versions the two versions
     * @param string $step id of the step
     * @return bool
     */
    private static function has_left(comparison $versions, string $step): bool {
        $now = array_column($versions->new['series']['parts'], 'steps', 'id');
        foreach ($versions->old['series']['parts'] as $part) {
            if (in_array($step, $part['steps'], true) && !in_array($step, $now[$part['id']] ?? [], true)) {
                return true;
            }
        }
        $before = runs::steps($versions->old);
        $after = runs::steps($versions->new);
        foreach ($versions->used->ids('part') as $first) {
            if (in_array($step, $before[$first] ?? [], true) && !in_array($step, $after[$first] ?? [], true)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Used parts that begin no run any more.
     *
     * @param comparison $versions the two versions
     * @return array[]
     */
    private static function parts(comparison $versions): array {
        $gone = array_diff($versions->used->ids('part'), array_map('strval', array_keys(runs::steps($versions->new))));
        return $gone ? [['at' => '/series/parts', 'code' => 'used_part_removed']] : [];
    }

    /**
     * Items that are no longer in their step.
     *
     * @param used $used what is used
     * @param string $id id of the step
     * @param array $step as comparison::kept_steps has it
     * @return array[]
     */
    private static function items(used $used, string $id, array $step): array {
        $gone = array_diff($used->ids('item', $id), array_column($step['after']['items'] ?? [], 'id'));
        return $gone ? [['at' => "{$step['at']}/items", 'code' => 'answered_item_removed']] : [];
    }

    /**
     * Columns, periods and sections that are gone, and another list.
     *
     * @param used $used what is used
     * @param string $id id of the step
     * @param array $step as comparison::kept_steps has it
     * @return array[]
     */
    private static function listed(used $used, string $id, array $step): array {
        $problems = [];
        $settings = $step['after']['settings'];
        foreach (self::LISTED as $kind => $setting) {
            $entries = $settings[$setting] ?? [];
            $left = array_map(fn($entry): string => $entry['id'] ?? $entry, $entries);
            if (array_diff($used->ids($kind, $id), $left)) {
                $problems[] = ['at' => "{$step['at']}/settings/$setting", 'code' => 'used_column_removed'];
            }
        }
        if (array_diff($used->ids('list', $id), [$settings['list'] ?? ''])) {
            $problems[] = ['at' => "{$step['at']}/settings/list", 'code' => 'used_column_removed'];
        }
        return $problems;
    }
}
