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

use core\encryption;

/**
 * A private note as a backup keeps it: with its author closed by the site's own key, which lies beside the secrets of
 * meetings and is in no backup. So whoever may make backups does not read what only its author sees in the app.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class sealed_note {
    /** What is sealed: nothing else that the site has encrypted passes for a note. */
    private const PURPOSE = 'mod_leerlandschap private note';

    /**
     * A note.
     *
     * @param int $author id of its author when it was backed up
     * @param array $fields its fields
     */
    private function __construct(
        /** @var int id of its author when it was backed up */
        public readonly int $author,
        /** @var array its fields */
        public readonly array $fields,
    ) {
    }

    /**
     * Closes a note.
     *
     * @param int $author id of its author
     * @param string $fields JSON of its fields
     * @return string|null null where the site has no key: then it is not backed up
     */
    public static function sealed(int $author, string $fields): ?string {
        try {
            return encryption::encrypt(json_encode([self::PURPOSE, $author, json_decode($fields, true)], JSON_THROW_ON_ERROR));
        } catch (\moodle_exception) {
            return null;
        }
    }

    /**
     * Opens a note.
     *
     * @param string $sealed the note as a backup has it
     * @return self|null null where this site has not closed it
     */
    public static function opened(string $sealed): ?self {
        try {
            $note = json_decode(encryption::decrypt($sealed), true);
        } catch (\moodle_exception) {
            return null;
        }
        return is_array($note) && ($note[0] ?? null) === self::PURPOSE ? new self($note[1], $note[2]) : null;
    }
}
