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
    /**
     * The key for storing answers.
     *
     * @param meeting $meeting a meeting with answers
     * @param int $userid the participant
     * @return string at most 64 characters
     * @throws refusal unavailable, if the secret is lost: with a new one everybody could vote again
     */
    public static function key(meeting $meeting, int $userid): string {
        return self::known_key($meeting, $userid) ?? throw new refusal('unavailable');
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
        if (!$meeting->rules()->hidden()) {
            return self::named($userid);
        }
        $secret = $meeting->secretref() === null ? null : secret::read($meeting->secretref());
        return $secret === null ? null : self::hidden($meeting, $userid, $secret);
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

    /**
     * The key in a hidden meeting.
     *
     * @param meeting $meeting the meeting
     * @param int $userid the participant
     * @param string $secret the meeting's secret
     * @return string 64 hexadecimal digits
     */
    private static function hidden(meeting $meeting, int $userid, string $secret): string {
        return hash_hmac('sha256', "{$meeting->id()}:$userid", $secret);
    }
}
