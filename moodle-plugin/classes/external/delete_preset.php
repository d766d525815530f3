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
use mod_leerlandschap\local\preset_store;

/**
 * Deletes a preset of the site. Activities keep what they took from it.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class delete_preset extends exercise_service {
    /**
     * The parameters.
     *
     * @return external_function_parameters
     */
    public static function execute_parameters(): external_function_parameters {
        return new external_function_parameters(self::first_parameter() + ['id' => self::given(PARAM_INT, 'Id of the preset')]);
    }

    /**
     * Deletes it.
     *
     * @param int $cmid course module id
     * @param int $id id of the preset
     * @return array presets that are left
     */
    public static function execute(int $cmid, int $id): array {
        $params = self::validate_parameters(self::execute_parameters(), ['cmid' => $cmid, 'id' => $id]);
        self::editable($params['cmid']);
        self::require_managing_presets();
        preset_store::delete($params['id']);
        return ['presets' => preset_store::names()];
    }

    /**
     * The return value.
     *
     * @return external_description
     */
    public static function execute_returns(): external_description {
        return new one(['presets' => self::presets()]);
    }
}
