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
 * New steps that would take over what was written under another exercise, in a step that had the same id.
 *
 * What people were told about who would see it held for that step: the new one can show it to others, and how
 * strict that step was nothing tells any more.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class takeovers {
    /**
     * The refusals.
     *
     * @param comparison $versions the two versions
     * @return array[] at and code each
     */
    public static function problems(comparison $versions): array {
        $before = array_column($versions->old['steps'], 'id');
        $problems = [];
        foreach (array_column($versions->new['steps'], 'id') as $i => $id) {
            if (!in_array($id, $before, true) && $versions->used->has_step($id)) {
                $problems[] = ['at' => "/steps/$i", 'code' => 'used_step_added'];
            }
        }
        return $problems;
    }
}
