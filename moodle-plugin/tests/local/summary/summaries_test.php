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

namespace mod_leerlandschap\local\summary;

defined('MOODLE_INTERNAL') || die();

require_once(__DIR__ . '/../../actions_testcase.php');

use mod_leerlandschap\actions_testcase;
use mod_leerlandschap\output\activity_list;
use stdClass;

/**
 * How activities stand, and what it costs to list them.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \mod_leerlandschap\local\summary\summaries
 * @covers \mod_leerlandschap\local\summary\activity_summary
 * @covers \mod_leerlandschap\local\summary\group_actions
 * @covers \mod_leerlandschap\local\progress
 * @covers \mod_leerlandschap\output\activity_list
 */
final class summaries_test extends actions_testcase {
    /**
     * How the activity stands for a user.
     *
     * @param stdClass $user the user
     * @return activity_summary
     */
    private function summary(stdClass $user): activity_summary {
        $this->setUser($user);
        return (new summaries())->of(get_fast_modinfo($this->course)->get_cm($this->cm->id));
    }

    /**
     * Learners see their own progress and actions, those who see reports the groups'.
     */
    public function test_without_groups(): void {
        $this->mock_clock_with_frozen(self::NOW);
        $this->create_activity(['visibility' => 'named']);
        $this->assertSame('none', $this->summary($this->learners[0])->status);
        $this->assertSame('Not begun', $this->summary($this->learners[0])->status_text());
        // Whoever looks first makes the meeting: that is no beginning.
        $this->read($this->learners[0]);
        $this->assertSame('none', $this->summary($this->learners[0])->status);
        $this->start('vervolgacties');
        $this->write($this->learners[0], $this->learners[1]);
        $this->write($this->learners[0], $this->learners[1], ['when' => '2025-11-01'], '00000000-0000-4000-8000-000000000002');
        $this->follow();
        $own = $this->summary($this->learners[0]);
        $this->assertSame([false, 'open', 1, 1, 3, 0], [
            $own->teaches, $own->status, $own->number, $own->done, $own->asked, $own->ownactions,
        ]);
        $this->assertSame(['Meeting 1 is under way', '1 of 3'], [$own->status_text(), $own->steps_text()]);
        $own = $this->summary($this->learners[1]);
        $this->assertSame([0, 2, 1], [$own->done, $own->ownactions, $own->overdue]);
        $groups = $this->summary($this->trainer);
        $this->assertSame([true, 3, 1, 2], [$groups->teaches, $groups->joined, $groups->openmeetings, $groups->openactions]);
        $this->run_as($this->trainer, ['type' => 'close', 'from' => 'vervolgacties']);
        $this->assertSame('Meeting 1 is closed', $this->summary($this->learners[2])->status_text());
        $this->assertSame(0, $this->summary($this->trainer)->openmeetings);
    }

    /**
     * Under separate groups nobody sees anything of a group that they may not enter.
     */
    public function test_separate_groups(): void {
        $this->mock_clock_with_frozen(self::NOW);
        $this->create_activity(['groupmode' => SEPARATEGROUPS], 3);
        foreach ([0, 1] as $i) {
            $groups[$i] = $this->getDataGenerator()->create_group(['courseid' => $this->course->id]);
            groups_add_member($groups[$i], $this->learners[$i]);
            groups_add_member($groups[$i], $this->trainer);
            $this->run_as($this->learners[$i], ['type' => 'join'], $groups[$i]->id);
        }
        $this->run_as($this->trainer, ['type' => 'go_to', 'from' => '@start', 'to' => 'vervolgacties'], $groups[0]->id);
        $this->write($this->learners[0], $this->learners[0], [], self::ACTION, $groups[0]->id);
        $this->follow();
        $own = fn(): array => [$this->summary($this->learners[0])->status, $this->summary($this->learners[0])->ownactions];
        $this->assertSame(['open', 1], $own());
        $this->assertSame('none', $this->summary($this->learners[1])->status);
        $this->assertSame('none', $this->summary($this->learners[2])->status);
        $both = $this->summary($this->trainer);
        $this->assertSame([2, 1, 1], [$both->joined, $both->openmeetings, $both->openactions]);
        // A trainer of the other group alone.
        groups_remove_member($groups[0], $this->trainer);
        $one = $this->summary($this->trainer);
        $this->assertSame([1, 0, 0], [$one->joined, $one->openmeetings, $one->openactions]);
        // Who was moved has the old group's action no more.
        groups_remove_member($groups[0], $this->learners[0]);
        $this->assertSame(['none', 0], $own());
    }

