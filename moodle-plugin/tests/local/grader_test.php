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

use grade_item;
use mod_leerlandschap_generator;
use stdClass;

/**
 * Tests for the points in the gradebook.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \mod_leerlandschap\local\grader
 */
final class grader_test extends \advanced_testcase {
    /** @var stdClass a course */
    private stdClass $course;

    /** @var stdClass a learner */
    private stdClass $learner;

    /** @var mod_leerlandschap_generator the plugin's generator */
    private mod_leerlandschap_generator $generator;

    protected function setUp(): void {
        global $CFG;
        parent::setUp();
        require_once($CFG->libdir . '/gradelib.php');
        $this->resetAfterTest();
        $this->course = $this->getDataGenerator()->create_course();
        $this->learner = $this->getDataGenerator()->create_and_enrol($this->course, 'student');
        $this->generator = $this->getDataGenerator()->get_plugin_generator('mod_leerlandschap');
    }

    /**
     * Makes an activity.
     *
     * @param array $settings settings
     * @return stdClass row of leerlandschap
     */
    private function activity(array $settings = []): stdClass {
        return $this->generator->create_instance($settings + ['course' => $this->course->id, 'grade' => 30]);
    }

    /**
     * What the gradebook has for a user.
     *
     * @param stdClass $instance row of leerlandschap
     * @param stdClass|null $user the user, null for the learner
     * @return stdClass|null
     */
    private function grade(stdClass $instance, ?stdClass $user = null): ?stdClass {
        $userid = ($user ?? $this->learner)->id;
        $grades = grade_get_grades($this->course->id, 'mod', 'leerlandschap', $instance->id, [$userid]);
        return $grades->items[0]->grades[$userid] ?? null;
    }

    /**
     * The item has the activity's name and maximum, from the start and after a change.
     */
    public function test_item(): void {
        $instance = $this->activity(['name' => 'A & B', 'idnumber' => 'LL1']);
        $fetch = fn(): grade_item => grade_item::fetch(['itemmodule' => 'leerlandschap', 'iteminstance' => $instance->id]);
        $item = $fetch();
        $this->assertSame('A & B', $item->itemname);
        $this->assertSame('LL1', $item->idnumber);
        $this->assertEquals(30, $item->grademax);
        $this->assertEquals(0, $item->grademin);
        $this->assertEquals(GRADE_TYPE_VALUE, $item->gradetype);

        $instance->grade = 0;
        $this->assertSame(GRADE_UPDATE_OK, grader::update_item($instance));
        $this->assertEquals(GRADE_TYPE_NONE, $fetch()->gradetype);
    }

    /**
     * Each required step is a third of the maximum; an optional one gives nothing.
     */
    public function test_fractions(): void {
        $instance = $this->activity();
        $meeting = $this->generator->create_meeting($instance);
        $expected = ['opbrengst' => null, 'stellingen' => 10.0, 'vervolgacties' => 20.0, 'uitgangspunten' => 30.0];
        foreach ($expected as $step => $points) {
            $this->generator->create_progress($meeting, $this->learner, [$step]);
            grader::update_users($instance, [(int) $this->learner->id]);
            $grade = $this->grade($instance)->grade;
            $this->assertEqualsWithDelta($points, $grade === null ? null : (float) $grade, 0.001, $step);
            $this->assertSame($points === null, $grade === null, $step);
        }
    }

    /**
     * Those who never took part have no grade: nothing is not zero.
     */
    public function test_never_taken_part(): void {
        $instance = $this->activity();
        grader::update_all($instance);
        grader::update_users($instance, [(int) $this->learner->id]);
        $this->assertNull($this->grade($instance)->grade);
        $this->assertNull($this->grade($instance)->feedback);

        $this->generator->create_progress($this->generator->create_meeting($instance), $this->learner, []);
        grader::update_users($instance, [(int) $this->learner->id]);
        $this->assertNull($this->grade($instance)->grade);
    }

    /**
     * The feedback names what was done and what is open, in the learner's language, whoever is logged in.
     */
    public function test_feedback(): void {
        global $CFG, $DB;

        $instance = $this->activity();
        $this->generator->create_progress($this->generator->create_meeting($instance), $this->learner, ['vervolgacties']);
        $this->setAdminUser();
        grader::update_users($instance, [(int) $this->learner->id]);
        $this->assertSame(
            'You took part in: Follow-up actions. You have not yet taken part in: Discussing five statements, Principles. ' .
                '1 of 3 points.',
            $this->grade($instance)->feedback
        );

        // A Dutch language pack as small as can be: the plugin brings its own texts.
        make_writable_directory("$CFG->dataroot/lang/nl");
        file_put_contents("$CFG->dataroot/lang/nl/langconfig.php", "<?php \$string['thislanguage'] = 'Nederlands';");
        get_string_manager()->reset_caches();
        $DB->set_field('user', 'lang', 'nl', ['id' => $this->learner->id]);
        grader::update_users($instance, [(int) $this->learner->id]);
        $this->assertSame(
            'Je hebt meegedaan aan: Vervolgacties. ' .
                'Je hebt nog niet meegedaan aan: Vijf stellingen bespreken, Uitgangspunten. 1 van de 3 punten.',
            $this->grade($instance)->feedback
        );
    }

    /**
     * Who has done everything reads of nothing that is open.
     */
    public function test_feedback_when_finished(): void {
        $instance = $this->activity();
        $meeting = $this->generator->create_meeting($instance);
        $this->generator->create_progress($meeting, $this->learner, ['stellingen', 'vervolgacties', 'uitgangspunten']);
        grader::update_users($instance, [(int) $this->learner->id]);
        $this->assertSame(
            'You took part in: Discussing five statements, Follow-up actions, Principles. 3 of 3 points.',
            $this->grade($instance)->feedback
        );
    }

    /**
     * All who took part, at once; a changed maximum changes every grade.
     */
    public function test_update_all(): void {
        $instance = $this->activity();
        $other = $this->getDataGenerator()->create_and_enrol($this->course, 'student');
        $third = $this->getDataGenerator()->create_and_enrol($this->course, 'student');
        $meeting = $this->generator->create_meeting($instance);
        $this->generator->create_progress($meeting, $this->learner, ['stellingen']);
        $this->generator->create_progress($meeting, $other, ['stellingen', 'vervolgacties']);
        grader::update_all($instance);
        $this->assertEquals(10, $this->grade($instance)->grade);
        $this->assertEquals(20, $this->grade($instance, $other)->grade);
        $this->assertNull($this->grade($instance, $third)->grade);

        $instance->grade = 60;
        grader::update_all($instance);
        $this->assertEquals(20, $this->grade($instance)->grade);
        $this->assertEquals(40, $this->grade($instance, $other)->grade);
    }

    /**
     * Without a grade nothing is written.
     */
    public function test_without_grade(): void {
        $instance = $this->activity(['grade' => 0]);
        $this->generator->create_progress($this->generator->create_meeting($instance), $this->learner, ['stellingen']);
        grader::update_users($instance, [(int) $this->learner->id]);
        $this->assertSame([], grader::grades($instance));
    }

    /**
     * A grade whose progress is gone is taken away.
     */
    public function test_grade_taken_away(): void {
        global $DB;

        $instance = $this->activity();
        $this->generator->create_progress($this->generator->create_meeting($instance), $this->learner, ['stellingen']);
        grader::update_users($instance, [(int) $this->learner->id]);
        $this->assertEquals(10, $this->grade($instance)->grade);
        $DB->delete_records('leerlandschap_progress');
        grader::update_users($instance, [(int) $this->learner->id]);
        $this->assertNull($this->grade($instance)->grade);
    }
}
