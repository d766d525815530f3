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
use core_external\external_multiple_structure as many;
use core_external\external_value as value;
use mod_leerlandschap\local\labels;
use mod_leerlandschap\local\refusal;
use mod_leerlandschap\local\report\participation_report;

/**
 * Reads who took part in the meetings of an activity, and the points for it; never what anybody answered.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class get_participation extends report_service {
    /** People on a page, if nothing is asked for. */
    private const PER_PAGE = 100;

    /** Most people on a page. */
    private const MOST = 500;

    /**
     * The parameters.
     *
     * @return external_function_parameters
     */
    public static function execute_parameters(): external_function_parameters {
        return new external_function_parameters(self::parameters(self::PER_PAGE) + [
            'search' => new value(PARAM_RAW, 'Only people whose name has this in it', VALUE_DEFAULT, '', NULL_NOT_ALLOWED),
            'sort' => new value(PARAM_ALPHA, 'id, name, namedown, most or fewest', VALUE_DEFAULT, 'id', NULL_NOT_ALLOWED),
        ]);
    }

    /**
     * Reads.
     *
     * @param int $cmid course module id
     * @param int $groupid only this group, -1 for the room of everybody where the activity has it no more; 0 for all that the
     *     user may see, with rooms of before for those who may enter these
     * @param int $number only meetings of this number; 0 for all
     * @param string $lang language of the exercise; '' for the user's
     * @param int $page page, from 0
     * @param int $perpage how many people a page has at most
     * @param string $search only people whose name has this in it, however it is written; '' for all
     * @param string $sort id, name, namedown, or by how many steps they took part in: most or fewest
     * @return array activity, total, people, steps, warnings
     */
    public static function execute(
        int $cmid,
        int $groupid = 0,
        int $number = 0,
        string $lang = '',
        int $page = 0,
        int $perpage = self::PER_PAGE,
        string $search = '',
        string $sort = 'id'
    ): array {
        $params = self::validate_parameters(self::execute_parameters(), get_defined_vars());
        $reader = self::reader($params, self::MOST, true);
        if (!in_array($params['sort'], participation_report::ORDERS, true)) {
            throw new refusal('bad_value');
        }
        $labels = new labels($reader->exercise, $params['lang']);
        $report = new participation_report($reader, $params['number'], $labels);
        $found = $report->found($params['search'], $params['sort']);
        $people = $report->people($params['page'] * $params['perpage'], $params['perpage'], $found);
        return [
            'activity' => self::activity($reader, $labels),
            'total' => count($found),
            'people' => $people,
            'steps' => $report->steps(),
            'warnings' => self::warnings($params['cmid'], $people),
        ];
    }

    /**
     * Says where the gradebook keeps back what people took part in.
     *
     * @param int $cmid course module id
     * @param array[] $people the people of the page
     * @return array[]
     */
    private static function warnings(int $cmid, array $people): array {
        $kept = array_filter($people, fn(array $person): bool => $person['points'] === null);
        return !$kept ? [] : [[
            'item' => 'activity',
            'itemid' => $cmid,
            'warningcode' => 'pointsnotshown',
            'message' => get_string('builder:pointsnotshown', 'mod_leerlandschap', count($kept)),
        ]];
    }

    /**
     * The return value.
     *
     * @return external_description
     */
    public static function execute_returns(): external_description {
        return self::page('people', report_structure::person(), [
            'steps' => new many(report_structure::taken(), 'Steps with a point, whatever the page and the search'),
        ]);
    }
}
