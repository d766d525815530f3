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
use mod_leerlandschap\local\answer\scale_form;

/**
 * A vote on statements.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class statements extends answered_purpose {
    use asks_own_items;

    #[\Override]
    public function form(string $subject): ?form {
        return new scale_form(
            $this->exercise->values($this->step),
            $this->exercise->offers_opt_out($this->step),
            $this->exercise->setting($this->step, 'reason', 'none') === 'optional'
        );
    }
}
