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

use mod_leerlandschap\local\actions\open_actions;
use mod_leerlandschap\local\editing\used_reader;
use mod_leerlandschap\local\pulse\publisher;

/**
 * Deletes meetings with everything in them.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class eraser {
    /** What hangs on a meeting. */
    private const TABLES = [
        'leerlandschap_answer',
        'leerlandschap_consent',
        'leerlandschap_contrib',
        'leerlandschap_locked',
        'leerlandschap_pending',
        'leerlandschap_progress',
        'leerlandschap_presence',
        'leerlandschap_round',
        'leerlandschap_sharing',
    ];

    /**
     * Deletes all meetings of an activity.
     *
     * @param int $instanceid id of the activity
     */
    public static function delete_meetings(int $instanceid): void {
        self::delete($instanceid, '1 = 1');
    }

    /**
     * Deletes the first meetings that people have only looked at, so that they start anew.
     *
     * @param int $instanceid id of the activity
     */
    public static function delete_untouched(int $instanceid): void {
        global $DB;

        [$others, $params] = $DB->get_in_or_equal(used_reader::touched_meetings($instanceid), SQL_PARAMS_QM, '', false, 0);
        self::delete($instanceid, "id $others", $params);
    }

    /**
     * Deletes meetings.
     *
     * The secrets go last: without its rows a secret tells nothing, while an answer
     * whose secret is gone could no longer be found for the one who gave it.
     *
     * @param int $instanceid id of the activity
     * @param string $which condition on leerlandschap_meeting
     * @param array $params its parameters
     */
    private static function delete(int $instanceid, string $which, array $params = []): void {
        global $DB;

        $params = [$instanceid, ...$params];
        $where = "leerlandschapid = ? AND $which";
        $secrets = $DB->get_records_select_menu('leerlandschap_meeting', $where, $params, '', 'id, secretref');
        $transaction = $DB->start_delegated_transaction();
        // Waits for answers that are being stored, in the order of their locks; those that come later find nothing.
        $meetings = "SELECT id FROM {leerlandschap_meeting} WHERE $where";
        $DB->execute("UPDATE {leerlandschap_meeting} SET revision = revision WHERE $where", $params);
        $DB->execute("UPDATE {leerlandschap_round} SET phase = phase WHERE meetingid IN ($meetings)", $params);
        open_actions::forget("a.meetingid IN ($meetings)", $params);
        foreach (self::TABLES as $table) {
            $DB->delete_records_subquery($table, 'meetingid', 'id', $meetings, $params);
        }
        $DB->delete_records_select('leerlandschap_meeting', $where, $params);
        $transaction->allow_commit();
        publisher::remove(array_keys($secrets));
        foreach (array_filter($secrets) as $reference) {
            secret::destroy($reference);
        }
    }
}
