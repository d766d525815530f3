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

/**
 * Reminds people of actions of theirs whose day is near.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class remind_of_actions extends \core\task\scheduled_task {
    #[\Override]
    public function get_name() {
        return get_string('taskremindofactions', 'mod_leerlandschap');
    }

    #[\Override]
    public function execute() {
        open_actions::clean_up();
        action_teller::due();
    }
}
