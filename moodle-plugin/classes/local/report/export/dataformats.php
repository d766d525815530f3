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

namespace mod_leerlandschap\local\report\export;

/**
 * The formats in which the site lets data be downloaded.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class dataformats {
    /**
     * The formats, in the order of the site.
     *
     * @return array[] id and name each
     */
    public static function enabled(): array {
        return array_values(array_map(fn(string $id): array => [
            'id' => $id,
            'name' => get_string('dataformat', "dataformat_$id"),
        ], \core\plugininfo\dataformat::get_enabled_plugins()));
    }
}
