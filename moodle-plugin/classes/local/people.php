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

use stdClass;

/**
 * Those who joined a meeting, in the order of joining.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class people {
    /**
     * People of a meeting.
     *
     * @param meeting $meeting the meeting
     * @param stdClass[] $rows rows of leerlandschap_presence with the names of users, by user id
     */
    private function __construct(
        /** @var meeting the meeting */
        private readonly meeting $meeting,
        /** @var stdClass[] rows of leerlandschap_presence with the names of users, by user id */
        private array $rows,
    ) {
    }

    /**
     * Reads those who joined a meeting.
     *
     * @param meeting $meeting the meeting
     * @return self
     */
    public static function of_meeting(meeting $meeting): self {
        global $DB;

        $names = \core_user\fields::for_name()->get_sql('u', true);
        $rows = $DB->get_records_sql(
            "SELECT p.userid, p.id, p.present, p.timejoined {$names->selects}
               FROM {leerlandschap_presence} p
               JOIN {user} u ON u.id = p.userid
              WHERE p.meetingid = :meetingid
           ORDER BY p.id",
            $names->params + ['meetingid' => $meeting->id()]
        );
        return new self($meeting, $rows);
    }

    /**
     * Whether a user is present, without reading everybody.
     *
     * @param meeting $meeting the meeting
     * @param int $userid the user
     * @return bool
     */
    public static function user_is_present(meeting $meeting, int $userid): bool {
        global $DB;

        return $DB->record_exists('leerlandschap_presence', [
            'meetingid' => $meeting->id(),
            'userid' => $userid,
            'present' => 1,
        ]);
    }

    /**
     * How many are present, without reading everybody.
     *
     * @param meeting $meeting the meeting
     * @return int
     */
    public static function count_present(meeting $meeting): int {
        global $DB;

        return $DB->count_records('leerlandschap_presence', ['meetingid' => $meeting->id(), 'present' => 1]);
    }

    /**
     * How many are concerned by what came of a meeting: all who joined it, and of those who joined one before, whose words go
     * on in it, who are still in the group. Only of a meeting of a group.
     *
     * @param meeting $meeting the meeting
     * @return int
     */
    public static function count_concerned(meeting $meeting): int {
        global $DB;

        return (int) $DB->count_records_sql(
            'SELECT COUNT(1)
               FROM {leerlandschap_presence} p
              WHERE p.meetingid = :meetingid
                AND (p.timejoined > 0
                     OR EXISTS (SELECT 1 FROM {groups_members} g WHERE g.groupid = :groupid AND g.userid = p.userid))',
            ['meetingid' => $meeting->id(), 'groupid' => $meeting->groupid()]
        );
    }

    /**
     * Ids of all who ever joined, this meeting or one before, without their names.
     *
     * @param meeting $meeting the meeting
     * @return int[]
     */
    public static function joined_ids(meeting $meeting): array {
        global $DB;

        return array_map('intval', $DB->get_fieldset_select('leerlandschap_presence', 'userid', 'meetingid = ?', [$meeting->id()]));
    }

    /**
     * Ids of those who joined an earlier meeting and did not come to this one.
     *
     * @param meeting $meeting the meeting
     * @return int[]
     */
    public static function missed_ids(meeting $meeting): array {
        global $DB;

        $where = ['meetingid' => $meeting->id(), 'timejoined' => 0];
        return array_map('intval', array_keys($DB->get_records_menu('leerlandschap_presence', $where, '', 'userid, id')));
    }

    /**
     * Ids of the users, in the order of joining.
     *
     * @return int[]
     */
    public function ids(): array {
        return array_keys($this->rows);
    }

    /**
     * Whether somebody has ever joined.
     *
     * @param int $userid the user
     * @return bool
     */
    public function has_joined(int $userid): bool {
        return isset($this->rows[$userid]);
    }

    /**
     * Whether somebody is present.
     *
     * @param int $userid the user
     * @return bool
     */
    public function is_present(int $userid): bool {
        return !empty($this->rows[$userid]->present);
    }

    /**
     * How many are present.
     *
     * @return int
     */
    public function present(): int {
        return count($this->present_ids());
    }

    /**
     * Ids of those who are present.
     *
     * @return int[]
     */
    public function present_ids(): array {
        return array_keys(array_filter($this->rows, fn(stdClass $row): bool => (bool) $row->present));
    }

    /**
     * Lets somebody join, for the first time or again.
     *
     * @param int $userid the user
     * @return bool whether that changed anything
     */
    public function join(int $userid): bool {
        global $DB;

        if ($this->has_joined($userid)) {
            return $this->set_present($userid, true);
        }
        $DB->insert_record('leerlandschap_presence', (object) [
            'meetingid' => $this->meeting->id(),
            'userid' => $userid,
            'present' => 1,
            'timejoined' => $this->time_joined(),
        ]);
        $this->rows = self::of_meeting($this->meeting)->rows;
        return true;
    }

    /**
     * Marks somebody who joined as present or absent.
     *
     * @param int $userid the user
     * @param bool $present whether they are there
     * @return bool whether that changed anything
     */
    public function set_present(int $userid, bool $present): bool {
        global $DB;

        if (!$this->has_joined($userid) || $this->is_present($userid) === $present) {
            return false;
        }
        $row = $this->rows[$userid];
        $row->present = (int) $present;
        // Who joined an earlier meeting comes to this one now.
        $row->timejoined = $present && !$row->timejoined ? $this->time_joined() : (int) $row->timejoined;
        $DB->update_record('leerlandschap_presence', (object) [
            'id' => $row->id,
            'present' => $row->present,
            'timejoined' => $row->timejoined,
        ]);
        return true;
    }

    /**
     * The time of joining as it is kept.
     *
     * @return int seconds since 1970
     */
    private function time_joined(): int {
        return $this->meeting->kept_time(clock_time::seconds());
    }

    /**
     * The people as the room shows them: to everybody the same, with names in the order of the site's language.
     *
     * @return array[]
     */
    public function export(): array {
        $names = language::of_site(fn(): array => array_map('fullname', $this->rows));
        return array_values(array_map(fn(stdClass $row): array => [
            'id' => (string) $row->userid,
            'name' => $names[$row->userid],
            'present' => (bool) $row->present,
        ], $this->rows));
    }
}
