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
use mod_leerlandschap\local\text_check;

/**
 * What a step came to, for the group to confirm.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class summary extends fields {
    /** Fields with their defaults, in the order in which they are checked. */
    public const DEFAULTS = ['section' => null, 'text' => ''];

    #[\Override]
    protected function field(string $name, ?string $value): ?string {
        return $name === 'section'
            ? self::required_id($value, $this->around->setting('summary_of', []))
            : text_check::lines($value, 2000);
    }

    #[\Override]
    protected function check_together(array $kept): void {
        if ($this->around->has_other_summary($kept['section'])) {
            throw new refusal('conflict');
        }
    }
}
