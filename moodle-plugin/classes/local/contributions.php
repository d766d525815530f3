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
 * What the group of a meeting shares. All changes need the lock of the meeting.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class contributions {
    /** Most contributions of a kind in a step. */
    public const MOST = 200;

    /** What an id can look like, of whatever kind. */
    private const ID = '/^[0-9a-z:-]{1,64}$/D';

    /**
     * Contributions of a meeting.
     *
     * @param meeting $meeting the meeting
     * @param stdClass[] $rows rows of leerlandschap_contrib, fields decoded, by uuid; deleted ones come as asked for
     */
    private function __construct(
        /** @var meeting the meeting */
        private readonly meeting $meeting,
        /** @var stdClass[] rows of leerlandschap_contrib, fields decoded, by uuid; deleted ones come as asked for */
        private array $rows,
    ) {
    }

    /**
     * Reads the contributions of a meeting.
     *
     * @param meeting $meeting the meeting
     * @return self
     */
    public static function of_meeting(meeting $meeting): self {
        global $DB;

        // Nobody can make a room heavy by writing and deleting for hours: deleted ones are not read here.
        $rows = $DB->get_records('leerlandschap_contrib', ['meetingid' => $meeting->id(), 'deleted' => 0]);
        return new self($meeting, array_column(array_map([self::class, 'decoded'], $rows), null, 'uuid'));
    }

    /**
     * A contribution, also a deleted one.
     *
     * @param string $uuid its id
     * @return stdClass|null null if there never was one
     */
    public function get(string $uuid): ?stdClass {
        global $DB;

        if (!isset($this->rows[$uuid]) && preg_match(self::ID, $uuid)) {
            $row = $DB->get_record('leerlandschap_contrib', ['meetingid' => $this->meeting->id(), 'uuid' => $uuid]);
            if ($row) {
                $this->rows[$uuid] = self::decoded($row);
            }
        }
        return $this->rows[$uuid] ?? null;
    }

    /**
     * The contributions of a kind in a step, without the deleted ones.
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
     * Adds a contribution as the last of its kind in its step.
     *
     * @param string $uuid its id
     * @param string $step the step
     * @param string $kind the kind
     * @param array $fields its fields as kept
     * @param int $userid who made it, kept in named meetings only
     */
    public function add(string $uuid, string $step, string $kind, array $fields, int $userid): void {
        global $DB;

        $row = (object) [
            'meetingid' => $this->meeting->id(),
            'uuid' => $uuid,
            'step' => $step,
            'kind' => $kind,
            'fields' => self::encoded($fields),
            'position' => count($this->of_kind($step, $kind)),
            'revision' => $this->meeting->revision(),
            'authorid' => $this->meeting->rules()->hidden() ? null : $userid,
            'deleted' => 0,
        ];
        $row->id = $DB->insert_record('leerlandschap_contrib', $row);
        $row->fields = $fields;
        $row->deleted = false;
        $this->rows[$uuid] = $row;
    }

    /**
     * Changes the fields of a contribution.
     *
     * @param stdClass $row the contribution
     * @param array $fields its fields as kept
     */
    public function change(stdClass $row, array $fields): void {
        $row->fields = $fields;
        $row->revision = $this->meeting->revision();
        $this->store($row, ['fields' => self::encoded($fields), 'revision' => $row->revision]);
    }

    /**
     * Deletes a contribution. What it said is gone; its id is kept, so that a late save finds it deleted.
     *
     * @param stdClass $row the contribution
     */
    public function delete(stdClass $row): void {
        $row->deleted = true;
        $row->revision = $this->meeting->revision();
        $row->fields = [];
        $this->store($row, ['deleted' => 1, 'fields' => '{}', 'authorid' => null, 'revision' => $row->revision]);
        $this->renumber($this->of_kind($row->step, $row->kind));
    }

    /**
     * Puts a contribution elsewhere among its kind in its step.
     *
     * @param stdClass $row the contribution
     * @param stdClass|null $after the one it comes behind; null to come first
     */
    public function move(stdClass $row, ?stdClass $after): void {
        $order = [];
        foreach ($this->of_kind($row->step, $row->kind) as $other) {
            if ($other !== $row) {
                $order[] = $other;
            }
            if ($other === $after) {
                $order[] = $row;
            }
        }
        $this->renumber($after ? $order : [$row, ...$order]);
    }

    /**
     * The contributions as the room shows them.
     *
     * @return array[] by step in exercise order, kind, position
     */
    public function export(): array {
        $hidden = $this->meeting->rules()->hidden();
        $export = [];
        foreach ($this->meeting->steps() as $step) {
            foreach (exercise::all_kinds() as $kind) {
                foreach ($this->of_kind($step, $kind) as $row) {
                    $export[] = [
                        'id' => $row->uuid,
                        'step' => $step,
                        'kind' => $kind,
                        'revision' => $row->revision,
                        'position' => $row->position,
                        'author' => $hidden || $row->authorid === null ? null : (string) $row->authorid,
                        'fields' => $row->fields,
                    ];
                }
            }
        }
        return $export;
    }

    /**
     * Numbers contributions from 0, storing those whose place has changed.
     *
     * @param stdClass[] $order the contributions of a kind in a step
     */
    private function renumber(array $order): void {
        foreach ($order as $position => $row) {
            if ($row->position !== $position) {
                $row->position = $position;
                $this->store($row, ['position' => $position]);
            }
        }
    }

    /**
     * Stores columns of a contribution.
     *
     * @param stdClass $row the contribution
     * @param array $columns values by name
     */
    private function store(stdClass $row, array $columns): void {
        global $DB;

        $DB->update_record('leerlandschap_contrib', (object) ($columns + ['id' => $row->id]));
    }

    /**
     * A row with its numbers and JSON decoded.
     *
     * @param stdClass $row row of leerlandschap_contrib
     * @return stdClass
     */
    private static function decoded(stdClass $row): stdClass {
        $row->position = (int) $row->position;
        $row->revision = (int) $row->revision;
        $row->deleted = (bool) $row->deleted;
        $row->fields = json_decode($row->fields, true);
        return $row;
    }

    /**
     * Fields as the table keeps them.
     *
     * @param array $fields the fields
     * @return string JSON
     */
    private static function encoded(array $fields): string {
        return json_encode((object) $fields, JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR);
    }
}
