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

namespace mod_leerlandschap\local\answer;

use mod_leerlandschap\local\refusal;
use mod_leerlandschap\local\rules;
use stdClass;

/**
 * An answer by options: one of them, or several.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class choice_form extends form {
    /**
     * Answers by options.
     *
     * @param bool[] $options whether an option cannot be combined with others, by id, in their order
     */
    public function __construct(
        /** @var bool[] whether an option cannot be combined with others, by id, in their order */
        private readonly array $options,
    ) {
    }

    #[\Override]
    public function check(stdClass $answer): void {
        self::refuse_others($answer, ['choices']);
        $choices = $answer->choices ?? [];
        if (!is_array($choices)) {
            throw new refusal('bad_value');
        }
        $seen = [];
        foreach ($choices as $id) {
            $alone = is_string($id) ? $this->options[$id] ?? null : null;
            if ($alone === null || isset($seen[$id]) || ($alone && count($choices) > 1)) {
                throw new refusal('bad_value');
            }
            $seen[$id] = true;
        }
        $answer->choices = array_values($choices);
    }

    #[\Override]
    public function counts(stdClass $answer): bool {
        return $answer->choices !== [];
    }

    #[\Override]
    protected function shown(array $answered, rules $rules): array {
        $counts = array_fill_keys(array_keys($this->options), 0);
        foreach ($answered as $answer) {
            foreach ($answer->choices as $id) {
                $counts[$id]++;
            }
        }
        return ['counts' => array_values($counts)];
    }
}
