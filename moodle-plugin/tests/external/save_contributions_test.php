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
 * Saving, deleting and moving contributions.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \mod_leerlandschap\external\save_contributions
 */
final class save_contributions_test extends services_testcase {
    /**
     * The id of a contribution.
     *
     * @param int $number a number
     * @return string
     */
    private static function uuid(int $number): string {
        return sprintf('00000000-0000-4000-8000-%012d', $number);
    }

    /**
     * A principle as the web service takes it.
     *
     * @param int $number number of its id
     * @param string $text what it says
     * @return array
     */
    private static function principle(int $number, string $text): array {
        return [
            'type' => 'save',
            'id' => self::uuid($number),
            'step' => 'uitgangspunten',
            'kind' => 'principle',
            'fields' => [['name' => 'text', 'value' => $text]],
        ];
    }

    /**
     * Several commands at once, each with its revision.
     */
    public function test_save(): void {
        $this->create_activity();
        $this->start('uitgangspunten');
        $learner = $this->learners[0];
        $meeting = $this->meeting($learner);
        $reply = $this->data($learner, 'save_contributions', ['meeting' => $meeting, 'contributions' => [
            self::principle(1, 'Leren hoort bij het werk'),
            self::principle(2, 'Iedereen leert <script>'),
            ['type' => 'move', 'id' => self::uuid(2), 'after' => null],
        ]]);
        $shared = $reply['room']['contributions'];
        $this->assertSame([self::uuid(2), self::uuid(1)], array_column($shared, 'id'));
        $this->assertSame(['text' => 'Iedereen leert <script>', 'action' => null], $shared[0]['fields']);
        $this->assertSame($reply['revision'], $shared[0]['revision'] + 1);
        $this->assertSame(['uitgangspunten'], $reply['me']['done']);
        $reply = $this->data($this->learners[1], 'save_contributions', ['meeting' => $meeting, 'contributions' => [
            ['type' => 'delete', 'id' => self::uuid(2), 'base' => $shared[0]['revision']],
        ]]);
        $this->assertSame([self::uuid(1)], array_column($reply['room']['contributions'], 'id'));
        $this->assertSame([], $reply['me']['done']);
    }

    /**
     * All or none.
     */
    public function test_refusals(): void {
        $this->create_activity();
        $this->start('uitgangspunten');
        $meeting = $this->meeting($this->learners[0]);
        $good = self::principle(1, 'Goed');
        $refused = [
            'bad_value' => ['type' => 'close', 'id' => 'x'],
            'too_long' => self::principle(2, str_repeat('a', 301)),
            'bad_text' => self::principle(2, "two\nlines"),
            'required_field' => ['fields' => []] + self::principle(2, ''),
            'unknown_field' => ['fields' => [['name' => 'colour', 'value' => 'red']]] + self::principle(2, ''),
            'bad_id' => ['id' => "00000000-0000-4000-8000-000000000002'"] + self::principle(2, 'x'),
            'step_not_reached' => ['step' => 'opbrengst', 'kind' => 'note'] + self::principle(2, 'x'),
            'unknown_contribution' => ['type' => 'delete', 'id' => self::uuid(7), 'base' => 1],
        ];
        foreach ($refused as $code => $bad) {
            $args = ['meeting' => $meeting, 'contributions' => [$good, $bad]];
            $this->assert_call_refused($code, $this->learners[0], 'save_contributions', $args);
        }
        $notpresent = $this->getDataGenerator()->create_and_enrol($this->course, 'student');
        $args = ['meeting' => $meeting, 'contributions' => [$good]];
        $this->assert_call_refused('not_present', $notpresent, 'save_contributions', $args);
    }

    /**
     * A step holds so many of a kind, and no more.
     */
    public function test_too_many(): void {
        $this->create_activity();
        $this->start('uitgangspunten');
        $meeting = $this->meeting($this->learners[0]);
        $all = array_map(fn(int $i): array => self::principle($i, "Nummer $i"), range(1, 200));
        $this->data($this->learners[0], 'save_contributions', ['meeting' => $meeting, 'contributions' => $all]);
        $args = ['meeting' => $meeting, 'contributions' => [self::principle(201, 'Te veel')]];
        $this->assert_call_refused('too_many', $this->learners[0], 'save_contributions', $args);
    }

