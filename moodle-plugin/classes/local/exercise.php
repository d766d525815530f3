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
        'confirm' => ['summary'],
        'plan' => ['goal'],
        'statements' => ['hands'],
        'questions' => ['hands'],
    ];

    /** Kinds of contribution that only those who lead make. */
    public const LED_KINDS = ['summary', 'hands'];

    /** Blocks with items that can be answered. */
    private const ANSWERED = ['statements', 'questions'];

    /** @var array[] steps by id, in the order of the file */
    private readonly array $steps;

    /** @var exercise_series what its meetings go through */
    public readonly exercise_series $series;

    /** @var exercise_item[]|null items by id, in the order of the file; null until asked for */
    private ?array $items = null;

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
        // One without steps stands for a format that is gone.
        $this->series = new exercise_series($data['series'] ?? ['kind' => 'single', 'order' => 'sequence', 'parts' => []]);
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
     * Whether the activity's choice of a scale has anything to be put to.
     *
     * @return bool
     */
    public function takes_scale(): bool {
        return in_array('statements', array_column($this->data['steps'], 'block'), true);
    }

    /**
     * The exercise as a format file, for the app.
     *
     * @param bool $hints whether the hints for a facilitator belong in it
     * @return array
     */
    public function export(bool $hints): array {
        $data = $this->data;
        // Decoded to arrays, an empty object looks like an empty list.
        foreach (['requires', 'scales'] as $member) {
            if (($data[$member] ?? null) === []) {
                $data[$member] = new \stdClass();
            }
        }
        foreach ($data['steps'] as &$step) {
            $step['settings'] = $step['settings'] ?: new \stdClass();
        }
        unset($step);
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
     * The run of a meeting of this number for which nobody has chosen one.
     *
     * @param int $number number of the meeting, from 1
     * @return string id of its first part
     */
    public function part_of_meeting(int $number): string {
        return $this->series->run_of_meeting($number);
    }

    /**
     * Ids of the steps of the run that a part belongs to, in their order.
     *
     * @param string $part id of the part
     * @return string[]
     */
    public function steps_of_part(string $part): array {
        return $this->series->steps($part);
    }

    /**
     * Ids of the steps of a run that everybody is to take part in.
     *
     * @param string $part id of a part of the run
     * @return string[]
     */
    public function required_steps(string $part): array {
        return array_values(array_filter(
            $this->steps_of_part($part),
            fn(string $id): bool => self::is_required($this->steps[$id])
        ));
    }

    /**
     * How many points taking part in a step gives.
     *
     * @param string $step id of a step
     * @return int 0 for one that is optional, or only to be read
     */
    public function points(string $step): int {
        return self::points_of($this->steps[$step]);
    }

    /**
     * How many points taking part in a step gives.
     *
     * @param array $step the step as a format file has it
     * @return int 0 for one that is optional, or only to be read
     */
    public static function points_of(array $step): int {
        return self::is_required($step) ? $step['points'] ?? 1 : 0;
    }

    /**
     * Whether everybody is to take part in a step.
     *
     * @param array $step the step as a format file has it
     * @return bool
     */
    public static function is_required(array $step): bool {
        return empty($step['optional']) && $step['block'] !== 'info';
    }

    /**
     * Whether participants can go through a step each on their own, before the group meets.
     *
     * @param string $step id of a step
     * @return bool
     */
    public function own_pace(string $step): bool {
        return ($this->steps[$step]['mode'] ?? 'together') === 'own_pace';
    }

    /**
     * Ids of the steps of a run that are open from the start of a meeting together: those at own pace before the
     * first other one.
     *
     * @param string $part id of a part of the run
     * @return string[]
     */
    public function steps_before_meeting(string $part): array {
        $before = [];
        foreach ($this->steps_of_part($part) as $step) {
            if (!$this->own_pace($step)) {
                break;
            }
            $before[] = $step;
        }
        return $before;
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
     * The title of a step.
     *
     * @param string $step id of a step
     * @return string[] by language
     */
    public function title(string $step): array {
        return $this->steps[$step]['title'];
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
        return array_values(array_unique(array_merge(...array_values(self::KINDS))));
    }

    /**
     * Whether there is such a step.
     *
     * @param string $step id of a step
     * @return bool
     */
    public function has_step(string $step): bool {
        return isset($this->steps[$step]);
    }

    /**
     * Ids of all steps, of whatever run, in exercise order.
     *
     * @return string[]
     */
    public function all_steps(): array {
        return array_map(strval(...), array_keys($this->steps));
    }

    /**
     * Ids of the steps of a block, of whatever run.
     *
     * @param string $block the block
     * @return string[]
     */
    public function steps_of_block(string $block): array {
        return array_values(array_filter($this->all_steps(), fn(string $step): bool => $this->block($step) === $block));
    }

    /**
     * The steps whose contributions a step shows: its own, and those of the same list or that it imports.
     *
     * What a step imports from may itself import, and then its notes are shown along.
     *
     * @param string $step id of a step
     * @return string[] its own first, the others in their order
     */
    public function shown_in(string $step): array {
        $list = $this->setting($step, 'list');
        $imported = $this->imported_in($step);
        $shown = array_filter($this->all_steps(), fn(string $other): bool => $other !== $step
            && (in_array($other, $imported, true)
            || ($list !== null && $this->block($other) === $this->block($step) && $this->setting($other, 'list') === $list)));
        return [$step, ...array_values($shown)];
    }

    /**
     * The step in whose order contributions of a kind stand.
     *
     * Their own, but principles of a list have one order, whichever of its steps they were made in.
     *
     * @param string $step id of a step
     * @param string $kind the kind
     * @return string id of a step
     */
    public function order_of(string $step, string $kind): string {
        if ($kind !== 'principle' || !$this->has_step($step)) {
            return $step;
        }
        $oflist = $this->shown_in($step);
        return array_values(array_intersect($this->all_steps(), $oflist))[0] ?? $step;
    }

    /**
     * The steps that a step imports from, directly or by way of another.
     *
     * Each names an earlier one, so once backwards through the exercise finds them all.
     *
     * @param string $step id of a step
     * @return string[]
     */
    private function imported_in(string $step): array {
        $from = $this->setting($step, 'import_from');
        $imported = [];
        foreach (array_reverse($this->all_steps()) as $other) {
            if ($other === $from) {
                $imported[] = $other;
                $from = $this->setting($other, 'import_from');
            }
        }
        return $imported;
    }

    /**
     * Ids of the items of a step that can be answered, in their order.
     *
     * @param string $step id of a step
     * @return string[]
     */
    public function items(string $step): array {
        $answered = in_array($this->block($step), self::ANSWERED, true);
        return $answered ? array_column($this->steps[$step]['items'], 'id') : [];
    }

    /**
     * What can be answered under an id.
     *
     * @param string $item id of the item
     * @return exercise_item|null null where there is no such item
     */
    public function item(string $item): ?exercise_item {
        return $this->all_items()[$item] ?? null;
    }

    /**
     * The step that holds an item, among those of a run.
     *
     * @param string $item id of the item
     * @param string $part id of a part of the run
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
     * @param string $step id of a step with one scale for all: statements, confirm, a vote on principles
     * @return int[]
     */
    public function values(string $step): array {
        return exercise_item::values_of($this->scale($step));
    }

    /**
     * Whether the scale of a step offers an opt-out.
     *
     * @param string $step id of a step with one scale for all: statements, confirm, a vote on principles
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
     * Everything that can be answered.
     *
     * @return exercise_item[] by id, in the order of the file
     */
    private function all_items(): array {
        if ($this->items === null) {
            $this->items = [];
            foreach ($this->steps as $step => $definition) {
                $items = in_array($definition['block'], self::ANSWERED, true) ? $definition['items'] : [];
                foreach ($items as $item) {
                    $scale = $item['scale'] ?? $definition['settings']['scale'] ?? null;
                    $scale = $scale === null ? null : $this->data['scales'][$scale];
                    $this->items[$item['id']] = new exercise_item($item['id'], (string) $step, $item, $scale);
                }
            }
        }
        return $this->items;
    }

    /**
     * The scale of a step.
     *
     * @param string $step id of a step with one scale for all
     * @return array
     */
    private function scale(string $step): array {
        $scale = $this->setting($step, 'scale') ?? $this->setting($step, 'support_vote')['scale'];
        return $this->data['scales'][$scale];
    }
}
