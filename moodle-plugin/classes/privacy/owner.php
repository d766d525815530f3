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
 * Who does a follow-up action or sees to a goal, as the fields of the contribution keep it.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class owner {
    /** Kinds of contributions that have an owner, with the field that names them. */
    public const FIELDS = ['action' => 'who_person', 'goal' => 'owner_person'];

    /**
     * The owner of a contribution.
     *
     * @param string $fields JSON of its fields
     * @return int id of a user, 0 where it names none
     */
    public static function of(string $fields): int {
        $decoded = json_decode($fields, true) ?: [];
        return (int) (current(array_filter(array_intersect_key($decoded, array_flip(self::FIELDS)))) ?: 0);
    }

    /**
     * What stands in the fields of what a user owns, and in no others.
     *
     * @param string $field the field that names the owner
     * @param int $userid the user
     * @return string
     */
    public static function pattern(string $field, int $userid): string {
        return '"' . $field . '":"' . $userid . '"';
    }

    /**
     * The fields without their owner.
     *
     * @param string $fields JSON of the fields
     * @return string JSON
     */
    public static function removed(string $fields): string {
        $decoded = json_decode($fields, true);
        foreach (array_intersect(self::FIELDS, array_keys($decoded)) as $field) {
            $decoded[$field] = null;
        }
        return json_encode($decoded, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR);
    }
}
