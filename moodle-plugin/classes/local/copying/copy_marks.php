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
 * What stands in a backup of an open hidden meeting in the place of keys: it tells who has answered a round, and whose a
 * note is that is not revealed, to nobody but a server that has the meeting's secret.
 *
 * No two marks show that they are of one person, and none stands beside an answer. Names would not do: of two backups,
 * one before and one after somebody answered, the later one would tell what they did.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class copy_marks {
    /**
     * The marks of a copy.
     *
     * @param string $key the key of the copy
     */
    public function __construct(
        /** @var string the key of the copy */
        private readonly string $key,
    ) {
    }

    /**
     * What shows that a key is the one that a copy was made with.
     *
     * @return string 64 hexadecimal digits
     */
    public function proof(): string {
        return $this->mark('proof');
    }

    /**
     * The mark of somebody's having answered a round.
     *
     * @param int $userid the participant
     * @param string $step the step
     * @param int $round the round
     * @return string 64 hexadecimal digits
     */
    public function voter(int $userid, string $step, int $round): string {
        return $this->mark("voter:$userid:$step:$round");
    }

    /**
     * The mark of the author of notes in a step.
     *
     * @param string $authorkey the author's key in the meeting
     * @return string 64 hexadecimal digits
     */
    public function author(string $authorkey): string {
        return $this->mark("author:$authorkey");
    }

    /**
     * A mark.
     *
     * @param string $use what it stands for; no use may read like another
     * @return string 64 hexadecimal digits
     */
    private function mark(string $use): string {
        return hash_hmac('sha256', $use, $this->key);
    }
}
