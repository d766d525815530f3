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

namespace mod_leerlandschap\local\copying;

use mod_leerlandschap\local\activity_settings;
use mod_leerlandschap\local\clock_time;
use mod_leerlandschap\local\secret;
use mod_leerlandschap\local\timer;

/**
 * What a meeting is when it comes out of a backup: where it was, with a secret of its own and a timer that stands.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class meeting_columns {
    /**
     * The columns of a meeting as it is to be stored, without instance and group.
     *
     * @param row_reader $row the meeting as the backup has it
     * @param int $copied when the backup was made, seconds since 1970
     * @param \Closure $user tells the id of a user here by the one in the backup
     * @return array
     * @throws damaged
     */
    public static function of(row_reader $row, int $copied, \Closure $user): array {
        $open = $row->one_of('state', ['open', 'closed']) === 'open';
        $chair = $row->number_or_null('chairid');
        $timer = $row->number_or_null('timerseconds', 0, timer::LONGEST);
        $now = clock_time::seconds();
        return [
            'meetingno' => $row->number('meetingno', 1, 200),
            'part' => $row->id('part'),
            'place' => $row->id('place', 42),
            'visited' => json_encode($row->texts('visited')),
            'state' => $open ? 'open' : 'closed',
            'revision' => $row->number('revision', 1),
            'firstrevision' => $row->number('firstrevision', 1),
            'chairid' => $chair ? $user($chair) : null,
            'timerseconds' => $timer,
            'timerelapsed' => $timer === null ? 0 : self::elapsed($row, $copied),
            // Nobody sat there meanwhile: who leads lets it run again.
            'timerstarted' => null,
            'visibility' => $row->one_of('visibility', activity_settings::VISIBILITIES),
            'minanswers' => $row->number(
                'minanswers',
                activity_settings::LOWEST_MINANSWERS,
                activity_settings::HIGHEST_MINANSWERS
            ),
            'facilitation' => $row->one_of('facilitation', activity_settings::FACILITATIONS),
            'pace' => $row->one_of('pace', activity_settings::PACES),
            'frozen' => $row->number('frozen', 0, 1),
            'secretref' => $open ? secret::new_name() : null,
            'pulsekey' => null,
            'ownstamp' => 0,
            'timeused' => $row->number('timeused'),
            'timecreated' => $row->number('timecreated'),
            'timeclosed' => $open ? 0 : $row->number('timeclosed'),
            // Else the task that closes what nobody uses could find it idle in its first night.
            'timemodified' => $open ? $now : $row->number('timemodified'),
        ];
    }

    /**
     * How long a timer had run when the backup was made.
     *
     * @param row_reader $row the meeting
     * @param int $copied when the backup was made, seconds since 1970
     * @return int milliseconds
     * @throws damaged
     */
    private static function elapsed(row_reader $row, int $copied): int {
        $most = timer::LONGEST * 1000;
        $elapsed = min($row->number('timerelapsed', 0, PHP_INT_MAX), $most);
        $since = $row->number_or_null('timerstarted', 0, PHP_INT_MAX);
        return $since === null ? $elapsed : min($most, $elapsed + max(0, $copied * 1000 - $since));
    }
}
