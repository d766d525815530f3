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

use core_external\external_function_parameters;
use core_external\external_multiple_structure;
use core_external\external_single_structure;
use core_external\external_value;

/**
 * Stores answers of the user to items of open rounds, all or none.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class submit_answers extends meeting_service {
    /**
     * The parameters.
     *
     * @return external_function_parameters
     */
    public static function execute_parameters(): external_function_parameters {
        return new external_function_parameters(self::first_parameters() + self::meeting_parameter() + [
            'answers' => new external_multiple_structure(new external_single_structure([
                'item' => self::given(PARAM_RAW, 'Item'),
                'round' => self::given(PARAM_INT, 'Round, from 1'),
                'value' => new external_value(
                    PARAM_INT,
                    'Point, number or dots; null for an opt-out or none',
                    VALUE_DEFAULT,
                    null,
                    NULL_ALLOWED
                ),
                'choices' => new external_multiple_structure(
                    self::given(PARAM_RAW, 'Option'),
                    'Options, for a question that has them',
                    VALUE_DEFAULT,
                    []
                ),
                'text' => new external_value(PARAM_RAW, 'Text, for a question that asks for one', VALUE_DEFAULT, ''),
                'reason' => new external_value(PARAM_RAW, 'Reason or comment, one line', VALUE_DEFAULT, ''),
                'seq' => self::given(PARAM_INT, 'Counter of corrections, from 1'),
            ]), 'Answers'),
        ] + self::last_parameter());
    }

    /**
     * Stores the answers.
     *
     * @param int $cmid course module id
     * @param int $groupid group, 0 without groups
     * @param string $meeting id of the meeting
     * @param array[] $answers item, round, value, choices, text, reason and seq each
     * @param int $since revision that the caller has, 0 for none
     * @return array a Reply
     */
    public static function execute(int $cmid, int $groupid, string $meeting, array $answers, int $since = 0): array {
        $params = self::validate_parameters(self::execute_parameters(), get_defined_vars());
        $manager = self::manager($params['cmid'], $params['groupid']);
        self::check_number($params['answers']);
        $commands = array_map(fn(array $answer): array => ['type' => 'answer'] + $answer, $params['answers']);
        return $manager->run($params['meeting'], $commands, $params['since']);
    }
}
