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

namespace mod_leerlandschap\local\contribution;

use mod_leerlandschap\local\contribution_rows;
use mod_leerlandschap\local\contributions;
use mod_leerlandschap\local\exercise;
use mod_leerlandschap\local\people;
use stdClass;

/**
 * What a contribution is checked against.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class surroundings {
    /**
     * Surroundings.
     *
     * @param exercise $exercise the exercise
     * @param string $step the step that it belongs to
     * @param string $at the step where the user is
     * @param stdClass|null $stored the row as it is stored, null for a new one
     * @param people $people those who joined
     * @param contributions $contributions what the group sees
     */
    public function __construct(
        /** @var exercise the exercise */
        private readonly exercise $exercise,
        /** @var string the step that it belongs to */
        private readonly string $step,
        /** @var string the step where the user is */
        private readonly string $at,
        /** @var stdClass|null the row as it is stored, null for a new one */
        private readonly ?stdClass $stored,
        /** @var people those who joined */
        private readonly people $people,
        /** @var contributions what the group sees */
        private readonly contributions $contributions,
    ) {
    }

    /**
     * A setting of the step that it belongs to.
     *
     * @param string $name name of the setting
     * @param mixed $default what holds where it is left out
     * @return mixed
     */
    public function setting(string $name, mixed $default = null): mixed {
        return $this->exercise->setting($this->step, $name, $default);
    }

    /**
     * Whether the step that it belongs to, or the one where the user is, has something switched on.
     *
     * @param string $name name of the setting
     * @return bool
     */
    public function offers(string $name): bool {
        return $this->setting($name, false) || $this->exercise->setting($this->at, $name, false);
    }

    /**
     * A field as it is stored.
     *
     * @param string $name name of the field
     * @return string|null null for a new contribution too
     */
    public function stored(string $name): ?string {
        return $this->stored?->fields[$name] ?? null;
    }

    /**
     * Whether somebody has joined.
     *
     * @param string $person what was sent
     * @return bool
     */
    public function knows(string $person): bool {
        return ctype_digit($person) && (string) (int) $person === $person && $this->people->has_joined((int) $person);
    }

    /**
     * Whether an action can come from a statement or note.
     *
     * @param string $source id of either
     * @return bool
     */
    public function is_source(string $source): bool {
        $from = $this->setting('source_items_from');
        if ($from === null) {
            return false;
        }
        return in_array($source, $this->exercise->items($from), true)
            || in_array($source, $this->contributions->ids_shown_in($from, 'note'), true);
    }

    /**
     * Whether a principle can rest on an action.
     *
     * @param string $action id of the action
     * @return bool
     */
    public function is_finding(string $action): bool {
        $row = $this->contributions->find($action);
        $list = $this->setting('link_findings_of');
        return $row && !$row->deleted && $row->audience === contribution_rows::GROUP && $row->kind === 'action' && $list !== null
            && $this->exercise->setting($row->step, 'list') === $list;
    }

    /**
     * What a step asks under an id.
     *
     * @param string $item id of the item
     * @return int[]|null how many points or options, and whether an opt-out; null where the step does not ask it
     */
    public function asked(string $item): ?array {
        $asked = $this->exercise->item($item);
        if (!$asked || $asked->step !== $this->step) {
            return null;
        }
        return [count($asked->values()) ?: count($asked->options()), (int) $asked->offers_opt_out()];
    }

    /**
     * Whether there is another summary of a section in the step.
     *
     * @param string $section the section
     * @return bool
     */
    public function has_other_summary(string $section): bool {
        foreach ($this->contributions->of_kind($this->step, 'summary') as $row) {
            if ($row->fields['section'] === $section && $row->uuid !== $this->stored?->uuid) {
                return true;
            }
        }
        return false;
    }
}
