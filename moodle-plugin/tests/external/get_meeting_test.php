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

/**
 * Reading a meeting.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \mod_leerlandschap\external\get_meeting
 * @covers \mod_leerlandschap\external\meeting_service
 * @covers \mod_leerlandschap\external\reply_structure
 * @covers \mod_leerlandschap\permission
 */
final class get_meeting_test extends services_testcase {
    /**
     * The first viewer starts the meeting; an unchanged room is not sent again.
     */
    public function test_read(): void {
        $this->mock_clock_with_frozen(1763750000);
        $this->create_activity();
        $events = $this->redirectEvents();
        $reply = $this->data($this->learners[0], 'get_meeting');
        $this->assertSame(1763750000000, $reply['now']);
        $this->assertSame(1, $reply['revision']);
        $this->assertSame(1, $reply['room']['protocol']);
        $this->assertNull($reply['room']['group']);
        $this->assertSame(fullname($this->learners[0]), $reply['me']['name']);
        $this->assertSame(['participate' => true, 'facilitate' => false, 'report' => false], $reply['me']['rights']);
        $this->assertNull($reply['me']['notice']);
        $names = array_map(fn($event) => get_class($event), $events->get_events());
        $this->assertContains(\mod_leerlandschap\event\meeting_started::class, $names);

        $reply = $this->data($this->learners[1], 'get_meeting', ['since' => 1]);
        $this->assertNull($reply['room']);
        $this->assertNull($reply['me']);
        $this->assertSame([], $reply['counts']);
    }

    /**
     * What is returned is all described: nothing gets lost on the way.
     */
    public function test_returns_are_complete(): void {
        $this->create_activity(['visibility' => 'named']);
        $this->start();
        foreach ($this->learners as $learner) {
            $this->run_as($learner, self::answer('st1', 4));
        }
        $round = ['type' => 'set_round', 'step' => 'stellingen', 'round' => 1];
        $round += ['from' => 'open', 'to' => 'revealed', 'items' => []];
        $this->run_as($this->trainer, $round);
        $this->run_as($this->trainer, ['round' => 2, 'from' => 'none', 'to' => 'open', 'items' => ['st1']] + $round);
        $this->run_as($this->trainer, ['type' => 'go_to', 'from' => 'stellingen', 'to' => 'vervolgacties']);
        $this->run_as($this->learners[0], [
            'type' => 'save', 'id' => '00000000-0000-4000-8000-000000000001', 'step' => 'vervolgacties', 'kind' => 'action',
            'base' => null, 'fields' => ['what' => 'Één "ding" & <b>meer</b>', 'who_person' => (string) $this->learners[1]->id],
        ]);
        $expected = $this->read($this->learners[0]);
        $reply = $this->data($this->learners[0], 'get_meeting');
        unset($expected['now'], $reply['now']);
        // Made a moment later.
        $expected['pulse']['token'] = $reply['pulse']['token'];
        $this->assertEquals($expected, $reply);
        $this->assertSame(json_encode($expected), json_encode($reply));
        $this->assertCount(1, $reply['counts']);
    }

    /**
     * Who has answered gets through to the one who leads.
     */
    public function test_who_answered(): void {
        $this->create_activity();
        $this->start();
        foreach (['st1', 'st2', 'st3', 'st4', 'st5'] as $item) {
            $this->run_as($this->learners[2], self::answer($item, 4));
        }
        $count = ['step' => 'stellingen', 'round' => 1, 'answered' => 1, 'present' => 3];
        $who = ['who' => [(string) $this->learners[2]->id]];
        $this->assertSame([$count + $who], $this->data($this->trainer, 'get_meeting')['counts']);
        $this->assertSame([$count], $this->data($this->learners[2], 'get_meeting')['counts']);
    }

    /**
     * Before the reveal nobody learns what anybody answered, the trainer neither.
     */
    public function test_nothing_leaks_before_the_reveal(): void {
        $this->create_activity();
        $this->start();
        foreach ($this->learners as $learner) {
            $this->run_as($learner, ['reason' => 'a secret reason'] + self::answer('st1', 4));
        }
        foreach ([$this->trainer, get_admin()] as $user) {
            $reply = json_encode($this->data($user, 'get_meeting'));
            $this->assertStringNotContainsString('secret reason', $reply);
            $this->assertStringContainsString('"results":[]', $reply);
            $this->assertStringContainsString('"answers":[]', $reply);
        }
    }

