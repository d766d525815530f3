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

use mod_leerlandschap\local\round\purpose;

/**
 * Who has answered, never what: told to the one who leads, with the numbers, and to nobody else (docs/anonymity.md).
 *
 * Nothing is stored for it. In a hidden meeting it is found out by the keys of those who are present; the published
 * rooms do not have it, so that no file tells who answered, nor does a token of whoever had the chair before.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class who_answered {
    /**
     * The counts as the actor gets them.
     *
     * @param scene $scene the meeting
     * @param array[] $counts what room_builder::counts() says
     * @return array[] the same; where the actor is told, with who has answered, in the order of joining
     */
    public static function told(scene $scene, array $counts): array {
        $meeting = $scene->meeting;
        $leads = $scene->actor->access->notice === null && $scene->actor_facilitates();
        // Whoever is at it alone would be known by it as the author of a text that appears at that moment.
        if (!$leads || $meeting->is_closed() || $meeting->rules()->own_pace()) {
            return $counts;
        }
        foreach ($counts as $i => $count) {
            $who = $count['step'] === $meeting->place() ? self::of_round($scene, $count) : null;
            if ($who !== null) {
                $counts[$i]['who'] = array_map(strval(...), $who);
            }
        }
        return $counts;
    }

    /**
     * Who of those present has answered a round.
     *
     * @param scene $scene the meeting
     * @param array $count step, round and answered
     * @return int[]|null users in the order of joining; null where nobody is told
     */
    private static function of_round(scene $scene, array $count): ?array {
        $meeting = $scene->meeting;
        $purpose = purpose::of($meeting->exercise, $count['step'], $count['round']);
        $from = $purpose->tells_who_from($meeting->rules());
        $round = $scene->rounds()->get($count['step'], $count['round']);
        if ($from === null || $count['answered'] < $from || $round->restored !== null) {
            // After a restore it would be known of some of those who have answered only; and with notes that somebody put
            // into the backup, whose the one is that was there.
            return null;
        }
        if ($count['answered'] && $meeting->rules()->hidden() && !keyring::of_meeting($meeting)) {
            // The secret is gone: better no names than that nobody seems to have answered.
            return null;
        }
        return $purpose->who($meeting, $round, $scene->people()->present_ids());
    }
}
