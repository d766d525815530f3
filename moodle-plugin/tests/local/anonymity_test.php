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

/**
 * Attacks on the anonymity of hidden answers: each would have told somebody something.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \mod_leerlandschap\local\tally
 * @covers \mod_leerlandschap\local\secret
 * @covers \mod_leerlandschap\local\meeting_store
 * @covers \mod_leerlandschap\local\contributions
 * @covers \mod_leerlandschap\permission
 */
final class anonymity_test extends meeting_testcase {
    /**
     * Brings a round from one phase to another.
     *
     * @param int $round the round
     * @param string $from its phase
     * @param string $to the next one
     * @param string[] $items what a later round asks
     * @return array a Reply
     */
    private function set_round(int $round, string $from, string $to, array $items = []): array {
        return $this->run_as($this->trainer, [
            'type' => 'set_round', 'step' => 'stellingen', 'round' => $round, 'from' => $from, 'to' => $to, 'items' => $items,
        ]);
    }

    /**
     * Learners answer st1.
     *
     * @param int $round the round
     * @param array $values values by place of the learner
     */
    private function vote(int $round, array $values): void {
        foreach ($values as $i => $value) {
            $this->run_as($this->learners[$i], ['round' => $round] + self::answer('st1', $value));
        }
    }

    /**
     * Changes settings of the activity, past the checks of the form.
     *
     * @param array $settings values by field
     */
    private function change_activity(array $settings): void {
        global $DB;
        $DB->update_record('leerlandschap', (object) ($settings + ['id' => $this->cm->instance]));
    }

    /**
     * Who had their data erased between two rounds is not found by subtracting what the rounds show.
     */
    public function test_erased_answer_does_not_follow_from_the_shift(): void {
        $this->create_activity([], 5);
        $this->start();
        $this->vote(1, [1, 2, 3, 4, 5]);
        $this->set_round(1, 'open', 'revealed');
        forgetter::forget((int) $this->cm->instance, (int) $this->learners[4]->id);
        $this->set_round(2, 'none', 'open', ['st1']);
        $this->vote(2, [2, 2, 3, 4]);
        $rounds = $this->set_round(2, 'open', 'revealed')['room']['rounds'];
        // With the net shift of four: 15 (first round) - 11 (second) + 1 (net) = 5, what the fifth had said.
        $this->assertSame([1, 1, 1, 1, 1], $rounds[0]['results'][0]['counts']);
        $this->assertSame([0, 2, 1, 1, 0], $rounds[1]['results'][0]['counts']);
        $this->assertNull($rounds[1]['results'][0]['shift']);
    }

    /**
     * Nor is somebody who opted out of one round, or came to the second one only.
     */
    public function test_one_who_answered_once_hides_the_shift(): void {
        $this->create_activity([], 5);
        $this->start();
        $this->vote(1, [1, 2, 3, 4, 5]);
        $this->set_round(1, 'open', 'revealed');
        $this->set_round(2, 'none', 'open', ['st1']);
        $this->vote(2, [2, 2, 3, 4, null]);
        $this->assertNull($this->set_round(2, 'open', 'revealed')['room']['rounds'][1]['results'][0]['shift']);
    }

    /**
     * The shift shows where everybody answered both rounds.
     */
    public function test_shift_of_all(): void {
        $this->create_activity([], 3);
        $this->start();
        $this->vote(1, [1, 2, 3]);
        $this->set_round(1, 'open', 'revealed');
        $this->set_round(2, 'none', 'open', ['st1']);
        $this->vote(2, [2, 2, 5]);
        $result = $this->set_round(2, 'open', 'revealed')['room']['rounds'][1]['results'][0];
        $this->assertSame(['net' => 3, 'both' => 3], $result['shift']);
    }

    /**
     * Once people are asked, what they were told can only become stricter: they may be answering at this moment.
     */
    public function test_rules_do_not_loosen_under_an_open_round(): void {
        global $DB;

        $this->create_activity(['minanswers' => 4]);
        $this->start();
        $this->change_activity(['visibility' => 'named', 'minanswers' => 3]);
        $settings = $this->read($this->learners[0])['room']['settings'];
        $expected = ['visibility' => 'hidden', 'min_answers' => 4, 'facilitation' => 'trainer', 'pace' => 'together'];
        $this->assertSame($expected, $settings);
        $this->vote(1, [2]);
        $this->assertSame(0, $DB->count_records_select('leerlandschap_answer', 'userid IS NOT NULL'));
    }

    /**
     * Nor in a step in which people write: they read that their text carries no name.
     */
    public function test_rules_do_not_loosen_under_those_who_write(): void {
        $this->create_activity();
        $this->change_activity(['visibility' => 'named']);
        $this->assertSame('named', $this->read($this->learners[0])['room']['settings']['visibility']);
        $this->change_activity(['visibility' => 'hidden']);
        $this->start('vervolgacties');
        $this->change_activity(['visibility' => 'named']);
        $room = $this->run_as($this->learners[0], [
            'type' => 'save', 'id' => \core\uuid::generate(), 'step' => 'vervolgacties', 'kind' => 'action', 'base' => null,
            'fields' => ['what' => 'Samen kijken', 'who_text' => 'allen', 'when' => '2026-12-01'],
        ])['room'];
        $this->assertSame('hidden', $room['settings']['visibility']);
        $this->assertNull($room['contributions'][0]['author']);
    }

