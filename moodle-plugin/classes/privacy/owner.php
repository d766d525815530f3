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

namespace mod_leerlandschap\privacy;

/**
 * Who does a follow-up action, as the fields of the contribution keep it.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class owner {
    /**
     * The owner of an action.
     *
     * @param string $fields JSON of the action's fields
     * @return int id of a user, 0 where it names none
     */
    public static function of(string $fields): int {
        return (int) (json_decode($fields, true)['who_person'] ?? 0);
    }

    /**
     * What stands in the fields of the actions of a user, and in no others.
     *
     * @param int $userid the user
     * @return string
     */
    public static function pattern(int $userid): string {
        return '"who_person":"' . $userid . '"';
    }

    /**
     * The fields without their owner.
     *
     * @param string $fields JSON of the action's fields
     * @return string JSON
     */
    public static function removed(string $fields): string {
        $decoded = json_decode($fields, true);
        $decoded['who_person'] = null;
        return json_encode($decoded, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR);
    }
}
