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

use mod_leerlandschap\local\contribution\action;
use stdClass;

/**
 * What goes on in the next meeting of a group (docs/protocol.md, "Notes from elsewhere, lists and series").
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class carry_over {
    /**
     * Takes the people along, as absent.
     *
     * @param meeting $last the meeting before
     * @param meeting $next the new one
     */
    public static function people(meeting $last, meeting $next): void {
        global $DB;

        $joined = 'SELECT userid FROM {leerlandschap_presence} WHERE meetingid = ? ORDER BY id';
        $users = $DB->get_fieldset_sql($joined, [$last->id()]);
        $DB->insert_records('leerlandschap_presence', array_map(fn(string $userid): array => [
            'meetingid' => $next->id(),
            'userid' => $userid,
            'present' => 0,
            'timejoined' => 0,
        ], $users));
    }

    /**
     * Takes along what goes on, without its authors.
     *
     * @param meeting $last the meeting before
     * @param meeting $next the new one
     */
    public static function contributions(meeting $last, meeting $next): void {
        global $DB;

        $rows = contribution_rows::select($last, "audience = 'group' AND deleted = 0");
        $steps = $next->steps();
        $places = [];
        $taken = [];
        foreach (array_filter($rows, fn(stdClass $row): bool => self::goes_on($last->exercise, $row, $steps)) as $row) {
            $order = $last->exercise->order_of($row->step, $row->kind) . "/$row->kind";
            $places[$order] ??= 0;
            $taken[] = [
                'meetingid' => $next->id(),
                'uuid' => $row->uuid,
                'step' => $row->step,
                'kind' => $row->kind,
                'fields' => json_encode((object) $row->fields, JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR),
                'position' => $places[$order]++,
                'revision' => $row->revision,
                'fromno' => $row->fromno ?? $last->number(),
                'audience' => 'group',
            ];
        }
        $DB->insert_records(contribution_rows::TABLE, $taken);
    }

    /**
     * Takes along what goes on in another run than before.
     *
     * @param meeting|null $last the meeting before, null where there is none
     * @param meeting $next a meeting in which nothing was written
     */
    public static function again(?meeting $last, meeting $next): void {
        global $DB;

        if ($last) {
            $DB->delete_records(contribution_rows::TABLE, ['meetingid' => $next->id()]);
            self::contributions($last, $next);
        }
    }

    /**
     * Whether a contribution goes on.
     *
     * @param exercise $exercise the exercise
     * @param stdClass $row the contribution
     * @param string[] $steps steps of the next meeting
     * @return bool
     */
    private static function goes_on(exercise $exercise, stdClass $row, array $steps): bool {
        if (!$exercise->has_step($row->step)) {
            return false;
        }
        $list = $exercise->setting($row->step, 'list');
        $any = function (string $block, callable $which) use ($exercise, $steps): bool {
            return (bool) array_filter($steps, fn(string $step): bool => $exercise->block($step) === $block && $which($step));
        };
        $samelist = fn(string $step): bool => $exercise->setting($step, 'list') === $list;
        return match ($row->kind) {
            'action' => in_array($row->fields['status'], action::UNFINISHED, true)
                && $any('actions', fn(string $step): bool => $samelist($step) && $exercise->setting($step, 'carry_over', false)),
            'scope', 'principle' => $any('principles', $samelist),
            'goal' => in_array($row->step, $steps, true),
            'note' => !in_array($row->step, $steps, true)
                && $any('notes', fn(string $step): bool => in_array($row->step, $exercise->shown_in($step), true)),
            default => false,
        };
    }
}
