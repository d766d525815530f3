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

namespace mod_leerlandschap\local\pulse;

use mod_leerlandschap\local\access;
use mod_leerlandschap\local\clock_time;
use mod_leerlandschap\local\meeting;

/**
 * What the web services tell of the fast way to news of a room: where it is, and a token for it.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class grant {
    /**
     * What somebody gets who sees a room.
     *
     * @param meeting $meeting the meeting
     * @param access $access as what they see it
     * @return array|null address, token, seconds and own; null where there is no fast way
     */
    public static function of(meeting $meeting, access $access): ?array {
        $key = publisher::ensure($meeting);
        if ($key === null) {
            return null;
        }
        $audience = self::audience($access);
        $address = new \moodle_url('/mod/leerlandschap/pulse.php', ['meeting' => $meeting->id(), 'audience' => $audience]);
        return [
            'address' => $address->out(false),
            'token' => token::make($key, $meeting->id(), $audience, clock_time::seconds() + token::LIFETIME),
            'seconds' => token::LIFETIME,
            'own' => $meeting->own_stamp(),
        ];
    }

    /**
     * Whose room somebody reads.
     *
     * @param access $access as what they see it
     * @return string one of room_file::AUDIENCES
     */
    private static function audience(access $access): string {
        return $access->facilitate ? 'facilitator' : 'participant';
    }
}
