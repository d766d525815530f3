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

namespace mod_leerlandschap\local\pulse;

defined('MOODLE_INTERNAL') || die();

require_once(__DIR__ . '/../../pulse_testcase.php');

use mod_leerlandschap\pulse_testcase;

/**
 * Whoever may have lost a right loses the token too, and whoever has not gets another one.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \mod_leerlandschap\local\pulse\observer
 * @covers     \mod_leerlandschap\local\pulse\publisher
 */
final class observer_test extends pulse_testcase {
    /** @var int[] two groups */
    private array $groups = [];

    /**
     * An activity with separate groups: two learners in the first, one in the second.
     */
    protected function setUp(): void {
        parent::setUp();
        $this->create_activity(['groupmode' => SEPARATEGROUPS]);
        foreach ([[0, 1], [2]] as $members) {
            $group = (int) $this->getDataGenerator()->create_group(['courseid' => $this->course->id])->id;
            foreach ($members as $learner) {
                groups_add_member($group, $this->learners[$learner]->id);
            }
            $this->groups[] = $group;
        }
    }

    /**
     * Takes a token in each group, does something, and sees which of them are still good.
     *
     * @param callable $what what is done
     * @return bool[] whether the tokens of the first and of the second group are still good
     */
    private function survive(callable $what): array {
        $replies = [$this->read($this->learners[0]), $this->read($this->learners[2])];
        foreach ($replies as $reply) {
            $this->assertSame(200, self::pulse($reply)['status']);
        }
        $this->setAdminUser();
        $what();
        $survive = array_map(fn(array $reply): bool => self::pulse($reply)['status'] === 200, $replies);
        // Others go on: the room is published anew, and the old token does not open that.
        $others = [$this->read(get_admin(), $this->groups[0]), $this->read(get_admin(), $this->groups[1])];
        foreach ($others as $at => $other) {
            if (isset($other['pulse'])) {
                $this->assertSame(200, self::pulse($other)['status']);
                $this->assertSame($survive[$at] ? 200 : 403, self::pulse($replies[$at])['status']);
            }
        }
        return $survive;
    }

    /**
     * The manual enrolments of the course.
     *
     * @return array the plugin and the instance
     */
    private function enrolments(): array {
        global $DB;

        $instance = $DB->get_record('enrol', ['courseid' => $this->course->id, 'enrol' => 'manual']);
        return [enrol_get_plugin('manual'), $instance];
    }

    /**
     * Enrolments: whoever leaves, or is suspended.
     */
    public function test_enrolment(): void {
        [$plugin, $instance] = $this->enrolments();
        $this->assertSame([false, false], $this->survive(fn() => $plugin->unenrol_user($instance, $this->learners[1]->id)));
        $suspend = fn() => $plugin->update_user_enrol($instance, $this->learners[1]->id, ENROL_USER_SUSPENDED);
        $plugin->enrol_user($instance, $this->learners[1]->id);
        $this->assertSame([false, false], $this->survive($suspend));
        $this->assertSame([false, false], $this->survive(fn() => $plugin->update_status($instance, ENROL_INSTANCE_DISABLED)));
    }

    /**
     * Whoever comes in late sends nobody to the web service.
     */
    public function test_newcomers(): void {
        $this->assertSame([true, true], $this->survive(function (): void {
            $late = $this->getDataGenerator()->create_and_enrol($this->course, 'student');
            groups_add_member($this->groups[0], $late->id);
        }));
        $other = $this->getDataGenerator()->create_course();
        $this->assertSame([true, true], $this->survive(function () use ($other): void {
            [$plugin, $user] = [enrol_get_plugin('manual'), $this->getDataGenerator()->create_and_enrol($other, 'student')];
            foreach (enrol_get_instances($other->id, true) as $instance) {
                $instance->enrol === 'manual' && $plugin->unenrol_user($instance, $user->id);
            }
        }));
    }

    /**
     * Roles: one more, or one less, in the course or in the activity.
     */
    public function test_roles(): void {
        global $DB;

        $role = fn(string $name): int => (int) $DB->get_field('role', 'id', ['shortname' => $name]);
        $learner = $this->learners[1]->id;
        $course = \context_course::instance($this->course->id);
        $module = \context_module::instance($this->cm->id);
        $this->assertSame([false, false], $this->survive(fn() => role_assign($role('teacher'), $learner, $course)));
        $this->assertSame([false, false], $this->survive(fn() => role_unassign($role('teacher'), $learner, $course->id)));
        $this->assertSame([false, false], $this->survive(fn() => role_assign($role('teacher'), $learner, $module)));
        $this->assertSame([false, false], $this->survive(fn() => role_unassign($role('teacher'), $learner, $module->id)));
        $custom = create_role('Custom', 'custom', '');
        role_assign($custom, $this->trainer->id, $course);
        $this->assertSame([false, false], $this->survive(fn() => delete_role($custom)));
        // Somebody who is nowhere near.
        $category = \context_coursecat::instance($this->getDataGenerator()->create_category()->id);
        $this->assertSame([true, true], $this->survive(fn() => role_assign($role('manager'), $learner, $category)));
    }

