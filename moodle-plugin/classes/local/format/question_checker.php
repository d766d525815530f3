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
 * Checks a question.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class question_checker {
    /** Members by kind, besides those of every question. */
    private const KINDS = [
        'scale' => ['scale'],
        'choice' => ['options'],
        'multichoice' => ['options'],
        'number' => ['min', 'max'],
        'text' => ['max_chars'],
    ];

    /** Neither bound of a number lies further from 0. */
    private const FARTHEST = 1_000_000;

    /** Most characters of a text that can be allowed. */
    private const MOST_CHARS = 1000;

    /**
     * A checker for the questions of one step.
     *
     * @param outline $outline what the file names
     * @param array $dimensions ids of the step's dimensions, as keys
     */
    public function __construct(
        /** @var outline what the file names */
        private readonly outline $outline,
        /** @var array ids of the step's dimensions, as keys */
        private readonly array $dimensions,
    ) {
    }

    /**
     * Checks a question.
     *
     * @param node $item the question
     * @param array $used ids of items so far, as keys; its own is added
     */
    public function check(node $item, array &$used): void {
        $kind = $item->value->kind ?? null;
        $known = is_string($kind) && isset(self::KINDS[$kind]);
        $optional = $kind === 'scale' ? ['dimension', 'direction'] : ['dimension'];
        if (!$known) {
            // Nothing is known about what such a question has.
            $optional = [...$optional, ...$item->names()];
        }
        $members = $item->members(['id', 'kind', 'text', ...($known ? self::KINDS[$kind] : [])], $optional) ?? [];
        foreach ($members as $name => $member) {
            match (true) {
                $name === 'id' => $member->new_id($used),
                $name === 'kind' => $member->choice(array_keys(self::KINDS)),
                $name === 'text' => $member->text(),
                $name === 'dimension' => $member->ref($this->dimensions),
                !$known => null,
                $name === 'direction' => $member->choice(['reversed']),
                $name === 'scale' => $member->ref($this->outline->scaleids),
                $name === 'options' => self::options($member, $kind),
                $name === 'max_chars' => $member->int(1, self::MOST_CHARS),
                // Both bounds are looked at together.
                default => null,
            };
        }
        if ($kind === 'number') {
            $item->bounds($members, -self::FARTHEST, self::FARTHEST);
        }
    }

    /**
     * Checks what can be chosen.
     *
     * @param node $node the list
     * @param string $kind choice or multichoice
     */
    private static function options(node $node, string $kind): void {
        foreach ($node->labelled(2, 20, $kind === 'multichoice' ? ['exclusive'] : []) as $members) {
            array_map(fn(node $exclusive) => $exclusive->bool(), $members);
        }
    }
}
