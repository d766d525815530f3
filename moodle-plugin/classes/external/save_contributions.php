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
 * Saves, shares, deletes and moves what people write, all or none.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class save_contributions extends meeting_service {
    /**
     * The parameters.
     *
     * @return external_function_parameters
     */
    public static function execute_parameters(): external_function_parameters {
        $optional = fn(string $type, string $about) => new external_value($type, $about, VALUE_DEFAULT, null, NULL_ALLOWED);
        return new external_function_parameters(self::first_parameters() + self::meeting_parameter() + [
            'contributions' => new external_multiple_structure(new external_single_structure([
                'type' => self::given(PARAM_RAW, 'save, share, delete or move'),
                'id' => self::given(PARAM_RAW, 'Id of the contribution'),
                'step' => $optional(PARAM_RAW, 'Step, for save'),
                'kind' => $optional(PARAM_RAW, 'note, action, scope, principle, summary, goal or hands, for save'),
                'base' => $optional(PARAM_INT, 'Revision that the change starts from, for all but move; null for a new one'),
                'at' => $optional(PARAM_RAW, 'Step where the user is, for save; null for its own'),
                'after' => $optional(PARAM_RAW, 'Id of the contribution it comes behind, for move; null for the first place'),
                'fields' => new external_multiple_structure(new external_single_structure([
                    'name' => self::given(PARAM_RAW, 'Name of the field'),
                    'value' => new external_value(PARAM_RAW, 'Value', VALUE_REQUIRED, null, NULL_ALLOWED),
                ]), 'Fields, for save', VALUE_DEFAULT, []),
            ]), 'Commands'),
        ] + self::last_parameter());
    }

    /**
     * Runs the commands.
     *
     * @param int $cmid course module id
     * @param int $groupid group, 0 without groups
     * @param string $meeting id of the meeting
     * @param array[] $contributions type, id, step, kind, base, at, after and fields each
     * @param int $since revision that the caller has, 0 for none
     * @return array a Reply
     */
    public static function execute(int $cmid, int $groupid, string $meeting, array $contributions, int $since = 0): array {
        $params = self::validate_parameters(self::execute_parameters(), get_defined_vars());
        $manager = self::manager($params['cmid'], $params['groupid']);
        self::check_number($params['contributions']);
        $commands = array_map([self::class, 'command'], $params['contributions']);
        return $manager->run($params['meeting'], $commands, $params['since']);
    }

    /**
     * A command as the protocol has it.
     *
     * @param array $sent as the web service has it
     * @return array
     */
    private static function command(array $sent): array {
        if (!in_array($sent['type'], ['save', 'share', 'delete', 'move'], true)) {
            throw new refusal('bad_value');
        }
        $fields = [];
        foreach ($sent['fields'] as $field) {
            // What the app calls a name is text; core lets numbers through.
            $fields[(string) $field['name']] = $field['value'];
        }
        return ['fields' => $fields] + $sent;
    }
}
