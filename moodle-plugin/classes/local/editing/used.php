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
 * What of an exercise carries answers or contributions, so that it cannot change freely any more.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class used {
    /**
     * What is used.
     *
     * @param array[] $entries kind, step and id each (docs/protocol.md, "Editing an exercise")
     */
    public function __construct(
        /** @var array[] kind, step and id each */
        private readonly array $entries,
    ) {
    }

    /**
     * Whether nobody has answered or contributed anything.
     *
     * @return bool
     */
    public function is_empty(): bool {
        return !$this->entries;
    }

    /**
     * The entries, each once, in an order that depends on them alone.
     *
     * @return array[]
     */
    public function export(): array {
        $entries = [];
        foreach ($this->entries as $entry) {
            $entries[implode("\0", [$entry['kind'], $entry['step'], $entry['id']])] = $entry;
        }
        ksort($entries, SORT_STRING);
        return array_values($entries);
    }

    /**
     * Ids of a kind.
     *
     * @param string $kind item, column, period, list, section or part
     * @param string $step id of the step, '' for parts
     * @return string[]
     */
    public function ids(string $kind, string $step = ''): array {
        $ids = [];
        foreach ($this->entries as $entry) {
            if ($entry['kind'] === $kind && $entry['step'] === $step) {
                $ids[] = $entry['id'];
            }
        }
        return $ids;
    }

    /**
     * Whether anything of a step is used.
     *
     * @param string $step id of the step
     * @return bool
     */
    public function has_step(string $step): bool {
        return in_array($step, array_column($this->entries, 'step'), true);
    }

    /**
     * The highest round that was opened in a step.
     *
     * @param string $step id of the step
     * @return int 0 for none
     */
    public function rounds(string $step): int {
        return max([0, ...array_map('intval', $this->ids('round', $step))]);
    }
}
