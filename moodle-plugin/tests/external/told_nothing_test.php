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

use core_external\external_api;
use mod_leerlandschap\local\bootstrap;
use mod_leerlandschap\local\pulse\responder;
use stdClass;

/**
 * What no answer of any service tells anybody, and what commands do not do: act for others, or twice.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \mod_leerlandschap\external\meeting_service
 * @covers \mod_leerlandschap\external\exercise_service
 * @covers \mod_leerlandschap\external\read_outcome
 * @covers \mod_leerlandschap\local\report\activity_report
 * @covers \mod_leerlandschap\local\room_builder
 * @covers \mod_leerlandschap\local\pulse\responder
 */
final class told_nothing_test extends services_testcase {
    /** Reveals round 1. */
    private const REVEAL = ['type' => 'set_round', 'step' => 'stellingen', 'round' => 1, 'from' => 'open', 'to' => 'revealed'];

    /**
     * An answer as the service takes it.
     *
     * @param string $item the item
     * @param int $value the value
     * @param array $more what is other than usual
     * @return array
     */
    private static function vote(string $item, int $value, array $more = []): array {
        return $more + ['item' => $item, 'round' => 1, 'value' => $value, 'reason' => '', 'seq' => 1];
    }

    /**
     * What every service that tells of the meeting answers to a user, and the published room that they may read.
     *
     * @param stdClass $user the user
     * @param string $meeting id of the meeting
     * @return array[] Replies
     */
    private function replies(stdClass $user, string $meeting): array {
        global $CFG;

        $there = ['meeting' => $meeting];
        $note = ['type' => 'delete', 'id' => '00000000-0000-4000-8000-000000000009', 'base' => 1];
        $place = ['type' => 'go_to', 'from' => 'stellingen', 'to' => 'stellingen'];
        $calls = [
            ['get_meeting', []],
            ['get_meeting', ['own' => true]],
            ['get_meeting', ['presenting' => true]],
            ['take_part', $there + ['type' => 'join']],
            ['submit_answers', $there + ['answers' => [self::vote('st5', 3)]]],
            ['save_contributions', $there + ['contributions' => [$note]]],
            ['steer_meeting', $there + ['command' => $place]],
        ];
        $replies = [];
        foreach ($calls as [$function, $args]) {
            $response = $this->call($user, $function, $args);
            $replies[] = $response['error'] ? ['message' => $response['exception']->message] : $response['data'];
        }
        // What the report tells to those who may read it, by its service and by its page.
        $outcome = external_api::call_external_function('mod_leerlandschap_read_outcome', [
            'cmid' => $this->cm->id, 'meeting' => $meeting,
        ], true);
        if (!$outcome['error']) {
            $replies[] = $outcome['data'];
            $replies[] = $this->page_as_reply();
        }
        parse_str(parse_url($replies[0]['pulse']['address'], PHP_URL_QUERY), $query);
        $answer = (new responder($CFG->cachedir, 1000 * time()))->respond('GET', $query, $replies[0]['pulse']['token'], '');
        $this->assertSame(200, $answer['status']);
        $replies[] = json_decode($answer['body'], true);
        return $replies;
    }

    /**
     * What the page of the report embeds, as a Reply has it.
     *
     * @return array
     */
    private function page_as_reply(): array {
        $report = bootstrap::for_report($this->cm)['report'];
        $this->assertStringNotContainsString('Geheim', json_encode($report));
        return ['room' => ['rounds' => $report['meetings'][0]['rounds']]];
    }

    /**
     * Before a reveal nobody is told a number, and after it none under k, by no service: neither trainer nor administrator.
     */
    public function test_tallies(): void {
        $this->create_activity([], 5);
        $this->start();
        $meeting = $this->meeting($this->trainer);
        $this->data($this->trainer, 'take_part', ['meeting' => $meeting, 'type' => 'join']);
        foreach ($this->learners as $number => $learner) {
            $answers = [self::vote('st1', 4, ['reason' => "Geheime reden $number"])];
            // The second statement stays under k.
            $number < 2 && $answers[] = self::vote('st2', 5, ['reason' => "Onder k $number"]);
            $this->data($learner, 'submit_answers', ['meeting' => $meeting, 'answers' => $answers]);
        }
        $people = [...$this->learners, $this->trainer, get_admin()];
        foreach ($people as $number => $user) {
            foreach ($this->replies($user, $meeting) as $reply) {
                foreach ($reply['room']['rounds'] ?? [] as $round) {
                    $this->assertSame([], $round['results']);
                    $this->assertArrayNotHasKey('relations', $round);
                }
                $text = json_encode($reply);
                foreach (['agreement', 'opt_outs', 'voices', 'voterkey'] as $member) {
                    $this->assertStringNotContainsString("\"$member\"", $text);
                }
                for ($other = 0; $other < 5; $other++) {
                    if ($other !== $number) {
                        $this->assertStringNotContainsString("Geheime reden $other", $text);
                        $this->assertStringNotContainsString("Onder k $other", $text);
                    }
                }
            }
        }
        $this->data($this->trainer, 'steer_meeting', ['meeting' => $meeting, 'command' => self::REVEAL]);
        foreach ($people as $number => $user) {
            foreach ($this->replies($user, $meeting) as $reply) {
                $results = array_column($reply['room']['rounds'][0]['results'] ?? [], null, 'item');
                if ($results) {
                    $this->assertFalse($results['st1']['suppressed']);
                    $this->assertSame([true, [], null, [], []], [
                        $results['st2']['suppressed'], $results['st2']['counts'] ?? [], $results['st2']['agreement'] ?? null,
                        $results['st2']['reasons'] ?? [], $results['st2']['voices'] ?? [],
                    ]);
                }
                for ($other = 0; $other < 2; $other++) {
                    $other === $number || $this->assertStringNotContainsString("Onder k $other", json_encode($reply));
                }
            }
        }
    }

