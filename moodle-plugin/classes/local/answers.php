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
    /** The table. */
    private const TABLE = 'leerlandschap_answer';

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
     * @param string[] $voterkeys their keys, of every step that is asked for
     * @return stdClass[] id, step, subject, round, value, choices, text, reason, seq; in no order
     */
    public function of_voter(array $voterkeys): array {
        global $DB;

        if (!$voterkeys) {
            return [];
        }
        [$in, $params] = $DB->get_in_or_equal(array_values(array_unique($voterkeys)));
        return $this->select("voterkey $in", $params);
    }

    /**
     * Everything answered in a round.
     *
     * @param stdClass $round the round
     * @return stdClass[] as of_voter(), with voterkey and userid
     */
    public function of_round(stdClass $round): array {
        return $this->select('step = ? AND round = ?', [$round->step, $round->round]);
    }

    /**
     * How many answered in a round, so that they count.
     *
     * @param stdClass $round the round
     * @param string $having condition on the answers of one voter
     * @param array $params its parameters
     * @return int
     */
    public function count_voters(stdClass $round, string $having, array $params): int {
        global $DB;

        return $DB->count_records_sql(
            'SELECT COUNT(1) FROM (' . self::voters_sql($having) . ') voters',
            [$this->meeting->id(), $round->step, $round->round, ...$params]
        );
    }

    /**
     * Who answered in a round, so that they count.
     *
     * @param stdClass $round the round
     * @param string $having condition on the answers of one voter
     * @param array $params its parameters
     * @return string[] keys of voters
     */
    public function voters(stdClass $round, string $having, array $params): array {
        global $DB;

        return $DB->get_fieldset_sql(self::voters_sql($having), [$this->meeting->id(), $round->step, $round->round, ...$params]);
    }

    /**
     * How much everybody has answered in every round.
     *
     * @param meeting $meeting the meeting
     * @return stdClass[] step, round, voterkey, given and total (the sum of the values)
     */
    public static function count_given(meeting $meeting): array {
        global $DB;

        $rows = $DB->get_recordset_sql(
            'SELECT step, round, voterkey, COUNT(1) AS given, SUM(value) AS total
               FROM {' . self::TABLE . '}
              WHERE meetingid = ?
           GROUP BY step, round, voterkey',
            [$meeting->id()]
        );
        $given = [];
        foreach ($rows as $row) {
            $given[] = $row;
        }
        $rows->close();
        return $given;
    }

    /**
     * Stores an answer, unless a later one is stored already.
     *
     * @param string $voterkey the voter
     * @param int $userid the voter's user, kept in named meetings only
     * @param stdClass $answer step, subject, round, value, choices, text, reason, seq
     * @param stdClass|null $stored the voter's answer so far
     */
    public function put(string $voterkey, int $userid, stdClass $answer, ?stdClass $stored): void {
        global $DB;

        $said = [
            'value' => $answer->value,
            'choices' => $answer->choices ? json_encode($answer->choices) : null,
            'content' => $answer->text === '' ? null : $answer->text,
            'reason' => $answer->reason === '' ? null : $answer->reason,
            'seq' => $answer->seq,
        ];
        if ($stored) {
            // Another tab may have stored a later one since it was read.
            $set = implode(', ', array_map(fn(string $column): string => "$column = ?", array_keys($said)));
            $params = [...array_values($said), $stored->id, $answer->seq];
            $DB->execute('UPDATE {' . self::TABLE . "} SET $set WHERE id = ? AND seq < ?", $params);
            return;
        }
        $hidden = $this->meeting->rules()->hidden();
        $row = $said + [
            'meetingid' => $this->meeting->id(),
            'step' => $answer->step,
            'subject' => $answer->subject,
            'round' => $answer->round,
            'voterkey' => $voterkey,
            'userid' => $hidden ? null : $userid,
        ];
        if ($hidden) {
            $row['id'] = random_id::draw();
            $DB->insert_record_raw(self::TABLE, $row, false, false, true);
        } else {
            $DB->insert_record(self::TABLE, (object) $row);
        }
    }

    /**
     * The voters of a round whose answers meet a condition.
     *
     * @param string $having condition on the answers of one voter
     * @return string SQL; its first parameters are meeting, step and round
     */
    private static function voters_sql(string $having): string {
        $restored = voter::RESTORED;
        return 'SELECT voterkey
                  FROM {' . self::TABLE . "}
                 WHERE meetingid = ? AND step = ? AND round = ? AND voterkey NOT LIKE '$restored%'
              GROUP BY voterkey
                HAVING $having";
    }

    /**
     * Rows of answers.
     *
     * @param string $where condition besides the meeting
     * @param array $params its parameters
     * @return stdClass[]
     */
    private function select(string $where, array $params): array {
        global $DB;

        $columns = 'id, step, subject, round, value, choices, content, reason, seq, voterkey, userid';
        $rows = $DB->get_records_sql(
            "SELECT $columns FROM {" . self::TABLE . "} WHERE meetingid = ? AND $where ORDER BY id",
            [$this->meeting->id(), ...$params]
        );
        foreach ($rows as $row) {
            $row->round = (int) $row->round;
            $row->value = $row->value === null ? null : (int) $row->value;
            $row->choices = $row->choices === null ? [] : json_decode($row->choices);
            $row->text = (string) $row->content;
            $row->reason = (string) $row->reason;
            $row->seq = (int) $row->seq;
        }
        return array_values($rows);
    }
}
