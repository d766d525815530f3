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
 * A table of what goes on from meeting to meeting: how each stands in the last meeting of its group that has it.
 *
 * What a later meeting has deleted is left out: as on the report's page also where only what stood in the meetings of one
 * number is asked for.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
abstract class last_state extends dataset {
    #[\Override]
    public function rows(): \Generator {
        $groupid = null;
        [$last, $stood] = [[], []];
        foreach ($this->reports(0) as $report) {
            if ($report->meeting->groupid() !== $groupid) {
                yield from $this->wanted($last, $stood);
                [$last, $stood] = [[], []];
                $groupid = $report->meeting->groupid();
            }
            $last = array_diff_key($last, array_flip($report->deleted()));
            $rows = $this->of_meeting($report);
            foreach ($rows as $id => $row) {
                // Behind those that did not go on, in the order of now.
                unset($last[$id]);
                $last[$id] = $this->whereabouts($report->meeting) + $row;
            }
            if ($report->meeting->number() === $this->number) {
                $stood = $rows;
            }
        }
        yield from $this->wanted($last, $stood);
    }

    /**
     * Those of the rows of a group that are asked for.
     *
     * @param array[] $rows the rows, by id of what they are about
     * @param array $stood what stood in the meeting of the number that is asked for, by id
     * @return array[]
     */
    private function wanted(array $rows, array $stood): array {
        return array_values($this->number ? array_intersect_key($rows, $stood) : $rows);
    }

    /**
     * The rows of one meeting.
     *
     * @param meeting_report $report what came of it
     * @return array[] values by stable names, by id of what they are about
     */
    abstract protected function of_meeting(meeting_report $report): array;
}
