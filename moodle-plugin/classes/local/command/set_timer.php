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

use mod_leerlandschap\local\refusal;
use mod_leerlandschap\local\timer;

/**
 * Pauses the timer, goes on with it, or changes how long it runs.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class set_timer extends facilitator_command {
    #[\Override]
    protected function apply(): bool {
        $timer = $this->scene->meeting->timer();
        $here = ($this->args['step'] ?? null) === $this->scene->meeting->place();
        if (!$timer || !$here || ($this->args['from'] ?? null) != ['seconds' => $timer->seconds, 'running' => $timer->running()]) {
            throw new refusal('wrong_state');
        }
        $seconds = $this->args['to']['seconds'] ?? null;
        $running = $this->args['to']['running'] ?? null;
        if (!is_int($seconds) || !is_bool($running) || $seconds < 0 || $seconds > timer::LONGEST) {
            throw new refusal('bad_value');
        }
        $set = $timer->set($seconds, $running, $this->scene->now);
        if ($set == $timer) {
            return false;
        }
        $this->scene->meeting->change(timer::columns($set));
        return true;
    }
}
