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

namespace mod_leerlandschap\event;

/**
 * What other groups were shown of a meeting was taken back.
 *
 * other: int groupid.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class outcome_withdrawn extends meeting_event {
    /**
     * Name of the event.
     *
     * @return string
     */
    public static function get_name() {
        return get_string('eventoutcomewithdrawn', 'mod_leerlandschap');
    }

    /**
     * What happened.
     *
     * @return string
     */
    public function get_description() {
        return "The user with id '{$this->userid}' took back what other groups were shown of the meeting with id " .
            "'{$this->objectid}', in the Leerlandschap activity with course module id '{$this->contextinstanceid}'.";
    }

    /**
     * The page with what groups have shared.
     *
     * @return \moodle_url
     */
    public function get_url() {
        return new \moodle_url('/mod/leerlandschap/shared.php', ['id' => $this->contextinstanceid]);
    }
}
