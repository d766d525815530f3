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
use core_reportbuilder\local\report\column;
use lang_string;
use mod_leerlandschap\local\report\report_sight;
use mod_leerlandschap\reportbuilder\local\exercise_texts;
use mod_leerlandschap\reportbuilder\local\plugin_entity;
use stdClass;

/**
 * A step in which somebody took part, as it is noted for the points.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class step extends plugin_entity {
    #[\Override]
    protected function get_default_tables(): array {
        return ['leerlandschap_progress', 'leerlandschap_meeting'];
    }

    #[\Override]
    protected function get_default_entity_title(): lang_string {
        return new lang_string('builder:step', 'mod_leerlandschap');
    }

    /**
     * The join of the steps of somebody in a meeting.
     *
     * @param report_sight $sight what the reader may see
     * @param string $person alias with meetingid and userid
     * @return string
     */
    public function steps_join(report_sight $sight, string $person): string {
        $step = $this->get_table_alias('leerlandschap_progress');
        return "LEFT JOIN ({$sight->progress()}) $step ON $step.meetingid = $person.meetingid AND $step.userid = $person.userid";
    }

    #[\Override]
    protected function all_columns(): array {
        ['leerlandschap_progress' => $step, 'leerlandschap_meeting' => $meeting] = $this->get_table_aliases();
        return [
            $this->column('title', 'builder:steptitle')
                ->add_field("$step.step")
                ->add_field("$meeting.leerlandschapid")
                ->set_disabled_aggregation_all()
                ->add_callback(fn(?string $id, stdClass $row): string => $id === null
                    ? ''
                    : s(\core\di::get(exercise_texts::class)->step((int) $row->leerlandschapid, $id))),
            $this->column('noted', 'builder:noted', column::TYPE_TIMESTAMP)
                ->add_field("$step.timedone")
                ->add_field("$meeting.visibility")
                ->set_is_sortable(true)
                ->add_callback(fn(?int $time, stdClass $row): string => self::day($time, $row->visibility ?? 'hidden')),
        ];
    }

    #[\Override]
    protected function all_filters(): array {
        $step = $this->get_table_alias('leerlandschap_progress');
        return [$this->filter(date::class, 'noted', 'builder:noted', "$step.timedone")];
    }
}
