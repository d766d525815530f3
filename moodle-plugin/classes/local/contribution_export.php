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

namespace mod_leerlandschap\local;

use stdClass;

/**
 * Contributions as the app gets them (docs/protocol.md, "Room").
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class contribution_export {
    /**
     * Several contributions.
     *
     * @param meeting $meeting their meeting
     * @param stdClass[] $rows rows of leerlandschap_contrib, fields decoded
     * @return array[] by step in exercise order, kind, position
     */
    public static function all(meeting $meeting, array $rows): array {
        $steps = array_flip($meeting->exercise->all_steps());
        $kinds = array_flip(exercise::all_kinds());
        $rows = array_filter($rows, fn(stdClass $row): bool => isset($steps[$row->step], $kinds[$row->kind]));
        $place = fn(stdClass $row): array => [$steps[$row->step], $kinds[$row->kind], $row->position];
        usort($rows, fn(stdClass $a, stdClass $b): int => $place($a) <=> $place($b));
        $named = !$meeting->rules()->hidden();
        return array_map(fn(stdClass $row): array => self::one($row, $named), $rows);
    }

    /**
     * What only one user sees.
     *
     * @param meeting $meeting the meeting
     * @param authorship $authorship what is theirs
     * @return array[] as all() has them
     */
    public static function own(meeting $meeting, authorship $authorship): array {
        [$where, $params] = $authorship->own();
        $places = [];
        $rows = contribution_rows::select($meeting, "$where AND deleted = 0", $params);
        foreach ($rows as $row) {
            // They have their places among one another.
            $row->position = $places["$row->step/$row->kind"] ?? 0;
            $places["$row->step/$row->kind"] = $row->position + 1;
        }
        return self::all($meeting, $rows);
    }

    /**
     * One contribution.
     *
     * @param stdClass $row row of leerlandschap_contrib, fields decoded
     * @param bool $named whether it may tell its author
     * @return array
     */
    private static function one(stdClass $row, bool $named): array {
        return [
            'id' => $row->uuid,
            'step' => $row->step,
            'kind' => $row->kind,
            'revision' => $row->revision,
            'position' => $row->position,
            'author' => $named && $row->authorid !== null ? (string) $row->authorid : null,
        ] + ($row->fromno === null ? [] : ['from' => $row->fromno]) + ['fields' => $row->fields];
    }
}
