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

namespace mod_leerlandschap\local\report\export;

use mod_leerlandschap\local\refusal;
use mod_leerlandschap\local\report\person_columns;
use mod_leerlandschap\local\round\purpose;

/**
 * What each answered, where answers bear names: a row for each person and number of a round, a column for each item.
 *
 * They are read from what the reveals have shown to everybody, so that nothing stands here that is not in the room:
 * no answer of a result under k or that was not revealed, no text or choice, which bear no name there, no reason. What
 * every meeting asks anew, as support for its own principles, has no column; the results have it.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class answers extends dataset {
    /** @var string[]|null the items that have a column, and the step that asks each; null until asked for */
    private ?array $items = null;

    #[\Override]
    protected function check(): void {
        $named = !$this->reader->rules->hidden();
        foreach ($named ? [] : $this->reader->meetings($this->number) as $meeting) {
            $named = $named || !$meeting->rules()->hidden();
        }
        if (!$named) {
            throw new refusal('not_allowed');
        }
    }

    #[\Override]
    public function columns(): array {
        return self::headings('group', 'meeting', 'part', 'round')
            + (new person_columns($this->reader->cm->context))->headings()
            + $this->item_headings();
    }

    #[\Override]
    public function rows(): \Generator {
        $columns = new person_columns($this->reader->cm->context);
        foreach ($this->reports($this->number) as $report) {
            $meeting = $report->meeting;
            $voices = $meeting->rules()->hidden() ? [] : $report->voices();
            $people = $columns->of(array_keys($voices));
            foreach ($people as $person => $row) {
                foreach ($voices[$person] as $round => $values) {
                    yield $this->whereabouts($meeting) + ['round' => $round] + $row + $this->said($values);
                }
            }
        }
    }

    /**
     * The columns of the items.
     *
     * @return string[] what is asked, by item
     */
    private function item_headings(): array {
        $items = array_keys($this->items());
        return array_combine($items, array_map(
            fn(string $item): string => $this->labels->item($item, []) ?: $item,
            $items
        ));
    }

    /**
     * The answers of somebody in a round.
     *
     * @param array $values values by item, null for an opt-out
     * @return array by item
     */
    private function said(array $values): array {
        $said = [];
        foreach (array_intersect_key($values, $this->items()) as $item => $value) {
            $said[$item] = $value ?? ($this->labels->opt_out($this->items()[$item], $item) ?: self::word('export:', 'opt_out'));
        }
        return $said;
    }

    /**
     * The items with a column: those of the exercise that can be told with names, and those it had.
     *
     * @return string[] steps by item
     */
    private function items(): array {
        if ($this->items !== null) {
            return $this->items;
        }
        $exercise = $this->reader->exercise;
        $this->items = [];
        foreach ($exercise->all_steps() as $step) {
            foreach ($exercise->items($step) as $item) {
                if (purpose::of($exercise, $step, 1)->form($item)?->has_voices()) {
                    $this->items[$item] = $step;
                }
            }
        }
        $where = "t.phase = 'revealed' AND m.visibility = 'named' ORDER BY t.id";
        $rounds = $this->reader->rows('round', 't.id, t.step, t.items', $where);
        foreach ($rounds as $round) {
            foreach ($exercise->has_step($round->step) ? json_decode($round->items) : [] as $item) {
                // What comes from the meeting is called after the step that asks.
                if (!str_contains($item, ':') && !$exercise->item($item)) {
                    $this->items[$item] = $round->step;
                }
            }
        }
        $rounds->close();
        return $this->items;
    }
}
