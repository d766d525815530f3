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

namespace mod_leerlandschap\output;

use core\output\renderable;
use core\output\renderer_base;
use core\output\templatable;
use mod_leerlandschap\local\assets;
use mod_leerlandschap\local\clock_time;
use mod_leerlandschap\local\summary\room_summaries;
use mod_leerlandschap\local\summary\room_summary;
use moodle_url;
use stdClass;

/**
 * How the groups of a course stand in its activities, for those who see reports: what needs attention first.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class room_list implements renderable, templatable {
    /** Where the list stands on the page. */
    public const ANCHOR = 'leerlandschap-rooms';

    /** @var room_summary[] all rooms, those first that need attention */
    private readonly array $rooms;

    /**
     * The rooms that the current user may see.
     *
     * @param stdClass $course row of course
     * @param assets $assets files of the build
     * @param bool $attention whether only those are shown that need attention
     */
    public function __construct(
        /** @var stdClass row of course */
        private readonly stdClass $course,
        /** @var assets files of the build */
        private readonly assets $assets,
        /** @var bool whether only those are shown that need attention */
        private readonly bool $attention,
    ) {
        $this->rooms = (new room_summaries($course))->all();
    }

    /**
     * The address of the list.
     *
     * @param int $courseid the course
     * @param bool $attention whether only those are shown that need attention
     * @return moodle_url
     */
    public static function url(int $courseid, bool $attention = false): moodle_url {
        $params = ['id' => $courseid] + ($attention ? ['attention' => 1] : []);
        return new moodle_url('/mod/leerlandschap/index.php', $params, self::ANCHOR);
    }

    /**
     * Whether there are none.
     *
     * @return bool
     */
    public function is_empty(): bool {
        return !$this->rooms;
    }

    #[\Override]
    public function export_for_template(renderer_base $output): array {
        $urgent = array_values(array_filter($this->rooms, fn(room_summary $room): bool => (bool) $room->reasons));
        $shown = $this->attention ? $urgent : $this->rooms;
        return [
            'anchor' => self::ANCHOR,
            'rooms' => array_map($this->room(...), $shown),
            'any' => (bool) $shown,
            'attention' => $this->attention,
            'all' => count($this->rooms),
            'urgent' => count($urgent),
            'allurl' => self::url((int) $this->course->id)->out(false),
            'urgenturl' => self::url((int) $this->course->id, true)->out(false),
        ];
    }

    /**
     * A room.
     *
     * @param room_summary $room how it stands
     * @return array
     */
    private function room(room_summary $room): array {
        $where = ['id' => $room->cm->id] + ($room->asked ? ['group' => $room->asked] : []);
        return [
            'activity' => $room->cm->get_formatted_name(),
            'group' => $room->group,
            'former' => $room->former,
            'url' => (new moodle_url('/mod/leerlandschap/view.php', $where))->out(false),
            'dimmed' => !$room->cm->visible,
            'reasons' => array_map(fn(string $reason): string => self::reason($room, $reason), $room->reasons),
            'meeting' => self::meeting($room),
            'place' => self::place($room),
            'joined' => $room->joined,
            'actions' => $room->actions,
            'due' => $room->due === '' ? '' : self::text('rooms:due', self::day_of($room->due)),
            'reporttext' => self::text('rooms:report', $room->cm->get_formatted_name()),
            'report' => (string) designer_links::report_url($room->cm, $this->assets),
        ];
    }

    /**
     * Why somebody should look, in words.
     *
     * @param room_summary $room how it stands
     * @param string $reason one of room_summary::REASONS
     * @return string
     */
    private static function reason(room_summary $room, string $reason): string {
        return self::text("rooms:reason_$reason", match ($reason) {
            'overdue' => $room->overdue,
            'closessoon' => userdate($room->cm->customdata['timeclose'], get_string('strftimedate', 'langconfig')),
            default => null,
        });
    }

    /**
     * How the last meeting stands, in words.
     *
     * @param room_summary $room how it stands
     * @return string
     */
    private static function meeting(room_summary $room): string {
        $day = clock_time::shown_day($room->day, $room->day === clock_time::day($room->day));
        return self::text("rooms:$room->state", ['number' => $room->number, 'day' => $day]);
    }

    /**
     * How far an open meeting is, in words.
     *
     * @param room_summary $room how it stands
     * @return string '' where there is none
     */
    private static function place(room_summary $room): string {
        if ($room->state !== 'open') {
            return '';
        }
        return match ($room->place) {
            '@start' => self::text('rooms:atstart'),
            '@closing' => self::text('rooms:atclosing'),
            '@own' => self::text('rooms:atown', $room->steps),
            default => self::text('rooms:atstep', ['step' => $room->step, 'steps' => $room->steps, 'title' => $room->place]),
        };
    }

    /**
     * A day as it is read.
     *
     * @param string $day YYYY-MM-DD
     * @return string
     */
    private static function day_of(string $day): string {
        [$year, $month, $date] = array_map('intval', explode('-', $day));
        return userdate(make_timestamp($year, $month, $date, 12), get_string('strftimedate', 'langconfig'));
    }

    /**
     * A text of the list.
     *
     * @param string $identifier its identifier
     * @param mixed $a what stands in it
     * @return string
     */
    private static function text(string $identifier, mixed $a = null): string {
        return get_string($identifier, 'mod_leerlandschap', $a);
    }
}
