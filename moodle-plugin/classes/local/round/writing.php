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

namespace mod_leerlandschap\local\round;

use mod_leerlandschap\local\answer\form;
use mod_leerlandschap\local\authorship;
use mod_leerlandschap\local\meeting;
use mod_leerlandschap\local\rules;
use mod_leerlandschap\local\scene;
use stdClass;

/**
 * Notes that nobody but their authors sees until the reveal.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class writing extends purpose {
    #[\Override]
    public function opens_at_visit(): bool {
        return true;
    }

    #[\Override]
    public function reveals_itself(rules $rules): bool {
        // Whether more are to come, only their authors know.
        return false;
    }

    #[\Override]
    public function asked(scene $scene): array {
        return [];
    }

    #[\Override]
    public function form(string $subject): ?form {
        return null;
    }

    #[\Override]
    public function answered(meeting $meeting, stdClass $round): int {
        return count(authorship::authors($meeting, $this->step));
    }

    #[\Override]
    public function who(meeting $meeting, stdClass $round, array $userids): array {
        $authors = array_flip(authorship::authors($meeting, $this->step));
        $marks = array_combine($userids, authorship::marks($meeting, $this->step, $userids));
        return array_keys(array_filter($marks, fn(string $mark): bool => isset($authors[$mark])));
    }

    #[\Override]
    public function tells_who_from(rules $rules): ?int {
        // All notes are shown, however few people wrote any: with fewer names than k it would be known whose they are.
        return $rules->minanswers;
    }

    #[\Override]
    public function is_part(int $size, int $given, int $sum): bool {
        return false;
    }
}
