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
use core_external\external_value;
use mod_leerlandschap\local\refusal;

/**
 * Joins or leaves a meeting, says that the user took part in a step, or whether other groups may see something.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class take_part extends meeting_service {
    /**
     * The parameters.
     *
     * @return external_function_parameters
     */
    public static function execute_parameters(): external_function_parameters {
        return new external_function_parameters(self::first_parameters() + self::meeting_parameter() + [
            'type' => self::given(PARAM_RAW, 'join, leave, took_part or consent'),
            'step' => new external_value(PARAM_RAW, 'Step, for took_part', VALUE_DEFAULT, null, NULL_ALLOWED),
            'asked' => new external_value(PARAM_INT, 'The question, for consent', VALUE_DEFAULT, null, NULL_ALLOWED),
            'agrees' => new external_value(PARAM_BOOL, 'Whether they agree, for consent', VALUE_DEFAULT, null, NULL_ALLOWED),
        ] + self::last_parameter());
    }

    /**
     * Runs the command.
     *
     * @param int $cmid course module id
     * @param int $groupid group, 0 without groups
     * @param string $meeting id of the meeting
     * @param string $type join, leave or took_part
     * @param string|null $step step, for took_part
     * @param int|null $asked the question, for consent
     * @param bool|null $agrees whether they agree, for consent
     * @param int $since revision that the caller has, 0 for none
     * @return array a Reply
     */
    public static function execute(
        int $cmid,
        int $groupid,
        string $meeting,
        string $type,
        ?string $step = null,
        ?int $asked = null,
        ?bool $agrees = null,
        int $since = 0
    ): array {
        $params = self::validate_parameters(self::execute_parameters(), get_defined_vars());
        $manager = self::manager($params['cmid'], $params['groupid']);
        if (!in_array($params['type'], ['join', 'leave', 'took_part', 'consent'], true)) {
            throw new refusal('bad_value');
        }
        $command = array_intersect_key($params, array_flip(['type', 'step', 'asked', 'agrees']));
        return $manager->run($params['meeting'], [$command], $params['since']);
    }
}
