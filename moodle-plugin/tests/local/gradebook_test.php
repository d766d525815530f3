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

use grade_item;
use mod_leerlandschap\local\editing\exercise_editor;
use mod_leerlandschap\meeting_testcase;
use stdClass;

/**
 * What teachers do in and about the gradebook: other points, another maximum, words for grades, a grade to pass, grades
 * that they give themselves, lock or hide; and people who leave and come back.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \mod_leerlandschap\local\grader
 * @covers     \mod_leerlandschap\local\progress
 * @covers     \mod_leerlandschap\local\exercise
 * @covers     \mod_leerlandschap\local\lifecycle
 * @covers     ::leerlandschap_scale_used_anywhere
 */
final class gradebook_test extends meeting_testcase {
    protected function setUp(): void {
        global $CFG;

        parent::setUp();
        require_once($CFG->libdir . '/gradelib.php');
        require_once($CFG->dirroot . '/course/modlib.php');
    }

    /**
     * Makes a named activity of 30 points.
     *
     * @param array $settings other settings
     */
    private function prepare(array $settings = []): void {
        $this->create_activity($settings + ['visibility' => 'named', 'grade' => 30]);
    }

    /**
     * Lets a learner take part in steps, and has it told.
     *
     * @param stdClass $learner the learner
     * @param string[] $steps ids of steps
     * @param int $groupid the group
     */
    private function take_part(stdClass $learner, array $steps, int $groupid = 0): void {
        $generator = $this->getDataGenerator()->get_plugin_generator('mod_leerlandschap');
        $generator->create_progress($generator->create_meeting($this->instance_row(), $groupid), $learner, $steps);
        announcer::now($this->instance_row(), $this->cm, [(int) $learner->id]);
    }

    /**
     * The item in the gradebook.
     *
     * @return grade_item
     */
    private function item(): grade_item {
        return grade_item::fetch(['itemmodule' => 'leerlandschap', 'iteminstance' => $this->cm->instance, 'itemnumber' => 0]);
    }

    /**
     * The grade that counts of a learner.
     *
     * @param stdClass|null $learner the learner, null for the first
     * @return float|null
     */
    private function grade(?stdClass $learner = null): ?float {
        grade_regrade_final_grades($this->course->id);
        $grade = $this->item()->get_grade(($learner ?? $this->learners[0])->id, false);
        return ($grade->finalgrade ?? null) === null ? null : round((float) $grade->finalgrade, 3);
    }

    /**
     * Saves the exercise with changed steps.
     *
     * @param array $changes members by step
     * @param bool $force whether in spite of warnings
     * @return array what the editor answers
     */
    private function edit(array $changes, bool $force = true): array {
        $this->setAdminUser();
        $editor = new exercise_editor(get_fast_modinfo($this->course)->get_cm($this->cm->id));
        $read = $editor->read();
        $exercise = json_decode($read['exercise'], true);
        foreach ($exercise['steps'] as &$step) {
            $step = ($changes[$step['id']] ?? []) + $step;
            $step['settings'] = $step['settings'] ?: new stdClass();
        }
        return $editor->save($read['version'], json_encode($exercise), $force);
    }

    /**
     * Saves the settings as core's form does.
     *
     * @param array $changes what is different
     */
    private function save_settings(array $changes): void {
        $this->setAdminUser();
        $course = get_course($this->course->id);
        $cm = get_coursemodule_from_id('leerlandschap', $this->cm->id, 0, true, MUST_EXIST);
        [$cm, , , $data] = get_moduleinfo_data($cm, $course);
        update_moduleinfo($cm, (object) ($changes + (array) $data), $course);
    }

