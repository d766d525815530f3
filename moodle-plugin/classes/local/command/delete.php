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
use mod_leerlandschap\local\exercise;
use mod_leerlandschap\local\refusal;

/**
 * Deletes a contribution.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class delete extends command {
    #[\Override]
    protected function check_right(): void {
        $id = $this->args['id'] ?? null;
        $row = is_string($id) ? $this->scene->contributions()->find($id) : null;
        if ($row && in_array($row->kind, exercise::LED_KINDS, true)) {
            $this->require_facilitator();
        }
    }

    #[\Override]
    protected function apply(): bool {
        $row = $this->contribution();
        if ($row->kind === 'scope') {
            throw new refusal('bad_kind');
        }
        if ($row->deleted) {
            return false;
        }
        $this->require_not_held($row->step);
        if (($this->args['base'] ?? null) !== $row->revision) {
            throw new refusal('conflict');
        }
        $this->scene->contributions()->delete($row);
        return $row->audience === contribution_rows::GROUP;
    }
}
