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

use mod_leerlandschap\local\contribution\hands;
use mod_leerlandschap\local\contribution_rows;
use mod_leerlandschap\local\contributions;
use mod_leerlandschap\local\labels;
use mod_leerlandschap\local\meeting;
use mod_leerlandschap\local\people;
use mod_leerlandschap\local\room_builder;
use mod_leerlandschap\local\rounds;
use mod_leerlandschap\local\tally;
use stdClass;

/**
 * What came of a meeting, for other systems: revealed results as tallies, follow-up actions, principles and goals.
 *
 * It reads the snapshots that the reveals took and what the group sees: nothing is counted anew, and nothing of what
 * single people answered or wrote by themselves comes along, in named meetings neither.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class meeting_report {
    /** @var array[]|null what the group sees, by id, as the room has it; null until asked for */
    private ?array $written = null;

    /** @var string[]|null names of those who joined, by id; null until asked for */
    private ?array $names = null;

    /** @var stdClass[]|null rounds that were revealed; null until asked for */
    private ?array $revealed = null;

    /**
     * The report of a meeting.
     *
     * @param report_reader $reader who reads it
     * @param meeting $meeting the meeting
     * @param labels $labels what the exercise calls its parts
     */
    public function __construct(
        /** @var report_reader who reads it */
        private readonly report_reader $reader,
        /** @var meeting the meeting */
        public readonly meeting $meeting,
        /** @var labels what the exercise calls its parts */
        private readonly labels $labels,
    ) {
    }

    /**
     * The report.
     *
     * @return array as report_structure::meeting describes it
     */
    public function export(): array {
        $meeting = $this->meeting;
        return [
            'id' => $meeting->id(),
            'number' => $meeting->number(),
            'group' => $this->reader->group($meeting->groupid()),
            'part' => ['id' => $meeting->part(), 'title' => $this->labels->part($meeting->part())],
            'settings' => $meeting->rules()->export(),
            'state' => $meeting->is_closed() ? 'closed' : 'open',
            'closed' => $meeting->kept_time(intdiv($meeting->closed_at(), 1000)),
            'steps' => $this->steps(),
            'actions' => $this->actions(),
            'principles' => $this->principles(),
            'goals' => $this->goals(),
        ];
    }

    /**
     * The follow-up actions.
     *
     * @return array[] as report_structure::meeting describes them
     */
    public function actions(): array {
        return array_map($this->action(...), $this->of_kind('action'));
    }

    /**
     * The principles, behind what those of each list are about.
     *
     * @return array[] as report_structure::meeting describes them
     */
    public function principles(): array {
        return [
            ...array_map($this->principle(...), $this->of_kind('scope')),
            ...array_map($this->principle(...), $this->in_order()),
        ];
    }

    /**
     * The goals of a plan.
     *
     * @return array[] as report_structure::meeting describes them
     */
    public function goals(): array {
        return array_map($this->goal(...), $this->of_kind('goal'));
    }

    /**
     * The notes that the group sees. Who wrote them stands in a named meeting alone, and until it is closed.
     *
     * @return array[] id, step, from, column, group, text, and author, a name or ''
     */
    public function notes(): array {
        return array_map(fn(array $one): array => [
            'author' => $one['author'] === null ? '' : $this->names()[$one['author']] ?? '',
        ] + $this->origin($one) + self::fields($one['fields'], ['column', 'group', 'text']), $this->of_kind('note'));
    }

    /**
     * The dots that were revealed.
     *
     * @return array[] dots by step, by id of the note
     */
    public function dots(): array {
        $dots = [];
        foreach ($this->revealed() as $round) {
            foreach ($this->meeting->exercise->block($round->step) === 'notes' ? $round->results : [] as $result) {
                if (!$result['suppressed']) {
                    $dots[substr($result['item'], strlen("$round->step:"))][$round->step] = array_sum($result['counts']);
                }
            }
        }
        return $dots;
    }

    /**
     * The support for principles that was revealed last.
     *
     * @return array[] Results by id of the principle
     */
    public function support(): array {
        $support = [];
        foreach ($this->revealed() as $round) {
            foreach ($this->meeting->exercise->block($round->step) === 'principles' ? $round->results : [] as $result) {
                $support[substr($result['item'], strlen("$round->step:"))] = $result;
            }
        }
        return $support;
    }

    /**
     * What people wrote for their group about summaries, as everybody reads it: in no order, without who it was.
     *
     * @return array[] step, round, item, text (what it is about) and comment
     */
    public function comments(): array {
        $comments = [];
        foreach ($this->revealed() as $round) {
            foreach ($this->meeting->exercise->block($round->step) === 'confirm' ? $round->results : [] as $result) {
                foreach ($result['reasons'] as $comment) {
                    $comments[] = [
                        'step' => $round->step, 'round' => $round->round, 'item' => $result['item'],
                        'text' => $this->labels->item($result['item'], $this->texts()), 'comment' => $comment,
                    ];
                }
            }
        }
        return $comments;
    }

    /**
     * What each answered, as a named meeting has shown it to everybody.
     *
     * @return array[] values by item, by number of the round, by id of the person; null for an opt-out
     */
    public function voices(): array {
        $voices = [];
        foreach ($this->revealed() as $round) {
            foreach ($round->results as $result) {
                foreach ($result['suppressed'] ? [] : $result['voices'] as $voice) {
                    $voices[$voice['person']][$round->round][$result['item']] = $voice['value'];
                }
            }
        }
        return $voices;
    }

    /**
     * Ids of what the group has deleted.
     *
     * @return string[]
     */
    public function deleted(): array {
        return array_keys(contribution_rows::select($this->meeting, "audience = 'group' AND deleted = 1"));
    }

    /**
     * What an action or principle comes from: a statement, a note or an action.
     *
     * @param string $id its id
     * @return string what it says, '' where it is gone
     */
    public function says(string $id): string {
        $fields = $this->written()[$id]['fields'] ?? [];
        return $fields['what'] ?? $this->labels->item($id, []) ?: (string) ($fields['text'] ?? '');
    }

    /**
     * What the group sees.
     *
     * @return array[] by id, as the room has it
     */
    private function written(): array {
        return $this->written ??= array_column((new contributions($this->meeting))->export(), null, 'id');
    }

    /**
     * The texts of what the group sees.
     *
     * @return string[] by id
     */
    private function texts(): array {
        return array_map(fn(array $one): string => (string) ($one['fields']['text'] ?? ''), $this->written());
    }

    /**
     * The names of those who joined.
     *
     * @return string[] by id
     */
    private function names(): array {
        return $this->names ??= array_column(people::of_meeting($this->meeting)->export(), 'name', 'id');
    }

    /**
     * The rounds that were revealed.
     *
     * @return stdClass[] rows of leerlandschap_round, decoded, in the order of exercise and round
     */
    private function revealed(): array {
        return $this->revealed ??= array_values(array_filter(
            rounds::of_meeting($this->meeting)->all(),
            fn(stdClass $round): bool => $round->phase === 'revealed' && $round->results
        ));
    }

    /**
     * The steps of which there are results.
     *
     * @return array[] as report_structure::meeting describes them
     */
    public function steps(): array {
        $rounds = [];
        foreach ($this->revealed() as $round) {
            $rounds[$round->step][] = $this->round($round);
        }
        $hands = [];
        foreach ($this->of_kind('hands') as $counted) {
            $hands[$counted['step']][] = $this->hands($counted);
        }
        $told = array_filter(
            $this->meeting->steps(),
            fn(string $step): bool => isset($rounds[$step]) || isset($hands[$step])
        );
        return array_values(array_map(fn(string $step): array => [
            'id' => $step,
            'title' => $this->labels->step($step),
            'block' => $this->meeting->exercise->block($step),
            'rounds' => $rounds[$step] ?? [],
            'hands' => $hands[$step] ?? [],
        ], $told));
    }

    /**
     * A round that was revealed.
     *
     * @param stdClass $row row of leerlandschap_round, decoded
     * @return array
     */
    private function round(stdClass $row): array {
        $round = room_builder::round($row, []);
        $results = array_map(fn(array $result): array => $this->asked($row->step, $result['item'])
            + tally::numbers($result), $round['results']);
        return [
            'round' => $round['round'],
            'answered' => $round['answered'],
            'present' => $round['present'],
            'results' => $results,
            'relations' => $round['relations'] ?? [],
        ];
    }

    /**
     * What a result is about.
     *
     * @param string $step the step that asked
     * @param string $item what was asked
     * @return array
     */
    private function asked(string $step, string $item): array {
        return [
            'item' => $item,
            'text' => $this->labels->item($item, $this->texts()),
            'labels' => $this->labels->counts($step, $item),
        ];
    }

    /**
     * Hands that were counted.
     *
     * @param array $counted the contribution
     * @return array
     */
    private function hands(array $counted): array {
        $fields = $counted['fields'] + hands::DEFAULTS;
        return $this->asked($counted['step'], (string) $fields['item']) + [
            'counts' => array_map('intval', array_filter(explode(',', (string) $fields['counts']), 'strlen')),
            'opt_outs' => (int) $fields['opt_outs'],
        ];
    }

    /**
     * What the group sees of a kind.
     *
     * @param string $kind the kind
     * @return array[]
     */
    private function of_kind(string $kind): array {
        return array_values(array_filter($this->written(), fn(array $one): bool => $one['kind'] === $kind));
    }

    /**
     * The principles: those of a list in one order, whichever of its steps they were made in.
     *
     * @return array[]
     */
    private function in_order(): array {
        $exercise = $this->meeting->exercise;
        $steps = array_flip($exercise->all_steps());
        $place = fn(array $one): array => [$steps[$exercise->order_of($one['step'], 'principle')], $one['position']];
        $principles = $this->of_kind('principle');
        usort($principles, fn(array $a, array $b): int => $place($a) <=> $place($b));
        return $principles;
    }

    /**
     * A follow-up action.
     *
     * @param array $one the contribution
     * @return array
     */
    private function action(array $one): array {
        return $this->origin($one) + $this->owner($one['fields']) + self::fields($one['fields'], [
            'what', 'when', 'status', 'source', 'finding', 'expectation', 'outcome',
        ]);
    }

    /**
     * A principle, or what the principles of a list are about.
     *
     * @param array $one the contribution
     * @return array
     */
    private function principle(array $one): array {
        return $this->origin($one) + [
            'kind' => $one['kind'],
            'list' => (string) $this->meeting->exercise->setting($one['step'], 'list', ''),
        ] + self::fields($one['fields'], ['text', 'action']);
    }

    /**
     * A goal of a plan.
     *
     * @param array $one the contribution
     * @return array
     */
    private function goal(array $one): array {
        $fields = $one['fields'];
        $owner = ['who_person' => $fields['owner_person'] ?? null, 'who_text' => $fields['owner_text'] ?? ''];
        return $this->origin($one) + $this->owner($owner)
            + ['period' => $this->labels->period($one['step'], (string) ($fields['period'] ?? ''))]
            + self::fields($fields, ['goal', 'measure', 'status']);
    }

    /**
     * Where something was written. Never by whom.
     *
     * @param array $one the contribution
     * @return array
     */
    private function origin(array $one): array {
        return [
            'id' => $one['id'],
            'step' => $one['step'],
            'from' => $one['from'] ?? $this->meeting->number(),
        ];
    }

    /**
     * Who is to do something.
     *
     * @param array $fields who_person, an id or null, and who_text
     * @return array
     */
    private function owner(array $fields): array {
        $person = $fields['who_person'] ?? null;
        return [
            'userid' => $person === null ? null : (int) $person,
            'who' => $person === null ? (string) ($fields['who_text'] ?? '') : $this->names()[$person] ?? '',
        ];
    }

    /**
     * Some fields of a contribution as texts.
     *
     * @param array $fields the fields
     * @param string[] $names which
     * @return string[] '' for those that are empty
     */
    private static function fields(array $fields, array $names): array {
        return array_map(
            fn(string $name): string => (string) ($fields[$name] ?? ''),
            array_combine($names, $names)
        );
    }
}
