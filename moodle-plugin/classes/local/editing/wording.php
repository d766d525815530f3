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
 * Whether a text of an exercise has become another.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class wording {
    /**
     * Whether somebody who read a text reads another one now. A translation that is added is no change.
     *
     * @param string[] $before by language
     * @param string[] $after by language
     * @return bool
     */
    public static function differs(array $before, array $after): bool {
        foreach ($before as $language => $text) {
            if (($after[$language] ?? null) !== $text) {
                return true;
            }
        }
        return false;
    }
}
