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

use mod_leerlandschap\local\answer\dots_form;
use mod_leerlandschap\local\command\save;
use mod_leerlandschap\local\round\purpose;
use stdClass;

/**
 * Stores answers of a participant, all or none.
 *
 * Answers do not raise the revision, and only the first answer of a meeting or a day locks its row: hundreds can
 * answer at once. A reveal waits for those that are being stored.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class submission {
    /** Highest number that a client's counter may have. */
    private const LAST_SEQ = 2 ** 31 - 1;

    /**
     * A submission.
     *
     * @param meeting_store $store the meetings
     * @param scene $scene the meeting as the actor found it, open
     */
    public function __construct(
        /** @var meeting_store the meetings */
        private readonly meeting_store $store,
        /** @var scene the meeting as the actor found it, open */
        private readonly scene $scene,
    ) {
    }

    /**
     * Stores answers. To be called in a transaction.
     *
     * @param array[] $sent item, round, value, choices, text, reason and seq each, as they were sent
     * @throws refusal
     */
    public function run(array $sent): void {
        $this->check_actor();
        $answers = array_map([$this, 'with_known_ids'], $sent);
        $found = $this->scene->meeting;
        $this->store->note_use($found, true);
        $rounds = $this->hold($answers);
        $meeting = $this->store->reread($found);
        if ($meeting->is_closed()) {
            throw new refusal('meeting_closed');
        }
        foreach ($answers as $answer) {
            $this->check_state($meeting, $answer, $rounds["$answer->step/$answer->round"]);
            purpose::of($meeting->exercise, $answer->step, $answer->round)->form($answer->subject)->check($answer);
            self::check_seq($answer);
        }
        $stored = $this->put($meeting, $answers, $found->is_frozen(), $rounds);
        // Where answers are hidden nothing may name who gave them; that they are complete follows from them.
        if (!$meeting->rules()->hidden()) {
            $done = rounds::of_meeting($meeting)->completed($stored);
            foreach (array_intersect(array_unique($done), array_column($answers, 'step')) as $step) {
                $this->scene->mark_done($step);
            }
        }
    }

    /**
     * Checks that the actor takes part and is there.
     *
     * @throws refusal not_allowed, not_present
     */
    private function check_actor(): void {
        if (!$this->scene->actor->access->participate) {
            throw new refusal('not_allowed');
        }
        if (!$this->scene->actor_is_present()) {
            throw new refusal('not_present');
        }
    }

    /**
     * An answer to an item and a round that exist.
     *
     * @param array $sent as it was sent
     * @return stdClass step, subject, round, value, choices, text, reason, seq
     * @throws refusal unknown_item, unknown_round
     */
    private function with_known_ids(array $sent): stdClass {
        $meeting = $this->scene->meeting;
        $item = $sent['item'] ?? null;
        $step = is_string($item) ? $this->step_of($item) : null;
        if ($step === null) {
            throw new refusal('unknown_item');
        }
        $round = $sent['round'] ?? null;
        if (!is_int($round) || $round < 1 || $round > purpose::most_rounds($meeting->exercise, $step)) {
            throw new refusal('unknown_round');
        }
        return (object) [
            'step' => $step,
            'subject' => $item,
            'round' => $round,
            'value' => $sent['value'] ?? null,
            'choices' => $sent['choices'] ?? null,
            'text' => $sent['text'] ?? null,
            'reason' => $sent['reason'] ?? null,
            'seq' => $sent['seq'] ?? null,
        ];
    }

    /**
     * The step that asks something.
     *
     * @param string $item id of an item, or of what comes from the meeting
     * @return string|null null where no step of the meeting can ask it
     */
    private function step_of(string $item): ?string {
        $meeting = $this->scene->meeting;
        [$step, $id] = explode(':', $item, 2) + [1 => null];
        if ($id === null) {
            return $meeting->exercise->step_of_item($item, $meeting->part());
        }
        $known = in_array($step, $meeting->steps(), true) && match ($meeting->exercise->block($step)) {
            'confirm' => in_array($id, $meeting->exercise->setting($step, 'summary_of'), true),
            'notes', 'principles' => (bool) preg_match(save::UUID, $id),
            default => false,
        };
        return $known ? $step : null;
    }

    /**
     * The rounds that are answered, kept as they are until the transaction ends.
     *
     * @param stdClass[] $answers the answers
     * @return array rows of rounds or null, by step and round
     */
    private function hold(array $answers): array {
        $rounds = [];
        foreach ($answers as $answer) {
            $rounds["$answer->step/$answer->round"] ??= rounds::held(
                $this->scene->meeting,
                $answer->step,
                $answer->round,
                // Nobody places dots in two tabs at once: both would fit in alone.
                $this->scene->meeting->exercise->block($answer->step) === 'notes'
            );
        }
        return $rounds;
    }

    /**
     * Checks that a round takes an answer.
     *
     * @param meeting $meeting the meeting
     * @param stdClass $answer the answer
     * @param stdClass|null $round its round
     * @throws refusal step_not_reached, round_not_open, unknown_item
     */
    private function check_state(meeting $meeting, stdClass $answer, ?stdClass $round): void {
        if (!in_array($answer->step, $meeting->visited(), true)) {
            throw new refusal('step_not_reached');
        }
        if ($round?->phase !== 'open') {
            throw new refusal('round_not_open');
        }
        if (!in_array($answer->subject, $round->items, true)) {
            throw new refusal('unknown_item');
        }
    }

    /**
     * Checks the counter of an answer.
     *
     * @param stdClass $answer the answer
     * @throws refusal bad_value
     */
    private static function check_seq(stdClass $answer): void {
        if (!is_int($answer->seq) || $answer->seq < 1 || $answer->seq > self::LAST_SEQ) {
            throw new refusal('bad_value');
        }
    }

    /**
     * Stores the answers.
     *
     * @param meeting $meeting the meeting as it is now
     * @param stdClass[] $answers the answers
     * @param bool $frozen whether the meeting had answers when it was found
     * @param array $rounds rows of their rounds, by step and round
     * @return stdClass[] everything the actor has answered in these steps
     * @throws refusal dots_spent, round_not_open
     */
    private function put(meeting $meeting, array $answers, bool $frozen, array $rounds): array {
        $userid = $this->scene->actor->id();
        $keys = [];
        foreach (array_unique(array_column($answers, 'step')) as $step) {
            $keys[$step] = $frozen ? voter::key($meeting, $userid, $step) : voter::first_key($meeting, $userid, $step);
        }
        self::check_locks($meeting, $keys, $rounds);
        $table = new answers($meeting);
        $stored = [];
        foreach ($table->of_voter($keys) as $answer) {
            $stored["$answer->subject/$answer->round"] = $answer;
        }
        $later = array_filter(
            self::latest($answers),
            fn(stdClass $answer, string $place): bool => !isset($stored[$place]) || $stored[$place]->seq < $answer->seq,
            ARRAY_FILTER_USE_BOTH
        );
        $together = $later + $stored;
        self::check_dots($meeting->exercise, $later, $together);
        foreach ($later as $place => $answer) {
            $table->put($keys[$answer->step], $userid, $answer, $stored[$place] ?? null);
        }
        return array_values($together);
    }

    /**
     * Checks that nobody answers a round again that they answered before the meeting was restored.
     *
     * @param meeting $meeting the meeting
     * @param string[] $keys those of the voter, by step
     * @param array $rounds rows of the rounds
     * @throws refusal round_not_open
     */
    private static function check_locks(meeting $meeting, array $keys, array $rounds): void {
        foreach ($rounds as $round) {
            if ($round->restored !== null && locked::has($meeting, $round->step, (int) $round->round, $keys[$round->step])) {
                throw new refusal('round_not_open');
            }
        }
    }

    /**
     * Checks that nobody places more dots than they have.
     *
     * @param exercise $exercise the exercise
     * @param stdClass[] $new answers that are to be stored
     * @param stdClass[] $together these, with all that stay
     * @throws refusal dots_spent
     */
    private static function check_dots(exercise $exercise, array $new, array $together): void {
        foreach ($new as $answer) {
            $form = purpose::of($exercise, $answer->step, $answer->round)->form($answer->subject);
            $same = fn(stdClass $other): bool => $other->step === $answer->step && $other->round === $answer->round;
            if ($form instanceof dots_form && array_sum(array_column(array_filter($together, $same), 'value')) > $form->most) {
                throw new refusal('dots_spent');
            }
        }
    }

    /**
     * One answer to an item and round: the one that counts furthest.
     *
     * @param stdClass[] $answers the answers
     * @return stdClass[] by item and round, in the order of their places, so that two tabs never wait for each other
     */
    private static function latest(array $answers): array {
        $latest = [];
        foreach ($answers as $answer) {
            $place = "$answer->subject/$answer->round";
            if (!isset($latest[$place]) || $latest[$place]->seq < $answer->seq) {
                $latest[$place] = $answer;
            }
        }
        ksort($latest);
        return $latest;
    }
}