    /**
     * Who only looks at an open course, or is suspended from it, does not see that there is a meeting.
     */
    public function test_outsiders(): void {
        global $DB;

        $this->create_activity();
        $this->start('stellingen');
        $this->assertSame('open', $this->summary($this->learners[0])->status);
        $this->assertSame('none', $this->summary($this->getDataGenerator()->create_user())->status);
        $DB->set_field('user_enrolments', 'status', ENROL_USER_SUSPENDED, ['userid' => $this->learners[0]->id]);
        $this->assertSame('none', $this->summary($this->learners[0])->status);
    }

    /**
     * An exercise that is not there breaks no list.
     */
    public function test_missing_exercise(): void {
        global $DB;

        $this->create_activity();
        $DB->set_field('leerlandschap', 'format', 'gone');
        $this->assertSame('-', $this->summary($this->learners[0])->steps_text());
    }

    /**
     * Makes a course with activities in each of which everybody has joined and has something to do.
     *
     * @param int $activities how many activities
     * @param int $learners how many learners
     */
    private function fill(int $activities, int $learners): void {
        global $DB;

        $generator = $this->getDataGenerator();
        $this->course = $generator->create_course(['enablecompletion' => 1, 'numsections' => 1]);
        $this->trainer = $generator->create_and_enrol($this->course, 'teacher');
        $this->learners = [];
        for ($i = 0; $i < $learners; $i++) {
            $this->learners[] = $generator->create_and_enrol($this->course, 'student');
        }
        for ($i = 0; $i < $activities; $i++) {
            $instance = $generator->create_module('leerlandschap', [
                'course' => $this->course->id, 'timeclose' => time() + WEEKSECS,
                'completion' => COMPLETION_TRACKING_AUTOMATIC, 'completionfinish' => 1,
            ]);
            $own = $generator->get_plugin_generator('mod_leerlandschap');
            $meeting = $own->create_meeting($instance);
            foreach ($this->learners as $j => $learner) {
                $own->create_progress($meeting, $learner, ['stellingen']);
                $DB->insert_record('leerlandschap_action', (object) [
                    'leerlandschapid' => $instance->id, 'meetingid' => $meeting->id(), 'uuid' => "u$j", 'userid' => $learner->id,
                ]);
            }
        }
    }

    /**
     * How many queries it takes to show something.
     *
     * @param callable $shows shows it
     * @return int
     */
    private function queries(callable $shows): int {
        global $DB;

        // Once to fill what core caches for everybody.
        $shows();
        $before = $DB->perf_get_queries();
        $this->assertNotSame('', $shows());
        return $DB->perf_get_queries() - $before;
    }

    /**
     * The list of 50 activities costs as many queries as that of 5, whether there are 2 participants or 40.
     */
    public function test_queries_of_list(): void {
        $queries = [];
        foreach ([[5, 2], [50, 2], [50, 40]] as [$activities, $learners]) {
            $this->fill($activities, $learners);
            foreach (['learner' => $this->learners[0], 'trainer' => $this->trainer] as $who => $user) {
                $this->setUser($user);
                $queries[$who][] = $this->queries(function () use ($activities): string {
                    $table = (new activity_list($this->course, new summaries()))->table();
                    $this->assertCount($activities, $table->data);
                    return \html_writer::table($table);
                });
            }
        }
        foreach ($queries as $who => $counted) {
            $this->assertCount(1, array_unique($counted), "$who: " . json_encode($queries));
            $this->assertLessThanOrEqual($who === 'learner' ? 6 : 12, $counted[0], "$who: " . json_encode($queries));
        }
    }

    /**
     * A course page with 20 activities costs no query more for 40 participants than for 2.
     */
    public function test_queries_of_course_page(): void {
        $queries = [];
        foreach ([2, 40] as $learners) {
            $this->fill(20, $learners);
            foreach (['learner' => $this->learners[0], 'trainer' => $this->trainer] as $who => $user) {
                $this->setUser($user);
                $queries[$who][] = $this->queries(function (): string {
                    global $PAGE;
                    $PAGE = new \moodle_page();
                    $PAGE->set_url('/course/view.php', ['id' => $this->course->id]);
                    $PAGE->set_course($this->course);
                    $format = course_get_format($this->course);
                    $content = $format->get_output_classname('content');
                    return $format->get_renderer($PAGE)->render(new $content($format));
                });
            }
        }
        foreach ($queries as $who => [$few, $many]) {
            $this->assertLessThanOrEqual($few, $many, "$who: " . json_encode($queries));
        }
        // Nothing for each activity either.
        $this->assertLessThanOrEqual(3, max(array_merge(...array_values($queries))), json_encode($queries));
    }
}
