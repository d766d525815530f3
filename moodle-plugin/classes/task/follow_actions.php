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

use mod_leerlandschap\local\actions\action_teller;
use mod_leerlandschap\local\actions\open_actions;
use mod_leerlandschap\local\one_by_one;
use stdClass;

/**
 * Brings calendars up to date with the actions that groups have written, and tells people which are theirs.
 *
 * What it has done is stored with the actions: it can run twice, break off, or run beside itself.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class follow_actions extends \core\task\scheduled_task {
    use one_by_one;

    #[\Override]
    public function get_name() {
        return get_string('taskfollowactions', 'mod_leerlandschap');
    }

    #[\Override]
    public function execute() {
        try {
            self::for_each(open_actions::changed_meetings(), self::follow(...), 'followed');
        } finally {
            action_teller::assigned();
        }
    }

    /**
     * Follows a meeting, and tells the logs.
     *
     * @param stdClass $row row of leerlandschap_meeting
     */
    private static function follow(stdClass $row): void {
        $changes = open_actions::follow((int) $row->id);
        $cm = $changes ? get_coursemodule_from_instance('leerlandschap', $row->leerlandschapid) : null;
        foreach ($cm ? $changes : [] as $change) {
            $class = "\\mod_leerlandschap\\event\\$change->event";
            $class::create([
                'objectid' => $row->id,
                'context' => \context_module::instance($cm->id),
                // Whoever wrote it is not known here, and whoever runs cron has no part in it.
                'userid' => 0,
                'relateduserid' => $change->userid,
                'other' => ['groupid' => (int) $row->groupid],
            ])->trigger();
        }
    }
}
