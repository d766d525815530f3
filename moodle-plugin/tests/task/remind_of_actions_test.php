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
use mod_leerlandschap\local\actions\open_actions;

/**
 * Reminders come once, before the day, to those who can still see the action.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \mod_leerlandschap\task\remind_of_actions
 * @covers \mod_leerlandschap\local\actions\action_teller
 * @covers \mod_leerlandschap\local\actions\open_actions
 */
final class remind_of_actions_test extends actions_testcase {
    /**
     * Runs the task at a time of a day; the action is due on 24 November 2025.
     *
     * @param string $time date and time in Australia, where these users live
     * @return array ids of those who got a message
     */
    private function remind_at(string $time): array {
        $this->mock_clock_with_frozen((new \DateTimeImmutable($time, new \DateTimeZone('Australia/Perth')))->getTimestamp());
        $task = \core\task\manager::get_scheduled_task(remind_of_actions::class);
        return array_column($this->messages_of(fn() => $task->execute()), 'useridto');
    }

    /**
     * Holds a meeting in which the second learner gets something to do.
     */
    private function meet(): void {
        $this->mock_clock_with_frozen(self::NOW);
        $this->create_activity();
        $this->start('vervolgacties');
        $this->write($this->learners[0], $this->learners[1]);
        $this->follow();
    }

    /**
     * It runs in the morning.
     */
    public function test_schedule(): void {
        $task = \core\task\manager::get_scheduled_task(remind_of_actions::class);
        $this->assertSame(['7', '*'], [$task->get_hour(), $task->get_day()]);
        $this->assertSame('Remind people of actions that are due', $task->get_name());
    }

    /**
     * A day before, once; another day is another reminder; what is past is past.
     */
    public function test_once(): void {
        $this->meet();
        $this->assertSame([], $this->remind_at('2025-11-22 07:30'));
        $this->assertSame([$this->learners[1]->id], $this->remind_at('2025-11-23 07:30'));
        $this->assertSame([], $this->remind_at('2025-11-23 07:31'));
        $this->assertSame([], $this->remind_at('2025-11-24 07:30'));
        $this->write($this->learners[0], $this->learners[1], ['when' => '2025-11-27']);
        $this->follow();
        $this->assertSame([], $this->remind_at('2025-11-25 07:30'));
        $this->assertSame([$this->learners[1]->id], $this->remind_at('2025-11-26 07:30'));
        $this->write($this->learners[0], $this->learners[1], ['when' => '2025-11-20']);
        $this->follow();
        $this->assertSame([], $this->remind_at('2025-11-27 07:30'));
    }

    /**
     * What was missed the day before comes on the day, and says which day and what.
     */
    public function test_late(): void {
        $this->meet();
        $this->mock_clock_with_frozen(1763941000);
        $task = \core\task\manager::get_scheduled_task(remind_of_actions::class);
        [$message] = $this->messages_of(fn() => $task->execute());
        $this->assertSame('action_due', $message->eventtype);
        $this->assertStringContainsString('Monday, 24 November 2025', $message->subject);
        $this->assertStringContainsString('Proef met <één> klas', $message->fullmessage);
    }

    /**
     * What is done needs no reminder, nor does who has left.
     */
    public function test_not_needed(): void {
        global $DB;

        $this->meet();
        $this->write($this->learners[0], $this->learners[2], [], '00000000-0000-4000-8000-000000000002');
        $this->write($this->learners[0], $this->learners[1], ['status' => 'done']);
        $this->follow();
        $DB->set_field('user_enrolments', 'status', ENROL_USER_SUSPENDED, ['userid' => $this->learners[2]->id]);
        $this->assertSame([], $this->remind_at('2025-11-23 07:30'));
    }

    /**
     * The administrator says when, or that there are none.
     */
    public function test_setting(): void {
        $this->meet();
        set_config('reminddays', -1, 'leerlandschap');
        $this->assertSame([], $this->remind_at('2025-11-23 07:30'));
        set_config('reminddays', 0, 'leerlandschap');
        $this->assertSame([], $this->remind_at('2025-11-23 07:30'));
        set_config('reminddays', 7, 'leerlandschap');
        $this->assertSame([$this->learners[1]->id], $this->remind_at('2025-11-20 07:30'));
    }

    /**
     * An action that no later meeting took over stays until its day is past.
     */
    public function test_clean_up(): void {
        global $DB;

        $this->meet();
        $this->write($this->learners[0], $this->learners[2], ['when' => '2025-12-24'], '00000000-0000-4000-8000-000000000002');
        $this->follow();
        $this->run_as($this->trainer, ['type' => 'close', 'from' => 'vervolgacties']);
        $next = ['meetingno' => 2, 'state' => 'open', 'toldrevision' => 0] + (array) $DB->get_record('leerlandschap_meeting', []);
        unset($next['id']);
        $DB->insert_record('leerlandschap_meeting', (object) $next);
        $this->follow();
        $this->assertSame(2, $DB->count_records(open_actions::TABLE));
        $this->remind_at('2025-11-25 07:30');
        $this->assertSame([$this->learners[2]->id], array_values($DB->get_fieldset_select(open_actions::TABLE, 'userid', '1 = 1')));
        $this->setAdminUser();
        delete_user($this->learners[2]);
        $this->remind_at('2025-11-25 07:31');
        $this->assertSame(0, $DB->count_records(open_actions::TABLE));
        $this->assertSame(0, $DB->count_records('event', ['modulename' => 'leerlandschap']));
    }
}
