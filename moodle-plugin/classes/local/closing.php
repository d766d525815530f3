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

use mod_leerlandschap\local\sharing\question;

/**
 * Closes meetings for good, and unlinks what was answered from who answered it.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class closing {
    /**
     * Closes a meeting. The caller stores it, promises to announce who took part, and after the commit
     * destroys the secret.
     *
     * @param meeting $meeting an open meeting, locked by this transaction
     * @return array{?string, int[]} name of the secret that is needed no more, null where there is none; and the
     *     users who have other points now, because of what is noted or because they were not there, in random order
     */
    public static function close(meeting $meeting): array {
        // Answers that are being stored come in first; who took part is noted while it can be told; then all is unlinked.
        rounds::hold_all($meeting);
        $users = [...settling::of_closing($meeting), ...people::missed_ids($meeting)];
        question::close($meeting);
        unlinking::of_closing($meeting);
        $secret = $meeting->secretref();
        $meeting->change([
            'state' => 'closed',
            'secretref' => null,
            'timeclosed' => clock_time::seconds(),
        ] + timer::columns(null));
        $meeting->touch_own();
        return [$secret, random_id::shuffled(array_unique($users))];
    }
}
