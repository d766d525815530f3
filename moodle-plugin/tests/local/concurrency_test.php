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

use mod_leerlandschap\local\editing\exercise_editor;
use mod_leerlandschap\meeting_testcase;

/**
 * Two requests at once: a second connection to the database stands for the other one.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \mod_leerlandschap\local\transaction
 * @covers \mod_leerlandschap\local\meeting_store
 * @covers \mod_leerlandschap\local\instance_lock
 * @covers \mod_leerlandschap\local\rounds
 * @covers \mod_leerlandschap\local\answers
 * @covers \mod_leerlandschap\local\editing\exercise_editor
 * @covers \mod_leerlandschap\local\lifecycle
 */
final class concurrency_test extends meeting_testcase {
    /** @var \moodle_database|null the other request's connection */
    private ?\moodle_database $other = null;

    /**
     * Opens the other connection, and lets nobody wait long.
     */
    protected function setUp(): void {
        global $CFG, $DB;
        parent::setUp();
        $this->other = \moodle_database::get_driver_instance($CFG->dbtype, $CFG->dblibrary);
        $this->other->connect($CFG->dbhost, $CFG->dbuser, $CFG->dbpass, $CFG->dbname, $CFG->prefix, $CFG->dboptions);
        self::set_short_waits($DB);
    }

    /**
     * Lets a connection wait for a lock no longer than a moment.
     *
     * @param \moodle_database $database the connection
     */
    private static function set_short_waits(\moodle_database $database): void {
        $postgres = $database->get_dbfamily() === 'postgres';
        $database->execute($postgres ? "SET lock_timeout = '300ms'" : 'SET innodb_lock_wait_timeout = 1');
    }

    /**
     * Closes the other connection.
     */
    protected function tearDown(): void {
        global $DB;
        $this->other->dispose();
        $DB->execute($DB->get_dbfamily() === 'postgres' ? 'SET lock_timeout = 0' : 'SET innodb_lock_wait_timeout = 50');
        parent::tearDown();
    }

    /**
     * The command that reveals round 1.
     *
     * @return array
     */
    private static function reveal(): array {
        return ['type' => 'set_round', 'step' => 'stellingen', 'round' => 1, 'from' => 'open', 'to' => 'revealed', 'items' => []];
    }

    /**
     * Holds the round as a request does that stores an answer.
     *
     * @return \moodle_transaction
     */
    private function other_answers(): \moodle_transaction {
        $transaction = $this->other->start_delegated_transaction();
        $share = $this->other->get_dbfamily() === 'postgres' ? 'FOR SHARE' : 'LOCK IN SHARE MODE';
        $this->other->get_records_sql("SELECT * FROM {leerlandschap_round} $share");
        return $transaction;
    }

    /**
     * Who looks first while another first visitor's request runs waits for it: nothing is made twice.
     */
    public function test_first_visitors_wait_for_one_another(): void {
        global $DB;

        $this->create_activity([], 2);
        $visiting = $this->other->start_delegated_transaction();
        $this->other->execute('UPDATE {leerlandschap} SET timemodified = timemodified');
        $this->assert_refused('unavailable', fn() => $this->read($this->learners[0]));
        $this->assertSame(0, $DB->count_records('leerlandschap_meeting'));
        $visiting->allow_commit();
        $first = $this->read($this->learners[0])['room']['meeting'];
        $this->assertSame($first, $this->read($this->learners[1])['room']['meeting']);
        $this->assertSame(1, $DB->count_records('leerlandschap_meeting'));
    }

    /**
     * A reveal waits for answers that are being stored; answers do not wait for one another.
     */
    public function test_reveal_waits_for_answers(): void {
        $this->create_activity([], 4);
        $this->start();
        $this->run_as($this->learners[0], self::answer('st1', 4));
        $answering = $this->other_answers();
        $this->run_as($this->learners[1], self::answer('st1', 4));
        $this->assert_refused('unavailable', fn() => $this->run_as($this->trainer, self::reveal()));
        $this->assertSame('open', $this->read($this->trainer)['room']['rounds'][0]['phase']);
        $this->run_as($this->learners[2], self::answer('st1', 4));
        $answering->allow_commit();
        $result = $this->run_as($this->trainer, self::reveal())['room']['rounds'][0]['results'][0];
        $this->assertSame([0, 0, 0, 3, 0], $result['counts']);
        $this->assert_refused('round_not_open', fn() => $this->run_as($this->learners[3], self::answer('st1', 4)));
    }

