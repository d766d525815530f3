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

defined('MOODLE_INTERNAL') || die();

require_once(__DIR__ . '/../meeting_testcase.php');

use core_external\external_api;
use mod_leerlandschap\meeting_testcase;
use stdClass;

/**
 * Calls web services as the app does: by AJAX, with parameters and returns checked by core.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
abstract class services_testcase extends meeting_testcase {
    /**
     * Calls a web service.
     *
     * @param stdClass $user who calls
     * @param string $function name without the component
     * @param array $args its arguments after cmid and groupid
     * @param int $groupid the group
     * @return array error, and data or exception
     */
    protected function call(stdClass $user, string $function, array $args = [], int $groupid = 0): array {
        $this->setUser($user);
        $_POST['sesskey'] = sesskey();
        $args = ['cmid' => $this->cm->id, 'groupid' => $groupid] + $args + ['since' => 0];
        return external_api::call_external_function("mod_leerlandschap_$function", $args, true);
    }

    /**
     * Calls a web service that must succeed.
     *
     * @param stdClass $user who calls
     * @param string $function name without the component
     * @param array $args its arguments after cmid and groupid
     * @param int $groupid the group
     * @return array a Reply
     */
    protected function data(stdClass $user, string $function, array $args = [], int $groupid = 0): array {
        $response = $this->call($user, $function, $args, $groupid);
        $this->assertFalse($response['error'], json_encode($response['exception'] ?? null));
        return $response['data'];
    }

    /**
     * Calls a web service that must be refused, and compares what is stored before and after.
     *
     * @param string $code the code
     * @param stdClass $user who calls
     * @param string $function name without the component
     * @param array $args its arguments after cmid and groupid
     * @param int $groupid the group
     */
    protected function assert_call_refused(string $code, stdClass $user, string $function, array $args, int $groupid = 0): void {
        $before = self::stored();
        $response = $this->call($user, $function, $args, $groupid);
        $this->assertTrue($response['error'], $code);
        $this->assertSame("error:$code", $response['exception']->errorcode, json_encode($args));
        $this->assertSame(get_string("error:$code", 'mod_leerlandschap'), $response['exception']->message);
        $this->assertSame($before, self::stored(), $code);
    }

    /**
     * Id of the meeting that a user sees.
     *
     * @param stdClass $user the user
     * @param int $groupid the group
     * @return string
     */
    protected function meeting(stdClass $user, int $groupid = 0): string {
        return $this->data($user, 'get_meeting', [], $groupid)['room']['meeting'];
    }

    /**
     * The tables of the plugin.
     *
     * @return string[] names
     */
    protected static function tables(): array {
        global $DB;

        return array_values(array_filter(
            $DB->get_tables(),
            fn(string $table): bool => $table === 'leerlandschap' || str_starts_with($table, 'leerlandschap_')
        ));
    }

    /**
     * Everything that the activities and presets have stored. A closed meeting's secret and grades are looked at elsewhere.
     *
     * @return string
     */
    protected static function stored(): string {
        global $DB;

        $tables = self::tables();
        $rows = array_map(fn(string $table): array => $DB->get_records($table, null, 'id'), $tables);
        return json_encode(array_combine($tables, $rows));
    }
}
