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

/**
 * Ids and orders that tell nothing.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class random_id {
    /**
     * Lowest and highest. Drawn at random, ids do not tell what was stored first; kept apart from those that the
     * database hands out.
     */
    private const RANGE = [2 ** 40, 2 ** 50];

    /**
     * An id for a new row.
     *
     * @return int
     */
    public static function draw(): int {
        return random_int(...self::RANGE);
    }

    /**
     * A list in an order that nobody can foretell.
     *
     * @param array $list the list
     * @return array
     */
    public static function shuffled(array $list): array {
        $list = array_values($list);
        for ($i = count($list) - 1; $i > 0; $i--) {
            $j = random_int(0, $i);
            [$list[$i], $list[$j]] = [$list[$j], $list[$i]];
        }
        return $list;
    }
}
