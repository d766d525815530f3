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

require_once(__DIR__ . '/../fixture_reader.php');
require_once(__DIR__ . '/../meeting_testcase.php');

use mod_leerlandschap\meeting_testcase;

/**
 * What is stored of hidden answers, and what is left of it after closing.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \mod_leerlandschap\local\voter
 * @covers \mod_leerlandschap\local\secret
 * @covers \mod_leerlandschap\local\unlinking
 * @covers \mod_leerlandschap\local\answers
 */
final class hidden_storage_test extends meeting_testcase {
    use \mod_leerlandschap\fixture_reader;

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
     * Everybody answers everything.
     */
    private function everybody_answers(): void {
        foreach ($this->learners as $i => $learner) {
            foreach (['st1', 'st2', 'st3', 'st4', 'st5'] as $item) {
                $this->run_as($learner, self::answer($item, 1 + $i % 5));
            }
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
     * No table with answers names a user, a time or a revision.
     */
    public function test_no_trace_of_the_user(): void {
        global $DB;

        $this->create_activity();
        $this->start();
        $this->everybody_answers();
        $rows = $DB->get_records('leerlandschap_answer');
        $this->assertCount(15, $rows);
        $this->assertCount(3, array_unique(array_column($rows, 'voterkey')));
        $columns = [
            'id', 'meetingid', 'step', 'subject', 'round', 'voterkey', 'userid', 'value', 'choices', 'content', 'reason', 'seq',
        ];
        foreach ($rows as $row) {
            $this->assertSame($columns, array_keys((array) $row));
            $this->assertNull($row->userid);
            $this->assertMatchesRegularExpression('/^[0-9a-f]{64}$/', $row->voterkey);
        }
    }

    /**
     * The order of ids does not tell the order of answering.
     */
    public function test_ids_tell_no_order(): void {
        global $DB;

        $this->create_activity([], 12);
        $this->start();
        foreach ($this->learners as $i => $learner) {
            $this->run_as($learner, self::answer('st1', 1 + $i % 5));
            $inorder[] = voter::known_key($this->meeting(), (int) $learner->id, 'stellingen');
        }
        $stored = $DB->get_fieldset_select('leerlandschap_answer', 'voterkey', '1 = 1 ORDER BY id');
        $this->assertEqualsCanonicalizing($inorder, $stored);
        // One in 12! orders is the same by chance.
        $this->assertNotSame($inorder, $stored);
    }

    /**
     * The key cannot be had from the database alone: with another secret it is another.
     */
    public function test_key_needs_the_file(): void {
        global $DB;

        $this->create_activity();
        $this->start();
        $this->run_as($this->learners[0], self::answer('st1', 2));
        $row = self::meeting_row();
        $file = secret::file($row->secretref);
        $this->assertFileExists($file);
        $this->assertSame(0600, fileperms($file) & 0777);
        $bytes = file_get_contents($file);
        $this->assertSame(32, strlen($bytes));
        $key = $DB->get_field('leerlandschap_answer', 'voterkey', []);
        $this->assertSame(hash_hmac('sha256', "{$row->id}:{$this->learners[0]->id}:stellingen:answer", $bytes), $key);
        foreach ($DB->get_tables(false) as $table) {
            if (str_starts_with($table, 'leerlandschap')) {
                $dump = json_encode($DB->get_records($table));
                $this->assertStringNotContainsString(bin2hex($bytes), $dump);
                $this->assertStringNotContainsString(trim(json_encode(base64_encode($bytes)), '"'), $dump);
            }
        }
    }

    /**
     * A lost secret is never made anew: everybody could answer again.
     */
    public function test_lost_secret(): void {
        $this->create_activity();
        $this->start();
        $this->run_as($this->learners[0], self::answer('st1', 2));
        unlink(secret::file(self::meeting_row()->secretref));
        $this->assert_refused('secret_lost', fn() => $this->run_as($this->learners[0], self::answer('st1', 3, 2)));
        $this->assertFileDoesNotExist(secret::file(self::meeting_row()->secretref));
        $this->assertSame([], $this->read($this->learners[0])['me']['answers']);
    }

    /**
     * Whoever makes a secret second reads that of the first; no trace of the attempt stays.
     */
    public function test_racing_for_the_secret(): void {
        $name = secret::new_name();
        $first = secret::made($name);
        $this->assertSame($first, secret::made($name));
        $this->assertSame($first, secret::read($name));
        $this->assertNotSame($first, secret::made(secret::new_name()));
        $this->assertSame([], glob(dirname(secret::file($name)) . '/*.new'));
        secret::destroy($name);
        $this->assertNull(secret::read($name));
        // Cut short, it is none.
        file_put_contents(secret::file($name), 'short');
        $this->assertNull(secret::read($name));
    }

    /**
     * On a file system without hard links a secret is made too, and only once.
     */
    public function test_without_hard_links(): void {
        $none = fn(): bool => false;
        $name = secret::new_name();
        $first = secret::made($name, $none);
        $this->assertSame(32, strlen($first));
        $this->assertSame($first, secret::made($name, $none));
        $this->assertSame(0600, fileperms(secret::file($name)) & 0777);
        $this->assertSame([], glob(dirname(secret::file($name)) . '/*.new'));

        // Another request was first: its secret stays, also where that is not whole yet.
        $raced = secret::new_name();
        $theirs = str_repeat('x', 32);
        $this->assertSame($theirs, secret::made($raced, fn(): bool => file_put_contents(secret::file($raced), $theirs) && false));
        $cut = secret::new_name();
        file_put_contents(secret::file($cut), 'short');
        $this->assert_refused('unavailable', fn() => secret::made($cut, $none));
        $this->assertSame('short', file_get_contents(secret::file($cut)));
        $this->assertSame([], glob(dirname(secret::file($name)) . '/*.new'));
    }

    /**
     * The folder can be set in config.php, as for core's own keys.
     */
    public function test_folder(): void {
        global $CFG;

        $this->assertStringStartsWith("$CFG->dataroot/secret/mod_leerlandschap/", secret::file('x'));
        $CFG->secretdataroot = make_request_directory();
        $this->assertMatchesRegularExpression(
            '~^' . preg_quote($CFG->secretdataroot) . '/mod_leerlandschap/[0-9a-f]{16}/x$~D',
            secret::file('x')
        );
        $this->assertSame(32, strlen(secret::made('x')));
    }

    /**
     * Sites that share the folder set in config.php do not sweep or uninstall one another's secrets.
     */
    public function test_sites_that_share_a_folder(): void {
        global $CFG;

        require_once(dirname(__DIR__, 2) . '/db/uninstall.php');
        $CFG->secretdataroot = make_request_directory();
        $own = $CFG->prefix;
        $identifier = get_site_identifier();
        $others = [];
        foreach ([['other_', $identifier], [$own, 'another site']] as [$CFG->prefix, $CFG->siteidentifier]) {
            secret::made('theirs');
            $others[] = secret::file('theirs');
        }
        [$CFG->prefix, $CFG->siteidentifier] = [$own, $identifier];
        secret::made('left');
        $left = secret::file('left');
        $this->assertCount(3, array_unique(array_map('dirname', [...$others, $left])));
        foreach ([...$others, $left] as $file) {
            touch($file, time() - DAYSECS);
        }
        secret::sweep();
        $this->assertFileDoesNotExist($left);
        array_map([$this, 'assertFileExists'], $others);
        secret::made('left');
        xmldb_leerlandschap_uninstall();
        $this->assertDirectoryDoesNotExist(dirname($left));
        array_map([$this, 'assertFileExists'], $others);
    }

    /**
     * A reveal stores the answers of the round anew, with the same keys.
     */
    public function test_reveal_shuffles(): void {
        global $DB;

        $this->create_activity([], 10);
        $this->start();
        foreach ($this->learners as $i => $learner) {
            $this->run_as($learner, self::answer('st1', 1 + $i % 5));
        }
        $content = fn() => $DB->get_records_menu('leerlandschap_answer', [], 'voterkey', 'voterkey, value');
        $before = $content();
        $ids = $DB->get_fieldset_select('leerlandschap_answer', 'id', '1 = 1');
        $this->reveal();
        $this->assertSame($before, $content());
        $this->assertSame([], array_intersect($ids, $DB->get_fieldset_select('leerlandschap_answer', 'id', '1 = 1')));
        $this->assertSame(1, $this->read($this->learners[0])['me']['answers'][0]['value']);
    }

    /**
     * Closing gives every single answer a key of its own, cuts times, forgets authors, destroys the secret.
     */
    public function test_closing_unlinks(): void {
        global $DB;

        $this->mock_clock_with_frozen(1763750000);
        $this->create_activity();
        $this->start();
        $this->everybody_answers();
        $this->run_as($this->learners[0], self::answer('st1', 5, 7));
        $this->assertCount(5, $this->read($this->learners[0])['me']['answers']);
        $before = $DB->get_records('leerlandschap_answer', [], 'id');
        $file = secret::file(self::meeting_row()->secretref);
        $this->run_as($this->trainer, ['type' => 'close', 'from' => 'stellingen']);

        $after = $DB->get_records('leerlandschap_answer', [], 'id');
        $this->assertCount(15, $after);
        $this->assertCount(15, array_unique(array_column($after, 'voterkey')));
        $this->assertSame([], array_intersect(array_column($before, 'voterkey'), array_column($after, 'voterkey')));
        $this->assertSame([], array_intersect(array_keys($before), array_keys($after)));
        $this->assertSame(['0'], array_values(array_unique(array_column($after, 'seq'))));
        $sum = fn(array $rows): array => array_count_values(array_map(fn($row) => "$row->subject/$row->value", $rows));
        $this->assertEqualsCanonicalizing($sum($before), $sum($after));
        $this->assertFileDoesNotExist($file);
        $this->assertNull(self::meeting_row()->secretref);
        foreach (['leerlandschap_progress' => 'timedone', 'leerlandschap_presence' => 'timejoined'] as $table => $column) {
            foreach ($DB->get_fieldset_select($table, $column, '1 = 1') as $time) {
                $this->assertSame(1763683200, (int) $time);
            }
        }
        $me = $this->read($this->learners[0])['me'];
        $this->assertSame([], $me['answers']);
        $this->assertSame(['stellingen'], $me['done']);
    }

    /**
     * Times are cut to the day from the start, so that a backup of an open meeting tells no order either.
     */
    public function test_times_of_an_open_meeting(): void {
        global $DB;

        $this->mock_clock_with_frozen(1763750000);
        $this->create_activity();
        $this->start();
        $this->everybody_answers();
        $this->reveal();
        $this->assertSame(['1763683200'], $DB->get_fieldset_select('leerlandschap_progress', 'DISTINCT timedone', '1 = 1'));
        $this->assertSame(['1763683200'], $DB->get_fieldset_select('leerlandschap_presence', 'DISTINCT timejoined', '1 = 1'));
    }

    /**
     * A named activity keeps who answered, after closing too.
     */
    public function test_named(): void {
        global $DB;

        $this->create_activity(['visibility' => 'named']);
        $this->start();
        $this->everybody_answers();
        $this->run_as($this->trainer, ['type' => 'close', 'from' => 'stellingen']);
        $users = $DB->get_fieldset_select('leerlandschap_answer', 'DISTINCT userid', '1 = 1');
        $this->assertEqualsCanonicalizing(array_column($this->learners, 'id'), $users);
        $this->assertCount(5, $this->read($this->learners[0])['me']['answers']);
    }

    /**
     * Deleting an activity leaves neither answers nor secret.
     */
    public function test_deleting_the_activity(): void {
        global $DB;

        $this->create_activity();
        $this->start();
        $this->everybody_answers();
        $file = secret::file(self::meeting_row()->secretref);
        $this->assertFileExists($file);
        $this->setAdminUser();
        course_delete_module($this->cm->id);
        $this->assertFileDoesNotExist($file);
        foreach (['answer', 'contrib', 'meeting', 'pending', 'presence', 'progress', 'round'] as $table) {
            $this->assertSame(0, $DB->count_records("leerlandschap_$table"), $table);
        }
    }

    /**
     * Settings that people were told about follow the activity until the first answer, not beyond.
     */
    public function test_freezing(): void {
        global $DB;

        $this->create_activity();
        $change = fn(array $settings) => $DB->update_record('leerlandschap', (object) ($settings + ['id' => $this->cm->instance]));
        $before = $this->read($this->learners[0])['revision'];
        $change(['visibility' => 'named', 'minanswers' => 4]);
        $reply = $this->read($this->learners[0], 0, $before);
        $this->assertSame($before + 1, $reply['revision']);
        $settings = ['visibility' => 'named', 'min_answers' => 4, 'facilitation' => 'trainer', 'pace' => 'together'];
        $this->assertSame($settings, $reply['room']['settings']);
        $change(['visibility' => 'hidden']);
        $this->read($this->learners[0]);
        $this->start();
        $this->assertFalse(lifecycle::has_answers((int) $this->cm->instance));

        // A refused answer freezes nothing.
        $this->assert_refused('off_scale', fn() => $this->run_as($this->learners[0], self::answer('st1', 9)));
        $this->assertFalse(lifecycle::has_answers((int) $this->cm->instance));
        $this->run_as($this->learners[0], self::answer('st1', 3));
        $this->assertTrue(lifecycle::has_answers((int) $this->cm->instance));

        $change(['visibility' => 'named', 'minanswers' => 3, 'facilitation' => 'members']);
        $settings = $this->read($this->learners[0])['room']['settings'];
        $expected = ['visibility' => 'hidden', 'min_answers' => 4, 'facilitation' => 'members', 'pace' => 'together'];
        $this->assertSame($expected, $settings);
        $this->run_as($this->learners[1], self::answer('st1', 3));
        $this->assertSame(0, $DB->count_records_select('leerlandschap_answer', 'userid IS NOT NULL'));
    }

    /**
     * Before the first answer the activity can take another exercise: the meeting starts over in it.
     */
    public function test_another_exercise(): void {
        global $DB;

        $this->create_activity();
        $this->start();
        $folder = make_request_directory();
        $small = json_encode(self::fixture('meetings/small-exercise.json')['exercise']);
        file_put_contents("$folder/small.json", $small);
        \core\di::set(exercise_store::class, new exercise_store($folder));
        $DB->set_field('leerlandschap', 'format', 'small', ['id' => $this->cm->instance]);
        $room = $this->read($this->learners[0])['room'];
        $this->assertSame(['one', '@start', [], [], null], [
            $room['part'], $room['place'], $room['visited'], $room['rounds'], $room['timer'],
        ]);
        $this->run_as($this->trainer, ['type' => 'go_to', 'from' => '@start', 'to' => 'vote']);
        $this->run_as($this->learners[0], self::answer('s1', 1));
        $this->assertSame(['s1'], array_column($this->read($this->learners[0])['me']['answers'], 'item'));
    }

    /**
     * The only meeting.
     *
     * @return meeting
     */
    private function meeting(): meeting {
        global $DB;
        $instance = $DB->get_record('leerlandschap', ['id' => $this->cm->instance]);
        return new meeting(self::meeting_row(), $instance, exercise_store::of_instance($instance));
    }
}
