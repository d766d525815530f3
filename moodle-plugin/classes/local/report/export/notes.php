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

namespace mod_leerlandschap\local\report\export;

use mod_leerlandschap\local\report\meeting_report;

/**
 * The notes that groups see, in each meeting that has them; with dots a row for each step in which they were placed.
 *
 * Who wrote a note stands beside it where everybody in the room sees it: in named meetings, until they are closed.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class notes extends dataset {
    #[\Override]
    public function columns(): array {
        return self::headings(
            'group',
            'meeting',
            'part',
            'from',
            'step',
            'column',
            'note_group',
            'text',
            'author',
            'dots',
            'dots_step'
        );
    }

    #[\Override]
    public function rows(): \Generator {
        foreach ($this->reports($this->number) as $report) {
            yield from $this->of_meeting($report);
        }
    }

    /**
     * The notes of a meeting.
     *
     * @param meeting_report $report what came of it
     * @return \Generator
     */
    private function of_meeting(meeting_report $report): \Generator {
        $dots = $report->dots();
        foreach ($report->notes() as $note) {
            $row = $this->whereabouts($report->meeting) + [
                'from' => $note['from'],
                'step' => $this->labels->step($note['step']),
                'column' => $this->labels->column($note['step'], $note['column']),
                'note_group' => $note['group'],
                'text' => $note['text'],
                'author' => $note['author'],
            ];
            foreach ($dots[$note['id']] ?? [] as $step => $number) {
                yield $row + ['dots' => $number, 'dots_step' => $this->labels->step($step)];
            }
            if (!isset($dots[$note['id']])) {
                yield $row;
            }
        }
    }
}
