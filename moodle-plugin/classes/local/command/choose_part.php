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

use mod_leerlandschap\local\carry_over;
use mod_leerlandschap\local\meeting;
use mod_leerlandschap\local\meeting_store;
use mod_leerlandschap\local\refusal;

/**
 * Lets the meeting go through another run of the exercise, before anybody has begun.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class choose_part extends facilitator_command {
    #[\Override]
    protected function apply(): bool {
        $meeting = $this->scene->meeting;
        $series = $meeting->exercise->series;
        $to = $this->args['to'] ?? null;
        if (!in_array($to, $series->runs(), true)) {
            throw new refusal('unknown_part');
        }
        $before = (new meeting_store($meeting->instance, $meeting->exercise))->before($meeting);
        $offered = $before ? $series->next_runs($before->part()) : $series->first_runs();
        if (($this->args['from'] ?? null) !== $meeting->part() || $this->has_begun() || !in_array($to, $offered, true)) {
            throw new refusal('wrong_state');
        }
        if ($to === $meeting->part()) {
            return false;
        }
        $meeting->raise_revision();
        $meeting->change(['part' => $to, 'visited' => '[]', 'firstrevision' => $meeting->revision()]);
        // Somebody may have joined, and can answer in the steps that stand open.
        $meeting->visit();
        $this->scene->rounds()->forget();
        $this->scene->rounds()->open_first($meeting->open_from_start());
        carry_over::again($before, $meeting);
        $this->scene->note_event('part_chosen', ['part' => $to], $to);
        return true;
    }

    /**
     * Whether the group has gone anywhere, or somebody has answered, written or taken part.
     *
     * @return bool
     */
    private function has_begun(): bool {
        global $DB;

        $meeting = $this->scene->meeting;
        $this->scene->rounds()->hold_all($meeting);
        $there = ['meetingid' => $meeting->id()];
        return $meeting->place() !== meeting::START
            || $DB->record_exists('leerlandschap_answer', $there)
            || $DB->record_exists('leerlandschap_progress', $there)
            || $DB->record_exists('leerlandschap_pending', $there)
            || $DB->record_exists_select(
                'leerlandschap_contrib',
                "meetingid = ? AND (audience <> 'group' OR fromno IS NULL OR revision >= ?)",
                [$meeting->id(), $meeting->first_revision()]
            );
    }
}
