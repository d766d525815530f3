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

use mod_leerlandschap\event\report_downloaded;
use mod_leerlandschap\local\refusal;
use mod_leerlandschap\local\report\report_reader;

/**
 * A table of an activity as a file of one of the site's formats.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class download {
    /** The last number that a meeting can have: its column has four digits. */
    private const LAST_NUMBER = 9999;

    /** Most characters of a name in the name of the file. */
    private const NAME_LENGTH = 60;

    /** @var dataset the table */
    private readonly dataset $dataset;

    /**
     * A download.
     *
     * @param report_reader $reader who reads it
     * @param string $what a key of dataset::ALL
     * @param string $dataformat name of the format
     * @param int $number only meetings of this number; 0 for all
     * @throws refusal bad_value, not_allowed
     */
    public function __construct(
        /** @var report_reader who reads it */
        private readonly report_reader $reader,
        /** @var string a key of dataset::ALL */
        private readonly string $what,
        /** @var string name of the format */
        private readonly string $dataformat,
        /** @var int only meetings of this number; 0 for all */
        private readonly int $number,
    ) {
        $known = in_array($dataformat, array_column(dataformats::enabled(), 'id'), true);
        if (!$known || $number < 0 || $number > self::LAST_NUMBER) {
            throw new refusal('bad_value');
        }
        $this->dataset = dataset::of($what, $reader, $number);
    }

    /**
     * Sends the file to the browser, row by row. The log of the course tells of it.
     */
    public function send(): void {
        report_downloaded::create([
            'objectid' => $this->reader->instance->id,
            'context' => $this->reader->cm->context,
            'other' => ['what' => $this->what],
        ])->trigger();
        \core\dataformat::download_data($this->filename(), ...$this->table());
    }

    /**
     * Writes the file.
     *
     * @return string its path, good until the request ends
     */
    public function write(): string {
        return \core\dataformat::write_data($this->filename(), ...$this->table());
    }

    /**
     * What core makes a file of.
     *
     * @return array name of the format, headings, rows, and what makes cells of a row
     */
    private function table(): array {
        $cells = new cells($this->dataformat);
        $columns = $this->dataset->columns();
        return [
            $this->dataformat,
            $cells->headings($columns),
            $this->dataset->rows(),
            fn(array $row, bool $html): array => $cells->row($row, $columns, $html),
        ];
    }

    /**
     * The name of the file: activity, table, and what it is limited to.
     *
     * @return string without its ending
     */
    private function filename(): string {
        $reader = $this->reader;
        $parts = [
            $reader->text($reader->instance->name),
            get_string("export:what_$this->what", 'mod_leerlandschap'),
            count($reader->groups) === 1 ? $reader->room_name($reader->groups[0]) : '',
            $this->number ? (string) $this->number : '',
        ];
        $short = fn(string $part): string => trim(\core_text::substr($part, 0, self::NAME_LENGTH));
        return clean_filename(implode('-', array_filter(array_map($short, $parts), 'strlen')));
    }
}
