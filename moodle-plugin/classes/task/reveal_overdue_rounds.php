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

namespace mod_leerlandschap\task;

use mod_leerlandschap\local\clock_time;
use mod_leerlandschap\local\exercise_store;
use mod_leerlandschap\local\meeting;
use mod_leerlandschap\local\meeting_store;
use mod_leerlandschap\local\one_by_one;
use mod_leerlandschap\local\revealing;
use mod_leerlandschap\local\scene;
use stdClass;

/**
 * Reveals the open rounds of meetings at one's own pace once their activity's closing date has come.
 *
 * Whoever looks at the room then does the same; this is for those whom nobody looks at.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class reveal_overdue_rounds extends \core\task\scheduled_task {
    use one_by_one;

    #[\Override]
    public function get_name() {
        return get_string('taskrevealoverdue', 'mod_leerlandschap');
    }

    #[\Override]
    public function execute() {
        self::for_each(self::overdue(), self::reveal(...), 'revealed');
    }

    /**
     * Reveals the open rounds of a meeting.
     *
     * @param stdClass $row row of leerlandschap_meeting
     * @throws \mod_leerlandschap\local\refusal unavailable, where its exercise is not there, or the database is too busy
     */
    private static function reveal(stdClass $row): void {
        global $DB;

        $instance = $DB->get_record('leerlandschap', ['id' => $row->leerlandschapid], '*', MUST_EXIST);
        $cm = get_fast_modinfo($instance->course)->get_instances_of('leerlandschap')[$instance->id] ?? null;
        if ($cm) {
            $exercise = exercise_store::of_instance($instance);
            $scene = new scene($cm, new meeting($row, $instance, $exercise), null, clock_time::ms());
            revealing::overdue($scene, new meeting_store($instance, $exercise));
        }
    }

    /**
     * The open meetings that have open rounds although the closing date has come.
     *
     * @return stdClass[] rows of leerlandschap_meeting
     */
    private static function overdue(): array {
        global $DB;

        return $DB->get_records_sql(
            "SELECT m.*
               FROM {leerlandschap_meeting} m
               JOIN {leerlandschap} l ON l.id = m.leerlandschapid
              WHERE m.state = 'open' AND m.pace = 'own' AND l.timeclose > 0 AND l.timeclose <= :now
                    AND EXISTS (SELECT 1 FROM {leerlandschap_round} r WHERE r.meetingid = m.id AND r.phase = 'open')
           ORDER BY m.id",
            ['now' => clock_time::seconds()]
        );
    }
}
