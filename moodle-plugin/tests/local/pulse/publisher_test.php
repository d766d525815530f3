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

namespace mod_leerlandschap\local\pulse;

defined('MOODLE_INTERNAL') || die();

require_once(__DIR__ . '/../../pulse_testcase.php');

use mod_leerlandschap\local\editing\exercise_editor;
use mod_leerlandschap\local\exercise_store;
use mod_leerlandschap\local\meeting_store;
use mod_leerlandschap\local\refusal;
use mod_leerlandschap\local\transaction;
use mod_leerlandschap\privacy\forgetter;
use mod_leerlandschap\pulse_testcase;

/**
 * What is published, when, and what heals what.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \mod_leerlandschap\local\pulse\publisher
 * @covers     \mod_leerlandschap\local\pulse\grant
 * @covers     \mod_leerlandschap\local\pulse\room_file
 * @covers     \mod_leerlandschap\local\pulse\meeting_files
 * @covers     \mod_leerlandschap\local\transaction
 */
final class publisher_test extends pulse_testcase {
    /** Reveals round 1 of the statements. */
    private const REVEAL = [
        'type' => 'set_round', 'step' => 'stellingen', 'round' => 1, 'from' => 'open', 'to' => 'revealed', 'items' => [],
    ];

    /**
     * The present meeting.
     *
     * @return \mod_leerlandschap\local\meeting
     */
    private function meeting(): \mod_leerlandschap\local\meeting {
        global $DB;

        $instance = $DB->get_record('leerlandschap', ['id' => $this->cm->instance]);
        return (new meeting_store($instance, exercise_store::of_instance($instance)))->latest(0);
    }

    /**
     * Lets another request hold the lock of a meeting's files.
     *
     * @param int $id id of the meeting
     * @return \core\lock\lock
     */
    private static function other_publishes(int $id): \core\lock\lock {
        set_config('lock_factory', \core\lock\db_record_lock_factory::class);
        return \core\lock\lock_config::get_lock_factory('mod_leerlandschap')->get_lock("publish_$id", 0);
    }

    /**
     * Every audience finds what the web service tells it, at every step of a meeting, and nothing of anybody's own.
     */
    public function test_the_same_as_the_web_service(): void {
        $this->create_activity([], 4);
        $this->start();
        foreach ($this->learners as $number => $learner) {
            $this->run_as($learner, ['reason' => "Reason $number"] + self::answer('st1', 4));
        }
        $steps = [
            fn() => null,
            fn() => $this->run_as($this->learners[3], ['type' => 'leave']),
            fn() => $this->run_as($this->trainer, self::REVEAL),
            fn() => $this->run_as($this->trainer, ['type' => 'go_to', 'from' => 'stellingen', 'to' => 'opbrengst']),
            fn() => $this->run_as($this->learners[0], [
                'type' => 'save', 'id' => '00000000-0000-4000-8000-000000000001', 'step' => 'opbrengst', 'kind' => 'note',
                'base' => null, 'fields' => ['column' => 'eens', 'text' => "Één \"ding\" & <b>meer</b>\n\u{1F331}"],
            ]),
            fn() => $this->run_as($this->trainer, ['type' => 'close', 'from' => 'opbrengst']),
        ];
        foreach ($steps as $number => $step) {
            $step();
            // Somebody who looks on now and then is enough.
            foreach ([$this->learners[1], $this->trainer] as $user) {
                $expected = $this->read($user);
                $answer = self::pulse($expected);
                $this->assertSame(200, $answer['status'], "step $number");
                $found = $answer['reply'];
                // Who has answered is told by the web service alone.
                $nobody = fn(array $count): array => array_diff_key($count, ['who' => 0]);
                $expected['counts'] = array_map($nobody, $expected['counts']);
                foreach (['revision', 'edition', 'room', 'counts'] as $member) {
                    $this->assertSame(json_encode($expected[$member]), json_encode($found[$member]), "$member, step $number");
                }
                $this->assertNull($found['me']);
                $this->assertSame($expected['pulse']['own'], $found['own']);
            }
            foreach (['participant', 'facilitator'] as $audience) {
                $content = file_get_contents(self::file($expected, $audience));
                $this->assertSame($number >= 2, str_contains($content, 'Reason'), "step $number");
                $this->assertStringNotContainsString('voter', $content);
                $this->assertStringNotContainsString('"answers"', $content);
                $this->assertStringNotContainsString($this->meeting()->secretref() ?? 'secretref', $content);
            }
        }
        $this->assertSame('closed', $found['room']['state']);
    }

