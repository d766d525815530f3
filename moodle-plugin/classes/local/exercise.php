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
 * A checked exercise, with the scale of the activity applied.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class exercise {
    /** Scales that an activity may put in the place of the format's own. */
    public const SCALES = ['agree3', 'agree5'];

    /** Kinds of contribution by block. */
    private const KINDS = [
        'notes' => ['note'],
        'actions' => ['action'],
        'principles' => ['scope', 'principle'],
    ];

    /** @var array[] steps by id, in the order of the file */
    private readonly array $steps;

    /**
     * An exercise.
     *
     * @param array $data a format file without problems, decoded to arrays
     */
    public function __construct(
        /** @var array the format file */
        private readonly array $data,
    ) {
        $this->steps = array_column($data['steps'], null, 'id');
    }

    /**
     * The same exercise with another scale for its statements.
     *
     * @param string $scale id of the scale, '' for the format's own
     * @return self
     */
    public function with_scale(string $scale): self {
        if ($scale === '' || !isset($this->data['scales'][$scale])) {
            return $this;
        }
        $data = $this->data;
        foreach ($data['steps'] as &$step) {
            if ($step['block'] === 'statements') {
                $step['settings']['scale'] = $scale;
            }
        }
        return new self($data);
    }

    /**
     * The exercise as a format file, for the app.
     *
     * @param bool $hints whether the hints for a facilitator belong in it
     * @return array
     */
    public function export(bool $hints): array {
        $data = $this->data;
        if (!$hints) {
            foreach ($data['steps'] as &$step) {
                unset($step['facilitator_hint']);
                foreach ($step['items'] ?? [] as $i => $item) {
                    unset($step['items'][$i]['facilitator_hint']);
                }
            }
        }
        return $data;
    }

    /**
     * The part that a meeting of this number runs: they follow one another, the last one stays.
     *
     * @param int $number number of the meeting, from 1
     * @return string id of the part
     */
    public function part_of_meeting(int $number): string {
        $parts = $this->data['series']['parts'];
        return $parts[min($number, count($parts)) - 1]['id'];
    }

    /**
     * Ids of the steps of a part, in their order.
     *
     * @param string $part id of the part
     * @return string[]
     */
    public function steps_of_part(string $part): array {
        return array_column($this->data['series']['parts'], 'steps', 'id')[$part] ?? [];
    }

    /**
     * Ids of the steps of a part that give a point.
     *
     * @param string $part id of the part
     * @return string[]
     */
    public function required_steps(string $part): array {
        return array_values(array_filter(
            $this->steps_of_part($part),
            fn(string $id): bool => empty($this->steps[$id]['optional'])
        ));
    }

    /**
     * The block of a step.
     *
     * @param string $step id of a step
     * @return string
     */
    public function block(string $step): string {
        return $this->steps[$step]['block'];
    }

    /**
     * A setting of a step.
     *
     * @param string $step id of a step
     * @param string $name name of the setting
     * @param mixed $default what holds where it is left out
     * @return mixed
     */
    public function setting(string $step, string $name, mixed $default = null): mixed {
        return $this->steps[$step]['settings'][$name] ?? $default;
    }

    /**
     * The longest time of a step, in seconds.
     *
     * @param string $step id of a step
     * @return int
     */
    public function seconds(string $step): int {
        return 60 * $this->steps[$step]['minutes']['max'];
    }

    /**
     * Kinds of contribution that a step holds.
     *
     * @param string $step id of a step
     * @return string[]
     */
    public function kinds(string $step): array {
        return self::KINDS[$this->block($step)] ?? [];
    }

    /**
     * Every kind of contribution.
     *
     * @return string[]
     */
    public static function all_kinds(): array {
        return array_merge(...array_values(self::KINDS));
    }

    /**
     * Ids of the items of a step, in their order.
     *
     * @param string $step id of a step
     * @return string[]
     */
    public function items(string $step): array {
        return array_column($this->steps[$step]['items'] ?? [], 'id');
    }

    /**
     * The step that holds an item, among those of a part.
     *
     * @param string $item id of the item
     * @param string $part id of the part
     * @return string|null null where there is no such item
     */
    public function step_of_item(string $item, string $part): ?string {
        foreach ($this->steps_of_part($part) as $step) {
            if (in_array($item, $this->items($step), true)) {
                return $step;
            }
        }
        return null;
    }

    /**
     * Values of the points of a step's scale, from the lowest.
     *
     * @param string $step id of a step with statements
     * @return int[]
     */
    public function values(string $step): array {
        return array_column($this->scale($step)['points'], 'value');
    }

    /**
     * Whether a step with statements offers an opt-out.
     *
     * @param string $step id of a step with statements
     * @return bool
     */
    public function offers_opt_out(string $step): bool {
        return isset($this->scale($step)['opt_out']);
    }

    /**
     * Whether an activity must keep answers hidden.
     *
     * @return bool
     */
    public function requires_hidden(): bool {
        return isset($this->data['requires']['visibility']);
    }

    /**
     * The least k that the format and its steps ask for.
     *
     * @return int 3 or more
     */
    public function min_answers(): int {
        $numbers = [3, $this->data['requires']['min_answers'] ?? 3];
        foreach ($this->steps as $step) {
            $numbers[] = $step['settings']['min_answers'] ?? 3;
        }
        return max($numbers);
    }

    /**
     * What can be answered, as the table of items keeps it.
     *
     * @return \stdClass[] by id of the item: step, itemkey, kind, scalemin, scalemax, optout, position
     */
    public function compiled_items(): array {
        $rows = [];
        foreach ($this->steps as $step => $definition) {
            foreach ($this->items($step) as $item) {
                $values = $this->values($step);
                $rows[$item] = (object) [
                    'step' => $step,
                    'itemkey' => $item,
                    'kind' => $definition['block'],
                    'scalemin' => $values[0],
                    'scalemax' => end($values),
                    'optout' => (int) $this->offers_opt_out($step),
                    'position' => count($rows),
                ];
            }
        }
        return $rows;
    }

    /**
     * The scale of a step.
     *
     * @param string $step id of a step with statements
     * @return array
     */
    private function scale(string $step): array {
        return $this->data['scales'][$this->setting($step, 'scale')];
    }
}
