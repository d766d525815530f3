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

namespace mod_leerlandschap\local\report;

use mod_leerlandschap\local\clock_time;
use mod_leerlandschap\local\contribution_export;
use mod_leerlandschap\local\contribution_rows;
use mod_leerlandschap\local\meeting;
use mod_leerlandschap\local\room_builder;
use mod_leerlandschap\local\rounds;
use mod_leerlandschap\local\tally;
use stdClass;

/**
 * What came of all meetings of an activity that the reader may see, as its report page embeds it (docs/protocol.md,
 * "The report"): revealed numbers, counted hands and follow-up actions.
 *
 * It reads the snapshots that the reveals took, in a number of queries that does not grow with the meetings. Words of
 * single people and names of authors are in none of it.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class activity_report {
    /** @var meeting[] the meetings, by id, in the order of groups and numbers */
    private readonly array $meetings;

    /**
     * The report of an activity.
     *
     * @param report_reader $reader who reads it
     */
    public function __construct(
        /** @var report_reader who reads it */
        private readonly report_reader $reader,
    ) {
        $this->meetings = $reader->ordered_meetings();
    }

    /**
     * The report.
     *
     * @return array as docs/protocol.md says
     */
    public function export(): array {
        $reader = $this->reader;
        $people = $this->people();
        $rounds = $this->rounds();
        $contributions = $this->contributions();
        return [
            'name' => $reader->text($reader->instance->name),
            'today' => clock_time::today(),
            'min_answers' => $reader->rules->minanswers,
            'visibility' => $reader->rules->visibility,
            'may_set_status' => $reader->access->facilitate && $reader->access->notice !== 'login_as',
            'groups' => array_map($this->room(...), $reader->groups),
            'meetings' => array_values(array_map(fn(meeting $meeting): array => $this->meeting($meeting) + [
                'joined' => (int) ($people[$meeting->id()]->joined ?? 0),
                'present' => (int) ($people[$meeting->id()]->present ?? 0),
                'rounds' => $rounds[$meeting->id()] ?? [],
                'contributions' => $contributions[$meeting->id()] ?? [],
            ], $this->meetings)),
            'owners' => (object) $this->owners($contributions),
            'notes' => (object) $this->notes($contributions),
        ];
    }

    /**
     * A room.
     *
     * @param int $groupid the group, 0 for everybody
     * @return array
     */
    private function room(int $groupid): array {
        return ['id' => (string) $this->reader->asked_by($groupid), 'name' => $this->reader->room_name($groupid)]
            + ($this->reader->is_former($groupid) ? ['former' => true] : []);
    }

    /**
     * What is told of a meeting itself.
     *
     * @param meeting $meeting the meeting
     * @return array
     */
    private function meeting(meeting $meeting): array {
        return [
            'id' => (string) $meeting->id(),
            'group' => (string) $this->reader->asked_by($meeting->groupid()),
            'number' => $meeting->number(),
            'part' => $meeting->part(),
            'settings' => $meeting->rules()->export(),
            'state' => $meeting->is_closed() ? 'closed' : 'open',
            'closed' => 1000 * $meeting->kept_time(intdiv($meeting->closed_at(), 1000)),
            'started' => 1000 * $meeting->kept_time($meeting->started_at()),
            'place' => $meeting->place(),
        ];
    }

    /**
     * How many have joined, and how many of these are there.
     *
     * @return stdClass[] joined and present by id of the meeting
     */
    private function people(): array {
        // Who only joined an earlier meeting has a row too.
        $columns = 't.meetingid, SUM(CASE WHEN t.timejoined > 0 THEN 1 ELSE 0 END) AS joined, SUM(t.present) AS present';
        $rows = $this->reader->rows('presence', $columns, '1 = 1 GROUP BY t.meetingid');
        $people = [];
        foreach ($rows as $row) {
            $people[(int) $row->meetingid] = $row;
        }
        $rows->close();
        return $people;
    }

    /**
     * The rounds that were revealed, in numbers alone.
     *
     * @return array[] by id of the meeting, in the order of exercise and round
     */
    private function rounds(): array {
        $read = [];
        foreach ($this->grouped('round', "t.phase = 'revealed' ORDER BY t.meetingid, t.id") as $id => $rows) {
            foreach ($rows as $row) {
                $row->results = self::without_voices($row->results ?? '[]');
            }
            foreach (isset($this->meetings[$id]) ? rounds::in_order($this->meetings[$id], $rows) : [] as $row) {
                $row->results = array_map(self::numbers(...), $row->results);
                $read[$id][] = room_builder::round($row, []);
            }
        }
        return $read;
    }

    /**
     * Results without who answered what, before they are read: that is nearly all that a named meeting holds.
     *
     * @param string $json results as they are stored; in no text there can be a quotation mark without a backslash
     * @return string the same
     */
    private static function without_voices(string $json): string {
        return preg_replace('/"voices":\[[^\]]*+\]/', '"voices":[]', $json) ?? $json;
    }

    /**
     * What the report tells of a result.
     *
     * @param array $result a Result
     * @return array where too few have answered, that alone and how many
     */
    private static function numbers(array $result): array {
        return $result['suppressed']
            ? ['item' => $result['item'], 'suppressed' => true, 'answered' => $result['answered']]
            : tally::numbers($result);
    }

    /**
     * Counted hands, follow-up actions, principles with what they are about, and goals of plans.
     *
     * What a later meeting of the group has deleted is nobody's any more, and in none of its meetings.
     *
     * @return array[] by id of the meeting, in the order of the room
     */
    private function contributions(): array {
        $where = "t.audience = 'group' AND t.kind IN ('hands', 'action', 'scope', 'principle', 'goal')
            ORDER BY t.meetingid, t.position, t.id";
        $written = [];
        $deleted = [];
        foreach ($this->grouped(substr(contribution_rows::TABLE, strlen('leerlandschap_')), $where) as $id => $rows) {
            foreach (isset($this->meetings[$id]) ? $rows : [] as $row) {
                $row = contribution_rows::decoded($row);
                $row->authorid = null;
                if ($row->deleted) {
                    $deleted[$this->meetings[$id]->groupid()][$row->uuid] = $this->meetings[$id]->number();
                } else {
                    $written[$id][] = $row;
                }
            }
        }
        foreach ($written as $id => $rows) {
            $meeting = $this->meetings[$id];
            $isleft = fn(stdClass $row): bool => $meeting->number() > ($deleted[$meeting->groupid()][$row->uuid] ?? 0);
            $written[$id] = contribution_export::all($meeting, array_filter($rows, $isleft));
        }
        return $written;
    }

    /**
     * Rows of a table, meeting by meeting, so that no more than those of one are held at once.
     *
     * @param string $table table without the plugin's name
     * @param string $where condition on t, and an order that begins with the meeting
     * @return \Generator rows by id of the meeting
     */
    private function grouped(string $table, string $where): \Generator {
        $recordset = $this->reader->rows($table, 't.*', $where);
        $rows = [];
        $id = 0;
        foreach ($recordset as $row) {
            if ($id !== (int) $row->meetingid && $rows) {
                yield $id => $rows;
                $rows = [];
            }
            $id = (int) $row->meetingid;
            $rows[] = $row;
        }
        $recordset->close();
        if ($rows) {
            yield $id => $rows;
        }
    }

    /**
     * The people who are to do actions.
     *
     * @param array[] $contributions what contributions() says
     * @return string[] names by id
     */
    private function owners(array $contributions): array {
        $ids = [];
        foreach ($contributions as $these) {
            foreach ($these as $one) {
                $ids[$one['fields']['who_person'] ?? ''] = true;
            }
        }
        unset($ids['']);
        return $this->reader->names_of(array_keys($ids));
    }

    /**
     * The notes that actions came from, as far as their groups have them.
     *
     * @param array[] $contributions what contributions() says
     * @return string[] texts by id, each as the last meeting that has it says
     */
    private function notes(array $contributions): array {
        $wanted = [];
        foreach ($contributions as $these) {
            foreach ($these as $one) {
                $wanted[$one['fields']['source'] ?? ''] = true;
            }
        }
        unset($wanted['']);
        if (!$wanted) {
            return [];
        }
        $columns = 't.id, t.meetingid, t.uuid, t.fields, t.deleted';
        $where = "t.kind = 'note' AND t.audience = 'group' ORDER BY m.meetingno, t.id";
        $rows = $this->reader->rows(substr(contribution_rows::TABLE, strlen('leerlandschap_')), $columns, $where);
        $notes = [];
        foreach ($rows as $row) {
            if (!isset($wanted[$row->uuid], $this->meetings[$row->meetingid])) {
                continue;
            }
            if ($row->deleted) {
                unset($notes[$row->uuid]);
            } else {
                $notes[$row->uuid] = (string) json_decode($row->fields, true)['text'];
            }
        }
        $rows->close();
        return $notes;
    }
}
