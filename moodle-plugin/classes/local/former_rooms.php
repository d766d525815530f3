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

use cm_info;
use context_module;
use mod_leerlandschap\local\editing\used_reader;
use mod_leerlandschap\permission;
use stdClass;

/**
 * Rooms in which people have met and that the activity has no more: of groups that were deleted or taken out of its
 * grouping, or of another group mode.
 *
 * Nobody comes into them but whoever leads by right and may enter every group: to read what was said, and to show and
 * close what is still open, so that points come and answers are unlinked. Where the groups come back, so do the rooms.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class former_rooms {
    /** What is asked for in the place of a group: the room of everybody, where the activity has groups now. */
    public const EVERYBODY = -1;

    /**
     * The former rooms that the current user may enter.
     *
     * @param cm_info $cm the course module
     * @return string[] names as HTML, by what is to be asked for
     */
    public static function of(cm_info $cm): array {
        return array_map('s', self::plain($cm));
    }

    /**
     * The same rooms with names as plain text.
     *
     * @param cm_info $cm the course module
     * @return string[] names by what is to be asked for
     */
    public static function plain(cm_info $cm): array {
        if (!self::are_entered($cm)) {
            return [];
        }
        $meetings = self::meetings((int) $cm->instance);
        $grouped = groups_get_activity_groupmode($cm) != NOGROUPS;
        $rooms = $grouped ? permission::groups($cm, 0) : [0];
        $former = array_diff_key($meetings, array_flip($rooms));
        return self::names($cm, $former, self::existing(array_keys($former)));
    }

    /**
     * Whether the current user may enter the former rooms of an activity, where it has any. Core leaves somebody whose
     * enrolment is suspended the role.
     *
     * @param cm_info $cm the course module
     * @return bool
     */
    public static function are_entered(cm_info $cm): bool {
        global $USER;

        $context = context_module::instance($cm->id);
        return has_all_capabilities(['mod/leerlandschap:facilitate', 'moodle/site:accessallgroups'], $context)
            && permission::belongs($context, (int) $USER->id);
    }

    /**
     * The names of former rooms.
     *
     * @param cm_info $cm the course module
     * @param stdClass[] $former their last meetings, rows of leerlandschap_meeting by group, 0 without groups
     * @param bool[] $existing true by id of a group that exists
     * @return string[] plain text, by what is to be asked for; without those of groups that the user may not know of
     */
    public static function names(cm_info $cm, array $former, array $existing): array {
        $context = context_module::instance($cm->id);
        $known = $former ? groups_get_all_groups($cm->course, 0, 0, 'g.id, g.name') : [];
        $names = [];
        foreach ($former as $groupid => $row) {
            $name = match (true) {
                $groupid === 0 => get_string('formerrooms:everybody', 'mod_leerlandschap'),
                isset($known[$groupid]) =>
                    \core_external\util::format_string($known[$groupid]->name, $context, true, ['escape' => false]),
                // One that the user may not know of is none of theirs.
                isset($existing[$groupid]) => null,
                default => get_string('formerrooms:deleted', 'mod_leerlandschap', self::day($row)),
            };
            if ($name !== null) {
                $names[$groupid ?: self::EVERYBODY] = $name;
            }
        }
        return $names;
    }

    /**
     * Those of some groups that exist.
     *
     * @param int[] $groupids the groups
     * @return bool[] true by id
     */
    public static function existing(array $groupids): array {
        global $DB;

        return $groupids ? array_map(fn(): bool => true, $DB->get_records_list('groups', 'id', $groupids, '', 'id')) : [];
    }

    /**
     * The last meetings in which somebody has done anything but look.
     *
     * @param int $instanceid id of the activity
     * @return stdClass[] rows of leerlandschap_meeting by group, 0 without groups
     */
    private static function meetings(int $instanceid): array {
        global $DB;

        $ids = used_reader::touched_meetings($instanceid);
        $rows = $DB->get_records_list('leerlandschap_meeting', 'id', $ids, 'meetingno, groupid', 'id, groupid, timeused, timecreated');
        return array_column($rows, null, 'groupid');
    }

    /**
     * The day on which a meeting was last used, by which one deleted group is told from another.
     *
     * @param stdClass $row row of leerlandschap_meeting
     * @return string
     */
    private static function day(stdClass $row): string {
        $time = max((int) $row->timeused, (int) $row->timecreated);
        return clock_time::shown_day($time, $time === clock_time::day($time));
    }
}
