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

namespace mod_leerlandschap\local\format;

/**
 * What a text of a format file may hold: characters to be read, and nothing that looks like HTML.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class plain_text {
    /** Most code points. */
    private const LIMIT = 2000;

    /**
     * What is wrong with a text.
     *
     * @param string $text the text, in UTF-8
     * @return string[] codes of docs/formats.md
     */
    public static function problems(string $text): array {
        return array_keys(array_filter([
            'missing_text' => trim($text, " \t\r\n") === '',
            'too_long' => mb_strlen($text, 'UTF-8') > self::LIMIT,
            'bad_text' => preg_match('~[\x00-\x09\x0b-\x1f\x7f]|<[A-Za-z/!?]~', $text) === 1,
        ]));
    }
}
