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

namespace mod_leerlandschap\backup;

defined('MOODLE_INTERNAL') || die();

require_once(__DIR__ . '/copy_testcase.php');

use cm_info;
use grade_item;
use mod_leerlandschap\local\announcer;
use mod_leerlandschap\local\exercise_store;
use mod_leerlandschap\local\grader;
use mod_leerlandschap\local\own_exercise;
use stdClass;

/**
 * Grades of a copy: by the same points and words, with what teachers did about them.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \mod_leerlandschap\local\copying\restoring
 * @covers     \mod_leerlandschap\local\grader
 */
final class grades_test extends copy_testcase {
    /**
     * Makes an activity whose first step gives four points, in which two learners have taken part.
     *
     * @param array $settings settings of the activity
     */
    private function graded_activity(array $settings): void {
        global $CFG;

        require_once($CFG->libdir . '/gradelib.php');
        $this->create_activity($settings + ['visibility' => 'named'], 3);
        $exercise = json_decode(\core\di::get(exercise_store::class)->shipped('leerlandschap'), true);
        $exercise['steps'][0]['points'] = 4;
        own_exercise::put($this->instance_row(), json_encode($exercise), null);
        $generator = $this->getDataGenerator()->get_plugin_generator('mod_leerlandschap');
        $meeting = $generator->create_meeting($this->instance_row());
        foreach ([['stellingen'], ['stellingen', 'vervolgacties', 'uitgangspunten']] as $i => $steps) {
            $generator->create_progress($meeting, $this->learners[$i], $steps);
            announcer::now($this->instance_row(), $this->cm, [(int) $this->learners[$i]->id]);
        }
    }

    /**
     * The grades that count of an activity.
     *
     * @param cm_info $cm the activity
     * @return array by user name of the learner
     */
    private function grades(cm_info $cm): array {
        global $DB;

        grade_regrade_final_grades($cm->course);
        return array_map(floatval(...), $DB->get_records_sql_menu(
            'SELECT u.username, g.finalgrade
               FROM {grade_grades} g
               JOIN {user} u ON u.id = g.userid
               JOIN {grade_items} i ON i.id = g.itemid
              WHERE i.itemmodule = ? AND i.iteminstance = ? AND g.finalgrade IS NOT NULL
           ORDER BY u.username',
            ['leerlandschap', $cm->instance]
        ));
    }

    /**
     * The item of an activity.
     *
     * @param cm_info $cm the activity
     * @return grade_item
     */
    private function item(cm_info $cm): grade_item {
        return grade_item::fetch(['itemmodule' => 'leerlandschap', 'iteminstance' => $cm->instance]);
    }

    /**
     * Row of the activity of a course module.
     *
     * @param cm_info $cm the course module
     * @return stdClass
     */
    private static function row(cm_info $cm): stdClass {
        global $DB;

        return $DB->get_record('leerlandschap', ['id' => $cm->instance], '*', MUST_EXIST);
    }

    /**
     * A scale of words of one course is another one in the next, with the same words; on this site and on another one.
     */
    public function test_words_come_along(): void {
        global $DB;

        $scale = $this->getDataGenerator()->create_scale(['courseid' => $this->course->id, 'scale' => 'Nog niet,Bijna,Voldaan']);
        $this->graded_activity(['grade' => -$scale->id]);
        $before = $this->grades($this->cm);
        $this->assertSame([2.0, 3.0], array_values($before));
        $folder = $this->back_up($this->cm);
        foreach ([false, true] as $elsewhere) {
            if ($elsewhere) {
                $this->take_elsewhere($folder);
                $DB->set_field('scale', 'scale', 'Other,words', ['id' => $scale->id]);
            }
            $copy = $this->restore($folder, $this->getDataGenerator()->create_course());
            $now = -(int) self::row($copy)->grade;
            $this->assertSame('Nog niet,Bijna,Voldaan', $DB->get_field('scale', 'scale', ['id' => $now]));
            $this->assertEquals([GRADE_TYPE_SCALE, $now], [$this->item($copy)->gradetype, $this->item($copy)->scaleid]);
            $this->assertSame($before, $this->grades($copy));
            grader::update_all(self::row($copy));
            $this->assertSame($before, $this->grades($copy));
            $this->assertSame([], $this->told);
        }
    }

    /**
     * Points of steps, the grade to pass, and grades that a teacher gave or locked come along and stay.
     */
    public function test_points_come_along(): void {
        $this->graded_activity(['grade' => 60, 'gradepass' => 30]);
        [$one, $two] = $this->learners;
        $this->assertSame([40.0, 60.0], array_values($this->grades($this->cm)));
        $this->item($this->cm)->update_final_grade($one->id, 7, 'test');
        $this->assertSame([7.0, 60.0], array_values($this->grades($this->cm)));
        $this->item($this->cm)->get_grade($two->id)->set_locked(1);
        $copy = $this->restore($this->back_up($this->cm), $this->getDataGenerator()->create_course());
        $this->assertEquals(30, $this->item($copy)->gradepass);
        $this->assertSame([7.0, 60.0], array_values($this->grades($copy)));
        $this->assertSame(4, exercise_store::of_instance(self::row($copy))->points('stellingen'));
        grader::update_all(self::row($copy));
        $this->assertSame([7.0, 60.0], array_values($this->grades($copy)));
        $this->assertTrue($this->item($copy)->get_grade($one->id, false)->is_overridden());
    }
}
