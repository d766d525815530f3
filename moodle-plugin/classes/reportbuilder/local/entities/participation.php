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

namespace mod_leerlandschap\reportbuilder\local\entities;

use core_reportbuilder\local\filters\date;
use core_reportbuilder\local\filters\number;
use core_reportbuilder\local\report\column;
use lang_string;
use mod_leerlandschap\local\report\report_sight;
use mod_leerlandschap\reportbuilder\local\plugin_entity;
use stdClass;

/**
 * That somebody took part in a meeting: that they joined, and in how many steps they took part. Never what they answered.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class participation extends plugin_entity {
    #[\Override]
    protected function get_default_tables(): array {
        return ['leerlandschap_presence', 'leerlandschap_progress', 'leerlandschap_meeting'];
    }

    #[\Override]
    protected function get_default_entity_title(): lang_string {
        return new lang_string('builder:participation', 'mod_leerlandschap');
    }

    /**
     * The join of those who took part in a meeting: who joined it, and who took part in a step without.
     *
     * @param report_sight $sight what the reader may see
     * @return string
     */
    public function people_join(report_sight $sight): string {
        ['leerlandschap_presence' => $person, 'leerlandschap_meeting' => $meeting] = $this->get_table_aliases();
        return "JOIN (SELECT pj.meetingid, pj.userid, pj.timejoined
                        FROM {leerlandschap_presence} pj
                       WHERE pj.timejoined > 0
                       UNION
                      SELECT pp.meetingid, pp.userid, 0 AS timejoined
                        FROM ({$sight->progress()}) pp
                       WHERE NOT EXISTS (SELECT 1
                                           FROM {leerlandschap_presence} pn
                                          WHERE pn.meetingid = pp.meetingid AND pn.userid = pp.userid AND pn.timejoined > 0)
                     ) $person ON $person.meetingid = $meeting.id";
    }

    /**
     * The join of the number of steps.
     *
     * @param report_sight $sight what the reader may see
     * @return string
     */
    public function steps_join(report_sight $sight): string {
        ['leerlandschap_presence' => $person, 'leerlandschap_progress' => $steps] = $this->get_table_aliases();
        return "LEFT JOIN (SELECT ps.meetingid, ps.userid, COUNT(1) AS steps
                             FROM ({$sight->progress()}) ps
                         GROUP BY ps.meetingid, ps.userid
                          ) $steps ON $steps.meetingid = $person.meetingid AND $steps.userid = $person.userid";
    }

    #[\Override]
    protected function all_columns(): array {
        [
            'leerlandschap_presence' => $person,
            'leerlandschap_progress' => $steps,
            'leerlandschap_meeting' => $meeting,
        ] = $this->get_table_aliases();
        return [
            $this->column('joined', 'builder:joined', column::TYPE_TIMESTAMP)
                ->add_field("$person.timejoined")
                ->add_field("$meeting.visibility")
                ->set_is_sortable(true)
                ->add_callback(fn(?int $time, stdClass $row): string => self::day($time, $row->visibility ?? 'hidden')),
            $this->column('steps', 'builder:steps', column::TYPE_INTEGER)
                ->add_field("$steps.steps")
                ->set_is_sortable(true),
        ];
    }

    #[\Override]
    protected function all_filters(): array {
        ['leerlandschap_presence' => $person, 'leerlandschap_progress' => $steps] = $this->get_table_aliases();
        return [
            $this->filter(date::class, 'joined', 'builder:joined', "$person.timejoined"),
            $this->filter(number::class, 'steps', 'builder:steps', "COALESCE($steps.steps, 0)"),
        ];
    }
}
