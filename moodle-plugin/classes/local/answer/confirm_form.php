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
 * What somebody says of a section of a summary: a point of the scale, and a comment for the group.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class confirm_form extends scale_form {
    /** Most code points of a comment. */
    private const COMMENT_LIMIT = 500;

    /**
     * Answers to a section.
     *
     * @param int[] $values the points, from the lowest
     * @param bool $optout whether one can choose to give no opinion
     * @param int[] $commented the points that need a comment
     */
    public function __construct(
        array $values,
        bool $optout,
        /** @var int[] the points that need a comment */
        private readonly array $commented,
    ) {
        parent::__construct($values, $optout, true);
    }

    #[\Override]
    public function result(string $item, array $answers, rules $rules): array {
        // People write them for the group, and are told so: they show however few they are.
        return ['reasons' => self::reasons($answers)] + parent::result($item, $answers, $rules);
    }

    #[\Override]
    protected function checked_reason(stdClass $answer): string {
        $comment = self::line($answer->reason, self::COMMENT_LIMIT);
        if ($comment === '' && in_array($answer->value, $this->commented, true)) {
            throw new refusal('required_field');
        }
        return $comment;
    }
}
