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
use mod_leerlandschap\local\text_check;
use stdClass;

/**
 * An answer by a text of one line.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class text_form extends form {
    /**
     * Answers by a text.
     *
     * @param int $limit most code points
     */
    public function __construct(
        /** @var int most code points */
        private readonly int $limit,
    ) {
    }

    #[\Override]
    public function check(stdClass $answer): void {
        self::refuse_others($answer, ['text']);
        $text = $answer->text ?? '';
        $answer->text = is_string($text) ? text_check::line($text, $this->limit) : throw new refusal('bad_value');
    }

    #[\Override]
    public function counts(stdClass $answer): bool {
        return $answer->text !== '';
    }

    #[\Override]
    protected function shown(array $answered, rules $rules): array {
        $texts = array_column($answered, 'text');
        sort($texts, SORT_STRING);
        return ['texts' => $texts];
    }
}
