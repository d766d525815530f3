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

namespace mod_leerlandschap\task;

use mod_leerlandschap\local\announcer;
use stdClass;

/**
 * Tells gradebook and completion that participants have taken part in more steps, where no request could.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class announce_progress extends \core\task\adhoc_task {
    /**
     * The task for a group.
     *
     * @param stdClass $instance row of leerlandschap
     * @param int[] $userids the participants, in random order
     * @return self
     */
    public static function of(stdClass $instance, array $userids): self {
        $task = new self();
        $task->set_component('mod_leerlandschap');
        $task->set_custom_data(['instance' => (int) $instance->id, 'users' => $userids]);
        return $task;
    }

    #[\Override]
    public function get_name() {
        return get_string('taskannounceprogress', 'mod_leerlandschap');
    }

    #[\Override]
    public function execute() {
        global $DB;

        $data = $this->get_custom_data();
        $instance = $DB->get_record('leerlandschap', ['id' => $data->instance]);
        $cm = $instance ? get_coursemodule_from_instance('leerlandschap', $instance->id, $instance->course) : null;
        if ($cm) {
            // What they have now: whoever was erased meanwhile has none.
            announcer::now($instance, $cm, array_map('intval', $data->users));
        }
    }
}
