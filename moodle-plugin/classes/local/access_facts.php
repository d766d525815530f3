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

/**
 * What is known about a user when it is decided which room they may enter, and as what.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class access_facts {
    /**
     * Facts.
     *
     * @param bool $guest whether this is a guest, or nobody logged in
     * @param bool $outsider whether this user only looks in: not enrolled, and without a right to view the course so
     * @param bool $loginas whether an administrator is logged in as this user
     * @param bool $hidden whether answers of the activity are hidden
     * @param bool $participate right to participate, with an active enrolment
     * @param bool $facilitate right to facilitate
     * @param bool $report right to view reports
     * @param int $groupmode NOGROUPS, SEPARATEGROUPS or VISIBLEGROUPS
     * @param int[] $owngroups groups of the user
     * @param int[] $allgroups groups of the activity
     * @param bool $allaccess right to enter any group
     * @param int $requested the group asked for, 0 for none in particular, former_rooms::EVERYBODY
     * @param int[] $formerrooms what can be asked for and is no room of the activity any more
     * @param int $now seconds since 1970
     * @param int $timeopen opening date, 0 for none
     * @param int $timeclose closing date, 0 for none
     */
    public function __construct(
        /** @var bool whether this is a guest, or nobody logged in */
        public readonly bool $guest = false,
        /** @var bool whether this user only looks in: not enrolled, and without a right to view the course so */
        public readonly bool $outsider = false,
        /** @var bool whether an administrator is logged in as this user */
        public readonly bool $loginas = false,
        /** @var bool whether answers of the activity are hidden */
        public readonly bool $hidden = true,
        /** @var bool right to participate, with an active enrolment */
        public readonly bool $participate = true,
        /** @var bool right to facilitate */
        public readonly bool $facilitate = false,
        /** @var bool right to view reports */
        public readonly bool $report = false,
        /** @var int NOGROUPS, SEPARATEGROUPS or VISIBLEGROUPS */
        public readonly int $groupmode = NOGROUPS,
        /** @var int[] groups of the user */
        public readonly array $owngroups = [],
        /** @var int[] groups of the activity */
        public readonly array $allgroups = [],
        /** @var bool right to enter any group */
        public readonly bool $allaccess = false,
        /** @var int the group asked for, 0 for none in particular, former_rooms::EVERYBODY */
        public readonly int $requested = 0,
        /** @var int[] what can be asked for and is no room of the activity any more */
        public readonly array $formerrooms = [],
        /** @var int seconds since 1970 */
        public readonly int $now = 0,
        /** @var int opening date, 0 for none */
        public readonly int $timeopen = 0,
        /** @var int closing date, 0 for none */
        public readonly int $timeclose = 0,
    ) {
    }
}
