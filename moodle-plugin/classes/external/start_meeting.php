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

/**
 * Starts the next meeting of a group whose last one was closed.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class start_meeting extends meeting_service {
    /**
     * The parameters.
     *
     * @return external_function_parameters
     */
    public static function execute_parameters(): external_function_parameters {
        return new external_function_parameters(self::first_parameters() + self::meeting_parameter() + [
            'from' => self::given(PARAM_INT, 'Number of the meeting that was closed'),
            'part' => self::given(PARAM_RAW, 'Part that the next one goes through'),
        ] + self::last_parameter());
    }

    /**
     * Starts it.
     *
     * @param int $cmid course module id
     * @param int $groupid group, 0 without groups
     * @param string $meeting id of the meeting that was closed
     * @param int $from its number
     * @param string $part part that the next one goes through
     * @param int $since revision that the caller has, 0 for none
     * @return array a Reply of the new meeting
     */
    public static function execute(
        int $cmid,
        int $groupid,
        string $meeting,
        int $from,
        string $part,
        int $since = 0
    ): array {
        $params = self::validate_parameters(self::execute_parameters(), get_defined_vars());
        $command = ['type' => 'start_next', 'from' => $params['from'], 'part' => $params['part']];
        return self::manager($params['cmid'], $params['groupid'])->run($params['meeting'], [$command], $params['since']);
    }
}
