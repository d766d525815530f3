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
 * Steps that people have worked in and that give other points than before: grades become other ones.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class other_points {
    /**
     * The warnings.
     *
     * @param comparison $versions the two versions
     * @return array[] at and code each
     */
    public static function warnings(comparison $versions): array {
        $warnings = [];
        foreach ($versions->kept_used_steps() as $step) {
            if (exercise::points_of($step['before']) !== exercise::points_of($step['after'])) {
                $warnings[] = ['at' => "{$step['at']}/points", 'code' => 'points_changed'];
            }
        }
        return $warnings;
    }
}