    /**
     * Guests get told so.
     */
    public function test_guest(): void {
        global $DB;

        $this->create_activity();
        $DB->set_field('enrol', 'status', ENROL_INSTANCE_ENABLED, ['courseid' => $this->course->id, 'enrol' => 'guest']);
        $reply = $this->data(guest_user(), 'get_meeting');
        $this->assertNull($reply['room']);
        $this->assertSame('guest', $reply['me']['notice']);
        $this->assertSame(0, $reply['revision']);
        $this->assertSame(0, $DB->count_records('leerlandschap_meeting'));
    }

    /**
     * Nor does anybody get in who is not enrolled, where the course lets guests look: what a group says is not for the
     * whole site. Those who may view courses from outside look on.
     */
    public function test_user_without_enrolment(): void {
        global $DB;

        $this->create_activity(['visibility' => 'named']);
        $this->run_as($this->learners[0], ['type' => 'join']);
        $DB->set_field('enrol', 'status', ENROL_INSTANCE_ENABLED, ['courseid' => $this->course->id, 'enrol' => 'guest']);
        $outsider = $this->getDataGenerator()->create_user();
        $suspended = $this->getDataGenerator()->create_user();
        $this->getDataGenerator()->enrol_user($suspended->id, $this->course->id, 'student', 'manual', 0, 0, ENROL_USER_SUSPENDED);
        foreach ([$outsider, $suspended] as $user) {
            $reply = $this->data($user, 'get_meeting');
            $this->assertSame('not_enrolled', $reply['me']['notice']);
            $this->assertNull($reply['room']);
            $this->assertSame([0, []], [$reply['revision'], $reply['counts']]);
            $this->assertStringNotContainsString(fullname($this->learners[0]), json_encode($reply));
            $args = ['meeting' => $this->meeting($this->learners[1]), 'type' => 'join'];
            $this->assert_call_refused('not_enrolled', $user, 'take_part', $args);
        }
        $role = $this->getDataGenerator()->create_role();
        foreach (['moodle/course:view', 'mod/leerlandschap:view'] as $capability) {
            assign_capability($capability, CAP_ALLOW, $role, \context_system::instance());
        }
        role_assign($role, $outsider->id, \context_system::instance());
        $reply = $this->data($outsider, 'get_meeting');
        $this->assertSame('no_right', $reply['me']['notice']);
        $this->assertNotNull($reply['room']);
    }

    /**
     * Nobody reads from outside the course, nor with a suspended enrolment, nor without the right to view.
     */
    public function test_outsiders(): void {
        $this->create_activity();
        $outsider = $this->getDataGenerator()->create_user();
        $this->assertSame('requireloginerror', $this->call($outsider, 'get_meeting')['exception']->errorcode);
        $suspended = $this->getDataGenerator()->create_user();
        $this->getDataGenerator()->enrol_user($suspended->id, $this->course->id, 'student', 'manual', 0, 0, ENROL_USER_SUSPENDED);
        $this->assertSame('requireloginerror', $this->call($suspended, 'get_meeting')['exception']->errorcode);
        $role = $this->getDataGenerator()->create_role();
        assign_capability('mod/leerlandschap:view', CAP_PROHIBIT, $role, \context_module::instance($this->cm->id));
        role_assign($role, $this->learners[0]->id, \context_module::instance($this->cm->id));
        $this->assertSame('requireloginerror', $this->call($this->learners[0], 'get_meeting')['exception']->errorcode);
    }

    /**
     * Someone who may only look sees the room and can do nothing.
     */
    public function test_no_right(): void {
        $this->create_activity();
        $role = $this->getDataGenerator()->create_role();
        assign_capability('mod/leerlandschap:participate', CAP_PROHIBIT, $role, \context_module::instance($this->cm->id));
        role_assign($role, $this->learners[0]->id, \context_module::instance($this->cm->id));
        $reply = $this->data($this->learners[0], 'get_meeting');
        $this->assertSame('no_right', $reply['me']['notice']);
        $this->assertNotNull($reply['room']);
        $args = ['meeting' => $reply['room']['meeting'], 'type' => 'join'];
        $this->assert_call_refused('no_right', $this->learners[0], 'take_part', $args);
    }

