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
        $meeting = $this->find($groupid);
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
     * Notes that somebody has answered. Only the first answer of a meeting locks its row.
     *
     * @param meeting $meeting the meeting
     */
    public function freeze(meeting $meeting): void {
        global $DB;

        if (!$meeting->is_frozen()) {
            $DB->set_field('leerlandschap_meeting', 'frozen', 1, ['id' => $meeting->id(), 'frozen' => 0]);
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
        }
    }

    /**
     * The latest meeting of a group.
     *
     * @param int $groupid 0 without groups
     * @return meeting|null
     */
    private function find(int $groupid): ?meeting {
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
        global $DB;

        // Here, where no transaction can be spoilt by two first viewers.
        item_store::ids($this->instance, $this->exercise);
        $now = clock_time::seconds();
        $row = (object) (rules::of_instance($this->instance, $this->exercise)->columns() + [
            'leerlandschapid' => $this->instance->id,
            'groupid' => $groupid,
            'meetingno' => 1,
            'part' => $this->exercise->part_of_meeting(1),
            'place' => meeting::START,
            'visited' => '[]',
            'state' => 'open',
            'revision' => 1,
            'secretref' => secret::new_name(),
            'timecreated' => $now,
            'timemodified' => $now,
        ]);
        try {
            $DB->insert_record('leerlandschap_meeting', $row);
        } catch (\dml_write_exception $exception) {
            // Two first viewers: the unique key let the other one start it.
            return $this->find($groupid) ?? throw new refusal('unavailable');
        }
        $meeting = $this->find($groupid);
        if ($started) {
            $started($meeting);
        }
        return $meeting;
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
        $part = $this->exercise->part_of_meeting($meeting->number());
        $places = [meeting::START, meeting::CLOSING, ...$this->exercise->steps_of_part($part)];
        $rules = $meeting->rules();
        $asked = $rules != $others && !$meeting->is_frozen() && self::has_asked($meeting);
        return $rules->following($others, $asked, $meeting->is_frozen())->columns() + [
            'part' => $part,
            'place' => in_array($meeting->place(), $places, true) ? $meeting->place() : meeting::START,
        ];
    }

    /**
     * Whether a round was ever opened.
     *
     * @param meeting $meeting the meeting
     * @return bool
     */
    private static function has_asked(meeting $meeting): bool {
        global $DB;

        return $DB->record_exists('leerlandschap_round', ['meetingid' => $meeting->id()]);
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
                }
                $locked->change($followed);
                $locked->raise_revision();
                $this->save($locked);
            }
            return $locked;
        });
    }
}
