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

use context_helper;
use context_module;
use core_reportbuilder\local\filters\text;
use html_writer;
use lang_string;
use mod_leerlandschap\reportbuilder\local\exercise_texts;
use mod_leerlandschap\reportbuilder\local\plugin_entity;
use moodle_url;
use stdClass;

/**
 * An activity.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class activity extends plugin_entity {
    #[\Override]
    protected function get_default_tables(): array {
        return ['leerlandschap', 'course_modules', 'context'];
    }

    #[\Override]
    protected function get_default_entity_title(): lang_string {
        return new lang_string('modulename', 'mod_leerlandschap');
    }

    /**
     * The joins of the course module and its context.
     *
     * @return string[]
     */
    public function cm_joins(): array {
        ['leerlandschap' => $activity, 'course_modules' => $cm, 'context' => $context] = $this->get_table_aliases();
        return [
            "JOIN {course_modules} $cm ON $cm.course = $activity.course AND $cm.instance = $activity.id
                  AND $cm.module = (SELECT lm.id FROM {modules} lm WHERE lm.name = 'leerlandschap')",
            "JOIN {context} $context ON $context.instanceid = $cm.id AND $context.contextlevel = " . CONTEXT_MODULE,
        ];
    }

    #[\Override]
    protected function all_columns(): array {
        ['leerlandschap' => $activity, 'course_modules' => $cm, 'context' => $context] = $this->get_table_aliases();
        $preload = context_helper::get_preload_record_columns_sql($context);
        $name = function (?string $name, stdClass $row): string {
            if ($name === null || empty($row->cmid)) {
                return '';
            }
            context_helper::preload_from_record(clone $row);
            return format_string($name, true, ['context' => context_module::instance($row->cmid)]);
        };
        $named = fn(string $column, string $title) => $this->column($column, $title)
            ->add_field("$activity.name")
            ->add_field("$cm.id", 'cmid')
            ->add_fields($preload)
            ->set_is_sortable(true)
            ->add_callback($name);
        return [
            $named('name', 'builder:activity'),
            $named('namewithlink', 'builder:activitywithlink')->add_callback(
                fn(?string $name, stdClass $row): string => $name === null || $name === '' ? '' : html_writer::link(
                    new moodle_url('/mod/leerlandschap/view.php', ['id' => $row->cmid]),
                    $name
                )
            ),
            $this->column('exercise', 'format')
                ->add_field("$activity.id", 'activityid')
                ->set_disabled_aggregation_all()
                ->add_callback(fn(?string $id): string => $id === null
                    ? ''
                    : s(\core\di::get(exercise_texts::class)->exercise((int) $id))),
        ];
    }

    #[\Override]
    protected function all_filters(): array {
        $activity = $this->get_table_alias('leerlandschap');
        return [$this->filter(text::class, 'name', 'builder:activity', "$activity.name")];
    }
}
