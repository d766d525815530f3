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

namespace mod_leerlandschap\local\command;

use mod_leerlandschap\local\answers;
use mod_leerlandschap\local\refusal;
use mod_leerlandschap\local\unlinking;

/**
 * Opens, closes or reveals a round.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class set_round extends facilitator_command {
    /** What a phase can become. */
    private const TRANSITIONS = [
        'none' => ['open'],
        'open' => ['closed', 'revealed'],
        'closed' => ['open', 'revealed'],
        'revealed' => [],
    ];

    #[\Override]
    protected function apply(): bool {
        $step = $this->step();
        $exercise = $this->scene->meeting->exercise;
        if ($exercise->block($step) !== 'statements') {
            throw new refusal('wrong_block');
        }
        $round = $this->args['round'] ?? null;
        if (!is_int($round) || $round < 1 || $round > $exercise->setting($step, 'rounds', 1)) {
            throw new refusal('unknown_round');
        }
        $from = $this->args['from'] ?? null;
        // Round 1 asks everything, and what a round asks stays.
        $items = $round > 1 && $from === 'none' ? $this->chosen($step) : $exercise->items($step);
        $this->require_visited($step);
        $to = $this->args['to'] ?? null;
        $phase = $this->scene->rounds()->phase($step, $round);
        if ($from !== $phase || !in_array($to, self::TRANSITIONS[$phase], true)) {
            throw new refusal('wrong_state');
        }
        match (true) {
            $phase === 'none' => $this->open($step, $round, $items),
            $to === 'revealed' => $this->reveal($step, $round),
            default => $this->scene->rounds()->set_phase($this->scene->rounds()->get($step, $round), $to),
        };
        return true;
    }

    /**
     * The member `items`.
     *
     * @param string $step the step
     * @return string[] items of the step, in the order of the exercise
     * @throws refusal unknown_item
     */
    private function chosen(string $step): array {
        $all = $this->scene->meeting->exercise->items($step);
        $items = $this->args['items'] ?? [];
        foreach (is_array($items) ? $items : [null] as $item) {
            if (!in_array($item, $all, true)) {
                throw new refusal('unknown_item');
            }
        }
        return array_values(array_intersect($all, $items));
    }

    /**
     * Opens a round for the first time.
     *
     * @param string $step the step
     * @param int $round the round
     * @param string[] $items what it asks
     */
    private function open(string $step, int $round, array $items): void {
        if ($round > 1 && $this->scene->rounds()->phase($step, $round - 1) !== 'revealed') {
            throw new refusal('wrong_state');
        }
        if (!$items) {
            throw new refusal('bad_value');
        }
        $this->scene->rounds()->open($step, $round, $items);
    }

    /**
     * Reveals a round.
     *
     * @param string $step the step
     * @param int $round the round
     */
    private function reveal(string $step, int $round): void {
        $meeting = $this->scene->meeting;
        $row = $this->scene->rounds()->get($step, $round);
        $this->scene->rounds()->reveal($row, $this->scene->people()->present());
        if ($meeting->rules()->hidden()) {
            unlinking::shuffle_round($meeting, $row, (new answers($meeting))->item_ids($row->items));
        }
        $this->scene->note_event('result_revealed', ['step' => $step, 'round' => $round]);
    }
}
