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

/**
 * Who people are, as columns of a table, as far as the reader may see it.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class person_columns {
    /** @var seen_people the people, as the reader sees them */
    private readonly seen_people $people;

    /**
     * For readers of an activity.
     *
     * @param \context_module $context its context
     */
    public function __construct(\context_module $context) {
        $this->people = new seen_people($context);
    }

    /**
     * The columns.
     *
     * @return string[] headings by stable names
     */
    public function headings(): array {
        $identity = $this->people->identity;
        return ['user_id' => get_string('export:user_id', 'mod_leerlandschap'), 'user_name' => get_string('fullname')]
            + array_combine(self::columns($identity), array_map([\core_user\fields::class, 'get_display_name'], $identity));
    }

    /**
     * People.
     *
     * @param int[] $ids ids of users
     * @return array[] values by stable names of columns, by id, in the order of ids, of those who have an account
     */
    public function of(array $ids): array {
        return array_map(
            fn(array $person): array => ['user_id' => $person['id'], 'user_name' => $person['fullname']]
                + array_combine(self::columns(array_keys($person['identity'])), $person['identity']),
            $this->people->people($ids)
        );
    }

    /**
     * The stable names of columns.
     *
     * @param string[] $fields fields of users
     * @return string[]
     */
    private static function columns(array $fields): array {
        return array_map(fn(string $field): string => "user_$field", $fields);
    }
}
