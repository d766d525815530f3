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

use context_module;
use core_external\external_api;
use core_external\external_value as value;
use mod_leerlandschap\local\report\report_reader;
use mod_leerlandschap\permission;

/**
 * What the web services of the report page have in common.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
abstract class outcome_service extends external_api {
    /**
     * A value that has to be given; core would let null through.
     *
     * @param string $type PARAM_…
     * @param string $about what it is
     * @return value
     */
    protected static function given(string $type, string $about): value {
        return new value($type, $about, VALUE_REQUIRED, null, NULL_NOT_ALLOWED);
    }

    /**
     * The parameters that come first.
     *
     * @return value[]
     */
    protected static function first_parameters(): array {
        return [
            'cmid' => self::given(PARAM_INT, 'Course module id'),
            'meeting' => self::given(PARAM_RAW, 'Id of the meeting'),
        ];
    }

    /**
     * Who reads, once it is certain that they may.
     *
     * @param int $cmid course module id
     * @return report_reader
     */
    protected static function reader(int $cmid): report_reader {
        [, $cm] = get_course_and_cm_from_cmid($cmid, 'leerlandschap');
        $context = context_module::instance($cm->id);
        self::validate_context($context);
        permission::require_reports($context);
        return report_reader::of_all_rooms($cm);
    }
}
