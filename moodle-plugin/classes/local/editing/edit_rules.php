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
 * What may change in an exercise that is in use (docs/protocol.md, "Editing an exercise").
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class edit_rules {
    /**
     * Everything for which a change is refused.
     *
     * @param comparison $versions the two versions
     * @return array[] at (a JSON pointer) and code each
     */
    public static function problems(comparison $versions): array {
        return [
            ...removals::problems($versions),
            ...takeovers::problems($versions),
            ...answer_forms::problems($versions),
            ...settings_in_use::problems($versions),
            ...loosening::problems($versions),
        ];
    }

    /**
     * Everything that somebody who changes it has to know first.
     *
     * @param comparison $versions the two versions
     * @return array[] at (a JSON pointer) and code each
     */
    public static function warnings(comparison $versions): array {
        return [
            ...meanings::warnings($versions),
            ...other_points::warnings($versions),
            ...running_changes::warnings($versions),
        ];
    }
}
