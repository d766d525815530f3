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
 * Something a facilitator did in a meeting.
 *
 * Events name the meeting and the step, never an answer, its author or a tally.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
abstract class meeting_event extends \core\event\base {
    #[\Override]
    protected function init() {
        $this->data['crud'] = 'u';
        $this->data['edulevel'] = self::LEVEL_TEACHING;
        $this->data['objecttable'] = 'leerlandschap_meeting';
    }

    /**
     * The page of the activity, with the group of the meeting.
     *
     * @return \moodle_url
     */
    public function get_url() {
        $params = ['id' => $this->contextinstanceid];
        if (!empty($this->other['groupid'])) {
            $params['group'] = $this->other['groupid'];
        }
        return new \moodle_url('/mod/leerlandschap/view.php', $params);
    }

    /**
     * Where it happened, as descriptions end.
     *
     * @return string
     */
    protected function whereabouts(): string {
        return "in the meeting with id '{$this->objectid}', in the Leerlandschap activity with course module id " .
            "'{$this->contextinstanceid}'.";
    }

    #[\Override]
    protected function validate_data() {
        parent::validate_data();
        if ($this->contextlevel != CONTEXT_MODULE) {
            throw new \coding_exception('The context must be that of the activity.');
        }
        if (!isset($this->other['groupid'])) {
            throw new \coding_exception('The \'groupid\' value must be set in other.');
        }
    }

    /**
     * How a restore maps the id.
     *
     * @return array
     */
    public static function get_objectid_mapping() {
        return ['db' => 'leerlandschap_meeting', 'restore' => 'leerlandschap_meeting'];
    }

    /**
     * How a restore maps what is in other.
     *
     * @return array
     */
    public static function get_other_mapping() {
        return ['groupid' => ['db' => 'groups', 'restore' => 'group']];
    }
}
