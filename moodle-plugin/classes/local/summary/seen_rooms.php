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

namespace mod_leerlandschap\local\summary;

use cm_info;
use context_course;
use context_module;
use mod_leerlandschap\permission;

/**
 * The rooms of a course's activities that are the current user's, and those of which they may see how they do.
 *
 * For any number of activities it asks the database once.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class seen_rooms {
    /** @var bool whether they belong to the course: others see of no meeting that there is one */
    private readonly bool $belongs;

    /** @var array[] groups of the user, by grouping, 0 for all */
    private readonly array $own;

    /** @var array[] all groups, by grouping, 0 for all */
    private array $existing = [];

    /**
     * The rooms of a course.
     *
     * @param int $courseid the course
     * @param int $userid the current user
     */
    public function __construct(int $courseid, int $userid) {
        $this->belongs = permission::belongs(context_course::instance($courseid), $userid);
        $this->own = groups_get_user_groups($courseid, $userid);
    }

    /**
     * Whether the current user sees how the groups do.
     *
     * @param cm_info $cm the course module
     * @return bool
     */
    public static function teaches(cm_info $cm): bool {
        return permission::may_view_reports(context_module::instance($cm->id));
    }

    /**
     * The rooms that are the user's.
     *
     * @param cm_info $cm the course module
     * @return int[] groups, 0 without groups
     */
    public function own(cm_info $cm): array {
        return match (true) {
            !$this->belongs => [],
            groups_get_activity_groupmode($cm) == NOGROUPS => [0],
            default => array_map('intval', array_values($this->own[$cm->groupingid] ?? [])),
        };
    }

    /**
     * The rooms of which the user, who sees how the groups do, may see that.
     *
     * @param cm_info $cm the course module
     * @return int[] groups in the order in which Moodle lists them, 0 without groups
     */
    public function seen(cm_info $cm): array {
        if (!$this->belongs || groups_get_activity_groupmode($cm) == NOGROUPS) {
            return $this->own($cm);
        }
        // Meetings of groups that are gone are still there.
        $all = $this->existing[$cm->groupingid] ??= permission::groups($cm, 0);
        return permission::sees_every_group($cm) ? $all : array_values(array_intersect($all, $this->own($cm)));
    }
}
