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

namespace mod_leerlandschap\task;

defined('MOODLE_INTERNAL') || die();

require_once(__DIR__ . '/../actions_testcase.php');

use mod_leerlandschap\actions_testcase;

/**
 * A group is told that its next meeting has begun, everybody once.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \mod_leerlandschap\task\tell_next_meeting
 * @covers \mod_leerlandschap\local\next_meeting
 * @covers \mod_leerlandschap\local\audience
 * @covers \mod_leerlandschap\local\messenger
 */
final class tell_next_meeting_test extends actions_testcase {
    /**
     * Runs what cron has to do.
     *
     * @return array ids of those who got a message
     */
    private function cron(): array {
        return array_column($this->messages_of(function (): void {
            while ($task = \core\task\manager::get_next_adhoc_task(time(), true, tell_next_meeting::class)) {
                $task->execute();
                \core\task\manager::adhoc_task_complete($task);
            }
        }), 'useridto');
    }

    /**
     * Holds a first meeting and begins the next one.
     *
     * @param array $settings settings of the activity
     */
    private function begin_next(array $settings = []): void {
        $this->create_activity(['format' => 'werkoverleg'] + $settings, 4);
        foreach ([0, 1, 2] as $i) {
            $this->run_as($this->learners[$i], ['type' => 'join']);
        }
        $this->assertSame([], $this->cron());
        $this->run_as($this->trainer, ['type' => 'close', 'from' => '@start']);
        $this->run_as($this->trainer, ['type' => 'start_next', 'from' => 1, 'part' => 'week']);
    }

    /**
     * The learners are told, whether they came to the first one or not; who is there already, and who leads, is not.
     */
    public function test_told(): void {
        $this->begin_next();
        $this->run_as($this->learners[1], ['type' => 'join']);
        $told = $this->cron();
        $expected = [$this->learners[0]->id, $this->learners[2]->id, $this->learners[3]->id];
        $this->assertEqualsCanonicalizing($expected, $told);
        $this->assertSame([], $this->cron());
    }

    /**
     * It says which meeting.
     */
    public function test_words(): void {
        $this->begin_next();
        $tasks = \core\task\manager::get_adhoc_tasks(tell_next_meeting::class);
        [$message] = $this->messages_of(fn() => reset($tasks)->execute());
        $this->assertSame('meeting_started', $message->eventtype);
        $this->assertStringStartsWith('Meeting 2 of your group', $message->fullmessage);
        $this->assertStringContainsString("id={$this->cm->id}", $message->contexturl);
    }

    /**
     * A member who begins it knows.
     */
    public function test_begun_by_a_member(): void {
        $this->begin_next(['facilitation' => 'members']);
        $this->cron();
        $this->run_as($this->learners[0], ['type' => 'join']);
        $this->run_as($this->learners[0], ['type' => 'set_chair', 'from' => null, 'to' => $this->learners[0]->id]);
        $this->run_as($this->learners[0], ['type' => 'close', 'from' => '@start']);
        $this->run_as($this->learners[0], ['type' => 'start_next', 'from' => 2, 'part' => 'week']);
        $this->assertEqualsCanonicalizing([$this->learners[1]->id, $this->learners[2]->id, $this->learners[3]->id], $this->cron());
    }

    /**
     * Run twice, beside itself or after it broke off: nobody gets it twice, and everybody gets it.
     */
    public function test_twice(): void {
        global $DB;

        $this->begin_next();
        [$one] = array_values(\core\task\manager::get_adhoc_tasks(tell_next_meeting::class));
        $other = clone $one;
        // At the second message the other process begins, as far as this one has come.
        $count = 0;
        $told = [];
        $hook = function ($event) use (&$count, &$told, $other): void {
            $told[] = (int) $event->relateduserid;
            if (++$count === 2) {
                $other->execute();
            }
        };
        \core\event\manager::phpunit_replace_observers([
            ['eventname' => \core\event\notification_sent::class, 'callback' => $hook],
        ]);
        $this->setAdminUser();
        $one->execute();
        $expected = array_map(fn($learner): int => (int) $learner->id, $this->learners);
        $this->assertEqualsCanonicalizing($expected, $told);

        $DB->set_field('leerlandschap_meeting', 'toldstart', $this->learners[1]->id, ['meetingno' => 2]);
        $this->assertEqualsCanonicalizing([$this->learners[2]->id, $this->learners[3]->id], $this->cron());
        $this->assertSame([], $this->messages_of(fn() => $other->execute()));
    }

    /**
     * Only the group's own, and only those who can see it.
     */
    public function test_groups(): void {
        global $DB;

        $this->create_activity(['format' => 'werkoverleg', 'groupmode' => SEPARATEGROUPS], 4);
        $group = $this->getDataGenerator()->create_group(['courseid' => $this->course->id]);
        $another = $this->getDataGenerator()->create_group(['courseid' => $this->course->id]);
        foreach ([0, 1, 2] as $i) {
            groups_add_member($group, $this->learners[$i]);
            $this->run_as($this->learners[$i], ['type' => 'join'], $group->id);
        }
        groups_add_member($another, $this->learners[3]);
        groups_add_member($group, $this->trainer);
        $this->run_as($this->trainer, ['type' => 'close', 'from' => '@start'], $group->id);
        $this->run_as($this->trainer, ['type' => 'start_next', 'from' => 1, 'part' => 'week'], $group->id);
        groups_remove_member($group, $this->learners[1]);
        $DB->set_field('user_enrolments', 'status', ENROL_USER_SUSPENDED, ['userid' => $this->learners[2]->id]);
        $this->assertSame([$this->learners[0]->id], $this->cron());
    }

    /**
     * Closed by then: there is nothing to come to.
     */
    public function test_closed(): void {
        $this->begin_next();
        $this->run_as($this->trainer, ['type' => 'close', 'from' => '@start']);
        $this->assertSame([], $this->cron());
    }

    /**
     * How many queries it takes to find out whom to tell does not depend on how many there are.
     */
    public function test_queries(): void {
        global $DB;

        $this->begin_next();
        $learners = $this->learners;
        $queries = [];
        foreach ([0, 60] as $more) {
            for ($i = 0; $i < $more; $i++) {
                $learners[] = $this->getDataGenerator()->create_and_enrol($this->course, 'student');
            }
            get_fast_modinfo($this->course);
            $before = $DB->perf_get_queries();
            $ids = \mod_leerlandschap\local\audience::learners($this->cm, 0);
            $this->assertCount(count($learners), \mod_leerlandschap\local\audience::of($this->cm, 0, $ids));
            $queries[] = $DB->perf_get_queries() - $before;
        }
        $this->assertLessThanOrEqual($queries[0], $queries[1], json_encode($queries));
        $this->assertLessThanOrEqual(6, $queries[1]);
    }
}
