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
 * Checks the block of a step: its settings and items. One class below for every kind.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
abstract class block_checker {
    /** Classes by block. */
    private const KINDS = [
        'info' => block\info::class,
        'statements' => block\statements::class,
        'questions' => block\questions::class,
        'notes' => block\notes::class,
        'actions' => block\actions::class,
        'principles' => block\principles::class,
        'confirm' => block\confirm::class,
        'plan' => block\plan::class,
    ];

    /** Who decides when a result is shown. */
    protected const REVEALS = ['facilitator', 'all_voted'];

    /** Lowest and highest k. */
    public const K = [3, 99];

    /** Whether its steps have items. */
    public const HAS_ITEMS = false;

    /**
     * A checker for the block of one step.
     *
     * @param outline $outline what the file names
     * @param int $index index of the step
     */
    final public function __construct(
        /** @var outline what the file names */
        protected readonly outline $outline,
        /** @var int index of the step */
        protected readonly int $index,
    ) {
    }

    /**
     * The class for a block.
     *
     * @param mixed $block what a file says it is
     * @return string|null its name, null where this version has no such block
     */
    public static function of(mixed $block): ?string {
        return is_string($block) ? self::KINDS[$block] ?? null : null;
    }

    /**
     * Checks the settings.
     *
     * @param node $settings the settings
     */
    abstract public function settings(node $settings): void;

    /**
     * Checks the items; asked only where HAS_ITEMS.
     *
     * @param node $items the list
     * @param array $used ids of items so far, as keys; those of this step are added
     */
    public function items(node $items, array &$used): void {
        throw new \coding_exception('A block without items.');
    }

    /**
     * Names a step that comes before this one.
     *
     * @param node $node the reference
     * @param string[] $blocks blocks that it may have
     */
    protected function earlier(node $node, array $blocks): void {
        $node->ref($this->outline->earlier($this->index, $blocks));
    }
}
