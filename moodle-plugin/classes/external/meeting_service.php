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
use core_external\external_description;
use core_external\external_value;
use mod_leerlandschap\local\manager;
use mod_leerlandschap\local\refusal;
use mod_leerlandschap\permission;

/**
 * What the web services of the activity have in common.
 *
 * Values are described by their type only: what they may be is decided by the commands, which refuse with
 * the stable codes of docs/protocol.md.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
abstract class meeting_service extends external_api {
    /** Most commands in one call. */
    private const MOST_COMMANDS = 200;

    /**
     * A value that has to be given; core would let null through.
     *
     * @param string $type PARAM_…
     * @param string $about what it is
     * @return external_value
     */
    protected static function given(string $type, string $about): external_value {
        return new external_value($type, $about, VALUE_REQUIRED, null, NULL_NOT_ALLOWED);
    }

    /**
     * The parameters that come first.
     *
     * @return external_description[]
     */
    protected static function first_parameters(): array {
        return [
            'cmid' => self::given(PARAM_INT, 'Course module id'),
            'groupid' => self::given(PARAM_INT, 'Group, 0 without groups'),
        ];
    }

    /**
     * The parameter that names the meeting.
     *
     * @return external_description[]
     */
    protected static function meeting_parameter(): array {
        return ['meeting' => self::given(PARAM_RAW, 'Id of the meeting')];
    }

    /**
     * The parameter that comes last.
     *
     * @return external_description[]
     */
    protected static function last_parameter(): array {
        $about = 'Revision that the caller has, 0 for none';
        return ['since' => new external_value(PARAM_INT, $about, VALUE_DEFAULT, 0, NULL_NOT_ALLOWED)];
    }

    /**
     * The activity, once it is certain that the caller may see it.
     *
     * @param int $cmid course module id
     * @param int $groupid group, 0 without groups
     * @param bool $presenting whether the big screen asks
     * @return manager
     */
    protected static function manager(int $cmid, int $groupid, bool $presenting = false): manager {
        [, $cm] = get_course_and_cm_from_cmid($cmid, 'leerlandschap');
        $context = context_module::instance($cm->id);
        self::validate_context($context);
        permission::require_view($context);
        return manager::of_cm($cm, $groupid, $presenting);
    }

    /**
     * Refuses more commands than anybody can have made by hand, and none at all.
     *
     * @param array $commands the commands
     * @throws refusal too_large, bad_value
     */
    protected static function check_number(array $commands): void {
        if (count($commands) > self::MOST_COMMANDS) {
            throw new refusal('too_large');
        }
        if (!$commands) {
            throw new refusal('bad_value');
        }
    }

    /**
     * The return value.
     *
     * @return external_description
     */
    public static function execute_returns(): external_description {
        return reply_structure::describe();
    }
}
