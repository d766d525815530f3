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
use mod_leerlandschap\privacy\forgetter;
use mod_leerlandschap\task\announce_progress;
use mod_leerlandschap\task\close_idle_meetings;

/**
 * Who took part in a hidden meeting is kept back until it is noted for everybody at once.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \mod_leerlandschap\local\settling
 * @covers \mod_leerlandschap\local\pending
 * @covers \mod_leerlandschap\local\keyring
 * @covers \mod_leerlandschap\local\announcer
 * @covers \mod_leerlandschap\task\announce_progress
 */
final class settling_test extends meeting_testcase {
    /** The items of the first step. */
    private const ITEMS = ['st1', 'st2', 'st3', 'st4', 'st5'];

    /** More people than this have the same order twice by a chance of less than one in 10^10. */
    private const MANY = 14;

    /**
     * Puts back the observers that a test replaced.
     */
    protected function tearDown(): void {
        \core\event\manager::phpunit_reset();
        parent::tearDown();
    }

    /**
     * Makes the activity, whose finishing completes it, with the group at its first step.
     *
     * @param int $learners how many there are
     * @param string $place the step
     */
    private function begin(int $learners = 4, string $place = 'stellingen'): void {
        $settings = ['grade' => 60, 'completion' => COMPLETION_TRACKING_AUTOMATIC, 'completionfinish' => 1];
        $this->create_activity($settings, $learners);
        $this->start($place);
    }

    /**
     * A learner answers every item.
     *
     * @param \stdClass $learner the learner
     */
    private function answer_all(\stdClass $learner): void {
        foreach (self::ITEMS as $item) {
            $this->run_as($learner, self::answer($item, 3));
        }
    }

    /**
     * The first round is revealed.
     */
    private function reveal(): void {
        $this->run_as($this->trainer, [
            'type' => 'set_round', 'step' => 'stellingen', 'round' => 1, 'from' => 'open', 'to' => 'revealed', 'items' => [],
        ]);
    }

    /**
     * A learner writes an action.
     *
     * @param \stdClass $user the learner
     * @return array a Reply
     */
    private function write(\stdClass $user): array {
        return $this->run_as($user, [
            'type' => 'save', 'id' => \core\uuid::generate(), 'step' => 'vervolgacties', 'kind' => 'action', 'base' => null,
            'fields' => ['what' => 'Samen kijken', 'who_text' => 'allen', 'when' => '2026-12-01'],
        ]);
    }

    /**
     * The group goes from one place to another.
     *
     * @param string $from where it is
     * @param string $to where it goes
     */
    private function go(string $from, string $to): void {
        $this->run_as($this->trainer, ['type' => 'go_to', 'from' => $from, 'to' => $to]);
    }

    /**
     * Whose grades, completions and progress there are.
     *
     * @return array[] ids of users, in the order of the rows
     */
    private function noted(): array {
        global $DB;
        $completed = 'coursemoduleid = ? AND completionstate <> 0 ORDER BY id';
        return [
            'progress' => $DB->get_fieldset_select('leerlandschap_progress', 'userid', '1 = 1 ORDER BY id'),
            'grades' => $DB->get_fieldset_sql(
                "SELECT g.userid FROM {grade_grades} g JOIN {grade_items} i ON i.id = g.itemid
                  WHERE i.itemmodule = 'leerlandschap' ORDER BY g.id"
            ),
            'completion' => $DB->get_fieldset_select('course_modules_completion', 'userid', $completed, [$this->cm->id]),
        ];
    }

    /**
     * Which rows of any table of the plugin, but those of who joined, name a learner.
     *
     * @return string[] names of tables
     */
    private function tables_that_name_learners(): array {
        global $DB;
        $found = [];
        foreach ($DB->get_tables(false) as $table) {
            if (!str_starts_with($table, 'leerlandschap_') || $table === 'leerlandschap_presence') {
                continue;
            }
            foreach ($DB->get_records($table) as $row) {
                $users = array_intersect_key((array) $row, array_flip(['userid', 'authorid', 'chairid']));
                if (array_filter($users)) {
                    $found[] = $table;
                }
            }
        }
        return array_unique($found);
    }

    /**
     * The log store, written to as on a site.
     */
    private function keep_logs(): void {
        $this->preventResetByRollback();
        set_config('enabled_stores', 'logstore_standard', 'tool_log');
        set_config('buffersize', 0, 'logstore_standard');
        get_log_manager(true);
    }

    /**
     * Whom events in the log tell to have achieved something.
     *
     * @return string[] ids of users, in the order of the events
     */
    private static function logged(): array {
        global $DB;
        [$in, $params] = $DB->get_in_or_equal([
            '\core\event\user_graded', '\core\event\course_module_completion_updated',
        ]);
        return $DB->get_fieldset_select('logstore_standard_log', 'relateduserid', "eventname $in ORDER BY id", $params);
    }

