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

namespace mod_leerlandschap\task;

use mod_leerlandschap\local\audience;
use mod_leerlandschap\local\clock_time;
use mod_leerlandschap\local\meeting;
use mod_leerlandschap\local\messenger;
use mod_leerlandschap\local\one_by_one;
use mod_leerlandschap\local\transaction;
use stdClass;

/**
 * Tells a group that its next meeting has begun: those who joined an earlier one, and the learners of the group.
 *
 * Not whoever began it, nor those who have come by now. How far it has come is stored with the meeting: it can break
 * off and run again, or beside itself, and nobody is told twice.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class tell_next_meeting extends \core\task\adhoc_task {
    use one_by_one;

    /**
     * The task for a meeting.
     *
     * @param meeting $meeting the new meeting
     * @param int $by who began it
     * @return self
     */
    public static function of(meeting $meeting, int $by): self {
        $task = new self();
        $task->set_component('mod_leerlandschap');
        $task->set_custom_data(['meetingid' => $meeting->id(), 'by' => $by]);
        return $task;
    }

    #[\Override]
    public function get_name() {
        return get_string('tasktellnextmeeting', 'mod_leerlandschap');
    }

    #[\Override]
    public function execute() {
        global $DB;

        $data = $this->get_custom_data();
        $row = $DB->get_record('leerlandschap_meeting', ['id' => $data->meetingid]);
        if (!$row || $row->state !== 'open' || $row->toldstart === null) {
            return;
        }
        $instance = $DB->get_record('leerlandschap', ['id' => $row->leerlandschapid], '*', MUST_EXIST);
        $cm = get_fast_modinfo($instance->course)->get_instances_of('leerlandschap')[$instance->id] ?? null;
        if ($cm && $instance->timeopen <= clock_time::seconds()) {
            $messenger = new messenger($cm, (int) $row->groupid);
            $left = array_filter(
                audience::of($cm, (int) $row->groupid, self::expected($cm, $row, (int) $data->by)),
                fn(stdClass $user): bool => $user->id > $row->toldstart
            );
            self::for_each($left, function (stdClass $user) use ($row, $messenger): void {
                if (self::claim((int) $row->id, (int) $user->id)) {
                    $messenger->started($user, (int) $row->meetingno);
                }
            }, 'told of the meeting', 'User');
        }
        $DB->set_field('leerlandschap_meeting', 'toldstart', null, ['id' => $row->id]);
    }

    /**
     * Those who are expected and have not come yet.
     *
     * @param \cm_info $cm the course module
     * @param stdClass $row row of leerlandschap_meeting
     * @param int $by who began it
     * @return int[] ids of users
     */
    private static function expected(\cm_info $cm, stdClass $row, int $by): array {
        global $DB;

        $joined = $DB->get_records_menu('leerlandschap_presence', ['meetingid' => $row->id], '', 'userid, timejoined');
        $come = array_keys(array_filter($joined));
        return array_diff([...array_keys($joined), ...audience::learners($cm, (int) $row->groupid)], $come, [$by]);
    }

    /**
     * Takes it upon itself to tell a user: nobody else does, whatever becomes of this process.
     *
     * @param int $meetingid id of the meeting
     * @param int $userid the user; they are told in the order of their ids
     * @return bool false where they were told already
     */
    private static function claim(int $meetingid, int $userid): bool {
        return transaction::run(function () use ($meetingid, $userid): bool {
            global $DB;

            $told = $DB->get_field_sql(
                'SELECT toldstart FROM {leerlandschap_meeting} WHERE id = ? ' . transaction::lock_clause(true),
                [$meetingid]
            );
            if (!is_numeric($told) || (int) $told >= $userid) {
                return false;
            }
            return $DB->set_field('leerlandschap_meeting', 'toldstart', $userid, ['id' => $meetingid]);
        });
    }
}
