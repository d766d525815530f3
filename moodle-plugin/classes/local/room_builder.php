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
use stdClass;

/**
 * What everybody in a meeting may see now (docs/protocol.md, "Room").
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class room_builder {
    /** Version of the protocol. */
    private const PROTOCOL = 1;

    /**
     * The room of a meeting.
     *
     * @param scene $scene the meeting
     * @param array[] $counts what counts() says
     * @return array
     */
    public static function room(scene $scene, array $counts): array {
        $meeting = $scene->meeting;
        $chair = $meeting->chair();
        return [
            'protocol' => self::PROTOCOL,
            'meeting' => (string) $meeting->id(),
            'number' => $meeting->number(),
            'revision' => $meeting->revision(),
            'group' => self::group($meeting->groupid()),
            'part' => $meeting->part(),
            'settings' => $meeting->rules()->export(),
            'state' => $meeting->is_closed() ? 'closed' : 'open',
            'place' => $meeting->place(),
            'visited' => $meeting->visited(),
            'chair' => $chair === null ? null : (string) $chair,
            'timer' => self::timer($meeting),
            'people' => $scene->people()->export(),
            'rounds' => array_map(
                fn(stdClass $round): array => self::round($round, $counts),
                $scene->rounds()->all()
            ),
            'contributions' => $scene->contributions()->export(),
        ] + ($scene->question() ? ['sharing' => $scene->question()->export()] : []);
    }

    /**
     * How many have answered the rounds that are not revealed.
     *
     * @param scene $scene the meeting
     * @return array[] step, round, answered and present each
     */
    public static function counts(scene $scene): array {
        $open = array_filter($scene->rounds()->all(), fn(stdClass $round): bool => $round->phase !== 'revealed');
        if (!$open) {
            return [];
        }
        // Once they are unlinked nobody can tell which answers are one person's.
        $unlinked = $scene->meeting->is_closed() && $scene->meeting->rules()->hidden();
        return array_values(array_map(fn(stdClass $round): array => [
            'step' => $round->step,
            'round' => $round->round,
            'answered' => $unlinked ? 0 : self::answered($scene->meeting, $round),
            'present' => $scene->expected(),
        ], $open));
    }

    /**
     * How many have answered a round.
     *
     * @param meeting $meeting the meeting
     * @param stdClass $round the round
     * @return int
     */
    private static function answered(meeting $meeting, stdClass $round): int {
        return purpose::of($meeting->exercise, $round->step, $round->round)->answered($meeting, $round);
    }

    /**
     * A round: as counted now, or as it was at the reveal.
     *
     * @param stdClass $round the round
     * @param array[] $counts what counts() says
     * @return array
     */
    public static function round(stdClass $round, array $counts): array {
        $numbers = ['answered' => (int) $round->answered, 'present' => (int) $round->presentcount];
        foreach ($counts as $count) {
            if ($count['step'] === $round->step && $count['round'] === $round->round) {
                $numbers = $count;
            }
        }
        return [
            'step' => $round->step,
            'round' => $round->round,
            'phase' => $round->phase,
            'items' => $round->items,
            'answered' => $numbers['answered'],
            'present' => $numbers['present'],
            'results' => $round->results,
        ] + ($round->relations === null ? [] : ['relations' => $round->relations]);
    }

    /**
     * The group of a meeting.
     *
     * @param int $groupid 0 without groups
     * @return array|null
     */
    private static function group(int $groupid): ?array {
        return $groupid ? ['id' => (string) $groupid, 'name' => (string) groups_get_group_name($groupid)] : null;
    }

    /**
     * The timer of the present step.
     *
     * @param meeting $meeting the meeting
     * @return array|null
     */
    private static function timer(meeting $meeting): ?array {
        $timer = $meeting->timer();
        return $timer ? [
            'step' => $meeting->place(),
            'seconds' => $timer->seconds,
            'elapsed_ms' => $timer->elapsedms,
            'running_since' => $timer->runningsince,
        ] : null;
    }
}
