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

namespace mod_leerlandschap\external;

use core_external\external_description;
use core_external\external_function_parameters;
use mod_leerlandschap\local\clock_time;
use mod_leerlandschap\local\earlier;
use mod_leerlandschap\local\room_builder;
use mod_leerlandschap\local\scene;

/**
 * Reads what everybody in a meeting may see, also in one before the last or of a former room, and no more.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class read_outcome extends outcome_service {
    /**
     * The parameters.
     *
     * @return external_function_parameters
     */
    public static function execute_parameters(): external_function_parameters {
        return new external_function_parameters(self::first_parameters());
    }

    /**
     * Reads. Nothing is revealed or started by it.
     *
     * @param int $cmid course module id
     * @param string $meeting id of the meeting
     * @return array room, and earlier where it goes on with meetings before it
     */
    public static function execute(int $cmid, string $meeting): array {
        $params = self::validate_parameters(self::execute_parameters(), get_defined_vars());
        $reader = self::reader($params['cmid']);
        $found = $reader->meeting($params['meeting']);
        $scene = new scene($reader->cm, $found, null, clock_time::ms());
        $earlier = earlier::of_meeting($found, $scene->contributions());
        return ['room' => room_builder::room($scene, room_builder::counts($scene))] + ($earlier ? ['earlier' => $earlier] : []);
    }

    /**
     * The return value.
     *
     * @return external_description
     */
    public static function execute_returns(): external_description {
        return reply_structure::outcome();
    }
}
