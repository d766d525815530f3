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
 * The keys of a hidden meeting, each derived from its secret.
 *
 * Keys for answers, for notes and for taking part never meet: from the database alone nobody learns that two of different
 * uses, or for two steps, are of one person.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class keyring {
    /**
     * Keys of a meeting.
     *
     * @param int $meetingid id of the meeting
     * @param string $secret its secret
     */
    private function __construct(
        /** @var int id of the meeting */
        private readonly int $meetingid,
        /** @var string its secret */
        private readonly string $secret,
    ) {
    }

    /**
     * The keys of a meeting.
     *
     * @param meeting $meeting the meeting
     * @return self|null null where the secret was never made, or is gone
     */
    public static function of_meeting(meeting $meeting): ?self {
        $secret = $meeting->secretref() === null ? null : secret::read($meeting->secretref());
        return $secret === null ? null : new self($meeting->id(), $secret);
    }

    /**
     * The keys for storing something, whose secret is made at the first need.
     *
     * @param meeting $meeting an open meeting
     * @return self
     * @throws refusal unavailable, if the secret cannot be kept; secret_lost, if it was lost after somebody had
     *     answered: with a new one everybody could answer again
     */
    public static function for_storing(meeting $meeting): self {
        if (!$meeting->is_frozen()) {
            secret::made($meeting->secretref());
        }
        return self::of_meeting($meeting) ?? throw new refusal('secret_lost');
    }

    /**
     * The key of somebody's answers in a step.
     *
     * In every step another one: else whoever leaves one out would be known, by who took part in which, in all others.
     *
     * @param int $userid the participant
     * @param string $step the step
     * @return string 64 hexadecimal digits
     */
    public function voter(int $userid, string $step): string {
        return $this->derived("$this->meetingid:$userid:$step:answer");
    }

    /**
     * The key of somebody's having taken part in a step.
     *
     * @param int $userid the participant
     * @param string $step the step
     * @return string 64 hexadecimal digits
     */
    public function part(int $userid, string $step): string {
        return $this->derived("$this->meetingid:$userid:$step:part");
    }

    /**
     * The key of the notes that somebody writes in a step, until they are revealed.
     *
     * @param int $userid the participant
     * @param string $step the step
     * @return string 64 hexadecimal digits
     */
    public function note(int $userid, string $step): string {
        return $this->derived("$this->meetingid:$userid:$step:note");
    }

    /**
     * The key of what somebody says to the question whether other groups may see something.
     *
     * @param int $userid the participant
     * @return string 64 hexadecimal digits
     */
    public function consent(int $userid): string {
        return $this->derived("$this->meetingid:$userid:consent:to:sharing");
    }

    /**
     * The key of a copy of the meeting, from which no other key follows.
     *
     * @param string $nonce what tells this copy from every other
     * @return string 64 hexadecimal digits
     */
    public function copy(string $nonce): string {
        return $this->derived("$this->meetingid:$nonce:copy:of:meeting");
    }

    /**
     * Derives a key.
     *
     * @param string $use what it is for; no use may read like another
     * @return string 64 hexadecimal digits
     */
    private function derived(string $use): string {
        return hash_hmac('sha256', $use, $this->secret);
    }
}
