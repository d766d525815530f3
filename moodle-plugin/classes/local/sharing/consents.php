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

namespace mod_leerlandschap\local\sharing;

use mod_leerlandschap\local\keyring;
use mod_leerlandschap\local\meeting;
use mod_leerlandschap\local\random_id;

/**
 * What people said to the question whether other groups may see something, until it is settled.
 *
 * Who would rather not need not say so again when the question is taken back or asked anew: else that would get them out of
 * the way. It stands until they say otherwise.
 *
 * In a hidden meeting each stands under a key derived from the person and the meeting's secret, another one than for
 * answers, and all are stored anew in random order with every new one: no row tells who, when or in which order.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class consents {
    /** The table. */
    public const TABLE = 'leerlandschap_consent';

    /** How a key in a named meeting begins. */
    private const NAMED = 'user:';

    /** Says yes to the question that stands. */
    private const AGREES = 1;

    /** Would rather not, said to the question that stands. */
    private const OBJECTS = 0;

    /** Would rather not, said to one before it. */
    private const OBJECTED = 2;

    /**
     * Keeps what somebody said. Needs the lock of the meeting.
     *
     * @param meeting $meeting an open meeting
     * @param int $userid the participant
     * @param bool $agrees whether they agree
     * @throws \mod_leerlandschap\local\refusal unavailable or secret_lost, if that cannot be kept
     */
    public static function put(meeting $meeting, int $userid, bool $agrees): void {
        $hidden = $meeting->rules()->hidden();
        $key = $hidden ? keyring::for_storing($meeting)->consent($userid) : self::named($userid);
        self::store($meeting, [$key => $agrees ? self::AGREES : self::OBJECTS] + self::all($meeting));
    }

    /**
     * Takes the names off what people said, when a named meeting becomes hidden.
     *
     * @param meeting $meeting the meeting, which is named still, locked by this transaction
     * @throws \mod_leerlandschap\local\refusal unavailable or secret_lost, if that cannot be kept
     */
    public static function hide(meeting $meeting): void {
        $said = self::all($meeting);
        if (!$said) {
            return;
        }
        $keyring = keyring::for_storing($meeting);
        $people = array_map(fn(string $key): int => (int) substr($key, strlen(self::NAMED)), array_keys($said));
        self::store($meeting, array_combine(array_map($keyring->consent(...), $people), $said));
    }

    /**
     * Stores what was said anew, in random order.
     *
     * @param meeting $meeting the meeting
     * @param int[] $said AGREES, OBJECTS or OBJECTED, by key
     */
    private static function store(meeting $meeting, array $said): void {
        global $DB;

        self::forget($meeting);
        $rows = array_map(
            fn(string $key, int $agrees): array => ['meetingid' => $meeting->id(), 'voterkey' => $key, 'agrees' => $agrees],
            array_keys($said),
            $said
        );
        $DB->insert_records(self::TABLE, random_id::shuffled($rows));
    }

    /**
     * What somebody said to the question that stands.
     *
     * @param meeting $meeting the meeting
     * @param int $userid the participant
     * @return bool|null null where they said nothing, or nobody can tell
     */
    public static function of_person(meeting $meeting, int $userid): ?bool {
        return match (self::kept_of($meeting, $userid)) {
            self::AGREES => true,
            self::OBJECTS => false,
            default => null,
        };
    }

    /**
     * Whether somebody agrees, as far as anything is kept of it: also what still stands of a question before.
     *
     * @param meeting $meeting the meeting
     * @param int $userid the participant
     * @return bool|null null where they said nothing, or nobody can tell
     */
    public static function stands_of(meeting $meeting, int $userid): ?bool {
        $kept = self::kept_of($meeting, $userid);
        return $kept === null ? null : $kept === self::AGREES;
    }

    /**
     * How many have answered the question that stands, and how many of them agree, also those who left.
     *
     * @param meeting $meeting the meeting
     * @return int[]
     */
    public static function counts(meeting $meeting): array {
        $number = array_count_values(self::all($meeting)) + [self::AGREES => 0, self::OBJECTS => 0];
        return [$number[self::AGREES] + $number[self::OBJECTS], $number[self::AGREES]];
    }

    /**
     * Whether anybody would rather not, also somebody who left, or who said so to a question before.
     *
     * @param meeting $meeting the meeting
     * @return bool
     */
    public static function objected(meeting $meeting): bool {
        global $DB;

        return $DB->record_exists_select(
            self::TABLE,
            'meetingid = ? AND agrees <> ?',
            [$meeting->id(), self::AGREES]
        );
    }

    /**
     * The question is taken back: what stands of it is who would rather not.
     *
     * @param meeting $meeting the meeting
     */
    public static function withdraw(meeting $meeting): void {
        global $DB;

        $DB->delete_records(self::TABLE, ['meetingid' => $meeting->id(), 'agrees' => self::AGREES]);
        $DB->set_field(self::TABLE, 'agrees', self::OBJECTED, ['meetingid' => $meeting->id()]);
    }

    /**
     * Forgets what everybody said.
     *
     * @param meeting $meeting the meeting
     */
    public static function forget(meeting $meeting): void {
        global $DB;

        $DB->delete_records(self::TABLE, ['meetingid' => $meeting->id()]);
    }

    /**
     * Forgets what one participant said.
     *
     * @param meeting $meeting the meeting
     * @param int $userid the participant
     */
    public static function forget_person(meeting $meeting, int $userid): void {
        global $DB;

        $key = self::key($meeting, $userid);
        $DB->delete_records(self::TABLE, ['meetingid' => $meeting->id(), 'voterkey' => $key ?? '']);
    }

    /**
     * What is kept of somebody.
     *
     * @param meeting $meeting the meeting
     * @param int $userid the participant
     * @return int|null null where nothing is, or nobody can tell
     */
    private static function kept_of(meeting $meeting, int $userid): ?int {
        global $DB;

        $where = ['meetingid' => $meeting->id(), 'voterkey' => self::key($meeting, $userid) ?? ''];
        $kept = $DB->get_field(self::TABLE, 'agrees', $where);
        return $kept === false ? null : (int) $kept;
    }

    /**
     * What was said.
     *
     * @param meeting $meeting the meeting
     * @return int[] AGREES, OBJECTS or OBJECTED, by key
     */
    private static function all(meeting $meeting): array {
        global $DB;

        $rows = $DB->get_records_menu(self::TABLE, ['meetingid' => $meeting->id()], '', 'voterkey, agrees');
        return array_map('intval', $rows);
    }

    /**
     * The key of somebody.
     *
     * @param meeting $meeting the meeting
     * @param int $userid the participant
     * @return string|null null where nobody can be told from another
     */
    private static function key(meeting $meeting, int $userid): ?string {
        return $meeting->rules()->hidden() ? keyring::of_meeting($meeting)?->consent($userid) : self::named($userid);
    }

    /**
     * The key in a named meeting.
     *
     * @param int $userid the participant
     * @return string
     */
    private static function named(int $userid): string {
        return self::NAMED . $userid;
    }
}