    /**
     * Steps give the points that the teacher says, and people who have some get theirs anew.
     */
    public function test_points_of_steps(): void {
        $this->prepare();
        [$one, $two, $three] = $this->learners;
        $this->take_part($one, ['stellingen']);
        $this->take_part($two, ['stellingen', 'vervolgacties', 'uitgangspunten']);
        $this->assertSame([10.0, 30.0, null], [$this->grade($one), $this->grade($two), $this->grade($three)]);

        $points = ['stellingen' => ['points' => 4], 'vervolgacties' => ['points' => 1], 'opbrengst' => ['points' => 50]];
        $refused = $this->edit($points, false);
        $this->assertSame(['points_changed'], array_column($refused['warnings'], 'code'));
        $this->assertSame(10.0, $this->grade($one));
        $this->assertSame([], $this->edit($points)['problems']);
        $this->assertSame([20.0, 30.0, null], [$this->grade($one), $this->grade($two), $this->grade($three)]);
        $this->assertSame(
            'You took part in: Discussing five statements. You have not yet taken part in: Follow-up actions, Principles. '
                . '4 of 6 points.',
            $this->item()->get_grade($one->id, false)->feedback
        );

        // The page says what there is to earn, and lists tell of steps.
        $this->setUser($one);
        $this->assertSame(4, bootstrap::for_view($this->cm, 0)['exercise']['steps'][0]['points']);
        $summary = (new summary\summaries())->of(get_fast_modinfo($this->course)->get_cm($this->cm->id));
        $this->assertSame('1 of 3', $summary->steps_text());
    }

    /**
     * Whoever has taken part only in what gives nothing any more has no grade; where nothing gives any, nobody has.
     */
    public function test_points_taken_away(): void {
        $this->prepare();
        [$one, $two] = $this->learners;
        $this->take_part($one, ['stellingen']);
        $this->take_part($two, ['vervolgacties']);
        $this->edit(['stellingen' => ['points' => 0]]);
        $this->assertSame([null, 15.0], [$this->grade($one), $this->grade($two)]);
        $this->edit(['vervolgacties' => ['points' => 0], 'uitgangspunten' => ['optional' => true]]);
        $this->assertSame([null, null], [$this->grade($one), $this->grade($two)]);
        $this->edit(['stellingen' => ['points' => 1]]);
        $this->assertSame([30.0, null], [$this->grade($one), $this->grade($two)]);
    }

    /**
     * Other points complete nothing and undo no completion: that goes by steps.
     */
    public function test_completion_goes_by_steps(): void {
        $this->prepare(['completion' => COMPLETION_TRACKING_AUTOMATIC, 'completionfinish' => 1]);
        $state = fn(): int => (int) (new \completion_info(get_course($this->course->id)))
            ->get_data($this->cm, false, $this->learners[0]->id)->completionstate;
        $this->edit(['vervolgacties' => ['points' => 0]]);
        $this->take_part($this->learners[0], ['stellingen', 'uitgangspunten']);
        $this->assertSame(30.0, $this->grade());
        $this->assertSame(COMPLETION_INCOMPLETE, $state());
        $this->take_part($this->learners[0], ['vervolgacties']);
        $this->assertSame(COMPLETION_COMPLETE, $state());
    }

    /**
     * The grade to pass completes the activity once it is reached, also where other points bring somebody there.
     */
    public function test_pass_grade(): void {
        $this->prepare([
            'gradepass' => 20, 'completion' => COMPLETION_TRACKING_AUTOMATIC, 'completionusegrade' => 1,
            'completionpassgrade' => 1, 'completiongradeitemnumber' => 0,
        ]);
        $this->assertEquals(20, $this->item()->gradepass);
        $state = fn(stdClass $learner): int => (int) (new \completion_info(get_course($this->course->id)))
            ->get_data(get_fast_modinfo($this->course)->get_cm($this->cm->id), false, $learner->id)->completionstate;
        $states = fn(): array => array_map($state, $this->learners);
        $this->take_part($this->learners[0], ['stellingen', 'vervolgacties']);
        $this->take_part($this->learners[1], ['stellingen']);
        $this->assertSame([20.0, 10.0], [$this->grade($this->learners[0]), $this->grade($this->learners[1])]);
        $this->assertSame([COMPLETION_COMPLETE_PASS, COMPLETION_COMPLETE_FAIL, COMPLETION_INCOMPLETE], $states());
        $this->edit(['stellingen' => ['points' => 8]]);
        $this->assertSame([COMPLETION_COMPLETE_PASS, COMPLETION_COMPLETE_PASS, COMPLETION_INCOMPLETE], $states());
    }

