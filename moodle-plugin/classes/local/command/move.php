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

use mod_leerlandschap\local\contribution_rows;
use mod_leerlandschap\local\refusal;

/**
 * Puts a contribution behind another of its order, or first.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class move extends command {
    #[\Override]
    protected function apply(): bool {
        $row = $this->contribution();
        $after = ($this->args['after'] ?? null) === null ? null : $this->contribution('after');
        if ($row->deleted || $after?->deleted) {
            throw new refusal('deleted');
        }
        $this->require_not_held($row->step);
        $contributions = $this->scene->contributions();
        $others = array_diff(array_column($contributions->alike($row), 'uuid'), [$row->uuid]);
        if ($after && !in_array($after->uuid, $others, true)) {
            throw new refusal('bad_value');
        }
        $before = $row->position;
        $contributions->move($row, $after);
        return $row->audience === contribution_rows::GROUP && $row->position !== $before;
    }
}
