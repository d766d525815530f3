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
 * Reads a row of a backup, which may be damaged, or written by whoever wants to do harm.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class row_reader {
    /** The highest number that every column of whole numbers takes. */
    public const MOST = 2 ** 31 - 1;

    /** The longest text, in bytes. */
    private const LONGEST = 2 ** 22;

    /**
     * A row.
     *
     * @param array $row values by name
     */
    public function __construct(
        /** @var array values by name */
        private readonly array $row,
    ) {
    }

    /**
     * A whole number.
     *
     * @param string $name name of the column
     * @param int $least the lowest
     * @param int $most the highest
     * @return int
     * @throws damaged
     */
    public function number(string $name, int $least = 0, int $most = self::MOST): int {
        $number = filter_var($this->row[$name] ?? null, FILTER_VALIDATE_INT);
        return $number !== false && $number >= $least && $number <= $most ? $number : throw new damaged($name);
    }

    /**
     * A whole number, or none.
     *
     * @param string $name name of the column
     * @param int $least the lowest
     * @param int $most the highest
     * @return int|null
     * @throws damaged
     */
    public function number_or_null(string $name, int $least = 0, int $most = self::MOST): ?int {
        return $this->is_null($name) ? null : $this->number($name, $least, $most);
    }

    /**
     * An id of whatever kind.
     *
     * @param string $name name of the column
     * @param int $longest most characters
     * @return string
     * @throws damaged
     */
    public function id(string $name, int $longest = 40): string {
        $id = $this->text($name);
        return preg_match('/^@?[0-9a-z:-]+$/D', $id) && strlen($id) <= $longest ? $id : throw new damaged($name);
    }

    /**
     * One of several values.
     *
     * @param string $name name of the column
     * @param string[] $known the values
     * @return string
     * @throws damaged
     */
    public function one_of(string $name, array $known): string {
        return in_array($this->text($name), $known, true) ? $this->row[$name] : throw new damaged($name);
    }

    /**
     * A text.
     *
     * @param string $name name of the column
     * @return string
     * @throws damaged
     */
    public function text(string $name): string {
        $text = $this->row[$name] ?? null;
        $is = (is_string($text) || is_int($text)) && strlen((string) $text) <= self::LONGEST;
        return $is && mb_check_encoding((string) $text, 'UTF-8') ? (string) $text : throw new damaged($name);
    }

    /**
     * A text, or none.
     *
     * @param string $name name of the column
     * @return string|null
     * @throws damaged
     */
    public function text_or_null(string $name): ?string {
        return $this->is_null($name) ? null : $this->text($name);
    }

    /**
     * Decoded JSON: an array or an object.
     *
     * @param string $name name of the column
     * @return array
     * @throws damaged
     */
    public function json(string $name): array {
        $decoded = json_decode($this->text($name), true, 32);
        return is_array($decoded) ? $decoded : throw new damaged($name);
    }

    /**
     * A list of texts, as JSON.
     *
     * @param string $name name of the column
     * @return string[]
     * @throws damaged
     */
    public function texts(string $name): array {
        $list = $this->json($name);
        return array_is_list($list) && array_filter($list, 'is_string') === $list ? $list : throw new damaged($name);
    }

    /**
     * Whether there is no value.
     *
     * @param string $name name of the column
     * @return bool
     */
    public function is_null(string $name): bool {
        return ($this->row[$name] ?? null) === null;
    }
}
