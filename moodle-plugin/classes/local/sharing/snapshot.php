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

namespace mod_leerlandschap\local\sharing;

use mod_leerlandschap\local\labels;
use mod_leerlandschap\local\language;
use mod_leerlandschap\local\scene;
use stdClass;

/**
 * What other groups may come to see of a meeting, composed from what everybody in it sees: what was revealed and is not
 * under k, and what the group wrote as its outcome. No person, no reason, no comment and no note is in it.
 *
 * It holds texts in every language of the exercise, so that nothing that is edited later changes what a group agreed to.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class snapshot {
    /** @var array[] the latest shown result of each item: its step and result */
    private array $shown = [];

    /**
     * The parts of one language.
     *
     * @param scene $scene the meeting
     * @param string $lang code of the language
     * @param labels $labels what the parts of the exercise are called in it
     */
    private function __construct(
        /** @var scene the meeting */
        private readonly scene $scene,
        /** @var string code of the language */
        private readonly string $lang,
        /** @var labels what the parts of the exercise are called in it */
        private readonly labels $labels,
    ) {
        foreach ($scene->rounds()->all() as $round) {
            foreach ($round->phase === 'revealed' ? $round->results ?? [] : [] as $result) {
                if (!$result['suppressed']) {
                    $this->shown[$result['item']] = [$round->step, $result];
                }
            }
        }
    }

    /**
     * What would be shown of a meeting.
     *
     * @param scene $scene the meeting
     * @param bool $outcome whether with its outcome; else what a lesson is from
     * @return array[] by language, the exercise's first at the front: title and run, and parts, of title, lead_label,
     *     lead and entries, of text, body, when, status and tally each
     */
    public static function of(scene $scene, bool $outcome): array {
        $snapshot = [];
        $exercise = $scene->meeting->exercise;
        foreach ($exercise->export(false)['languages'] as $lang) {
            $labels = new labels($exercise, $lang);
            $snapshot[$lang] = [
                'title' => $labels->exercise(),
                'run' => $labels->part($scene->meeting->part()),
                'parts' => $outcome ? (new self($scene, $lang, $labels))->parts() : [],
            ];
        }
        return $snapshot;
    }

    /**
     * A snapshot as it is stored.
     *
     * @param array $snapshot the snapshot
     * @return string JSON
     */
    public static function encoded(array $snapshot): string {
        return json_encode($snapshot, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR);
    }

    /**
     * What the group leaves with, step by step.
     *
     * @return array[]
     */
    private function parts(): array {
        $parts = [];
        $lists = [];
        $exercise = $this->scene->meeting->exercise;
        foreach ($this->scene->meeting->steps() as $step) {
            $block = $exercise->block($step);
            $list = "$block " . $exercise->setting($step, 'list', $step);
            if (!isset($lists[$list])) {
                $lists[$list] = true;
                $parts = [...$parts, ...match ($block) {
                    'statements', 'questions' => [$this->results($step)],
                    'confirm' => [$this->summaries($step)],
                    'actions' => [$this->actions($step)],
                    'principles' => [$this->principles($step)],
                    'plan' => $this->plan($step),
                    default => [],
                }];
            }
        }
        return array_values(array_filter($parts, fn(array $part): bool => $part['entries'] || ($part['lead'] ?? '') !== ''));
    }

    /**
     * What came of statements or questions.
     *
     * @param string $step the step
     * @return array a part
     */
    private function results(string $step): array {
        $entries = [];
        foreach ($this->scene->meeting->exercise->items($step) as $item) {
            $tally = $this->tally($item);
            if ($tally) {
                $entries[] = ['text' => $this->labels->item($item, []), 'tally' => $tally];
            }
        }
        return ['title' => $this->labels->step($step), 'entries' => $entries];
    }

    /**
     * Summaries, with how many recognise them.
     *
     * @param string $step the step
     * @return array a part
     */
    private function summaries(string $step): array {
        $entries = [];
        $written = array_column($this->fields($step, 'summary'), 'text', 'section');
        foreach ($this->scene->meeting->exercise->setting($step, 'summary_of', []) as $section) {
            $tally = $this->tally("$step:$section");
            if (($written[$section] ?? '') !== '' || $tally) {
                $entries[] = array_filter([
                    'text' => $this->labels->step($section),
                    'body' => $written[$section] ?? '',
                    'tally' => $tally,
                ]);
            }
        }
        return ['title' => $this->labels->step($step), 'entries' => $entries];
    }

    /**
     * Actions, without who is to do them.
     *
     * @param string $step a step of their list
     * @return array a part
     */
    private function actions(string $step): array {
        return ['title' => $this->labels->step($step), 'entries' => array_map(fn(array $fields): array => array_filter([
            'text' => $fields['what'],
            'when' => $fields['when'] ?? '',
            'status' => $fields['status'],
        ]), $this->fields($step, 'action'))];
    }

    /**
     * Principles with their scope, and how many support them.
     *
     * @param string $step a step of their list
     * @return array a part
     */
    private function principles(string $step): array {
        $exercise = $this->scene->meeting->exercise;
        $entries = [];
        foreach ($this->rows($step, 'principle') as $row) {
            $votes = array_map(fn(string $other): ?array => $this->tally("$other:$row->uuid"), $exercise->shown_in($step));
            $votes = array_filter($votes);
            $entries[] = ['text' => $row->fields['text']] + ($votes ? ['tally' => end($votes)] : []);
        }
        return [
            'title' => $this->labels->step($step),
            'lead_label' => language::pick($exercise->setting($step, 'scope_label', []), $this->lang),
            'lead' => array_column($this->fields($step, 'scope'), 'text')[0] ?? '',
            'entries' => $entries,
        ];
    }

    /**
     * The goals of a plan, without who sees to them.
     *
     * @param string $step the step
     * @return array[] a part for each period
     */
    private function plan(string $step): array {
        $goals = $this->fields($step, 'goal');
        return array_map(fn(array $period): array => [
            'title' => $this->labels->step($step) . ': ' . $this->labels->period($step, $period['id']),
            'entries' => array_map(fn(array $fields): array => array_filter([
                'text' => $fields['goal'],
                'body' => $fields['measure'] ?? '',
                'status' => $fields['status'],
            ]), array_values(array_filter($goals, fn(array $fields): bool => $fields['period'] === $period['id']))),
        ], $this->scene->meeting->exercise->setting($step, 'periods', []));
    }

    /**
     * The latest shown result of something that was asked.
     *
     * @param string $item what was asked
     * @return array|null null where nothing was shown, and of answers in people's own words
     */
    private function tally(string $item): ?array {
        [$step, $result] = $this->shown[$item] ?? [null, null];
        if ($result === null) {
            return null;
        }
        $bars = [];
        $labels = $this->labels->counts($step, $item);
        foreach ($result['counts'] as $i => $count) {
            $bars[] = ['label' => $labels[$i] ?? (string) ($i + 1), 'count' => (int) $count];
        }
        foreach ($result['values'] ?? [] as [$value, $people]) {
            $bars[] = ['label' => (string) $value, 'count' => (int) $people];
        }
        return !$bars ? null : [
            'answered' => $result['answered'],
            'optouts' => $result['opt_outs'],
            'class' => $result['class'],
            'direction' => $result['direction'],
            'bars' => $bars,
        ];
    }

    /**
     * What the group sees of a kind, in the group's order.
     *
     * @param string $step a step that shows it
     * @param string $kind the kind
     * @return stdClass[] rows of leerlandschap_contrib, fields decoded
     */
    private function rows(string $step, string $kind): array {
        $from = $this->scene->meeting->exercise->shown_in($step);
        $rows = array_merge(...array_map(fn(string $it): array => $this->scene->contributions()->of_kind($it, $kind), $from));
        if ($kind === 'principle') {
            usort($rows, fn(stdClass $a, stdClass $b): int => $a->position <=> $b->position);
        }
        return $rows;
    }

    /**
     * What that says.
     *
     * @param string $step a step that shows it
     * @param string $kind the kind
     * @return array[] the fields of each
     */
    private function fields(string $step, string $kind): array {
        return array_map(fn(stdClass $row): array => (array) $row->fields, $this->rows($step, $kind));
    }
}
