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
use mod_leerlandschap\local\exercise;
use mod_leerlandschap\local\exercise_store;
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

    /** @var int[] groups of which a report may be read */
    public readonly array $groups;

    /** @var string[] names of groups, by id */
    private array $names = [];

    /**
     * The reader of an activity.
     *
     * @param cm_info $cm the course module, visible to the current user
     * @param int $groupid only this group; 0 for all that the user may see
     * @throws refusal unavailable without an exercise; why no room, or not that of this group, may be seen
     */
    public function __construct(
        /** @var cm_info the course module */
        public readonly cm_info $cm,
        int $groupid,
    ) {
        global $DB;

        $this->instance = $DB->get_record('leerlandschap', ['id' => $cm->instance], '*', MUST_EXIST);
        $this->exercise = exercise_store::of_instance($this->instance);
        $rules = rules::of_instance($this->instance, $this->exercise);
        $access = permission::access($cm, $this->instance, $rules, $groupid);
        if (in_array($access->notice, self::NO_ROOM, true)) {
            throw new refusal($access->notice);
        }
        $seen = permission::seen_groups($cm);
        if ($groupid && !in_array($groupid, $seen, true)) {
            throw new refusal('other_group');
        }
        $this->groups = $groupid ? [$groupid] : $seen;
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
     * The name of a group as other systems get it.
     *
     * @param int $groupid the group, 0 without groups
     * @return array|null id and name
     */
    public function group(int $groupid): ?array {
        if (!$groupid) {
            return null;
        }
        $this->names[$groupid] ??= $this->text((string) groups_get_group_name($groupid));
        return ['id' => $groupid, 'name' => $this->names[$groupid]];
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

    /**
     * A time as reports tell it: where answers are hidden, the day.
     *
     * @param meeting $meeting the meeting
     * @param int $seconds since 1970, 0 for never
     * @return int
     */
    public static function time(meeting $meeting, int $seconds): int {
        return $meeting->kept_time($seconds);
    }
}
