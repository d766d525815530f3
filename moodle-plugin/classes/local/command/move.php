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
use stdClass;

/**
 * Puts a contribution behind another of its kind in its step, or first.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class move extends command {
    #[\Override]
    protected function apply(): bool {
        $row = $this->contribution('id');
        $after = ($this->args['after'] ?? null) === null ? null : $this->contribution('after');
        if ($row->deleted || $after?->deleted) {
            throw new refusal('deleted');
        }
        if ($after && ($after === $row || $after->step !== $row->step || $after->kind !== $row->kind)) {
            throw new refusal('bad_value');
        }
        $before = $row->position;
        $this->scene->contributions()->move($row, $after);
        return $row->position !== $before;
    }

    /**
     * The contribution that a member names.
     *
     * @param string $name name of the member
     * @return stdClass also a deleted one
     */
    private function contribution(string $name): stdClass {
        $id = $this->args[$name] ?? null;
        return (is_string($id) ? $this->scene->contributions()->get($id) : null)
            ?? throw new refusal('unknown_contribution');
    }
}
