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

namespace mod_leerlandschap\reportbuilder\local;

use core_reportbuilder\local\entities\base;
use core_reportbuilder\local\report\column;
use core_reportbuilder\local\report\filter;
use lang_string;
use mod_leerlandschap\local\clock_time;

/**
 * What the entities of the plugin have in common: every filter is a condition too.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
abstract class plugin_entity extends base {
    /**
     * The columns.
     *
     * @return column[]
     */
    abstract protected function all_columns(): array;

    /**
     * The filters.
     *
     * @return filter[]
     */
    abstract protected function all_filters(): array;

    #[\Override]
    public function initialise(): base {
        foreach ($this->all_columns() as $column) {
            $this->add_column($column);
        }
        foreach ($this->all_filters() as $filter) {
            $this->add_filter($filter)->add_condition($filter);
        }
        return $this;
    }

    /**
     * A column.
     *
     * @param string $name its name
     * @param string $title identifier of the string that names it
     * @param int $type column::TYPE_…
     * @return column
     */
    protected function column(string $name, string $title, int $type = column::TYPE_TEXT): column {
        return (new column($name, new lang_string($title, 'mod_leerlandschap'), $this->get_entity_name()))
            ->add_joins($this->get_joins())
            ->set_type($type);
    }

    /**
     * A filter.
     *
     * @param string $class its class
     * @param string $name its name
     * @param string $title identifier of the string that names it
     * @param string $sql what it looks at
     * @return filter
     */
    protected function filter(string $class, string $name, string $title, string $sql): filter {
        return (new filter($class, $name, new lang_string($title, 'mod_leerlandschap'), $this->get_entity_name(), $sql))
            ->add_joins($this->get_joins());
    }

    /**
     * A day, as a column shows it.
     *
     * @param int|null $seconds since 1970; 0 or null for none
     * @param string|null $visibility hidden where the day is one of Greenwich, as it is kept
     * @return string
     */
    protected static function day(?int $seconds, ?string $visibility): string {
        return $seconds ? clock_time::shown_day($seconds, $visibility === 'hidden') : '';
    }
}
