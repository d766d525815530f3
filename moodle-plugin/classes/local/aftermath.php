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
 * What is done once everything is stored: none of it may make a command fail that was carried out.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class aftermath {
    /**
     * Does something. Where that fails, the log tells so and nothing else comes of it.
     *
     * @param callable $what what is to be done
     */
    public static function attempt(callable $what): void {
        global $DB;

        $within = $DB->is_transaction_started();
        try {
            $what();
        } catch (\Throwable $problem) {
            if (!$within && $DB->is_transaction_started()) {
                // Left open by whoever failed: nothing that follows would be kept.
                $DB->force_transaction_rollback();
            }
            debugging('Something after a stored command failed: ' . self::name($problem), DEBUG_NORMAL);
        }
    }

    /**
     * What a log may tell of a problem: messages and traces can hold whose answer it was about.
     *
     * @param \Throwable $problem the problem
     * @return string the code of a refusal, or the class and code of anything else
     */
    public static function name(\Throwable $problem): string {
        return match (true) {
            $problem instanceof refusal => $problem->code(),
            $problem instanceof \moodle_exception => get_class($problem) . " $problem->errorcode",
            default => get_class($problem) . ' ' . $problem->getCode(),
        };
    }
}