    /**
     * So does closing.
     */
    public function test_closing_waits_for_answers(): void {
        $this->create_activity();
        $this->start();
        $answering = $this->other_answers();
        $close = fn() => $this->run_as($this->trainer, ['type' => 'close', 'from' => 'stellingen']);
        $this->assert_refused('unavailable', $close);
        $answering->allow_commit();
        $this->assertSame('closed', $close()['room']['state']);
    }

    /**
     * An answer that would complete a round is stored, even where the reveal cannot have the meeting's lock; the next
     * command reveals it.
     */
    public function test_reveal_by_itself_holds_up_nobody(): void {
        $this->create_activity(['format' => 'werkoverleg'], 1);
        $this->start('check-in');
        $answering = $this->other_answers();
        $reply = $this->run_as($this->learners[0], ['type' => 'took_part', 'step' => 'check-in']);
        $this->assertSame(['check-in'], $reply['me']['done']);
        $this->assertSame('open', $reply['room']['rounds'][0]['phase']);
        $answering->allow_commit();
        $reply = $this->run_as($this->learners[0], ['type' => 'join']);
        $this->assertSame('revealed', $reply['room']['rounds'][0]['phase']);
    }

    /**
     * Two who start the next meeting at once: the second waits, and finds that there is one.
     */
    public function test_next_meeting_once(): void {
        global $DB;

        $this->create_activity(['format' => 'werkoverleg']);
        $this->run_as($this->trainer, ['type' => 'close', 'from' => '@start']);
        $next = ['type' => 'start_next', 'from' => 1, 'part' => 'week'];
        $starting = $this->other->start_delegated_transaction();
        $this->other->execute('UPDATE {leerlandschap_meeting} SET revision = revision');
        $this->assert_refused('unavailable', fn() => $this->run_as($this->trainer, $next));
        $this->setUser($this->trainer);
        $late = manager::of_cm($this->cm, 0);
        $meeting = $late->read(0)['room']['meeting'];
        $row = (array) $this->other->get_record('leerlandschap_meeting', []);
        unset($row['id']);
        $this->other->insert_record('leerlandschap_meeting', (object) (['meetingno' => 2] + $row));
        $starting->allow_commit();
        $this->assert_refused('unknown_meeting', fn() => $late->run($meeting, [$next], 0));
        $this->assertSame(2, $DB->count_records('leerlandschap_meeting'));
    }

    /**
     * Whoever says that they took part waits for closing and for a reset of the course, so that nothing is kept that
     * nobody would ever settle or delete; they do not wait for one another.
     */
    public function test_taking_part_waits_for_closing(): void {
        global $DB;

        $this->create_activity();
        $this->start('vervolgacties');
        $took = ['type' => 'took_part', 'step' => 'vervolgacties'];
        $this->run_as($this->learners[0], $took);
        $taking = $this->other->start_delegated_transaction();
        $share = $this->other->get_dbfamily() === 'postgres' ? 'FOR SHARE' : 'LOCK IN SHARE MODE';
        $this->other->get_records_sql("SELECT * FROM {leerlandschap_meeting} $share");
        $this->run_as($this->learners[1], $took);
        $close = fn() => $this->run_as($this->trainer, ['type' => 'close', 'from' => 'vervolgacties']);
        $this->assert_refused('unavailable', $close);
        $taking->allow_commit();

        $resetting = $this->other->start_delegated_transaction();
        $this->other->execute('UPDATE {leerlandschap_meeting} SET revision = revision');
        $this->assert_refused('unavailable', fn() => $this->run_as($this->learners[2], $took));
        $resetting->allow_commit();
        $this->assertSame(2, $DB->count_records('leerlandschap_pending'));

        // One that found the meeting open, but comes after it was closed or deleted, keeps nothing.
        $meeting = $this->meeting();
        $store = new meeting_store($meeting->instance, $meeting->exercise);
        $close();
        $this->assertTrue($store->hold($meeting)->is_closed());
        eraser::delete_meetings((int) $this->cm->instance);
        $this->assert_refused('unknown_meeting', fn() => $store->hold($meeting));
    }

