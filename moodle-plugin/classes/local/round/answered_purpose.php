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

namespace mod_leerlandschap\local\round;

use mod_leerlandschap\local\answers;
use mod_leerlandschap\local\meeting;
use mod_leerlandschap\local\voter;
use stdClass;

/**
 * A round in which those count who have answered enough: everything, unless said otherwise.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
abstract class answered_purpose extends purpose {
    #[\Override]
    public function answered(meeting $meeting, stdClass $round): int {
        return (int) $round->restored + (new answers($meeting))->count_voters($round, ...$this->having($round));
    }

    #[\Override]
    public function who(meeting $meeting, stdClass $round, array $userids): array {
        $voters = array_flip((new answers($meeting))->voters($round, ...$this->having($round)));
        $keys = array_combine($userids, voter::known_keys($meeting, $userids, $round->step));
        return array_keys(array_filter($keys, fn(string $key): bool => isset($voters[$key])));
    }

    #[\Override]
    public function is_part(int $size, int $given, int $sum): bool {
        return $given === $size;
    }

    /**
     * What the answers of a voter must be, so that they count.
     *
     * @param stdClass $round the round
     * @return array SQL on the answers of one voter, and its parameters
     */
    protected function having(stdClass $round): array {
        return ['COUNT(1) = ?', [count($round->items)]];
    }
}