    /**
     * While a round is open, nothing but the list of those who joined names anybody; with the reveal all come at once.
     */
    public function test_answers_are_settled_at_the_reveal(): void {
        $this->begin(self::MANY);
        $this->keep_logs();
        foreach ($this->learners as $learner) {
            $this->answer_all($learner);
            $this->assertSame(['stellingen'], $this->read($learner)['me']['done']);
        }
        $this->assertSame(['progress' => [], 'grades' => [], 'completion' => []], $this->noted());
        $this->assertSame([], $this->tables_that_name_learners());
        $this->assertSame([], self::logged());

        $this->reveal();
        $ids = array_column($this->learners, 'id');
        $noted = $this->noted();
        foreach (['progress', 'grades'] as $what) {
            $this->assertEqualsCanonicalizing($ids, $noted[$what], $what);
            $this->assertNotSame($ids, $noted[$what], $what);
        }
        // One event for the activity and one for the course's total, each.
        $logged = array_values(array_unique(self::logged()));
        $this->assertEqualsCanonicalizing($ids, $logged);
        $this->assertNotSame($ids, $logged);
        $this->assertSame(['stellingen'], $this->read($this->learners[0])['me']['done']);
    }

    /**
     * Who has not answered all of a round has no point for it; closing settles what was never revealed.
     */
    public function test_closing_settles_the_rest(): void {
        $this->begin();
        $this->answer_all($this->learners[0]);
        $this->run_as($this->learners[1], self::answer('st1', 3));
        $this->go('stellingen', 'vervolgacties');
        $this->assertSame(['stellingen', 'vervolgacties'], $this->write($this->learners[0])['me']['done']);
        $this->assertSame([], $this->noted()['progress']);
        $this->run_as($this->trainer, ['type' => 'close', 'from' => 'vervolgacties']);
        $noted = $this->noted();
        $this->assertEquals([$this->learners[0]->id, $this->learners[0]->id], $noted['progress']);
        $this->assertEquals([$this->learners[0]->id], $noted['grades']);
        $this->assertSame(['stellingen', 'vervolgacties'], $this->read($this->learners[0])['me']['done']);
        $this->assertSame([], $this->read($this->learners[1])['me']['done']);
        $this->assertSame(0, $this->pending());
    }

    /**
     * Who wrote is not noted with the text, nor when k have not written; the group's going on notes k and more.
     */
    public function test_texts_are_settled_when_the_group_goes_on(): void {
        global $DB;

        $this->begin(self::MANY, 'vervolgacties');
        $this->keep_logs();
        foreach ([0, 1] as $i) {
            $this->assertSame(['vervolgacties'], $this->write($this->learners[$i])['me']['done']);
        }
        $this->write($this->learners[0]);
        $this->assertSame(2, $this->pending());
        // To and fro after every text would tell who wrote it.
        $this->go('vervolgacties', '@start');
        $this->go('@start', 'vervolgacties');
        $this->assertSame([], $this->noted()['progress']);
        $this->assertSame([], $this->tables_that_name_learners());
        foreach (array_slice($this->learners, 2) as $learner) {
            $this->run_as($learner, ['type' => 'took_part', 'step' => 'vervolgacties']);
        }
        $this->assertSame([], self::logged());
        $order = array_column($this->learners, 'id');
        $keys = $DB->get_fieldset_select('leerlandschap_pending', 'partkey', '1 = 1 ORDER BY id');
        $keyring = keyring::of_meeting($this->meeting());
        $came = array_map(fn(string $id): string => $keyring->part((int) $id, 'vervolgacties'), $order);
        $this->assertEqualsCanonicalizing($came, $keys);
        $this->assertNotSame($came, $keys);

        $this->go('vervolgacties', '@closing');
        $this->assertEqualsCanonicalizing($order, $this->noted()['progress']);
        $this->assertNotSame($order, $this->noted()['progress']);
        $this->assertEqualsCanonicalizing($order, $this->noted()['grades']);
        $this->assertSame(0, $this->pending());
        // What is noted is not kept back again.
        $this->go('@closing', 'vervolgacties');
        $this->assertSame(['vervolgacties'], $this->write($this->learners[0])['me']['done']);
        $this->assertSame(0, $this->pending());
    }

    /**
     * Keys of one person differ from step to step and from use to use.
     */
    public function test_keys_link_nothing(): void {
        $this->begin();
        $this->run_as($this->learners[0], self::answer('st1', 3));
        $keyring = keyring::of_meeting($this->meeting());
        $keys = [];
        foreach ($this->learners as $learner) {
            $id = (int) $learner->id;
            foreach (['stellingen', 'opbrengst'] as $step) {
                $keys = [...$keys, $keyring->voter($id, $step), $keyring->part($id, $step), $keyring->note($id, $step)];
            }
        }
        $this->assertCount(6 * count($this->learners), array_unique($keys));
    }