    /**
     * Nobody answers, joins or writes for somebody else: who they are is never taken from what they send.
     */
    public function test_for_somebody_else(): void {
        $this->create_activity(['visibility' => 'named']);
        $this->start();
        [$me, $other] = $this->learners;
        $meeting = $this->meeting($me);
        $id = (string) $other->id;
        foreach (['person', 'userid', 'user', 'voterkey', 'voter', 'author', 'authorid', 'meetingid', 'step', 'type'] as $name) {
            foreach ([$id, (int) $id] as $value) {
                $this->assert_malformed($me, 'submit_answers', [
                    'meeting' => $meeting, 'answers' => [self::vote('st1', 5, [$name => $value])],
                ]);
                if ($name !== 'step' && $name !== 'type') {
                    $this->assert_malformed($me, 'submit_answers', [
                        'meeting' => $meeting, 'answers' => [self::vote('st1', 5)], $name => $value,
                    ]);
                    $this->assert_malformed($me, 'take_part', ['meeting' => $meeting, 'type' => 'leave', $name => $value]);
                }
            }
        }
        $this->data($me, 'submit_answers', ['meeting' => $meeting, 'answers' => [self::vote('st1', 5)]]);
        $this->assertSame([], $this->data($other, 'get_meeting')['me']['answers']);
        $this->assertCount(1, $this->data($me, 'get_meeting')['me']['answers']);
    }

    /**
     * The same command twice: the second changes nothing, or is refused because the state is another one.
     */
    public function test_replayed(): void {
        $this->create_activity();
        $this->start();
        $meeting = $this->meeting($this->trainer);
        $uuid = '00000000-0000-4000-8000-000000000001';
        $fields = [['name' => 'column', 'value' => 'eens'], ['name' => 'text', 'value' => 'x']];
        $note = ['type' => 'save', 'id' => $uuid, 'step' => 'opbrengst', 'kind' => 'note', 'base' => null, 'fields' => $fields];
        $go = ['type' => 'go_to', 'from' => 'stellingen', 'to' => 'opbrengst'];
        [$me, $other] = $this->learners;
        $mark = ['type' => 'mark', 'person' => (string) $other->id, 'present' => false];
        $close = ['type' => 'close', 'from' => 'opbrengst'];
        $calls = [
            [$me, 'take_part', ['type' => 'join'], null],
            [$me, 'submit_answers', ['answers' => [self::vote('st1', 4)]], null],
            [$this->trainer, 'steer_meeting', ['command' => $mark], null],
            [$this->trainer, 'steer_meeting', ['command' => self::REVEAL], 'wrong_state'],
            [$this->trainer, 'steer_meeting', ['command' => $go], 'wrong_state'],
            [$me, 'save_contributions', ['contributions' => [$note]], null],
            [$me, 'take_part', ['type' => 'took_part', 'step' => 'opbrengst'], null],
            [$me, 'save_contributions', ['contributions' => [['type' => 'move', 'id' => $uuid, 'after' => null]]], null],
            [$me, 'take_part', ['type' => 'leave'], 'not_present'],
            [$this->trainer, 'steer_meeting', ['command' => $close], 'meeting_closed'],
        ];
        foreach ($calls as [$user, $function, $args, $code]) {
            $args += ['meeting' => $meeting];
            $first = $this->data($user, $function, $args);
            if ($code !== null) {
                $this->assert_call_refused($code, $user, $function, $args);
                continue;
            }
            $before = self::stored();
            $again = $this->data($user, $function, $args);
            $this->assertSame($before, self::stored(), json_encode($args));
            $this->assertSame($first['revision'], $again['revision']);
        }
        // An older correction that comes late does not undo a newer one.
        $this->create_activity([], 0);
        $this->start();
        $meeting = $this->meeting($me);
        $this->data($me, 'submit_answers', ['meeting' => $meeting, 'answers' => [self::vote('st1', 2, ['seq' => 3])]]);
        $before = self::stored();
        foreach ([1, 2, 3] as $seq) {
            $this->data($me, 'submit_answers', ['meeting' => $meeting, 'answers' => [self::vote('st1', 5, ['seq' => $seq])]]);
        }
        $this->assertSame($before, self::stored());
    }

