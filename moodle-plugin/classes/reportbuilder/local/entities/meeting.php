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
use core_reportbuilder\local\filters\select;
use core_reportbuilder\local\report\column;
use lang_string;
use mod_leerlandschap\local\activity_settings;
use mod_leerlandschap\reportbuilder\local\exercise_texts;
use mod_leerlandschap\reportbuilder\local\plugin_entity;
use stdClass;

/**
 * A meeting of a group.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class meeting extends plugin_entity {
    #[\Override]
    protected function get_default_tables(): array {
        return ['leerlandschap_meeting'];
    }

    #[\Override]
    protected function get_default_entity_title(): lang_string {
        return new lang_string('builder:meeting', 'mod_leerlandschap');
    }

    /**
     * When it was closed, where it is told: of a hidden meeting the day.
     *
     * @return string expression
     */
    private function closed(): string {
        $meeting = $this->get_table_alias('leerlandschap_meeting');
        return "CASE WHEN $meeting.visibility = 'hidden'
                     THEN $meeting.timeclosed - MOD($meeting.timeclosed, " . DAYSECS . ")
                     ELSE $meeting.timeclosed END";
    }

    #[\Override]
    protected function all_columns(): array {
        $meeting = $this->get_table_alias('leerlandschap_meeting');
        return [
            $this->column('number', 'builder:number', column::TYPE_INTEGER)
                ->add_field("$meeting.meetingno")
                ->set_is_sortable(true),
            $this->column('state', 'builder:state')
                ->add_field("$meeting.state")
                ->set_is_sortable(true)
                ->add_callback(fn(?string $state): string => (string) (self::states()[$state ?? ''] ?? '')),
            $this->column('part', 'builder:part')
                ->add_field("$meeting.part")
                ->add_field("$meeting.leerlandschapid")
                ->set_disabled_aggregation_all()
                ->add_callback(fn(?string $part, stdClass $row): string => $part === null
                    ? ''
                    : s(\core\di::get(exercise_texts::class)->part((int) $row->leerlandschapid, $part))),
            $this->column('visibility', 'visibility')
                ->add_field("$meeting.visibility")
                ->set_is_sortable(true)
                ->add_callback(fn(?string $value): string => (string) (self::visibilities()[$value ?? ''] ?? '')),
            $this->column('closed', 'builder:closed', column::TYPE_TIMESTAMP)
                ->add_field($this->closed(), 'timeclosed')
                ->add_field("$meeting.visibility")
                ->set_is_sortable(true)
                ->add_callback(fn(?int $time, stdClass $row): string => self::day($time, $row->visibility ?? 'hidden')),
        ];
    }

    #[\Override]
    protected function all_filters(): array {
        $meeting = $this->get_table_alias('leerlandschap_meeting');
        return [
            $this->filter(number::class, 'number', 'builder:number', "$meeting.meetingno"),
            $this->filter(select::class, 'state', 'builder:state', "$meeting.state")->set_options(self::states()),
            $this->filter(select::class, 'visibility', 'visibility', "$meeting.visibility")
                ->set_options(self::visibilities()),
            $this->filter(date::class, 'closed', 'builder:closed', $this->closed()),
        ];
    }

    /**
     * What a meeting's state is called.
     *
     * @return lang_string[] by state
     */
    private static function states(): array {
        return [
            'open' => new lang_string('builder:stateopen', 'mod_leerlandschap'),
            'closed' => new lang_string('builder:stateclosed', 'mod_leerlandschap'),
        ];
    }

    /**
     * Who sees what, in words.
     *
     * @return lang_string[] by setting
     */
    private static function visibilities(): array {
        return array_combine(activity_settings::VISIBILITIES, array_map(
            fn(string $value): lang_string => new lang_string("visibility:$value", 'mod_leerlandschap'),
            activity_settings::VISIBILITIES
        ));
    }
}
