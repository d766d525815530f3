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
use core_external\external_single_structure;
use mod_leerlandschap\local\report\action_status;

/**
 * Notes how a follow-up action goes, in the last meeting that has it, also in a closed one.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class set_action_status extends outcome_service {
    /**
     * The parameters.
     *
     * @return external_function_parameters
     */
    public static function execute_parameters(): external_function_parameters {
        return new external_function_parameters(self::first_parameters() + [
            'action' => self::given(PARAM_RAW, 'Id of the action'),
            'status' => self::given(PARAM_RAW, 'open, busy, done or dropped'),
            'revision' => self::given(PARAM_INT, 'Revision of the action that the change starts from'),
        ]);
    }

    /**
     * Sets the status.
     *
     * @param int $cmid course module id
     * @param string $meeting id of the meeting
     * @param string $action id of the action
     * @param string $status what has become of it
     * @param int $revision revision of the action that the change starts from
     * @return array contribution
     */
    public static function execute(int $cmid, string $meeting, string $action, string $status, int $revision): array {
        $params = self::validate_parameters(self::execute_parameters(), get_defined_vars());
        $actions = new action_status(self::reader($params['cmid']));
        return ['contribution' => $actions->set($params['meeting'], $params['action'], $params['status'], $params['revision'])];
    }

    /**
     * The return value.
     *
     * @return external_description
     */
    public static function execute_returns(): external_description {
        return new external_single_structure(['contribution' => reply_structure::contribution()]);
    }
}
