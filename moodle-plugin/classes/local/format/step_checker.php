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

namespace mod_leerlandschap\local\format;

/**
 * Checks the steps of an exercise.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class step_checker {
    /** Members of every step. */
    private const REQUIRED = ['id', 'title', 'minutes', 'instruction', 'block', 'settings'];

    /** Members that a step may have. */
    private const OPTIONAL = ['number', 'mode', 'prompts', 'facilitator_hint', 'optional', 'points', 'phases'];

    /** Most steps of an exercise. */
    private const MOST_STEPS = 60;

    /** Most points of a step. */
    private const MOST_POINTS = 100;

    /** Most items of an exercise. */
    private const MOST_ITEMS = 600;

    /** @var array ids of steps so far, as keys */
    private array $used = [];

    /** @var array ids of items so far, as keys */
    private array $items = [];

    /** @var int how many items there are so far */
    private int $count = 0;

    /**
     * A checker for the steps of one file.
     *
     * @param outline $outline what the file names
     */
    private function __construct(
        /** @var outline what the file names */
        private readonly outline $outline,
    ) {
    }

    /**
     * Checks all steps.
     *
     * @param node $steps the list
     * @param outline $outline what the file names
     */
    public static function check(node $steps, outline $outline): void {
        $checker = new self($outline);
        foreach ($steps->elements(1, self::MOST_STEPS) as $i => $step) {
            $checker->step($step, $i);
        }
        if ($checker->count > self::MOST_ITEMS) {
            $steps->problem('too_many');
        }
    }

    /**
     * Checks a step.
     *
     * @param node $step the step
     * @param int $index its index
     */
    private function step(node $step, int $index): void {
        $class = block_checker::of($step->value->block ?? null);
        $required = self::REQUIRED;
        $optional = self::OPTIONAL;
        if (!$class) {
            // Nothing is known about what such a block holds.
            $required = array_diff($required, ['settings']);
            $optional = [...$optional, 'settings', 'items'];
        } else if ($class::HAS_ITEMS) {
            $required[] = 'items';
        }
        $block = $class ? new $class($this->outline, $index) : null;
        foreach ($step->members($required, $optional) ?? [] as $name => $member) {
            match ($name) {
                'id' => $member->new_id($this->used),
                'number' => $member->int(1, 99),
                'points' => $member->int(0, self::MOST_POINTS),
                'mode' => $member->choice(['together', 'own_pace']),
                'title', 'instruction', 'facilitator_hint' => $member->text(),
                'minutes' => $member->range(0, node::MOST_MINUTES),
                'prompts' => array_map(fn(node $prompt) => $prompt->text(), $member->elements()),
                'optional' => $member->bool(),
                'phases' => self::phases($member),
                'block' => $class || $member->string() === null || $member->problem('unknown_block'),
                'settings' => $block?->settings($member),
                'items' => $block && $this->items($block, $member),
            };
        }
    }

    /**
     * Checks the items of a step.
     *
     * @param block_checker $block checks them
     * @param node $items the list
     */
    private function items(block_checker $block, node $items): void {
        $this->count += is_array($items->value) ? count($items->value) : 0;
        $block->items($items, $this->items);
    }

    /**
     * Checks the phases of a step.
     *
     * @param node $phases the list
     */
    private static function phases(node $phases): void {
        $used = [];
        foreach ($phases->elements() as $phase) {
            foreach ($phase->members(['id', 'minutes'], ['optional']) ?? [] as $name => $member) {
                match ($name) {
                    'id' => $member->new_id($used),
                    'minutes' => $member->range(0, node::MOST_MINUTES),
                    'optional' => $member->bool(),
                };
            }
        }
    }
}
