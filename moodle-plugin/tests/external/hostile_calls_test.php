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

use stdClass;

/**
 * Calls that no honest app makes: by people who may not, and with arguments that make no sense.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \mod_leerlandschap\external\meeting_service
 * @covers \mod_leerlandschap\permission
 */
final class hostile_calls_test extends services_testcase {
    /** The id that contributions are sent with. */
    private const UUID = '00000000-0000-4000-8000-000000000001';

    /**
     * A good call of every function that changes something, for a meeting at the statements.
     *
     * @param string $meeting id of the meeting
     * @return array[] arguments by function
     */
    private static function changes(string $meeting): array {
        $answer = ['item' => 'st1', 'round' => 1, 'value' => 3, 'reason' => '', 'seq' => 1];
        $principle = [
            'type' => 'save', 'id' => self::UUID, 'step' => 'uitgangspunten', 'kind' => 'principle', 'base' => null,
            'fields' => [['name' => 'text', 'value' => 'x']],
        ];
        return [
            'take_part' => ['meeting' => $meeting, 'type' => 'join'],
            'submit_answers' => ['meeting' => $meeting, 'answers' => [$answer]],
            'save_contributions' => ['meeting' => $meeting, 'contributions' => [$principle]],
            'steer_meeting' => ['meeting' => $meeting, 'command' => ['type' => 'close', 'from' => 'stellingen']],
        ];
    }

    /**
     * Asserts that a user can change nothing, and why.
     *
     * @param string $code the code
     * @param stdClass $user the user
     * @param string $meeting id of the meeting
     * @param int $groupid the group
     */
    private function assert_nothing_possible(string $code, stdClass $user, string $meeting, int $groupid = 0): void {
        foreach (self::changes($meeting) as $function => $args) {
            $this->assert_call_refused($code, $user, $function, $args, $groupid);
        }
    }

    /**
     * Everybody who may do nothing can do nothing, by whichever function.
     */
    public function test_nobody_without_right(): void {
        global $DB;

        $clock = $this->mock_clock_with_frozen(1763750000);
        $this->create_activity(['timeclose' => 1763760000]);
        $this->start();
        $meeting = $this->meeting($this->trainer);
        $DB->set_field('enrol', 'status', ENROL_INSTANCE_ENABLED, ['courseid' => $this->course->id, 'enrol' => 'guest']);
        $this->assert_nothing_possible('guest', guest_user(), $meeting);
        // With guest access anybody gets into the course; without an active enrolment they have no room.
        $suspended = $this->getDataGenerator()->create_user();
        $this->getDataGenerator()->enrol_user($suspended->id, $this->course->id, 'student', 'manual', 0, 0, ENROL_USER_SUSPENDED);
        $this->assert_nothing_possible('not_enrolled', $suspended, $meeting);
        $this->assert_nothing_possible('not_enrolled', $this->getDataGenerator()->create_user(), $meeting);
        $clock->set_to(1763760000);
        $this->assert_nothing_possible('past_close', $this->learners[0], $meeting);
    }

    /**
     * A trainer whose enrolment is suspended leads nobody, though core leaves them the role.
     */
    public function test_suspended_trainer(): void {
        global $DB;

        $this->create_activity();
        $this->start();
        $meeting = $this->meeting($this->trainer);
        $DB->set_field('enrol', 'status', ENROL_INSTANCE_ENABLED, ['courseid' => $this->course->id, 'enrol' => 'guest']);
        $suspended = $this->getDataGenerator()->create_user();
        $this->getDataGenerator()->enrol_user($suspended->id, $this->course->id, 'teacher', 'manual', 0, 0, ENROL_USER_SUSPENDED);
        $this->assert_nothing_possible('not_enrolled', $suspended, $meeting);
        // A manager of the site leads without any enrolment.
        $manager = $this->getDataGenerator()->create_user();
        role_assign($DB->get_field('role', 'id', ['shortname' => 'manager']), $manager->id, \context_system::instance());
        $this->assertTrue($this->data($manager, 'get_meeting')['me']['rights']['facilitate']);
        $this->data($manager, 'steer_meeting', self::changes($meeting)['steer_meeting']);
    }

    /**
     * A trainer without access to all groups leads their own groups only.
     */
    public function test_trainer_of_another_group(): void {
        $this->create_activity(['groupmode' => SEPARATEGROUPS], 1);
        foreach (['Noord' => $this->learners[0], 'Zuid' => $this->trainer] as $name => $member) {
            $groups[] = (int) $this->getDataGenerator()->create_group(['courseid' => $this->course->id, 'name' => $name])->id;
            groups_add_member(end($groups), $member->id);
        }
        $role = $this->getDataGenerator()->create_role();
        assign_capability('moodle/site:accessallgroups', CAP_PROHIBIT, $role, \context_module::instance($this->cm->id));
        role_assign($role, $this->trainer->id, \context_module::instance($this->cm->id));
        $meeting = $this->meeting($this->learners[0], $groups[0]);
        $this->assertNull($this->data($this->trainer, 'get_meeting', [], $groups[0])['room']);
        $this->assert_nothing_possible('other_group', $this->trainer, $meeting, $groups[0]);
        $this->meeting($this->trainer, $groups[1]);
        $this->assert_nothing_possible('unknown_meeting', $this->trainer, $meeting, $groups[1]);
    }

