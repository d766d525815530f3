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
use core_external\external_single_structure as one;
use core_external\external_value as value;
use mod_leerlandschap\local\editing\exercise_json;
use mod_leerlandschap\local\preset_store;

/**
 * Keeps an exercise as a preset of the site.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class save_preset extends exercise_service {
    /**
     * The parameters.
     *
     * @return external_function_parameters
     */
    public static function execute_parameters(): external_function_parameters {
        return new external_function_parameters(self::first_parameter() + [
            'name' => self::given(PARAM_RAW, 'Name, plain text of one line'),
            'exercise' => self::given(PARAM_RAW, 'The exercise, JSON'),
            'replaces' => new value(PARAM_INT, 'Version of the preset of this name that it replaces; 0 for none', VALUE_DEFAULT, 0),
        ]);
    }

    /**
     * Keeps it.
     *
     * @param int $cmid course module id
     * @param string $name name, plain text of one line
     * @param string $exercise the exercise, JSON
     * @param int $replaces version of the preset of this name that it replaces; 0 where there is none yet
     * @return array problems; empty if it was kept
     */
    public static function execute(int $cmid, string $name, string $exercise, int $replaces = 0): array {
        global $DB;

        $params = self::validate_parameters(self::execute_parameters(), [
            'cmid' => $cmid,
            'name' => $name,
            'exercise' => $exercise,
            'replaces' => $replaces,
        ]);
        $cm = self::editable($params['cmid']);
        self::require_managing_presets();
        $problems = exercise_json::problems($params['exercise']);
        if (!$problems) {
            $format = $DB->get_field('leerlandschap', 'format', ['id' => $cm->instance], MUST_EXIST);
            preset_store::save($params['name'], $format, exercise_json::stored($params['exercise']), $params['replaces']);
        }
        return ['problems' => $problems];
    }

    /**
     * The return value.
     *
     * @return external_description
     */
    public static function execute_returns(): external_description {
        return new one(['problems' => self::findings('Why nothing was kept')]);
    }
}
