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

use Generator;
use IteratorIterator;

/**
 * An element whose rows a function tells.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class rows_element extends \backup_nested_element {
    /** @var callable|null returns the rows */
    private $rows = null;

    /**
     * Takes its rows from a function.
     *
     * @param callable $rows called whenever the element above has come to its next row
     */
    public function set_source_rows(callable $rows): void {
        $this->rows = $rows;
    }

    /**
     * The rows.
     *
     * @param \base_processor $processor the processor
     * @return \Iterator with close(), as core wants it
     */
    protected function get_iterator($processor) {
        if (!$this->rows) {
            return parent::get_iterator($processor);
        }
        return new class ((fn(): Generator => yield from ($this->rows)())()) extends IteratorIterator {
            /**
             * Nothing is left to be closed: the rows are read to their end, and close what they read from.
             */
            public function close(): void {
            }
        };
    }
}
