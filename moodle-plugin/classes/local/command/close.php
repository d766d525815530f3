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

namespace mod_leerlandschap\local\command;

use mod_leerlandschap\local\closing;
use mod_leerlandschap\local\refusal;
use mod_leerlandschap\local\secret;

/**
 * Closes the meeting for good, and unlinks what was answered from who answered it.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class close extends facilitator_command {
    #[\Override]
    protected function apply(): bool {
        $meeting = $this->scene->meeting;
        if (($this->args['from'] ?? null) !== $meeting->place()) {
            throw new refusal('wrong_state');
        }
        [$secret, $users] = closing::close($meeting);
        if ($secret !== null) {
            $this->scene->afterwards('secret', fn() => secret::destroy($secret));
        }
        $this->scene->announce($users);
        $this->scene->note_event('meeting_closed');
        return true;
    }
}
