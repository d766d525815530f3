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
use mod_leerlandschap\local\sharing\consents;
use mod_leerlandschap\local\sharing\question;

/**
 * Answers the question whether other groups may see something, or changes the answer.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class consent extends command {
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
        $meeting = $this->scene->meeting;
        $question = question::of_meeting($meeting);
        if (!$question || $question->is_settled() || $question->asked() !== ($this->args['asked'] ?? null)) {
            throw new refusal('wrong_state');
        }
        $agrees = $this->args['agrees'] ?? null;
        if (!is_bool($agrees)) {
            throw new refusal('bad_value');
        }
        if (consents::of_person($meeting, $this->scene->actor->id()) === $agrees) {
            return false;
        }
        consents::put($meeting, $this->scene->actor->id(), $agrees);
        return true;
    }
}