    /**
     * Answers do not wait for a change of what the group shares.
     */
    public function test_answers_need_no_lock_of_the_meeting(): void {
        global $DB;

        $this->create_activity();
        $this->start();
        $this->run_as($this->learners[0], self::answer('st1', 4));
        $revision = $DB->get_field('leerlandschap_meeting', 'revision', []);
        $changing = $this->other->start_delegated_transaction();
        $this->other->execute('UPDATE {leerlandschap_meeting} SET revision = revision');
        $this->run_as($this->learners[1], self::answer('st1', 5));
        $join = fn() => $this->run_as($this->learners[2], ['type' => 'leave']);
        $this->assert_refused('unavailable', $join);
        $changing->allow_commit();
        $join();
        $this->assertSame(2, $DB->count_records('leerlandschap_answer'));
        $this->assertSame($revision + 1, (int) $DB->get_field('leerlandschap_meeting', 'revision', []));
    }

    /**
     * Two tabs store the first answer to an item at once: one row, the later answer.
     */
    public function test_two_tabs(): void {
        global $DB;

        $this->create_activity(['visibility' => 'named']);
        $this->start();
        $this->run_as($this->learners[0], self::answer('st2', 4));
        $meeting = $this->meeting();
        $answers = new answers($meeting);
        $userid = (int) $this->learners[0]->id;
        $key = voter::key($meeting, $userid, 'stellingen');
        $attempts = 0;
        transaction::run(function () use ($answers, $key, $userid, &$attempts): void {
            $attempts++;
            $stored = array_column($answers->of_voter([$key]), null, 'subject')['st1'] ?? null;
            if ($attempts === 1) {
                $this->assertNull($stored);
                $row = (array) $this->other->get_record('leerlandschap_answer', []);
                $row = ['subject' => 'st1', 'value' => 1, 'seq' => 1] + $row;
                $this->other->insert_record('leerlandschap_answer', (object) $row);
            }
            $answer = ['step' => 'stellingen', 'subject' => 'st1', 'seq' => 2, 'choices' => [], 'text' => ''];
            $answers->put($key, $userid, (object) ($answer + self::answer('st1', 5)), $stored);
        });
        $this->assertSame(2, $attempts);
        $this->assertSame([5], array_column(array_filter($answers->of_voter([$key]), fn($a) => $a->subject === 'st1'), 'value'));
        $this->assertSame(2, $DB->count_records('leerlandschap_answer'));
    }

    /**
     * Another tab stored a later answer since this one read: it stays.
     */
    public function test_a_later_answer_stays(): void {
        $this->create_activity(['visibility' => 'named']);
        $this->start();
        $this->run_as($this->learners[0], self::answer('st1', 4));
        $meeting = $this->meeting();
        $answers = new answers($meeting);
        $userid = (int) $this->learners[0]->id;
        $key = voter::key($meeting, $userid, 'stellingen');
        $stale = $answers->of_voter([$key])[0];
        $this->run_as($this->learners[0], self::answer('st1', 2, 9));
        $answers->put($key, $userid, (object) (['choices' => [], 'text' => ''] + self::answer('st1', 5, 5)), $stale);
        $this->assertSame(2, $answers->of_voter([$key])[0]->value);
    }

    /**
     * Two first viewers see the same meeting.
     */
    public function test_two_first_viewers(): void {
        global $DB;

        $this->create_activity();
        $started = 0;
        $meeting = (int) $this->read($this->learners[0])['room']['meeting'];
        $instance = $DB->get_record('leerlandschap', ['id' => $this->cm->instance]);
        $store = new meeting_store($instance, exercise_store::of_instance($instance));
        $start = new \ReflectionMethod($store, 'start');
        $start->setAccessible(true);
        $count = function () use (&$started): void {
            $started++;
        };
        $this->assertSame($meeting, $start->invoke($store, 0, $count)->id());
        $this->assertSame(0, $started);
        $this->assertSame(1, $DB->count_records('leerlandschap_meeting'));
    }

