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

namespace mod_leerlandschap\privacy;

use mod_leerlandschap\local\exercise;
use mod_leerlandschap\local\meeting;
use mod_leerlandschap\local\voter;
use stdClass;

/**
 * The answers that can be told to be a user's.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class personal_answers {
    /**
     * The condition that finds them in a meeting.
     *
     * @param stdClass $row row of leerlandschap_meeting
     * @param stdClass $instance row of leerlandschap
     * @param int $userid the user
     * @return array SQL and its parameters
     */
    public static function condition(stdClass $row, stdClass $instance, int $userid): array {
        global $DB;

        // The exercise has no part in this, so a format that is gone stands in nobody's way.
        $meeting = new meeting($row, $instance, new exercise(['steps' => []]));
        $keys = array_values(array_unique(voter::known_keys_of_all($meeting, $userid)));
        [$in, $params] = $DB->get_in_or_equal($keys ?: [''], SQL_PARAMS_NAMED, 'voter');
        $sql = "meetingid = :meetingid AND (userid = :userid OR voterkey $in)";
        return [$sql, ['meetingid' => $row->id, 'userid' => $userid] + $params];
    }
}