    /**
     * A token is for whom it was made: who leads by right and all others have files of their own.
     */
    public function test_audiences(): void {
        $this->create_activity(['groupmode' => VISIBLEGROUPS]);
        foreach (['Noord', 'Zuid'] as $at => $name) {
            $groups[] = (int) $this->getDataGenerator()->create_group(['courseid' => $this->course->id, 'name' => $name])->id;
            groups_add_member($groups[$at], $this->learners[$at]->id);
        }
        $own = $this->read($this->learners[0], $groups[0]);
        $other = $this->read($this->learners[0], $groups[1]);
        $trainer = $this->read($this->trainer, $groups[0]);
        $this->assertStringContainsString('audience=participant', $own['pulse']['address']);
        $this->assertStringContainsString('audience=participant', $other['pulse']['address'], 'a visible group, to look at');
        $this->assertStringContainsString('audience=facilitator', $trainer['pulse']['address']);
        $this->assertNotSame($own['room']['meeting'], $other['room']['meeting']);
        foreach ([$own, $other, $trainer] as $reply) {
            $this->assertSame($reply['room'], self::pulse($reply)['reply']['room']);
        }
        foreach ([[$own, $other], [$own, $trainer], [$trainer, $own], [$other, $own]] as [$mine, $theirs]) {
            $mixed = $theirs;
            $mixed['pulse']['token'] = $mine['pulse']['token'];
            $this->assertSame(403, self::pulse($mixed)['status']);
        }
        // The big screen shows what everybody sees, whoever opened it.
        $this->setAdminUser();
        $reply = \mod_leerlandschap\local\manager::of_cm($this->cm, $groups[0], true)->read(0);
        $this->assertStringContainsString('audience=participant', $reply['pulse']['address']);
        // Who sees no room gets no token.
        $this->assertArrayNotHasKey('pulse', $this->read($this->learners[2]));
    }

    /**
     * A token ends after two minutes; until then it is good on every node.
     */
    public function test_expiry(): void {
        $this->create_activity();
        $reply = $this->read($this->learners[0]);
        $now = time();
        $this->assertSame(120, $reply['pulse']['seconds']);
        $this->assertSame(200, self::pulse($reply, '', $now + 115)['status']);
        $this->assertSame(403, self::pulse($reply, '', $now + 125)['status']);
    }

    /**
     * Every change is there once the command is through; who asks with the present revision hears that it is the newest.
     */
    public function test_changes(): void {
        $this->create_activity();
        $reply = $this->read($this->learners[0]);
        $have = "\"{$reply['revision']}." . self::pulse($reply)['reply']['stamp'] . '"';
        $this->assertSame(304, self::pulse($reply, $have)['status']);
        $joined = $this->run_as($this->learners[1], ['type' => 'join']);
        $answer = self::pulse($reply, $have);
        $this->assertSame([200, $joined['revision']], [$answer['status'], $answer['reply']['room']['revision']]);
        $have = "\"{$joined['revision']}.{$answer['reply']['stamp']}\"";
        $this->assertSame(304, self::pulse($reply, $have)['status']);
        $meeting = $reply['room']['meeting'];
        $files = ["$meeting.facilitator", "$meeting.participant"];
        $this->assertSame($files, self::published(), 'and nothing is left of the way there');
    }

