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

declare(strict_types=1);

namespace mod_leerlandschap;

use core\activity_dates;

/**
 * The dates that course and activity pages show: when the activity opens and closes.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class dates extends activity_dates {
    /** Field of the activity => labels before and after the moment, from core's course strings. */
    private const LABELS = [
        'timeopen' => ['activitydate:opens', 'activitydate:opened'],
        'timeclose' => ['activitydate:closes', 'activitydate:closed'],
    ];

    /**
     * The dates that are set.
     *
     * @return array[] dataid, label and timestamp each
     */
    protected function get_dates(): array {
        $dates = [];
        foreach (self::LABELS as $field => [$before, $after]) {
            $moment = (int) ($this->cm->customdata[$field] ?? 0);
            if ($moment) {
                $dates[] = [
                    'dataid' => $field,
                    'label' => get_string($moment > time() ? $before : $after, 'course'),
                    'timestamp' => $moment,
                ];
            }
        }
        return $dates;
    }
}
