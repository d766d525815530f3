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
 * An answer by a whole number within bounds.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class number_form extends form {
    /**
     * Answers by a number.
     *
     * @param int $lowest the lowest number
     * @param int $highest the highest number
     */
    public function __construct(
        /** @var int the lowest number */
        private readonly int $lowest,
        /** @var int the highest number */
        private readonly int $highest,
    ) {
    }

    #[\Override]
    public function check(stdClass $answer): void {
        self::refuse_others($answer, ['value']);
        if ($answer->value === null) {
            return;
        }
        if (!is_int($answer->value)) {
            throw new refusal('bad_value');
        }
        if ($answer->value < $this->lowest || $answer->value > $this->highest) {
            throw new refusal('off_scale');
        }
    }

    #[\Override]
    public function has_voices(): bool {
        return true;
    }

    #[\Override]
    protected function shown(array $answered, rules $rules): array {
        $people = array_count_values(array_column($answered, 'value'));
        ksort($people);
        return ['values' => array_map(fn(int $value): array => [$value, $people[$value]], array_keys($people))];
    }
}
