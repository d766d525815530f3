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

use mod_leerlandschap\local\pulse\publisher;
use stdClass;

/**
 * Finds, starts, locks and stores meetings.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class meeting_store {
    /**
     * The meetings of an activity.
     *
     * @param stdClass $instance row of leerlandschap
     * @param exercise $exercise its exercise
     */
    public function __construct(
        /** @var stdClass row of leerlandschap */
        private readonly stdClass $instance,
        /** @var exercise its exercise */
        private readonly exercise $exercise,
    ) {
    }

    /**
     * The present meeting of a group, started if there is none, as the activity's present settings want it.
     *
     * @param int $groupid 0 without groups
     * @param callable|null $started called with a meeting that was started here
     * @return meeting
     */
    public function current(int $groupid, ?callable $started = null): meeting {
        $meeting = $this->latest($groupid);
        if (!$meeting) {
            return $this->start($groupid, $started);
        }
        return $this->is_stale($meeting) ? $this->follow($meeting) : $meeting;
    }

    /**
     * Takes the lock of a meeting: until the transaction ends no other request changes what its group shares.
     *
     * @param meeting $meeting the meeting
     * @return meeting the same, as it is now
     */
    public function lock(meeting $meeting): meeting {
        global $DB;

        // An update that changes nothing locks the row in every database.
        $DB->execute('UPDATE {leerlandschap_meeting} SET revision = revision WHERE id = ?', [$meeting->id()]);
        return $this->reread($meeting);
    }

    /**
     * A meeting as it is now.
     *
     * @param meeting $meeting the meeting
     * @return meeting
     * @throws refusal unknown_meeting, if it was deleted meanwhile
     */
    public function reread(meeting $meeting): meeting {
        global $DB;

        $row = $DB->get_record('leerlandschap_meeting', ['id' => $meeting->id()]);
        if (!$row) {
            throw new refusal('unknown_meeting');
        }
        return new meeting($row, $this->instance, $this->exercise);
    }

    /**
     * Keeps a meeting as it is until the transaction ends. Others can keep it so at the same time.
     *
     * @param meeting $meeting the meeting
     * @return meeting the same, as it is now
     * @throws refusal unknown_meeting, if it was deleted meanwhile
     */
    public function hold(meeting $meeting): meeting {
        global $DB;

        $lock = transaction::lock_clause(false);
        $row = $DB->get_record_sql("SELECT * FROM {leerlandschap_meeting} WHERE id = ? $lock", [$meeting->id()]);
        return $row ? new meeting($row, $this->instance, $this->exercise) : throw new refusal('unknown_meeting');
    }

    /**
     * Notes that somebody takes part. Only the first answer of a meeting, and the first of a day, lock its row.
     *
     * @param meeting $meeting the meeting
     * @param bool $answers whether by answering
     */
    public function note_use(meeting $meeting, bool $answers): void {
        global $DB;

        // The day, in named meetings too: it is for closing what nobody uses.
        $today = clock_time::day(clock_time::seconds());
        $columns = ($answers && !$meeting->is_frozen() ? ['frozen' => 1] : [])
            + ($meeting->day_used() < $today ? ['timeused' => $today] : []);
        if ($columns) {
            $DB->update_record('leerlandschap_meeting', (object) ($columns + ['id' => $meeting->id()]));
        }
    }

    /**
     * Stores the changes of a meeting.
     *
     * @param meeting $meeting a meeting that this request has locked
     */
    public function save(meeting $meeting): void {
        global $DB;

        $changes = $meeting->take_changes();
        if ($changes) {
            $changes += ['id' => $meeting->id(), 'timemodified' => clock_time::seconds()];
            $DB->update_record('leerlandschap_meeting', (object) $changes);
            publisher::after_commit($meeting);
        }
    }

    /**
     * The latest meeting of a group.
     *
     * @param int $groupid 0 without groups
     * @return meeting|null
     */
    public function latest(int $groupid): ?meeting {
        global $DB;

        $where = ['leerlandschapid' => $this->instance->id, 'groupid' => $groupid];
        $rows = $DB->get_records('leerlandschap_meeting', $where, 'meetingno DESC', '*', 0, 1);
        return $rows ? new meeting(reset($rows), $this->instance, $this->exercise) : null;
    }

    /**
     * Starts the first meeting of a group.
     *
     * @param int $groupid 0 without groups
     * @param callable|null $started called with the meeting
     * @return meeting
     */
    private function start(int $groupid, ?callable $started): meeting {
        [$meeting, $isnew] = transaction::run(function () use ($groupid): array {
            // Many look first at the same moment: one starts it, the others wait and find it.
            instance_lock::take((int) $this->instance->id);
            $found = $this->latest($groupid);
            if ($found) {
                return [$found, false];
            }
            return [$this->insert_first($groupid), true];
        });
        if ($isnew && $started) {
            $started($meeting);
        }
        return $meeting;
    }

    /**
     * Stores the first meeting of a group.
     *
     * @param int $groupid 0 without groups
     * @return meeting
     */
    private function insert_first(int $groupid): meeting {
        $meeting = $this->insert($groupid, 1, $this->exercise->part_of_meeting(1), 1);
        rounds::of_meeting($meeting)->open_first($meeting->open_from_start());
        return $meeting;
    }

    /**
     * Stores a new meeting of a group.
     *
     * @param int $groupid 0 without groups
     * @param int $number its number
     * @param string $part the run that it goes through
     * @param int $revision its first revision
     * @return meeting
     */
    public function insert(int $groupid, int $number, string $part, int $revision): meeting {
        global $DB;

        $now = clock_time::seconds();
        $DB->insert_record('leerlandschap_meeting', (object) (
            rules::of_instance($this->instance, $this->exercise)->columns() + [
                'leerlandschapid' => $this->instance->id,
                'groupid' => $groupid,
                'meetingno' => $number,
                'part' => $part,
                'place' => meeting::START,
                'visited' => '[]',
                'state' => 'open',
                'revision' => $revision,
                'firstrevision' => $revision,
                'secretref' => secret::new_name(),
                'toldrevision' => $revision - 1,
                'toldstart' => $number > 1 ? 0 : null,
                'timecreated' => $now,
                'timemodified' => $now,
            ]
        ));
        return $this->latest($groupid);
    }

    /**
     * The meeting of the same group before one.
     *
     * @param meeting $meeting the meeting
     * @return meeting|null null for the first one
     */
    public function before(meeting $meeting): ?meeting {
        global $DB;

        $row = $DB->get_record('leerlandschap_meeting', [
            'leerlandschapid' => $this->instance->id,
            'groupid' => $meeting->groupid(),
            'meetingno' => $meeting->number() - 1,
        ]);
        return $row ? new meeting($row, $this->instance, $this->exercise) : null;
    }

    /**
     * Whether the settings of the activity have changed since a meeting last followed them.
     *
     * @param meeting $meeting the meeting
     * @return bool
     */
    private function is_stale(meeting $meeting): bool {
        return !$meeting->is_closed() && array_diff_assoc($this->followed($meeting), $meeting->follows());
    }

    /**
     * What a meeting follows: the rules, and once nobody has answered the exercise may be another one too.
     *
     * @param meeting $meeting the meeting
     * @return array values by name of the column
     */
    private function followed(meeting $meeting): array {
        $others = rules::of_instance($this->instance, $this->exercise);
        // The run that was chosen stays, as long as there is one.
        $runs = $this->exercise->series->runs();
        $part = in_array($meeting->part(), $runs, true) ? $meeting->part() : $this->exercise->part_of_meeting($meeting->number());
        $places = [meeting::START, meeting::CLOSING, ...$this->exercise->steps_of_part($part)];
        return $meeting->rules()->following($others, $meeting->has_begun(), $meeting->is_frozen())->columns() + [
            'part' => $part,
            'place' => in_array($meeting->place(), $places, true) ? $meeting->place() : meeting::START,
        ];
    }

    /**
     * Lets a meeting follow the settings of its activity. Its group shares them, so the revision rises.
     *
     * @param meeting $meeting the meeting
     * @return meeting
     */
    private function follow(meeting $meeting): meeting {
        return transaction::run(function () use ($meeting): meeting {
            $locked = $this->lock($meeting);
            if ($this->is_stale($locked)) {
                $followed = $this->followed($locked);
                if ($followed['place'] !== $locked->place()) {
                    $locked->change(timer::columns(null));
                }
                if ($followed['visibility'] === 'hidden' && !$locked->rules()->hidden()) {
                    unlinking::of_hiding($locked);
                    $locked->touch_own();
                }
                $locked->change($followed);
                rounds::of_meeting($locked)->open_first($locked->open_from_start());
                $locked->raise_revision();
                $this->save($locked);
            }
            return $locked;
        });
    }
}
