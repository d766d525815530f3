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

use mod_leerlandschap\local\answer\form;
use mod_leerlandschap\local\authorship;
use mod_leerlandschap\local\contribution\fields;
use mod_leerlandschap\local\contribution_rows;
use mod_leerlandschap\local\exercise;
use mod_leerlandschap\local\meeting;
use mod_leerlandschap\local\refusal;
use mod_leerlandschap\local\sharing\question;
use mod_leerlandschap\local\sharing\snapshot;
use mod_leerlandschap\local\voter;
use mod_leerlandschap\privacy\owner;
use stdClass;

/**
 * A meeting that comes out of a backup.
 *
 * In an open hidden one the answers of the backup are nobody's: each has a key that no participant's can be. So that
 * nobody answers twice, rounds that are not revealed are locked for those who have answered them. Who that is only a
 * server can tell that still has the secret of the meeting it was made from; else they are locked for all who had joined.
 * It tells of those only who are the same user here as in the backup: whoever edits a backup can call anybody by any name.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class restored_meeting {
    /** @var meeting the meeting as it is stored */
    private readonly meeting $meeting;

    /** @var row_buffer[] what waits to be stored, by table */
    private array $buffers = [];

    /** @var array true, by what there can be once only */
    private array $seen = [];

    /** @var int[] new user ids by old ones, of those who joined */
    private array $joined = [];

    /** @var round_locks who is not asked again */
    private readonly round_locks $locks;

    /** @var string[] keys for answers of users who were not restored, by their ids in the backup */
    private array $gone = [];

    /** @var string[][] keys of authors here, by step and by their mark in the backup */
    private array $authors = [];

    /** @var array true, by step of notes that are not revealed */
    private array $written = [];

    /** @var bool whether somebody has answered, or written for a reveal */
    private bool $used = false;

    /**
     * A meeting that has just been stored.
     *
     * @param stdClass $row row of leerlandschap_meeting
     * @param stdClass $instance row of leerlandschap
     * @param copied_source|null $source the meeting that it was made from, where its secret is here; else null
     * @param \Closure $user tells the id of a user here by the one in the backup, null where they were not restored
     * @param \Closure $linked told the table and id of a row with links
     * @param shortfall $shortfall where it is noted what is not as it was
     */
    public function __construct(
        stdClass $row,
        stdClass $instance,
        /** @var copied_source|null the meeting that it was made from, where its secret is here */
        private readonly ?copied_source $source,
        /** @var \Closure tells the id of a user here by the one in the backup */
        private readonly \Closure $user,
        /** @var \Closure told the table and id of a row with links */
        private readonly \Closure $linked,
        /** @var shortfall where it is noted what is not as it was */
        private readonly shortfall $shortfall,
    ) {
        $this->meeting = new meeting($row, $instance, new exercise(['steps' => []]));
        $this->locks = new round_locks($this->meeting, $source?->marks);
    }

    /**
     * Somebody who joined.
     *
     * @param row_reader $row the row
     * @throws damaged
     */
    public function presence(row_reader $row): void {
        $old = $row->number('userid', 1);
        $userid = $this->user($old);
        if (!$userid) {
            return;
        }
        $columns = ['present' => $row->number('present', 0, 1), 'timejoined' => $row->number('timejoined')];
        $this->require_first("presence $userid");
        $this->joined[$old] = $userid;
        $this->store('leerlandschap_presence', ['userid' => $userid] + $columns);
    }

    /**
     * A round.
     *
     * @param row_reader $row the row
     * @throws damaged
     */
    public function round(row_reader $row): void {
        $phase = $row->one_of('phase', ['open', 'closed', 'revealed']);
        $revealed = $phase === 'revealed';
        [$step, $number] = [$row->id('step'), $row->number('number', 1, 99)];
        $columns = [
            'step' => $step,
            'round' => $number,
            'phase' => $phase,
            'items' => json_encode($row->texts('items')),
            'answered' => $row->number_or_null('answered'),
            'presentcount' => $row->number_or_null('presentcount'),
            'results' => $revealed ? $this->results($row) : null,
            'relations' => $revealed && !$row->is_null('relations') ? json_encode($row->json('relations')) : null,
            'restored' => null,
        ];
        $sofar = $row->number_or_null('answeredsofar');
        $this->require_first("round $step/$number");
        if (!$revealed) {
            $this->locks->add_round($step, $number, $sofar ?? 0);
        }
        $this->store('leerlandschap_round', $columns);
    }

    /**
     * An answer.
     *
     * @param row_reader $row the row
     * @throws damaged
     */
    public function answer(row_reader $row): void {
        $hidden = $this->meeting->rules()->hidden();
        $old = $hidden ? null : $row->number_or_null('userid');
        $userid = $old ? $this->user($old) : null;
        $columns = [
            'step' => $row->id('step'),
            'subject' => $row->id('subject', 81),
            'round' => $row->number('number', 1, 99),
            'voterkey' => match (true) {
                $userid !== null => voter::key($this->meeting, $userid, $row->id('step')),
                $hidden && !$this->meeting->is_closed() => voter::restored_key(),
                // The answers of one person still count as of one.
                $old !== null => $this->gone[$old] ??= bin2hex(random_bytes(32)),
                default => bin2hex(random_bytes(32)),
            },
            'userid' => $userid,
            'value' => $row->number_or_null('value', -row_reader::MOST),
            'choices' => $row->is_null('choices') ? null : json_encode($row->texts('choices')),
            'content' => $row->text_or_null('content'),
            'reason' => $row->text_or_null('reason'),
            'seq' => $hidden ? 0 : $row->number('seq'),
        ];
        if ($old !== null) {
            $this->require_first("answer {$columns['voterkey']} {$columns['subject']}/{$columns['round']}");
        }
        $this->locks->add_answer($columns['step'], $columns['round']);
        $this->used = true;
        $this->store('leerlandschap_answer', $columns);
    }

    /**
     * Something that somebody wrote.
     *
     * @param row_reader $row the row
     * @throws damaged
     */
    public function contribution(row_reader $row): void {
        $audiences = [contribution_rows::GROUP, contribution_rows::PRIVATE, contribution_rows::UNREVEALED];
        $audience = $row->one_of('audience', $audiences);
        $kind = $row->one_of('kind', exercise::all_kinds());
        $columns = [
            'uuid' => $row->id('uuid', 64),
            'step' => $row->id('step'),
            'kind' => $kind,
            'position' => $row->number('position'),
            'revision' => $row->number('revision'),
            'fromno' => $row->number_or_null('fromno', 1, 200),
            'audience' => $audience,
            'deleted' => $row->number('deleted', 0, 1),
        ];
        $private = $audience === contribution_rows::PRIVATE;
        $note = $private ? $this->opened($row) : null;
        if ($private && !$note) {
            // Nobody could be shown it, and nobody else may.
            $this->shortfall->add('notes');
            return;
        }
        // What a deleted one said is gone.
        $fields = $columns['deleted'] ? '{}' : $this->fields($kind, $note ? $note->fields : $row->json('fields'));
        $columns += ['fields' => $fields] + $this->authorship($row, $audience, $note);
        $this->require_first("contribution {$columns['uuid']}");
        if ($audience === contribution_rows::UNREVEALED) {
            $this->written[$columns['step']] = true;
            $this->used = true;
        }
        $this->store(contribution_rows::TABLE, $columns);
    }

    /**
     * A step that it is noted of somebody to have taken part in.
     *
     * @param row_reader $row the row
     * @throws damaged
     */
    public function progress(row_reader $row): void {
        $userid = $this->user($row->number('userid', 1));
        if (!$userid) {
            return;
        }
        $columns = ['userid' => $userid, 'step' => $row->id('step'), 'timedone' => $row->number('timedone')];
        $this->require_first("progress $userid {$columns['step']}");
        $this->store('leerlandschap_progress', $columns);
    }

    /**
     * What other groups see of the meeting.
     *
     * @param row_reader $row the row
     * @throws damaged
     */
    public function sharing(row_reader $row): void {
        $columns = [
            'asked' => $row->number('asked', 1),
            'lesson' => $row->text_or_null('lesson'),
            'snapshot' => snapshot::encoded($row->json('snapshot')),
            'agreed' => $row->number('agreed'),
            'presentcount' => $row->number('presentcount'),
            'timepublished' => $row->number('timepublished'),
        ];
        $this->require_first('sharing');
        $this->store(question::TABLE, $columns);
    }

    /**
     * A mark of somebody's having answered a round.
     *
     * @param row_reader $row the row
     * @throws damaged
     */
    public function lock(row_reader $row): void {
        $this->locks->add_mark($row->id('mark', 64));
    }

    /**
     * Stores what still waits, and locks rounds.
     */
    public function finish(): void {
        global $DB;

        $open = !$this->meeting->is_closed();
        $hidden = $open && $this->meeting->rules()->hidden();
        foreach (array_keys($hidden ? $this->written : []) as $step) {
            if (!isset($this->seen["round $step/1"])) {
                $this->add_writing($step);
            }
        }
        array_map(fn(row_buffer $buffer) => $buffer->flush(), $this->buffers);
        if ($open && $this->used) {
            // Whatever the file says: who sees what stays as it is from the first answer on.
            $DB->set_field('leerlandschap_meeting', 'frozen', 1, ['id' => $this->meeting->id()]);
        }
        if ($hidden && $this->locks->store($this->joined)) {
            $this->shortfall->add('locked');
        }
    }

    /**
     * Adds the round of notes that a file has without it: in one that opens later it would be told who has written some.
     *
     * @param string $step the step
     */
    private function add_writing(string $step): void {
        $this->locks->add_round($step, 1, 0);
        $this->store('leerlandschap_round', [
            'step' => $step,
            'round' => 1,
            'phase' => 'open',
            'items' => '[]',
            'answered' => null,
            'presentcount' => null,
            'results' => null,
            'relations' => null,
            'restored' => null,
        ]);
    }

    /**
     * Results as they were shown. Whoever was not restored is named no more; the numbers stay.
     *
     * @param row_reader $row the round
     * @return string|null JSON
     * @throws damaged
     */
    private function results(row_reader $row): ?string {
        if ($row->is_null('results')) {
            return null;
        }
        $results = $row->json('results');
        if (array_filter($results, self::is_result(...)) !== $results) {
            throw new damaged('results');
        }
        foreach ($results as &$result) {
            $result += form::suppressed($result['item'], 0);
            $voices = [];
            foreach ($this->meeting->rules()->hidden() ? [] : $result['voices'] as $voice) {
                $userid = $this->user((int) $voice['person']);
                if ($userid) {
                    $voices[] = ['person' => (string) $userid] + $voice;
                }
            }
            $result['voices'] = $voices;
        }
        return json_encode($results, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR);
    }

    /**
     * Whether something is of the form of a result, as far as anything here counts on it.
     *
     * @param mixed $result what a backup has in its place
     * @return bool
     */
    private static function is_result(mixed $result): bool {
        if (!is_array($result) || !is_string($result['item'] ?? null) || !is_bool($result['suppressed'] ?? null)) {
            return false;
        }
        $counts = $result['counts'] ?? null;
        $voices = $result['voices'] ?? [];
        $isvoice = fn(mixed $voice): bool => is_array($voice) && is_string($voice['person'] ?? null);
        return is_array($counts) && array_filter($counts, 'is_int') === $counts
            && is_array($voices) && array_filter($voices, $isvoice) === $voices;
    }

    /**
     * The fields of something that somebody wrote, with those who own it as they are called here.
     *
     * @param string $kind its kind
     * @param array $fields the fields as the backup has them
     * @return string JSON
     * @throws damaged
     */
    private function fields(string $kind, array $fields): string {
        if (array_filter($fields, fn(mixed $value): bool => $value !== null && !is_string($value))) {
            throw new damaged('fields');
        }
        try {
            // By the same rules as what is typed: calendars, reports and lists of the whole site count on them.
            $kept = (new (fields::of_kind($kind))(new copied_surroundings($fields)))->kept($fields);
        } catch (refusal) {
            throw new damaged('fields');
        }
        foreach (array_intersect(owner::FIELDS, array_keys($kept)) as $name) {
            $userid = $kept[$name] === null ? null : $this->user((int) $kept[$name]);
            if ($kept[$name] !== null && !$userid) {
                $this->shortfall->add('owners');
            }
            $kept[$name] = $userid ? (string) $userid : null;
        }
        return json_encode((object) $kept, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR);
    }

    /**
     * A private note as this site closed it.
     *
     * @param row_reader $row the row
     * @return sealed_note|null null where another site closed it, or its author is not the same user here
     * @throws damaged
     */
    private function opened(row_reader $row): ?sealed_note {
        $note = $row->is_null('sealed') ? null : sealed_note::opened($row->text('sealed'));
        return $note && $this->user($note->author) === $note->author ? $note : null;
    }

    /**
     * Whose something is, as far as a meeting of its kind keeps that.
     *
     * @param row_reader $row the row
     * @param string $audience who sees it
     * @param sealed_note|null $note what it is, where it is private
     * @return array authorid and authorkey
     * @throws damaged
     */
    private function authorship(row_reader $row, string $audience, ?sealed_note $note): array {
        if ($note) {
            return ['authorid' => $note->author, 'authorkey' => null];
        }
        $hidden = $this->meeting->rules()->hidden();
        $nameless = $hidden || $audience === contribution_rows::GROUP && $this->meeting->is_closed();
        $old = $nameless ? null : $row->number_or_null('authorid');
        if ($hidden && $audience === contribution_rows::UNREVEALED && $this->meeting->is_closed()) {
            throw new damaged('audience');
        }
        return [
            'authorid' => $old ? $this->user($old) : null,
            'authorkey' => $hidden && $audience === contribution_rows::UNREVEALED ? $this->author($row) : null,
        ];
    }

    /**
     * The key here of the author of a note that is not revealed.
     *
     * @param row_reader $row the note
     * @return string one that nobody has, where nobody can tell any more whose it is
     * @throws damaged
     */
    private function author(row_reader $row): string {
        $step = $row->id('step');
        if (!isset($this->authors[$step])) {
            $this->authors[$step] = [];
            $same = array_filter($this->joined, fn(int $userid, int $old): bool => $userid === $old, ARRAY_FILTER_USE_BOTH);
            foreach ($this->source ? $same : [] as $userid) {
                $mark = $this->source->marks->author($this->source->keyring->note($userid, $step));
                $this->authors[$step][$mark] = authorship::marks($this->meeting, $step, [$userid])[0];
            }
        }
        // Several of one author count as of one, whoever that is.
        return $this->authors[$step][$row->id('authorkey', 64)] ??= bin2hex(random_bytes(32));
    }

    /**
     * A user as they are called here.
     *
     * @param int $old id in the backup
     * @return int|null null where they were not restored
     */
    private function user(int $old): ?int {
        $userid = ($this->user)($old);
        if (!$userid) {
            $this->shortfall->add_person($old);
        }
        return $userid;
    }

    /**
     * Refuses a second row of what there can be once only.
     *
     * @param string $what what it is
     * @throws damaged
     */
    private function require_first(string $what): void {
        if (isset($this->seen[$what])) {
            throw new damaged($what);
        }
        $this->seen[$what] = true;
    }

    /**
     * Stores a row of this meeting.
     *
     * @param string $table the table
     * @param array $columns values by name
     */
    private function store(string $table, array $columns): void {
        $this->buffers[$table] ??= new row_buffer($table, $this->linked);
        $this->buffers[$table]->add(['meetingid' => $this->meeting->id()] + $columns);
    }
}
