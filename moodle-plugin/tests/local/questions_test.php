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

use mod_leerlandschap\task\announce_progress;
use mod_leerlandschap\task\tell_event;

defined('MOODLE_INTERNAL') || die();

require_once(__DIR__ . '/../meeting_testcase.php');

/**
 * Questions of every kind: what may be answered, when results show, how two questions are laid beside each other.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \mod_leerlandschap\local\round\questions
 * @covers \mod_leerlandschap\local\round\relations
 * @covers \mod_leerlandschap\local\answer\form
 * @covers \mod_leerlandschap\local\answer\choice_form
 * @covers \mod_leerlandschap\local\answer\number_form
 * @covers \mod_leerlandschap\local\answer\text_form
 * @covers \mod_leerlandschap\local\revealing
 */
final class questions_test extends \mod_leerlandschap\meeting_testcase {
    /**
     * An answer as a command.
     *
     * @param string $item the item
     * @param array $said what is answered
     * @param int $seq the counter
     * @return array
     */
    private static function said(string $item, array $said, int $seq = 1): array {
        return ['type' => 'answer', 'item' => $item, 'round' => 1, 'seq' => $seq] + $said;
    }

    /**
     * Lets people answer two questions and hand in, and reveals.
     *
     * @param array[] $values values of lk1 and lk8, by person
     * @return array the room
     */
    private function scan(array $values): array {
        $this->create_activity(['format' => 'leerklimaat'], count($values));
        foreach ($this->learners as $i => $learner) {
            $this->run_as($learner, ['type' => 'join']);
            $this->run_as($learner, self::said('lk1', ['value' => $values[$i][0]]));
            $this->run_as($learner, self::said('lk8', ['value' => $values[$i][1]]));
            $this->run_as($learner, ['type' => 'took_part', 'step' => 'vragenlijst']);
        }
        $reveal = ['type' => 'set_round', 'step' => 'vragenlijst', 'round' => 1, 'from' => 'open', 'to' => 'revealed'];
        return $this->run_as($this->trainer, $reveal)['room'];
    }

    /**
     * A relation shows where both sides are large enough, and only then.
     */
    public function test_relation(): void {
        $values = [];
        foreach ([3, 4, 5, 5, 4, 1, 1, 2, 2, 1] as $i => $talking) {
            $values[] = [$talking, $i];
        }
        $round = $this->scan($values)['rounds'][0];
        $this->assertSame([[
            'x' => 'lk1',
            'y' => 'lk8',
            'high' => ['people' => 5, 'median_x2' => 4],
            'low' => ['people' => 5, 'median_x2' => 14],
        ]], $round['relations']);
        $this->assertSame([10, 10], [$round['answered'], $round['present']]);
        $numbers = array_column($round['results'], null, 'item')['lk8'];
        $this->assertSame([[0, 1], [1, 1]], array_slice($numbers['values'], 0, 2));
        $this->assertSame([], $numbers['voices']);
    }

    /**
     * With too few on one side neither shows.
     */
    public function test_relation_withheld(): void {
        $values = [];
        foreach ([3, 4, 5, 5, 4, 1, 1, 2, 2] as $i => $talking) {
            $values[] = [$talking, $i];
        }
        $relation = $this->scan($values)['rounds'][0]['relations'][0];
        $this->assertSame([null, null], [$relation['high'], $relation['low']]);
    }

