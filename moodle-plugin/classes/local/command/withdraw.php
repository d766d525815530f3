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
use mod_leerlandschap\local\sharing\question;

/**
 * Takes back the question whether other groups may see something, or what they see.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class withdraw extends facilitator_command {
    #[\Override]
    protected function apply(): bool {
        $question = question::of_meeting($this->scene->meeting);
        if (!$question || $question->asked() !== ($this->args['asked'] ?? null)) {
            throw new refusal('wrong_state');
        }
        question::drop($this->scene->meeting);
        if ($question->is_published()) {
            $this->scene->note_event('outcome_withdrawn');
        }
        return true;
    }
}