    /**
     * What was written under names gets no names once the activity is hidden, on screen or in the table.
     */
    public function test_authors_are_forgotten_where_an_activity_becomes_hidden(): void {
        global $DB;

        $this->mock_clock_with_frozen(1763750000);
        $this->create_activity(['visibility' => 'named']);
        $this->start('vervolgacties');
        $room = $this->run_as($this->learners[0], [
            'type' => 'save', 'id' => \core\uuid::generate(), 'step' => 'vervolgacties', 'kind' => 'action', 'base' => null,
            'fields' => ['what' => 'Samen kijken', 'who_text' => 'allen', 'when' => '2026-12-01'],
        ])['room'];
        $this->assertSame($this->learners[0]->id, $room['contributions'][0]['author']);
        $this->change_activity(['visibility' => 'hidden']);
        $room = $this->read($this->learners[1])['room'];
        $this->assertSame('hidden', $room['settings']['visibility']);
        $this->assertNull($room['contributions'][0]['author']);
        $this->assertSame(0, $DB->count_records_select('leerlandschap_contrib', 'authorid IS NOT NULL'));
        $this->assertSame(['1763683200'], $DB->get_fieldset_select('leerlandschap_presence', 'DISTINCT timejoined', '1 = 1'));
        $this->assertSame(['1763683200'], $DB->get_fieldset_select('leerlandschap_progress', 'DISTINCT timedone', '1 = 1'));
    }

    /**
     * Whoever is logged in as a learner gets no hidden answers, whatever the activity's settings became meanwhile.
     */
    public function test_login_as_follows_the_meeting(): void {
        $this->create_activity();
        $this->start();
        $this->vote(1, [2]);
        $this->change_activity(['visibility' => 'named']);
        $this->setAdminUser();
        \core\session\manager::loginas($this->learners[0]->id, \context_system::instance());
        $me = manager::of_cm($this->cm, 0)->read(0)['me'];
        $this->assertSame('login_as', $me['notice']);
        $this->assertSame([], $me['answers']);
    }

    /**
     * A secret that a crash left behind after closing goes with the next one that is destroyed.
     */
    public function test_left_secrets_are_swept(): void {
        global $DB;

        $this->create_activity();
        $this->start();
        $this->vote(1, [2]);
        $kept = $DB->get_field('leerlandschap_meeting', 'secretref', []);
        [$left, $recent] = [secret::new_name(), secret::new_name()];
        foreach ([$left, $recent] as $name) {
            secret::made($name);
        }
        $temporary = secret::file($left) . '.new';
        file_put_contents($temporary, 'x');
        foreach ([secret::file($left), secret::file($kept), $temporary] as $file) {
            touch($file, time() - 2 * HOURSECS);
        }
        $closed = secret::new_name();
        secret::made($closed);
        secret::destroy($closed);
        $this->assertFileDoesNotExist(secret::file($closed));
        $this->assertFileDoesNotExist(secret::file($left));
        $this->assertFileDoesNotExist($temporary);
        // What a meeting needs stays, and so does what may be in the making.
        $this->assertNotNull(secret::read($kept));
        $this->assertNotNull(secret::read($recent));
    }

    /**
     * An open meeting tells the facilitator no more than how many have answered.
     */
    public function test_facilitator_sees_numbers_only(): void {
        $this->create_activity();
        $this->start();
        $this->run_as($this->learners[0], ['reason' => 'geheim woord'] + self::answer('st1', 5));
        foreach ([$this->trainer, $this->learners[1]] as $user) {
            $reply = $this->read($user);
            $this->assertSame([], $reply['me']['answers']);
            $this->assertSame([], $reply['room']['rounds'][0]['results']);
            $this->assertStringNotContainsString('geheim', json_encode($reply));
        }
    }

    /**
     * Events and gradebook tell that somebody took part, and nothing of what they said.
     */
    public function test_events_hold_no_answers(): void {
        $sink = $this->redirectEvents();
        $this->create_activity();
        $this->start();
        foreach (['st1', 'st2', 'st3', 'st4', 'st5'] as $item) {
            $this->run_as($this->learners[0], ['reason' => 'geheim woord'] + self::answer($item, 5));
        }
        $this->set_round(1, 'open', 'revealed');
        $this->run_as($this->trainer, ['type' => 'close', 'from' => 'stellingen']);
        $events = $sink->get_events();
        $this->assertNotEmpty($events);
        foreach ($events as $event) {
            $this->assertStringNotContainsString('geheim', json_encode($event->get_data()));
            if ($event->component === 'mod_leerlandschap') {
                $this->assertSame([], array_diff(array_keys($event->other ?? []), ['groupid', 'step', 'round', 'place']));
            }
        }
    }
}
