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

/**
 * What the parts of an exercise are called, in one language, as plain text.
 *
 * Of an exercise that is gone, or has become another, nothing has a name.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class labels {
    /** @var array the exercise as a format file */
    private readonly array $data;

    /** @var array[] steps by id */
    private readonly array $steps;

    /** @var array[] items by id, with what the settings of their step say in step */
    private readonly array $items;

    /**
     * The labels of an exercise.
     *
     * @param exercise $exercise the exercise
     * @param string $lang code of a language; '' for the current one
     */
    public function __construct(
        exercise $exercise,
        /** @var string code of a language; '' for the current one */
        private readonly string $lang,
    ) {
        $this->data = $exercise->export(false);
        $this->steps = array_column($this->data['steps'], null, 'id');
        $items = [];
        foreach ($this->steps as $step) {
            foreach ($step['items'] ?? [] as $item) {
                $items[$item['id']] = $item + ['scale' => ((array) $step['settings'])['scale'] ?? null];
            }
        }
        $this->items = $items;
    }

    /**
     * The title of the exercise.
     *
     * @return string
     */
    public function exercise(): string {
        return $this->pick($this->data['title'] ?? []);
    }

    /**
     * The title of a part of the series.
     *
     * @param string $part its id
     * @return string '' where the exercise has no such part
     */
    public function part(string $part): string {
        $parts = array_column($this->data['series']['parts'] ?? [], null, 'id');
        return $this->pick($parts[$part]['title'] ?? []);
    }

    /**
     * The title of a step.
     *
     * @param string $step its id
     * @return string its id where the exercise has no such step
     */
    public function step(string $step): string {
        return $this->title($step) ?: $step;
    }

    /**
     * The title of a step.
     *
     * @param string $step its id
     * @return string '' where the exercise has no such step
     */
    public function title(string $step): string {
        return $this->pick($this->steps[$step]['title'] ?? []);
    }

    /**
     * A column of notes.
     *
     * @param string $step the step
     * @param string $column its id
     * @return string '' where the step has no such column
     */
    public function column(string $step, string $column): string {
        $columns = array_column($this->setting($step, 'columns') ?? [], 'label', 'id');
        return $this->pick($columns[$column] ?? []);
    }

    /**
     * The period of a plan.
     *
     * @param string $step the step
     * @param string $period its id
     * @return string
     */
    public function period(string $step, string $period): string {
        $periods = array_column($this->setting($step, 'periods') ?? [], null, 'id');
        return $this->pick($periods[$period]['label'] ?? []);
    }

    /**
     * What was asked: a statement, a question, a section, or something that the group wrote.
     *
     * @param string $item its id
     * @param string[] $written texts of what the group sees, by id
     * @return string '' where it is gone
     */
    public function item(string $item, array $written): string {
        if (isset($this->items[$item])) {
            return $this->pick($this->items[$item]['text']);
        }
        // What comes from the meeting is called after the step that asks.
        $of = explode(':', $item, 2)[1] ?? '';
        return $written[$of] ?? (isset($this->steps[$of]) ? $this->step($of) : '');
    }

    /**
     * What the counts of a result stand for, in their order.
     *
     * @param string $step the step that asks
     * @param string $item what is asked
     * @return string[] none where a result has none
     */
    public function counts(string $step, string $item): array {
        $asked = $this->items[$item] ?? [];
        if (isset($asked['options'])) {
            return array_map(fn(array $option): string => $this->pick($option['label']), $asked['options']);
        }
        $scale = $this->scale($step, $item);
        if (isset($scale['range'])) {
            $anchors = array_column($scale['anchors'] ?? [], 'label', 'value');
            return array_map(
                fn(int $value): string => isset($anchors[$value]) ? "$value: " . $this->pick($anchors[$value]) : (string) $value,
                range($scale['range']['min'], $scale['range']['max'])
            );
        }
        return array_map(fn(array $point): string => $this->pick($point['label']), $scale['points'] ?? []);
    }

    /**
     * A point of the scale that something is answered on.
     *
     * @param string $step the step that asks
     * @param string $item what is asked
     * @param int $value its value
     * @return string '' for one without words, as some of a range
     */
    public function point(string $step, string $item, int $value): string {
        $scale = $this->scale($step, $item);
        $worded = $scale['points'] ?? $scale['anchors'] ?? [];
        return $this->pick(array_column($worded, 'label', 'value')[$value] ?? []);
    }

    /**
     * What it is called to give no opinion.
     *
     * @param string $step the step that asks
     * @param string $item what is asked
     * @return string '' where that is not offered
     */
    public function opt_out(string $step, string $item): string {
        return $this->pick($this->scale($step, $item)['opt_out']['label'] ?? []);
    }

    /**
     * Options of a question.
     *
     * @param string $item the question
     * @param string[] $chosen ids of options
     * @return string their labels in the order of the exercise; '' for none
     */
    public function options(string $item, array $chosen): string {
        $labels = array_column($this->items[$item]['options'] ?? [], 'label', 'id');
        return implode('; ', array_map($this->pick(...), array_intersect_key($labels, array_flip($chosen))));
    }

    /**
     * The scale that something is answered on.
     *
     * @param string $step the step that asks
     * @param string $item what is asked
     * @return array none for what has no scale
     */
    private function scale(string $step, string $item): array {
        $scale = $this->items[$item]['scale'] ?? $this->setting($step, 'scale')
            ?? $this->setting($step, 'support_vote')['scale'] ?? null;
        return ((array) ($this->data['scales'] ?? []))[$scale ?? ''] ?? [];
    }

    /**
     * A setting of a step.
     *
     * @param string $step id of a step
     * @param string $name name of the setting
     * @return mixed null where it is left out
     */
    private function setting(string $step, string $name): mixed {
        return ((array) ($this->steps[$step]['settings'] ?? []))[$name] ?? null;
    }

    /**
     * A text in the language, or in the nearest that there is.
     *
     * @param string[] $texts by language
     * @return string
     */
    private function pick(array $texts): string {
        return language::pick($texts, $this->lang === '' ? null : $this->lang);
    }
}
