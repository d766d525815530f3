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

use stdClass;

/**
 * Takes away what could tell whose an answer is, or in which order answers came.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class unlinking {
    /** How many rows are inserted at once. */
    private const BATCH = 500;

    /**
     * Stores the answers of a revealed round in random order.
     *
     * While people answer, a backup of the database may show rows in the order they were written in; no later
     * one shall. The voters' keys stay: the next round compares by them.
     *
     * @param meeting $meeting a hidden meeting
     * @param stdClass $round the round, held by this transaction
     * @param array $items ids of its items' rows
     */
    public static function shuffle_round(meeting $meeting, stdClass $round, array $items): void {
        global $DB;

        [$in, $params] = $DB->get_in_or_equal($items);
        self::reinsert("meetingid = ? AND round = ? AND itemid $in", [$meeting->id(), $round->round, ...$params], false);
    }

    /**
     * Unlinks everything in a meeting that closes: answers from their voters and from one another, shared work
     * from its authors, and times from the order of events. The secret is to be destroyed after the commit.
     *
     * @param meeting $meeting the meeting, locked by this transaction
     */
    public static function of_closing(meeting $meeting): void {
        global $DB;

        $DB->set_field('leerlandschap_contrib', 'authorid', null, ['meetingid' => $meeting->id()]);
        if ($meeting->rules()->hidden()) {
            self::reinsert('meetingid = ?', [$meeting->id()], true);
            // Kept so from the start; once more, as nothing comes after.
            self::cut_times($meeting);
        }
    }

    /**
     * Takes away what a named meeting kept, when it becomes hidden before anybody has answered.
     *
     * @param meeting $meeting the meeting, locked by this transaction
     */
    public static function of_hiding(meeting $meeting): void {
        global $DB;

        $DB->set_field('leerlandschap_contrib', 'authorid', null, ['meetingid' => $meeting->id()]);
        self::cut_times($meeting);
    }

    /**
     * Cuts the times at which people did something to the day.
     *
     * @param meeting $meeting the meeting
     */
    private static function cut_times(meeting $meeting): void {
        global $DB;

        foreach (['leerlandschap_progress' => 'timedone', 'leerlandschap_presence' => 'timejoined'] as $table => $column) {
            $sql = "UPDATE {{$table}} SET $column = $column - MOD($column, " . DAYSECS . ') WHERE meetingid = ?';
            $DB->execute($sql, [$meeting->id()]);
        }
    }

    /**
     * Deletes answers and inserts them again in random order, with new ids.
     *
     * @param string $where which answers
     * @param array $params parameters of the condition
     * @param bool $rekey whether every answer gets a random key of its own
     */
    private static function reinsert(string $where, array $params, bool $rekey): void {
        global $DB;

        $rows = array_values($DB->get_records_select('leerlandschap_answer', $where, $params));
        $DB->delete_records_select('leerlandschap_answer', $where, $params);
        $batch = [];
        foreach (self::shuffled($rows) as $i => $row) {
            unset($row->id);
            if ($rekey) {
                $row->voterkey = bin2hex(random_bytes(32));
                // How often somebody corrected answers could tell which ones are theirs.
                $row->seq = 0;
            }
            $batch[] = $row;
            if (count($batch) === self::BATCH || $i === count($rows) - 1) {
                $DB->insert_records('leerlandschap_answer', $batch);
                $batch = [];
            }
        }
    }

    /**
     * Rows in an order that nobody can foretell.
     *
     * @param stdClass[] $rows a list
     * @return stdClass[]
     */
    private static function shuffled(array $rows): array {
        for ($i = count($rows) - 1; $i > 0; $i--) {
            $j = random_int(0, $i);
            [$rows[$i], $rows[$j]] = [$rows[$j], $rows[$i]];
        }
        return $rows;
    }
}
