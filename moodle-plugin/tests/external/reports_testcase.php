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

require_once(__DIR__ . '/services_testcase.php');

use core_external\external_api;
use stdClass;

/**
 * Calls the web services for other systems, with parameters and returns checked by core.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
abstract class reports_testcase extends services_testcase {
    /** Reveals round 1. */
    protected const REVEAL = ['type' => 'set_round', 'step' => 'stellingen', 'round' => 1, 'from' => 'open', 'to' => 'revealed'];

    /**
     * Asks for a report.
     *
     * @param stdClass $user who asks
     * @param string $function get_report or get_participation
     * @param array $args its arguments besides cmid
     * @return array error, and data or exception
     */
    protected function ask(stdClass $user, string $function, array $args = []): array {
        $this->setUser($user);
        $_POST['sesskey'] = sesskey();
        return external_api::call_external_function("mod_leerlandschap_$function", $args + ['cmid' => $this->cm->id], true);
    }

    /**
     * Asks for a report that must be told.
     *
     * @param stdClass $user who asks
     * @param string $function get_report or get_participation
     * @param array $args its arguments besides cmid
     * @return array
     */
    protected function told(stdClass $user, string $function, array $args = []): array {
        $response = $this->ask($user, $function, $args);
        $this->assertFalse($response['error'], json_encode($response['exception'] ?? null));
        return $response['data'];
    }

    /**
     * Asks for a report that must be refused.
     *
     * @param string $code the error code
     * @param stdClass $user who asks
     * @param string $function get_report or get_participation
     * @param array $args its arguments besides cmid
     */
    protected function assert_not_told(string $code, stdClass $user, string $function, array $args = []): void {
        $response = $this->ask($user, $function, $args);
        $this->assertTrue($response['error'], $code);
        $this->assertSame($code, $response['exception']->errorcode, $response['exception']->message);
    }

    /**
     * Makes two groups that meet apart, with three learners each. The trainer is in the first and sees no other.
     *
     * @param array $settings settings of the activity
     * @return int[] the groups
     */
    protected function two_groups(array $settings = []): array {
        $this->create_activity($settings + ['groupmode' => SEPARATEGROUPS], 6);
        foreach (['Noord', 'Zuid'] as $i => $name) {
            $groups[$i] = (int) $this->getDataGenerator()->create_group(['courseid' => $this->course->id, 'name' => $name])->id;
            foreach (array_slice($this->learners, 3 * $i, 3) as $learner) {
                groups_add_member($groups[$i], $learner->id);
                $this->run_as($learner, ['type' => 'join'], $groups[$i]);
            }
        }
        groups_add_member($groups[0], $this->trainer->id);
        return $groups;
    }

    /**
     * Lets learners of a group answer every statement and reveals that.
     *
     * @param stdClass[] $learners the learners
     * @param int $groupid the group, 0 without groups
     * @param stdClass $leader who leads
     */
    protected function vote(array $learners, int $groupid, stdClass $leader): void {
        $this->run_as($leader, ['type' => 'go_to', 'from' => '@start', 'to' => 'stellingen'], $groupid);
        foreach ($learners as $learner) {
            foreach (['st1', 'st2', 'st3', 'st4', 'st5'] as $item) {
                $this->run_as($learner, self::answer($item, 4), $groupid);
            }
        }
        $this->run_as($leader, self::REVEAL, $groupid);
    }

    /**
     * Something that is written, as a command.
     *
     * @param int $number makes its id
     * @param string $step the step
     * @param string $kind the kind
     * @param array $fields its fields
     * @return array
     */
    protected static function written(int $number, string $step, string $kind, array $fields): array {
        $id = sprintf('00000000-0000-4000-8000-%012d', $number);
        return ['type' => 'save', 'id' => $id, 'step' => $step, 'kind' => $kind, 'base' => null, 'fields' => $fields];
    }
}
