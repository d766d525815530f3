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

    /** @var callable[] to be done once everything is stored */
    private array $afterwards = [];

    /**
     * A scene.
     *
     * @param \cm_info $cm the course module
     * @param meeting $meeting the meeting
     * @param actor $actor who acts
     * @param int $now milliseconds since 1970
     */
    public function __construct(
        /** @var \cm_info the course module */
        public readonly \cm_info $cm,
        /** @var meeting the meeting */
        public readonly meeting $meeting,
        /** @var actor who acts */
        public readonly actor $actor,
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
        return $this->contributions ??= contributions::of_meeting($this->meeting);
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
     * Notes that the actor has taken part in a step.
     *
     * @param string $step the step
     */
    public function mark_done(string $step): void {
        if (progress::mark($this->meeting, $this->actor->id(), $step)) {
            $this->afterwards('progress', fn() => progress::announce($this->meeting->instance, $this->cm, $this->actor->id()));
        }
    }

    /**
     * Leaves an event of the meeting to be triggered.
     *
     * @param string $name class of the event
     * @param array $other what it tells besides the group
     */
    public function note_event(string $name, array $other = []): void {
        $this->afterwards($name, function () use ($name, $other): void {
            $class = "\\mod_leerlandschap\\event\\$name";
            $class::create([
                'objectid' => $this->meeting->id(),
                'context' => \context_module::instance($this->cm->id),
                'other' => ['groupid' => $this->meeting->groupid()] + $other,
            ])->trigger();
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
     * Does what was left.
     */
    public function finish(): void {
        foreach ($this->afterwards as $what) {
            $what();
        }
        $this->afterwards = [];
    }
}
