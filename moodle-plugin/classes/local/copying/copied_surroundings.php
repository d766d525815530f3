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

namespace mod_leerlandschap\local\copying;

use mod_leerlandschap\local\contribution\surroundings;

/**
 * What a contribution that comes out of a backup is checked against: what only the exercise and the meeting could tell is
 * taken as the contribution has it, as neither has to be there (any more).
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class copied_surroundings extends surroundings {
    /**
     * Surroundings.
     *
     * @param array $fields the contribution's fields
     */
    public function __construct(
        /** @var array the contribution's fields */
        private readonly array $fields,
    ) {
    }

    #[\Override]
    public function setting(string $name, mixed $default = null): mixed {
        return match ($name) {
            'columns' => [['id' => $this->fields['column'] ?? null]],
            'periods' => [['id' => $this->fields['period'] ?? null]],
            'summary_of' => [$this->fields['section'] ?? null],
            default => $default,
        };
    }

    #[\Override]
    public function offers(string $name): bool {
        return true;
    }

    #[\Override]
    public function stored(string $name): ?string {
        return $this->fields[$name] ?? null;
    }

    #[\Override]
    public function knows(string $person): bool {
        return ctype_digit($person) && (string) (int) $person === $person;
    }

    #[\Override]
    public function asked(string $item): ?array {
        return [count(explode(',', $this->fields['counts'] ?? '')), 1];
    }

    #[\Override]
    public function has_other_summary(string $section): bool {
        return false;
    }
}
