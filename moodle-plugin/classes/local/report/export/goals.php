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
 * The goals of plans, as they stand now.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class goals extends last_state {
    /** Words of statuses that goals share with actions. */
    private const SHARED = ['busy', 'dropped'];

    #[\Override]
    public function columns(): array {
        return self::headings('group', 'meeting', 'part', 'from', 'step', 'period', 'goal', 'who', 'measure', 'status');
    }

    #[\Override]
    protected function of_meeting(meeting_report $report): array {
        $rows = [];
        foreach ($report->goals() as $goal) {
            $prefix = in_array($goal['status'], self::SHARED, true) ? 'app:status_' : 'app:goal_';
            $rows[$goal['id']] = [
                'step' => $this->labels->step($goal['step']),
                'status' => self::word($prefix, $goal['status']),
            ] + $goal;
        }
        return $rows;
    }
}