    /**
     * A grade that a teacher has given stays, with its feedback, whatever is earned; given free it follows again.
     */
    public function test_overridden(): void {
        $this->prepare();
        $learner = $this->learners[0];
        $this->take_part($learner, ['stellingen']);
        $this->item()->update_final_grade($learner->id, 27, 'gradebook', 'Mooi gedaan', FORMAT_PLAIN, $this->trainer->id);
        $grade = fn(): \grade_grade => $this->item()->get_grade($learner->id, false);
        $this->assertTrue($grade()->is_overridden());
        $this->take_part($learner, ['vervolgacties']);
        $this->edit(['stellingen' => ['points' => 5]]);
        $this->save_settings(['grade' => 60, 'grade_rescalegrades' => 'yes']);
        $this->assertSame(27.0, $this->grade());
        $this->assertSame('Mooi gedaan', $grade()->feedback);
        $this->assertTrue($grade()->is_overridden());
        $grade()->set_overridden(false);
        $this->assertSame(round(6 / 7 * 60, 3), $this->grade());
        $this->assertStringContainsString('6 of 7 points', $grade()->feedback);
    }

    /**
     * A locked grade stays and keeps nobody else's from coming; unlocked it has what was earned meanwhile.
     */
    public function test_locked(): void {
        $this->prepare();
        [$one, $two] = $this->learners;
        $this->take_part($one, ['stellingen']);
        $this->assertSame(10.0, $this->grade($one));
        $this->assertTrue($this->item()->get_grade($one->id)->set_locked(1));
        $generator = $this->getDataGenerator()->get_plugin_generator('mod_leerlandschap');
        foreach ([$one, $two] as $learner) {
            $generator->create_progress($generator->create_meeting($this->instance_row()), $learner, ['vervolgacties']);
        }
        announcer::now($this->instance_row(), $this->cm, [(int) $one->id, (int) $two->id]);
        $this->assertSame([10.0, 10.0], [$this->grade($one), $this->grade($two)]);
        $this->item()->get_grade($one->id)->set_locked(0, false, true);
        $this->assertSame(20.0, $this->grade($one));

        $this->assertTrue($this->item()->set_locked(1, false, false));
        $this->take_part($two, ['stellingen']);
        $this->assertSame(10.0, $this->grade($two));
        $this->item()->set_locked(0, false, true);
        $this->assertSame(20.0, $this->grade($two));
    }

    /**
     * Core's form asks whether grades that are there follow another maximum: yes, they do; no, they stay until the next step.
     */
    public function test_other_maximum(): void {
        $this->prepare();
        $this->take_part($this->learners[0], ['stellingen']);
        // Only where this is there does it ask.
        $this->assertNotFalse(component_callback_exists('mod_leerlandschap', 'rescale_activity_grades'));
        $this->save_settings(['grade' => 60, 'grade_rescalegrades' => 'yes']);
        $this->assertSame(20.0, $this->grade());
        $this->assertEquals(60, $this->item()->grademax);
        $this->save_settings(['grade' => 90, 'grade_rescalegrades' => 'no']);
        $this->assertSame(20.0, $this->grade());
        $this->assertEquals(90, $this->item()->grademax);
        $this->take_part($this->learners[1], ['stellingen']);
        $this->assertSame([20.0, 30.0], [$this->grade(), $this->grade($this->learners[1])]);
        $this->take_part($this->learners[0], ['vervolgacties']);
        $this->assertSame(60.0, $this->grade());
    }

