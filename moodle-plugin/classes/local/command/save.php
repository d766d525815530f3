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

use mod_leerlandschap\local\contribution_fields;
use mod_leerlandschap\local\contributions;
use mod_leerlandschap\local\exercise;
use mod_leerlandschap\local\refusal;

/**
 * Makes or changes a contribution.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class save extends command {
    /** What the id of a contribution looks like. */
    private const UUID = '/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/D';

    #[\Override]
    protected function apply(): bool {
        $step = $this->step();
        $kind = $this->kind($step);
        $id = $this->id($step, $kind);
        $base = $this->args['base'] ?? null;
        $stored = $this->scene->contributions()->get($id);
        if ($stored && ($stored->step !== $step || $stored->kind !== $kind)) {
            throw new refusal('conflict');
        }
        if ($base !== null && !$stored) {
            throw new refusal('unknown_contribution');
        }
        $this->require_visited($step);
        $changed = $this->store($step, $kind, $id);
        if ($this->scene->actor->access->participate) {
            $this->scene->mark_done($step);
        }
        return $changed;
    }

    /**
     * Stores it, unless that changes nothing.
     *
     * @param string $step the step
     * @param string $kind the kind
     * @param string $id its id
     * @return bool whether it changed anything
     */
    private function store(string $step, string $kind, string $id): bool {
        $contributions = $this->scene->contributions();
        $stored = $contributions->get($id);
        if ($stored?->deleted) {
            throw new refusal('deleted');
        }
        $uptodate = ($this->args['base'] ?? null) === $stored?->revision;
        try {
            $fields = $this->fields($step, $kind);
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
        if (!$stored && count($contributions->of_kind($step, $kind)) >= contributions::MOST) {
            throw new refusal('too_many');
        }
        // The contribution carries the revision that it brings.
        $this->scene->meeting->raise_revision();
        if ($stored) {
            $contributions->change($stored, $fields);
        } else {
            $contributions->add($id, $step, $kind, $fields, $this->scene->actor->id());
        }
        return true;
    }

    /**
     * The fields as they are kept.
     *
     * @param string $step the step
     * @param string $kind the kind
     * @return array
     */
    private function fields(string $step, string $kind): array {
        $sent = $this->args['fields'] ?? [];
        if (!is_array($sent)) {
            throw new refusal('bad_value');
        }
        $fields = new contribution_fields($this->scene->meeting->exercise, $step, $this->scene->people());
        return $fields->kept($kind, $sent);
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
