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
use mod_leerlandschap\local\editing\exercise_editor;

/**
 * Stores a changed exercise.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class save_exercise extends exercise_service {
    /**
     * The parameters.
     *
     * @return external_function_parameters
     */
    public static function execute_parameters(): external_function_parameters {
        return new external_function_parameters(self::first_parameter() + [
            'version' => self::given(PARAM_INT, 'The version that it was changed from'),
            'exercise' => self::given(PARAM_RAW, 'The exercise, JSON'),
            'force' => new value(PARAM_BOOL, 'Whether to store it in spite of warnings', VALUE_DEFAULT, false, NULL_NOT_ALLOWED),
        ]);
    }

    /**
     * Stores.
     *
     * @param int $cmid course module id
     * @param int $version the version that it was changed from
     * @param string $exercise the exercise, JSON
     * @param bool $force whether to store it in spite of warnings
     * @return array version, problems and warnings
     */
    public static function execute(int $cmid, int $version, string $exercise, bool $force = false): array {
        $params = self::validate_parameters(self::execute_parameters(), [
            'cmid' => $cmid,
            'version' => $version,
            'exercise' => $exercise,
            'force' => $force,
        ]);
        $editor = new exercise_editor(self::editable($params['cmid']));
        return $editor->save($params['version'], $params['exercise'], $params['force']);
    }

    /**
     * The return value.
     *
     * @return external_description
     */
    public static function execute_returns(): external_description {
        return new one([
            'version' => new value(PARAM_INT, 'The version that is stored now; the one that came where nothing was stored'),
            'problems' => self::findings('Why nothing was stored'),
            'warnings' => self::findings('What the change does to what people have answered'),
        ]);
    }
}
