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
 * An action of somebody was marked as done: relateduserid was to do it. Nothing tells who marked it.
 *
 * other: int groupid (0 without groups).
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class action_finished extends action_event {
    /**
     * Name of the event.
     *
     * @return string
     */
    public static function get_name() {
        return get_string('eventactionfinished', 'mod_leerlandschap');
    }

    /**
     * What happened.
     *
     * @return string
     */
    public function get_description() {
        return "An action of the user with id '{$this->relateduserid}' was marked as done " . $this->whereabouts();
    }
}
