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
 * What an answer of one kind looks like, and what many of them come to (docs/protocol.md, "Rounds" and "Result").
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
abstract class form {
    /** Members of an answer, with what stands there where its kind does not use them. */
    protected const UNUSED = ['value' => null, 'choices' => [], 'text' => '', 'reason' => ''];

    /**
     * Checks what an answer says, and brings it into the form in which it is kept.
     *
     * @param stdClass $answer value, choices, text and reason as they were sent; changed in place
     * @throws refusal
     */
    abstract public function check(stdClass $answer): void;

    /**
     * Whether there is something in an answer that a result counts.
     *
     * @param stdClass $answer an answer as it is kept
     * @return bool
     */
    public function counts(stdClass $answer): bool {
        return $answer->value !== null;
    }

    /**
     * Who stands among those who answered.
     *
     * @param stdClass[] $answers answers as they are kept
     * @return stdClass[] of these
     */
    public function answered(array $answers): array {
        return array_values(array_filter($answers, [$this, 'counts']));
    }

    /**
     * The result of an item, without what looks beyond it.
     *
     * @param string $item the item
     * @param stdClass[] $answers everything that was answered to it
     * @param rules $rules rules of the meeting
     * @return array a Result
     */
    public function result(string $item, array $answers, rules $rules): array {
        $answered = $this->answered($answers);
        $result = self::suppressed($item, count($answered));
        if (count(array_filter($answered, [$this, 'counts'])) < $rules->minanswers) {
            return $result;
        }
        return array_merge($result, ['suppressed' => false], $this->shown($answered, $rules));
    }

    /**
     * What a result tells besides how many answered.
     *
     * @param stdClass[] $answered the answers
     * @param rules $rules rules of the meeting
     * @return array members of a Result
     */
    abstract protected function shown(array $answered, rules $rules): array;

    /**
     * Whether a named meeting shows who gave which answer.
     *
     * @return bool
     */
    public function has_voices(): bool {
        return false;
    }

    /**
     * Whether how the group moved between two rounds can be told.
     *
     * @return bool
     */
    public function has_shift(): bool {
        return false;
    }

    /**
     * A result of which nothing is told.
     *
     * @param string $item the item
     * @param int $answered how many answered
     * @return array a Result
     */
    public static function suppressed(string $item, int $answered): array {
        return [
            'item' => $item,
            'suppressed' => true,
            'answered' => $answered,
            'counts' => [],
            'opt_outs' => 0,
            'agreement' => null,
            'class' => 'empty',
            'direction' => 'none',
            'one_vote_decides' => false,
            'reasons' => [],
            'shift' => null,
            'voices' => [],
        ];
    }

    /**
     * Refuses what the kind of answer does not use.
     *
     * @param stdClass $answer the answer
     * @param string[] $used members that it uses
     * @throws refusal bad_value
     */
    protected static function refuse_others(stdClass $answer, array $used): void {
        foreach (array_diff_key(self::UNUSED, array_flip($used)) as $member => $unused) {
            if ($answer->$member !== null && $answer->$member !== $unused) {
                throw new refusal('bad_value');
            }
            $answer->$member = $unused;
        }
    }
}
