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
 * The rules for text that people type (docs/protocol.md, "Conventions").
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class text_check {
    /** What is cut off at both ends. */
    private const ENDS = " \t\r\n";

    /**
     * A text of one line, as it is kept.
     *
     * @param string $raw what was typed
     * @param int $limit most code points
     * @return string
     * @throws refusal bad_text, too_long
     */
    public static function line(string $raw, int $limit): string {
        return self::clean($raw, $limit, '/[\x00-\x1f\x7f]/');
    }

    /**
     * A text that may hold line breaks and tabs, as it is kept.
     *
     * @param string $raw what was typed
     * @param int $limit most code points
     * @return string
     * @throws refusal bad_text, too_long
     */
    public static function lines(string $raw, int $limit): string {
        return self::clean($raw, $limit, '/[\x00-\x08\x0b-\x1f\x7f]/');
    }

    /**
     * Trims, makes line breaks LF and checks.
     *
     * @param string $raw what was typed
     * @param int $limit most code points
     * @param string $forbidden pattern of what the text may not hold
     * @return string
     */
    private static function clean(string $raw, int $limit, string $forbidden): string {
        if (!mb_check_encoding($raw, 'UTF-8')) {
            throw new refusal('bad_text');
        }
        $text = str_replace(["\r\n", "\r"], "\n", trim($raw, self::ENDS));
        if (preg_match($forbidden, $text)) {
            throw new refusal('bad_text');
        }
        if (mb_strlen($text, 'UTF-8') > $limit) {
            throw new refusal('too_long');
        }
        return $text;
    }
}
