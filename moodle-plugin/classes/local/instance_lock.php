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
 * The lock of an activity: for what is made once for all its groups and visitors.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class instance_lock {
    /**
     * Waits for others who hold the lock, and holds it until the transaction ends.
     *
     * @param int $instanceid id of the activity
     */
    public static function take(int $instanceid): void {
        global $DB;

        // An update that changes nothing locks the row in every database.
        $DB->execute('UPDATE {leerlandschap} SET timemodified = timemodified WHERE id = ?', [$instanceid]);
    }

    /**
     * Besides, waits for requests that change what is shared in the meetings: for who changes what all of them do.
     *
     * To be taken before anything is read.
     *
     * @param int $instanceid id of the activity
     */
    public static function take_with_meetings(int $instanceid): void {
        global $DB;

        self::take($instanceid);
        $DB->execute('UPDATE {leerlandschap_meeting} SET revision = revision WHERE leerlandschapid = ?', [$instanceid]);
    }
}
