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

namespace mod_leerlandschap\anonymity;

/**
 * A copy of the whole database at one moment, as somebody has it who got hold of a backup of it, without the disk.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class dump {
    /**
     * A copy.
     *
     * @param array[] $tables rows by id, by name of the table, in the order in which the database gave them
     */
    public function __construct(
        /** @var array[] rows by id, by name of the table, in the order in which the database gave them */
        public array $tables,
    ) {
    }

    /**
     * Copies every table.
     *
     * @return self
     */
    public static function take(): self {
        global $DB;

        $tables = [];
        foreach ($DB->get_tables(false) as $table) {
            $tables[$table] = array_map(fn(\stdClass $row): array => (array) $row, $DB->get_records($table));
        }
        return new self($tables);
    }

    /**
     * What is otherwise at a later moment.
     *
     * @param self $later the later copy
     * @return array[] table, and the row before and after each, null where there is none
     */
    public function changes(self $later): array {
        $changes = [];
        foreach ($later->tables as $table => $rows) {
            $before = $this->tables[$table] ?? [];
            if ($before === $rows) {
                continue;
            }
            foreach ($rows + $before as $id => $row) {
                if (($before[$id] ?? null) !== ($rows[$id] ?? null)) {
                    $changes[] = [$table, $before[$id] ?? null, $rows[$id] ?? null];
                }
            }
        }
        return $changes;
    }

    /**
     * The people whom a row names, by a column or within a text.
     *
     * @param array $row the row
     * @param array $people anything, by user id
     * @return int[] user ids
     */
    public static function named(array $row, array $people): array {
        $found = [];
        foreach ($row as $value) {
            // Digits within a key name nobody.
            if ($value !== null && preg_match_all('/(?<![0-9a-z])\d{4,11}(?![0-9a-z])/i', (string) $value, $numbers)) {
                foreach ($numbers[0] as $number) {
                    isset($people[(int) $number]) && $found[(int) $number] = (int) $number;
                }
            }
        }
        return array_values($found);
    }
}
