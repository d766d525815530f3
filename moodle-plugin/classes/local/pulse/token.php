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

namespace mod_leerlandschap\local\pulse;

/**
 * A token: the right to read a published room for two minutes, as one audience.
 *
 * It is checked by a script that has not booted Moodle, so nothing here may need it.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class token {
    /** For how many seconds a token is good. */
    public const LIFETIME = 120;

    /** What a token looks like: until when it is good, and what proves that. */
    private const SHAPE = '/^([1-9]\d{0,11})\.([0-9a-f]{64})$/D';

    /**
     * A token.
     *
     * @param string $key the key of the meeting
     * @param int $meeting id of the meeting
     * @param string $audience whose room it is for
     * @param int $expiry until when it is good, seconds since 1970
     * @return string
     */
    public static function make(string $key, int $meeting, string $audience, int $expiry): string {
        return "$expiry." . self::proof($key, $meeting, $audience, $expiry);
    }

    /**
     * Whether a token is good.
     *
     * @param string $token what came
     * @param string $key the key of the meeting
     * @param int $meeting id of the meeting
     * @param string $audience whose room is asked for
     * @param int $now seconds since 1970
     * @return bool
     */
    public static function is_good(string $token, string $key, int $meeting, string $audience, int $now): bool {
        if ($key === '' || !preg_match(self::SHAPE, $token, $parts)) {
            return false;
        }
        $expiry = (int) $parts[1];
        return hash_equals(self::proof($key, $meeting, $audience, $expiry), $parts[2]) && $expiry > $now;
    }

    /**
     * What nobody can make who does not have the key.
     *
     * @param string $key the key of the meeting
     * @param int $meeting id of the meeting
     * @param string $audience whose room it is for
     * @param int $expiry until when it is good, seconds since 1970
     * @return string
     */
    private static function proof(string $key, int $meeting, string $audience, int $expiry): string {
        return hash_hmac('sha256', "mod_leerlandschap/pulse\n$meeting\n$audience\n$expiry", $key);
    }
}
