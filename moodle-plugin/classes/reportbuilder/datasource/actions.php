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

use lang_string;
use mod_leerlandschap\local\report\report_sight;
use mod_leerlandschap\reportbuilder\local\entities\action;
use mod_leerlandschap\reportbuilder\local\meetings_source;

/**
 * The follow-up actions that groups agreed on, each as it stands in the last meeting of its group that has it.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class actions extends meetings_source {
    #[\Override]
    public static function get_name(): string {
        return get_string('builder:sourceactions', 'mod_leerlandschap');
    }

    #[\Override]
    protected function initialise(): void {
        $meeting = $this->begin_with_meetings(new report_sight())->get_table_alias('leerlandschap_meeting');

        $entity = (new action())->set_table_alias('leerlandschap_meeting', $meeting);
        $action = $entity->get_table_alias('leerlandschap_contrib');
        $this->add_join("JOIN {leerlandschap_contrib} $action ON $action.meetingid = $meeting.id
            AND $action.kind = 'action' AND $action.audience = 'group' AND $action.deleted = 0");
        // What was carried over stands in several meetings; the last one says how it is, or that it is gone.
        $this->add_base_condition_sql(
            "NOT EXISTS (SELECT 1
                           FROM {leerlandschap_meeting} lm
                           JOIN {leerlandschap_contrib} lc ON lc.meetingid = lm.id AND lc.uuid = $action.uuid
                          WHERE lm.leerlandschapid = $meeting.leerlandschapid AND lm.groupid = $meeting.groupid
                                AND lm.meetingno > $meeting.meetingno)"
        );
        $this->add_entity($entity);

        $this->add_users($entity->sql()->owner(), false);
        $this->offer_all();
        $this->call('user:fullname', new lang_string('builder:owner', 'mod_leerlandschap'));
    }

    #[\Override]
    public function get_default_columns(): array {
        return [
            'course:coursefullnamewithlink',
            'activity:namewithlink',
            'group:name',
            'action:what',
            'user:fullname',
            'action:due',
            'action:status',
        ];
    }

    #[\Override]
    public function get_default_column_sorting(): array {
        return [
            'course:coursefullnamewithlink' => SORT_ASC,
            'activity:namewithlink' => SORT_ASC,
            'group:name' => SORT_ASC,
            'action:due' => SORT_ASC,
        ];
    }

    #[\Override]
    public function get_default_filters(): array {
        return [
            'course:courseselector',
            'activity:name',
            'group:name',
            'user:fullname',
            'action:status',
            'action:due',
            'action:overdue',
        ];
    }

    #[\Override]
    public function get_default_conditions(): array {
        return ['course:courseselector', 'activity:name', 'action:status', 'action:due'];
    }
}
