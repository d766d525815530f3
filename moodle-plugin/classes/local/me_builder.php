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
 * What only the participant gets (docs/protocol.md, "Me").
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class me_builder {
    /**
     * The participant's own view.
     *
     * @param actor $actor the participant
     * @param meeting|null $meeting the meeting; null without a room
     * @return array
     */
    public static function me(actor $actor, ?meeting $meeting): array {
        $access = $actor->access;
        return [
            'person' => (string) $actor->id(),
            'name' => fullname($actor->user),
            'rights' => [
                'participate' => $access->participate,
                'facilitate' => $access->facilitate,
                'report' => $access->report,
            ],
            'notice' => $access->notice,
            'answers' => $meeting ? self::answers($actor, $meeting) : [],
            'done' => $meeting ? progress::done($meeting, $actor->id()) : [],
        ];
    }

    /**
     * The participant's own answers. Whoever is logged in as them does not get to see hidden ones.
     *
     * @param actor $actor the participant
     * @param meeting $meeting the meeting
     * @return array[]
     */
    private static function answers(actor $actor, meeting $meeting): array {
        if ($actor->access->notice === 'login_as') {
            return [];
        }
        $key = voter::known_key($meeting, $actor->id());
        return array_map(fn(stdClass $answer): array => [
            'item' => $answer->item,
            'round' => $answer->round,
            'value' => $answer->value,
            'reason' => $answer->reason,
            'seq' => $answer->seq,
        ], $key === null ? [] : (new answers($meeting))->of_voter($key));
    }
}
