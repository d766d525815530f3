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

require_once(__DIR__ . '/../meeting_testcase.php');

use mod_leerlandschap\event\meeting_closed;
use mod_leerlandschap\local\secret;
use mod_leerlandschap\meeting_testcase;

/**
 * Meetings that nobody closes are closed by the task.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \mod_leerlandschap\task\close_idle_meetings
 * @covers \mod_leerlandschap\local\closing
 */
final class close_idle_meetings_test extends meeting_testcase {
    /** When the meeting is held: a quarter of an hour before a day ends (UTC). */
    private const HELD = 1763768700;

    /**
     * Runs the task at a time.
     *
     * @param int $time seconds since 1970
     */
    private function run_task_at(int $time): void {
        $this->mock_clock_with_frozen($time);
        \core\task\manager::get_scheduled_task(close_idle_meetings::class)->execute();
    }

    /**
     * The row of the only meeting.
     *
     * @return \stdClass
     */
    private static function meeting_row(): \stdClass {
        global $DB;
        return $DB->get_record('leerlandschap_meeting', [], '*', MUST_EXIST);
    }

    /**
     * It runs once a day.
     */
    public function test_schedule(): void {
        $task = \core\task\manager::get_scheduled_task(close_idle_meetings::class);
        $this->assertSame(['3', '*', '*'], [$task->get_hour(), $task->get_day(), $task->get_day_of_week()]);
        $this->assertSame('Close meetings that nobody has used for 14 days', $task->get_name());
    }

    /**
     * After 14 days it is as if the facilitator had closed it.
     */
    public function test_closes(): void {
        global $DB;

        $this->mock_clock_with_frozen(self::HELD);
        $this->create_activity();
        $this->start();
        foreach ($this->learners as $learner) {
            $this->run_as($learner, self::answer('st1', 4));
            $this->run_as($learner, self::answer('st2', 2));
        }
        $before = self::meeting_row();
        $file = secret::file($before->secretref);
        $this->run_task_at(self::HELD + 14 * DAYSECS);
        $this->assertSame('open', self::meeting_row()->state);
        $this->assertFileExists($file);

        $sink = $this->redirectEvents();
        // Those who joined did so on a day that is not over; nothing tells when.
        $this->run_task_at(self::HELD + 15 * DAYSECS);
        $after = self::meeting_row();
        $this->assertSame(['closed', null, null], [$after->state, $after->secretref, $after->timerseconds]);
        $this->assertEquals(self::HELD + 15 * DAYSECS, $after->timeclosed);
        $this->assertEquals($before->revision + 1, $after->revision);
        $this->assertFileDoesNotExist($file);
        $this->assertCount(6, array_unique($DB->get_fieldset_select('leerlandschap_answer', 'voterkey', '1 = 1')));
        $this->assertSame([], $this->read($this->learners[0])['me']['answers']);
        $closed = array_filter($sink->get_events(), fn($event): bool => $event instanceof meeting_closed);
        $this->assertSame([(int) $after->id], array_values(array_map(fn($event): int => (int) $event->objectid, $closed)));
        $this->assert_refused('meeting_closed', fn() => $this->run_as($this->learners[0], ['type' => 'leave']));

        $this->run_task_at(self::HELD + 16 * DAYSECS);
        $this->assertEquals($after, self::meeting_row());
    }

    /**
     * Whoever takes part keeps it open, though the group changes nothing.
     */
    public function test_use_keeps_it_open(): void {
        $this->mock_clock_with_frozen(self::HELD);
        $this->create_activity();
        $this->start('opbrengst');
        $note = ['column' => 'eens', 'text' => 'x'];
        $this->run_as($this->learners[0], [
            'type' => 'save', 'id' => \core\uuid::generate(), 'step' => 'opbrengst', 'kind' => 'note', 'base' => null,
            'fields' => $note,
        ]);
        $this->mock_clock_with_frozen(self::HELD + 10 * DAYSECS);
        $this->run_as($this->learners[1], ['type' => 'took_part', 'step' => 'opbrengst']);
        $this->run_task_at(self::HELD + 20 * DAYSECS);
        $this->assertSame('open', self::meeting_row()->state);
        $this->run_task_at(self::HELD + 26 * DAYSECS);
        $this->assertSame('closed', self::meeting_row()->state);
    }

