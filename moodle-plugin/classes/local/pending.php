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
 * That somebody took part in a step of a hidden meeting, until it is noted who (see settling).
 *
 * Were it noted at once, whoever reads the tables or the logs of the gradebook would see who did so at the moment
 * at which a text appeared, or the last answer of a round came in.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class pending {
    /** The table. */
    private const TABLE = 'leerlandschap_pending';

    /**
     * Keeps that a participant took part, once.
     *
     * @param meeting $meeting an open hidden meeting, which this transaction keeps from being settled
     * @param int $userid the participant
     * @param string $step the step
     * @throws refusal unavailable, if the meeting's secret cannot be had
     */
    public static function add(meeting $meeting, int $userid, string $step): void {
        global $DB;

        $row = [
            'meetingid' => $meeting->id(),
            'step' => $step,
            'partkey' => keyring::for_storing($meeting)->part($userid, $step),
        ];
        if ($DB->record_exists(self::TABLE, $row) || progress::has($meeting, $userid, $step)) {
            return;
        }
        $row['id'] = random_id::draw();
        $DB->insert_record_raw(self::TABLE, $row, false, false, true);
    }

    /**
     * The steps that a participant took part in.
     *
     * @param meeting $meeting the meeting
     * @param int $userid the participant
     * @param string[] $steps the steps to look at
     * @return string[] of these
     */
    public static function of_person(meeting $meeting, int $userid, array $steps): array {
        global $DB;

        $keys = self::keys($meeting, $userid, $steps);
        if (!$keys) {
            return [];
        }
        [$in, $params] = $DB->get_in_or_equal($keys);
        return $DB->get_fieldset_select(self::TABLE, 'step', "meetingid = ? AND partkey $in", [$meeting->id(), ...$params]);
    }

    /**
     * Everything that is to be settled.
     *
     * @param meeting $meeting the meeting
     * @return string[][] keys by step
     */
    public static function of_meeting(meeting $meeting): array {
        global $DB;

        $keys = [];
        foreach ($DB->get_records(self::TABLE, ['meetingid' => $meeting->id()], '', 'id, step, partkey') as $row) {
            $keys[$row->step][] = $row->partkey;
        }
        return $keys;
    }

    /**
     * How many took part in a step.
     *
     * @param meeting $meeting the meeting
     * @param string $step the step
     * @return int
     */
    public static function count_of_step(meeting $meeting, string $step): int {
        global $DB;

        return $DB->count_records(self::TABLE, ['meetingid' => $meeting->id(), 'step' => $step]);
    }

    /**
     * The steps of which something is to be settled, those of an exercise that was replaced among them.
     *
     * @param meeting $meeting the meeting
     * @return string[]
     */
    public static function steps(meeting $meeting): array {
        global $DB;

        return $DB->get_fieldset_select(self::TABLE, 'DISTINCT step', 'meetingid = ?', [$meeting->id()]);
    }

    /**
     * Forgets what a participant did.
     *
     * @param meeting $meeting the meeting
     * @param int $userid the participant
     */
    public static function forget_person(meeting $meeting, int $userid): void {
        global $DB;

        $keys = self::keys($meeting, $userid, self::steps($meeting));
        if ($keys) {
            [$in, $params] = $DB->get_in_or_equal($keys);
            $DB->delete_records_select(self::TABLE, "meetingid = ? AND partkey $in", [$meeting->id(), ...$params]);
        }
    }

    /**
     * Forgets what was settled.
     *
     * @param meeting $meeting the meeting
     * @param string[]|null $steps the steps that were settled, null for all
     */
    public static function forget_steps(meeting $meeting, ?array $steps = null): void {
        global $DB;

        if ($steps === null) {
            $DB->delete_records(self::TABLE, ['meetingid' => $meeting->id()]);
        } else if ($steps) {
            [$in, $params] = $DB->get_in_or_equal($steps);
            $DB->delete_records_select(self::TABLE, "meetingid = ? AND step $in", [$meeting->id(), ...$params]);
        }
    }

    /**
     * The keys of a participant.
     *
     * @param meeting $meeting the meeting
     * @param int $userid the participant
     * @param string[] $steps the steps
     * @return string[] none where there is no secret
     */
    private static function keys(meeting $meeting, int $userid, array $steps): array {
        $keyring = $steps && $meeting->rules()->hidden() ? keyring::of_meeting($meeting) : null;
        return $keyring ? array_map(fn(string $step): string => $keyring->part($userid, $step), $steps) : [];
    }
}
