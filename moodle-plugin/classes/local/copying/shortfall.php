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

/**
 * What of a backup could not be restored, or not as it was, so that whoever restores it is told.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class shortfall {
    /** What can be missing; for each there is a string. */
    public const KINDS = ['newer', 'exercise', 'groups', 'secrets', 'damaged', 'people', 'owners', 'notes', 'locked', 'shared'];

    /** @var int[] how often, by what it is */
    private array $counts = [];

    /** @var array true, by the ids in the backup of users who were not restored */
    private array $people = [];

    /**
     * Notes something.
     *
     * @param string $what one of KINDS
     */
    public function add(string $what): void {
        $this->counts[$what] = ($this->counts[$what] ?? 0) + 1;
    }

    /**
     * Notes that somebody was not restored, once.
     *
     * @param int $old id of the user in the backup
     */
    public function add_person(int $old): void {
        if (!isset($this->people[$old])) {
            $this->people[$old] = true;
            $this->add('people');
        }
    }

    /**
     * What there is to tell, in the language of whoever restores.
     *
     * @param string $name name of the activity
     * @return string[] plain texts
     */
    public function messages(string $name): array {
        $messages = [];
        foreach ($this->counts as $what => $count) {
            $messages[] = get_string("restore:$what", 'mod_leerlandschap', ['name' => $name, 'count' => $count]);
        }
        return $messages;
    }
}
