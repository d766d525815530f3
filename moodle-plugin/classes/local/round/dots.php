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

use mod_leerlandschap\local\answer\dots_form;
use mod_leerlandschap\local\answer\form;
use mod_leerlandschap\local\rules;
use mod_leerlandschap\local\scene;
use stdClass;

/**
 * Dots that people place on notes.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class dots extends answered_purpose {
    #[\Override]
    public function chooses(): bool {
        return false;
    }

    #[\Override]
    public function reveals_itself(rules $rules): bool {
        // Whether more are to come, only their authors know.
        return false;
    }

    #[\Override]
    public function tells_who_from(rules $rules): ?int {
        // Whoever places none has chosen that.
        return null;
    }

    #[\Override]
    public function asks_of_meeting(): bool {
        return true;
    }

    #[\Override]
    public function asked(scene $scene): array {
        return $this->subjects($scene->contributions()->ids_shown_in($this->step, 'note'));
    }

    #[\Override]
    public function form(string $subject): ?form {
        return new dots_form($this->exercise->setting($this->step, 'dots', 0));
    }

    #[\Override]
    public function is_part(int $size, int $given, int $sum): bool {
        return $sum > 0;
    }

    #[\Override]
    public function shown(array $results, int $answered, rules $rules): array {
        if ($answered >= $rules->minanswers) {
            return $results;
        }
        return array_map(fn(array $result): array => form::suppressed($result['item'], 0), $results);
    }

    #[\Override]
    protected function having(stdClass $round): array {
        return ['SUM(value) > 0', []];
    }
}
