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

namespace mod_leerlandschap\local;

/**
 * A statement or question of an exercise: what can be answered.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class exercise_item {
    /** @var string statement, or the kind of the question: scale, choice, multichoice, number or text */
    public readonly string $kind;

    /**
     * An item.
     *
     * @param string $id its id
     * @param string $step id of its step
     * @param array $item what the format file says about it
     * @param array|null $scale its scale, null where it has none
     */
    public function __construct(
        /** @var string its id */
        public readonly string $id,
        /** @var string id of its step */
        public readonly string $step,
        /** @var array what the format file says about it */
        private readonly array $item,
        /** @var array|null its scale, null where it has none */
        private readonly ?array $scale,
    ) {
        $this->kind = $item['kind'] ?? 'statement';
    }

    /**
     * The points that can be chosen.
     *
     * @return int[] from the lowest; empty where it has no scale
     */
    public function values(): array {
        return $this->scale ? self::values_of($this->scale) : [];
    }

    /**
     * The points of a scale.
     *
     * @param array $scale a scale of a checked format file
     * @return int[] from the lowest
     */
    public static function values_of(array $scale): array {
        return isset($scale['range'])
            ? range($scale['range']['min'], $scale['range']['max'])
            : array_column($scale['points'], 'value');
    }

    /**
     * Whether one can choose to give no opinion.
     *
     * @return bool
     */
    public function offers_opt_out(): bool {
        return isset($this->scale['opt_out']);
    }

    /**
     * The options that can be chosen.
     *
     * @return bool[] by id, in their order: whether the option cannot be combined with others
     */
    public function options(): array {
        $single = $this->kind === 'choice';
        $exclusive = fn(array $option): bool => $single || !empty($option['exclusive']);
        return array_map($exclusive, array_column($this->item['options'] ?? [], null, 'id'));
    }

    /**
     * The lowest and the highest number that can be given.
     *
     * @return int[] two; null where it asks for no number
     */
    public function bounds(): ?array {
        $values = $this->values();
        return match (true) {
            $this->kind === 'number' => [$this->item['min'], $this->item['max']],
            $values !== [] => [$values[0], end($values)],
            default => null,
        };
    }

    /**
     * Most characters of a text.
     *
     * @return int 0 where it asks for no text
     */
    public function max_chars(): int {
        return $this->item['max_chars'] ?? 0;
    }
}
