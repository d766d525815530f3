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
 * Dots that somebody places on a note.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class dots_form extends form {
    /**
     * Dots on notes.
     *
     * @param int $most how many each person has
     */
    public function __construct(
        /** @var int how many each person has */
        public readonly int $most,
    ) {
    }

    #[\Override]
    public function check(stdClass $answer): void {
        self::refuse_others($answer, ['value']);
        if (!is_int($answer->value)) {
            throw new refusal('bad_value');
        }
        if ($answer->value < 0) {
            throw new refusal('off_scale');
        }
        if ($answer->value > $this->most) {
            throw new refusal('dots_spent');
        }
    }

    #[\Override]
    public function counts(stdClass $answer): bool {
        return $answer->value > 0;
    }

    #[\Override]
    public function result(string $item, array $answers, rules $rules): array {
        // Whether enough people placed any is decided for the round, not for each note.
        return array_merge(self::suppressed($item, 0), ['suppressed' => false], $this->shown($answers, $rules));
    }

    #[\Override]
    protected function shown(array $answered, rules $rules): array {
        return ['counts' => [array_sum(array_column($answered, 'value'))]];
    }
}
