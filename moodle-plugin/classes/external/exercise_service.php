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

use cm_info;
use context_module;
use core_external\external_api;
use core_external\external_description;
use core_external\external_multiple_structure as many;
use core_external\external_single_structure as one;
use core_external\external_value as value;
use mod_leerlandschap\local\refusal;
use mod_leerlandschap\permission;

/**
 * What the web services of the editor share: the activity, who may edit, and how findings are described.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
abstract class exercise_service extends external_api {
    /**
     * The parameter that comes first.
     *
     * @return external_description[]
     */
    protected static function first_parameter(): array {
        return ['cmid' => self::given(PARAM_INT, 'Course module id')];
    }

    /**
     * A parameter that must be given, and be no null.
     *
     * @param string $type a PARAM_… constant
     * @param string $about what it is
     * @return value
     */
    protected static function given(string $type, string $about): value {
        return new value($type, $about, VALUE_REQUIRED, null, NULL_NOT_ALLOWED);
    }

    /**
     * The activity, once it is certain that the caller may change its exercise.
     *
     * @param int $cmid course module id
     * @return cm_info
     */
    protected static function editable(int $cmid): cm_info {
        [, $cm] = get_course_and_cm_from_cmid($cmid, 'leerlandschap');
        $context = context_module::instance($cm->id);
        self::validate_context($context);
        permission::require_edit($context);
        return $cm;
    }

    /**
     * Refuses those who may not manage presets, and everybody where the administrator allows none.
     *
     * @throws refusal not_allowed
     */
    protected static function require_managing_presets(): void {
        if (!permission::may_manage_presets()) {
            throw new refusal('not_allowed');
        }
    }

    /**
     * A list of findings.
     *
     * @param string $about what they are
     * @return external_description
     */
    protected static function findings(string $about): external_description {
        return new many(new one([
            'at' => new value(PARAM_RAW, 'Place, a JSON pointer'),
            'code' => new value(PARAM_ALPHANUMEXT, 'Stable code'),
        ]), $about);
    }

    /**
     * A list of presets.
     *
     * @return external_description
     */
    protected static function presets(): external_description {
        return new many(new one([
            'id' => new value(PARAM_INT, 'Id'),
            'name' => new value(PARAM_RAW, 'Name, plain text'),
            'version' => new value(PARAM_INT, 'Raised whenever it is replaced'),
        ]), 'Presets of the site, by name');
    }
}
