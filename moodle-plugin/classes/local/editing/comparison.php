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
 * Two versions of an exercise side by side, and what of the first is used. Things are the same by their ids.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class comparison {
    /** @var array[] steps of the first version by id */
    private readonly array $before;
    /** @var array[] steps of the second version by id */
    private readonly array $after;
    /** @var int[] place of each step in the second version */
    private readonly array $places;

    /**
     * Compares.
     *
     * @param array $old the stored exercise: a format file without problems, decoded to arrays
     * @param array $new the exercise that is to be stored, the same way
     * @param used $used what of the stored one is used
     * @param bool $running whether somebody is in a meeting that is open
     */
    public function __construct(
        /** @var array the stored exercise */
        public readonly array $old,
        /** @var array the exercise that is to be stored */
        public readonly array $new,
        /** @var used what of the stored one is used */
        public readonly used $used,
        /** @var bool whether somebody is in a meeting that is open */
        public readonly bool $running,
    ) {
        $this->before = array_column($old['steps'], null, 'id');
        $this->after = array_column($new['steps'], null, 'id');
        $this->places = array_flip(array_column($new['steps'], 'id'));
    }

    /**
     * Steps that are in both versions and hold the same block.
     *
     * @return array[] by id: at (where it is now), before and after
     */
    public function kept_steps(): array {
        $kept = [];
        foreach ($this->before as $id => $step) {
            $now = $this->after[$id] ?? null;
            if ($now !== null && $now['block'] === $step['block']) {
                $kept[(string) $id] = ['at' => "/steps/{$this->places[$id]}", 'before' => $step, 'after' => $now];
            }
        }
        return $kept;
    }

    /**
     * Those of them that are used.
     *
     * @return array[] as kept_steps
     */
    public function kept_used_steps(): array {
        return array_filter($this->kept_steps(), fn($id): bool => $this->used->has_step((string) $id), ARRAY_FILTER_USE_KEY);
    }

    /**
     * Used items that are still in their step.
     *
     * @return array[] at (where it is now), before, after, and the step as kept_steps has it
     */
    public function kept_used_items(): array {
        $kept = [];
        foreach ($this->kept_used_steps() as $id => $step) {
            $before = array_column($step['before']['items'] ?? [], null, 'id');
            foreach ($step['after']['items'] ?? [] as $i => $item) {
                if (isset($before[$item['id']]) && in_array($item['id'], $this->used->ids('item', (string) $id), true)) {
                    $kept[] = [
                        'at' => "{$step['at']}/items/$i",
                        'before' => $before[$item['id']],
                        'after' => $item,
                        'step' => $step,
                    ];
                }
            }
        }
        return $kept;
    }

    /**
     * Scales that answers were given by: what they were, and what stands in their place now.
     *
     * @return array[] at (the reference), before and after (ids of scales)
     */
    public function answered_scales(): array {
        $scales = [];
        foreach ($this->kept_used_items() as $item) {
            if ($item['step']['before']['block'] === 'statements') {
                // Statements of a step share their scale.
                $scales["{$item['step']['at']}/settings/scale"] = self::scales_of($item['step']);
            } else if (($item['before']['kind'] ?? '') === 'scale' && $item['after']['kind'] === 'scale') {
                $scales["{$item['at']}/scale"] = [$item['before']['scale'], $item['after']['scale']];
            }
        }
        foreach ($this->kept_used_steps() as $id => $step) {
            if (!$this->used->rounds((string) $id)) {
                continue;
            }
            if ($step['before']['block'] === 'confirm') {
                $scales["{$step['at']}/settings/scale"] = self::scales_of($step);
            }
            if (isset($step['before']['settings']['support_vote'], $step['after']['settings']['support_vote'])) {
                $scales["{$step['at']}/settings/support_vote/scale"] = [
                    $step['before']['settings']['support_vote']['scale'],
                    $step['after']['settings']['support_vote']['scale'],
                ];
            }
        }
        $pairs = [];
        foreach ($scales as $at => [$before, $after]) {
            $pairs[] = ['at' => $at, 'before' => $before, 'after' => $after];
        }
        return $pairs;
    }

    /**
     * The scale of a step, before and after.
     *
     * @param array $step as kept_steps has it
     * @return string[] two ids
     */
    private static function scales_of(array $step): array {
        return [$step['before']['settings']['scale'], $step['after']['settings']['scale']];
    }
}