    /**
     * Looking in, and trying where the buttons lead, closes no meeting before it has begun.
     */
    public function test_untouched_meeting(): void {
        $this->mock_clock_with_frozen(self::HELD);
        $this->create_activity();
        $this->start();
        $this->run_task_at(self::HELD + 100 * DAYSECS);
        $this->assertSame('open', self::meeting_row()->state);
    }

    /**
     * An exercise that is not there keeps no other meeting from being closed, nor does an activity; Moodle learns of both.
     */
    public function test_missing_exercise(): void {
        global $DB;

        $this->mock_clock_with_frozen(self::HELD);
        $generator = $this->getDataGenerator()->get_plugin_generator('mod_leerlandschap');
        $learner = $this->getDataGenerator()->create_and_enrol($this->course, 'student');
        foreach (['gone', 'orphan', 'leerlandschap'] as $format) {
            $instance = $generator->create_instance(['course' => $this->course->id]);
            $meeting = $generator->create_meeting($instance);
            $generator->create_answer($meeting, $learner, 'st1', 3);
            $DB->set_field('leerlandschap', 'format', $format, ['id' => $instance->id]);
            $meetings[$format] = $meeting->id();
        }
        $DB->delete_records('leerlandschap', ['format' => 'orphan']);
        $left = secret::new_name();
        secret::made($left);
        touch(secret::file($left), time() - DAYSECS);
        $this->expectOutputString(
            "Meeting {$meetings['gone']} could not be closed: unavailable\n"
            . "Meeting {$meetings['orphan']} could not be closed: dml_missing_record_exception invalidrecord\n"
        );
        try {
            $this->run_task_at(self::HELD + 15 * DAYSECS);
            $this->fail('The task did not fail.');
        } catch (\RuntimeException $failure) {
            $this->assertSame('2 of 3 meetings could not be closed.', $failure->getMessage());
        }
        $this->assertFileDoesNotExist(secret::file($left));
        $this->assertSame('open', $DB->get_field('leerlandschap_meeting', 'state', ['id' => $meetings['orphan']]));
        $this->assertSame('open', $DB->get_field('leerlandschap_meeting', 'state', ['id' => $meetings['gone']]));
        $this->assertSame('closed', $DB->get_field('leerlandschap_meeting', 'state', ['id' => $meetings['leerlandschap']]));
    }

    /**
     * A gradebook that fails keeps no meeting from being closed; the points follow by cron.
     */
    public function test_gradebook_fails(): void {
        $this->mock_clock_with_frozen(self::HELD);
        $this->create_activity(['grade' => 60]);
        $this->start();
        foreach ($this->learners as $learner) {
            foreach (['st1', 'st2', 'st3', 'st4', 'st5'] as $item) {
                $this->run_as($learner, self::answer($item, 4));
            }
        }
        $fail = fn() => throw new \Error('Secret detail');
        \core\event\manager::phpunit_replace_observers([
            ['eventname' => \core\event\user_graded::class, 'callback' => $fail],
        ]);
        $this->setAdminUser();
        $this->run_task_at(self::HELD + 15 * DAYSECS);
        $this->assertDebuggingCalled('Something after a stored command failed: Error 0');
        $this->assertSame('closed', self::meeting_row()->state);
        $this->assertCount(1, \core\task\manager::get_adhoc_tasks(announce_progress::class));
    }

    /**
     * Secrets that a broken off request left are swept, though no meeting is closed.
     */
    public function test_sweeps(): void {
        $name = secret::new_name();
        secret::made($name);
        touch(secret::file($name), time() - DAYSECS);
        $this->run_task_at(time());
        $this->assertFileDoesNotExist(secret::file($name));
    }
}
