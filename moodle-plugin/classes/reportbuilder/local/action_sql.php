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

namespace mod_leerlandschap\reportbuilder\local;

/**
 * What an action says, as expressions of SQL, so that reports can filter and sort by it.
 *
 * Its fields are kept as one JSON text, written by json_encode: a quotation mark within a value stands behind a
 * backslash, so that what looks like the beginning of a member is one.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class action_sql {
    /** Julian day of 1 January 1970. */
    private const DAY_ZERO = 2440588;

    /**
     * An action.
     *
     * @param string $fields the column that has the fields, with its alias
     */
    public function __construct(
        /** @var string the column that has the fields, with its alias */
        private readonly string $fields,
    ) {
    }

    /**
     * How it is going.
     *
     * @return string a status, null for none
     */
    public function status(): string {
        return $this->member('status');
    }

    /**
     * The user who is to do it.
     *
     * @return string an id, null for none
     */
    public function owner(): string {
        global $DB;

        // Anything that is no id would end the report of the whole site.
        $owner = $this->member('who_person');
        return "CASE WHEN {$this->matches($owner, '^[1-9][0-9]{0,8}$')} THEN {$DB->sql_cast_char2int($owner)} ELSE NULL END";
    }

    /**
     * The day until which it is to be done.
     *
     * @return string YYYY-MM-DD, null for none
     */
    public function day(): string {
        return $this->member('when');
    }

    /**
     * Noon, in Greenwich, of the day until which it is to be done: the same day nearly everywhere.
     *
     * @return string seconds since 1970, null for none
     */
    public function due(): string {
        global $DB;

        $day = $this->day();
        $part = fn(int $start, int $length): string => $DB->sql_cast_char2int($DB->sql_substr($day, $start, $length));
        // Years begin in March here, so that the day of a leap year is their last.
        $before = "FLOOR((14 - {$part(6, 2)}) / 12)";
        $year = "({$part(1, 4)} + 4800 - $before)";
        $month = "({$part(6, 2)} + 12 * $before - 3)";
        $julian = "{$part(9, 2)} + FLOOR((153 * $month + 2) / 5) + 365 * $year
            + FLOOR($year / 4) - FLOOR($year / 100) + FLOOR($year / 400) - 32045";
        // Not a whole number: seconds do not fit into those of every database.
        $noon = "(($julian) - " . self::DAY_ZERO . ') * 86400.0 + 43200';
        return "CASE WHEN {$this->matches($day, '^[0-9]{4}-[0-9]{2}-[0-9]{2}$')} THEN $noon ELSE NULL END";
    }

    /**
     * Whether it should have been done by a day.
     *
     * @param string $today the day, YYYY-MM-DD
     * @param string[] $unfinished the statuses of what is going on still
     * @return string 1 or 0
     */
    public function overdue(string $today, array $unfinished): string {
        $unfinished = "'" . implode("', '", $unfinished) . "'";
        return "CASE WHEN {$this->status()} IN ($unfinished) AND {$this->day()} < '$today' THEN 1 ELSE 0 END";
    }

    /**
     * The value of a member that is a text without anything to escape.
     *
     * @param string $name its name
     * @return string null where it is none
     */
    private function member(string $name): string {
        global $DB;

        $opening = "\"$name\":\"";
        $found = $DB->sql_position("'$opening'", $this->fields);
        $rest = $DB->sql_substr($this->fields, "$found + " . strlen($opening));
        $end = $DB->sql_position("'\"'", $rest);
        return "CASE WHEN $found > 0 AND $end > 0 THEN {$DB->sql_substr($rest, 1, "$end - 1")} ELSE NULL END";
    }

    /**
     * Whether an expression is of a form.
     *
     * @param string $expression the expression
     * @param string $form a regular expression
     * @return string condition
     */
    private function matches(string $expression, string $form): string {
        global $DB;

        return "($expression) " . $DB->sql_regex(true) . " '$form'";
    }
}
