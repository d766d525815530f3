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

require_once(__DIR__ . '/../meeting_testcase.php');

use mod_leerlandschap\meeting_testcase;

/**
 * Points for taking part reach the gradebook and completion: in named meetings as they are earned (for hidden ones see
 * settling_test).
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \mod_leerlandschap\local\progress
 * @covers \mod_leerlandschap\local\bootstrap
 */
final class progress_test extends meeting_testcase {
    /**
     * The grade of the first learner.
     *
     * @return float|null
     */
    private function grade(): ?float {
        global $CFG;
        require_once($CFG->libdir . '/gradelib.php');
        $userid = $this->learners[0]->id;
        $grades = grade_get_grades($this->course->id, 'mod', 'leerlandschap', $this->cm->instance, $userid);
        $grade = $grades->items[0]->grades[$userid]->grade;
        return $grade === null ? null : (float) $grade;
    }

    /**
     * Step by step; an optional step gives nothing.
     */
    public function test_points(): void {
        $this->create_activity([
            'visibility' => 'named', 'grade' => 60, 'completion' => COMPLETION_TRACKING_AUTOMATIC, 'completionfinish' => 1,
        ]);
        $learner = $this->learners[0];
        $points = fn() => progress::points((int) $this->cm->instance, (int) $learner->id);
        $required = ['stellingen', 'vervolgacties', 'uitgangspunten'];
        $this->assertSame(['earned' => 0, 'attainable' => 3, 'done' => [], 'open' => $required], $points());
        $this->start();
        $this->assertNull($this->grade());
        foreach (['st1', 'st2', 'st3', 'st4'] as $item) {
            $this->run_as($learner, self::answer($item, 3));
        }
        $this->assertSame(0, $points()['earned']);
        $this->assertNull($this->grade());
        $this->run_as($learner, self::answer('st5', null));
        $this->assertSame(['stellingen'], $points()['done']);
        $this->assertSame(20.0, $this->grade());
        $from = 'stellingen';
        foreach (['opbrengst', 'vervolgacties', 'uitgangspunten'] as $to) {
            $this->run_as($this->trainer, ['type' => 'go_to', 'from' => $from, 'to' => $to]);
            $this->run_as($learner, ['type' => 'took_part', 'step' => $to]);
            $grades[] = $this->grade();
            $from = $to;
        }
        $this->assertSame([20.0, 40.0, 60.0], $grades);
        $this->assertSame(['earned' => 3, 'attainable' => 3, 'done' => $required, 'open' => []], $points());
        $completion = new \completion_info($this->course);
        $state = fn(\stdClass $user): int => (int) $completion->get_data($this->cm, false, $user->id)->completionstate;
        $this->assertSame(COMPLETION_COMPLETE, $state($learner));
        $this->assertSame(COMPLETION_INCOMPLETE, $state($this->learners[1]));
    }

    /**
     * Somebody moved to another group takes the points along, and none counts twice.
     */
    public function test_moved_to_another_group(): void {
        $this->create_activity(['groupmode' => SEPARATEGROUPS]);
        $learner = $this->learners[0];
        $generator = $this->getDataGenerator();
        $old = $generator->create_group(['courseid' => $this->course->id]);
        $new = $generator->create_group(['courseid' => $this->course->id]);
        foreach ([[$old, ['stellingen', 'vervolgacties']], [$new, ['vervolgacties']]] as [$group, $steps]) {
            groups_add_member($group->id, $learner->id);
            $meeting = $generator->get_plugin_generator('mod_leerlandschap')->create_meeting($this->instance(), (int) $group->id);
            foreach ($steps as $step) {
                progress::mark($meeting, (int) $learner->id, $step);
            }
            groups_remove_member($group->id, $learner->id);
        }
        $points = progress::points((int) $this->cm->instance, (int) $learner->id);
        $this->assertSame([2, 3], [$points['earned'], $points['attainable']]);
        $this->assertSame(['uitgangspunten'], $points['open']);
    }

    /**
     * What the page embeds.
     */
    public function test_bootstrap(): void {
        $this->create_activity(['scale' => 'agree3', 'grade' => 0]);
        $this->setUser($this->learners[0]);
        $data = bootstrap::for_view($this->cm, 0);
        $this->assertSame('moodle', $data['host']);
        $this->assertSame('agree3', $data['exercise']['steps'][0]['settings']['scale']);
        $this->assertStringNotContainsString('facilitator_hint', json_encode($data['exercise']));
        $this->assertSame((string) $this->learners[0]->id, $data['user']);
        $this->assertFalse($data['grade']);
        $this->assertSame(1, $data['reply']['room']['protocol']);
        $this->assertSame([], exercise_checker::problems(json_encode($data['exercise'])));
        $this->setUser($this->trainer);
        $this->assertStringContainsString('facilitator_hint', json_encode(bootstrap::for_view($this->cm, 0)['exercise']));
        global $DB;
        $DB->set_field('leerlandschap', 'facilitation', 'members', ['id' => $this->cm->instance]);
        $this->setUser($this->learners[0]);
        $this->assertStringContainsString('facilitator_hint', json_encode(bootstrap::for_view($this->cm, 0)['exercise']));
    }

    /**
     * Before the opening date, and to guests, the page tells what the exercise is for, and nothing of what it asks.
     */
    public function test_bootstrap_without_a_room(): void {
        $clock = $this->mock_clock_with_frozen(1763750000);
        $this->create_activity(['timeopen' => 1763750100]);
        foreach (['not_open' => $this->learners[0], 'guest' => guest_user()] as $notice => $user) {
            $this->setUser($user);
            $data = bootstrap::for_view($this->cm, 0);
            $this->assertSame([$notice, null], [$data['reply']['me']['notice'], $data['reply']['room']]);
            $json = json_encode($data['exercise']);
            $this->assertSame([], exercise_checker::problems($json));
            $this->assertStringNotContainsString('st1', $json);
            $this->assertStringNotContainsString('stellingen', $json);
            $this->assertSame(['cover'], array_column($data['exercise']['steps'], 'id'));
        }
        // The page loads anew once there is a room.
        $this->setUser($this->learners[0]);
        $before = bootstrap::for_view($this->cm, 0);
        $this->assertSame($before['reply']['edition'], $this->read($this->learners[0])['edition']);
        $clock->set_to(1763750100);
        $data = bootstrap::for_view($this->cm, 0);
        $this->assertNotSame($before['reply']['edition'], $data['reply']['edition']);
        $this->assertSame($before['exercise']['title'], $data['exercise']['title']);
        $this->assertStringContainsString('st1', json_encode($data['exercise']));
    }

    /**
     * Row of the activity.
     *
     * @return \stdClass
     */
    private function instance(): \stdClass {
        global $DB;
        return $DB->get_record('leerlandschap', ['id' => $this->cm->instance], '*', MUST_EXIST);
    }
}