    /**
     * What each kind of question takes, and what it refuses.
     */
    public function test_answers(): void {
        $this->create_activity(['format' => 'leerklimaat']);
        $learner = $this->learners[0];
        $this->run_as($learner, ['type' => 'join']);
        $refused = [
            ['bad_value', self::said('lk7', ['choices' => ['cursus', 'niets']])],
            ['bad_value', self::said('lk7', ['choices' => ['cursus', 'cursus']])],
            ['bad_value', self::said('lk7', ['choices' => ['vlieger']])],
            ['bad_value', self::said('lk7', ['choices' => [['cursus']]])],
            ['bad_value', self::said('lk7', ['choices' => 'cursus'])],
            ['bad_value', self::said('lk7', ['value' => 1])],
            ['bad_value', self::said('lk8', ['text' => 'veel'])],
            ['bad_value', self::said('lk8', ['value' => 1, 'reason' => 'omdat'])],
            ['off_scale', self::said('lk8', ['value' => 100])],
            ['off_scale', self::said('lk8', ['value' => -1])],
            ['off_scale', self::said('lk1', ['value' => 6])],
            ['opt_out_not_offered', self::said('lk1', [])],
            ['bad_value', self::said('lk1', ['value' => 3, 'choices' => ['cursus']])],
            ['unknown_item', self::said('bedoeling', ['value' => 1])],
            ['unknown_round', ['round' => 2] + self::said('lk1', ['value' => 1])],
        ];
        foreach ($refused as [$code, $command]) {
            $this->assert_refused($code, fn() => $this->run_as($learner, $command));
        }
        $this->run_as($learner, self::said('lk7', ['choices' => ['proberen', 'cursus']]));
        $reply = $this->run_as($learner, self::said('lk8', ['value' => 12]));
        $this->assertSame([], $reply['me']['done']);
        $this->assertSame(['proberen', 'cursus'], $reply['me']['answers'][0]['choices']);
        $this->assertArrayNotHasKey('choices', $reply['me']['answers'][1]);
        $this->assertSame(0, $reply['counts'][0]['answered']);
        // An empty one takes it back.
        $reply = $this->run_as($learner, self::said('lk7', ['choices' => []], 2));
        $this->assertArrayNotHasKey('choices', $reply['me']['answers'][0]);
        $reply = $this->run_as($learner, ['type' => 'took_part', 'step' => 'vragenlijst']);
        $this->assertSame(['vragenlijst'], $reply['me']['done']);
        $this->assertSame(1, $reply['counts'][0]['answered']);
    }

    /**
     * Whose handing in completes a round reveals it, with a revision of its own; in a hidden meeting too.
     *
     * @dataProvider visibilities
     * @param string $visibility of the activity
     */
    public function test_all_voted(string $visibility): void {
        $this->create_activity(['format' => 'werkoverleg', 'visibility' => $visibility]);
        $this->start('check-in');
        $handin = ['type' => 'took_part', 'step' => 'check-in'];
        foreach ($this->learners as $i => $learner) {
            $this->run_as($learner, self::said('wi1', ['value' => 5 + $i]));
            $this->run_as($learner, self::said('wi2', ['text' => "Tekst $i"]));
        }
        $this->run_as($this->learners[0], $handin);
        $reply = $this->run_as($this->learners[1], $handin);
        $this->assertSame('open', $reply['room']['rounds'][0]['phase']);
        $before = $reply['revision'];
        $reply = $this->run_as($this->learners[2], $handin);
        $this->assertSame([$before + 1, 'revealed'], [$reply['revision'], $reply['room']['rounds'][0]['phase']]);
        [$mood, $texts] = $reply['room']['rounds'][0]['results'];
        $this->assertSame([0, 0, 0, 0, 1, 1, 1, 0, 0, 0], $mood['counts']);
        $this->assertSame($visibility === 'named' ? 3 : 0, count($mood['voices']));
        $this->assertSame([['Tekst 0', 'Tekst 1', 'Tekst 2'], []], [$texts['texts'], $texts['counts']]);
        $this->assertSame([], $texts['voices']);
    }

