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
use html_writer;
use mod_leerlandschap\local\actions\open_actions;
use mod_leerlandschap\local\exercise_store;
use mod_leerlandschap\local\language;
use mod_leerlandschap\local\progress;
use mod_leerlandschap\local\refusal;
use mod_leerlandschap\local\rules;
use mod_leerlandschap\permission;
use stdClass;

/**
 * What Moodle's reports about one person say of an activity: the steps that give points, and open actions.
 *
 * No more than the gradebook tells whoever reads it; never an answer or a text of theirs.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class person_report {
    /** @var bool[] whether the reader can enter a room, by group */
    private array $entered = [];

    /**
     * A report.
     *
     * @param stdClass $instance row of leerlandschap
     * @param cm_info $cm the course module
     * @param int $userid whom it is about
     */
    public function __construct(
        /** @var stdClass row of leerlandschap */
        private readonly stdClass $instance,
        /** @var cm_info the course module */
        private readonly cm_info $cm,
        /** @var int whom it is about */
        private readonly int $userid,
    ) {
    }

    /**
     * The report in a line.
     *
     * @return stdClass|null info and time, null where there is nothing to tell
     */
    public function outline(): ?stdClass {
        $points = $this->points();
        if (!$points || !$points['earned']) {
            return null;
        }
        return (object) ['info' => get_string('feedbackpoints', 'mod_leerlandschap', $points), 'time' => $this->time()];
    }

    /**
     * The whole report.
     *
     * @return string HTML
     */
    public function complete(): string {
        $points = $this->points();
        $parts = [];
        if ($points) {
            foreach (['feedbackdone' => 'done', 'feedbackopen' => 'open'] as $string => $which) {
                if ($points[$which]) {
                    $parts[] = s(get_string($string, 'mod_leerlandschap', implode(', ', $this->titles($points[$which]))));
                }
            }
            $parts[] = s(get_string('feedbackpoints', 'mod_leerlandschap', $points));
        }
        $html = implode('', array_map(fn(string $part): string => html_writer::tag('p', $part), $parts));
        $actions = array_map(fn(stdClass $action): string => s($this->line($action)), $this->actions());
        if ($actions) {
            $html .= html_writer::tag('p', get_string('overview:openactions', 'mod_leerlandschap')) . html_writer::alist($actions);
        }
        return $html;
    }

    /**
     * The points of the person.
     *
     * @return array|null what progress::points says, null where the reader is not to see them, or there is no exercise
     */
    private function points(): ?array {
        if (!(new gradebook_view($this->cm, $this->instance))->shows($this->userid) || !$this->sees_person()) {
            return null;
        }
        return progress::points_in([$this->instance], $this->userid)[(int) $this->instance->id] ?? null;
    }

    /**
     * Whether the reader can enter a room that is the person's.
     *
     * @return bool
     */
    private function sees_person(): bool {
        $grouped = groups_get_activity_groupmode($this->cm) != NOGROUPS;
        return (bool) array_filter($grouped ? permission::groups($this->cm, $this->userid) : [0], $this->enters(...));
    }

    /**
     * Whether the reader can enter the room of a group.
     *
     * @param int $groupid the group, 0 without groups
     * @return bool
     */
    private function enters(int $groupid): bool {
        if (!isset($this->entered[$groupid])) {
            try {
                $rules = rules::of_instance($this->instance, exercise_store::of_instance($this->instance));
                $access = permission::access($this->cm, $this->instance, $rules, $groupid);
                $this->entered[$groupid] = $access->groupid === $groupid;
            } catch (refusal) {
                $this->entered[$groupid] = false;
            }
        }
        return $this->entered[$groupid];
    }

    /**
     * When it was last noted that the person took part.
     *
     * @return int seconds since 1970; where answers are hidden the day
     */
    private function time(): int {
        global $DB;

        return (int) $DB->get_field_sql(
            'SELECT MAX(p.timedone)
               FROM {leerlandschap_progress} p
               JOIN {leerlandschap_meeting} m ON m.id = p.meetingid
              WHERE m.leerlandschapid = ? AND p.userid = ?',
            [$this->instance->id, $this->userid]
        );
    }

    /**
     * The titles of steps.
     *
     * @param string[] $steps ids
     * @return string[]
     */
    private function titles(array $steps): array {
        $titles = array_column(exercise_store::of_instance($this->instance)->export(false)['steps'], 'title', 'id');
        return array_map(fn(string $step): string => language::pick($titles[$step] ?? [$step]), $steps);
    }

    /**
     * The person's open actions of groups whose room the reader can enter.
     *
     * @return stdClass[] as open_actions::to_tell has them
     */
    private function actions(): array {
        $where = 'a.leerlandschapid = ? AND a.userid = ?';
        $actions = open_actions::to_tell($where, [$this->instance->id, $this->userid]);
        return array_filter($actions, fn(stdClass $action): bool => $this->enters((int) $action->groupid));
    }

    /**
     * An action in a line.
     *
     * @param stdClass $action as open_actions::to_tell has it
     * @return string plain text
     */
    private function line(stdClass $action): string {
        $what = open_actions::text($action);
        if (!$action->due) {
            return $what;
        }
        // The end of the day where the owner is; where the reader is, that may be another day.
        $timezone = \core_date::get_user_timezone(\core_user::get_user($this->userid));
        return get_string('actionuntil', 'mod_leerlandschap', [
            'what' => $what,
            'day' => userdate($action->due, get_string('strftimedate', 'langconfig'), $timezone, false),
        ]);
    }
}
