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
 * Storing answers.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \mod_leerlandschap\external\submit_answers
 * @covers \mod_leerlandschap\local\submission
 */
final class submit_answers_test extends services_testcase {
    /**
     * Most queries of one call, whatever the size of the group. Counted in Moodle 5.1: submit 27, read 21, poll 16;
     * other versions of core take a few more or less.
     */
    private const MOST_QUERIES = ['submit' => 30, 'read' => 24, 'poll' => 22];

    /**
     * An answer as the web service takes it.
     *
     * @param string $item the item
     * @param int|null $value the value
     * @param array $more other members
     * @return array
     */
    private static function one(string $item, ?int $value, array $more = []): array {
        return $more + ['item' => $item, 'round' => 1, 'value' => $value, 'reason' => '', 'seq' => 1];
    }

    /**
     * Several answers at once; who answered is counted, the revision stays.
     */
    public function test_submit(): void {
        $this->create_activity();
        $this->start();
        $meeting = $this->meeting($this->learners[0]);
        $revision = $this->read($this->learners[0])['revision'];
        $answers = [];
        foreach (['st1' => 1, 'st2' => 5, 'st3' => null, 'st4' => 3, 'st5' => 2] as $item => $value) {
            $answers[] = self::one($item, $value, ['reason' => "Want $item"]);
        }
        $args = ['meeting' => $meeting, 'answers' => $answers, 'since' => $revision];
        $reply = $this->data($this->learners[0], 'submit_answers', $args);
        $this->assertSame($revision, $reply['revision']);
        $this->assertNull($reply['room']);
        $this->assertSame([['step' => 'stellingen', 'round' => 1, 'answered' => 1, 'present' => 3]], $reply['counts']);
        $this->assertSame(['stellingen'], $reply['me']['done']);
        $this->assertSame([1, 5, null, 3, 2], array_column($reply['me']['answers'], 'value'));
        // Sent again, as an outbox does: nothing changes.
        $this->assertSame($reply['me'], $this->data($this->learners[0], 'submit_answers', $args)['me']);
    }

    /**
     * All or none; every refusal leaves what was stored.
     */
    public function test_refusals(): void {
        $this->create_activity();
        $this->start();
        $learner = $this->learners[0];
        $meeting = $this->meeting($learner);
        $this->data($learner, 'submit_answers', ['meeting' => $meeting, 'answers' => [self::one('st1', 3)]]);
        $good = self::one('st1', 5, ['seq' => 2]);
        $refused = [
            'off_scale' => [$good, self::one('st2', 6)],
            'unknown_item' => [$good, self::one('st9', 3)],
            'unknown_round' => [$good, self::one('st2', 3, ['round' => 3])],
            'round_not_open' => [$good, self::one('st2', 3, ['round' => 2])],
            'too_long' => [$good, self::one('st2', 3, ['reason' => str_repeat('é', 201)])],
            'bad_text' => [$good, self::one('st2', 3, ['reason' => "two\nlines"])],
            'bad_value' => [$good, self::one('st2', 3, ['seq' => 2 ** 31])],
            'too_large' => array_fill(0, 201, $good),
        ];
        foreach ($refused as $code => $answers) {
            $this->assert_call_refused($code, $learner, 'submit_answers', ['meeting' => $meeting, 'answers' => $answers]);
        }
        $this->assert_call_refused('bad_value', $learner, 'submit_answers', ['meeting' => $meeting, 'answers' => []]);
        $this->assert_call_refused('not_present', $this->trainer, 'submit_answers', ['meeting' => $meeting, 'answers' => [$good]]);
        // What is no integer or not UTF-8 is refused by core, with its own code.
        foreach ([['value' => 'much'], ['value' => 2.5], ['reason' => "not \xff UTF-8"]] as $wrong) {
            $args = ['meeting' => $meeting, 'answers' => [$wrong + $good]];
            $this->assertSame('invalidparameter', $this->call($learner, 'submit_answers', $args)['exception']->errorcode);
        }
        $this->assertSame([3], array_column($this->read($learner)['me']['answers'], 'value'));
        $this->run_as($this->trainer, ['type' => 'close', 'from' => 'stellingen']);
        $this->assert_call_refused('meeting_closed', $learner, 'submit_answers', ['meeting' => $meeting, 'answers' => [$good]]);
    }

    /**
     * The queries of one submit do not grow with the group, nor do those of a read.
     */
    public function test_queries_are_constant(): void {
        $counts = [];
        foreach ([3, 15] as $size) {
            $this->learners = [];
            $this->create_activity([], $size);
            $this->start();
            foreach (array_slice($this->learners, 1) as $learner) {
                $this->run_as($learner, self::answer('st1', 4));
            }
            $meeting = $this->meeting($this->learners[0]);
            // Twice: what is cached once a request is not to be counted.
            foreach ([1, 2] as $seq) {
                $answers = ['meeting' => $meeting, 'answers' => [self::one('st1', 2, ['seq' => $seq])], 'since' => $size + 2];
                $counts["submit $size"] = $this->queries(fn() => $this->data($this->learners[0], 'submit_answers', $answers));
                $counts["read $size"] = $this->queries(fn() => $this->data($this->learners[0], 'get_meeting'));
                $poll = fn() => $this->data($this->learners[0], 'get_meeting', ['since' => $size + 2]);
                $counts["poll $size"] = $this->queries($poll);
            }
        }
        $this->assertSame($counts['submit 3'], $counts['submit 15'], json_encode($counts));
        $this->assertSame($counts['read 3'], $counts['read 15'], json_encode($counts));
        // What they are, with those of core for the context, the enrolment and the rights.
        $this->assertLessThanOrEqual(self::MOST_QUERIES['submit'], $counts['submit 15'], json_encode($counts));
        $this->assertLessThanOrEqual(self::MOST_QUERIES['read'], $counts['read 15'], json_encode($counts));
        $this->assertLessThanOrEqual(self::MOST_QUERIES['poll'], $counts['poll 15'], json_encode($counts));
    }

    /**
     * How many queries something takes.
     *
     * @param callable $what what is done
     * @return int
     */
    private function queries(callable $what): int {
        global $DB;
        $before = $DB->perf_get_queries();
        $what();
        return $DB->perf_get_queries() - $before;
    }
}
