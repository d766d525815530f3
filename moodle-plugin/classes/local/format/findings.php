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

namespace mod_leerlandschap\local\format;

/**
 * The problems found in one format file, and the languages that its texts are checked against.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class findings {
    /** @var string[] languages of the file, the first one to fall back to; empty until known */
    public array $languages = [];

    /** @var array[] problems, each with at and code */
    private array $problems = [];

    /**
     * Notes a problem.
     *
     * @param string $at JSON pointer
     * @param string $code a code of docs/formats.md
     */
    public function add(string $at, string $code): void {
        $this->problems[] = ['at' => $at, 'code' => $code];
    }

    /**
     * The problems, sorted by place.
     *
     * @return array[] each with at and code
     */
    public function all(): array {
        $problems = $this->problems;
        usort($problems, fn($a, $b) => [$a['at'], $a['code']] <=> [$b['at'], $b['code']]);
        return $problems;
    }
}
