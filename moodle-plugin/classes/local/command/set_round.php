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

use mod_leerlandschap\local\refusal;
use mod_leerlandschap\local\revealing;
use mod_leerlandschap\local\round\purpose;

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
        $most = purpose::most_rounds($exercise, $step);
        if (!$most) {
            throw new refusal('wrong_block');
        }
        $round = $this->args['round'] ?? null;
        if (!is_int($round) || $round < 1 || $round > $most) {
            throw new refusal('unknown_round');
        }
        $purpose = purpose::of($exercise, $step, $round);
        $from = $this->args['from'] ?? null;
        $to = $this->args['to'] ?? null;
        $asked = $from === 'none' && $to === 'open' ? $purpose->asked($this->scene) : [];
        $chosen = $round > 1 && $asked && $purpose->chooses() ? $this->chosen($asked) : null;
        $this->require_visited($step);
        $rounds = $this->scene->rounds();
        $phase = $rounds->phase($step, $round);
        if ($from !== $phase || !in_array($to, self::TRANSITIONS[$phase], true)) {
            throw new refusal('wrong_state');
        }
        match (true) {
            $phase === 'none' => $this->open($purpose, $step, $round, $asked, $chosen),
            $to === 'revealed' => revealing::reveal($this->scene, $rounds->get($step, $round)),
            default => $rounds->set_phase($rounds->get($step, $round), $to),
        };
        if ($to !== 'revealed') {
            $event = $to === 'open' ? 'round_opened' : 'round_closed';
            $this->scene->note_event($event, ['step' => $step, 'round' => $round], "$step/$round");
        }
        return true;
    }

    /**
     * The member `items`.
     *
     * @param string[] $asked everything that can be asked
     * @return string[] some of it, in its order
     * @throws refusal unknown_item
     */
    private function chosen(array $asked): array {
        $items = $this->args['items'] ?? [];
        foreach (is_array($items) ? $items : [null] as $item) {
            if (!in_array($item, $asked, true)) {
                throw new refusal('unknown_item');
            }
        }
        return array_values(array_intersect($asked, $items));
    }

    /**
     * Opens a round for the first time.
     *
     * @param purpose $purpose what it is about
     * @param string $step the step
     * @param int $round the round
     * @param string[] $asked everything that it can ask
     * @param string[]|null $chosen what it shall ask, null for everything
     */
    private function open(purpose $purpose, string $step, int $round, array $asked, ?array $chosen): void {
        if ($round > 1 && $this->scene->rounds()->phase($step, $round - 1) !== 'revealed') {
            throw new refusal('wrong_state');
        }
        if ($purpose->asks_of_meeting()) {
            // Nobody need choose among what the group has made; but there must be some.
            $chosen = $chosen ?: $asked;
            if (!$chosen) {
                throw new refusal('wrong_state');
            }
        }
        $items = $chosen ?? $asked;
        if ($round > 1 && !$items) {
            throw new refusal('bad_value');
        }
        $this->scene->rounds()->open($step, $round, $items);
    }
}
