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

use core_reportbuilder\local\filters\boolean_select;
use core_reportbuilder\local\filters\date;
use core_reportbuilder\local\filters\select;
use core_reportbuilder\local\helpers\format;
use core_reportbuilder\local\report\column;
use lang_string;
use mod_leerlandschap\local\clock_time;
use mod_leerlandschap\local\contribution\action as action_fields;
use mod_leerlandschap\reportbuilder\local\action_sql;
use mod_leerlandschap\reportbuilder\local\exercise_texts;
use mod_leerlandschap\reportbuilder\local\plugin_entity;
use stdClass;

/**
 * A follow-up action. Whose it is tells the user that is joined to it; who wrote it tells nothing.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class action extends plugin_entity {
    #[\Override]
    protected function get_default_tables(): array {
        return ['leerlandschap_contrib', 'leerlandschap_meeting'];
    }

    #[\Override]
    protected function get_default_entity_title(): lang_string {
        return new lang_string('builder:action', 'mod_leerlandschap');
    }

    /**
     * What it says, as expressions.
     *
     * @return action_sql
     */
    public function sql(): action_sql {
        return new action_sql($this->get_table_alias('leerlandschap_contrib') . '.fields');
    }

    /**
     * Whether it should have been done by now, where whoever reads the report lives.
     *
     * @return string expression
     */
    private function overdue(): string {
        return $this->sql()->overdue(clock_time::today(), action_fields::UNFINISHED);
    }

    #[\Override]
    protected function all_columns(): array {
        ['leerlandschap_contrib' => $action, 'leerlandschap_meeting' => $meeting] = $this->get_table_aliases();
        return [
            $this->said('what', 'builder:what'),
            $this->said('who_text', 'builder:whotext'),
            $this->column('status', 'builder:status')
                ->add_field($this->sql()->status(), 'status')
                ->set_is_sortable(true)
                ->add_callback(fn(?string $status): string => (string) (self::statuses()[$status ?? ''] ?? '')),
            $this->column('due', 'builder:due', column::TYPE_TIMESTAMP)
                ->add_field($this->sql()->due(), 'due')
                ->set_is_sortable(true)
                ->add_callback(fn(?int $time): string => self::day($time, 'hidden')),
            $this->column('overdue', 'overview:overdue', column::TYPE_BOOLEAN)
                ->add_field($this->overdue(), 'overdue')
                ->set_is_sortable(true)
                ->add_callback([format::class, 'boolean_as_text']),
            $this->said('finding', 'builder:finding'),
            $this->said('expectation', 'builder:expectation'),
            $this->said('outcome', 'builder:outcome'),
            $this->column('step', 'builder:step')
                ->add_field("$action.step")
                ->add_field("$meeting.leerlandschapid")
                ->set_disabled_aggregation_all()
                ->add_callback(fn(?string $id, stdClass $row): string => $id === null
                    ? ''
                    : s(\core\di::get(exercise_texts::class)->step((int) $row->leerlandschapid, $id))),
            $this->column('from', 'builder:from', column::TYPE_INTEGER)
                ->add_field("COALESCE($action.fromno, $meeting.meetingno)", 'fromno')
                ->set_is_sortable(true),
        ];
    }

    #[\Override]
    protected function all_filters(): array {
        return [
            $this->filter(select::class, 'status', 'builder:status', $this->sql()->status())
                ->set_options(self::statuses()),
            $this->filter(date::class, 'due', 'builder:due', $this->sql()->due()),
            $this->filter(boolean_select::class, 'overdue', 'overview:overdue', $this->overdue()),
        ];
    }

    /**
     * A column with what was written.
     *
     * @param string $field the field of the action
     * @param string $title identifier of the string that names it
     * @return column
     */
    private function said(string $field, string $title): column {
        $action = $this->get_table_alias('leerlandschap_contrib');
        return $this->column(str_replace('_', '', $field), $title, column::TYPE_LONGTEXT)
            ->add_field("$action.fields")
            // What would be put together are the fields as they are kept.
            ->set_disabled_aggregation_all()
            ->add_callback(function (?string $fields) use ($field): string {
                $value = json_decode((string) $fields, true)[$field] ?? '';
                return is_string($value) ? nl2br(s($value)) : '';
            });
    }

    /**
     * What a status is called.
     *
     * @return lang_string[] by status
     */
    private static function statuses(): array {
        return array_combine(action_fields::STATUSES, array_map(
            fn(string $status): lang_string => new lang_string("app:status_$status", 'mod_leerlandschap'),
            action_fields::STATUSES
        ));
    }
}
