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

namespace mod_leerlandschap\anonymity;

/**
 * What is left of a hidden meeting that was played: all that somebody could lay hands on but the server's disk, and, for
 * the test alone, the truth.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class played_meeting {
    /** @var dump[] copies of the database, by moment, from the first */
    public array $dumps = [];

    /** @var array[] what was done, one after another: what it was, the id of who did it, and the changes of the database */
    public array $acts = [];

    /** @var string[][] what could be read, by moment and by who read it where */
    public array $texts = [];

    /** @var string[] the file of the activity in backups with user data, by moment */
    public array $backups = [];

    /** @var string[] what nobody may read, by what it is */
    public array $secrets = [];

    /**
     * A meeting.
     *
     * @param array $people true by user id: those who joined
     * @param authors $authors who gave which answer
     */
    public function __construct(
        /** @var array true by user id: those who joined */
        public readonly array $people,
        /** @var authors who gave which answer */
        public readonly authors $authors,
    ) {
    }
}
