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

/**
 * How an activity stands for somebody: what lists of activities show.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class activity_summary {
    /**
     * A summary.
     *
     * @param bool $teaches whether they see how the groups do, instead of their own progress
     * @param string $status none, open or closed: how their group's last meeting stands
     * @param int $number number of that meeting
     * @param int|null $done in how many steps they took part; null where the exercise is not there. Not points: the
     *     gradebook may hide these
     * @param int $asked in how many they are to take part
     * @param int $ownactions open actions of theirs
     * @param int $overdue how many of these are overdue
     * @param int $joined how many have joined a meeting, of the groups that they may see
     * @param int $openmeetings how many meetings of these groups are under way
     * @param int $openactions how many open actions these groups have
     */
    public function __construct(
        /** @var bool whether they see how the groups do, instead of their own progress */
        public readonly bool $teaches,
        /** @var string none, open or closed: how their group's last meeting stands */
        public readonly string $status,
        /** @var int number of that meeting */
        public readonly int $number,
        /** @var int|null in how many steps they took part; null where the exercise is not there */
        public readonly ?int $done,
        /** @var int in how many they are to take part */
        public readonly int $asked,
        /** @var int open actions of theirs */
        public readonly int $ownactions,
        /** @var int how many of these are overdue */
        public readonly int $overdue,
        /** @var int how many have joined a meeting, of the groups that they may see */
        public readonly int $joined,
        /** @var int how many meetings of these groups are under way */
        public readonly int $openmeetings,
        /** @var int how many open actions these groups have */
        public readonly int $openactions,
    ) {
    }

    /**
     * How their group's last meeting stands, in words.
     *
     * @return string
     */
    public function status_text(): string {
        return get_string("status:$this->status", 'mod_leerlandschap', $this->number);
    }

    /**
     * In how many steps they took part, in words.
     *
     * @return string
     */
    public function steps_text(): string {
        $steps = ['done' => $this->done, 'asked' => $this->asked];
        return $this->done === null ? '-' : get_string('overview:of', 'mod_leerlandschap', $steps);
    }
}