    /**
     * Nothing is published that is not committed, and nothing comes of what was rolled back.
     */
    public function test_rolled_back(): void {
        $this->create_activity();
        $reply = $this->read($this->learners[0]);
        $store = new meeting_store($this->meeting()->instance, $this->meeting()->exercise);
        $work = function () use ($store, $reply): void {
            $meeting = $store->lock($this->meeting());
            $meeting->raise_revision();
            $store->save($meeting);
            $this->assertSame($reply['revision'], self::pulse($reply)['reply']['revision'], 'not before the commit');
            throw new refusal('wrong_state');
        };
        $this->assert_refused('wrong_state', fn() => transaction::run($work));
        $this->assertSame($reply['revision'], self::pulse($reply)['reply']['revision']);
        // It was written down that somebody was about to; after some seconds it is looked at, and then forgotten.
        $wanted = str_replace('.participant', '.wanted', self::file($reply));
        touch($wanted, time() - 11);
        $this->assertArrayHasKey('X-Leerlandschap-Due', self::pulse($reply)['headers']);
        $again = $this->read($this->learners[1], 0, $reply['revision']);
        $this->assertArrayNotHasKey('X-Leerlandschap-Due', self::pulse($again)['headers']);
        $this->assertFileDoesNotExist($wanted);
    }

    /**
     * Within somebody else's transaction nothing is certain: it is left to heal.
     */
    public function test_within_another_transaction(): void {
        global $DB;

        $this->create_activity();
        $reply = $this->read($this->learners[0]);
        $transaction = $DB->start_delegated_transaction();
        $joined = $this->run_as($this->learners[1], ['type' => 'join']);
        $transaction->allow_commit();
        $this->assertGreaterThan($reply['revision'], $joined['revision']);
        $this->read($this->learners[1], 0, $joined['revision']);
        $this->assertSame($joined['revision'], self::pulse($reply)['reply']['revision']);
    }

    /**
     * A request that dies between the commit and the publication: after two seconds clients are told, and the first
     * request to the web service publishes what is committed.
     */
    public function test_heals(): void {
        $this->create_activity();
        $reply = $this->read($this->learners[0]);
        $store = new meeting_store($this->meeting()->instance, $this->meeting()->exercise);
        $lock = self::other_publishes($this->meeting()->id());
        $started = microtime(true);
        $joined = $this->run_as($this->learners[1], ['type' => 'join']);
        $this->assertLessThan(10, microtime(true) - $started, 'the command does not wait for ever');
        $this->assertSame($reply['revision'], self::pulse($reply)['reply']['revision']);
        touch(str_replace('.participant', '.wanted', self::file($reply)), time() - 2);
        $answer = self::pulse($reply, "\"{$reply['revision']}.\"");
        $this->assertSame('1', $answer['headers']['X-Leerlandschap-Due']);

        // As long as another one is at it nobody waits, and everybody gets their token.
        $waiting = $this->read($this->learners[2], 0, $joined['revision']);
        $this->assertArrayHasKey('pulse', $waiting);
        $this->assertSame($reply['revision'], self::pulse($reply)['reply']['revision']);
        $lock->release();
        $this->read($this->learners[2], 0, $joined['revision']);
        $answer = self::pulse($reply);
        $this->assertSame($joined['revision'], $answer['reply']['room']['revision']);
        $this->assertArrayNotHasKey('X-Leerlandschap-Due', $answer['headers']);
        $this->assertSame($joined['revision'], $store->reread($this->meeting())->revision());
    }

    /**
     * Never an older room over a newer one, whatever a copy of the database says that is behind.
     */
    public function test_never_backwards(): void {
        global $DB;

        $this->create_activity();
        $this->read($this->learners[0]);
        $reply = $this->run_as($this->learners[1], ['type' => 'join']);
        $newest = file_get_contents(self::file($reply));
        $DB->set_field('leerlandschap_meeting', 'revision', $reply['revision'] - 1, []);
        $this->assertTrue(publisher::publish($this->meeting()->id()));
        $this->assertSame($newest, file_get_contents(self::file($reply)));
        $this->assertCount(2, self::published(), 'and nothing is left of the attempt');
    }

