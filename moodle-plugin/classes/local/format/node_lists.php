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
 * What a list in a format file may hold: references, choices, labelled things.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
trait node_lists {
    /**
     * A list of references, none twice.
     *
     * @param array $known ids that may be named, as keys
     * @param int $min fewest
     * @param int $max most
     * @return string[] those that name something
     */
    public function new_refs(array $known, int $min = 0, int $max = node::MOST_ENTRIES): array {
        $named = [];
        foreach ($this->elements($min, $max) as $element) {
            $id = $element->ref($known);
            if ($id !== null && isset($named[$id])) {
                $element->problem('duplicate_id');
            }
            $named += $id === null ? [] : [$id => $id];
        }
        return array_values($named);
    }

    /**
     * A list of choices, none twice.
     *
     * @param string[] $choices the strings
     * @return string[]|null those that are choices; null if this is no list
     */
    public function new_choices(array $choices): ?array {
        $chosen = [];
        foreach ($this->elements() as $element) {
            $choice = $element->choice($choices);
            if ($choice !== null && in_array($choice, $chosen, true)) {
                $element->problem('duplicate_id');
            }
            $chosen = [...$chosen, ...($choice === null ? [] : [$choice])];
        }
        return is_array($this->value) ? $chosen : null;
    }

    /**
     * A list of things with an id and a label.
     *
     * @param int $min fewest
     * @param int $max most
     * @param string[] $optional other members that they may have
     * @param string[] $ids the ids that there are; empty where any will do
     * @return node[][] the other members of each, by name
     */
    public function labelled(int $min, int $max, array $optional = [], array $ids = []): array {
        $used = [];
        $others = [];
        foreach ($this->elements($min, $max) as $element) {
            $members = $element->members(['id', 'label'], $optional) ?? [];
            if (isset($members['id'])) {
                $id = $members['id']->new_id($used);
                if ($ids && $id !== null) {
                    $members['id']->choice($ids);
                }
            }
            if (isset($members['label'])) {
                $members['label']->text();
            }
            $others[] = array_diff_key($members, ['id' => 1, 'label' => 1]);
        }
        return $others;
    }
}
