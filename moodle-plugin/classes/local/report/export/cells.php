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
 * Values as cells of a file: nothing that somebody typed is run by a spreadsheet or a browser.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class cells {
    /** Formats that are no sheets and no pages: their texts stay as they are. */
    private const PLAIN = ['json'];

    /** Formats that are printed: no program runs their texts. */
    private const PRINTED = ['pdf'];

    /**
     * How a text begins that a spreadsheet takes for a formula, or for the end of a cell: also behind white space and
     * invisible characters, and in the wide forms of these signs.
     */
    private const FORMULA = '/^(?:[\x00-\x1F]|[\p{Z}\p{C}\s]*[=+\-@\x{FF1D}\x{FF0B}\x{FF0D}\x{FF20}])/u';

    /**
     * The cells of a format.
     *
     * @param string $dataformat name of the format
     */
    public function __construct(
        /** @var string name of the format */
        private readonly string $dataformat,
    ) {
    }

    /**
     * The headings of a table. Where a format calls values by them, they are the stable names.
     *
     * @param string[] $columns headings by stable names
     * @return string[]
     */
    public function headings(array $columns): array {
        if ($this->is_plain()) {
            return array_keys($columns);
        }
        $escape = $this->dataformat === 'html' ? 's' : 'strval';
        return array_map(fn(string $heading): string => $escape($this->text($heading)), array_values($columns));
    }

    /**
     * A row.
     *
     * @param array $values values by stable names of columns
     * @param string[] $columns headings by stable names
     * @param bool $html whether the format takes its cells for HTML
     * @return array a value for each column: text or number, '' for nothing
     */
    public function row(array $values, array $columns, bool $html): array {
        $row = [];
        foreach (array_keys($columns) as $name) {
            $value = $values[$name] ?? null;
            $row[] = match (true) {
                $value === null => '',
                is_bool($value) => get_string($value ? 'yes' : 'no'),
                is_int($value), is_float($value) => $value,
                $html => nl2br(s($this->text($value))),
                default => $this->text($value),
            };
        }
        return $row;
    }

    /**
     * A text that does nothing.
     *
     * @param string $text the text
     * @return string
     */
    private function text(string $text): string {
        $untouched = $this->is_plain() || in_array($this->dataformat, self::PRINTED, true);
        // An apostrophe makes it text to every spreadsheet.
        return !$untouched && preg_match(self::FORMULA, $text) ? "'$text" : $text;
    }

    /**
     * Whether the format keeps texts as they are.
     *
     * @return bool
     */
    private function is_plain(): bool {
        return in_array($this->dataformat, self::PLAIN, true);
    }
}