    /**
     * A purge of the caches: there is no room until somebody comes; exactly one of them makes it.
     */
    public function test_purge(): void {
        global $CFG;

        $this->create_activity();
        $this->read($this->learners[0]);
        $reply = $this->run_as($this->learners[1], ['type' => 'join']);
        remove_dir("$CFG->cachedir/mod_leerlandschap");
        $answer = self::pulse($reply);
        $this->assertSame(503, $answer['status']);
        $this->assertContains((int) $answer['headers']['Retry-After'], [1, 2, 3]);

        $lock = self::other_publishes($this->meeting()->id());
        $this->assertArrayHasKey('pulse', $this->read($this->learners[0], 0, $reply['revision']));
        $this->assertSame(503, self::pulse($reply)['status'], 'the other one is at it');
        $lock->release();
        $this->read($this->learners[0], 0, $reply['revision']);
        $this->assertSame($reply['room'], self::pulse($reply)['reply']['room']);
        clearstatcache();
        $made = fileinode(self::file($reply));
        $this->read($this->learners[2], 0, $reply['revision']);
        clearstatcache();
        $this->assertSame($made, fileinode(self::file($reply)), 'nobody makes it twice');
    }

    /**
     * While people answer their number is published at most once a second; the revision and the room stay.
     */
    public function test_counts(): void {
        $clock = $this->mock_clock_with_frozen(time());
        $this->create_activity([], 5);
        $this->read($this->trainer);
        $this->start();
        $reply = $this->read($this->learners[0]);
        $published = fn(): int => self::pulse($reply)['reply']['counts'][0]['answered'];
        $vote = function (int $learner): void {
            $command = ['type' => 'answer', 'round' => 1, 'value' => 4, 'reason' => '', 'seq' => 1];
            $this->setUser($this->learners[$learner]);
            $manager = \mod_leerlandschap\local\manager::of_cm($this->cm, 0);
            $answers = array_map(fn(string $item): array => ['item' => $item] + $command, ['st1', 'st2', 'st3', 'st4', 'st5']);
            $manager->run((string) $this->meeting()->id(), $answers, 0);
        };
        $clock->bump(2);
        $vote(0);
        $this->assertSame(1, $published());
        $vote(1);
        $vote(2);
        $this->assertSame(1, $published());
        $clock->bump(1);
        $vote(3);
        $answer = self::pulse($reply, "\"{$reply['revision']}.0\"");
        $this->assertSame(4, $answer['reply']['counts'][0]['answered']);
        $this->assertNull($answer['reply']['room'], 'no more than the numbers');
        $this->assertSame($reply['revision'], $answer['reply']['revision']);

        // The last one of a number comes too: whoever asks after two seconds is told that there is more.
        $vote(4);
        $this->assertSame(4, $published());
        $this->assertArrayNotHasKey('X-Leerlandschap-Due', self::pulse($reply, '', time())['headers']);
        touch(str_replace('.participant', '.answered', self::file($reply)), time() + 1);
        $this->assertArrayHasKey('X-Leerlandschap-Due', self::pulse($reply, '', time() + 4)['headers']);
        touch(str_replace('.participant', '.answered', self::file($reply)), time() - 600);
        $this->assertArrayNotHasKey('X-Leerlandschap-Due', self::pulse($reply, '', time())['headers']);
        publisher::publish($this->meeting()->id());
        $this->assertSame(5, $published());
    }

    /**
     * Another node's clock is ahead: counts are published all the same.
     */
    public function test_clock_of_another_node(): void {
        $clock = $this->mock_clock_with_frozen(time() + 600);
        $this->create_activity();
        $this->start();
        $reply = $this->read($this->learners[0]);
        $clock->set_to(time());
        $before = filemtime(self::file($reply));
        touch(self::file($reply), $before - 10);
        $this->run_as($this->learners[0], self::answer('st1', 4));
        clearstatcache();
        $this->assertGreaterThanOrEqual($before, filemtime(self::file($reply)));
    }

