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
 * What a format file names, read before it is checked: so that a reference is judged by what the file says,
 * whether what it names is sound or not.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class outline {
    /** @var array<string, int[]|null> values of every scale from the lowest, by id; null where they are not sound */
    private readonly array $scales;

    /** @var array<string, true> ids of the scales */
    public readonly array $scaleids;

    /** @var array<string, int> ids of steps with the index of the first that has it */
    public readonly array $steps;

    /** @var array<string, true> ids of parts */
    public readonly array $parts;

    /** @var array<string, true> lists of the steps with actions */
    public readonly array $actionlists;

    /** @var array[] every step: its id and block, null where it has none, and all of it */
    private readonly array $written;

    /**
     * The outline of a file.
     *
     * @param mixed $file the decoded file, objects as stdClass
     */
    public function __construct(mixed $file) {
        $scales = $file->scales ?? null;
        $this->scales = array_map(scale_checker::values(...), $scales instanceof \stdClass ? get_object_vars($scales) : []);
        $this->scaleids = array_fill_keys(array_keys($this->scales), true);
        $steps = $lists = $written = [];
        foreach (self::entries($file->steps ?? null) as $i => $step) {
            [$id, $block, $list] = [$step->id ?? null, $step->block ?? null, $step->settings->list ?? null];
            $written[] = [is_string($id) ? $id : null, is_string($block) ? $block : null, $step];
            $steps += is_string($id) ? [$id => $i] : [];
            $lists += $block === 'actions' && is_string($list) ? [$list => true] : [];
        }
        [$this->steps, $this->written, $this->actionlists] = [$steps, $written, $lists];
        $parts = [];
        foreach (self::entries($file->series->parts ?? null) as $part) {
            $parts += is_string($part->id ?? null) ? [$part->id => true] : [];
        }
        $this->parts = $parts;
    }

    /**
     * The steps before another that have one of some blocks.
     *
     * @param int $index index of the other step
     * @param string[] $blocks the blocks
     * @return array ids as keys
     */
    public function earlier(int $index, array $blocks): array {
        $ids = [];
        foreach (array_slice($this->written, 0, $index) as [$id, $block]) {
            $ids += $id !== null && in_array($block, $blocks, true) ? [$id => true] : [];
        }
        return $ids;
    }

    /**
     * The values of a scale, as the file has them.
     *
     * @param mixed $scale what names it
     * @return int[]|null from the lowest; null where there is no such scale, or it is not sound
     */
    public function scale_values(mixed $scale): ?array {
        return is_string($scale) ? $this->scales[$scale] ?? null : null;
    }

    /**
     * What the questions of a step name.
     *
     * @param int $index index of the step
     * @return question_outline
     */
    public function questions(int $index): question_outline {
        return new question_outline($this->written[$index][2], $this);
    }

    /**
     * A list, if it is one.
     *
     * @param mixed $value the value
     * @return array empty if it is none
     */
    public static function entries(mixed $value): array {
        return is_array($value) ? $value : [];
    }
}