    /**
     * One without a point among those who answered in part would be known by it: nobody gets one before closing.
     */
    public function test_incomplete_answers_of_the_only_one(): void {
        $this->begin(5);
        foreach ([0, 1, 2, 3] as $i) {
            $this->answer_all($this->learners[$i]);
        }
        $this->run_as($this->learners[4], self::answer('st1', 1));
        $this->reveal();
        $this->assertSame([], $this->noted()['progress']);
        // As soon as they took part too, nothing tells them apart.
        $this->run_as($this->learners[4], ['type' => 'took_part', 'step' => 'stellingen']);
        $this->go('stellingen', 'opbrengst');
        $this->assertCount(5, $this->noted()['progress']);
    }

    /**
     * Who left, or leads from outside, has what they did; who was erased has not.
     */
    public function test_who_is_noted(): void {
        $this->begin(4, 'vervolgacties');
        $outside = $this->getDataGenerator()->create_and_enrol($this->course, 'editingteacher');
        assign_capability('mod/leerlandschap:participate', CAP_ALLOW, $this->role('editingteacher'), $this->cm->context, true);
        foreach ([...$this->learners, $outside] as $user) {
            $this->write($user);
        }
        $this->run_as($this->learners[0], ['type' => 'leave']);
        $this->assertSame(5, $this->pending());
        forgetter::forget((int) $this->cm->instance, (int) $this->learners[1]->id);
        $this->assertSame(4, $this->pending());
        $this->go('vervolgacties', '@closing');
        $expected = [$this->learners[0]->id, $this->learners[2]->id, $this->learners[3]->id, $outside->id];
        $this->assertEqualsCanonicalizing($expected, $this->noted()['progress']);
    }

    /**
     * For a large group gradebook and completion are told by a task, in the order in which they were noted.
     */
    public function test_large_group(): void {
        $this->begin(announcer::MOST_AT_ONCE + 1, 'vervolgacties');
        foreach ($this->learners as $learner) {
            $this->run_as($learner, ['type' => 'took_part', 'step' => 'vervolgacties']);
        }
        $this->go('vervolgacties', 'uitgangspunten');
        $ids = array_column($this->learners, 'id');
        $this->assertEqualsCanonicalizing($ids, $this->noted()['progress']);
        $this->assertSame([], $this->noted()['grades']);
        $tasks = \core\task\manager::get_adhoc_tasks(announce_progress::class);
        $this->assertCount(1, $tasks);
        $users = reset($tasks)->get_custom_data()->users;
        $this->assertEqualsCanonicalizing(array_map('intval', $ids), $users);
        $this->assertNotSame(array_map('intval', $ids), $users);
        $this->setAdminUser();
        reset($tasks)->execute();
        $this->assertEquals($users, $this->noted()['grades']);
        // The activity is gone: nothing is left to tell.
        course_delete_module($this->cm->id);
        reset($tasks)->execute();
    }

    /**
     * A gradebook that fails undoes nothing that is stored and is told again by cron; nobody else is told that it failed.
     */
    public function test_gradebook_fails(): void {
        $this->begin();
        array_map([$this, 'answer_all'], $this->learners);
        $fail = fn() => throw new \Error('Secret detail');
        \core\event\manager::phpunit_replace_observers([
            ['eventname' => \core\event\user_graded::class, 'callback' => $fail],
        ]);
        $this->reveal();
        $this->assertDebuggingCalled('Something after a stored command failed: Error 0');
        $ids = array_column($this->learners, 'id');
        $this->assertEqualsCanonicalizing($ids, $this->noted()['progress']);
        $this->assertCount(1, $this->noted()['grades']);

        \core\event\manager::phpunit_replace_observers([]);
        $this->setAdminUser();
        $this->assertNull(\core\task\manager::get_next_adhoc_task(time(), true, announce_progress::class));
        $task = \core\task\manager::get_next_adhoc_task(time() + HOURSECS, true, announce_progress::class);
        $task->execute();
        \core\task\manager::adhoc_task_complete($task);
        $this->assertEqualsCanonicalizing($ids, $this->noted()['grades']);
    }

    /**
     * What was told at once leaves nothing for cron.
     */
    public function test_nothing_is_left_for_cron(): void {
        $this->begin();
        array_map([$this, 'answer_all'], $this->learners);
        $this->reveal();
        $this->assertCount(4, $this->noted()['grades']);
        $this->assertSame([], \core\task\manager::get_adhoc_tasks(announce_progress::class));
    }