    /**
     * Of words the last one is for all points; on the way there, the others follow one another.
     */
    public function test_words_for_grades(): void {
        global $DB;

        $scale = $this->getDataGenerator()->create_scale(['scale' => 'Nog niet, Bijna, Voldaan']);
        $this->prepare(['grade' => -$scale->id]);
        $this->assertEquals([GRADE_TYPE_SCALE, $scale->id], [$this->item()->gradetype, $this->item()->scaleid]);
        $learner = $this->learners[0];
        foreach (['stellingen' => 1.0, 'vervolgacties' => 2.0, 'uitgangspunten' => 3.0] as $step => $word) {
            $this->assertSame($step === 'stellingen' ? null : $word - 1, $this->grade());
            $this->take_part($learner, [$step]);
            $this->assertSame($word, $this->grade());
        }
        $grades = grade_get_grades($this->course->id, 'mod', 'leerlandschap', $this->cm->instance, $learner->id);
        $this->assertSame('Voldaan', $grades->items[0]->grades[$learner->id]->str_grade);
        $this->setUser($learner);
        $this->assertTrue(bootstrap::for_view($this->cm, 0)['grade']);
        $outline = leerlandschap_user_outline($this->course, $learner, $this->cm, $this->instance_row());
        $this->assertSame('3 of 3 points.', $outline->info);

        // Nobody can delete it under the activity; where it is gone all the same, nothing breaks.
        $this->assertTrue(leerlandschap_scale_used_anywhere($scale->id));
        $this->assertFalse(leerlandschap_scale_used_anywhere($scale->id + 1));
        $this->assertFalse(\grade_scale::fetch(['id' => $scale->id])->can_delete());
        $DB->delete_records('scale', ['id' => $scale->id]);
        $this->assertSame([], grader::grades($this->instance_row()));
    }

    /**
     * The number of words makes no difference to the last one and the first.
     */
    public function test_two_words(): void {
        $scale = $this->getDataGenerator()->create_scale(['scale' => 'Nee,Ja']);
        $this->prepare(['grade' => -$scale->id]);
        $this->take_part($this->learners[0], ['stellingen', 'vervolgacties']);
        $this->take_part($this->learners[1], ['stellingen', 'vervolgacties', 'uitgangspunten']);
        $this->assertSame([1.0, 2.0, null], array_map($this->grade(...), $this->learners));
    }

    /**
     * From points to no grade, to words and back: nothing that was earned is lost.
     */
    public function test_kinds_of_grades(): void {
        $scale = $this->getDataGenerator()->create_scale(['scale' => 'Nee,Ja']);
        $this->prepare();
        $this->take_part($this->learners[0], ['stellingen']);
        $this->save_settings(['grade' => 0]);
        $this->assertEquals(GRADE_TYPE_NONE, $this->item()->gradetype);
        $this->take_part($this->learners[0], ['vervolgacties']);
        $this->setUser($this->learners[0]);
        $this->assertFalse(bootstrap::for_view($this->cm, 0)['grade']);
        $this->save_settings(['grade' => -$scale->id]);
        $this->assertSame(1.0, $this->grade());
        $this->save_settings(['grade' => 0]);
        $this->save_settings(['grade' => 30]);
        $this->assertSame(20.0, $this->grade());
    }

    /**
     * An item that somebody deleted comes back with the next progress, and for all when the settings are saved with grades.
     */
    public function test_item_comes_back(): void {
        $this->prepare();
        [$one, $two] = $this->learners;
        $this->take_part($one, ['stellingen']);
        $this->take_part($two, ['stellingen']);
        $this->assertTrue($this->item()->delete('test'));
        $this->take_part($one, ['vervolgacties']);
        $this->assertSame([20.0, null], [$this->grade($one), $this->grade($two)]);
        leerlandschap_update_grades($this->instance_row());
        $this->assertSame([20.0, 10.0], [$this->grade($one), $this->grade($two)]);
    }

