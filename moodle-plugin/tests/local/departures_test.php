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

namespace mod_leerlandschap\local;

defined('MOODLE_INTERNAL') || die();

require_once(__DIR__ . '/../actions_testcase.php');

use mod_leerlandschap\actions_testcase;
use stdClass;

/**
 * Whoever can come in no more is present no more, whether answers are hidden or named; what they did stays.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \mod_leerlandschap\local\departures
 */
final class departures_test extends actions_testcase {
    /** The statements. */
    private const ITEMS = ['st1', 'st2', 'st3', 'st4', 'st5'];

    protected function setUp(): void {
        global $CFG;

        parent::setUp();
        require_once($CFG->dirroot . '/user/lib.php');
    }

    /**
     * Who is present, as everybody sees it.
     *
     * @param int $groupid the group
     * @return bool[] by id of the user
     */
    private function present(int $groupid = 0): array {
        $people = $this->read($this->trainer, $groupid)['room']['people'];
        return array_column($people, 'present', 'id');
    }

    /**
     * The manual enrolments of the course.
     *
     * @return array the plugin and the instance
     */
    private function enrolments(): array {
        global $DB;

        return [enrol_get_plugin('manual'), $DB->get_record('enrol', ['courseid' => $this->course->id, 'enrol' => 'manual'])];
    }

    /**
     * Ways to go: what is done to somebody, and whether the account is gone with it.
     *
     * @return array[]
     */
    public static function ways(): array {
        $ways = [];
        foreach (['hidden', 'named'] as $visibility) {
            foreach (['unenrol', 'suspend', 'suspend_account', 'delete', 'switch_off'] as $way) {
                $ways["$visibility $way"] = [$visibility, $way];
            }
        }
        return $ways;
    }

    /**
     * Lets somebody go.
     *
     * @param string $way how
     * @param stdClass $user who
     */
    private function let_go(string $way, stdClass $user): void {
        [$plugin, $instance] = $this->enrolments();
        $this->setAdminUser();
        match ($way) {
            'unenrol' => $plugin->unenrol_user($instance, $user->id),
            'suspend' => $plugin->update_user_enrol($instance, $user->id, ENROL_USER_SUSPENDED),
            'suspend_account' => user_update_user((object) ['id' => $user->id, 'suspended' => 1], false),
            'delete' => delete_user($user),
            'switch_off' => $plugin->update_status($instance, ENROL_INSTANCE_DISABLED),
        };
    }

    /**
     * In mid-meeting: the answers, the action, the points and the name stay; nobody waits for the one who went.
     *
     * @dataProvider ways
     * @param string $visibility hidden or named
     * @param string $way how somebody goes
     */
    public function test_goes_in_mid_meeting(string $visibility, string $way): void {
        global $DB;

        $this->mock_clock_with_frozen(self::NOW);
        $this->create_activity(['visibility' => $visibility, 'facilitation' => 'members', 'grade' => 30], 4);
        // Not switched off with the manual ones.
        $this->getDataGenerator()->enrol_user($this->trainer->id, $this->course->id, 'teacher', 'self');
        $DB->set_field('enrol', 'status', ENROL_INSTANCE_ENABLED, ['courseid' => $this->course->id, 'enrol' => 'self']);
        $this->start('vervolgacties');
        [$gone, $other] = $this->learners;
        $this->run_as($gone, ['type' => 'set_chair', 'from' => null, 'to' => (string) $gone->id]);
        $this->write($gone, $gone);
        $this->follow();
        $this->run_as($this->trainer, ['type' => 'go_to', 'from' => 'vervolgacties', 'to' => 'stellingen']);
        foreach ($this->learners as $learner) {
            foreach (self::ITEMS as $item) {
                $this->run_as($learner, self::answer($item, 4));
            }
        }
        $this->assertSame([true, true, true, true], array_values($this->present()));
        $revision = $this->read($this->trainer)['revision'];

        $this->let_go($way, $gone);
        $reply = $this->read($this->trainer);
        $room = $reply['room'];
        $present = array_column($room['people'], 'present', 'id');
        $this->assertFalse($present[$gone->id]);
        $this->assertSame($way !== 'switch_off', $present[$other->id]);
        $this->assertNull($room['chair']);
        $this->assertGreaterThan($revision, $reply['revision']);
        $this->assertCount(4, $room['people']);
        $this->assertSame(fullname($gone), array_column($room['people'], 'name', 'id')[$gone->id]);
        $this->assertEquals($gone->id, $room['contributions'][0]['fields']['who_person']);
        $this->assertSame(20, $DB->count_records('leerlandschap_answer'));

        // The group goes on; points come for all who are in the course.
        $reveal = ['type' => 'set_round', 'step' => 'stellingen', 'round' => 1, 'from' => 'open', 'to' => 'revealed'];
        $this->run_as($this->trainer, $reveal);
        $round = array_column($this->read($this->trainer)['room']['rounds'], null, 'step')['stellingen'];
        $this->assertSame(4, $round['answered']);
        $this->run_as($this->trainer, ['type' => 'close', 'from' => 'stellingen']);
        $this->assertCount(4, $DB->get_fieldset_select('leerlandschap_progress', 'userid', 'step = ?', ['stellingen']));
        $graded = $DB->get_fieldset_sql(
            "SELECT g.userid FROM {grade_grades} g JOIN {grade_items} i ON i.id = g.itemid AND i.itemmodule = 'leerlandschap'
              WHERE g.finalgrade IS NOT NULL"
        );
        $this->assertSame(in_array($way, ['unenrol', 'delete'], true) ? 3 : 4, count($graded));
    }

