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
 * The principles, as they stand now, behind what those of each list are about, and how many support them: as that meeting
 * has shown it.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class principles extends last_state {
    #[\Override]
    public function columns(): array {
        return self::headings(
            'group',
            'meeting',
            'part',
            'from',
            'step',
            'kind',
            'text',
            'rests_on',
            'n',
            'answered',
            'opt_outs',
            'agreement',
            'class',
            'direction',
            'suppressed'
        );
    }

    #[\Override]
    protected function of_meeting(meeting_report $report): array {
        $rows = [];
        $support = array_map(self::measures(...), $report->support());
        foreach ($report->principles() as $principle) {
            $rows[$principle['id']] = [
                'step' => $this->labels->step($principle['step']),
                'kind' => self::word('export:kind_', $principle['kind']),
                'rests_on' => $principle['action'] === '' ? '' : $report->says($principle['action']),
            ] + $principle + ($support[$principle['id']] ?? []);
        }
        return $rows;
    }
}
