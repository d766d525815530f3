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

namespace mod_leerlandschap\local\editing;

/**
 * What a scale offers to those who answer by it.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class offered_scale {
    /**
     * A scale.
     *
     * @param int[] $values the points, from the lowest
     * @param array[] $labels texts by value, of the points that have one
     * @param array|null $optout text of the opt-out, null where there is none
     */
    private function __construct(
        /** @var int[] the points, from the lowest */
        private readonly array $values,
        /** @var array[] texts by value */
        private readonly array $labels,
        /** @var array|null text of the opt-out */
        private readonly ?array $optout,
    ) {
    }

    /**
     * A scale of an exercise.
     *
     * @param array $exercise a format file without problems, decoded to arrays
     * @param string $id id of the scale
     * @return self
     */
    public static function of(array $exercise, string $id): self {
        $scale = $exercise['scales'][$id];
        $points = $scale['points'] ?? $scale['anchors'] ?? [];
        return new self(
            isset($scale['range'])
                ? range($scale['range']['min'], $scale['range']['max'])
                : array_column($points, 'value'),
            array_column($points, 'label', 'value'),
            $scale['opt_out']['label'] ?? null,
        );
    }

    /**
     * Whether everything that was answered by this scale can be read by another one.
     *
     * @param self $other the other one
     * @return bool
     */
    public function fits(self $other): bool {
        return $this->values === $other->values && ($this->optout === null || $other->optout !== null);
    }

    /**
     * Whether another scale says something else.
     *
     * @param self $other the other one
     * @return bool
     */
    public function reads_differently(self $other): bool {
        foreach ($this->labels as $value => $label) {
            if (wording::differs($label, $other->labels[$value] ?? [])) {
                return true;
            }
        }
        // A label where there was none says more about the answers that were given without it.
        return array_diff_key($other->labels, $this->labels) !== []
            || ($this->optout !== null && wording::differs($this->optout, $other->optout ?? []));
    }
}