    /**
     * Where nobody else's answer is missing the results show; before, they waited for the one who is gone.
     */
    public function test_others_wait_no_more(): void {
        $this->create_activity(['format' => 'werkoverleg'], 4);
        $this->start('check-in');
        $last = array_pop($this->learners);
        foreach ($this->learners as $learner) {
            $this->run_as($learner, ['type' => 'took_part', 'step' => 'check-in']);
        }
        $phase = fn(): string => $this->read($this->trainer)['room']['rounds'][0]['phase'];
        $before = $phase();
        $this->let_go('unenrol', $last);
        $this->assertSame(['open', 'revealed'], [$before, $phase()]);
    }

    /**
     * At one's own pace the others wait for whoever has not come yet, and no longer where these leave.
     */
    public function test_others_wait_no_more_at_own_pace(): void {
        $this->create_activity(['format' => 'werkoverleg', 'pace' => 'own'], 4);
        $last = array_pop($this->learners);
        // Trainers can take part too, and are expected.
        foreach ([...$this->learners, $this->trainer] as $user) {
            $this->run_as($user, ['type' => 'join']);
            $this->run_as($user, ['type' => 'took_part', 'step' => 'check-in']);
        }
        $phase = fn(): string => array_column($this->read($this->trainer)['room']['rounds'], 'phase', 'step')['check-in'];
        $before = $phase();
        $this->let_go('unenrol', $last);
        $this->assertSame(['open', 'revealed'], [$before, $phase()]);
    }

    /**
     * Whoever leaves a group is not in its room; in another group, or in both, they are.
     */
    public function test_groups(): void {
        $this->create_activity(['groupmode' => SEPARATEGROUPS]);
        [$learner] = $this->learners;
        foreach ([0, 1] as $i) {
            $groups[$i] = (int) $this->getDataGenerator()->create_group(['courseid' => $this->course->id])->id;
            foreach ([$learner, $this->trainer] as $user) {
                groups_add_member($groups[$i], $user->id);
            }
            $this->run_as($learner, ['type' => 'join'], $groups[$i]);
        }
        $this->setAdminUser();
        groups_remove_member($groups[0], $learner->id);
        $this->assertSame([[false], [true]], [array_values($this->present($groups[0])), array_values($this->present($groups[1]))]);
        groups_add_member($groups[0], $learner->id);
        $this->assertSame([false], array_values($this->present($groups[0])));
        $this->run_as($learner, ['type' => 'join'], $groups[0]);
        $this->assertSame([true], array_values($this->present($groups[0])));
    }

    /**
     * Who only lost one of two ways in, or a group that plays no part, is still there.
     */
    public function test_stays(): void {
        global $DB;

        $this->create_activity(['visibility' => 'named']);
        [$learner, $other] = $this->learners;
        $group = $this->getDataGenerator()->create_group(['courseid' => $this->course->id]);
        groups_add_member($group, $learner);
        $this->getDataGenerator()->enrol_user($learner->id, $this->course->id, 'student', 'self');
        $DB->set_field('enrol', 'status', ENROL_INSTANCE_ENABLED, ['courseid' => $this->course->id, 'enrol' => 'self']);
        $this->start();
        $revision = $this->read($this->trainer)['revision'];
        groups_remove_member($group, $learner);
        $this->let_go('unenrol', $learner);
        user_update_user((object) ['id' => $other->id, 'city' => 'Zwolle'], false);
        $this->assertSame([true, true, true], array_values($this->present()));
        $this->assertSame($revision, $this->read($this->trainer)['revision']);
    }

    /**
     * A meeting that is closed says who was there.
     */
    public function test_closed_meeting(): void {
        $this->create_activity();
        $this->start();
        $this->run_as($this->trainer, ['type' => 'close', 'from' => 'stellingen']);
        $this->let_go('unenrol', $this->learners[0]);
        $this->assertSame([true, true, true], array_values($this->present()));
    }

    /**
     * In another course nobody is gone; nor does an exercise that is not there stop anything.
     */
    public function test_elsewhere(): void {
        global $DB;

        $this->create_activity();
        $this->start();
        $other = $this->getDataGenerator()->create_course();
        $this->getDataGenerator()->enrol_user($this->learners[0]->id, $other->id, 'student');
        $enrolment = $DB->get_record('enrol', ['courseid' => $other->id, 'enrol' => 'manual']);
        enrol_get_plugin('manual')->unenrol_user($enrolment, $this->learners[0]->id);
        $this->assertSame([true, true, true], array_values($this->present()));
        $DB->set_field('leerlandschap', 'format', 'gone');
        $this->let_go('unenrol', $this->learners[0]);
        $this->assertDebuggingNotCalled();
        $this->assertSame(0, $DB->count_records('user_enrolments', ['userid' => $this->learners[0]->id]));
    }
}
