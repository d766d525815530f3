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

use mod_leerlandschap\local\text_check;

/**
 * A goal for a period.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class goal extends fields {
    /** Fields with their defaults, in the order in which they are checked. */
    public const DEFAULTS = [
        'period' => null,
        'goal' => null,
        'owner_person' => null,
        'owner_text' => '',
        'measure' => '',
        'status' => 'planned',
    ];

    /** What can become of it. */
    private const STATUSES = ['planned', 'busy', 'reached', 'dropped'];

    #[\Override]
    protected function field(string $name, ?string $value): ?string {
        return match ($name) {
            'period' => self::required_id($value, array_column($this->around->setting('periods', []), 'id')),
            'goal' => self::said_line($value, 300),
            'owner_person' => $this->person($this->kept_by('owner', $name, $value)),
            'owner_text' => $this->kept_by('owner', $name, text_check::line($value, 100)),
            'measure' => $this->kept_by('measure', $name, text_check::line($value, 300)),
            'status' => $this->kept_by('status', $name, self::one_of($value, self::STATUSES)),
        };
    }

    /**
     * A field that the step may have.
     *
     * @param string $part goal, owner, measure or status
     * @param string $name name of the field
     * @param string|null $value the field as it is to be kept
     * @return string|null
     */
    private function kept_by(string $part, string $name, ?string $value): ?string {
        return $this->offered(in_array($part, $this->around->setting('fields', [$part]), true), $name, $value);
    }
}
