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

use mod_leerlandschap\local\answer\choice_form;
use mod_leerlandschap\local\answer\form;
use mod_leerlandschap\local\answer\number_form;
use mod_leerlandschap\local\answer\scale_form;
use mod_leerlandschap\local\answer\text_form;
use mod_leerlandschap\local\keyring;
use mod_leerlandschap\local\meeting;
use mod_leerlandschap\local\pending;
use mod_leerlandschap\local\progress;
use stdClass;

/**
 * Questions, of which everyone answers as many as they want, and then hands in.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class questions extends purpose {
    use asks_own_items;

    #[\Override]
    public function form(string $subject): ?form {
        $item = $this->exercise->item($subject);
        return match ($item->kind) {
            'scale' => new scale_form($item->values(), $item->offers_opt_out()),
            'number' => new number_form(...$item->bounds()),
            'text' => new text_form($item->max_chars()),
            'choice', 'multichoice' => new choice_form($item->options()),
        };
    }

    #[\Override]
    public function answered(meeting $meeting, stdClass $round): int {
        return progress::count_of_step($meeting, $this->step) + pending::count_of_step($meeting, $this->step);
    }

    #[\Override]
    public function who(meeting $meeting, stdClass $round, array $userids): array {
        $noted = progress::of_people($meeting);
        $keyring = $meeting->rules()->hidden() ? keyring::of_meeting($meeting) : null;
        $keys = $keyring ? array_flip(pending::of_meeting($meeting)[$this->step] ?? []) : [];
        $handedin = fn(int $userid): bool => isset($noted[$userid][$this->step])
            || ($keys && isset($keys[$keyring->part($userid, $this->step)]));
        return array_values(array_filter($userids, $handedin));
    }

    #[\Override]
    public function is_part(int $size, int $given, int $sum): bool {
        // That is told by handing in.
        return false;
    }
}
