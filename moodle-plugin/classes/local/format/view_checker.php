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
 * Checks how the results of questions are shown.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class view_checker {
    /** Members of a relation, besides its kind and min_per_side. */
    private const RELATION = ['x', 'y', 'level', 'split_x_at', 'statistic', 'fallback', 'caveat'];

    /**
     * A checker for the views of one step.
     *
     * @param question_outline $questions what its questions name
     */
    public function __construct(
        /** @var question_outline what its questions name */
        private readonly question_outline $questions,
    ) {
    }

    /**
     * Checks a view.
     *
     * @param node $view the view
     */
    public function check(node $view): void {
        match ($view->value->kind ?? null) {
            'distribution' => $this->distribution($view),
            'profile' => $this->profile($view),
            'relation' => $this->relation($view),
            default => self::unknown($view),
        };
    }

    /**
     * Checks a view of a kind that this version does not have: only that is said.
     *
     * @param node $view the view
     */
    private static function unknown(node $view): void {
        $members = $view->members(['kind'], $view->names()) ?? [];
        if (isset($members['kind'])) {
            $members['kind']->choice([]);
        }
    }

    /**
     * Checks which items show how their answers spread.
     *
     * @param node $view the view
     */
    private function distribution(node $view): void {
        $members = $view->members(['kind', 'items']) ?? [];
        if (isset($members['items'])) {
            $members['items']->new_refs($this->questions->items(), 1, 100);
        }
    }

    /**
     * Checks a profile: means can be put side by side where scales are equally long.
     *
     * @param node $view the view
     */
    private function profile(node $view): void {
        $members = $view->members(['kind', 'dimensions']) ?? [];
        if (!isset($members['dimensions'])) {
            return;
        }
        $named = $members['dimensions']->new_refs($this->questions->measured_dimensions(), 1, 12);
        if (count($this->questions->scale_lengths($named)) > 1) {
            $view->problem('mixed_scales');
        }
    }

    /**
     * Checks a relation of two items.
     *
     * @param node $view the view
     */
    private function relation(node $view): void {
        $x = $view->value->x ?? null;
        $values = $this->questions->scale_values($x);
        foreach ($view->members(['kind', ...self::RELATION], ['min_per_side']) ?? [] as $name => $member) {
            match ($name) {
                'kind' => null,
                'x' => $member->ref($this->questions->items(['scale'])),
                'y' => $this->other_item($member, $x),
                'level' => $member->choice(['group']),
                // At the lowest point everybody would be on one side.
                'split_x_at' => $values ? $member->int($values[1], end($values)) : $member->int(PHP_INT_MIN, PHP_INT_MAX),
                'statistic' => $member->choice(['median']),
                'fallback' => $member->choice(['distribution']),
                'caveat' => $member->text(),
                'min_per_side' => $member->int(...block_checker::K),
            };
        }
    }

    /**
     * Checks the item whose median is shown.
     *
     * @param node $node the reference
     * @param mixed $x the other item
     */
    private function other_item(node $node, mixed $x): void {
        $y = $node->ref($this->questions->items(['number', 'scale']));
        if ($y !== null && $y === $x) {
            $node->problem('duplicate_id');
        }
    }
}
