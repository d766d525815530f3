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

use mod_leerlandschap\local\meeting;
use mod_leerlandschap\local\refusal;
use mod_leerlandschap\local\timer;

/**
 * Brings the group to another place. A step starts its timer, and, where it is visited first, what is answered or
 * written alone; who took part in the steps so far is noted.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class go_to extends facilitator_command {
    #[\Override]
    protected function apply(): bool {
        $meeting = $this->scene->meeting;
        $to = $this->args['to'] ?? null;
        $isstep = in_array($to, $meeting->steps(), true);
        if (!$isstep && $to !== meeting::START && $to !== meeting::CLOSING) {
            throw new refusal('unknown_step');
        }
        if (($this->args['from'] ?? null) !== $meeting->place()) {
            throw new refusal('wrong_state');
        }
        if ($to === $meeting->place()) {
            return false;
        }
        $timer = $isstep ? new timer($meeting->exercise->seconds($to), 0, $this->scene->now) : null;
        $meeting->change(['place' => $to] + timer::columns($timer));
        if ($isstep && !in_array($to, $meeting->visited(), true)) {
            $this->visit_first($to);
        }
        $this->scene->settle();
        $this->scene->note_event('group_moved', ['place' => $to], $to);
        return true;
    }

    /**
     * What a step's first visit brings.
     *
     * @param string $step the step
     */
    private function visit_first(string $step): void {
        $meeting = $this->scene->meeting;
        $meeting->visit([$step]);
        $this->scene->rounds()->open_first([$step]);
    }
}
