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

/**
 * Who is not asked again in a round, after a hidden meeting was restored from a backup.
 *
 * Their answers are there without them (see copying\restored_meeting), so that nobody can change or give them twice.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class locked {
    /** The table. */
    private const TABLE = 'leerlandschap_locked';

    /**
     * Locks a round for participants. Without the secret of the meeting nobody can be told from another, nor answer.
     *
     * @param meeting $meeting a hidden meeting
     * @param string $step the step
     * @param int $round the round
     * @param int[] $userids the participants
     */
    public static function add(meeting $meeting, string $step, int $round, array $userids): void {
        global $DB;

        $DB->insert_records(self::TABLE, array_map(fn(string $key): array => [
            'meetingid' => $meeting->id(),
            'step' => $step,
            'round' => $round,
            'voterkey' => $key,
        ], random_id::shuffled(array_filter(voter::known_keys($meeting, $userids, $step)))));
    }

    /**
     * Whether a round is locked for a voter.
     *
     * @param meeting $meeting the meeting
     * @param string $step the step
     * @param int $round the round
     * @param string $voterkey the voter
     * @return bool
     */
    public static function has(meeting $meeting, string $step, int $round, string $voterkey): bool {
        global $DB;

        $row = ['meetingid' => $meeting->id(), 'voterkey' => $voterkey, 'step' => $step, 'round' => $round];
        return $DB->record_exists(self::TABLE, $row);
    }

    /**
     * The rounds that are locked for a participant.
     *
     * @param meeting $meeting the meeting
     * @param int $userid the participant
     * @return array[] step and round each
     */
    public static function of_person(meeting $meeting, int $userid): array {
        $own = voter::known_keys_of_all($meeting, $userid);
        $rounds = [];
        foreach (self::of_meeting($meeting) as $place => $keys) {
            [$step, $round] = explode('/', $place);
            if (isset($own[$step], $keys[$own[$step]])) {
                $rounds[] = ['step' => $step, 'round' => (int) $round];
            }
        }
        return $rounds;
    }

    /**
     * Which voters which rounds are locked for.
     *
     * @param meeting $meeting the meeting
     * @return array[] true, by step and round with a slash between, then by key of the voter
     */
    public static function of_meeting(meeting $meeting): array {
        global $DB;

        $locked = [];
        foreach ($DB->get_records(self::TABLE, ['meetingid' => $meeting->id()]) as $row) {
            $locked["$row->step/$row->round"][$row->voterkey] = true;
        }
        return $locked;
    }

    /**
     * Forgets everybody.
     *
     * @param meeting $meeting a meeting that takes no more answers
     */
    public static function forget(meeting $meeting): void {
        global $DB;

        $DB->delete_records(self::TABLE, ['meetingid' => $meeting->id()]);
    }

    /**
     * Forgets a participant.
     *
     * @param meeting $meeting the meeting
     * @param int $userid the participant
     */
    public static function forget_person(meeting $meeting, int $userid): void {
        global $DB;

        foreach (array_unique(voter::known_keys_of_all($meeting, $userid)) as $key) {
            $DB->delete_records(self::TABLE, ['meetingid' => $meeting->id(), 'voterkey' => $key]);
        }
    }
}
