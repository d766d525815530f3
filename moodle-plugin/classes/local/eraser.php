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
        'leerlandschap_contrib',
        'leerlandschap_progress',
        'leerlandschap_presence',
        'leerlandschap_round',
    ];

    /**
     * Deletes all meetings of an activity.
     *
     * The secrets go last: without its rows a secret tells nothing, while an answer
     * whose secret is gone could no longer be found for the one who gave it.
     *
     * @param int $instanceid id of the activity
     */
    public static function delete_meetings(int $instanceid): void {
        global $DB;

        $secrets = $DB->get_records_menu('leerlandschap_meeting', ['leerlandschapid' => $instanceid], '', 'id, secretref');
        $transaction = $DB->start_delegated_transaction();
        // Waits for answers that are being stored, in the order of their locks; those that come later find nothing.
        $meetings = 'SELECT id FROM {leerlandschap_meeting} WHERE leerlandschapid = ?';
        $DB->execute('UPDATE {leerlandschap_meeting} SET revision = revision WHERE leerlandschapid = ?', [$instanceid]);
        $DB->execute("UPDATE {leerlandschap_round} SET phase = phase WHERE meetingid IN ($meetings)", [$instanceid]);
        foreach (self::TABLES as $table) {
            $DB->delete_records_subquery(
                $table,
                'meetingid',
                'id',
                $meetings,
                [$instanceid]
            );
        }
        $DB->delete_records('leerlandschap_meeting', ['leerlandschapid' => $instanceid]);
        $transaction->allow_commit();
        foreach (array_filter($secrets) as $reference) {
            secret::destroy($reference);
        }
    }
}
