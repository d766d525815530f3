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

namespace mod_leerlandschap\local;

use stdClass;

/**
 * Whose a note is that nobody but its author sees (yet).
 *
 * A private note keeps its author by id. A note that a hidden meeting reveals later keeps a key that is derived from
 * its author: the group will see it without a name, and so does whoever reads the database.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class authorship {
    /** @var keyring|false|null keys of the meeting; null without any, false until asked for */
    private keyring|false|null $keyring = false;

    /**
     * What is somebody's in a meeting.
     *
     * @param meeting $meeting the meeting
     * @param int $userid the user
     * @param bool $actsforother whether an administrator is logged in as that user, who gets to see nothing
     */
    public function __construct(
        /** @var meeting the meeting */
        private readonly meeting $meeting,
        /** @var int the user */
        private readonly int $userid,
        /** @var bool whether an administrator is logged in as that user, who gets to see nothing */
        private readonly bool $actsforother = false,
    ) {
    }

    /**
     * The columns that keep who made something.
     *
     * @param string $step its step
     * @param bool $own whether nobody but its author sees it
     * @return array audience, authorid and authorkey
     * @throws refusal unavailable or secret_lost, if the meeting's secret is needed and cannot be had
     */
    public function columns(string $step, bool $own): array {
        $hidden = $this->meeting->rules()->hidden();
        $private = $this->meeting->exercise->setting($step, 'visibility') === 'private';
        $keyed = $own && $hidden && !$private;
        return [
            'audience' => match (true) {
                !$own => contribution_rows::GROUP,
                $private => contribution_rows::PRIVATE,
                default => contribution_rows::UNREVEALED,
            },
            'authorid' => $keyed || ($hidden && !$own) ? null : $this->userid,
            'authorkey' => $keyed ? keyring::for_storing($this->meeting)->note($this->userid, $step) : null,
        ];
    }

    /**
     * Whether the user may know of a contribution.
     *
     * @param stdClass $row row of leerlandschap_contrib
     * @return bool
     */
    public function sees(stdClass $row): bool {
        return $row->audience === contribution_rows::GROUP || (!$this->actsforother && $this->is_author($row));
    }

    /**
     * What only the user sees, deleted notes too.
     *
     * @return array condition on leerlandschap_contrib, and its parameters
     */
    public function own(): array {
        if ($this->actsforother) {
            return ['1 = 0', []];
        }
        $keys = $this->keys();
        if (!$keys) {
            return ["audience <> 'group' AND authorid = ?", [$this->userid]];
        }
        global $DB;
        [$in, $params] = $DB->get_in_or_equal($keys);
        return ["audience <> 'group' AND (authorid = ? OR authorkey $in)", [$this->userid, ...$params]];
    }

    /**
     * The authors of notes in a step that are written for its reveal.
     *
     * @param meeting $meeting the meeting
     * @param string $step the step
     * @return string[] one for each, as marks() has them
     */
    public static function authors(meeting $meeting, string $step): array {
        global $DB;

        $column = $meeting->rules()->hidden() ? 'authorkey' : 'authorid';
        return array_map(strval(...), $DB->get_fieldset_select(
            'leerlandschap_contrib',
            "DISTINCT $column",
            "meetingid = ? AND step = ? AND audience = ? AND deleted = 0 AND $column IS NOT NULL",
            [$meeting->id(), $step, contribution_rows::UNREVEALED]
        ));
    }

    /**
     * What stands with the notes of users in a step that are written for its reveal.
     *
     * @param meeting $meeting the meeting
     * @param string $step the step
     * @param int[] $userids the users
     * @return string[] one for each; empty texts where nothing can be found
     */
    public static function marks(meeting $meeting, string $step, array $userids): array {
        if (!$meeting->rules()->hidden()) {
            return array_map(strval(...), $userids);
        }
        $keyring = keyring::of_meeting($meeting);
        return array_map(fn(int $userid): string => $keyring ? $keyring->note($userid, $step) : '', $userids);
    }

    /**
     * Whether the user made something.
     *
     * @param stdClass $row row of leerlandschap_contrib
     * @return bool
     */
    private function is_author(stdClass $row): bool {
        if ($row->authorkey === null) {
            return $row->authorid !== null && (int) $row->authorid === $this->userid;
        }
        $key = $this->keyring()?->note($this->userid, $row->step);
        return $key !== null && hash_equals($row->authorkey, $key);
    }

    /**
     * The keys of the user's notes.
     *
     * @return string[] one for each step that has such notes
     */
    private function keys(): array {
        global $DB;

        $keyring = $this->keyring();
        // As stored: the exercise can be another one by now.
        $where = 'meetingid = ? AND authorkey IS NOT NULL';
        $steps = $keyring
            ? $DB->get_fieldset_select(contribution_rows::TABLE, 'DISTINCT step', $where, [$this->meeting->id()])
            : [];
        return array_map(fn(string $step): string => $keyring->note($this->userid, $step), $steps);
    }

    /**
     * The keys of the meeting, read once.
     *
     * @return keyring|null
     */
    private function keyring(): ?keyring {
        if ($this->keyring === false) {
            $this->keyring = $this->meeting->rules()->hidden() ? keyring::of_meeting($this->meeting) : null;
        }
        return $this->keyring;
    }
}
