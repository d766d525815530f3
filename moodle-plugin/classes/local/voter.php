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
 * Under which key the answers of a participant in a step are stored.
 *
 * In a hidden meeting it is derived from the user, the meeting and the step under the meeting's secret, so that the
 * database alone links nobody to an answer, nor answers in one step to those in another.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class voter {
    /** What keys of answers begin with of which a backup did not tell whose they are. */
    public const RESTORED = 'restored:';

    /**
     * The key for storing answers.
     *
     * @param meeting $meeting a meeting with answers
     * @param int $userid the participant
     * @param string $step the step
     * @return string at most 64 characters
     * @throws refusal secret_lost, if there is none any more: with a new one everybody could vote again
     */
    public static function key(meeting $meeting, int $userid, string $step): string {
        return self::known_key($meeting, $userid, $step) ?? throw new refusal('secret_lost');
    }

    /**
     * The key for storing what may be the first answer of a meeting. Makes the secret.
     *
     * @param meeting $meeting an open meeting
     * @param int $userid the participant
     * @param string $step the step
     * @return string at most 64 characters
     * @throws refusal unavailable, if the secret cannot be kept
     */
    public static function first_key(meeting $meeting, int $userid, string $step): string {
        if ($meeting->rules()->hidden()) {
            secret::made($meeting->secretref());
        }
        return self::key($meeting, $userid, $step);
    }

    /**
     * The key for finding answers.
     *
     * @param meeting $meeting the meeting
     * @param int $userid the participant
     * @param string $step the step
     * @return string|null null where no answers of theirs can be found
     */
    public static function known_key(meeting $meeting, int $userid, string $step): ?string {
        return self::known_keys_of($meeting, $userid, [$step])[$step] ?? null;
    }

    /**
     * The keys for finding a participant's answers in several steps.
     *
     * @param meeting $meeting the meeting
     * @param int $userid the participant
     * @param string[] $steps the steps
     * @return string[] by step; none where no answers of theirs can be found
     */
    public static function known_keys_of(meeting $meeting, int $userid, array $steps): array {
        if (!$meeting->rules()->hidden()) {
            return array_fill_keys($steps, self::named($userid));
        }
        $keyring = $steps ? keyring::of_meeting($meeting) : null;
        $key = fn(string $step): string => $keyring->voter($userid, $step);
        return $keyring ? array_combine($steps, array_map($key, $steps)) : [];
    }

    /**
     * The keys for finding a participant's answers, whatever has become of the exercise since they were given.
     *
     * @param meeting $meeting the meeting
     * @param int $userid the participant
     * @return string[] by step; none where no answers of theirs can be found
     */
    public static function known_keys_of_all(meeting $meeting, int $userid): array {
        global $DB;

        $steps = [];
        foreach (['leerlandschap_answer', 'leerlandschap_locked'] as $table) {
            $steps = [...$steps, ...$DB->get_fieldset_select($table, 'DISTINCT step', 'meetingid = ?', [$meeting->id()])];
        }
        return self::known_keys_of($meeting, $userid, array_values(array_unique($steps)));
    }

    /**
     * The keys for finding answers of several participants in a step.
     *
     * @param meeting $meeting the meeting
     * @param int[] $userids the participants
     * @param string $step the step
     * @return string[] empty texts where no answers can be found
     */
    public static function known_keys(meeting $meeting, array $userids, string $step): array {
        $hidden = $meeting->rules()->hidden();
        $keyring = $hidden ? keyring::of_meeting($meeting) : null;
        return array_map(fn(int $id): string => $hidden ? (string) $keyring?->voter($id, $step) : self::named($id), $userids);
    }

    /**
     * A key of an answer that came out of a backup without whose it is: no participant's.
     *
     * @return string
     */
    public static function restored_key(): string {
        return self::RESTORED . bin2hex(random_bytes(24));
    }

    /**
     * Whether a key is of an answer that came out of a backup without whose it is.
     *
     * @param string $key the key
     * @return bool
     */
    public static function is_restored(string $key): bool {
        return str_starts_with($key, self::RESTORED);
    }

    /**
     * The key in a named meeting.
     *
     * @param int $userid the participant
     * @return string
     */
    private static function named(int $userid): string {
        return "user:$userid";
    }
}