    /**
     * A real token of one meeting opens nothing else, nor does a changed one, of whatever size.
     */
    public function test_tokens(): void {
        global $CFG;

        $this->create_activity();
        $mine = $this->data($this->learners[0], 'get_meeting');
        $leader = $this->data($this->trainer, 'get_meeting');
        $this->create_activity([], 0);
        $others = $this->data($this->learners[0], 'get_meeting');
        $token = $mine['pulse']['token'];
        [$expiry, $proof] = explode('.', $token);
        $status = fn(array $room, string $audience, string $token, int $later = 0): int
            => (new responder($CFG->cachedir, 1000 * (time() + $later)))->respond(
                'GET',
                ['meeting' => $room['room']['meeting'], 'audience' => $audience],
                $token,
                ''
            )['status'];
        $this->assertSame(200, $status($mine, 'participant', $token));
        $this->assertSame(200, $status($leader, 'facilitator', $leader['pulse']['token']));
        $this->assertSame(403, $status($mine, 'facilitator', $token), 'another audience');
        $this->assertSame(403, $status($leader, 'participant', $leader['pulse']['token']), 'another audience');
        $this->assertSame(403, $status($others, 'participant', $token), 'another meeting');
        $this->assertSame(403, $status($mine, 'participant', $others['pulse']['token']), 'another meeting');
        $this->assertSame(403, $status($mine, 'participant', $token, 121), 'expired');
        $changed = [
            ($expiry + 1000) . ".$proof", "$expiry." . strrev($proof), $token . $token, str_repeat($token, 20000),
            "$token\0", "\xff",
        ];
        foreach ($changed as $wrong) {
            $this->assertSame(403, $status($mine, 'participant', $wrong), substr($wrong, 0, 100));
        }
    }

    /**
     * Nonsense in the place of any argument of the services that hostile_calls_test does not reach.
     */
    public function test_nonsense(): void {
        $this->create_activity();
        $this->setAdminUser();
        $json = file_get_contents(__DIR__ . '/../../build/formats/leerlandschap.json');
        $meeting = $this->meeting($this->trainer);
        $good = [
            'get_meeting' => ['cmid' => $this->cm->id, 'groupid' => 0, 'since' => 0],
            'start_meeting' => ['cmid' => $this->cm->id, 'groupid' => 0, 'meeting' => $meeting, 'from' => 1, 'part' => 'x'],
            'get_exercise' => ['cmid' => $this->cm->id],
            'save_exercise' => ['cmid' => $this->cm->id, 'version' => 99, 'exercise' => $json],
            'get_preset' => ['cmid' => $this->cm->id, 'id' => 99],
            // With problems nothing is stored, whatever the name.
            'save_preset' => ['cmid' => $this->cm->id, 'name' => '', 'exercise' => '{}'],
            'delete_preset' => ['cmid' => $this->cm->id, 'id' => 99],
            'read_outcome' => ['cmid' => $this->cm->id, 'meeting' => $meeting],
            'set_action_status' => [
                'cmid' => $this->cm->id, 'meeting' => $meeting, 'action' => 'x', 'status' => 'done', 'revision' => 1,
            ],
        ];
        $deep = array_reduce(range(1, 200), fn(mixed $inner): array => [$inner], 'x');
        $nonsense = [
            null, [], $deep, array_fill(0, 20000, 1), new stdClass(), '', "a\0b", "\xff\xfe", str_repeat('x', 1000000), 'x', '-1',
            '99999999999999999999', "1' OR '1'='1", '../../config.php',
        ];
        $before = self::stored();
        foreach ($good as $function => $args) {
            foreach (array_keys($args) as $name) {
                foreach ($nonsense as $value) {
                    $this->setAdminUser();
                    $_POST['sesskey'] = sesskey();
                    $wrong = [$name => $value] + $args;
                    $response = external_api::call_external_function("mod_leerlandschap_$function", $wrong, true);
                    $where = "$function: $name = " . substr((string) json_encode($value, JSON_PARTIAL_OUTPUT_ON_ERROR), 0, 60);
                    $code = $response['exception']->errorcode ?? '';
                    $this->assertStringNotContainsStringIgnoringCase('dml', $code, $where);
                    $this->assertNotSame('generalexceptionmessage', $code, $where . json_encode($response['exception'] ?? null));
                    $this->assertSame($before, self::stored(), $where);
                }
            }
        }
    }

    /**
     * Asserts that core does not let a call through, and that nothing changes.
     *
     * @param stdClass $user who calls
     * @param string $function name without the component
     * @param array $args its arguments
     */
    private function assert_malformed(stdClass $user, string $function, array $args): void {
        $before = self::stored();
        $response = $this->call($user, $function, $args);
        $this->assertTrue($response['error'], json_encode($args));
        $this->assertSame('invalidparameter', $response['exception']->errorcode, json_encode($args));
        $this->assertSame($before, self::stored());
    }
}
