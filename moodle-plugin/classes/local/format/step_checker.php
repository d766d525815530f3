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
    private const OPTIONAL = ['number', 'prompts', 'facilitator_hint', 'optional', 'phases'];

    /**
     * Checks all steps.
     *
     * @param node $steps the list
     * @param array $scales ids of scales, as keys
     */
    public static function check(node $steps, array $scales): void {
        $blocks = new block_checker($scales, self::action_lists($steps));
        $used = [];
        foreach ($steps->elements(1) as $step) {
            self::step($step, $used, $blocks);
        }
    }

    /**
     * Ids of steps as written, for references; whether they are sound is found elsewhere.
     *
     * @param mixed $steps the value of steps
     * @return array ids as keys, index of the step as values
     */
    public static function ids(mixed $steps): array {
        $ids = [];
        foreach (is_array($steps) ? $steps : [] as $i => $step) {
            if (is_string($step->id ?? null)) {
                $ids += [$step->id => $i];
            }
        }
        return $ids;
    }

    /**
     * Checks a step.
     *
     * @param node $step the step
     * @param array $used ids of steps so far, as keys
     * @param block_checker $blocks checks its block
     */
    private static function step(node $step, array &$used, block_checker $blocks): void {
        $block = $step->value->block ?? null;
        $known = is_string($block) && in_array($block, block_checker::BLOCKS, true);
        $required = self::REQUIRED;
        $optional = self::OPTIONAL;
        if ($block === 'statements') {
            $required[] = 'items';
        } else if (!$known) {
            // Nothing is known about what such a block holds.
            $required = array_diff($required, ['settings']);
            $optional = [...$optional, 'settings', 'items'];
        }
        $members = $step->members($required, $optional) ?? [];
        $id = null;
        foreach ($members as $name => $member) {
            match ($name) {
                'id' => $id = $member->new_id($used),
                'number' => $member->int(1, 99),
                'title', 'instruction', 'facilitator_hint' => $member->text(),
                'minutes' => $member->range(0, 1440),
                'prompts' => array_map(fn($prompt) => $prompt->text(), $member->elements()),
                'optional' => $member->bool(),
                'phases' => self::phases($member),
                'block' => $known || $member->string() === null || $member->problem('unknown_block'),
                'settings', 'items' => null,
            };
        }
        if ($known) {
            $blocks->check($block, $id, $members['settings'] ?? null, $members['items'] ?? null);
        }
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
                    'minutes' => $member->range(0, 1440),
                    'optional' => $member->bool(),
                };
            }
        }
    }

    /**
     * The lists of the steps with actions.
     *
     * @param node $steps the list of steps
     * @return array ids as keys
     */
    private static function action_lists(node $steps): array {
        $lists = [];
        foreach (is_array($steps->value) ? $steps->value : [] as $step) {
            $list = $step->settings->list ?? null;
            if (($step->block ?? null) === 'actions' && is_string($list)) {
                $lists[$list] = true;
            }
        }
        return $lists;
    }
}