    /**
     * Core regrades one user: a user without points has no grade then, and nobody else is touched.
     */
    public function test_core_asks_for_one_user(): void {
        $this->prepare();
        [$one, $two] = $this->learners;
        $this->take_part($one, ['stellingen']);
        $this->take_part($two, ['stellingen']);
        $this->item()->update_raw_grade($two->id, 29, 'test');
        leerlandschap_update_grades($this->instance_row(), $one->id);
        $this->assertSame([10.0, 29.0], [$this->grade($one), $this->grade($two)]);
        leerlandschap_update_grades($this->instance_row(), $two->id);
        $this->assertSame(10.0, $this->grade($two));
        leerlandschap_update_grades($this->instance_row(), $this->learners[2]->id);
        $this->assertNull($this->grade($this->learners[2]));
    }

    /**
     * Hidden grades are on none of the activity's own pages; steps are, which everybody sees of themselves.
     */
    public function test_hidden_grades(): void {
        $this->prepare();
        $this->edit(['stellingen' => ['points' => 7]]);
        $learner = $this->learners[0];
        $this->take_part($learner, ['stellingen']);
        $this->item()->set_hidden(1);
        $this->setUser($learner);
        $cm = get_fast_modinfo($this->course)->get_cm($this->cm->id);
        $this->assertNull(leerlandschap_user_outline($this->course, $learner, $cm, $this->instance_row()));
        ob_start();
        leerlandschap_user_complete($this->course, $learner, $cm, $this->instance_row());
        $pages = ob_get_clean()
            . json_encode(bootstrap::for_view($cm, 0)['reply'])
            . \html_writer::table((new \mod_leerlandschap\output\activity_list($this->course, new summary\summaries()))->table())
            . json_encode(\mod_leerlandschap\output\mobile::mobile_course_view(['cmid' => $cm->id, 'courseid' => $cm->course]));
        $this->assertStringContainsString('1 of 3', $pages);
        foreach (['7 of 9', '23.3', 'points.'] as $points) {
            $this->assertStringNotContainsString($points, $pages);
        }
        $this->item()->set_hidden(0);
        $outline = leerlandschap_user_outline($this->course, $learner, $cm, $this->instance_row());
        $this->assertSame('7 of 9 points.', $outline->info);
    }

    /**
     * Whoever left the course gets no grade, so that core can give them back all of theirs when they return.
     */
    public function test_leaves_and_returns(): void {
        global $DB;

        $this->prepare();
        $learner = $this->learners[0];
        $other = $this->getDataGenerator()->create_module('assign', ['course' => $this->course->id]);
        $this->take_part($learner, ['stellingen']);
        $item = grade_item::fetch(['itemmodule' => 'assign', 'iteminstance' => $other->id]);
        $item->update_final_grade($learner->id, 80, 'test');
        $enrolment = $DB->get_record('enrol', ['courseid' => $this->course->id, 'enrol' => 'manual']);
        $manual = enrol_get_plugin('manual');
        $manual->unenrol_user($enrolment, $learner->id);
        $this->assertSame(0, $DB->count_records('grade_grades', ['userid' => $learner->id]));

        $this->edit(['stellingen' => ['points' => 4]]);
        announcer::now($this->instance_row(), $this->cm, [(int) $learner->id]);
        leerlandschap_update_grades($this->instance_row(), $learner->id);
        $this->assertSame(0, $DB->count_records('grade_grades', ['userid' => $learner->id]));
        $this->assertSame(1, $DB->count_records('leerlandschap_progress', ['userid' => $learner->id]));

        $manual->enrol_user($enrolment, $learner->id, null, 0, 0, null, true);
        $this->assertEquals(80, $item->get_grade($learner->id, false)->finalgrade);
        $this->assertSame(20.0, $this->grade(), 'core asks for the points of now');
        $this->take_part($learner, ['vervolgacties']);
        $this->assertSame(25.0, $this->grade(), 'and it goes on from there');
    }

