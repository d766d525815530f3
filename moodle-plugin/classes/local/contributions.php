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
 * What people write in a meeting: what the group sees, and what only its author does. All changes need the lock of
 * the meeting.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class contributions {
    /** Most contributions of a kind in a step that the group sees. */
    private const MOST = 200;

    /** Most contributions in a meeting that the group sees. */
    private const MOST_IN_ALL = 1000;

    /** Most notes in a step that only their author sees, for each. */
    private const MOST_OF_ONE = 50;

    /** The same, counting those that were deleted. */
    private const MOST_EVER_OF_ONE = 200;

    /** Most rows of a meeting, whoever sees them, deleted ones too. */
    private const MOST_EVER = 10000;

    /** Condition on what the group sees. */
    private const SHOWN = "audience = 'group' AND deleted = 0";

    /** @var stdClass[] what the group sees: rows of leerlandschap_contrib by uuid; deleted ones come as asked for */
    private array $rows;

    /**
     * Contributions of a meeting.
     *
     * @param meeting $meeting the meeting
     */
    public function __construct(
        /** @var meeting the meeting */
        private readonly meeting $meeting,
    ) {
        // Nobody can make a room heavy by writing and deleting for hours: deleted ones are not read here.
        $this->rows = contribution_rows::select($meeting, self::SHOWN);
    }

    /**
     * A contribution, whoever may see it, also a deleted one.
     *
     * @param string $uuid its id
     * @return stdClass|null null if there never was one
     */
    public function find(string $uuid): ?stdClass {
        if (!isset($this->rows[$uuid])) {
            $row = contribution_rows::find($this->meeting, $uuid);
            if (!$row || $row->audience !== contribution_rows::GROUP) {
                return $row;
            }
            $this->rows[$uuid] = $row;
        }
        return $this->rows[$uuid];
    }

    /**
     * What the group sees of a kind in a step.
     *
     * @param string $step the step
     * @param string $kind the kind
     * @return stdClass[] in their order
     */
    public function of_kind(string $step, string $kind): array {
        $rows = array_filter(
            $this->rows,
            fn(stdClass $row): bool => !$row->deleted && $row->step === $step && $row->kind === $kind
        );
        usort($rows, fn($a, $b) => $a->position <=> $b->position);
        return $rows;
    }

    /**
     * What the group sees of a kind and stands in one order.
     *
     * @param string $step a step
     * @param string $kind the kind
     * @return stdClass[] in their order
     */
    private function in_order(string $step, string $kind): array {
        $exercise = $this->meeting->exercise;
        $order = $exercise->order_of($step, $kind);
        $rows = array_filter(
            $this->rows,
            fn(stdClass $row): bool => !$row->deleted && $row->kind === $kind && $exercise->order_of($row->step, $kind) === $order
        );
        usort($rows, fn($a, $b) => $a->position <=> $b->position);
        return $rows;
    }

    /**
     * Ids of what a step shows of a kind, its own first.
     *
     * @param string $step the step
     * @param string $kind the kind
     * @return string[]
     */
    public function ids_shown_in(string $step, string $kind): array {
        $shown = array_map(fn(string $from): array => $this->of_kind($from, $kind), $this->meeting->exercise->shown_in($step));
        return array_column(array_merge(...$shown), 'uuid');
    }

    /**
     * Ids of what the group sees and was made in an earlier meeting.
     *
     * @return string[]
     */
    public function carried_ids(): array {
        return array_keys(array_filter($this->rows, fn(stdClass $row): bool => !$row->deleted && $row->fromno !== null));
    }

    /**
     * Adds a contribution as the last in its order.
     *
     * @param string $uuid its id
     * @param string $step the step
     * @param string $kind the kind
     * @param array $fields its fields as kept
     * @param array $authorship columns that keep who made it
     * @throws refusal too_many
     */
    public function add(string $uuid, string $step, string $kind, array $fields, array $authorship): void {
        $row = (object) ($authorship + [
            'uuid' => $uuid,
            'step' => $step,
            'kind' => $kind,
            'fields' => $fields,
            'position' => 0,
            'revision' => 0,
            'fromno' => null,
            'deleted' => false,
        ]);
        $this->require_place($row);
        $row->revision = $this->next_revision($row);
        $row->position = count($this->alike($row));
        contribution_rows::insert($this->meeting, $row);
        if ($row->audience === contribution_rows::GROUP) {
            $this->rows[$uuid] = $row;
        }
    }

    /**
     * Changes the fields of a contribution.
     *
     * @param stdClass $row the contribution
     * @param array $fields its fields as kept
     */
    public function change(stdClass $row, array $fields): void {
        contribution_rows::update($row, ['fields' => $fields, 'revision' => $this->next_revision($row)]);
    }

    /**
     * Deletes a contribution. What it said is gone; its id is kept, so that a late save finds it deleted.
     *
     * @param stdClass $row the contribution
     */
    public function delete(stdClass $row): void {
        $author = $row->audience === contribution_rows::GROUP ? ['authorid' => null] : [];
        $columns = ['deleted' => true, 'fields' => [], 'revision' => $this->next_revision($row)];
        contribution_rows::update($row, $columns + $author);
        contribution_rows::renumber($this->alike($row));
    }

    /**
     * Puts a contribution elsewhere in its order.
     *
     * @param stdClass $row the contribution
     * @param stdClass|null $after the one it comes behind; null to come first
     */
    public function move(stdClass $row, ?stdClass $after): void {
        $order = [];
        foreach ($this->alike($row) as $other) {
            if ($other->uuid !== $row->uuid) {
                $order[] = $other;
            }
            if ($other->uuid === $after?->uuid) {
                $order[] = $row;
            }
        }
        contribution_rows::renumber($after ? $order : [$row, ...$order]);
    }

    /**
     * Lets the group see a private note, as the last of its step.
     *
     * @param stdClass $row the note
     * @throws refusal too_many
     */
    public function share(stdClass $row): void {
        $this->require_place_in_group($row);
        $others = array_filter($this->alike($row), fn(stdClass $other): bool => $other->uuid !== $row->uuid);
        $this->meeting->raise_revision();
        contribution_rows::update($row, [
            'audience' => contribution_rows::GROUP,
            'authorid' => $this->meeting->rules()->hidden() ? null : $row->authorid,
            'position' => count($this->of_kind($row->step, $row->kind)),
            'revision' => $this->meeting->revision(),
        ]);
        contribution_rows::renumber($others);
        $this->rows[$row->uuid] = $row;
    }

    /**
     * Lets the group see what was written for this reveal of a step, in an order that tells nothing.
     *
     * Never what was written as private: a step can have held private notes under another exercise.
     *
     * @param string $step the step
     */
    public function reveal_written(string $step): void {
        $hidden = $this->meeting->rules()->hidden();
        $columns = array_flip(array_column($this->meeting->exercise->setting($step, 'columns'), 'id'));
        $place = fn(stdClass $row): array => [
            $columns[$row->fields['column']] ?? count($columns), $row->fields['text'], $row->uuid,
        ];
        $where = "audience = 'reveal' AND step = ?" . ($hidden ? ' AND authorkey IS NOT NULL' : '');
        $rows = contribution_rows::select($this->meeting, "$where AND deleted = 0", [$step]);
        usort($rows, function (stdClass $a, stdClass $b) use ($place): int {
            [$one, $other] = [$place($a), $place($b)];
            return $one[0] <=> $other[0] ?: strcmp($one[1], $other[1]) ?: strcmp($one[2], $other[2]);
        });
        $position = count($this->of_kind($step, 'note'));
        $revision = $this->meeting->revision();
        foreach ($rows as $row) {
            $row->position = $position++;
            $row->revision = $revision;
            $row->audience = contribution_rows::GROUP;
            $row->authorkey = null;
        }
        contribution_rows::replace($this->meeting, $rows);
        contribution_rows::release_deleted($this->meeting, $where, [$step]);
        $this->rows = contribution_rows::select($this->meeting, self::SHOWN);
    }

    /**
     * The contributions as the room shows them.
     *
     * @return array[] by step in exercise order, kind, position
     */
    public function export(): array {
        return contribution_export::all($this->meeting, array_filter($this->rows, fn(stdClass $row): bool => !$row->deleted));
    }

    /**
     * Those among which one has its place, of its kind and step or list: what the group sees, or what its author alone does.
     *
     * @param stdClass $row the one
     * @return stdClass[] in their order, without deleted ones
     */
    public function alike(stdClass $row): array {
        if ($row->audience === contribution_rows::GROUP) {
            return $this->in_order($row->step, $row->kind);
        }
        $rows = array_filter(
            contribution_rows::like_own($this->meeting, $row),
            fn(stdClass $other): bool => !$other->deleted
        );
        return array_values(array_replace($rows, array_intersect_key([$row->uuid => $row], $rows)));
    }

    /**
     * Checks that there is place for one more.
     *
     * What only its author sees is counted for each author: nobody fills a list of others with what these cannot see.
     *
     * @param stdClass $row the one
     * @throws refusal too_many
     */
    private function require_place(stdClass $row): void {
        if ($row->audience === contribution_rows::GROUP) {
            $this->require_place_in_group($row);
        } else {
            $own = contribution_rows::like_own($this->meeting, $row);
            $left = array_filter($own, fn(stdClass $other): bool => !$other->deleted);
            if (count($left) >= self::MOST_OF_ONE || count($own) >= self::MOST_EVER_OF_ONE) {
                throw new refusal('too_many');
            }
        }
        if (contribution_rows::count($this->meeting) >= self::MOST_EVER) {
            throw new refusal('too_many');
        }
    }

    /**
     * Checks that the group can see one more.
     *
     * @param stdClass $row the one
     * @throws refusal too_many
     */
    private function require_place_in_group(stdClass $row): void {
        $all = array_filter($this->rows, fn(stdClass $other): bool => !$other->deleted);
        if (count($all) >= self::MOST_IN_ALL || count($this->of_kind($row->step, $row->kind)) >= self::MOST) {
            throw new refusal('too_many');
        }
    }

    /**
     * The revision that a change brings: the meeting's, raised by this, or a count of its own.
     *
     * @param stdClass $row what changes
     * @return int
     */
    private function next_revision(stdClass $row): int {
        if ($row->audience !== contribution_rows::GROUP) {
            return $row->revision + 1;
        }
        $this->meeting->raise_revision();
        return $this->meeting->revision();
    }
}
