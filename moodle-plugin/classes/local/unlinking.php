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

use mod_leerlandschap\local\sharing\consents;
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
     * Stores what was answered in a revealed round in random order; what was written is stored so by its reveal.
     *
     * While people answer, a backup of the database may show rows in the order they were written in; no later
     * one shall. The voters' keys stay: the next round compares by them.
     *
     * @param meeting $meeting a hidden meeting
     * @param stdClass $round the round, held by this transaction
     */
    public static function of_reveal(meeting $meeting, stdClass $round): void {
        $place = [$meeting->id(), $round->step, $round->round];
        self::reinsert('meetingid = ? AND step = ? AND round = ?', $place, false);
    }

    /**
     * Unlinks everything in a meeting that closes: answers from their voters and from one another, shared work
     * from its authors, and times from the order of events. The secret is to be destroyed after the commit.
     *
     * @param meeting $meeting the meeting, locked by this transaction
     */
    public static function of_closing(meeting $meeting): void {
        global $DB;

        self::forget_authors($meeting);
        if ($meeting->rules()->hidden()) {
            // Without the secret nobody can be shown them any more, not even their authors.
            $DB->delete_records_select(contribution_rows::TABLE, 'meetingid = ? AND authorkey IS NOT NULL', [$meeting->id()]);
            self::reinsert('meetingid = ?', [$meeting->id()], true);
            locked::forget($meeting);
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
        self::forget_authors($meeting);
        self::cut_times($meeting);
        // What people said to showing something to other groups has their names.
        consents::hide($meeting);
        // In the order in which they came, steps done would stand beside texts in the order in which those came.
        self::stored_anew('leerlandschap_progress', 'meetingid = ?', [$meeting->id()]);
    }

    /**
     * Forgets who wrote what the group sees. What only its author sees stays theirs.
     *
     * @param meeting $meeting the meeting
     */
    private static function forget_authors(meeting $meeting): void {
        global $DB;

        $shared = ['meetingid' => $meeting->id(), 'audience' => 'group'];
        $DB->set_field(contribution_rows::TABLE, 'authorid', null, $shared);
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
        self::stored_anew('leerlandschap_answer', $where, $params, function (stdClass $row) use ($rekey): void {
            if ($rekey) {
                $row->voterkey = bin2hex(random_bytes(32));
                // How often somebody corrected answers could tell which ones are theirs.
                $row->seq = 0;
            }
        });
    }

    /**
     * Deletes rows and inserts them again in random order, with new ids.
     *
     * @param string $table the table
     * @param string $where which rows
     * @param array $params parameters of the condition
     * @param callable|null $change changes a row in place
     */
    private static function stored_anew(string $table, string $where, array $params, ?callable $change = null): void {
        global $DB;

        $rows = random_id::shuffled($DB->get_records_select($table, $where, $params));
        $DB->delete_records_select($table, $where, $params);
        foreach (array_chunk($rows, self::BATCH) as $batch) {
            foreach ($batch as $row) {
                unset($row->id);
                if ($change) {
                    $change($row);
                }
            }
            $DB->insert_records($table, $batch);
        }
    }
}
