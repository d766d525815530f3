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

    /**
     * Keeps what somebody said. Needs the lock of the meeting.
     *
     * @param meeting $meeting an open meeting
     * @param int $userid the participant
     * @param bool $agrees whether they agree
     * @throws \mod_leerlandschap\local\refusal unavailable or secret_lost, if that cannot be kept
     */
    public static function put(meeting $meeting, int $userid, bool $agrees): void {
        global $DB;

        $hidden = $meeting->rules()->hidden();
        $key = $hidden ? keyring::for_storing($meeting)->consent($userid) : self::named($userid);
        $said = [$key => (int) $agrees] + self::all($meeting);
        self::forget($meeting);
        $rows = array_map(
            fn(string $key, int $agrees): array => ['meetingid' => $meeting->id(), 'voterkey' => $key, 'agrees' => $agrees],
            array_keys($said),
            $said
        );
        $DB->insert_records(self::TABLE, random_id::shuffled($rows));
    }

    /**
     * What somebody said.
     *
     * @param meeting $meeting the meeting
     * @param int $userid the participant
     * @return bool|null null where they said nothing, or nobody can tell
     */
    public static function of_person(meeting $meeting, int $userid): ?bool {
        global $DB;

        $key = self::keys($meeting, [$userid])[0] ?? '';
        $agrees = $DB->get_field(self::TABLE, 'agrees', ['meetingid' => $meeting->id(), 'voterkey' => $key]);
        return $agrees === false ? null : (bool) $agrees;
    }

    /**
     * How many agree, of how many who are present or have answered. Whoever leaves counts on: or what they said would follow
     * from the difference.
     *
     * @param meeting $meeting the meeting
     * @param int[] $present the people who are present
     * @return int[] how many agree, and of how many
     */
    public static function counts(meeting $meeting, array $present): array {
        $said = self::all($meeting);
        $silent = count($present) - count(array_intersect_key($said, array_flip(self::keys($meeting, $present))));
        return [count(array_filter($said)), count($said) + $silent];
    }

    /**
     * Whether anybody would rather not, also somebody who left.
     *
     * @param meeting $meeting the meeting
     * @return bool
     */
    public static function objected(meeting $meeting): bool {
        global $DB;

        return $DB->record_exists(self::TABLE, ['meetingid' => $meeting->id(), 'agrees' => 0]);
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

        $key = self::keys($meeting, [$userid])[0] ?? '';
        $DB->delete_records(self::TABLE, ['meetingid' => $meeting->id(), 'voterkey' => $key]);
    }

    /**
     * What was said.
     *
     * @param meeting $meeting the meeting
     * @return int[] 1 or 0 by key
     */
    private static function all(meeting $meeting): array {
        global $DB;

        $rows = $DB->get_records_menu(self::TABLE, ['meetingid' => $meeting->id()], '', 'voterkey, agrees');
        return array_map('intval', $rows);
    }

    /**
     * The keys of people.
     *
     * @param meeting $meeting the meeting
     * @param int[] $userids the people
     * @return string[] none where nobody can be told from another
     */
    private static function keys(meeting $meeting, array $userids): array {
        if (!$meeting->rules()->hidden()) {
            return array_map(self::named(...), $userids);
        }
        $keyring = keyring::of_meeting($meeting);
        return $keyring ? array_map($keyring->consent(...), $userids) : [];
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
