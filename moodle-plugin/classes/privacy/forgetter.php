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

namespace mod_leerlandschap\privacy;

use mod_leerlandschap\local\actions\open_actions;
use mod_leerlandschap\local\authorship;
use mod_leerlandschap\local\exercise;
use mod_leerlandschap\local\locked;
use mod_leerlandschap\local\meeting;
use mod_leerlandschap\local\pending;
use mod_leerlandschap\local\pulse\publisher;
use mod_leerlandschap\local\sharing\consents;
use stdClass;

/**
 * Erases what an activity keeps about one user.
 *
 * What the group decided stays, without the user's name; tallies that were shown stay as they were.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class forgetter {
    /**
     * Erases it.
     *
     * @param int $instanceid id of the activity
     * @param int $userid the user
     */
    public static function forget(int $instanceid, int $userid): void {
        global $DB;

        $instance = $DB->get_record('leerlandschap', ['id' => $instanceid], '*', MUST_EXIST);
        foreach ($DB->get_records('leerlandschap_meeting', ['leerlandschapid' => $instanceid]) as $meeting) {
            $transaction = $DB->start_delegated_transaction();
            // First, because the row is the lock of what the group shares; and everybody's screen has to follow.
            $DB->execute(
                'UPDATE {leerlandschap_meeting} SET revision = revision + 1, ownstamp = ownstamp + 1 WHERE id = ?',
                [$meeting->id]
            );
            [$where, $parameters] = personal_answers::condition($meeting, $instance, $userid);
            $DB->delete_records_select('leerlandschap_answer', $where, $parameters);
            $there = new meeting($meeting, $instance, new exercise(['steps' => []]));
            pending::forget_person($there, $userid);
            locked::forget_person($there, $userid);
            consents::forget_person($there, $userid);
            [$own, $parameters] = (new authorship($there, $userid))->own();
            $DB->delete_records_select('leerlandschap_contrib', "meetingid = ? AND $own", [$meeting->id, ...$parameters]);
            $where = ['meetingid' => $meeting->id, 'userid' => $userid];
            $DB->delete_records('leerlandschap_progress', $where);
            $DB->delete_records('leerlandschap_presence', $where);
            $DB->set_field('leerlandschap_contrib', 'authorid', null, ['meetingid' => $meeting->id, 'authorid' => $userid]);
            $DB->set_field('leerlandschap_meeting', 'chairid', null, ['id' => $meeting->id, 'chairid' => $userid]);
            self::forget_actions($meeting, $userid);
            self::forget_voices($meeting, $userid);
            $transaction->allow_commit();
        }
        open_actions::forget('a.leerlandschapid = ? AND a.userid = ?', [$instanceid, $userid]);
        publisher::withdraw($instanceid);
    }

    /**
     * Takes the user off the actions and goals.
     *
     * @param stdClass $meeting row of leerlandschap_meeting
     * @param int $userid the user
     */
    private static function forget_actions(stdClass $meeting, int $userid): void {
        global $DB;

        // The row carries it too, so that nobody who still has it on their screen saves the name again.
        $revision = $DB->get_field('leerlandschap_meeting', 'revision', ['id' => $meeting->id]);
        [$in, $kinds] = $DB->get_in_or_equal(array_keys(owner::FIELDS));
        $rows = $DB->get_records_select('leerlandschap_contrib', "meetingid = ? AND kind $in", [$meeting->id, ...$kinds]);
        foreach ($rows as $row) {
            if (owner::of($row->fields) === $userid) {
                $changed = ['id' => $row->id, 'fields' => owner::removed($row->fields), 'revision' => $revision];
                $DB->update_record('leerlandschap_contrib', (object) $changed);
            }
        }
    }

    /**
     * Takes the user's voice out of the results that named activities have shown; the counts stay.
     *
     * @param stdClass $meeting row of leerlandschap_meeting
     * @param int $userid the user
     */
    private static function forget_voices(stdClass $meeting, int $userid): void {
        global $DB;

        foreach ($DB->get_records('leerlandschap_round', ['meetingid' => $meeting->id]) as $row) {
            $results = json_decode($row->results ?? '', true);
            if (!$results) {
                continue;
            }
            $others = fn(array $voice): bool => (int) $voice['person'] !== $userid;
            foreach ($results as &$result) {
                $result['voices'] = array_values(array_filter($result['voices'] ?? [], $others));
            }
            unset($result);
            $json = json_encode($results, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR);
            if ($json !== $row->results) {
                $DB->set_field('leerlandschap_round', 'results', $json, ['id' => $row->id]);
            }
        }
    }
}
