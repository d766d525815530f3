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

use mod_leerlandschap\local\contribution\fields;
use mod_leerlandschap\local\contribution\surroundings;
use mod_leerlandschap\local\contribution_rows;
use mod_leerlandschap\local\exercise;
use mod_leerlandschap\local\refusal;
use mod_leerlandschap\local\round\purpose;
use stdClass;

/**
 * Makes or changes a contribution.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class save extends command {
    /** What the id of a contribution looks like. */
    public const UUID = '/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/D';

    #[\Override]
    protected function check_right(): void {
        if (in_array($this->args['kind'] ?? null, exercise::LED_KINDS, true)) {
            $this->require_facilitator();
        }
    }

    #[\Override]
    protected function apply(): bool {
        $exercise = $this->scene->meeting->exercise;
        $found = $this->found();
        $step = $this->own_step($found);
        $at = ($this->args['at'] ?? null) === null ? $this->step() : $this->step('at');
        $kind = $this->kind($step);
        if (!in_array($step, $exercise->shown_in($at), true)) {
            throw new refusal('wrong_block');
        }
        $id = $this->id($step, $kind);
        $base = $this->args['base'] ?? null;
        $stored = $this->stored($found, $step, $kind, $base);
        $this->require_visited($at);
        $this->require_not_held($step);
        $changed = $this->store($stored, $step, $at, $kind, $id, $base);
        if ($this->scene->actor->access->participate) {
            $this->mark_done($at);
        }
        return $changed;
    }

    /**
     * The contribution with the id that was sent, whoever may see it.
     *
     * @return stdClass|null
     */
    private function found(): ?stdClass {
        $id = $this->args['id'] ?? null;
        return is_string($id) ? $this->scene->contributions()->find($id) : null;
    }

    /**
     * The step that it belongs to: one of this meeting, or the one that it was carried over with.
     *
     * @param stdClass|null $found the contribution with its id
     * @return string
     * @throws refusal unknown_step
     */
    private function own_step(?stdClass $found): string {
        $step = $this->args['step'] ?? null;
        $carried = $found?->fromno !== null && $found->step === $step;
        return $carried && $this->scene->meeting->exercise->has_step($step) ? $step : $this->step();
    }

    /**
     * What is stored under its id.
     *
     * @param stdClass|null $found the contribution with its id, whoever may see it
     * @param string $step the step
     * @param string $kind the kind
     * @param int|null $base the revision that the change starts from
     * @return stdClass|null null for a new one
     * @throws refusal unknown_contribution, conflict
     */
    private function stored(?stdClass $found, string $step, string $kind, ?int $base): ?stdClass {
        if ($found && !$this->scene->authorship()->sees($found)) {
            throw new refusal('unknown_contribution');
        }
        if ($found && ($found->step !== $step || $found->kind !== $kind)) {
            throw new refusal('conflict');
        }
        if ($base !== null && !$found) {
            throw new refusal('unknown_contribution');
        }
        return $found;
    }

    /**
     * Notes that the actor took part by writing. What they wrote is worth more: where the secret cannot be had it
     * is stored all the same.
     *
     * @param string $step the step
     */
    private function mark_done(string $step): void {
        try {
            $this->scene->mark_done($step);
        } catch (refusal) {
            debugging('That somebody took part could not be kept, because the secret of the meeting cannot be had.');
        }
    }

    /**
     * Stores it, unless that changes nothing.
     *
     * @param stdClass|null $stored what is stored, null for a new one
     * @param string $step the step
     * @param string $at the step where the user is
     * @param string $kind the kind
     * @param string $id its id
     * @param int|null $base the revision that the change starts from
     * @return bool whether it changed what the group sees
     */
    private function store(?stdClass $stored, string $step, string $at, string $kind, string $id, ?int $base): bool {
        if ($stored?->deleted) {
            throw new refusal('deleted');
        }
        if (!$stored && $at !== $step) {
            throw new refusal('bad_value');
        }
        $uptodate = $base === $stored?->revision;
        try {
            $fields = $this->fields($stored, $step, $at, $kind);
        } catch (refusal $refusal) {
            // Somebody else's change is the first thing to be told.
            throw $uptodate ? $refusal : new refusal('conflict');
        }
        if ($stored && $stored->fields == $fields) {
            return false;
        }
        if (!$uptodate) {
            throw new refusal('conflict');
        }
        $contributions = $this->scene->contributions();
        // What only its author sees changes nothing else of the meeting.
        $this->scene->meeting->note_day();
        if ($stored) {
            $contributions->change($stored, $fields);
            return $stored->audience === contribution_rows::GROUP;
        }
        $own = $this->begins_as_own($step);
        $columns = $this->scene->authorship()->columns($step, $own);
        if ($own && purpose::begins_with_writing($this->scene->meeting->exercise, $step)) {
            // As with a first answer: what its author was told about who will see it stays so.
            $this->scene->meeting->change(['frozen' => 1]);
        }
        $contributions->add($id, $step, $kind, $fields, $columns);
        return !$own;
    }

    /**
     * Whether nobody but its author sees at first what is made in a step.
     *
     * @param string $step the step
     * @return bool
     */
    private function begins_as_own(string $step): bool {
        $exercise = $this->scene->meeting->exercise;
        return purpose::begins_with_writing($exercise, $step)
            ? $this->scene->rounds()->phase($step, 1) !== 'revealed'
            : $exercise->setting($step, 'visibility') === 'private';
    }

    /**
     * The fields as they are kept.
     *
     * @param stdClass|null $stored what is stored, null for a new one
     * @param string $step the step
     * @param string $at the step where the user is
     * @param string $kind the kind
     * @return array
     */
    private function fields(?stdClass $stored, string $step, string $at, string $kind): array {
        $sent = $this->args['fields'] ?? [];
        if (!is_array($sent)) {
            throw new refusal('bad_value');
        }
        $scene = $this->scene;
        $exercise = $scene->meeting->exercise;
        $around = new surroundings($exercise, $step, $at, $stored, $scene->people(), $scene->contributions());
        return (new (fields::of_kind($kind))($around))->kept($sent);
    }

    /**
     * The kind, one that the step holds.
     *
     * @param string $step the step
     * @return string
     */
    private function kind(string $step): string {
        $kind = $this->args['kind'] ?? null;
        if (!in_array($kind, exercise::all_kinds(), true)) {
            throw new refusal('bad_kind');
        }
        $held = $this->scene->meeting->exercise->kinds($step);
        return in_array($kind, $held, true) ? $kind : throw new refusal('wrong_block');
    }

    /**
     * The id, in the form of its kind.
     *
     * @param string $step the step
     * @param string $kind the kind
     * @return string
     */
    private function id(string $step, string $kind): string {
        $id = $this->args['id'] ?? null;
        $wellformed = $kind === 'scope'
            ? $id === 'scope:' . $this->scene->meeting->exercise->setting($step, 'list')
            : is_string($id) && preg_match(self::UUID, $id);
        return $wellformed ? $id : throw new refusal('bad_id');
    }
}