    /**
     * An observer that fails keeps no meeting from being closed, nor its secret from being destroyed.
     */
    public function test_observer_fails(): void {
        $this->begin();
        $this->answer_all($this->learners[0]);
        $file = secret::file($this->meeting()->secretref());
        $this->assertFileExists($file);
        $fail = fn() => throw new \Error('Secret detail');
        \core\event\manager::phpunit_replace_observers([
            ['eventname' => \mod_leerlandschap\event\meeting_closed::class, 'callback' => $fail],
        ]);
        $reply = $this->run_as($this->trainer, ['type' => 'close', 'from' => 'stellingen']);
        $this->assertDebuggingCalled('Something after a stored command failed: Error 0');
        $this->assertSame('closed', $reply['room']['state']);
        $this->assertFileDoesNotExist($file);
        $this->assertSame([$this->learners[0]->id], $this->noted()['grades']);
    }

    /**
     * Completion follows with the grade.
     */
    public function test_completion(): void {
        $this->begin(3);
        array_map([$this, 'answer_all'], $this->learners);
        $from = 'stellingen';
        foreach (['vervolgacties', 'uitgangspunten'] as $to) {
            $this->go($from, $to);
            foreach ($this->learners as $learner) {
                $this->run_as($learner, ['type' => 'took_part', 'step' => $to]);
            }
            $from = $to;
        }
        $this->assertSame([], $this->noted()['completion']);
        $this->run_as($this->trainer, ['type' => 'close', 'from' => 'uitgangspunten']);
        $this->assertEqualsCanonicalizing(array_column($this->learners, 'id'), $this->noted()['completion']);
    }

    /**
     * The task that closes what nobody uses settles too.
     */
    public function test_idle_meeting(): void {
        $this->mock_clock_with_frozen(1763768700);
        $this->begin();
        $this->answer_all($this->learners[0]);
        $this->mock_clock_with_frozen(1763768700 + 15 * DAYSECS);
        \core\task\manager::get_scheduled_task(close_idle_meetings::class)->execute();
        $this->assertEquals([$this->learners[0]->id], $this->noted()['progress']);
        $this->assertEquals([$this->learners[0]->id], $this->noted()['grades']);
    }

    /**
     * Whoever is logged in as a learner is not told what the learner did.
     */
    public function test_login_as(): void {
        $this->begin();
        $this->answer_all($this->learners[0]);
        $this->setAdminUser();
        \core\session\manager::loginas($this->learners[0]->id, \context_system::instance());
        $this->assertSame([], manager::of_cm($this->cm, 0)->read(0)['me']['done']);
    }

    /**
     * A text is kept though its meeting's secret is lost; that somebody says they took part is refused.
     */
    public function test_lost_secret(): void {
        $this->begin();
        $this->answer_all($this->learners[0]);
        $this->go('stellingen', 'vervolgacties');
        unlink(secret::file($this->meeting()->secretref()));
        $this->assertCount(1, $this->write($this->learners[0])['room']['contributions']);
        $this->assertDebuggingCalled();
        $took = ['type' => 'took_part', 'step' => 'vervolgacties'];
        $this->assert_refused('secret_lost', fn() => $this->run_as($this->learners[1], $took));
        $this->run_as($this->trainer, ['type' => 'close', 'from' => 'vervolgacties']);
        $this->assertSame([], $this->noted()['progress']);
    }

    /**
     * Settling takes as many queries of ours for a large group as for a small one.
     */
    public function test_queries_are_constant(): void {
        global $DB;

        $this->begin(20, 'vervolgacties');
        $scene = function (int $people) use ($DB): int {
            foreach (array_slice($this->learners, 0, $people) as $learner) {
                pending::add($this->meeting(), (int) $learner->id, 'vervolgacties');
            }
            $meeting = $this->meeting();
            $rounds = rounds::of_meeting($meeting);
            $before = $DB->perf_get_queries();
            $this->assertCount($people, settling::of_meeting($meeting, $rounds));
            $queries = $DB->perf_get_queries() - $before;
            $DB->delete_records('leerlandschap_progress');
            return $queries;
        };
        $this->assertSame($scene(4), $scene(20));
    }

    /**
     * How many things are kept back.
     *
     * @return int
     */
    private function pending(): int {
        global $DB;
        return $DB->count_records('leerlandschap_pending');
    }

    /**
     * Id of a role.
     *
     * @param string $name its short name
     * @return int
     */
    private function role(string $name): int {
        global $DB;
        return (int) $DB->get_field('role', 'id', ['shortname' => $name], MUST_EXIST);
    }

    /**
     * The only meeting.
     *
     * @return meeting
     */
    private function meeting(): meeting {
        global $DB;
        $instance = $DB->get_record('leerlandschap', ['id' => $this->cm->instance]);
        $row = $DB->get_record('leerlandschap_meeting', [], '*', MUST_EXIST);
        return new meeting($row, $instance, exercise_store::of_instance($instance));
    }
}
