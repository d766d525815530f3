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

namespace mod_leerlandschap\local\copying;

use mod_leerlandschap\local\answers;
use mod_leerlandschap\local\contribution_rows;
use mod_leerlandschap\local\exercise;
use mod_leerlandschap\local\keyring;
use mod_leerlandschap\local\locked;
use mod_leerlandschap\local\meeting;
use mod_leerlandschap\local\people;
use mod_leerlandschap\local\random_id;
use mod_leerlandschap\local\round\answered_purpose;
use mod_leerlandschap\local\round\purpose;
use mod_leerlandschap\local\rounds;
use mod_leerlandschap\local\sharing\question;
use mod_leerlandschap\privacy\owner;
use stdClass;

/**
 * A meeting as a backup keeps it.
 *
 * The answers of a hidden one come without any key, id or counter and in random order, each by itself; its secret, and
 * what is derived from that alone, does not come along. Private notes are closed (see sealed_note).
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class copied_meeting {
    /** Columns that are copied as they are. */
    private const COLUMNS = [
        'id', 'groupid', 'meetingno', 'part', 'place', 'visited', 'state', 'revision', 'firstrevision', 'chairid', 'timerseconds',
        'timerelapsed', 'timerstarted', 'visibility', 'minanswers', 'facilitation', 'pace', 'frozen', 'timeused', 'timecreated',
        'timeclosed', 'timemodified',
    ];

    /** @var meeting the meeting */
    private readonly meeting $meeting;

    /** @var string what tells this copy from every other */
    private readonly string $nonce;

    /** @var keyring|null keys of a hidden meeting; null where there are none (any more) */
    private readonly ?keyring $keyring;

    /** @var copy_marks marks of this copy */
    private readonly copy_marks $marks;

    /** @var array[] true, by step and round with a slash between, then by key of a voter whose answer is in the copy */
    private array $voters = [];

    /**
     * A copy.
     *
     * @param stdClass $row row of leerlandschap_meeting
     * @param stdClass $instance row of leerlandschap
     * @param exercise|null $exercise its exercise, null where that is not there
     */
    public function __construct(
        /** @var stdClass row of leerlandschap_meeting */
        private readonly stdClass $row,
        stdClass $instance,
        /** @var exercise|null its exercise */
        private readonly ?exercise $exercise,
    ) {
        $this->meeting = new meeting($row, $instance, $exercise ?? new exercise(['steps' => []]));
        $this->nonce = bin2hex(random_bytes(16));
        $this->keyring = $this->is_hidden() && !$this->meeting->is_closed() ? keyring::of_meeting($this->meeting) : null;
        // Without the secret the marks are as good as random.
        $this->marks = new copy_marks($this->keyring?->copy($this->nonce) ?? bin2hex(random_bytes(32)));
    }

    /**
     * The meeting itself.
     *
     * @return array
     */
    public function columns(): array {
        return array_intersect_key((array) $this->row, array_flip(self::COLUMNS)) + [
            'nonce' => $this->keyring ? $this->nonce : null,
            'proof' => $this->keyring ? $this->marks->proof() : null,
        ];
    }

    /**
     * Those who joined, in the order of joining.
     *
     * @return iterable rows
     */
    public function presences(): iterable {
        yield from $this->rows('leerlandschap_presence', 'userid, present, timejoined', 'id');
    }

    /**
     * The rounds. Of those that are not revealed the backup of a hidden meeting says how many have answered, as everybody
     * in the meeting is told: the answers do not show it any more.
     *
     * @return iterable rows
     */
    public function rounds(): iterable {
        global $DB;

        $counted = $this->is_hidden() && !$this->meeting->is_closed();
        foreach ($DB->get_records('leerlandschap_round', ['meetingid' => $this->row->id], 'step, round') as $row) {
            yield [
                'number' => $row->round,
                'answeredsofar' => $counted && $row->phase !== 'revealed' ? $this->answered(clone $row) : null,
                'results' => self::with_plain_slashes($row->results),
            ] + array_intersect_key((array) $row, array_flip(['step', 'phase', 'items', 'answered', 'presentcount', 'relations']));
        }
    }

    /**
     * The answers.
     *
     * @return iterable rows
     */
    public function answers(): iterable {
        global $DB;

        $columns = 'step, subject, round AS number, userid, value, choices, content, reason, seq';
        if (!$this->is_hidden()) {
            yield from $this->rows('leerlandschap_answer', $columns, 'id');
            return;
        }
        // One query, as a reveal at this moment stores them anew; an order of the database's own, as they may be many.
        $order = 'MD5(' . $DB->sql_concat('voterkey', 'subject', 'round', ':order') . ')';
        $params = ['order' => bin2hex(random_bytes(32))];
        foreach ($this->rows('leerlandschap_answer', "$columns, voterkey", $order, $params) as $row) {
            // Whoever answers after this is not locked in the copy: it would have no answer of theirs.
            $this->voters["{$row['step']}/{$row['number']}"][$row['voterkey']] = true;
            unset($row['voterkey']);
            yield ['userid' => null, 'seq' => 0] + $row;
        }
    }

    /**
     * What people wrote, deleted things too, in the order of their ids, which clients draw at random.
     *
     * @return iterable rows
     */
    public function contributions(): iterable {
        $columns = 'uuid, step, kind, fields, position, revision, fromno, audience, authorid, authorkey, deleted';
        foreach ($this->rows('leerlandschap_contrib', $columns, 'uuid') as $row) {
            $row['sealed'] = null;
            if ($row['audience'] === contribution_rows::PRIVATE) {
                $row['sealed'] = sealed_note::sealed((int) $row['authorid'], $row['fields']);
                $row['fields'] = null;
                $row['authorid'] = null;
            }
            $row['fields'] = self::with_plain_slashes($row['fields']);
            $row['authorkey'] = $row['authorkey'] === null ? null : $this->marks->author($row['authorkey']);
            yield $row;
        }
    }

    /**
     * The steps that it is noted of people to have taken part in.
     *
     * @return iterable rows
     */
    public function progresses(): iterable {
        yield from $this->rows('leerlandschap_progress', 'userid, step, timedone', 'userid, step');
    }

    /**
     * What other groups see of the meeting. A question that is still open is not copied, nor what anybody said to it.
     *
     * @return iterable rows
     */
    public function sharings(): iterable {
        foreach ($this->rows(question::TABLE, 'asked, lesson, snapshot, agreed, presentcount, timepublished', 'id') as $row) {
            if ($row['timepublished'] !== null) {
                yield $row;
            }
        }
    }

    /**
     * Marks of those who have answered rounds of a hidden meeting that are not revealed, in random order. Asked for behind the
     * answers.
     *
     * @return iterable rows; none where nobody could be told any more whose answers are whose
     */
    public function locks(): iterable {
        if (!$this->keyring) {
            return;
        }
        $voters = locked::of_meeting($this->meeting);
        foreach ($this->voters as $place => $keys) {
            $voters[$place] = ($voters[$place] ?? []) + $keys;
        }
        $rows = [];
        foreach (people::joined_ids($this->meeting) as $userid) {
            foreach ($voters as $place => $keys) {
                [$step, $round] = explode('/', $place);
                if (isset($keys[$this->keyring->voter($userid, $step)])) {
                    $rows[] = ['step' => $step, 'number' => $round, 'mark' => $this->marks->voter($userid, $step, (int) $round)];
                }
            }
        }
        yield from random_id::shuffled($rows);
    }

    /**
     * The users who stand in texts of JSON, so that the backup has them along.
     *
     * @return iterable rows
     */
    public function people(): iterable {
        $users = [];
        foreach ($this->rows('leerlandschap_contrib', 'fields', 'id') as $row) {
            $users[owner::of($row['fields'])] = true;
        }
        foreach ($this->rows('leerlandschap_round', 'results', 'id') as $row) {
            foreach (json_decode($row['results'] ?? '', true) ?: [] as $result) {
                $users += array_fill_keys(array_map('intval', array_column($result['voices'] ?? [], 'person')), true);
            }
        }
        foreach (array_keys(array_filter($users, fn(int $userid): bool => $userid > 0, ARRAY_FILTER_USE_KEY)) as $userid) {
            yield ['userid' => $userid];
        }
    }

    /**
     * Whether answers are hidden.
     *
     * @return bool
     */
    private function is_hidden(): bool {
        return $this->meeting->rules()->hidden();
    }

    /**
     * How many count as having answered a round.
     *
     * @param stdClass $row row of leerlandschap_round
     * @return int|null null where that does not follow from answers
     */
    private function answered(stdClass $row): ?int {
        $known = $this->exercise?->has_step($row->step) && $row->round <= purpose::most_rounds($this->exercise, $row->step);
        $purpose = $known ? purpose::of($this->exercise, $row->step, (int) $row->round) : null;
        return $purpose instanceof answered_purpose ? $purpose->answered($this->meeting, rounds::decoded($row)) : null;
    }

    /**
     * JSON as a backup finds links to this site in it.
     *
     * @param string|null $json the JSON
     * @return string|null
     */
    private static function with_plain_slashes(?string $json): ?string {
        $plain = fn(array $escape): string => $escape[0] === '\\/' ? '/' : $escape[0];
        return $json === null ? null : preg_replace_callback('~\\\\.~s', $plain, $json);
    }

    /**
     * Rows of this meeting.
     *
     * @param string $table the table
     * @param string $columns its columns
     * @param string $order in which order
     * @param array $params parameters of the order
     * @return iterable rows
     */
    private function rows(string $table, string $columns, string $order, array $params = []): iterable {
        global $DB;

        $params['meetingid'] = $this->row->id;
        $rows = $DB->get_recordset_sql("SELECT $columns FROM {{$table}} WHERE meetingid = :meetingid ORDER BY $order", $params);
        try {
            foreach ($rows as $row) {
                yield (array) $row;
            }
        } finally {
            $rows->close();
        }
    }
}
