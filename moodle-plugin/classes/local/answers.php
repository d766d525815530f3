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
 * The private answers of a meeting.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class answers {
    /**
     * Lowest and highest id of a row in a hidden meeting. Drawn at random, ids do not tell who answered first;
     * kept apart from those that the database hands out.
     */
    private const RANDOM_IDS = [2 ** 40, 2 ** 50];

    /** @var int[]|null ids of the rows of items, by item */
    private ?array $items = null;

    /**
     * Answers of a meeting.
     *
     * @param meeting $meeting the meeting
     */
    public function __construct(
        /** @var meeting the meeting */
        private readonly meeting $meeting,
    ) {
    }

    /**
     * Everything one voter answered.
     *
     * @param string $voterkey the voter
     * @return stdClass[] item, round, value, reason, seq, id; in the order of exercise, then of rounds
     */
    public function of_voter(string $voterkey): array {
        return $this->select('a.voterkey = ?', [$voterkey]);
    }

    /**
     * Everything answered to the items of a round.
     *
     * @param stdClass $round the round
     * @return stdClass[] item, round, value, reason, voterkey, userid; in the order of exercise
     */
    public function of_round(stdClass $round): array {
        global $DB;

        [$in, $params] = $DB->get_in_or_equal($this->item_ids($round->items));
        return $this->select("a.round = ? AND a.itemid $in", [$round->round, ...$params]);
    }

    /**
     * How many answered every item of a round.
     *
     * @param stdClass $round the round
     * @return int
     */
    public function count_complete(stdClass $round): int {
        global $DB;

        $ids = $this->item_ids($round->items);
        [$in, $params] = $DB->get_in_or_equal($ids);
        return $DB->count_records_sql(
            "SELECT COUNT(1)
               FROM (SELECT voterkey
                       FROM {leerlandschap_answer}
                      WHERE meetingid = ? AND round = ? AND itemid $in
                   GROUP BY voterkey
                     HAVING COUNT(1) = ?) complete",
            [$this->meeting->id(), $round->round, ...$params, count($ids)]
        );
    }

    /**
     * Stores an answer, unless a later one is stored already.
     *
     * @param string $voterkey the voter
     * @param int $userid the voter's user, kept in named meetings only
     * @param stdClass $answer item, round, value, reason, seq
     * @param stdClass|null $stored the voter's answer so far
     */
    public function put(string $voterkey, int $userid, stdClass $answer, ?stdClass $stored): void {
        global $DB;

        if ($stored) {
            // Another tab may have stored a later one since it was read.
            $DB->execute(
                'UPDATE {leerlandschap_answer} SET value = ?, reason = ?, seq = ? WHERE id = ? AND seq < ?',
                [$answer->value, $answer->reason, $answer->seq, $stored->id, $answer->seq]
            );
            return;
        }
        $hidden = $this->meeting->rules()->hidden();
        $row = [
            'meetingid' => $this->meeting->id(),
            'itemid' => $this->item_ids([$answer->item])[0],
            'round' => $answer->round,
            'voterkey' => $voterkey,
            'userid' => $hidden ? null : $userid,
            'value' => $answer->value,
            'reason' => $answer->reason,
            'seq' => $answer->seq,
        ];
        if ($hidden) {
            $row['id'] = random_int(...self::RANDOM_IDS);
            $DB->insert_record_raw('leerlandschap_answer', $row, false, false, true);
        } else {
            $DB->insert_record('leerlandschap_answer', (object) $row);
        }
    }

    /**
     * Rows of answers with the names of their items.
     *
     * @param string $where condition besides the meeting
     * @param array $params its parameters
     * @return stdClass[]
     */
    private function select(string $where, array $params): array {
        global $DB;

        $rows = $DB->get_records_sql(
            "SELECT a.id, i.itemkey AS item, a.round, a.value, a.reason, a.seq, a.voterkey, a.userid
               FROM {leerlandschap_answer} a
               JOIN {leerlandschap_item} i ON i.id = a.itemid
              WHERE a.meetingid = ? AND $where
           ORDER BY i.position, a.round",
            [$this->meeting->id(), ...$params]
        );
        foreach ($rows as $row) {
            $row->round = (int) $row->round;
            $row->value = $row->value === null ? null : (int) $row->value;
            $row->seq = (int) $row->seq;
        }
        return array_values($rows);
    }

    /**
     * Ids of the rows of items.
     *
     * @param string[] $items the items
     * @return int[]
     */
    public function item_ids(array $items): array {
        $this->items ??= item_store::ids($this->meeting->instance, $this->meeting->exercise);
        return array_map(fn(string $item): int => $this->items[$item], $items);
    }
}
