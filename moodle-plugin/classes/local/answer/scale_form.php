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

use mod_leerlandschap\local\consensus;
use mod_leerlandschap\local\refusal;
use mod_leerlandschap\local\rules;
use mod_leerlandschap\local\text_check;
use stdClass;

/**
 * An answer on a scale: a point of it, or its opt-out, and perhaps a reason.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class scale_form extends form {
    /** Most code points of a reason. */
    private const REASON_LIMIT = 200;

    /**
     * Answers on a scale.
     *
     * @param int[] $values the points, from the lowest
     * @param bool $optout whether one can choose to give no opinion
     * @param bool $reason whether a reason can be given
     */
    public function __construct(
        /** @var int[] the points, from the lowest */
        private readonly array $values,
        /** @var bool whether one can choose to give no opinion */
        private readonly bool $optout,
        /** @var bool whether a reason can be given */
        private readonly bool $reason = false,
    ) {
    }

    #[\Override]
    public function check(stdClass $answer): void {
        if ($answer->value === null) {
            if (!$this->optout) {
                throw new refusal('opt_out_not_offered');
            }
        } else if (!in_array($answer->value, $this->values, true)) {
            throw new refusal('off_scale');
        }
        self::refuse_others($answer, ['value', 'reason']);
        $answer->reason = $this->checked_reason($answer);
    }

    #[\Override]
    public function has_voices(): bool {
        return true;
    }

    #[\Override]
    public function has_shift(): bool {
        return true;
    }

    #[\Override]
    public function answered(array $answers): array {
        // Whoever opts out has answered too.
        return $answers;
    }

    #[\Override]
    protected function shown(array $answered, rules $rules): array {
        $values = array_filter(array_column($answered, 'value'), 'is_int');
        $counts = array_fill_keys($this->values, 0);
        foreach ($values as $value) {
            $counts[$value]++;
        }
        $consensus = new consensus($counts);
        $reasons = self::reasons($answered);
        return [
            'counts' => array_values($counts),
            'opt_outs' => count($answered) - count($values),
            'agreement' => $consensus->percent(),
            'class' => $consensus->class(),
            'direction' => $consensus->direction(),
            'one_vote_decides' => $consensus->one_vote_decides(),
            'reasons' => count($reasons) >= $rules->minanswers ? $reasons : [],
        ];
    }

    /**
     * The reason as it is kept.
     *
     * @param stdClass $answer the answer
     * @return string
     * @throws refusal bad_value, bad_text, too_long
     */
    protected function checked_reason(stdClass $answer): string {
        $reason = self::line($answer->reason, self::REASON_LIMIT);
        return $reason === '' || $this->reason ? $reason : throw new refusal('bad_value');
    }

    /**
     * A text of one line that may be left out.
     *
     * @param mixed $raw what was sent
     * @param int $limit most code points
     * @return string
     * @throws refusal bad_value, bad_text, too_long
     */
    protected static function line(mixed $raw, int $limit): string {
        return is_string($raw ?? '') ? text_check::line($raw ?? '', $limit) : throw new refusal('bad_value');
    }

    /**
     * The reasons, in an order that tells nothing.
     *
     * @param stdClass[] $answers answers to an item
     * @return string[]
     */
    protected static function reasons(array $answers): array {
        $reasons = array_values(array_filter(array_column($answers, 'reason'), fn(string $text): bool => $text !== ''));
        sort($reasons, SORT_STRING);
        return $reasons;
    }
}
