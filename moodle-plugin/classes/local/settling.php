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
 * Notes for a whole group of a hidden meeting at once who took part in which steps, in random order.
 *
 * That comes after a reveal, when the group goes on, and before the meeting is closed. Until then nothing names
 * those who took part: what they answered and wrote would stand beside their names in the order of time.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class settling {
    /**
     * The settling of a meeting.
     *
     * @param meeting $meeting a hidden meeting, locked by this transaction
     * @param stdClass[] $rounds its rounds
     * @param bool $closing whether it closes, so that nothing may stay unsettled
     */
    private function __construct(
        /** @var meeting a hidden meeting, locked by this transaction */
        private readonly meeting $meeting,
        /** @var stdClass[] its rounds */
        private readonly array $rounds,
        /** @var bool whether it closes, so that nothing may stay unsettled */
        private readonly bool $closing,
    ) {
    }

    /**
     * Settles what can be settled by now.
     *
     * @param meeting $meeting a meeting, locked by this transaction
     * @param rounds $rounds its rounds
     * @return int[] users with something new, in random order; the caller announces them
     */
    public static function of_meeting(meeting $meeting, rounds $rounds): array {
        return $meeting->rules()->hidden() ? (new self($meeting, $rounds->all(), false))->run() : [];
    }

    /**
     * Settles everything, as no later moment comes. The secret must still be there.
     *
     * @param meeting $meeting a meeting, locked by this transaction, as are its rounds
     * @return int[] users with something new, in random order; the caller announces them
     */
    public static function of_closing(meeting $meeting): array {
        if (!$meeting->rules()->hidden()) {
            return [];
        }
        $users = (new self($meeting, rounds::of_meeting($meeting)->all(), true))->run();
        pending::forget_steps($meeting);
        return $users;
    }

    /**
     * Settles.
     *
     * @return int[] users with something new, in random order
     */
    private function run(): array {
        $keyring = keyring::of_meeting($this->meeting);
        if (!$keyring) {
            return [];
        }
        $marks = array_map('array_flip', pending::of_meeting($this->meeting));
        [$complete, $partial] = $this->voters();
        $waiting = $this->waiting();
        $joined = people::joined_ids($this->meeting);
        $people = [...$joined, ...$this->others($keyring, $joined, $marks)];
        $noted = progress::of_people($this->meeting);
        $new = [];
        $settled = [];
        foreach (array_diff($this->meeting->steps(), $waiting) as $step) {
            $open = array_filter($people, fn(int $userid): bool => !isset($noted[$userid][$step]));
            $took = array_filter($open, fn(int $userid): bool => isset($complete[$step][$keyring->voter($userid, $step)])
                || isset($marks[$step]) && isset($marks[$step][$keyring->part($userid, $step)]));
            $left = array_diff(array_intersect($joined, $open), $took);
            if ($this->meeting->exercise->block($step) === 'questions') {
                // That answers are complete is told by handing in.
                $handed = array_map(fn(int $userid): string => $keyring->voter($userid, $step), array_diff($people, $left));
                $partial[$step] = array_diff_key($partial[$step] ?? [], array_flip($handed));
            }
            if ($took && $this->is_crowd(count($took), count($left), !empty($partial[$step]))) {
                $settled[] = $step;
                $new = [...$new, ...array_map(fn(int $userid): array => [$userid, $step], $took)];
            }
        }
        progress::add_all($this->meeting, random_id::shuffled($new));
        pending::forget_steps($this->meeting, $settled);
        return random_id::shuffled(array_unique(array_column($new, 0)));
    }

    /**
     * Whether noting who took part in a step points at nobody's answers or texts.
     *
     * A facilitator could go to the next step after each text and see who has a new point; and where answers of
     * some are incomplete while one person has no point, those are theirs. So people are noted by the k at least,
     * and those who are left are nobody or k, unless there is nothing of theirs to be found.
     *
     * @param int $new how many would be noted
     * @param int $left how many joined and would still not be
     * @param bool $partial whether there are answers of somebody who did not complete a round
     * @return bool
     */
    private function is_crowd(int $new, int $left, bool $partial): bool {
        $least = $this->meeting->rules()->minanswers;
        return $this->closing || ($new >= $least && (!$partial || $left === 0 || $left >= $least));
    }

    /**
     * Who answered what, by step and the key of the voter.
     *
     * @return array[] those who completed a round that nothing changes any more, and all others
     */
    private function voters(): array {
        $settled = [];
        foreach ($this->rounds as $round) {
            if ($this->closing || $round->phase === 'revealed') {
                $purpose = purpose::of($this->meeting->exercise, $round->step, $round->round);
                $settled["$round->step/$round->round"] = [$purpose, count($round->items)];
            }
        }
        $complete = [];
        $partial = [];
        foreach (answers::count_given($this->meeting) as $row) {
            [$purpose, $size] = $settled["$row->step/$row->round"] ?? [null, 0];
            // What came out of a backup is of people who are not told apart, and may be of those who are left.
            $iscomplete = $purpose && !voter::is_restored($row->voterkey)
                && $purpose->is_part($size, (int) $row->given, (int) $row->total);
            $iscomplete ? $complete[$row->step][$row->voterkey] = true : $partial[$row->step][$row->voterkey] = true;
        }
        foreach ($partial as $step => $keys) {
            $partial[$step] = array_diff_key($keys, $complete[$step] ?? []);
        }
        return [$complete, $partial];
    }

    /**
     * The steps of which nothing is noted yet: questions are handed in for the reveal.
     *
     * @return string[]
     */
    private function waiting(): array {
        $open = array_filter($this->rounds, fn(stdClass $row): bool => $row->phase !== 'revealed'
            && $this->meeting->exercise->block($row->step) === 'questions');
        return $this->closing ? [] : array_column($open, 'step');
    }

    /**
     * Those who can have taken part without having joined: whoever leads from outside may write along.
     *
     * @param keyring $keyring keys of the meeting
     * @param int[] $joined ids of the users who joined
     * @param array[] $marks what is pending, by step and key
     * @return int[] ids of users; none where all that is pending is of those who joined
     */
    private function others(keyring $keyring, array $joined, array $marks): array {
        foreach ($joined as $userid) {
            foreach (array_keys($marks) as $step) {
                unset($marks[$step][$keyring->part($userid, $step)]);
            }
        }
        $cm = array_filter($marks) ? get_coursemodule_from_instance('leerlandschap', $this->meeting->instance->id) : null;
        return $cm ? array_diff(permission::participants(\context_module::instance($cm->id)), $joined) : [];
    }
}
