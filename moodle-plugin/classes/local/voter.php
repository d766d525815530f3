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
 * Under which key the answers of a participant are stored.
 *
 * In a hidden meeting it is derived from the user and the meeting under the meeting's secret, so that the
 * database alone links nobody to an answer.
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
     * @return string at most 64 characters
     * @throws refusal secret_lost, if there is none any more: with a new one everybody could vote again
     */
    public static function key(meeting $meeting, int $userid): string {
        return self::known_key($meeting, $userid) ?? throw new refusal('secret_lost');
    }

    /**
     * The key for storing what may be the first answer of a meeting. Makes the secret.
     *
     * @param meeting $meeting an open meeting
     * @param int $userid the participant
     * @return string at most 64 characters
     * @throws refusal unavailable, if the secret cannot be kept
     */
    public static function first_key(meeting $meeting, int $userid): string {
        if ($meeting->rules()->hidden()) {
            secret::made($meeting->secretref());
        }
        return self::key($meeting, $userid);
    }

    /**
     * The key for finding answers.
     *
     * @param meeting $meeting the meeting
     * @param int $userid the participant
     * @return string|null null where no answers of theirs can be found
     */
    public static function known_key(meeting $meeting, int $userid): ?string {
        return $meeting->rules()->hidden() ? keyring::of_meeting($meeting)?->voter($userid) : self::named($userid);
    }

    /**
     * The keys for finding answers of several participants.
     *
     * @param meeting $meeting the meeting
     * @param int[] $userids the participants
     * @return string[] empty texts where no answers can be found
     */
    public static function known_keys(meeting $meeting, array $userids): array {
        $hidden = $meeting->rules()->hidden();
        $keyring = $hidden ? keyring::of_meeting($meeting) : null;
        return array_map(fn(int $id): string => $hidden ? (string) $keyring?->voter($id) : self::named($id), $userids);
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
