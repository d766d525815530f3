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
 * Somebody changed the exercise of an activity.
 *
 * other: int version, how often it has been saved.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class exercise_edited extends \core\event\base {
    #[\Override]
    protected function init() {
        $this->data['crud'] = 'u';
        $this->data['edulevel'] = self::LEVEL_TEACHING;
        $this->data['objecttable'] = 'leerlandschap';
    }

    /**
     * Name of the event.
     *
     * @return string
     */
    public static function get_name() {
        return get_string('eventexerciseedited', 'mod_leerlandschap');
    }

    /**
     * What happened.
     *
     * @return string
     */
    public function get_description() {
        return "The user with id '{$this->userid}' saved version {$this->other['version']} of the exercise of the " .
            "Leerlandschap activity with course module id '{$this->contextinstanceid}'.";
    }

    /**
     * The page where the exercise is changed.
     *
     * @return \moodle_url
     */
    public function get_url() {
        return new \moodle_url('/mod/leerlandschap/edit.php', ['id' => $this->contextinstanceid]);
    }

    #[\Override]
    protected function validate_data() {
        parent::validate_data();
        if ($this->contextlevel != CONTEXT_MODULE) {
            throw new \coding_exception('The context must be that of the activity.');
        }
        if (!isset($this->other['version'])) {
            throw new \coding_exception('The \'version\' value must be set in other.');
        }
    }

    /**
     * How a restore maps the id.
     *
     * @return array
     */
    public static function get_objectid_mapping() {
        return ['db' => 'leerlandschap', 'restore' => 'leerlandschap'];
    }

    /**
     * How a restore maps what is in other.
     *
     * @return bool false: nothing of it names a row
     */
    public static function get_other_mapping() {
        return false;
    }
}