    /**
     * What the database says about a failed write is not passed on: it could hold whose answer it was.
     */
    public function test_errors_of_the_database_are_kept(): void {
        global $DB;

        $attempts = 0;
        try {
            transaction::run(function () use ($DB, &$attempts): void {
                $attempts++;
                $DB->execute('UPDATE {leerlandschap_answer} SET nothing = ?', ['secret']);
            });
            $this->fail('No error');
        } catch (refusal $refusal) {
            $this->assertSame('unavailable', $refusal->code());
            $this->assertNull($refusal->getPrevious());
            $this->assertStringNotContainsString('secret', $refusal->getMessage() . $refusal->debuginfo);
        }
        $this->assertSame(3, $attempts);
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

    /**
     * While another request saves the exercise, neither a second save nor a command gets through.
     */
    public function test_saving_the_exercise(): void {
        global $DB;

        $this->create_activity();
        $this->start();
        $editor = new exercise_editor($this->cm);
        $json = $editor->read()['exercise'];
        $transaction = $this->other->start_delegated_transaction();
        $this->other->execute('UPDATE {leerlandschap} SET exerciseversion = 1 WHERE id = ?', [$this->cm->instance]);
        $this->other->execute('UPDATE {leerlandschap_meeting} SET revision = revision');
        $this->assert_refused('unavailable', fn() => $editor->save(0, $json, true));
        $this->assert_refused('unavailable', fn() => $this->run_as($this->learners[0], ['type' => 'leave']));
        $transaction->allow_commit();
        // The other one has won: what starts from the version before does not.
        $this->assert_refused('conflict', fn() => $editor->save(0, $json, true));
        $this->assertSame(2, $editor->save(1, $json, true)['version']);
        $this->assertSame('2', $DB->get_field('leerlandschap', 'exerciseversion', ['id' => $this->cm->instance]));
    }

    /**
     * While the settings are stored nobody saves the exercise, so that what was saved is never undone.
     */
    public function test_settings_and_the_exercise(): void {
        global $CFG, $DB;
        require_once($CFG->dirroot . '/mod/leerlandschap/lib.php');

        $this->create_activity();
        self::set_short_waits($this->other);
        $id = $this->cm->instance;
        $version = fn(): string => $DB->get_field('leerlandschap', 'exerciseversion', ['id' => $id]);
        $sql = 'UPDATE {leerlandschap} SET exerciseversion = exerciseversion + 1 WHERE id = ?';
        $save = fn() => $this->other->execute($sql, [$id]);
        $store = fn() => leerlandschap_update_instance((object) (['instance' => $id, 'name' => 'New'] + (array) $this->instance()));

        $saving = $this->other->start_delegated_transaction();
        $save();
        $this->assert_refused('unavailable', $store);
        $saving->allow_commit();
        $this->assertSame('1', $version());

        $refused = 0;
        $meanwhile = function () use ($save, &$refused): void {
            try {
                $save();
            } catch (\dml_exception) {
                $refused++;
            }
        };
        \core\di::set(exercise_store::class, new class ($meanwhile) extends exercise_store {
            /**
             * The shipped exercises, and what happens while they are read.
             *
             * @param \Closure $meanwhile what happens
             */
            public function __construct(
                /** @var \Closure what happens */
                private readonly \Closure $meanwhile,
            ) {
                parent::__construct();
            }

            #[\Override]
            public function ids(): array {
                ($this->meanwhile)();
                return parent::ids();
            }
        });
        $this->assertTrue($store());
        $this->assertSame(1, $refused);
        $this->assertSame('1', $version());
        $save();
        $this->assertSame('2', $version());
    }

    /**
     * The row of the activity.
     *
     * @return \stdClass
     */
    private function instance(): \stdClass {
        global $DB;

        return $DB->get_record('leerlandschap', ['id' => $this->cm->instance], '*', MUST_EXIST);
    }
}
