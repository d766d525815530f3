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

use cm_info;

/**
 * What the page embeds, so that the app starts without asking (docs/protocol.md, "Embedded by view.php").
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class bootstrap {
    /** How often the app asks for news, in milliseconds. */
    private const POLL_MS = 2000;

    /**
     * The data of the page, without strings and addresses.
     *
     * @param cm_info $cm the course module
     * @param int $groupid the group asked for, 0 for none in particular
     * @return array
     */
    public static function for_view(cm_info $cm, int $groupid): array {
        global $CFG, $USER;

        $manager = manager::of_cm($cm, $groupid);
        $access = $manager->access();
        $leads = $access->facilitate || ($access->participate && $manager->rules->facilitation === 'members');
        return [
            'host' => 'moodle',
            'lang' => str_replace('_', '-', current_language()),
            'exercise' => $manager->exercise->export($leads),
            'reply' => $manager->read(0),
            'cmid' => (int) $cm->id,
            'groupid' => $access->groupid ?? $groupid,
            'site' => $CFG->wwwroot,
            'user' => (string) $USER->id,
            'grade' => $manager->instance->grade > 0,
            'poll_ms' => self::POLL_MS,
        ];
    }
}
