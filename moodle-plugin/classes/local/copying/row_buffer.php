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

namespace mod_leerlandschap\local\copying;

/**
 * Stores rows of a table by the hundreds. What may hold links of a backup is stored alone, as these are put right by id.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class row_buffer {
    /** How many rows are inserted at once. */
    private const BATCH = 500;

    /** What begins a link in a backup. */
    private const LINK = '$@';

    /** @var array[] rows that wait */
    private array $rows = [];

    /**
     * A buffer.
     *
     * @param string $table the table
     * @param \Closure $linked told the table and id of a row with links
     */
    public function __construct(
        /** @var string the table */
        private readonly string $table,
        /** @var \Closure told the table and id of a row with links */
        private readonly \Closure $linked,
    ) {
    }

    /**
     * Takes a row.
     *
     * @param array $row values by name, always of the same columns
     */
    public function add(array $row): void {
        global $DB;

        $texts = array_filter($row, fn(mixed $value): bool => is_string($value) && str_contains($value, self::LINK));
        if ($texts) {
            ($this->linked)($this->table, $DB->insert_record($this->table, (object) $row));
            return;
        }
        $this->rows[] = $row;
        if (count($this->rows) >= self::BATCH) {
            $this->flush();
        }
    }

    /**
     * Stores what waits.
     */
    public function flush(): void {
        global $DB;

        $DB->insert_records($this->table, $this->rows);
        $this->rows = [];
    }
}
