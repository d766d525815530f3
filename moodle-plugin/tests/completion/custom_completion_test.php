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

namespace mod_leerlandschap\completion;

use completion_info;
use mod_leerlandschap\local\announcer;
use stdClass;

/**
 * Tests for completion by finishing.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \mod_leerlandschap\completion\custom_completion
 */
final class custom_completion_test extends \advanced_testcase {
    /**
     * Makes a course with an activity and a learner.
     *
     * @param int $finish whether the activity is complete by finishing
     * @param array $rules other rules
     * @return array the course, the activity, its course module and the learner
     */
    private function prepare(int $finish = 1, array $rules = []): array {
        $this->resetAfterTest();
        $course = $this->getDataGenerator()->create_course(['enablecompletion' => 1]);
        $instance = $this->getDataGenerator()->create_module('leerlandschap', [
            'course' => $course->id, 'completion' => COMPLETION_TRACKING_AUTOMATIC, 'completionfinish' => $finish,
        ] + $rules);
        $learner = $this->getDataGenerator()->create_and_enrol($course, 'student');
        return [$course, $instance, get_fast_modinfo($course)->get_cm($instance->cmid), $learner];
    }

    /**
     * Lets a learner take part in steps.
     *
     * @param stdClass $instance row of leerlandschap
     * @param stdClass $learner the learner
     * @param string[] $steps ids of steps
     */
    private function take_part(stdClass $instance, stdClass $learner, array $steps): void {
        $generator = $this->getDataGenerator()->get_plugin_generator('mod_leerlandschap');
        $generator->create_progress($generator->create_meeting($instance), $learner, $steps);
    }

    /**
     * Complete with the last required step, in any order, and not before.
     */
    public function test_state(): void {
        [, $instance, $cm, $learner] = $this->prepare();
        $state = fn(): int => (new custom_completion($cm, (int) $learner->id))->get_state('completionfinish');
        $this->assertSame(COMPLETION_INCOMPLETE, $state());
        $this->take_part($instance, $learner, ['uitgangspunten', 'stellingen', 'opbrengst']);
        $this->assertSame(COMPLETION_INCOMPLETE, $state());
        $this->take_part($instance, $learner, ['vervolgacties']);
        $this->assertSame(COMPLETION_COMPLETE, $state());
    }

    /**
     * Every step that asks for answers, no other.
     */
    public function test_answers(): void {
        [, $instance, $cm, $learner] = $this->prepare(0, ['completionanswer' => 1]);
        $state = fn(): int => (new custom_completion($cm, (int) $learner->id))->get_state('completionanswer');
        $this->take_part($instance, $learner, ['vervolgacties', 'opbrengst']);
        $this->assertSame(COMPLETION_INCOMPLETE, $state());
        $this->take_part($instance, $learner, ['stellingen']);
        $this->assertSame(COMPLETION_COMPLETE, $state());
    }

    /**
     * So many of the steps in which the group writes, whichever.
     */
    public function test_writing(): void {
        [, $instance, $cm, $learner] = $this->prepare(0, ['completionwrite' => 2]);
        $completion = new custom_completion($cm, (int) $learner->id);
        $this->take_part($instance, $learner, ['stellingen', 'opbrengst']);
        $this->assertSame(COMPLETION_INCOMPLETE, $completion->get_state('completionwrite'));
        $this->take_part($instance, $learner, ['vervolgacties']);
        $this->assertSame(COMPLETION_COMPLETE, $completion->get_state('completionwrite'));
        $this->assertSame(
            'Take part in writing steps: 2',
            $completion->get_custom_rule_description('completionwrite')
        );
    }

    /**
     * Each rule alone completes the activity once progress is told.
     */
    public function test_announced_rules(): void {
        foreach (['completionanswer' => ['stellingen'], 'completionwrite' => ['opbrengst']] as $rule => $steps) {
            [$course, $instance, $cm, $learner] = $this->prepare(0, [$rule => 1]);
            $this->take_part($instance, $learner, $steps);
            announcer::now($instance, $cm, [(int) $learner->id]);
            $data = (new completion_info($course))->get_data($cm, false, $learner->id);
            $this->assertEquals(COMPLETION_COMPLETE, $data->completionstate, $rule);
        }
    }

    /**
     * A rule that does not exist, or that this activity does not use, is an error.
     */
    public function test_other_rules(): void {
        [, , $cm, $learner] = $this->prepare(0);
        $completion = new custom_completion($cm, (int) $learner->id);
        $this->expectException(\moodle_exception::class);
        $completion->get_state('completionfinish');
    }

    /**
     * The learner reads what the rule asks, and core finds it.
     */
    public function test_description(): void {
        [, , $cm, $learner] = $this->prepare();
        $completion = new custom_completion($cm, (int) $learner->id);
        $this->assertSame(custom_completion::RULES, custom_completion::get_defined_custom_rules());
        $this->assertSame(['completionfinish'], $completion->get_available_custom_rules());
        $this->assertSame(
            'Take part in every required step',
            $completion->get_custom_rule_description('completionfinish')
        );
        $this->assertSame([], array_diff(custom_completion::RULES, $completion->get_sort_order()));
    }

    /**
     * Progress completes the activity and writes the grade.
     */
    public function test_announced_progress(): void {
        [$course, $instance, $cm, $learner] = $this->prepare();
        $completion = new completion_info($course);
        foreach (['stellingen', 'vervolgacties', 'uitgangspunten'] as $step) {
            $this->assertEquals(COMPLETION_INCOMPLETE, $completion->get_data($cm, false, $learner->id)->completionstate);
            $this->take_part($instance, $learner, [$step]);
            announcer::now($instance, $cm, [(int) $learner->id]);
        }
        $this->assertEquals(COMPLETION_COMPLETE, $completion->get_data($cm, false, $learner->id)->completionstate);
    }
}
