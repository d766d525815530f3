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
 * Somebody downloaded a table of the report of the activity.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class report_downloaded extends \core\event\base {
    #[\Override]
    protected function init() {
        $this->data['crud'] = 'r';
        $this->data['edulevel'] = self::LEVEL_TEACHING;
        $this->data['objecttable'] = 'leerlandschap';
    }

    /**
     * Name of the event.
     *
     * @return string
     */
    public static function get_name() {
        return get_string('eventreportdownloaded', 'mod_leerlandschap');
    }

    /**
     * What happened.
     *
     * @return string
     */
    public function get_description() {
        return "The user with id '{$this->userid}' downloaded '{$this->other['what']}' of the report of the Leerlandschap " .
            "activity with course module id '{$this->contextinstanceid}'.";
    }

    /**
     * The page of the report.
     *
     * @return \moodle_url
     */
    public function get_url() {
        return new \moodle_url('/mod/leerlandschap/report.php', ['id' => $this->contextinstanceid]);
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
     * Nothing in other is an id.
     *
     * @return bool
     */
    public static function get_other_mapping() {
        return false;
    }

    #[\Override]
    protected function validate_data() {
        parent::validate_data();
        if (!isset($this->other['what'])) {
            throw new \coding_exception('other must have what');
        }
    }
}
