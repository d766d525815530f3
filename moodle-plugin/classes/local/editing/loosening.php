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
 * Protection that people were promised and that would be less than before.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class loosening {
    /** The k that holds where a format names none. */
    private const LOWEST = 3;

    /**
     * The refusals.
     *
     * @param comparison $versions the two versions
     * @return array[] at and code each
     */
    public static function problems(comparison $versions): array {
        if ($versions->used->is_empty()) {
            return [];
        }
        $places = self::requirements($versions->old['requires'] ?? [], $versions->new['requires'] ?? []);
        foreach ($versions->kept_steps() as $step) {
            $before = $step['before']['settings'];
            $after = $step['after']['settings'];
            if (($after['min_answers'] ?? self::LOWEST) < ($before['min_answers'] ?? self::LOWEST)) {
                $places[] = "{$step['at']}/settings/min_answers";
            }
            if (
                $step['before']['block'] === 'notes' &&
                settings_in_use::strictness($step['after']) < settings_in_use::strictness($step['before'])
            ) {
                $places[] = "{$step['at']}/settings/visibility";
            }
        }
        return array_map(fn(string $at): array => ['at' => $at, 'code' => 'rules_loosened'], $places);
    }

    /**
     * What the exercise no longer asks of an activity.
     *
     * @param array $before member "requires" as it was
     * @param array $after the same as it is to be
     * @return string[] places
     */
    private static function requirements(array $before, array $after): array {
        $places = [];
        if (isset($before['visibility']) && !isset($after['visibility'])) {
            $places[] = '/requires/visibility';
        }
        if (($after['min_answers'] ?? self::LOWEST) < ($before['min_answers'] ?? self::LOWEST)) {
            $places[] = '/requires/min_answers';
        }
        return $places;
    }
}
