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

use stdClass;

/**
 * Stores answers of a participant, all or none.
 *
 * Answers do not raise the revision, and only the first answer of a meeting locks its row: hundreds can
 * answer at once. A reveal waits for those that are being stored.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class submission {
    /** Highest number that a client's counter may have. */
    private const LAST_SEQ = 2 ** 31 - 1;

    /** Most code points of a reason. */
    private const REASON_LIMIT = 200;

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
     * @param array[] $sent item, round, value, reason and seq each, as they were sent
     * @throws refusal
     */
    public function run(array $sent): void {
        $this->check_actor();
        $answers = array_map([$this, 'with_known_ids'], $sent);
        $found = $this->scene->meeting;
        $this->store->freeze($found);
        $rounds = $this->hold($answers);
        $meeting = $this->store->reread($found);
        if ($meeting->is_closed()) {
            throw new refusal('meeting_closed');
        }
        foreach ($answers as $answer) {
            $this->check_state($meeting, $answer, $rounds["$answer->step/$answer->round"]);
            $this->check_value($meeting->exercise, $answer);
        }
        $stored = $this->put($meeting, $answers, $found->is_frozen());
        $this->mark_done($rounds, $stored);
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
     * @return stdClass step, item, round, value, reason, seq
     * @throws refusal unknown_item, unknown_round
     */
    private function with_known_ids(array $sent): stdClass {
        $meeting = $this->scene->meeting;
        $item = $sent['item'] ?? null;
        $step = is_string($item) ? $meeting->exercise->step_of_item($item, $meeting->part()) : null;
        if ($step === null) {
            throw new refusal('unknown_item');
        }
        $round = $sent['round'] ?? null;
        if (!is_int($round) || $round < 1 || $round > $meeting->exercise->setting($step, 'rounds', 1)) {
            throw new refusal('unknown_round');
        }
        return (object) [
            'step' => $step,
            'item' => $item,
            'round' => $round,
            'value' => $sent['value'] ?? null,
            'reason' => $sent['reason'] ?? '',
            'seq' => $sent['seq'] ?? null,
        ];
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
            $rounds["$answer->step/$answer->round"] ??= rounds::held($this->scene->meeting, $answer->step, $answer->round);
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
        if (!in_array($answer->item, $round->items, true)) {
            throw new refusal('unknown_item');
        }
    }

    /**
     * Checks what an answer says, and brings its reason into the form in which it is kept.
     *
     * @param exercise $exercise the exercise
     * @param stdClass $answer the answer
     * @throws refusal opt_out_not_offered, off_scale, bad_value, bad_text, too_long
     */
    private function check_value(exercise $exercise, stdClass $answer): void {
        if ($answer->value === null) {
            if (!$exercise->offers_opt_out($answer->step)) {
                throw new refusal('opt_out_not_offered');
            }
        } else if (!in_array($answer->value, $exercise->values($answer->step), true)) {
            throw new refusal('off_scale');
        }
        if (!is_string($answer->reason)) {
            throw new refusal('bad_value');
        }
        $answer->reason = text_check::line($answer->reason, self::REASON_LIMIT);
        if ($answer->reason !== '' && $exercise->setting($answer->step, 'reason', 'none') !== 'optional') {
            throw new refusal('bad_value');
        }
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
     * @return array everything the actor has answered, by item and round
     */
    private function put(meeting $meeting, array $answers, bool $frozen): array {
        $userid = $this->scene->actor->id();
        $key = $frozen ? voter::key($meeting, $userid) : voter::first_key($meeting, $userid);
        $table = new answers($meeting);
        $stored = [];
        foreach ($table->of_voter($key) as $answer) {
            $stored["$answer->item/$answer->round"] = $answer;
        }
        foreach (self::latest($answers) as $place => $answer) {
            $table->put($key, $userid, $answer, $stored[$place] ?? null);
        }
        return $stored + self::latest($answers);
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
            $place = "$answer->item/$answer->round";
            if (!isset($latest[$place]) || $latest[$place]->seq < $answer->seq) {
                $latest[$place] = $answer;
            }
        }
        ksort($latest);
        return $latest;
    }

    /**
     * Notes the steps that are done: every item of one of their rounds is answered.
     *
     * @param stdClass[] $rounds rows of rounds
     * @param array $stored everything the actor has answered, by item and round
     */
    private function mark_done(array $rounds, array $stored): void {
        foreach ($rounds as $round) {
            $places = array_map(fn(string $item): string => "$item/$round->round", $round->items);
            if (!array_diff($places, array_keys($stored))) {
                $this->scene->mark_done($round->step);
            }
        }
    }
}
