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

namespace mod_leerlandschap\local\report;

use stdClass;

/**
 * Who people are, as columns of a table, as far as the reader may see it.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class person_columns {
    /** @var string[] fields that tell people apart, as the site shows them to the reader */
    private readonly array $identity;

    /**
     * For readers of an activity.
     *
     * @param \context_module $context its context
     */
    public function __construct(
        /** @var \context_module its context */
        private readonly \context_module $context,
    ) {
        $this->identity = \core_user\fields::get_identity_fields($context, false);
    }

    /**
     * The columns.
     *
     * @return string[] headings by stable names
     */
    public function headings(): array {
        $names = array_map(fn(string $field): string => "user_$field", $this->identity);
        return ['user_id' => get_string('export:user_id', 'mod_leerlandschap'), 'user_name' => get_string('fullname')]
            + array_combine($names, array_map([\core_user\fields::class, 'get_display_name'], $this->identity));
    }

    /**
     * People.
     *
     * @param int[] $ids ids of users
     * @return array[] values by stable names of columns, by id, in the order of ids, of those who have an account
     */
    public function of(array $ids): array {
        global $DB;

        $selects = \core_user\fields::for_identity($this->context, false)->with_name()->get_sql('u')->selects;
        [$in, $params] = $DB->get_in_or_equal($ids, SQL_PARAMS_QM, '', true, 0);
        $rows = $DB->get_records_sql("SELECT u.id$selects FROM {user} u WHERE u.id $in AND u.deleted = 0 ORDER BY u.id", $params);
        $override = has_capability('moodle/site:viewfullnames', $this->context);
        return array_map(fn(stdClass $row): array => $this->person($row, $override), $rows);
    }

    /**
     * One person.
     *
     * @param stdClass $row row of user
     * @param bool $override whether the reader sees full names
     * @return array values by stable names of columns
     */
    private function person(stdClass $row, bool $override): array {
        $person = ['user_id' => (int) $row->id, 'user_name' => fullname($row, $override)];
        foreach ($this->identity as $field) {
            $person["user_$field"] = (string) $row->$field;
        }
        return $person;
    }
}
