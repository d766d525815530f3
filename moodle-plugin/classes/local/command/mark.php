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
use mod_leerlandschap\local\scene;

/**
 * Marks somebody absent, or present again.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class mark extends facilitator_command {
    #[\Override]
    protected function apply(): bool {
        $person = $this->person('person');
        $present = $this->args['present'] ?? null;
        if (!is_bool($present)) {
            throw new refusal('bad_value');
        }
        return self::presence($this->scene, $person, $present);
    }

    /**
     * Changes whether somebody is present; whoever goes gives their chair free.
     *
     * @param scene $scene where it happens
     * @param int $userid who
     * @param bool $present whether they are there
     * @return bool whether that changed anything
     */
    public static function presence(scene $scene, int $userid, bool $present): bool {
        if (!$scene->people()->set_present($userid, $present)) {
            return false;
        }
        if (!$present && $scene->meeting->chair() === $userid) {
            $scene->meeting->change(['chairid' => null]);
        }
        return true;
    }
}
