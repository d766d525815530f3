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

namespace mod_leerlandschap;

/**
 * Carries out the changes of the editing fixtures.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
trait json_patch {
    /**
     * An exercise after changes.
     *
     * @param array $json the exercise, decoded to arrays
     * @param array[] $changes each set, remove, insert or move with a JSON pointer, as docs/protocol.md has them
     * @return array
     */
    protected static function patched(array $json, array $changes): array {
        foreach ($changes as $change) {
            $kind = array_key_first($change);
            $path = explode('/', substr($change[$kind], 1));
            $last = array_pop($path);
            $parent = &$json;
            foreach ($path as $name) {
                if (!isset($parent[$name])) {
                    throw new \coding_exception("No such place: {$change[$kind]}");
                }
                $parent = &$parent[$name];
            }
            match ($kind) {
                'set' => $parent[$last] = $change['value'],
                'insert' => array_splice($parent, (int) $last, 0, [$change['value']]),
                'remove' => self::taken($parent, $last),
                'move' => array_splice($parent, $change['to'], 0, [self::taken($parent, $last)]),
            };
            unset($parent);
        }
        return $json;
    }

    /**
     * Takes out a member or an entry.
     *
     * @param array $parent where it stands, changed in place
     * @param string $name its name or place
     * @return mixed what it was
     */
    private static function taken(array &$parent, string $name): mixed {
        if (!array_key_exists($name, $parent)) {
            throw new \coding_exception("Nothing to take at $name");
        }
        $list = array_is_list($parent);
        $value = $parent[$name];
        unset($parent[$name]);
        $parent = $list ? array_values($parent) : $parent;
        return $value;
    }
}
