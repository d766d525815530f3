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

namespace mod_leerlandschap\local;

use stdClass;

/**
 * Reads and stores rows of contributions.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class contribution_rows {
    /** The table. */
    public const TABLE = 'leerlandschap_contrib';

    /** Audience of what the group sees. */
    public const GROUP = 'group';

    /** Audience of what is its author's alone until they share it. Nothing else ever shows it. */
    public const PRIVATE = 'author';

    /** Audience of what is its author's alone until the reveal that it was written for. */
    public const UNREVEALED = 'reveal';

    /** How many rows are inserted at once. */
    private const BATCH = 500;

    /** What an id can look like, of whatever kind. */
    private const ID = '/^[0-9a-z:-]{1,64}$/D';

    /**
     * Rows of a meeting.
     *
     * @param meeting $meeting the meeting
     * @param string $where condition besides the meeting
     * @param array $params its parameters
     * @return stdClass[] fields decoded, by uuid, in the order of position
     */
    public static function select(meeting $meeting, string $where, array $params = []): array {
        global $DB;

        $params = [$meeting->id(), ...$params];
        $rows = $DB->get_records_select(self::TABLE, "meetingid = ? AND $where", $params, 'position, id');
        return array_column(array_map([self::class, 'decoded'], $rows), null, 'uuid');
    }

    /**
     * A row of a meeting, whoever may see it, also a deleted one.
     *
     * @param meeting $meeting the meeting
     * @param string $uuid its id
     * @return stdClass|null
     */
    public static function find(meeting $meeting, string $uuid): ?stdClass {
        return preg_match(self::ID, $uuid) ? self::select($meeting, 'uuid = ?', [$uuid])[$uuid] ?? null : null;
    }

    /**
     * Stores a new row.
     *
     * @param meeting $meeting the meeting
     * @param stdClass $row the row, fields as an array
     * @return stdClass the same, with its id
     */
    public static function insert(meeting $meeting, stdClass $row): stdClass {
        global $DB;

        $stored = self::stored($meeting, $row);
        if ($row->audience !== self::GROUP) {
            // In the order of their ids, notes would tell who wrote first, and beside a note that its author has
            // shared would stand others of theirs.
            $stored->id = random_id::draw();
            $DB->insert_record_raw(self::TABLE, $stored, false, false, true);
            $row->id = $stored->id;
        } else {
            $row->id = $DB->insert_record(self::TABLE, $stored);
        }
        return $row;
    }

    /**
     * Stores columns of a row.
     *
     * @param stdClass $row the row; changed in place
     * @param array $columns values by name, fields as an array
     */
    public static function update(stdClass $row, array $columns): void {
        global $DB;

        $stored = ['id' => $row->id];
        foreach ($columns as $name => $value) {
            $row->$name = $value;
            $stored[$name] = $name === 'fields' ? self::encoded($value) : (is_bool($value) ? (int) $value : $value);
        }
        $DB->update_record(self::TABLE, (object) $stored);
    }

    /**
     * Numbers rows from 0, storing those whose place has changed: in one statement, as the meeting is locked meanwhile.
     *
     * @param stdClass[] $rows rows in their new order, changed in place
     */
    public static function renumber(array $rows): void {
        global $DB;

        $changed = array_filter(
            array_values($rows),
            fn(stdClass $row, int $position): bool => $row->position !== $position,
            ARRAY_FILTER_USE_BOTH
        );
        if (!$changed) {
            return;
        }
        $cases = '';
        foreach ($changed as $position => $row) {
            $row->position = $position;
            $cases .= sprintf(' WHEN %d THEN %d', $row->id, $position);
        }
        [$in, $params] = $DB->get_in_or_equal(array_column($changed, 'id'));
        $DB->execute('UPDATE {' . self::TABLE . "} SET position = CASE id $cases END WHERE id $in", $params);
    }

    /**
     * Stores rows anew, in random order and with new ids, so that these tell nothing.
     *
     * @param meeting $meeting the meeting
     * @param stdClass[] $rows rows that are stored, fields decoded; as they are to be from now on
     */
    public static function replace(meeting $meeting, array $rows): void {
        global $DB;

        $DB->delete_records_list(self::TABLE, 'id', array_column($rows, 'id'));
        foreach (array_chunk(random_id::shuffled($rows), self::BATCH) as $batch) {
            $DB->insert_records(self::TABLE, array_map(function (stdClass $row) use ($meeting): stdClass {
                $stored = self::stored($meeting, $row);
                unset($stored->id);
                return $stored;
            }, $batch));
        }
    }

    /**
     * Lets deleted rows be nobody's, so that they stand for ids that are taken and no more.
     *
     * @param meeting $meeting the meeting
     * @param string $where condition besides the meeting
     * @param array $params its parameters
     */
    public static function release_deleted(meeting $meeting, string $where, array $params): void {
        global $DB;

        $DB->execute(
            'UPDATE {' . self::TABLE . "} SET audience = 'group', authorid = NULL, authorkey = NULL
              WHERE meetingid = ? AND $where AND deleted = 1",
            [$meeting->id(), ...$params]
        );
    }

    /**
     * How many rows a meeting has, deleted ones too.
     *
     * @param meeting $meeting the meeting
     * @return int
     */
    public static function count(meeting $meeting): int {
        global $DB;

        return $DB->count_records(self::TABLE, ['meetingid' => $meeting->id()]);
    }

    /**
     * Rows like one that only its author sees, of the same author, in the same step.
     *
     * @param meeting $meeting the meeting
     * @param stdClass $row the one, stored or not
     * @return stdClass[] as select() has them, deleted ones too
     */
    public static function like_own(meeting $meeting, stdClass $row): array {
        $column = $row->authorkey === null ? 'authorid' : 'authorkey';
        $where = "audience = ? AND step = ? AND kind = ? AND $column = ?";
        return self::select($meeting, $where, [$row->audience, $row->step, $row->kind, $row->$column]);
    }

    /**
     * A row with its numbers and JSON decoded.
     *
     * @param stdClass $row row of leerlandschap_contrib
     * @return stdClass
     */
    public static function decoded(stdClass $row): stdClass {
        $row->position = (int) $row->position;
        $row->revision = (int) $row->revision;
        $row->fromno = $row->fromno === null ? null : (int) $row->fromno;
        $row->deleted = (bool) $row->deleted;
        $row->fields = json_decode($row->fields, true);
        return $row;
    }

    /**
     * A row as the table keeps it.
     *
     * @param meeting $meeting the meeting
     * @param stdClass $row the row, fields as an array
     * @return stdClass a copy
     */
    private static function stored(meeting $meeting, stdClass $row): stdClass {
        $stored = clone $row;
        $stored->meetingid = $meeting->id();
        $stored->fields = self::encoded($row->fields);
        $stored->deleted = (int) $row->deleted;
        return $stored;
    }

    /**
     * Fields as the table keeps them.
     *
     * @param array $fields the fields
     * @return string JSON
     */
    private static function encoded(array $fields): string {
        return json_encode((object) $fields, JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR);
    }
}
