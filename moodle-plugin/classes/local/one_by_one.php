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
 * Does the same for many: one that cannot be served keeps no other waiting.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
trait one_by_one {
    /**
     * Does something for each, then fails if any failed, so that Moodle tries again and shows that it has to.
     *
     * @param stdClass[] $rows rows of a table
     * @param callable $work what is done for a row
     * @param string $done what was to be done, as the log names it
     * @param string $kind what a row is, as the log names it
     * @throws \RuntimeException if any failed
     */
    private static function for_each(array $rows, callable $work, string $done, string $kind = 'Meeting'): void {
        $failed = 0;
        foreach ($rows as $row) {
            try {
                $work($row);
            } catch (\Throwable $problem) {
                $failed++;
                mtrace("$kind $row->id could not be $done: " . aftermath::name($problem));
            }
        }
        if ($failed) {
            throw new \RuntimeException("$failed of " . count($rows) . ' ' . strtolower($kind) . "s could not be $done.");
        }
    }
}
