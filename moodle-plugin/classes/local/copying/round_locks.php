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

namespace mod_leerlandschap\local\copying;

use mod_leerlandschap\local\locked;
use mod_leerlandschap\local\meeting;

/**
 * Who is not asked again which rounds of a hidden meeting that comes out of a backup.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class round_locks {
    /** @var int[] how many had answered, by step and round of rounds that are not revealed, with a slash between */
    private array $unrevealed = [];

    /** @var array true, by step and round of answers, with a slash between */
    private array $answered = [];

    /** @var array true, by mark of somebody's having answered */
    private array $told = [];

    /**
     * Locks of a meeting.
     *
     * @param meeting $meeting the meeting
     * @param copy_marks|null $marks marks of the copy, null where nothing tells whose they are
     */
    public function __construct(
        /** @var meeting the meeting */
        private readonly meeting $meeting,
        /** @var copy_marks|null marks of the copy, null where nothing tells whose they are */
        private readonly ?copy_marks $marks,
    ) {
    }

    /**
     * Takes in a round that is not revealed.
     *
     * @param string $step the step
     * @param int $round the round
     * @param int $answered how many had answered
     */
    public function add_round(string $step, int $round, int $answered): void {
        $this->unrevealed["$step/$round"] = $answered;
    }

    /**
     * Takes in that somebody had answered something.
     *
     * @param string $step the step
     * @param int $round the round
     */
    public function add_answer(string $step, int $round): void {
        $this->answered["$step/$round"] = true;
    }

    /**
     * Takes in the mark of somebody's having answered a round.
     *
     * @param string $mark the mark
     */
    public function add_mark(string $mark): void {
        $this->told[$mark] = true;
    }

    /**
     * Locks the rounds that somebody had answered: for them, and for those of whom nothing tells whether they had.
     *
     * @param int[] $joined ids of those who joined, by their ids in the backup
     * @return bool whether there was such a round of which it is not told of everybody whether they had answered
     */
    public function store(array $joined): bool {
        global $DB;

        $told = array_filter($joined, fn(int $userid, int $old): bool => $this->marks && $userid === $old, ARRAY_FILTER_USE_BOTH);
        $rounds = array_intersect_key($this->unrevealed, $this->answered);
        foreach (array_keys($this->unrevealed) as $place) {
            [$step, $round] = explode('/', $place);
            // Also where nobody had answered, as a file can be edited: of no round that comes out of one is it told who has.
            $where = ['meetingid' => $this->meeting->id(), 'step' => $step, 'round' => $round];
            $DB->set_field('leerlandschap_round', 'restored', $rounds[$place] ?? 0, $where);
            if (isset($rounds[$place])) {
                $hadnot = fn(int $userid): bool => !isset($this->told[$this->marks->voter($userid, $step, (int) $round)]);
                locked::add($this->meeting, $step, (int) $round, array_diff($joined, array_filter($told, $hadnot)));
            }
        }
        return $rounds && (!$this->marks || count($told) < count($joined));
    }
}
