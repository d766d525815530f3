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
 * The server's time in the units that the protocol and the tables use.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class clock_time {
    /**
     * Now, in milliseconds since 1970, UTC.
     *
     * @return int
     */
    public static function ms(): int {
        return (int) \core\di::get(\core\clock::class)->now()->format('Uv');
    }

    /**
     * Now, in seconds since 1970, UTC.
     *
     * @return int
     */
    public static function seconds(): int {
        return \core\di::get(\core\clock::class)->time();
    }

    /**
     * The day of a time, so that the order in which people did something cannot be read from it.
     *
     * @param int $seconds since 1970, UTC
     * @return int the day's first second
     */
    public static function day(int $seconds): int {
        return $seconds - $seconds % DAYSECS;
    }

    /**
     * The day of a time in words. A day as it is kept is one of Greenwich; any other time has its day where the user is.
     *
     * @param int $seconds since 1970, UTC
     * @param bool $iskept whether it is a day as it is kept
     * @return string
     */
    public static function shown_day(int $seconds, bool $iskept): string {
        return userdate($seconds, get_string('strftimedate', 'langconfig'), $iskept ? 'UTC' : 99);
    }

    /**
     * Today, where the user is.
     *
     * @return string YYYY-MM-DD
     */
    public static function today(): string {
        $now = new \DateTimeImmutable('@' . self::seconds());
        return $now->setTimezone(\core_date::get_user_timezone_object())->format('Y-m-d');
    }
}
