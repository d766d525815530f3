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

use core_external\external_description;
use core_external\external_function_parameters;
use mod_leerlandschap\local\labels;
use mod_leerlandschap\local\meeting;
use mod_leerlandschap\local\report\meeting_report;

/**
 * Reads what came of the meetings of an activity: revealed results, actions, principles and goals.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class get_report extends report_service {
    /** Meetings on a page, if nothing is asked for. */
    private const PER_PAGE = 10;

    /** Most meetings on a page. */
    private const MOST = 50;

    /**
     * The parameters.
     *
     * @return external_function_parameters
     */
    public static function execute_parameters(): external_function_parameters {
        return new external_function_parameters(self::parameters(self::PER_PAGE));
    }

    /**
     * Reads.
     *
     * @param int $cmid course module id
     * @param int $groupid only this group; 0 for all that the user may see
     * @param int $number only meetings of this number; 0 for all
     * @param string $lang language of the exercise; '' for the user's
     * @param int $page page, from 0
     * @param int $perpage how many meetings a page has at most
     * @return array activity, total, meetings, warnings
     */
    public static function execute(
        int $cmid,
        int $groupid = 0,
        int $number = 0,
        string $lang = '',
        int $page = 0,
        int $perpage = self::PER_PAGE
    ): array {
        $params = self::validate_parameters(self::execute_parameters(), get_defined_vars());
        $reader = self::reader($params, self::MOST);
        $labels = new labels($reader->exercise, $params['lang']);
        $meetings = $reader->meetings($params['number']);
        $here = array_slice($meetings, $params['page'] * $params['perpage'], $params['perpage']);
        return [
            'activity' => self::activity($reader, $labels),
            'total' => count($meetings),
            'meetings' => array_map(
                fn(meeting $meeting): array => (new meeting_report($reader, $meeting, $labels))->export(),
                $here
            ),
            'warnings' => [],
        ];
    }

    /**
     * The return value.
     *
     * @return external_description
     */
    public static function execute_returns(): external_description {
        return self::page('meetings', report_structure::meeting());
    }
}
