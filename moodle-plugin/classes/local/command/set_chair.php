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
 * Takes, hands over or gives back the chair.
 *
 * Whoever is there may take it over: a group must not get stuck when its holder's device is gone.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class set_chair extends command {
    #[\Override]
    protected function check_right(): void {
        if ($this->scene->meeting->rules()->facilitation !== 'members') {
            throw new refusal('not_allowed');
        }
        $takes = ($this->args['to'] ?? null) === (string) $this->scene->actor->id();
        if (!$takes) {
            $this->require_facilitator();
        }
    }

    #[\Override]
    protected function apply(): bool {
        $to = ($this->args['to'] ?? null) === null ? null : $this->person('to');
        $chair = $this->scene->meeting->chair();
        if (($this->args['from'] ?? null) !== ($chair === null ? null : (string) $chair)) {
            throw new refusal('wrong_state');
        }
        if ($to === $chair) {
            return false;
        }
        if ($to !== null && !$this->scene->people()->is_present($to)) {
            throw new refusal('wrong_state');
        }
        $this->scene->meeting->change(['chairid' => $to]);
        $this->scene->note_event('chair_changed', [], (string) $to, $to);
        return true;
    }
}
