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
 * A follow-up action: what, who, when, how it is going, where it came from, and what came of it.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class action extends fields {
    /** Fields with their defaults, in the order in which they are checked. */
    public const DEFAULTS = [
        'what' => null,
        'who_person' => null,
        'who_text' => '',
        'when' => null,
        'status' => 'open',
        'source' => null,
        'finding' => '',
        'expectation' => '',
        'outcome' => '',
    ];

    /** What is going on still. */
    public const UNFINISHED = ['open', 'busy'];

    /** What can become of it. */
    public const STATUSES = [...self::UNFINISHED, 'done', 'dropped'];

    #[\Override]
    protected function field(string $name, ?string $value): ?string {
        return match ($name) {
            'what' => self::said_line($value, 300),
            'who_person' => $this->person($value),
            'who_text' => text_check::line($value, 100),
            'when' => self::date($value),
            'status' => self::one_of($value, self::STATUSES),
            'source' => $this->source($value),
            'finding' => text_check::lines($value, 500),
            default => $this->offered($this->around->offers('expectation_outcome'), $name, text_check::lines($value, 500)),
        };
    }

    #[\Override]
    protected function check_together(array $kept): void {
        $required = $this->around->setting('required', []);
        $nobody = $kept['who_person'] === null && $kept['who_text'] === '';
        if (in_array('who', $required, true) && $nobody || in_array('when', $required, true) && $kept['when'] === null) {
            throw new refusal('required_field');
        }
    }

    /**
     * A day of the calendar.
     *
     * @param string|null $value what was sent
     * @return string|null YYYY-MM-DD
     */
    private static function date(?string $value): ?string {
        if ($value === null) {
            return null;
        }
        return self::is_day($value) ? $value : throw new refusal('bad_date');
    }

    /**
     * Whether a text is a day of the calendar.
     *
     * @param string $text the text
     * @return bool
     */
    public static function is_day(string $text): bool {
        return preg_match('/^(\d{4})-(\d{2})-(\d{2})$/D', $text, $parts)
            && checkdate((int) $parts[2], (int) $parts[3], (int) $parts[1]);
    }

    /**
     * A statement or note that it comes from. What is carried over may keep one that is not in this meeting.
     *
     * @param string|null $value what was sent
     * @return string|null
     */
    private function source(?string $value): ?string {
        $known = $value === null || $value === $this->around->stored('source') || $this->around->is_source($value);
        return $known ? $value : throw new refusal('unknown_item');
    }
}
