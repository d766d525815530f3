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

use mod_leerlandschap\event\meeting_closed;
use mod_leerlandschap\local\aftermath;
use mod_leerlandschap\local\announcer;
use mod_leerlandschap\local\clock_time;
use mod_leerlandschap\local\closing;
use mod_leerlandschap\local\exercise_store;
use mod_leerlandschap\local\meeting;
use mod_leerlandschap\local\meeting_store;
use mod_leerlandschap\local\one_by_one;
use mod_leerlandschap\local\pulse\publisher;
use mod_leerlandschap\local\secret;
use mod_leerlandschap\local\transaction;
use stdClass;

/**
 * Closes meetings that nobody has used for two weeks, so that what was answered does not stay linkable.
 *
 * One in which nobody has answered or written anything waits on, what was carried over aside: a designer may have looked in
 * before the course began.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class close_idle_meetings extends \core\task\scheduled_task {
    use one_by_one;

    /** After how many seconds without use a meeting is closed. */
    public const IDLE = 14 * DAYSECS;

    #[\Override]
    public function get_name() {
        return get_string('taskcloseidlemeetings', 'mod_leerlandschap');
    }

    #[\Override]
    public function execute() {
        $before = clock_time::seconds() - self::IDLE;
        try {
            self::for_each(self::idle($before), fn(stdClass $row) => self::close($row, $before), 'closed');
        } finally {
            publisher::sweep();
            secret::sweep();
        }
    }

    /**
     * Closes a meeting as its facilitator would.
     *
     * @param stdClass $row row of leerlandschap_meeting
     * @param int $before unused since this time, seconds since 1970
     * @throws \mod_leerlandschap\local\refusal unavailable, where its exercise is not there, or the database is too busy
     */
    private static function close(stdClass $row, int $before): void {
        global $DB;

        $instance = $DB->get_record('leerlandschap', ['id' => $row->leerlandschapid], '*', MUST_EXIST);
        $exercise = exercise_store::of_instance($instance);
        $store = new meeting_store($instance, $exercise);
        $closed = transaction::run(function () use ($store, $row, $instance, $exercise, $before): array|false {
            $meeting = $store->lock(new meeting($row, $instance, $exercise));
            if (!self::idle($before, $meeting->id())) {
                return false;
            }
            [$secret, $users] = closing::close($meeting);
            $meeting->raise_revision();
            $store->save($meeting);
            return [$meeting, $secret, $users, announcer::promise($instance, $users)];
        });
        if (!$closed) {
            return;
        }
        [$meeting, $secret, $users, $promise] = $closed;
        if ($secret !== null) {
            aftermath::attempt(fn() => secret::destroy($secret));
        }
        $cm = get_coursemodule_from_instance('leerlandschap', $instance->id, $instance->course);
        if ($cm) {
            aftermath::attempt(fn() => announcer::keep($promise, $instance, $cm, $users));
            aftermath::attempt(fn() => meeting_closed::create([
                'objectid' => $meeting->id(),
                'context' => \context_module::instance($cm->id),
                'other' => ['groupid' => $meeting->groupid()],
            ])->trigger());
        }
    }

    /**
     * The open meetings that have something to unlink and were not used for long.
     *
     * @param int $before unused since this time, seconds since 1970
     * @param int|null $id only this meeting
     * @return stdClass[] rows of leerlandschap_meeting
     */
    private static function idle(int $before, ?int $id = null): array {
        global $DB;

        // The day of the last use is kept; where answers are hidden that of joining too.
        $day = $before - DAYSECS;
        return $DB->get_records_sql(
            "SELECT m.*
               FROM {leerlandschap_meeting} m
              WHERE m.state = 'open'
                    AND m.timemodified < :modified
                    AND (m.frozen = 1 OR EXISTS (
                        SELECT 1
                          FROM {leerlandschap_contrib} c
                         WHERE c.meetingid = m.id
                               AND (c.fromno IS NULL OR c.revision >= m.firstrevision)))
                    AND m.timeused <= :used
                    AND NOT EXISTS (SELECT 1 FROM {leerlandschap_presence} j WHERE j.meetingid = m.id AND j.timejoined > :joined)"
                . ($id === null ? '' : ' AND m.id = :id') . ' ORDER BY m.id',
            ['modified' => $before, 'used' => $day, 'joined' => $day] + ($id === null ? [] : ['id' => $id])
        );
    }
}