    /**
     * Whoever is logged in as a learner sees no hidden answers and can do nothing.
     */
    public function test_login_as(): void {
        $this->create_activity();
        $this->start();
        $this->run_as($this->learners[0], self::answer('st1', 4));
        $this->setAdminUser();
        \core\session\manager::loginas($this->learners[0]->id, \context_course::instance($this->course->id));
        $reply = \mod_leerlandschap\local\manager::of_cm($this->cm, 0)->read(0);
        $this->assertSame('login_as', $reply['me']['notice']);
        $this->assertSame((string) $this->learners[0]->id, $reply['me']['person']);
        $this->assertSame([], $reply['me']['answers']);
        $this->assertNotNull($reply['room']);
        $run = fn() => \mod_leerlandschap\local\manager::of_cm($this->cm, 0)
            ->run($reply['room']['meeting'], [self::answer('st1', 2, 2)], 0);
        $this->assert_refused('login_as', $run);
    }

    /**
     * Each group has its own meeting; which one a user sees depends on the group mode.
     */
    public function test_groups(): void {
        global $DB;

        $this->create_activity(['groupmode' => SEPARATEGROUPS], 4);
        foreach (['Noord', 'Zuid'] as $i => $name) {
            $groups[] = (int) $this->getDataGenerator()->create_group(['courseid' => $this->course->id, 'name' => $name])->id;
            groups_add_member($groups[$i], $this->learners[$i]->id);
            groups_add_member($groups[$i], $this->learners[2]->id);
        }
        $north = $this->data($this->learners[0], 'get_meeting')['room'];
        $south = $this->data($this->learners[1], 'get_meeting')['room'];
        $this->assertSame(['id' => (string) $groups[0], 'name' => 'Noord'], $north['group']);
        $this->assertNotSame($north['meeting'], $south['meeting']);

        // Another group's meeting: neither read nor changed, by whatever road.
        $reply = $this->data($this->learners[0], 'get_meeting', [], $groups[1]);
        $this->assertNull($reply['room']);
        $this->assertSame('other_group', $reply['me']['notice']);
        $args = ['meeting' => $south['meeting'], 'type' => 'join'];
        $this->assert_call_refused('other_group', $this->learners[0], 'take_part', $args, $groups[1]);
        $this->assert_call_refused('unknown_meeting', $this->learners[0], 'take_part', $args, $groups[0]);

        $this->assertSame('choose_group', $this->data($this->learners[2], 'get_meeting')['me']['notice']);
        $this->assertSame($south['meeting'], $this->meeting($this->learners[2], $groups[1]));
        $this->assertSame('no_group', $this->data($this->learners[3], 'get_meeting')['me']['notice']);
        $manager = $this->getDataGenerator()->create_and_enrol($this->course, 'editingteacher');
        $this->assertSame('choose_group', $this->data($manager, 'get_meeting')['me']['notice']);
        $this->assertSame($south['meeting'], $this->meeting($manager, $groups[1]));

        $DB->set_field('course_modules', 'groupmode', VISIBLEGROUPS, ['id' => $this->cm->id]);
        rebuild_course_cache($this->course->id, true);
        $this->cm = get_fast_modinfo($this->course)->get_cm($this->cm->id);
        $reply = $this->data($this->learners[0], 'get_meeting', [], $groups[1]);
        $this->assertSame($south['meeting'], $reply['room']['meeting']);
        $this->assertSame('other_group', $reply['me']['notice']);
        $this->assert_call_refused('other_group', $this->learners[0], 'take_part', $args, $groups[1]);
    }

    /**
     * Opening and closing dates.
     */
    public function test_dates(): void {
        $clock = $this->mock_clock_with_frozen(1763750000);
        $this->create_activity(['timeopen' => 1763750100, 'timeclose' => 1763750200]);
        $this->assertSame('not_open', $this->data($this->learners[0], 'get_meeting')['me']['notice']);
        $this->assertNull($this->data($this->learners[0], 'get_meeting')['room']);
        $this->assertNotNull($this->data($this->trainer, 'get_meeting')['room']);
        $clock->set_to(1763750100);
        $this->assertNull($this->data($this->learners[0], 'get_meeting')['me']['notice']);
        $clock->set_to(1763750200);
        $reply = $this->data($this->learners[0], 'get_meeting');
        $this->assertSame('past_close', $reply['me']['notice']);
        $args = ['meeting' => $reply['room']['meeting'], 'type' => 'join'];
        $this->assert_call_refused('past_close', $this->learners[0], 'take_part', $args);
    }
}
