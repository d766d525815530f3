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

use mod_leerlandschap\local\round\purpose;
use mod_leerlandschap\local\round\relations;
use stdClass;

/**
 * The rounds of a meeting: from open over closed to revealed.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class rounds {
    /**
     * Rounds of a meeting.
     *
     * @param meeting $meeting the meeting
     * @param stdClass[] $rows rows of leerlandschap_round, JSON decoded, in the order of exercise and round
     */
    private function __construct(
        /** @var meeting the meeting */
        private readonly meeting $meeting,
        /** @var stdClass[] rows of leerlandschap_round, items and results decoded */
        private array $rows,
    ) {
    }

    /**
     * Reads the rounds of a meeting.
     *
     * @param meeting $meeting the meeting
     * @return self
     */
    public static function of_meeting(meeting $meeting): self {
        global $DB;

        $rows = $DB->get_records('leerlandschap_round', ['meetingid' => $meeting->id()]);
        return new self($meeting, self::in_order($meeting, $rows));
    }

    /**
     * Those of some rows that belong to a meeting's exercise as it is now.
     *
     * @param meeting $meeting the meeting
     * @param stdClass[] $rows its rows of leerlandschap_round
     * @return stdClass[] JSON decoded, in the order of exercise and round
     */
    public static function in_order(meeting $meeting, array $rows): array {
        $order = array_flip(array_intersect($meeting->exercise->all_steps(), $meeting->steps()));
        $rows = array_filter(
            $rows,
            // Before the first answer the exercise can become another one.
            fn(stdClass $row): bool => isset($order[$row->step])
                && $row->round <= purpose::most_rounds($meeting->exercise, $row->step)
        );
        $rows = array_map([self::class, 'decoded'], array_values($rows));
        usort($rows, fn($a, $b) => [$order[$a->step], $a->round] <=> [$order[$b->step], $b->round]);
        return $rows;
    }

    /**
     * Reads a round and keeps it as it is until the transaction ends: no reveal gets between.
     *
     * Others can read it so at the same time; closing, revealing and ending the meeting wait.
     *
     * @param meeting $meeting the meeting
     * @param string $step the step
     * @param int $round the round
     * @param bool $alone whether nobody else shall hold it at the same time
     * @return stdClass|null null if it was never opened
     */
    public static function held(meeting $meeting, string $step, int $round, bool $alone): ?stdClass {
        global $DB;

        $lock = transaction::lock_clause($alone);
        $row = $DB->get_record_sql(
            "SELECT * FROM {leerlandschap_round} WHERE meetingid = ? AND step = ? AND round = ? $lock",
            [$meeting->id(), $step, $round]
        );
        return $row ? self::decoded($row) : null;
    }

    /**
     * Waits for answers that are being stored, and lets no more in until the transaction ends.
     *
     * @param meeting $meeting the meeting
     */
    public static function hold_all(meeting $meeting): void {
        global $DB;

        $DB->execute('UPDATE {leerlandschap_round} SET phase = phase WHERE meetingid = ?', [$meeting->id()]);
    }

    /**
     * All rounds.
     *
     * @return stdClass[] in the order of exercise and round
     */
    public function all(): array {
        return $this->rows;
    }

    /**
     * A round.
     *
     * @param string $step the step
     * @param int $round the round
     * @return stdClass|null null if it was never opened
     */
    public function get(string $step, int $round): ?stdClass {
        foreach ($this->rows as $row) {
            if ($row->step === $step && $row->round === $round) {
                return $row;
            }
        }
        return null;
    }

    /**
     * The phase of a round.
     *
     * @param string $step the step
     * @param int $round the round
     * @return string none, open, closed or revealed
     */
    public function phase(string $step, int $round): string {
        return $this->get($step, $round)?->phase ?? 'none';
    }

    /**
     * The phase of the latest round of a step.
     *
     * @param string $step the step
     * @return string none, open, closed or revealed
     */
    public function latest_phase(string $step): string {
        $phase = 'none';
        foreach ($this->rows as $row) {
            $phase = $row->step === $step ? $row->phase : $phase;
        }
        return $phase;
    }

    /**
     * The steps that somebody has taken part in by what they answered.
     *
     * @param stdClass[] $answers everything they answered: step, round and value each
     * @return string[]
     */
    public function completed(array $answers): array {
        $given = [];
        $sums = [];
        foreach ($answers as $answer) {
            $place = "$answer->step/$answer->round";
            $given[$place] = ($given[$place] ?? 0) + 1;
            $sums[$place] = ($sums[$place] ?? 0) + (int) $answer->value;
        }
        $ispart = function (stdClass $row) use ($given, $sums): bool {
            $place = "$row->step/$row->round";
            $purpose = purpose::of($this->meeting->exercise, $row->step, $row->round);
            return isset($given[$place]) && $purpose->is_part(count($row->items), $given[$place], $sums[$place]);
        };
        return array_column(array_filter($this->rows, $ispart), 'step');
    }

    /**
     * What was asked, in the order of exercise and round.
     *
     * @return int[] places by id
     */
    public function order(): array {
        return array_flip(array_values(array_unique(array_merge([], ...array_column($this->rows, 'items')))));
    }

    /**
     * Opens a round for the first time.
     *
     * @param string $step the step
     * @param int $round the round
     * @param string[] $items what it asks, in its order
     */
    public function open(string $step, int $round, array $items): void {
        global $DB;

        $DB->insert_record('leerlandschap_round', (object) [
            'meetingid' => $this->meeting->id(),
            'step' => $step,
            'round' => $round,
            'phase' => 'open',
            'items' => json_encode($items),
        ]);
        $this->rows = self::of_meeting($this->meeting)->rows;
    }

    /**
     * Opens the first rounds of steps that the group comes to, where nobody has to decide on that.
     *
     * @param string[] $steps the steps
     */
    public function open_first(array $steps): void {
        $exercise = $this->meeting->exercise;
        foreach ($steps as $step) {
            $purpose = purpose::most_rounds($exercise, $step) ? purpose::of($exercise, $step, 1) : null;
            if ($purpose?->opens_at_visit() && !$this->get($step, 1)) {
                $this->open($step, 1, $exercise->items($step));
            }
        }
    }

    /**
     * Forgets all rounds, of a meeting in which nothing was answered.
     */
    public function forget(): void {
        global $DB;

        $DB->delete_records('leerlandschap_round', ['meetingid' => $this->meeting->id()]);
        $this->rows = [];
    }

    /**
     * Changes the phase of a round. Waits for answers that are being stored.
     *
     * @param stdClass $row the round
     * @param string $phase open, closed or revealed
     */
    public function set_phase(stdClass $row, string $phase): void {
        global $DB;

        $DB->set_field('leerlandschap_round', 'phase', $phase, ['id' => $row->id]);
        $row->phase = $phase;
    }

    /**
     * Reveals a round: takes the snapshot that nothing later changes.
     *
     * @param stdClass $row the round
     * @param int $present how many are present, or expected
     */
    public function reveal(stdClass $row, int $present): void {
        global $DB;

        // First the lock on the row, then the answers: none slips in between.
        $this->set_phase($row, 'revealed');
        $exercise = $this->meeting->exercise;
        $purpose = purpose::of($exercise, $row->step, $row->round);
        $answers = new answers($this->meeting);
        $before = $this->get($row->step, $row->round - 1);
        $results = (new tally($this->meeting, $answers))->results($purpose, $row, $before);
        $row->answered = $purpose->answered($this->meeting, $row);
        $row->presentcount = $present;
        $row->results = $purpose->shown($results, $row->answered, $this->meeting->rules());
        $row->relations = $exercise->block($row->step) === 'questions'
            ? relations::of_step($exercise, $row->step, $answers->of_round($row), $this->meeting->rules())
            : null;
        $encode = fn(array $data): string => json_encode($data, JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR);
        $DB->update_record('leerlandschap_round', (object) [
            'id' => $row->id,
            'answered' => $row->answered,
            'presentcount' => $present,
            'results' => $encode($row->results),
            'relations' => $row->relations === null ? null : $encode($row->relations),
        ]);
    }

    /**
     * A row with its numbers and JSON decoded.
     *
     * @param stdClass $row row of leerlandschap_round
     * @return stdClass
     */
    public static function decoded(stdClass $row): stdClass {
        $row->round = (int) $row->round;
        $row->restored = $row->restored === null ? null : (int) $row->restored;
        $row->items = json_decode($row->items, true);
        $row->results = $row->results === null ? [] : json_decode($row->results, true);
        $row->relations = $row->relations === null ? null : json_decode($row->relations, true);
        return $row;
    }
}
