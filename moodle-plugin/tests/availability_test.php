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

namespace mod_leerlandschap;

defined('MOODLE_INTERNAL') || die();

require_once(__DIR__ . '/meeting_testcase.php');

use stdClass;

/**
 * Other activities that wait until somebody has completed this one, or has points in it.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \mod_leerlandschap\completion\custom_completion
 * @covers \mod_leerlandschap\local\grader
 * @covers \mod_leerlandschap\local\announcer
 */
final class availability_test extends meeting_testcase {
    /**
     * Makes an activity that waits for a condition.
     *
     * @param array $condition the condition
     * @return int course module id
     */
    private function waiting(array $condition): int {
        return (int) $this->getDataGenerator()->create_module('page', [
            'course' => $this->course->id,
            'availability' => json_encode(['op' => '&', 'c' => [$condition], 'showc' => [true]]),
        ])->cmid;
    }

    /**
     * Whether a learner can open an activity.
     *
     * @param int $cmid course module id
     * @param stdClass $learner the learner
     * @return bool
     */
    private function opens(int $cmid, stdClass $learner): bool {
        $this->setUser($learner);
        \course_modinfo::clear_instance_cache($this->course);
        return (bool) get_fast_modinfo($this->course, $learner->id)->get_cm($cmid)->uservisible;
    }

    /**
     * After the reveal points come for the whole group, and with them what waits for these; completion with the last step.
     */
    public function test_completion_and_grade(): void {
        set_config('enableavailability', 1);
        $this->create_activity(['completion' => COMPLETION_TRACKING_AUTOMATIC, 'completionfinish' => 1]);
        $item = \grade_item::fetch(['itemmodule' => 'leerlandschap', 'iteminstance' => $this->cm->instance]);
        $graded = $this->waiting(['type' => 'grade', 'id' => (int) $item->id, 'min' => 30]);
        $highgraded = $this->waiting(['type' => 'grade', 'id' => (int) $item->id, 'min' => 90]);
        $completed = $this->waiting(['type' => 'completion', 'cm' => (int) $this->cm->id, 'e' => COMPLETION_COMPLETE]);
        [$learner] = $this->learners;
        $open = fn(): array => array_map(fn(int $cmid): bool => $this->opens($cmid, $learner), [$graded, $highgraded, $completed]);
        $this->start();
        foreach ($this->learners as $one) {
            foreach (['st1', 'st2', 'st3', 'st4', 'st5'] as $item) {
                $this->run_as($one, self::answer($item, 4));
            }
        }
        $this->assertSame([false, false, false], $open(), 'an answer alone opens nothing, as it would tell who has answered');
        $round = ['type' => 'set_round', 'step' => 'stellingen', 'round' => 1, 'from' => 'open', 'to' => 'revealed'];
        $this->run_as($this->trainer, $round);
        $this->assertSame([true, false, false], $open());
        $from = 'stellingen';
        foreach (['vervolgacties', 'uitgangspunten', '@closing'] as $to) {
            $this->run_as($this->trainer, ['type' => 'go_to', 'from' => $from, 'to' => $to]);
            foreach ($to === '@closing' ? [] : $this->learners as $one) {
                $this->run_as($one, ['type' => 'took_part', 'step' => $to]);
            }
            $from = $to;
        }
        $this->assertSame([true, true, true], $open());
        // Who never took part waits still.
        $late = $this->getDataGenerator()->create_and_enrol($this->course, 'student');
        $this->assertFalse($this->opens($completed, $late));
        $this->assertFalse($this->opens($graded, $late));
    }
}