    /**
     * Who comes back without the old grades has all points again with the next step; a suspended enrolment changes nothing.
     */
    public function test_returns_without_grades(): void {
        global $DB;

        $this->prepare();
        $learner = $this->learners[0];
        $this->take_part($learner, ['stellingen']);
        $enrolment = $DB->get_record('enrol', ['courseid' => $this->course->id, 'enrol' => 'manual']);
        $manual = enrol_get_plugin('manual');
        $manual->update_user_enrol($enrolment, $learner->id, ENROL_USER_SUSPENDED);
        $this->edit(['stellingen' => ['points' => 4]]);
        $this->assertSame(20.0, $this->grade());
        $manual->unenrol_user($enrolment, $learner->id);
        $manual->enrol_user($enrolment, $learner->id, null, 0, 0, null, false);
        $this->assertNull($this->grade());
        $this->take_part($learner, ['vervolgacties']);
        $this->assertSame(25.0, $this->grade());
    }

    /**
     * A deleted account leaves no grade and breaks nobody's.
     */
    public function test_deleted_account(): void {
        global $DB;

        $this->prepare();
        [$one, $two] = $this->learners;
        $this->take_part($one, ['stellingen']);
        $this->take_part($two, ['stellingen']);
        delete_user($one);
        $this->edit(['stellingen' => ['points' => 4]]);
        announcer::now($this->instance_row(), $this->cm, [(int) $one->id, (int) $two->id]);
        $this->assertSame(0, $DB->count_records('grade_grades', ['userid' => $one->id]));
        $this->assertSame(20.0, $this->grade($two));
        $this->assertSame(1, $DB->count_records('leerlandschap_progress', ['userid' => $one->id]));
    }

    /**
     * Two groups of somebody count as one: what was done in either. Out of all groups the points stay.
     */
    public function test_groups(): void {
        $this->prepare(['groupmode' => SEPARATEGROUPS]);
        $learner = $this->learners[0];
        foreach (['stellingen', 'vervolgacties'] as $i => $step) {
            $groups[$i] = $this->getDataGenerator()->create_group(['courseid' => $this->course->id]);
            groups_add_member($groups[$i], $learner);
            $this->take_part($learner, [$step, 'stellingen'], (int) $groups[$i]->id);
            $this->assertSame(10.0 * ($i + 1), $this->grade());
        }
        array_map(fn(stdClass $group) => groups_remove_member($group, $learner), $groups);
        grader::update_all($this->instance_row());
        $this->assertSame(20.0, $this->grade());
        groups_delete_group($groups[0]->id);
        $this->save_settings(['groupmode' => NOGROUPS]);
        grader::update_all($this->instance_row());
        $this->assertSame(20.0, $this->grade());
        $this->take_part($learner, ['uitgangspunten']);
        $this->assertSame(30.0, $this->grade(), 'what everybody does together is the same first meeting');
    }

    /**
     * Whoever joins late is asked for the steps of the meetings that they joined, and can still earn those that are over.
     */
    public function test_joins_late(): void {
        $this->prepare(['format' => 'leerlandschap']);
        $late = array_pop($this->learners);
        $this->start();
        $round = ['type' => 'set_round', 'step' => 'stellingen', 'round' => 1, 'from' => 'open', 'to' => 'revealed'];
        $this->run_as($this->trainer, $round);
        $this->run_as($this->trainer, ['type' => 'go_to', 'from' => 'stellingen', 'to' => 'vervolgacties']);
        $this->run_as($late, ['type' => 'join']);
        $this->assertNull($this->grade($late));
        $this->run_as($late, ['type' => 'took_part', 'step' => 'stellingen']);
        $this->run_as($late, ['type' => 'took_part', 'step' => 'vervolgacties']);
        $this->assertSame(20.0, $this->grade($late));
        $this->run_as($this->trainer, ['type' => 'close', 'from' => 'vervolgacties']);
        $this->run_as($this->trainer, ['type' => 'start_next', 'from' => 1, 'part' => 'later']);
        $later = $this->getDataGenerator()->create_and_enrol($this->course, 'student');
        $this->run_as($later, ['type' => 'join']);
        $points = fn(stdClass $user): array => progress::points((int) $this->cm->instance, (int) $user->id)['open'];
        $this->assertNotContains('stellingen', $points($later));
        $this->assertNotSame([], $points($later));
    }
}
