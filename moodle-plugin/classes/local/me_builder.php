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
     * @param scene|null $scene the meeting; null without a room
     * @return array
     */
    public static function me(actor $actor, ?scene $scene): array {
        $access = $actor->access;
        $presenting = $access->notice === 'presenting';
        if ($presenting) {
            // Everybody looks at it: it shows nothing of whoever opened it.
            $scene = null;
        }
        $answers = $scene ? self::answers($actor, $scene) : [];
        $own = $scene ? contribution_export::own($scene->meeting, $scene->authorship()) : [];
        $locked = $scene && $access->notice !== 'login_as' ? self::locked($actor, $scene) : [];
        return [
            'person' => $presenting ? '' : (string) $actor->id(),
            'name' => $presenting ? '' : fullname($actor->user),
            'rights' => [
                'participate' => $access->participate,
                'facilitate' => $access->facilitate,
                'report' => $access->report,
            ],
            // Nobody could come to a next meeting of a room that is none any more.
            'notice' => $access->notice ?? ($access->former && $scene?->meeting->is_closed() ? 'other_group' : null),
            'answers' => array_map([self::class, 'answer'], $answers),
        ] + ($own ? ['contributions' => $own] : []) + ($locked ? ['locked' => $locked] : []) + [
            'done' => $scene ? self::done($actor, $scene, $answers) : [],
        ] + ($scene && $access->notice !== 'login_as' ? self::consent($actor, $scene) : []);
    }

    /**
     * The participant's own answers. Whoever is logged in as them does not get to see hidden ones.
     *
     * @param actor $actor the participant
     * @param scene $scene the meeting
     * @return stdClass[] as answers has them, in the order of the exercise, then of rounds
     */
    private static function answers(actor $actor, scene $scene): array {
        if ($actor->access->notice === 'login_as') {
            return [];
        }
        // Of no other step anybody can have answered anything.
        $keys = voter::known_keys_of($scene->meeting, $actor->id(), $scene->meeting->visited());
        $answers = (new answers($scene->meeting))->of_voter($keys);
        $order = $scene->rounds()->order();
        $answers = array_filter($answers, fn(stdClass $answer): bool => isset($order[$answer->subject]));
        usort($answers, fn($a, $b) => [$order[$a->subject], $a->round] <=> [$order[$b->subject], $b->round]);
        return $answers;
    }

    /**
     * One of their answers.
     *
     * @param stdClass $answer the answer
     * @return array
     */
    private static function answer(stdClass $answer): array {
        return [
            'item' => $answer->subject,
            'round' => $answer->round,
            'value' => $answer->value,
        ] + ($answer->choices ? ['choices' => $answer->choices] : []) + ($answer->text !== '' ? ['text' => $answer->text] : []) + [
            'reason' => $answer->reason,
            'seq' => $answer->seq,
        ];
    }

    /**
     * What the participant said to the question whether other groups may see something.
     *
     * @param actor $actor the participant
     * @param scene $scene the meeting
     * @return array[] consent, where they said anything
     */
    private static function consent(actor $actor, scene $scene): array {
        $consent = $scene->question()?->own($actor->id());
        return $consent ? ['consent' => $consent] : [];
    }

    /**
     * The steps whose round the participant is not asked again, in a meeting that came out of a backup.
     *
     * @param actor $actor the participant
     * @param scene $scene the meeting
     * @return string[]
     */
    private static function locked(actor $actor, scene $scene): array {
        $restored = fn(stdClass $round): bool => $round->restored !== null && $round->phase !== 'revealed';
        $rounds = $scene->meeting->is_closed() ? [] : array_filter($scene->rounds()->all(), $restored);
        $keys = voter::known_keys_of($scene->meeting, $actor->id(), array_values(array_unique(array_column($rounds, 'step'))));
        $own = fn(stdClass $round): bool => isset($keys[$round->step])
            && locked::has($scene->meeting, $round->step, $round->round, $keys[$round->step]);
        return array_column(array_filter($rounds, $own), 'step');
    }

    /**
     * The steps that the participant has taken part in.
     *
     * In a hidden meeting that is not noted before it is settled, but the participant has done them; whoever is
     * logged in as them does not get to see that either.
     *
     * @param actor $actor the participant
     * @param scene $scene the meeting
     * @param stdClass[] $answers the participant's answers
     * @return string[] in the order of the exercise
     */
    private static function done(actor $actor, scene $scene, array $answers): array {
        $meeting = $scene->meeting;
        $done = progress::of_person($meeting, $actor->id());
        if ($meeting->rules()->hidden() && !$meeting->is_closed() && $actor->access->notice !== 'login_as') {
            $pending = pending::of_person($meeting, $actor->id(), array_diff($meeting->visited(), $done));
            $done = [...$done, ...$pending, ...$scene->rounds()->completed($answers)];
        }
        return array_values(array_intersect($meeting->exercise->all_steps(), $meeting->steps(), $done));
    }
}