    /**
     * To move or delete one of many takes as few statements as of few: the meeting is locked meanwhile.
     */
    public function test_moving_many(): void {
        global $DB;

        $this->create_activity();
        $this->start('uitgangspunten');
        $learner = $this->learners[0];
        $meeting = $this->meeting($learner);
        $save = fn(array $commands): array => $this->data($learner, 'save_contributions', [
            'meeting' => $meeting, 'contributions' => $commands,
        ]);
        $writes = function (array $command) use ($DB, $save): int {
            $before = $DB->perf_get_writes();
            $save([$command]);
            return $DB->perf_get_writes() - $before;
        };
        $move = fn(int $i, ?int $after): array => [
            'type' => 'move', 'id' => self::uuid($i), 'after' => $after === null ? null : self::uuid($after),
        ];
        $save(array_map(fn(int $i): array => self::principle($i, "Nummer $i"), range(1, 3)));
        $few = $writes($move(3, null));
        $reply = $save(array_map(fn(int $i): array => self::principle($i, "Nummer $i"), range(4, 100)));
        $this->assertSame($few, $writes($move(100, null)));
        $this->assertSame($few, $writes($move(100, 99)));
        $revisions = array_column($reply['room']['contributions'], 'revision', 'id');
        $delete = ['type' => 'delete', 'id' => self::uuid(3), 'base' => $revisions[self::uuid(3)]];
        $this->assertLessThanOrEqual($few + 1, $writes($delete));
        $order = $this->read($learner)['room']['contributions'];
        $this->assertSame(range(0, 98), array_column($order, 'position'));
        $this->assertSame([self::uuid(1), self::uuid(2), self::uuid(4)], array_column(array_slice($order, 0, 3), 'id'));
        $this->assertSame(self::uuid(100), end($order)['id']);
    }

    /**
     * What was deleted is remembered, but weighs on no room: reading takes the same, however much was deleted.
     */
    public function test_deleted_ones_weigh_nothing(): void {
        global $DB;

        $this->create_activity();
        $this->start('uitgangspunten');
        $learner = $this->learners[0];
        $meeting = $this->meeting($learner);
        $save = fn(array $commands) => $this->data($learner, 'save_contributions', [
            'meeting' => $meeting, 'contributions' => $commands,
        ]);
        foreach ($save([self::principle(1, 'Eerste'), self::principle(2, 'Tweede')])['room']['contributions'] as $one) {
            $save([['type' => 'delete', 'id' => $one['id'], 'base' => $one['revision']]]);
        }
        $this->assertSame(2, $DB->count_records('leerlandschap_contrib', ['deleted' => 1]));
        $instance = $DB->get_record('leerlandschap', ['id' => $this->cm->instance]);
        $exercise = \mod_leerlandschap\local\exercise_store::of_instance($instance);
        $row = new \mod_leerlandschap\local\meeting($DB->get_record('leerlandschap_meeting', []), $instance, $exercise);
        $contributions = new \mod_leerlandschap\local\contributions($row);
        $rows = (new \ReflectionProperty($contributions, 'rows'))->getValue($contributions);
        $this->assertSame([], $rows);
        // A late save, move or delete still finds out.
        $again = ['meeting' => $meeting, 'contributions' => [self::principle(1, 'Eerste')]];
        $this->assert_call_refused('deleted', $learner, 'save_contributions', $again);
        $moved = ['meeting' => $meeting, 'contributions' => [['type' => 'move', 'id' => self::uuid(2), 'after' => null]]];
        $this->assert_call_refused('deleted', $learner, 'save_contributions', $moved);
        $this->assertSame([], $save([['type' => 'delete', 'id' => self::uuid(2), 'base' => 1]])['room']['contributions']);
        foreach (['é', str_repeat('a', 1000), "' OR '1'='1"] as $id) {
            $args = ['meeting' => $meeting, 'contributions' => [['type' => 'delete', 'id' => $id, 'base' => 1]]];
            $this->assert_call_refused('unknown_contribution', $learner, 'save_contributions', $args);
        }
    }
}
