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

namespace mod_leerlandschap\local\command;

use mod_leerlandschap\local\refusal;
use mod_leerlandschap\local\round\purpose;
use mod_leerlandschap\local\scene;

/**
 * Something that somebody does in a meeting (docs/protocol.md, "Commands").
 *
 * Checks run in the order that the protocol gives, so that both hosts refuse with the same code.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
abstract class command {
    /**
     * A command in a scene.
     *
     * @param scene $scene where it happens
     * @param array $args the members of the command, as they were sent
     */
    public function __construct(
        /** @var scene where it happens */
        protected readonly scene $scene,
        /** @var array the members of the command, as they were sent */
        protected readonly array $args,
    ) {
    }

    /**
     * Checks and does it.
     *
     * @return bool whether what the group shares has changed
     * @throws refusal
     */
    final public function run(): bool {
        $this->check_right();
        $this->check_presence();
        return $this->apply();
    }

    /**
     * Checks ids, state and values, then does it.
     *
     * @return bool whether what the group shares has changed
     * @throws refusal
     */
    abstract protected function apply(): bool;

    /**
     * Checks that the actor has the right.
     *
     * @throws refusal not_allowed
     */
    protected function check_right(): void {
    }

    /**
     * Checks that the actor is there: present, or leading.
     *
     * @throws refusal not_present
     */
    protected function check_presence(): void {
        if (!$this->scene->actor_facilitates() && !$this->scene->actor_is_present()) {
            throw new refusal('not_present');
        }
    }

    /**
     * For commands that lead.
     *
     * @throws refusal not_allowed
     */
    protected function require_facilitator(): void {
        if (!$this->scene->actor_facilitates()) {
            throw new refusal('not_allowed');
        }
    }

    /**
     * For commands of those who take part.
     *
     * @throws refusal not_allowed
     */
    protected function require_participant(): void {
        if (!$this->scene->actor->access->participate) {
            throw new refusal('not_allowed');
        }
    }

    /**
     * For commands of those who take part: leading is not enough.
     *
     * @throws refusal not_present
     */
    protected function require_own_presence(): void {
        if (!$this->scene->actor_is_present()) {
            throw new refusal('not_present');
        }
    }

    /**
     * For commands in a step that the group has been at.
     *
     * @param string $step the step
     * @throws refusal step_not_reached
     */
    protected function require_visited(string $step): void {
        if (!in_array($step, $this->scene->meeting->visited(), true)) {
            throw new refusal('step_not_reached');
        }
    }

    /**
     * A member that names a step of this meeting.
     *
     * @param string $name name of the member
     * @return string
     * @throws refusal unknown_step
     */
    protected function step(string $name = 'step'): string {
        $step = $this->args[$name] ?? null;
        return in_array($step, $this->scene->meeting->steps(), true) ? $step : throw new refusal('unknown_step');
    }

    /**
     * The member `id`: a contribution that the actor may know of, also a deleted one.
     *
     * @param string $name name of the member
     * @return \stdClass
     * @throws refusal unknown_contribution
     */
    protected function contribution(string $name = 'id'): \stdClass {
        $id = $this->args[$name] ?? null;
        $row = is_string($id) ? $this->scene->contributions()->find($id) : null;
        return $row && $this->scene->authorship()->sees($row) ? $row : throw new refusal('unknown_contribution');
    }

    /**
     * Checks that what a step holds may change: while its writing is closed, it stays as it is.
     *
     * @param string $step the step
     * @throws refusal round_not_open
     */
    protected function require_not_held(string $step): void {
        $exercise = $this->scene->meeting->exercise;
        $writes = $exercise->has_step($step) && purpose::begins_with_writing($exercise, $step);
        if ($writes && $this->scene->rounds()->phase($step, 1) === 'closed') {
            throw new refusal('round_not_open');
        }
    }

    /**
     * A member that names somebody who joined.
     *
     * @param string $name name of the member
     * @return int id of the user
     * @throws refusal unknown_person
     */
    protected function person(string $name): int {
        $person = $this->args[$name] ?? null;
        $wellformed = is_string($person) && ctype_digit($person) && (string) (int) $person === $person;
        if (!$wellformed || !$this->scene->people()->has_joined((int) $person)) {
            throw new refusal('unknown_person');
        }
        return (int) $person;
    }
}
