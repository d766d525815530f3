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

/**
 * Two requests at once: a second connection to the database stands for the other one.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \mod_leerlandschap\local\transaction
 * @covers \mod_leerlandschap\local\meeting_store
 * @covers \mod_leerlandschap\local\rounds
 * @covers \mod_leerlandschap\local\answers
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
        $DB->execute($DB->get_dbfamily() === 'postgres' ? "SET lock_timeout = '300ms'" : 'SET innodb_lock_wait_timeout = 1');
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
        $key = voter::key($meeting, $userid);
        $attempts = 0;
        transaction::run(function () use ($answers, $key, $userid, &$attempts): void {
            $attempts++;
            $stored = array_column($answers->of_voter($key), null, 'item')['st1'] ?? null;
            if ($attempts === 1) {
                $this->assertNull($stored);
                $row = (array) $this->other->get_record('leerlandschap_answer', []);
                $itemid = $this->other->get_field('leerlandschap_item', 'id', ['itemkey' => 'st1']);
                $row = ['itemid' => $itemid, 'value' => 1, 'seq' => 1] + $row;
                $this->other->insert_record('leerlandschap_answer', (object) $row);
            }
            $answers->put($key, $userid, (object) (['item' => 'st1', 'seq' => 2] + self::answer('st1', 5)), $stored);
        });
        $this->assertSame(2, $attempts);
        $this->assertSame([5], array_column(array_filter($answers->of_voter($key), fn($a) => $a->item === 'st1'), 'value'));
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
        $key = voter::key($meeting, $userid);
        $stale = $answers->of_voter($key)[0];
        $this->run_as($this->learners[0], self::answer('st1', 2, 9));
        $answers->put($key, $userid, (object) self::answer('st1', 5, 5), $stale);
        $this->assertSame(2, $answers->of_voter($key)[0]->value);
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
}
