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
 * The user who does something in a meeting.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class actor {
    /**
     * An actor.
     *
     * @param stdClass $user the user, with the fields of the name
     * @param access $access what they may do
     */
    public function __construct(
        /** @var stdClass the user, with the fields of the name */
        public readonly stdClass $user,
        /** @var access what they may do */
        public readonly access $access,
    ) {
    }

    /**
     * Id of the user.
     *
     * @return int
     */
    public function id(): int {
        return (int) $this->user->id;
    }

    /**
     * What they alone have written in a meeting.
     *
     * @param meeting $meeting the meeting
     * @return authorship nothing for an administrator who is logged in as them
     */
    public function authorship(meeting $meeting): authorship {
        return new authorship($meeting, $this->id(), \core\session\manager::is_loggedinas());
    }

    /**
     * Whether they may lead a meeting: by right, or as its chair.
     *
     * @param meeting $meeting the meeting
     * @return bool
     */
    public function facilitates(meeting $meeting): bool {
        return $this->access->facilitate || $meeting->chair() === $this->id();
    }
}
