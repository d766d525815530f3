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
use mod_leerlandschap\local\sharing\snapshot;
use mod_leerlandschap\local\text_check;

/**
 * Asks the group whether other groups may see its outcome, or a lesson from it.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class ask_sharing extends facilitator_command {
    #[\Override]
    protected function check_right(): void {
        if (!$this->scene->meeting->groupid()) {
            // Without groups there is nobody else to show it to.
            throw new refusal('not_allowed');
        }
        parent::check_right();
    }

    #[\Override]
    protected function apply(): bool {
        $meeting = $this->scene->meeting;
        $stands = question::of_meeting($meeting);
        $asked = $this->args['asked'] ?? null;
        $here = $meeting->place() === $meeting::CLOSING || $meeting->rules()->own_pace();
        if (!$here || $asked !== $stands?->asked() || $stands?->is_published()) {
            throw new refusal('wrong_state');
        }
        $lesson = $this->lesson();
        $meeting->raise_revision();
        question::ask($meeting, $lesson, snapshot::of($this->scene, $lesson === null));
        return true;
    }

    /**
     * The lesson.
     *
     * @return string|null null for the outcome
     * @throws refusal
     */
    private function lesson(): ?string {
        $raw = $this->args['lesson'] ?? null;
        if ($raw === null) {
            return null;
        }
        $lesson = text_check::lines(is_string($raw) ? $raw : throw new refusal('bad_value'), question::LESSON_LIMIT);
        return $lesson === '' ? throw new refusal('required_field') : $lesson;
    }
}
