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

use mod_leerlandschap\local\scene;

/**
 * A purpose that asks what the exercise says, from the moment the group comes to the step.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
trait asks_own_items {
    /**
     * Nobody has to decide on it.
     *
     * @return bool always true
     */
    #[\Override]
    public function opens_at_visit(): bool {
        return true;
    }

    /**
     * What the exercise asks in this step.
     *
     * @param scene $scene the scene
     * @return string[] ids of its items
     */
    #[\Override]
    public function asked(scene $scene): array {
        return $this->exercise->items($this->step);
    }
}
