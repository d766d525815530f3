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

use mod_leerlandschap\local\exercise;
use mod_leerlandschap\local\keyring;
use mod_leerlandschap\local\meeting;

/**
 * The hidden meeting that a backup was made from, where its secret is still on this server.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class copied_source {
    /**
     * A source.
     *
     * @param keyring $keyring keys of the meeting
     * @param copy_marks $marks marks of its copy
     */
    private function __construct(
        /** @var keyring keys of the meeting */
        public readonly keyring $keyring,
        /** @var copy_marks marks of its copy */
        public readonly copy_marks $marks,
    ) {
    }

    /**
     * The source of a copy.
     *
     * @param row_reader $row the meeting as the backup has it
     * @return self|null null where its secret is not here (any more), or the backup is not one of it
     * @throws damaged
     */
    public static function of_copy(row_reader $row): ?self {
        global $DB;

        $id = $row->number_or_null('id');
        $meeting = $id && !$row->is_null('nonce') ? $DB->get_record('leerlandschap_meeting', ['id' => $id]) : null;
        $instance = $meeting ? $DB->get_record('leerlandschap', ['id' => $meeting->leerlandschapid]) : null;
        $keyring = $instance ? keyring::of_meeting(new meeting($meeting, $instance, new exercise(['steps' => []]))) : null;
        if (!$keyring) {
            return null;
        }
        $marks = new copy_marks($keyring->copy($row->text('nonce')));
        return hash_equals($marks->proof(), $row->text_or_null('proof') ?? '') ? new self($keyring, $marks) : null;
    }
}
