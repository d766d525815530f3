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

namespace mod_leerlandschap\reportbuilder\datasource;

use mod_leerlandschap\local\report\report_sight;
use mod_leerlandschap\reportbuilder\local\entities\participation as participation_entity;
use mod_leerlandschap\reportbuilder\local\entities\step;
use mod_leerlandschap\reportbuilder\local\meetings_source;

/**
 * Who took part in meetings, one row for each person and meeting. Never what anybody answered or wrote.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class participation extends meetings_source {
    #[\Override]
    public static function get_name(): string {
        return get_string('builder:sourceparticipation', 'mod_leerlandschap');
    }

    #[\Override]
    protected function initialise(): void {
        $sight = new report_sight();
        $meeting = $this->begin_with_meetings($sight)->get_table_alias('leerlandschap_meeting');

        $participation = (new participation_entity())->set_table_alias('leerlandschap_meeting', $meeting);
        $person = $participation->get_table_alias('leerlandschap_presence');
        $this->add_join($participation->people_join($sight));
        $this->add_entity($participation->add_join($participation->steps_join($sight)));

        $step = (new step())->set_table_alias('leerlandschap_meeting', $meeting);
        $this->add_entity($step->add_join($step->steps_join($sight, $person)));

        $this->add_users("$person.userid", true);
        $this->offer_all();
    }

    #[\Override]
    public function get_default_columns(): array {
        return [
            'course:coursefullnamewithlink',
            'activity:namewithlink',
            'group:name',
            'meeting:number',
            'user:fullname',
            'participation:joined',
            'participation:steps',
        ];
    }

    #[\Override]
    public function get_default_column_sorting(): array {
        return [
            'course:coursefullnamewithlink' => SORT_ASC,
            'activity:namewithlink' => SORT_ASC,
            'group:name' => SORT_ASC,
            'meeting:number' => SORT_ASC,
            'user:fullname' => SORT_ASC,
        ];
    }

    #[\Override]
    public function get_default_filters(): array {
        return ['course:courseselector', 'activity:name', 'group:name', 'user:fullname', 'meeting:number', 'participation:joined'];
    }

    #[\Override]
    public function get_default_conditions(): array {
        return ['course:courseselector', 'activity:name', 'participation:joined'];
    }
}
