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

namespace mod_leerlandschap\local\editing;

use mod_leerlandschap\local\exercise;
use stdClass;

/**
 * Finds out what of an activity's exercise carries answers or contributions.
 *
 * Nothing here looks at an answer: nobody answers what no round asks, so the rounds tell which items are in use.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class used_reader {
    /** Kind of contribution => the field that names what it stands in, and what that is. */
    private const STANDS_IN = [
        'note' => ['column', 'column'],
        'goal' => ['period', 'period'],
        'summary' => ['section', 'section'],
    ];

    /** Table => condition on its rows that tell of use. */
    private const TRACES = ['round' => '1 = 1', 'contrib' => 'deleted = 0', 'progress' => '1 = 1', 'pending' => '1 = 1'];

    /** @var array[] what is used */
    private array $entries = [];
    /** @var bool[] meetings that somebody joined, answered in or wrote in, as keys */
    private readonly array $touched;

    /**
     * An activity.
     *
     * @param stdClass $instance row of leerlandschap
     * @param exercise $exercise its exercise
     */
    private function __construct(
        /** @var stdClass row of leerlandschap */
        private readonly stdClass $instance,
        /** @var exercise its exercise */
        private readonly exercise $exercise,
    ) {
        $this->touched = array_fill_keys(self::touched_meetings((int) $instance->id), true);
    }

    /**
     * What is used.
     *
     * @param stdClass $instance row of leerlandschap
     * @param exercise $exercise its exercise
     * @return used
     */
    public static function read(stdClass $instance, exercise $exercise): used {
        $reader = new self($instance, $exercise);
        $reader->read_rounds();
        $reader->read_contributions();
        $reader->read_progress();
        $reader->add_unseen_columns();
        if ($reader->entries) {
            $reader->read_parts();
        }
        return new used($reader->entries);
    }

    /**
     * Whether anything is used, without a look at what.
     *
     * @param int $instanceid the activity
     * @return bool the same as of read(), also where there is no exercise any more to read it by
     */
    public static function is_used(int $instanceid): bool {
        global $DB;

        [$meetings, $params] = $DB->get_in_or_equal(self::touched_meetings($instanceid), SQL_PARAMS_QM, '', true, 0);
        foreach (self::TRACES as $table => $where) {
            if ($DB->record_exists_select("leerlandschap_$table", "meetingid $meetings AND $where", $params)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether somebody has joined a meeting that is open.
     *
     * @param int $instanceid the activity
     * @return bool
     */
    public static function is_running(int $instanceid): bool {
        global $DB;

        return $DB->record_exists_sql(
            "SELECT 1
               FROM {leerlandschap_meeting} m
              WHERE m.leerlandschapid = ? AND m.state = 'open'
                    AND EXISTS (SELECT 1 FROM {leerlandschap_presence} p WHERE p.meetingid = m.id)",
            [$instanceid]
        );
    }

    /**
     * Meetings in which anybody has done anything but look.
     *
     * @param int ...$instanceids the activities
     * @return int[] ids
     */
    public static function touched_meetings(int ...$instanceids): array {
        global $DB;

        $hasrows = array_map(
            fn(string $table): string => "EXISTS (SELECT 1 FROM {leerlandschap_$table} t WHERE t.meetingid = m.id)",
            ['presence', 'answer', 'contrib', 'progress']
        );
        [$in, $params] = $DB->get_in_or_equal($instanceids, SQL_PARAMS_QM, '', true, 0);
        $sql = "SELECT m.id
                  FROM {leerlandschap_meeting} m
                 WHERE m.leerlandschapid $in AND (m.state = 'closed' OR m.meetingno > 1 OR " . implode(' OR ', $hasrows) . ')';
        return array_map('intval', $DB->get_fieldset_sql($sql, $params));
    }

    /**
     * Items, sections and steps of rounds.
     */
    private function read_rounds(): void {
        $highest = [];
        foreach ($this->rows('round', 't.id, t.meetingid, t.step, t.round, t.items') as $row) {
            $highest[$row->step] = max($highest[$row->step] ?? 0, (int) $row->round);
            $asked = json_decode($row->items, true) ?? [];
            foreach ($asked as $item) {
                if (in_array($item, $this->items($row->step), true)) {
                    $this->add('item', $row->step, $item);
                } else if (str_starts_with($item, "{$row->step}:")) {
                    $this->add('section', $row->step, substr($item, strlen($row->step) + 1));
                }
            }
        }
        foreach ($highest as $step => $round) {
            $this->add('round', (string) $step, (string) $round);
        }
    }

    /**
     * Columns, periods, sections, lists and steps of contributions.
     */
    private function read_contributions(): void {
        foreach ($this->rows('contrib', 't.id, t.meetingid, t.step, t.kind, t.fields') as $row) {
            $this->add('step', $row->step);
            [$field, $kind] = self::STANDS_IN[$row->kind] ?? [null, null];
            $stands = $field === null ? null : (json_decode($row->fields, true)[$field] ?? null);
            if (is_string($stands) && $stands !== '') {
                $this->add($kind, $row->step, $stands);
            }
            $list = $this->exercise->has_step($row->step) ? $this->exercise->setting($row->step, 'list') : null;
            if ($list !== null) {
                $this->add('list', $row->step, $list);
            }
        }
    }

    /**
     * Steps that somebody took part in.
     */
    private function read_progress(): void {
        // Of a hidden meeting also what has no points yet.
        foreach (['progress', 'pending'] as $table) {
            foreach ($this->rows($table, 'MIN(t.id) AS id, t.meetingid, t.step', 'GROUP BY t.meetingid, t.step') as $row) {
                $this->add('step', $row->step);
            }
        }
    }

    /**
     * All columns of used steps whose notes only their authors see (at first): in which of them something stands, or
     * whether anything does, nobody else is told.
     */
    private function add_unseen_columns(): void {
        foreach (array_unique(array_column($this->entries, 'step')) as $step) {
            if ($this->exercise->has_step($step) && $this->exercise->setting($step, 'visibility', 'shared') !== 'shared') {
                foreach ($this->exercise->setting($step, 'columns', []) as $column) {
                    $this->add('column', $step, $column['id']);
                }
            }
        }
    }

    /**
     * Parts that meetings with any of it run.
     */
    private function read_parts(): void {
        global $DB;

        $meetings = $DB->get_records_menu('leerlandschap_meeting', ['leerlandschapid' => $this->instance->id], '', 'id, part');
        foreach (array_intersect_key($meetings, $this->touched) as $part) {
            $this->add('part', '', $part);
        }
    }

    /**
     * Rows of meetings that count.
     *
     * @param string $table table without the plugin's name
     * @param string $columns columns of t
     * @param string $grouping how they are put together
     * @return stdClass[]
     */
    private function rows(string $table, string $columns, string $grouping = ''): array {
        global $DB;

        $where = self::TRACES[$table];
        $rows = $DB->get_records_sql(
            "SELECT $columns
               FROM {leerlandschap_$table} t
              WHERE t.meetingid IN (SELECT m.id FROM {leerlandschap_meeting} m WHERE m.leerlandschapid = ?) AND $where $grouping",
            [$this->instance->id]
        );
        return array_filter($rows, fn(stdClass $row): bool => isset($this->touched[$row->meetingid]));
    }

    /**
     * Ids of the items of a step.
     *
     * @param string $step id of a step, also one that is not in the exercise
     * @return string[]
     */
    private function items(string $step): array {
        return $this->exercise->has_step($step) ? $this->exercise->items($step) : [];
    }

    /**
     * Notes that something is used, and its step with it.
     *
     * @param string $kind a kind of docs/protocol.md
     * @param string $step id of the step, '' for a part
     * @param string $id its id, '' for a step
     */
    private function add(string $kind, string $step, string $id = ''): void {
        $this->entries["$kind\0$step\0$id"] = ['kind' => $kind, 'step' => $step, 'id' => $id];
        if ($kind !== 'step' && $step !== '') {
            $this->add('step', $step);
        }
    }
}
