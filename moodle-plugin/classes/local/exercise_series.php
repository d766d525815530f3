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
 * The runs of an exercise: what one meeting goes through, named by its first part (docs/formats.md).
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class exercise_series {
    /** @var array[] runs by id of their first part: parts, repeat */
    private readonly array $runs;

    /** @var bool whether any run can be chosen for any meeting */
    private readonly bool $chosen;

    /**
     * The runs of a series.
     *
     * @param array $series the member of a checked format file
     */
    public function __construct(array $series) {
        $runs = [];
        $last = null;
        foreach ($series['parts'] as $part) {
            $own = !empty($part['new_meeting']) || !empty($part['repeat']) || $series['kind'] !== 'single';
            // What comes again at every meeting is not continued by the part after it.
            if ($last === null || $own || $runs[$last]['repeat']) {
                $last = $part['id'];
                $runs[$last] = ['parts' => [], 'repeat' => !empty($part['repeat'])];
            }
            $runs[$last]['parts'][] = $part;
        }
        $this->runs = $runs;
        $this->chosen = $series['order'] === 'choose_one';
    }

    /**
     * The runs, in their order.
     *
     * @return string[] ids of first parts
     */
    public function runs(): array {
        return array_map(strval(...), array_keys($this->runs));
    }

    /**
     * The run that holds a part.
     *
     * @param string $part id of a part
     * @return string|null id of the run's first part, null where there is no such part
     */
    public function run_of(string $part): ?string {
        foreach ($this->runs as $run => ['parts' => $parts]) {
            if (in_array($part, array_column($parts, 'id'), true)) {
                return (string) $run;
            }
        }
        return null;
    }

    /**
     * Ids of the steps of the run that holds a part, in their order, each once.
     *
     * @param string $part id of a part
     * @return string[] empty where there is no such part
     */
    public function steps(string $part): array {
        $parts = $this->runs[$this->run_of($part)]['parts'] ?? [];
        return array_values(array_unique(array_merge([], ...array_column($parts, 'steps'))));
    }

    /**
     * The runs that a first meeting can go through.
     *
     * @return string[] ids of first parts, the one to offer first
     */
    public function first_runs(): array {
        return $this->chosen ? $this->runs() : array_slice($this->runs(), 0, 1);
    }

    /**
     * The runs that the meeting after one can go through.
     *
     * @param string $part id of a part of the meeting before
     * @return string[] ids of first parts, the one to offer first
     */
    public function next_runs(string $part): array {
        $runs = $this->runs();
        $run = $this->run_of($part);
        $place = array_search($run, $runs, true);
        if ($this->chosen || $place === false) {
            return $this->chosen ? $runs : $this->first_runs();
        }
        if (isset($runs[$place + 1])) {
            return $this->runs[$run]['repeat'] ? [$run, $runs[$place + 1]] : [$runs[$place + 1]];
        }
        // After the last one a group can do it again, or begin anew.
        return array_values(array_unique([$run, $runs[0]]));
    }

    /**
     * The run of a meeting for which nobody has chosen one: they follow one another, the last one stays.
     *
     * @param int $number number of the meeting, from 1
     * @return string id of its first part
     */
    public function run_of_meeting(int $number): string {
        $runs = $this->runs();
        return $this->chosen ? $runs[0] : $runs[min($number, count($runs)) - 1];
    }
}
