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

use mod_leerlandschap\local\round\purpose;
use mod_leerlandschap\permission;
use stdClass;

/**
 * Reveals rounds: at the facilitator's command, and by itself where the exercise or the closing date wants that.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class revealing {
    /**
     * Reveals a round. Raises the revision, which everything that shows now carries.
     *
     * @param scene $scene the meeting, locked by this transaction
     * @param stdClass $row the round, open or closed
     */
    public static function reveal(scene $scene, stdClass $row): void {
        $meeting = $scene->meeting;
        $meeting->raise_revision();
        $scene->rounds()->reveal($row, $scene->expected());
        if ($row->round === 1 && purpose::begins_with_writing($meeting->exercise, $row->step)) {
            $scene->contributions()->reveal_written($row->step);
            // What was one's own is the group's now.
            $meeting->touch_own();
        }
        if ($meeting->rules()->hidden()) {
            unlinking::of_reveal($meeting, $row);
        }
        $scene->settle();
        $scene->note_event('result_revealed', ['step' => $row->step, 'round' => $row->round], "$row->step/$row->round");
    }

    /**
     * Reveals the open rounds of which nobody's answer is missing, where the exercise wants that.
     *
     * @param scene $scene the meeting as it is now
     * @param meeting_store $store the meetings
     * @return bool whether there was any
     */
    public static function complete(scene $scene, meeting_store $store): bool {
        if ($scene->meeting->is_closed()) {
            return false;
        }
        // Nobody is held up by a lock before the numbers say that it may be so. In a restored round they tell nothing: some who
        // have answered before the backup may not be there.
        $seemingly = fn(scene $scene, stdClass $row): bool => $row->restored === null
            ? self::reveals_itself($scene, $row) && self::has_as_many($scene, $row)
            : self::is_complete($scene, $row);
        return self::any($scene, $seemingly) && self::reveal_all($scene, $store, [self::class, 'is_complete']);
    }

    /**
     * Reveals the open rounds of a meeting at one's own pace whose activity's closing date has come.
     *
     * @param scene $scene the meeting as it is now
     * @param meeting_store $store the meetings
     * @return bool whether there was any
     */
    public static function overdue(scene $scene, meeting_store $store): bool {
        $meeting = $scene->meeting;
        $timeclose = (int) $meeting->instance->timeclose;
        if ($meeting->is_closed() || !$meeting->rules()->own_pace() || !$timeclose || $timeclose > clock_time::seconds()) {
            return false;
        }
        $open = fn(scene $scene, stdClass $row): bool => $row->phase === 'open';
        return self::any($scene, $open) && self::reveal_all($scene, $store, $open);
    }

    /**
     * Whether a round that reveals itself is complete. To be asked under its lock.
     *
     * @param scene $scene the meeting
     * @param stdClass $row the round
     * @return bool
     */
    private static function is_complete(scene $scene, stdClass $row): bool {
        if (!self::reveals_itself($scene, $row) || ($row->restored === null && !self::has_as_many($scene, $row))) {
            return false;
        }
        // In a restored round too everybody has to have answered or handed in there. Were those left out whom it is locked
        // for, whoever leads could make one after another the only one present, and the reveal would tell who had answered.
        $expected = $row->restored === null || !$scene->meeting->rules()->own_pace()
            ? $scene->people()->present_ids()
            : permission::participants(\context_module::instance($scene->cm->id), $scene->meeting->groupid());
        $purpose = purpose::of($scene->meeting->exercise, $row->step, $row->round);
        return $expected && $purpose->who($scene->meeting, $row, $expected) === $expected;
    }

    /**
     * Whether a round is open and is to be revealed once everybody has answered.
     *
     * @param scene $scene the meeting
     * @param stdClass $row the round
     * @return bool
     */
    private static function reveals_itself(scene $scene, stdClass $row): bool {
        $meeting = $scene->meeting;
        return $row->phase === 'open'
            && purpose::of($meeting->exercise, $row->step, $row->round)->reveals_itself($meeting->rules());
    }

    /**
     * Whether as many have answered as are expected.
     *
     * @param scene $scene the meeting
     * @param stdClass $row the round
     * @return bool
     */
    private static function has_as_many(scene $scene, stdClass $row): bool {
        $purpose = purpose::of($scene->meeting->exercise, $row->step, $row->round);
        $expected = $scene->expected();
        return $expected > 0 && $purpose->answered($scene->meeting, $row) >= $expected;
    }

    /**
     * Whether there is a round of a kind.
     *
     * @param scene $scene the meeting
     * @param callable $which tells of a scene and a round whether it is one
     * @return bool
     */
    private static function any(scene $scene, callable $which): bool {
        foreach ($scene->rounds()->all() as $row) {
            if ($which($scene, $row)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Reveals rounds of a kind, each with a revision of its own, in a transaction of its own.
     *
     * @param scene $scene the meeting
     * @param meeting_store $store the meetings
     * @param callable $which tells of a scene and a round under its lock whether it is one
     * @return bool whether there was any
     */
    private static function reveal_all(scene $scene, meeting_store $store, callable $which): bool {
        $work = function () use ($scene, $store, $which): array {
            $meeting = $store->lock($scene->meeting);
            // Nobody commanded it: neither logs nor grades may name whoever happened to answer last or to look first.
            $locked = new scene($scene->cm, $meeting, null, $scene->now);
            $any = false;
            foreach ($meeting->is_closed() ? [] : $locked->rounds()->all() as $row) {
                if ($row->phase === 'open') {
                    // Answers that are being stored come in first.
                    $locked->rounds()->set_phase($row, 'open');
                }
                if ($which($locked, $row)) {
                    self::reveal($locked, $row);
                    $any = true;
                }
            }
            $store->save($meeting);
            return [$locked, $any];
        };
        try {
            [$locked, $any] = transaction::run($work);
        } catch (refusal) {
            // What brought it here is stored: nobody is told that it failed. The next command looks again.
            return false;
        }
        $locked->finish();
        return $any;
    }
}
