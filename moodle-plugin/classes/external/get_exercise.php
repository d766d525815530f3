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
use core_external\external_multiple_structure as many;
use core_external\external_single_structure as one;
use core_external\external_value as value;
use mod_leerlandschap\local\editing\exercise_editor;

/**
 * Reads the exercise of an activity for those who change it.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class get_exercise extends exercise_service {
    /**
     * The parameters.
     *
     * @return external_function_parameters
     */
    public static function execute_parameters(): external_function_parameters {
        return new external_function_parameters(self::first_parameter());
    }

    /**
     * Reads.
     *
     * @param int $cmid course module id
     * @return array an Editing (docs/protocol.md)
     */
    public static function execute(int $cmid): array {
        $params = self::validate_parameters(self::execute_parameters(), ['cmid' => $cmid]);
        return (new exercise_editor(self::editable($params['cmid'])))->read();
    }

    /**
     * The return value.
     *
     * @return external_description
     */
    public static function execute_returns(): external_description {
        return new one([
            'version' => new value(PARAM_INT, 'How often the exercise was saved'),
            'exercise' => new value(PARAM_RAW, 'The exercise, JSON'),
            'shipped' => new value(PARAM_RAW, 'The format as shipped, JSON', VALUE_REQUIRED, null, NULL_ALLOWED),
            'used' => new many(new one([
                'kind' => new value(PARAM_ALPHA, 'item, step, round, column, period, list, section or part'),
                'step' => new value(PARAM_RAW, 'Step, empty for a part'),
                'id' => new value(PARAM_RAW, 'Id, empty for a step'),
            ]), 'What carries answers or contributions'),
            'running' => new value(PARAM_BOOL, 'Whether somebody is in a meeting that is open'),
            'presets' => self::presets(),
            'managepresets' => new value(PARAM_BOOL, 'Whether the user may keep presets'),
        ]);
    }
}