    /**
     * A meeting of another activity, or one that never was: told apart by nothing.
     */
    public function test_other_meetings(): void {
        $this->create_activity();
        $this->start();
        $other = $this->meeting($this->trainer);
        $this->create_activity();
        $this->start();
        foreach ([$other, '999999999', '0', '-1', '', ' ' . $this->meeting($this->trainer), "1' OR '1'='1"] as $meeting) {
            $this->assert_nothing_possible('unknown_meeting', $this->learners[0], $meeting);
        }
    }

    /**
     * Arguments of wrong types and sizes: refused with a code of the protocol or core's own, and nothing is stored.
     */
    public function test_nonsense(): void {
        $this->create_activity();
        $this->start();
        $this->run_as($this->trainer, ['type' => 'go_to', 'from' => 'stellingen', 'to' => 'uitgangspunten']);
        $meeting = $this->meeting($this->trainer);
        $deep = 'x';
        for ($i = 0; $i < 200; $i++) {
            $deep = [$deep];
        }
        $nonsense = [
            null, [], [[]], $deep, new stdClass(), true, -1, PHP_INT_MAX, '99999999999999999999', 1.5, NAN, "\xff\xfe", "a\0b", '',
            str_repeat('x', 1000000), "' OR 1=1 --", '<script>', '{{leerlandschap_answer}}', '__proto__', '../../config.php',
        ];
        $good = self::changes($meeting);
        $good['take_part'] = ['meeting' => $meeting, 'type' => 'took_part', 'step' => 'uitgangspunten'];
        $good['steer_meeting']['command'] = [
            'type' => 'set_round', 'step' => 'stellingen', 'round' => 1, 'from' => 'open', 'to' => 'revealed',
        ];
        $places = [
            'take_part' => [['meeting'], ['type'], ['step']],
            'submit_answers' => [['meeting'], ['answers'], ['answers', 0], ['answers', 0, 'item'], ['answers', 0, 'round'],
                ['answers', 0, 'value'], ['answers', 0, 'reason'], ['answers', 0, 'seq']],
            'save_contributions' => [['contributions'], ['contributions', 0], ['contributions', 0, 'type'],
                ['contributions', 0, 'id'], ['contributions', 0, 'step'], ['contributions', 0, 'kind'],
                ['contributions', 0, 'fields'], ['contributions', 0, 'fields', 0], ['contributions', 0, 'fields', 0, 'name']],
            'steer_meeting' => [['command'], ['command', 'type'], ['command', 'step'], ['command', 'round'],
                ['command', 'from'], ['command', 'to']],
        ];
        foreach ($places as $function => $paths) {
            foreach ($paths as $path) {
                foreach ($nonsense as $value) {
                    $this->assert_nonsense_refused($function, self::with($good[$function], $path, $value), $path);
                }
            }
        }
    }

    /**
     * Asserts that a call with nonsense is refused, or understood as one that is fine.
     *
     * @param string $function name of the function
     * @param array $args its arguments
     * @param array $path where the nonsense stands
     */
    private function assert_nonsense_refused(string $function, array $args, array $path): void {
        $user = $function === 'steer_meeting' ? $this->trainer : $this->learners[0];
        $response = $this->call($user, $function, $args);
        $where = "$function: " . implode('.', $path) . ' = ' . substr(json_encode($args, JSON_PARTIAL_OUTPUT_ON_ERROR), 0, 300);
        if (!$response['error']) {
            // An opt-out, texts that are texts, and true, which core reads as 1.
            $this->assertContains(end($path), ['value', 'reason', 'round', 'seq'], $where);
            return;
        }
        $this->assertMatchesRegularExpression(
            '/^(error:[a-z_]+|invalidparameter)$/',
            $response['exception']->errorcode,
            $where . json_encode($response['exception'])
        );
    }

    /**
     * Arguments with something else at one place.
     *
     * @param array $args the arguments
     * @param array $path keys that lead to the place
     * @param mixed $value what shall stand there
     * @return array
     */
    private static function with(array $args, array $path, mixed $value): array {
        $place = &$args;
        foreach ($path as $key) {
            $place = &$place[$key];
        }
        $place = $value;
        return $args;
    }
}
