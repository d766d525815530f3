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
use mod_leerlandschap\local\refusal;

/**
 * Leads a meeting: presence, chair, place, timer, rounds, part, closing.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class steer_meeting extends meeting_service {
    /** Commands that lead. */
    private const TYPES = [
        'mark', 'set_chair', 'go_to', 'set_timer', 'set_round', 'choose_part', 'ask_sharing', 'publish', 'withdraw', 'close',
    ];

    /**
     * The parameters.
     *
     * @return external_function_parameters
     */
    public static function execute_parameters(): external_function_parameters {
        $optional = fn(string $type, string $about) => new external_value($type, $about, VALUE_DEFAULT, null, NULL_ALLOWED);
        $timer = fn(string $about) => new external_single_structure([
            'seconds' => self::given(PARAM_INT, 'How long it runs in all'),
            'running' => self::given(PARAM_BOOL, 'Whether it runs'),
        ], $about, VALUE_DEFAULT, null, NULL_ALLOWED);
        return new external_function_parameters(self::first_parameters() + self::meeting_parameter() + [
            'command' => new external_single_structure([
                'type' => self::given(PARAM_RAW, implode(', ', self::TYPES)),
                'person' => $optional(PARAM_RAW, 'Who, for mark'),
                'present' => $optional(PARAM_BOOL, 'Whether present, for mark'),
                'from' => $optional(PARAM_RAW, 'What holds now, for all but mark and set_timer'),
                'to' => $optional(PARAM_RAW, 'What shall hold, for set_chair, go_to, set_round and choose_part'),
                'timer_from' => $timer('How the timer is set now, for set_timer'),
                'timer_to' => $timer('How the timer shall be set, for set_timer'),
                'step' => $optional(PARAM_RAW, 'Step, for set_round and set_timer'),
                'round' => $optional(PARAM_INT, 'Round, for set_round'),
                'asked' => $optional(PARAM_INT, 'The question, for ask_sharing, publish and withdraw'),
                'lesson' => $optional(PARAM_RAW, 'The lesson, null for the outcome, for ask_sharing'),
                'items' => new external_multiple_structure(
                    self::given(PARAM_RAW, 'Item'),
                    'What a later round asks, for set_round',
                    VALUE_DEFAULT,
                    []
                ),
            ], 'The command'),
        ] + self::last_parameter());
    }

    /**
     * Runs the command.
     *
     * @param int $cmid course module id
     * @param int $groupid group, 0 without groups
     * @param string $meeting id of the meeting
     * @param array $command type and members
     * @param int $since revision that the caller has, 0 for none
     * @return array a Reply
     */
    public static function execute(int $cmid, int $groupid, string $meeting, array $command, int $since = 0): array {
        $params = self::validate_parameters(self::execute_parameters(), get_defined_vars());
        $manager = self::manager($params['cmid'], $params['groupid']);
        $command = $params['command'];
        if (!in_array($command['type'], self::TYPES, true)) {
            throw new refusal('bad_value');
        }
        if ($command['type'] === 'set_timer') {
            $command = ['from' => $command['timer_from'], 'to' => $command['timer_to']] + $command;
        }
        return $manager->run($params['meeting'], [$command], $params['since']);
    }
}
