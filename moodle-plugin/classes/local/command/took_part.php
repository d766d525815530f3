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

/**
 * "I took part", in a step whose work the group does together, or that voted before the actor came.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class took_part extends command {
    #[\Override]
    protected function check_right(): void {
        $this->require_participant();
    }

    #[\Override]
    protected function check_presence(): void {
        $this->require_own_presence();
    }

    #[\Override]
    protected function apply(): bool {
        $step = $this->step();
        $exercise = $this->scene->meeting->exercise;
        $votes = in_array($exercise->block($step), ['statements', 'confirm'], true);
        if ($exercise->block($step) === 'info') {
            throw new refusal('wrong_block');
        }
        $this->require_visited($step);
        // Before the reveal there is an answer to give.
        if ($votes && $this->scene->rounds()->latest_phase($step) !== 'revealed') {
            throw new refusal('wrong_state');
        }
        $this->scene->mark_done($step);
        return false;
    }
}
