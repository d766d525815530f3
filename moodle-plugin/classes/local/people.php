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
            "SELECT p.userid, p.id, p.present {$names->selects}
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
        return count(array_filter($this->rows, fn(stdClass $row): bool => (bool) $row->present));
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
            'timejoined' => $this->meeting->kept_time(clock_time::seconds()),
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
        $this->rows[$userid]->present = (int) $present;
        $DB->set_field('leerlandschap_presence', 'present', (int) $present, ['id' => $this->rows[$userid]->id]);
        return true;
    }

    /**
     * The people as the room shows them.
     *
     * @return array[]
     */
    public function export(): array {
        return array_values(array_map(fn(stdClass $row): array => [
            'id' => (string) $row->userid,
            'name' => fullname($row),
            'present' => (bool) $row->present,
        ], $this->rows));
    }
}
