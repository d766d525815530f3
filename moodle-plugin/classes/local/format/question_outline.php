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
 * What the questions of a step name, read before they are checked.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class question_outline {
    /** @var array[] kind, dimension and scale of every item by id; what is no string is null */
    private readonly array $items;

    /** @var array ids of dimensions, as keys */
    private readonly array $dimensions;

    /**
     * The outline of a step.
     *
     * @param mixed $step the step as written
     * @param outline $outline that of the file
     */
    public function __construct(
        mixed $step,
        /** @var outline that of the file */
        private readonly outline $outline,
    ) {
        $items = $dimensions = [];
        foreach (outline::entries($step->items ?? null) as $item) {
            [$id, $kind, $dimension, $scale] = array_map(
                fn(string $name): ?string => is_string($item->$name ?? null) ? $item->$name : null,
                ['id', 'kind', 'dimension', 'scale']
            );
            $items += $id === null ? [] : [$id => [$kind, $dimension, $scale]];
        }
        foreach (outline::entries($step->settings->dimensions ?? null) as $dimension) {
            $dimensions += is_string($dimension->id ?? null) ? [$dimension->id => true] : [];
        }
        [$this->items, $this->dimensions] = [$items, $dimensions];
    }

    /**
     * The items that there are.
     *
     * @param string[]|null $kinds only those of these kinds; null for all
     * @return array ids as keys
     */
    public function items(?array $kinds = null): array {
        $items = array_filter($this->items, fn(array $item): bool => $kinds === null || in_array($item[0], $kinds, true));
        return array_fill_keys(array_keys($items), true);
    }

    /**
     * The dimensions that there are.
     *
     * @return array ids as keys
     */
    public function dimensions(): array {
        return $this->dimensions;
    }

    /**
     * The dimensions with an item that has a scale.
     *
     * @return array ids as keys
     */
    public function measured_dimensions(): array {
        $measured = array_filter($this->items, fn(array $item): bool => $item[0] === 'scale' && $item[1] !== null);
        return array_intersect_key($this->dimensions, array_column($measured, null, 1));
    }

    /**
     * How many points the scales of some dimensions have.
     *
     * @param string[] $dimensions ids
     * @return int[] the different numbers, of scales that are sound
     */
    public function scale_lengths(array $dimensions): array {
        $lengths = [];
        foreach ($this->items as $id => [$kind, $dimension]) {
            $counts = $kind === 'scale' && in_array($dimension, $dimensions, true);
            $values = $counts ? $this->scale_values((string) $id) : null;
            $lengths += $values ? [count($values) => count($values)] : [];
        }
        return array_values($lengths);
    }

    /**
     * The values of an item's scale.
     *
     * @param mixed $item what names the item
     * @return int[]|null from the lowest; null where it has none, or none that is sound
     */
    public function scale_values(mixed $item): ?array {
        [$kind, , $scale] = is_string($item) ? $this->items[$item] ?? [null, null, null] : [null, null, null];
        return $kind === 'scale' ? $this->outline->scale_values($scale) : null;
    }
}
