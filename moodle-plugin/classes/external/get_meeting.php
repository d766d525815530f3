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

namespace mod_leerlandschap\external;

use core_external\external_function_parameters;
use core_external\external_value;

/**
 * Reads the meeting of a group, and starts it for its first viewer.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class get_meeting extends meeting_service {
    /**
     * The parameters.
     *
     * @return external_function_parameters
     */
    public static function execute_parameters(): external_function_parameters {
        return new external_function_parameters(self::first_parameters() + self::last_parameter() + [
            'presenting' => new external_value(PARAM_BOOL, 'Whether the big screen asks', VALUE_DEFAULT, false),
            'own' => new external_value(PARAM_BOOL, 'Whether me is wanted without a room too', VALUE_DEFAULT, false),
        ]);
    }

    /**
     * Reads the meeting.
     *
     * @param int $cmid course module id
     * @param int $groupid group, 0 without groups
     * @param int $since revision that the caller has, 0 for none
     * @param bool $presenting whether the big screen asks, which is told nothing of the user's own
     * @param bool $own whether the caller wants what is their own, also where the room has not changed
     * @return array a Reply
     */
    public static function execute(
        int $cmid,
        int $groupid,
        int $since = 0,
        bool $presenting = false,
        bool $own = false
    ): array {
        $params = self::validate_parameters(self::execute_parameters(), get_defined_vars());
        $manager = self::manager($params['cmid'], $params['groupid'], $params['presenting']);
        return $manager->read($params['since'], $params['own']);
    }
}