    /**
     * A reveal that nobody commanded names nobody: not in the logs, nor in the history of grades, nor by the completion
     * that follows.
     */
    public function test_who_completes_a_round_is_named_nowhere(): void {
        global $DB;

        $this->preventResetByRollback();
        set_config('enabled_stores', 'logstore_standard', 'tool_log');
        set_config('buffersize', 0, 'logstore_standard');
        get_log_manager(true);
        $this->create_activity([
            'format' => 'werkoverleg', 'grade' => 60, 'completion' => COMPLETION_TRACKING_AUTOMATIC, 'completionfinish' => 1,
        ]);
        $this->start('check-in');
        $graded = fn(): array => array_filter($DB->get_fieldset_select('grade_grades', 'userid', 'rawgrade IS NOT NULL'));
        $logged = fn(): array => $DB->get_fieldset_sql('SELECT MAX(id) FROM {logstore_standard_log}');
        foreach ($this->learners as $learner) {
            $this->run_as($learner, self::said('wi1', ['value' => 5]));
            [$before] = $logged();
            $reply = $this->run_as($learner, ['type' => 'took_part', 'step' => 'check-in']);
        }
        $this->assertSame('revealed', $reply['room']['rounds'][0]['phase']);
        $this->assertSame([$before], $logged());
        $this->assertSame([], $graded());
        $this->assertSame(0, $DB->count_records('grade_grades_history', ['source' => 'mod/leerlandschap']));

        $this->setAdminUser();
        foreach ([tell_event::class, announce_progress::class] as $class) {
            foreach (\core\task\manager::get_adhoc_tasks($class) as $task) {
                $task->execute();
            }
        }
        $this->assertCount(3, $graded());
        $ids = array_column($this->learners, 'id');
        $this->assertSame([], array_intersect($ids, $DB->get_fieldset('grade_grades_history', 'loggeduser', [])));
        $new = $DB->get_records_select('logstore_standard_log', 'id > ?', [$before]);
        $this->assertSame([], array_intersect($ids, array_column($new, 'userid')));
        $events = array_column($new, null, 'eventname');
        $this->assertEquals(0, $events['\\mod_leerlandschap\\event\\result_revealed']->userid);
    }

    /**
     * Visibilities of an activity.
     *
     * @return array[]
     */
    public static function visibilities(): array {
        return ['hidden' => ['hidden'], 'named' => ['named']];
    }

    /**
     * Whoever leaves without having answered holds nobody up; the one who answered and left does not stand in.
     */
    public function test_all_voted_by_those_present(): void {
        $this->create_activity(['format' => 'werkoverleg']);
        $this->start('check-in');
        $handin = ['type' => 'took_part', 'step' => 'check-in'];
        $this->run_as($this->learners[0], $handin);
        $this->run_as($this->learners[0], ['type' => 'leave']);
        $reply = $this->run_as($this->learners[1], $handin);
        $this->assertSame(['answered' => 2, 'present' => 2], array_slice($reply['counts'][0], 2));
        $this->assertSame('open', $reply['room']['rounds'][0]['phase']);
        $reply = $this->run_as($this->learners[2], ['type' => 'leave']);
        $this->assertSame('revealed', $reply['room']['rounds'][0]['phase']);
    }

    /**
     * Who handed in is noted after the reveal, not before; in named activities at once.
     */
    public function test_handing_in_is_kept_back(): void {
        global $DB;

        $this->create_activity(['format' => 'leerklimaat'], 6);
        foreach ($this->learners as $learner) {
            $this->run_as($learner, ['type' => 'join']);
            $this->run_as($learner, self::said('lk1', ['value' => 3]));
            $this->run_as($learner, ['type' => 'took_part', 'step' => 'vragenlijst']);
        }
        $this->run_as($this->trainer, ['type' => 'go_to', 'from' => '@start', 'to' => 'uitslag']);
        $this->assertSame(0, $DB->count_records('leerlandschap_progress'));
        $this->assertSame(6, $DB->count_records('leerlandschap_pending'));
        $reveal = ['type' => 'set_round', 'step' => 'vragenlijst', 'round' => 1, 'from' => 'open', 'to' => 'revealed'];
        $this->run_as($this->trainer, $reveal);
        $this->assertSame(6, $DB->count_records('leerlandschap_progress', ['step' => 'vragenlijst']));
        $this->assertSame(0, $DB->count_records('leerlandschap_pending'));
    }
}