    /**
     * What is everybody's own and changes without them: they hear that they have to ask.
     */
    public function test_own(): void {
        $this->create_activity(['format' => 'werkoverleg']);
        $reply = $this->read($this->learners[0]);
        $this->start('check-in');
        $this->run_as($this->learners[0], ['type' => 'leave']);
        $this->assertSame($reply['pulse']['own'], self::pulse($reply)['reply']['own'], 'not with every change');
        $closed = $this->run_as($this->trainer, ['type' => 'close', 'from' => 'check-in']);
        $last = self::pulse($reply)['reply'];
        $this->assertSame('closed', $last['room']['state'], 'the last room');
        $this->assertGreaterThan($reply['pulse']['own'], $last['own']);
        $this->assertSame($last['own'], $closed['pulse']['own']);

        // The group goes on: whoever still looks at the last meeting is to ask, and finds the next one.
        $next = $this->run_as($this->trainer, ['type' => 'start_next', 'from' => 1, 'part' => 'week']);
        $answer = self::pulse($reply, "\"{$last['revision']}.{$last['stamp']}\"");
        $this->assertSame(200, $answer['status']);
        $this->assertNull($answer['reply']['room']);
        $this->assertGreaterThan($last['own'], $answer['reply']['own']);
        $this->assertSame($next['room']['meeting'], $this->read($this->learners[0], 0, $last['revision'])['room']['meeting']);
    }

    /**
     * Whoever asks for what is their own gets it without a room too.
     */
    public function test_own_is_read(): void {
        $this->create_activity();
        $reply = $this->read($this->learners[0]);
        $manager = \mod_leerlandschap\local\manager::of_cm($this->cm, 0);
        $this->assertNull($manager->read($reply['revision'])['me']);
        $again = $manager->read($reply['revision'], true);
        $this->assertNull($again['room']);
        $this->assertSame($reply['me'], $again['me']);
    }

    /**
     * Without the fast way there is neither token nor file; those that are there go.
     */
    public function test_off(): void {
        global $CFG;

        $this->create_activity();
        $reply = $this->read($this->learners[0]);
        $this->assertNotSame([], self::published());
        set_config('fastpath', '0', 'leerlandschap');
        // As an administrator's config.php does it, without anybody being told.
        $joined = $this->run_as($this->learners[1], ['type' => 'join']);
        $this->assertArrayNotHasKey('pulse', $joined);
        $this->assertSame([], self::published());
        $this->assertSame(503, self::pulse($reply)['status']);
        $this->assertArrayNotHasKey('pulse', $this->read($this->learners[0]));
        set_config('fastpath', '1', 'leerlandschap');
        $this->assertSame(200, self::pulse($this->read($this->learners[0]))['status']);

        // And on the page of the settings.
        require_once($CFG->libdir . '/adminlib.php');
        $this->setAdminUser();
        $page = admin_get_root(true)->locate('modsettingleerlandschap');
        $setting = array_column((array) $page->settings, null, 'name')['fastpath'];
        $this->assertSame('', $setting->write_setting('0'));
        $setting->post_write_settings('1');
        $this->assertSame([], self::published());
    }

    /**
     * The directory cannot be written to: commands and reads go on, without a fast way.
     */
    public function test_nowhere_to_write(): void {
        global $CFG;

        $this->create_activity();
        $reply = $this->read($this->learners[0]);
        remove_dir("$CFG->cachedir/mod_leerlandschap");
        file_put_contents("$CFG->cachedir/mod_leerlandschap", 'in the way');
        $joined = $this->run_as($this->learners[1], ['type' => 'join']);
        $this->assertDebuggingCalledCount(0);
        $this->assertTrue($joined['room']['people'][0]['present']);
        $this->assertArrayNotHasKey('pulse', $joined);
        $this->assertSame(503, self::pulse($reply)['status']);
        unlink("$CFG->cachedir/mod_leerlandschap");
        $this->assertSame(200, self::pulse($this->read($this->learners[0]))['status']);
    }

