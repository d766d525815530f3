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

namespace mod_leerlandschap\local\summary;

use mod_leerlandschap\local\clock_time;
use mod_leerlandschap\local\contribution\action;
use mod_leerlandschap\reportbuilder\local\action_sql;

/**
 * The open actions of groups, each as it stands in the last meeting that has it; those too that are nobody's in particular.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class group_actions {
    /**
     * How many there are, and when they are due. One query for any number of activities and groups.
     *
     * @param int[] $ids ids of the activities
     * @return array[] rows by id of the activity and group: number, overdue (how many of these) and due, the first day on which
     *     one is due as YYYY-MM-DD, null for none
     */
    public static function of_activities(array $ids): array {
        global $DB;

        $sql = new action_sql('c.fields');
        $unfinished = "'" . implode("', '", action::UNFINISHED) . "'";
        $today = clock_time::today();
        [$in, $params] = $DB->get_in_or_equal($ids, SQL_PARAMS_QM, '', true, 0);
        $rows = $DB->get_recordset_sql(
            "SELECT o.leerlandschapid, o.groupid, COUNT(1) AS number, SUM(o.overdue) AS overdue, MIN(o.day) AS due
               FROM (SELECT m.leerlandschapid, m.groupid, {$sql->day()} AS day,
                            {$sql->overdue($today, action::UNFINISHED)} AS overdue
                       FROM {leerlandschap_meeting} m
                       JOIN {leerlandschap_contrib} c ON c.meetingid = m.id
                      WHERE m.leerlandschapid $in AND c.kind = 'action' AND c.audience = 'group' AND c.deleted = 0
                            AND {$sql->status()} IN ($unfinished)
                            AND NOT EXISTS (SELECT 1
                                              FROM {leerlandschap_meeting} lm
                                              JOIN {leerlandschap_contrib} lc ON lc.meetingid = lm.id AND lc.uuid = c.uuid
                                             WHERE lm.leerlandschapid = m.leerlandschapid AND lm.groupid = m.groupid
                                                   AND lm.meetingno > m.meetingno)) o
           GROUP BY o.leerlandschapid, o.groupid",
            $params
        );
        $actions = [];
        foreach ($rows as $row) {
            $actions[(int) $row->leerlandschapid][(int) $row->groupid] = $row;
        }
        $rows->close();
        return $actions;
    }
}
