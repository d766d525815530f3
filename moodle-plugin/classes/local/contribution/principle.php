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

namespace mod_leerlandschap\local\contribution;

use mod_leerlandschap\local\refusal;

/**
 * A principle, and the action whose finding it rests on.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class principle extends fields {
    /** Fields with their defaults, in the order in which they are checked. */
    public const DEFAULTS = ['text' => null, 'action' => null];

    #[\Override]
    protected function field(string $name, ?string $value): ?string {
        return $name === 'text' ? self::said_line($value, 300) : $this->action($value);
    }

    /**
     * The action.
     *
     * @param string|null $value what was sent
     * @return string|null
     */
    private function action(?string $value): ?string {
        $known = $value === null || $value === $this->around->stored('action') || $this->around->is_finding($value);
        return $known ? $value : throw new refusal('unknown_contribution');
    }
}
