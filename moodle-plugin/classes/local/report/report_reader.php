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

use cm_info;
use mod_leerlandschap\local\access;
use mod_leerlandschap\local\exercise;
use mod_leerlandschap\local\exercise_store;
use mod_leerlandschap\local\former_rooms;
use mod_leerlandschap\local\meeting;
use mod_leerlandschap\local\refusal;
use mod_leerlandschap\local\rules;
use mod_leerlandschap\permission;
use stdClass;

/**
 * Of which meetings of an activity the current user may read a report: those of groups whose room they may see.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class report_reader {
    /** Why somebody sees no room at all, whichever group they ask for. */
    private const NO_ROOM = ['guest', 'not_enrolled', 'not_open'];

    /** @var stdClass row of leerlandschap */
    public readonly stdClass $instance;

    /** @var exercise its exercise */
    public readonly exercise $exercise;

    /** @var rules the activity's rules */
    public readonly rules $rules;

    /** @var access what the reader may do in the room they asked for */
    public readonly access $access;

    /** @var int[] groups of which a report may be read, in the order in which Moodle lists them, 0 for everybody */
    public readonly array $groups;

    /** @var string[]|null names of the course's groups, by id; null until asked for */
    private ?array $names = null;

    /**
     * The reader of an activity.
     *
     * @param cm_info $cm the course module, visible to the current user
     * @param int $groupid only this room, as it is asked for; 0 for all that the user may see
     * @param string[] $former names of the former rooms that may be read too, by what is to be asked for
     * @throws refusal unavailable without an exercise; why no room, or not that of this group, may be seen
     */
    public function __construct(
        /** @var cm_info the course module */
        public readonly cm_info $cm,
        int $groupid,
        /** @var string[] names of former rooms, by what is to be asked for */
        private readonly array $former = [],
    ) {
        global $DB;

        $this->instance = $DB->get_record('leerlandschap', ['id' => $cm->instance], '*', MUST_EXIST);
        $this->exercise = exercise_store::of_instance($this->instance);
        $this->rules = rules::of_instance($this->instance, $this->exercise);
        $this->access = permission::access($cm, $this->instance, $this->rules, $groupid);
        if (in_array($this->access->notice, self::NO_ROOM, true)) {
            throw new refusal($this->access->notice);
        }
        $rooms = [...permission::seen_groups($cm), ...array_keys($former)];
        if ($groupid && !in_array($groupid, $rooms, true)) {
            throw new refusal('other_group');
        }
        $this->groups = array_map(self::group_of(...), $groupid ? [$groupid] : $rooms);
    }

    /**
     * The reader of an activity who reads of its former rooms too, where they may enter these.
     *
     * @param cm_info $cm the course module, visible to the current user
     * @param int $room only this room, as it is asked for; 0 for all that the user may see
     * @return self
     * @throws refusal as the constructor
     */
    public static function of_all_rooms(cm_info $cm, int $room = 0): self {
        return new self($cm, $room, former_rooms::plain($cm));
    }

    /**
     * The group of a room.
     *
     * @param int $room as it is asked for
     * @return int 0 for everybody
     */
    private static function group_of(int $room): int {
        return $room === former_rooms::EVERYBODY ? 0 : $room;
    }

    /**
     * What to ask for to come into the room of a group.
     *
     * @param int $groupid the group, 0 for everybody
     * @return int
     */
    public function asked_by(int $groupid): int {
        return $groupid === 0 && isset($this->former[former_rooms::EVERYBODY]) ? former_rooms::EVERYBODY : $groupid;
    }

    /**
     * Whether the room of a group is one that the activity has no more.
     *
     * @param int $groupid the group, 0 for everybody
     * @return bool
     */
    public function is_former(int $groupid): bool {
        return isset($this->former[$this->asked_by($groupid)]);
    }

    /**
     * The name of a room.
     *
     * @param int $groupid the group, 0 for everybody
     * @return string plain text, '' without groups
     */
    public function room_name(int $groupid): string {
        return $this->group($groupid)['name'] ?? $this->former[$this->asked_by($groupid)] ?? '';
    }

    /**
     * The meetings, by group and number.
     *
     * @param int $number only those of this number; 0 for all
     * @return meeting[] by id
     */
    public function meetings(int $number): array {
        global $DB;

        [$in, $params] = $DB->get_in_or_equal($this->groups, SQL_PARAMS_QM, '', true, -1);
        $rows = $DB->get_records_select(
            'leerlandschap_meeting',
            "leerlandschapid = ? AND groupid $in" . ($number ? ' AND meetingno = ?' : ''),
            [$this->instance->id, ...$params, ...($number ? [$number] : [])],
            'groupid, meetingno'
        );
        return array_map(fn(stdClass $row): meeting => new meeting($row, $this->instance, $this->exercise), $rows);
    }

    /**
     * The meetings in the order in which Moodle lists their groups, former rooms last, and of their numbers.
     *
     * @param int $number only those of this number; 0 for all
     * @return meeting[] by id
     */
    public function ordered_meetings(int $number = 0): array {
        $order = array_flip($this->groups);
        $place = fn(meeting $meeting): array => [$order[$meeting->groupid()], $meeting->number()];
        $meetings = $this->meetings($number);
        uasort($meetings, fn(meeting $a, meeting $b): int => $place($a) <=> $place($b));
        return $meetings;
    }

    /**
     * The names of people.
     *
     * @param int[] $ids ids of users
     * @return string[] by id, of those who have an account
     */
    public function names_of(array $ids): array {
        return (new seen_people($this->cm->context))->names($ids);
    }

    /**
     * A meeting that may be read.
     *
     * @param string $id its id
     * @return meeting
     * @throws refusal unknown_meeting, also where it is not the reader's to read
     */
    public function meeting(string $id): meeting {
        global $DB;

        $wellformed = ctype_digit($id) && (string) (int) $id === $id;
        $where = ['id' => $id, 'leerlandschapid' => $this->instance->id];
        $row = $wellformed ? $DB->get_record('leerlandschap_meeting', $where) : false;
        $isseen = $row && in_array((int) $row->groupid, $this->groups, true);
        return $isseen ? new meeting($row, $this->instance, $this->exercise) : throw new refusal('unknown_meeting');
    }

    /**
     * Rows that belong to the meetings of these groups: one query, however many there are.
     *
     * @param string $table table without the plugin's name
     * @param string $columns columns of t
     * @param string $where condition on t, without parameters, and what comes behind it
     * @return \moodle_recordset
     */
    public function rows(string $table, string $columns, string $where): \moodle_recordset {
        global $DB;

        [$in, $params] = $DB->get_in_or_equal($this->groups, SQL_PARAMS_QM, '', true, -1);
        return $DB->get_recordset_sql(
            "SELECT $columns
               FROM {leerlandschap_$table} t
               JOIN {leerlandschap_meeting} m ON m.id = t.meetingid
              WHERE m.leerlandschapid = ? AND m.groupid $in AND $where",
            [$this->instance->id, ...$params]
        );
    }

    /**
     * The name of a group as other systems get it.
     *
     * @param int $groupid the group, 0 without groups
     * @return array|null id and name
     */
    public function group(int $groupid): ?array {
        if (!$groupid) {
            return null;
        }
        if ($this->is_former($groupid)) {
            return ['id' => $groupid, 'name' => $this->former[$groupid]];
        }
        $this->names ??= array_column(groups_get_all_groups($this->cm->course, 0, 0, 'g.id, g.name') ?: [], 'name', 'id');
        return ['id' => $groupid, 'name' => $this->text($this->names[$groupid] ?? '')];
    }

    /**
     * A text that may have a filter, as plain text.
     *
     * @param string $text the text
     * @return string
     */
    public function text(string $text): string {
        return \core_external\util::format_string($text, $this->cm->context, true, ['escape' => false]);
    }
}
