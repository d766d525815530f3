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

namespace mod_leerlandschap\local\round;

use mod_leerlandschap\local\answer\form;
use mod_leerlandschap\local\exercise;
use mod_leerlandschap\local\meeting;
use mod_leerlandschap\local\rules;
use mod_leerlandschap\local\scene;
use stdClass;

/**
 * What a round of a step is about: what it asks, how one answers, who counts (docs/protocol.md, "Rounds").
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
abstract class purpose {
    /** Most rounds of support for principles. */
    private const SUPPORT_ROUNDS = 9;

    /**
     * Rounds of a step.
     *
     * @param exercise $exercise the exercise
     * @param string $step the step
     */
    final protected function __construct(
        /** @var exercise the exercise */
        protected readonly exercise $exercise,
        /** @var string the step */
        protected readonly string $step,
    ) {
    }

    /**
     * What a round is about.
     *
     * @param exercise $exercise the exercise
     * @param string $step a step with rounds
     * @param int $round the round, from 1
     * @return self
     */
    public static function of(exercise $exercise, string $step, int $round): self {
        $class = match ($exercise->block($step)) {
            'statements' => statements::class,
            'questions' => questions::class,
            'confirm' => confirm::class,
            'principles' => support::class,
            'notes' => $round === 1 && self::begins_with_writing($exercise, $step) ? writing::class : dots::class,
        };
        return new $class($exercise, $step);
    }

    /**
     * How many rounds a step can have.
     *
     * @param exercise $exercise the exercise
     * @param string $step the step
     * @return int 0 for none
     */
    public static function most_rounds(exercise $exercise, string $step): int {
        return match ($exercise->block($step)) {
            'statements' => $exercise->setting($step, 'rounds', 1),
            'questions' => 1,
            'confirm' => $exercise->setting($step, 'max_rounds', 1),
            'principles' => $exercise->setting($step, 'support_vote') === null ? 0 : self::SUPPORT_ROUNDS,
            'notes' => (int) self::begins_with_writing($exercise, $step) + (int) ($exercise->setting($step, 'dots', 0) > 0),
            default => 0,
        };
    }

    /**
     * Whether notes of a step are their author's alone until a reveal.
     *
     * @param exercise $exercise the exercise
     * @param string $step the step
     * @return bool
     */
    public static function begins_with_writing(exercise $exercise, string $step): bool {
        return $exercise->block($step) === 'notes'
            && $exercise->setting($step, 'visibility', 'shared') === 'hidden_until_reveal';
    }

    /**
     * Whether its first round opens when the group comes to the step.
     *
     * @return bool
     */
    public function opens_at_visit(): bool {
        return false;
    }

    /**
     * Whether an open round is to be revealed once everybody has answered.
     *
     * At their own pace nobody may be there to reveal it, so what can be answered in full reveals itself.
     *
     * @param rules $rules rules of the meeting
     * @return bool
     */
    public function reveals_itself(rules $rules): bool {
        return $rules->own_pace() || $this->exercise->setting($this->step, 'reveal', 'facilitator') === 'all_voted';
    }

    /**
     * Whether a later round asks what somebody chooses.
     *
     * @return bool
     */
    public function chooses(): bool {
        return true;
    }

    /**
     * Whether a round that asks nothing cannot be, because there is nothing in the meeting that it could ask.
     *
     * @return bool
     */
    public function asks_of_meeting(): bool {
        return false;
    }

    /**
     * Everything that it can ask now.
     *
     * @param scene $scene the meeting
     * @return string[] ids, in their order
     */
    abstract public function asked(scene $scene): array;

    /**
     * How one answers.
     *
     * @param string $subject what is asked
     * @return form|null null where nothing is answered
     */
    abstract public function form(string $subject): ?form;

    /**
     * How many count as having answered.
     *
     * @param meeting $meeting the meeting
     * @param stdClass $round the round, not revealed
     * @return int
     */
    abstract public function answered(meeting $meeting, stdClass $round): int;

    /**
     * Which of some users count as having answered. Asks the database once, however many they are.
     *
     * @param meeting $meeting an open meeting
     * @param stdClass $round the round, not revealed
     * @param int[] $userids the users
     * @return int[] of these, in their order; none in a hidden meeting without its secret
     */
    abstract public function who(meeting $meeting, stdClass $round, array $userids): array;

    /**
     * From how many answers on the one who leads is told who gave them.
     *
     * @param rules $rules rules of the meeting
     * @return int|null null for never
     */
    public function tells_who_from(rules $rules): ?int {
        return 0;
    }

    /**
     * Whether somebody has taken part in the step by what they answered.
     *
     * @param int $size how much the round asks
     * @param int $given how much of it they answered
     * @param int $sum the sum of their values
     * @return bool
     */
    abstract public function is_part(int $size, int $given, int $sum): bool;

    /**
     * What may be shown of results, where that does not follow from each alone.
     *
     * @param array[] $results the results
     * @param int $answered how many have answered
     * @param rules $rules rules of the meeting
     * @return array[]
     */
    public function shown(array $results, int $answered, rules $rules): array {
        return $results;
    }

    /**
     * The ids by which a step asks about what comes from the meeting.
     *
     * @param string[] $ids ids in the meeting
     * @return string[]
     */
    protected function subjects(array $ids): array {
        return array_map(fn(string $id): string => "$this->step:$id", $ids);
    }
}