    /**
     * What a role may do: what the activity asks for, wherever that is changed, and nothing else.
     */
    public function test_capabilities(): void {
        global $DB;

        $student = (int) $DB->get_field('role', 'id', ['shortname' => 'student']);
        $assign = fn(string $name, int $permission, \context $context) => fn() =>
            assign_capability($name, $permission, $student, $context, true);
        [$system, $module] = [\context_system::instance(), \context_module::instance($this->cm->id)];
        $view = 'mod/leerlandschap:view';
        $this->assertSame([true, true], $this->survive($assign('mod/forum:viewdiscussion', CAP_PROHIBIT, $module)));
        $this->assertSame([false, false], $this->survive($assign('moodle/site:accessallgroups', CAP_PREVENT, $module)));
        $this->assertSame([false, false], $this->survive($assign('mod/leerlandschap:facilitate', CAP_PREVENT, $system)));
        $unassign = fn() => unassign_capability('mod/leerlandschap:facilitate', $student, $system->id);
        $this->assertSame([false, false], $this->survive($unassign));
        $other = $this->getDataGenerator()->create_module('leerlandschap', ['course' => $this->course->id]);
        $elsewhere = \context_module::instance($other->cmid);
        $this->assertSame([true, true], $this->survive($assign($view, CAP_PROHIBIT, $elsewhere)));
    }

    /**
     * Groups: whoever leaves one sees its room no more; the other group is not asked.
     */
    public function test_groups(): void {
        $leave = fn() => groups_remove_member($this->groups[0], $this->learners[1]->id);
        $this->assertSame([false, true], $this->survive($leave));
        $this->assertSame([false, true], $this->survive(fn() => groups_delete_group($this->groups[0])));
    }

    /**
     * Settings of the activity: who may see it, in which groups.
     */
    public function test_activity(): void {
        global $CFG;

        require_once($CFG->dirroot . '/course/modlib.php');
        $update = function (): void {
            [$cm, , , $data] = get_moduleinfo_data($this->cm->get_course_module_record(true), $this->course);
            $data->groupmode = VISIBLEGROUPS;
            $data->introeditor = ['text' => '', 'format' => FORMAT_HTML, 'itemid' => 0];
            update_moduleinfo($cm, $data, $this->course);
        };
        $this->assertSame([false, false], $this->survive($update));
        $this->assertSame([false, false], $this->survive(fn() => set_coursemodule_visible($this->cm->id, 0)
            && \core\event\course_module_updated::create_from_cm(get_coursemodule_from_id('', $this->cm->id))->trigger()));
        $hide = fn() => update_course((object) ['id' => $this->course->id, 'visible' => 0]);
        $this->assertSame([false, false], $this->survive($hide));
    }

    /**
     * Within a transaction it waits for the commit: before that anybody would still get a new token.
     */
    public function test_after_the_commit(): void {
        global $DB;

        [$plugin, $instance] = $this->enrolments();
        $reply = $this->read($this->learners[0]);
        $transaction = $DB->start_delegated_transaction();
        $plugin->unenrol_user($instance, $this->learners[1]->id);
        $this->assertSame(200, self::pulse($reply)['status']);
        $transaction->allow_commit();
        $this->assertSame(503, self::pulse($reply)['status']);
    }

    /**
     * A request that publishes with the old key at this moment sees that it is another one.
     */
    public function test_key_changes_while_it_is_published(): void {
        global $DB;

        $reply = $this->read($this->learners[0]);
        $id = (int) $reply['room']['meeting'];
        publisher::rotate([$id]);
        $this->assertNull($DB->get_field('leerlandschap_meeting', 'pulsekey', ['id' => $id]));
        $this->assertSame([], preg_grep("/^$id\./", self::published()));
        $this->assertTrue(publisher::publish($id));
        $this->assertSame(403, self::pulse($reply)['status']);
        $again = $this->read($this->learners[1]);
        $this->assertSame(200, self::pulse($again)['status']);
    }
}
