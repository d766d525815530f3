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

namespace mod_leerlandschap\external;

defined('MOODLE_INTERNAL') || die();

require_once(__DIR__ . '/services_testcase.php');

/**
 * The web service that starts the next meeting of a group.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \mod_leerlandschap\external\start_meeting
 * @covers \mod_leerlandschap\external\reply_structure
 * @covers \mod_leerlandschap\external\save_contributions
 * @covers \mod_leerlandschap\external\submit_answers
 */
final class start_meeting_test extends services_testcase {
    /**
     * A whole meeting by web services, and the one after it: everything is described, nothing is cut off.
     */
    public function test_series(): void {
        $this->create_activity(['format' => 'leerkring', 'visibility' => 'named']);
        $meeting = $this->meeting($this->trainer);
        $run = function ($user, string $function, array $args) use (&$meeting): array {
            return $this->data($user, $function, ['meeting' => $meeting] + $args);
        };
        foreach ($this->learners as $learner) {
            $run($learner, 'take_part', ['type' => 'join']);
        }
        $note = [
            'type' => 'save', 'id' => '00000000-0000-4000-8000-000000000001', 'step' => 'leervraag', 'kind' => 'note',
            'base' => null, 'fields' => [['name' => 'column', 'value' => 'vraag'], ['name' => 'text', 'value' => 'Hoe?']],
        ];
        $me = $run($this->learners[0], 'save_contributions', ['contributions' => [$note]])['me'];
        $this->assertSame('Hoe?', $me['contributions'][0]['fields']['text']);
        $share = ['type' => 'share', 'id' => $note['id'], 'base' => 1];
        $reply = $run($this->learners[0], 'save_contributions', ['contributions' => [$share]]);
        $this->assertArrayNotHasKey('contributions', $reply['me']);
        $steer = fn(array $command): array => $run($this->trainer, 'steer_meeting', ['command' => $command]);
        $steer(['type' => 'go_to', 'from' => '@start', 'to' => 'agenda']);
        $shared = $reply['room']['contributions'][0];
        $grouped = ['base' => $shared['revision'], 'at' => 'agenda'] + $note;
        $grouped['fields'][] = ['name' => 'group', 'value' => 'Samen'];
        $reply = $run($this->learners[1], 'save_contributions', ['contributions' => [$grouped]]);
        $this->assertSame('Samen', $reply['room']['contributions'][0]['fields']['group']);
        $round = ['type' => 'set_round', 'step' => 'agenda', 'round' => 1];
        $steer($round + ['from' => 'none', 'to' => 'open']);
        foreach ($this->learners as $learner) {
            $dots = ['item' => "agenda:$shared[id]", 'round' => 1, 'value' => 2, 'seq' => 1];
            $run($learner, 'submit_answers', ['answers' => [$dots]]);
        }
        $reply = $steer($round + ['from' => 'open', 'to' => 'revealed']);
        $this->assertSame([6], $reply['room']['rounds'][0]['results'][0]['counts']);
        $steer(['type' => 'close', 'from' => 'agenda']);

        $next = ['meeting' => $meeting, 'from' => 1, 'part' => 'bijeenkomst'];
        $this->assert_call_refused('not_allowed', $this->learners[0], 'start_meeting', $next);
        $this->assert_call_refused('unknown_part', $this->trainer, 'start_meeting', ['part' => 'x'] + $next);
        $this->assert_call_refused('wrong_state', $this->trainer, 'start_meeting', ['part' => 'start'] + $next);
        $this->assert_call_refused('unknown_meeting', $this->trainer, 'start_meeting', ['meeting' => '0'] + $next);
        $reply = $this->data($this->trainer, 'start_meeting', $next);
        $this->assertSame([2, [1]], [$reply['room']['number'], array_column($reply['earlier'], 'number')]);
        $this->assert_call_refused('unknown_meeting', $this->trainer, 'start_meeting', $next);

        $meeting = $reply['room']['meeting'];
        foreach ($this->learners as $learner) {
            $run($learner, 'take_part', ['type' => 'join']);
        }
        $steer(['type' => 'go_to', 'from' => '@start', 'to' => 'check-in']);
        foreach ($this->learners as $i => $learner) {
            $mood = ['item' => 'ci1', 'round' => 1, 'value' => 5 + $i, 'seq' => 1];
            $text = ['item' => 'ci2', 'round' => 1, 'text' => "Ik $i", 'choices' => [], 'seq' => 1];
            $reply = $run($learner, 'submit_answers', ['answers' => [$mood, $text]]);
            $this->assertSame("Ik $i", $reply['me']['answers'][1]['text']);
            $reply = $run($learner, 'take_part', ['type' => 'took_part', 'step' => 'check-in']);
        }
        $this->assertSame('revealed', $reply['room']['rounds'][0]['phase']);
        $this->assertSame(['Ik 0', 'Ik 1', 'Ik 2'], $reply['room']['rounds'][0]['results'][1]['texts']);
    }

    /**
     * Numbers and relations are described too.
     */
    public function test_values_and_relations(): void {
        $this->create_activity(['format' => 'leerklimaat'], 5);
        $meeting = $this->meeting($this->trainer);
        foreach ($this->learners as $i => $learner) {
            $this->data($learner, 'take_part', ['meeting' => $meeting, 'type' => 'join']);
            $this->data($learner, 'submit_answers', ['meeting' => $meeting, 'answers' => [
                ['item' => 'lk8', 'round' => 1, 'value' => 10 * $i, 'seq' => 1],
                ['item' => 'lk7', 'round' => 1, 'choices' => ['cursus'], 'seq' => 1],
            ]]);
        }
        $reveal = ['type' => 'set_round', 'step' => 'vragenlijst', 'round' => 1, 'from' => 'open', 'to' => 'revealed'];
        $round = $this->data($this->trainer, 'steer_meeting', ['meeting' => $meeting, 'command' => $reveal])['room']['rounds'][0];
        $results = array_column($round['results'], null, 'item');
        $this->assertSame([[0, 1], [10, 1], [20, 1], [30, 1], [40, 1]], $results['lk8']['values']);
        $this->assertSame(5, $results['lk7']['counts'][0]);
        $this->assertNull($round['relations'][0]['high']);
    }
}
