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

namespace mod_leerlandschap\local\summary;

use cm_info;

/**
 * How a group stands in an activity: its last meeting, and what is still to be done.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class room_summary {
    /** Reasons why somebody should look, the most urgent one first. */
    public const REASONS = ['overdue', 'leftopen', 'closessoon'];

    /**
     * A summary.
     *
     * @param cm_info $cm the course module
     * @param int $asked what to ask for to come into the room: the group, 0 without groups, or what former_rooms says
     * @param string $group name of the group, plain text, '' without groups
     * @param bool $former whether it is a room that the activity has no more
     * @param string $state none where the group has not met, else open or closed: how its last meeting stands
     * @param int $number number of that meeting
     * @param int $day when it was last used, or closed; seconds since 1970, of which the day may be shown; 0 for never
     * @param string $place title of the step that the group is at, @start, @closing or @own (each at their own pace)
     * @param int $step number of that step, 0 for none
     * @param int $steps how many steps the meeting has
     * @param int $joined how many have joined it
     * @param int $actions how many actions of the group are open
     * @param int $overdue how many of these should have been done by now
     * @param string $due the day on which the next one is due, or has been: YYYY-MM-DD; '' for none
     * @param string[] $reasons why somebody should look: some of REASONS, in their order
     */
    public function __construct(
        /** @var cm_info the course module */
        public readonly cm_info $cm,
        /** @var int what to ask for to come into the room */
        public readonly int $asked,
        /** @var string name of the group, plain text */
        public readonly string $group,
        /** @var bool whether it is a room that the activity has no more */
        public readonly bool $former,
        /** @var string none, open or closed */
        public readonly string $state,
        /** @var int number of the last meeting */
        public readonly int $number,
        /** @var int when it was last used, or closed */
        public readonly int $day,
        /** @var string where the group is */
        public readonly string $place,
        /** @var int number of the step that it is at */
        public readonly int $step,
        /** @var int how many steps the meeting has */
        public readonly int $steps,
        /** @var int how many have joined it */
        public readonly int $joined,
        /** @var int how many actions are open */
        public readonly int $actions,
        /** @var int how many of these are overdue */
        public readonly int $overdue,
        /** @var string when the next one is due */
        public readonly string $due,
        /** @var string[] why somebody should look */
        public readonly array $reasons,
    ) {
    }

    /**
     * How urgent it is to look: sorts those first that somebody should look at, then open meetings, then groups that
     * have not met.
     *
     * @return int[] smaller ones come first
     */
    public function urgency(): array {
        $reason = array_search($this->reasons[0] ?? null, self::REASONS, true);
        return [
            $reason === false ? count(self::REASONS) : $reason,
            -$this->overdue,
            array_search($this->state, ['open', 'none', 'closed'], true),
        ];
    }
}