    /**
     * Another exercise, other settings: no room of the edition before stays.
     */
    public function test_another_edition(): void {
        $this->create_activity();
        $reply = $this->read($this->learners[0]);
        $this->setAdminUser();
        $editor = new exercise_editor($this->cm);
        $editing = $editor->read();
        $exercise = json_decode($editing['exercise'], true);
        $exercise['title']['en'] = 'Another title';
        $this->assertSame([], $editor->save($editing['version'], json_encode($exercise), true)['problems']);
        $this->assertSame(503, self::pulse($reply)['status']);
        $again = $this->read($this->learners[0]);
        $this->assertSame($again['edition'], self::pulse($again)['reply']['edition']);
        $this->assertNotSame($reply['edition'], $again['edition']);
    }

    /**
     * Reset, deletion and erasure leave nothing behind; what is old goes at night.
     */
    public function test_removed(): void {
        global $CFG, $DB;

        $this->create_activity();
        $this->read($this->learners[0]);
        $reply = $this->run_as($this->learners[1], ['type' => 'join']);
        forgetter::forget((int) $this->cm->instance, (int) $this->learners[1]->id);
        $this->assertSame([], self::published());
        $again = $this->read($this->learners[0]);
        $this->assertSame([], self::pulse($again)['reply']['room']['people']);
        $this->assertGreaterThan($reply['pulse']['own'], $again['pulse']['own']);

        leerlandschap_reset_userdata((object) ['courseid' => $this->course->id, 'reset_leerlandschap' => 1]);
        $this->assertSame([], self::published());
        $this->assertSame(503, self::pulse($again)['status']);
        $new = $this->read($this->learners[0]);
        $mixed = $new;
        $mixed['pulse']['token'] = $again['pulse']['token'];
        $this->assertSame(403, self::pulse($mixed)['status'], 'the meeting before had another key');

        touch(self::file($new), time() - 2 * DAYSECS);
        file_put_contents(self::file($new) . '.0123.new', 'cut short');
        touch(self::file($new) . '.0123.new', time() - 2 * DAYSECS);
        publisher::sweep();
        $this->assertSame(["{$new['room']['meeting']}.facilitator"], self::published());
        $this->assertSame(200, self::pulse($this->read($this->learners[0]))['status']);

        course_delete_module($this->cm->id);
        $this->assertSame([], self::published());
        $this->assertSame(0, $DB->count_records('leerlandschap_meeting'));

        require_once(__DIR__ . '/../../../db/uninstall.php');
        check_dir_exists(room_file::folder($CFG->cachedir));
        xmldb_leerlandschap_uninstall();
        $this->assertDirectoryDoesNotExist("$CFG->cachedir/mod_leerlandschap");
    }

    /**
     * Names stand in the room in the order of the site's language, whatever language its reader has.
     */
    public function test_names(): void {
        global $CFG, $SESSION;

        $this->create_activity();
        $this->run_as($this->learners[0], ['type' => 'join']);
        $name = fullname($this->learners[0]);
        // A language pack in which the family name comes first.
        $folder = "$CFG->dataroot/lang/xx";
        make_writable_directory($folder);
        file_put_contents("$folder/langconfig.php", "<?php \$string['thislanguage'] = 'Xx';");
        file_put_contents("$folder/moodle.php", "<?php \$string['fullnamedisplay'] = '{\$a->lastname} {\$a->firstname}';");
        get_string_manager()->reset_caches(true);
        $this->setUser($this->learners[1]);
        $SESSION->forcelang = 'xx';
        $this->assertNotSame($name, fullname($this->learners[0]));
        $people = \mod_leerlandschap\local\manager::of_cm($this->cm, 0)->read(0)['room']['people'];
        $this->assertSame([$name], array_column($people, 'name'));
        $this->assertSame('xx', current_language());
        unset($SESSION->forcelang);
        remove_dir($folder);
        get_string_manager()->reset_caches(true);
    }
}
