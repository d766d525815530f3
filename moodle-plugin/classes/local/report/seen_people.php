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
 * Who people are, as far as the reader of an activity may see it: those who have an account, in the order of ids.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class seen_people {
    /** How many are read at once: databases take so many parameters. */
    private const CHUNK = 5000;

    /** @var string[] fields that tell people apart, as the site shows them to the reader */
    public readonly array $identity;

    /** @var bool whether the reader sees full names */
    private readonly bool $override;

    /**
     * For the current user as the reader.
     *
     * @param \context_module $context context of the activity
     */
    public function __construct(
        /** @var \context_module context of the activity */
        private readonly \context_module $context,
    ) {
        $this->identity = \core_user\fields::get_identity_fields($context, false);
        $this->override = has_capability('moodle/site:viewfullnames', $context);
    }

    /**
     * What people are called.
     *
     * @param int[] $ids ids of users
     * @return string[] full names by id
     */
    public function names(array $ids): array {
        return array_map($this->name(...), self::read($ids, \core_user\fields::for_name()));
    }

    /**
     * What people are called, and what tells them apart.
     *
     * @param int[] $ids ids of users
     * @return array[] id, fullname, and identity, values by field, by id
     */
    public function people(array $ids): array {
        return array_map(fn(stdClass $row): array => [
            'id' => (int) $row->id,
            'fullname' => $this->name($row),
            'identity' => array_combine(
                $this->identity,
                array_map(fn(string $field): string => (string) $row->$field, $this->identity)
            ),
        ], self::read($ids, \core_user\fields::for_identity($this->context, false)->with_name()));
    }

    /**
     * What somebody is called.
     *
     * @param stdClass $row row of user
     * @return string
     */
    private function name(stdClass $row): string {
        return fullname($row, $this->override);
    }

    /**
     * Rows of users.
     *
     * @param int[] $ids their ids
     * @param \core_user\fields $fields which fields
     * @return stdClass[] by id
     */
    private static function read(array $ids, \core_user\fields $fields): array {
        global $DB;

        $selects = $fields->get_sql('u')->selects;
        sort($ids);
        $rows = [];
        foreach (array_chunk($ids, self::CHUNK) as $chunk) {
            [$in, $params] = $DB->get_in_or_equal($chunk);
            $sql = "SELECT u.id$selects FROM {user} u WHERE u.id $in AND u.deleted = 0 ORDER BY u.id";
            $rows += $DB->get_records_sql($sql, $params);
        }
        return $rows;
    }
}
