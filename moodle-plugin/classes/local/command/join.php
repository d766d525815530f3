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

/**
 * Makes the actor present. Their name is that of their account.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class join extends command {
    #[\Override]
    protected function check_right(): void {
        $this->require_participant();
    }

    #[\Override]
    protected function check_presence(): void {
        // Joining is how one gets present.
    }

    #[\Override]
    protected function apply(): bool {
        // Whoever is there can answer in the steps that stand open: from now on rules become stricter only.
        $this->scene->meeting->visit();
        return $this->scene->people()->join($this->scene->actor->id());
    }
}
