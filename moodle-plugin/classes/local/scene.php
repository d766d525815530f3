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

use mod_leerlandschap\local\sharing\question;
use mod_leerlandschap\permission;
use mod_leerlandschap\task\tell_event;

/**
 * What a command meets: the meeting, who acts, and when. Reads the parts of the meeting as they are needed.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class scene {
    /** @var people|null those who joined */
    private ?people $people = null;

    /** @var rounds|null the rounds */
    private ?rounds $rounds = null;

    /** @var contributions|null what the group shares */
    private ?contributions $contributions = null;

    /** @var authorship|null what the actor alone has written */
    private ?authorship $authorship = null;

    /** @var int|null how many are present or expected */
    private ?int $expected = null;

    /** @var array the question whether other groups may see something, or null; empty until it is read */
    private array $question = [];

    /** @var callable[] to be done once everything is stored */
    private array $afterwards = [];

    /**
     * A scene.
     *
     * @param \cm_info $cm the course module
     * @param meeting $meeting the meeting
     * @param actor|null $actor who acts; null for the server itself
     * @param int $now milliseconds since 1970
     */
    public function __construct(
        /** @var \cm_info the course module */
        public readonly \cm_info $cm,
        /** @var meeting the meeting */
        public readonly meeting $meeting,
        /** @var actor|null who acts; null for the server itself */
        public readonly ?actor $actor,
        /** @var int milliseconds since 1970 */
        public readonly int $now,
    ) {
    }

    /**
     * Those who joined.
     *
     * @return people
     */
    public function people(): people {
        return $this->people ??= people::of_meeting($this->meeting);
    }

    /**
     * The rounds.
     *
     * @return rounds
     */
    public function rounds(): rounds {
        return $this->rounds ??= rounds::of_meeting($this->meeting);
    }

    /**
     * What the group shares.
     *
     * @return contributions
     */
    public function contributions(): contributions {
        return $this->contributions ??= new contributions($this->meeting);
    }

    /**
     * The question whether other groups may see something.
     *
     * @return question|null null where nobody asked
     */
    public function question(): ?question {
        $this->question = $this->question ?: [question::of_meeting($this->meeting)];
        return $this->question[0];
    }

    /**
     * What the actor alone has written.
     *
     * @return authorship
     */
    public function authorship(): authorship {
        return $this->authorship ??= $this->actor->authorship($this->meeting);
    }

    /**
     * How many are present; at one's own pace how many can take part.
     *
     * @return int
     */
    public function expected(): int {
        return $this->expected ??= match (true) {
            $this->meeting->rules()->own_pace() =>
                permission::count_participants(\context_module::instance($this->cm->id), $this->meeting->groupid()),
            $this->people !== null => $this->people->present(),
            default => people::count_present($this->meeting),
        };
    }

    /**
     * Whether the actor is present.
     *
     * @return bool
     */
    public function actor_is_present(): bool {
        return $this->people
            ? $this->people->is_present($this->actor->id())
            : people::user_is_present($this->meeting, $this->actor->id());
    }

    /**
     * Whether the actor leads.
     *
     * @return bool
     */
    public function actor_facilitates(): bool {
        return $this->actor->facilitates($this->meeting);
    }

    /**
     * Notes that the actor has taken part in a step: in a hidden meeting without their name, until it is settled.
     *
     * @param string $step the step
     * @throws refusal unavailable or secret_lost, if that cannot be kept
     */
    public function mark_done(string $step): void {
        if ($this->meeting->rules()->hidden()) {
            pending::add($this->meeting, $this->actor->id(), $step);
        } else if (progress::mark($this->meeting, $this->actor->id(), $step)) {
            $this->announce([$this->actor->id()]);
        }
    }

    /**
     * Notes who took part so far, where the meeting is hidden and keeps that back.
     */
    public function settle(): void {
        if ($this->meeting->rules()->hidden()) {
            $this->announce(settling::of_meeting($this->meeting, $this->rounds()));
        }
    }

    /**
     * Leaves it to be told to gradebook and completion that participants have new progress. To be called in the
     * transaction that stores it.
     *
     * @param int[] $userids the participants
     */
    public function announce(array $userids): void {
        if (!$userids) {
            return;
        }
        if (!$this->actor || count($userids) > announcer::MOST_AT_ONCE) {
            // Stored with the rest, so that it cannot be lost. What nobody commanded must not bear the name of whoever
            // happened to send this request: the history of grades would have it.
            announcer::later($this->meeting->instance, $userids);
            return;
        }
        $key = 'progress ' . implode(',', $userids);
        if (!isset($this->afterwards[$key])) {
            $promise = announcer::promise($this->meeting->instance, $userids);
            $this->afterwards($key, fn() => announcer::keep($promise, $this->meeting->instance, $this->cm, $userids));
        }
    }

    /**
     * Leaves an event of the meeting to be triggered. To be called in the transaction that stores what happened.
     *
     * @param string $name class of the event
     * @param array $other what it tells besides the group
     * @param string $which tells several of one name apart
     * @param int|null $related the user that it is about, null for none; only where somebody did it
     */
    public function note_event(string $name, array $other = [], string $which = '', ?int $related = null): void {
        $other = ['groupid' => $this->meeting->groupid()] + $other;
        if (!$this->actor) {
            if ($related !== null) {
                throw new \coding_exception("A task cannot tell of another user: $name");
            }
            $task = tell_event::of($name, (int) $this->cm->id, $this->meeting->id(), $other);
            \core\task\manager::queue_adhoc_task($task);
            return;
        }
        $this->afterwards("$name $which", function () use ($name, $other, $related): void {
            $class = "\\mod_leerlandschap\\event\\$name";
            $class::create([
                'objectid' => $this->meeting->id(),
                'context' => \context_module::instance($this->cm->id),
                'other' => $other,
            ] + ($related === null ? [] : ['relateduserid' => $related]))->trigger();
        });
    }

    /**
     * Leaves something to be done once everything is stored.
     *
     * @param string $key the same thing is done once
     * @param callable $what what is to be done
     */
    public function afterwards(string $key, callable $what): void {
        $this->afterwards[$key] = $what;
    }

    /**
     * Does what was left, after the commit. What fails of it does not undo what is stored, nor keep the rest from being done.
     */
    public function finish(): void {
        array_map([aftermath::class, 'attempt'], $this->afterwards);
        $this->afterwards = [];
    }
}
