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

/**
 * What the meetings of a series go through.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \mod_leerlandschap\local\exercise_series
 * @covers \mod_leerlandschap\local\exercise
 */
final class exercise_series_test extends \advanced_testcase {
    /**
     * Series: kind, order, and parts with their flags; and the runs that they make.
     *
     * @return array[]
     */
    public static function series(): array {
        return [
            'one part' => ['single', [['a']], ['a' => ['a1', 'ab']]],
            'parts that follow one another' => ['single', [['a'], ['b']], ['a' => ['a1', 'ab', 'b1']]],
            'a new meeting' => [
                'single',
                [['a'], ['b', 'new_meeting'], ['c']],
                ['a' => ['a1', 'ab'], 'b' => ['b1', 'ab', 'c1']],
            ],
            'one that repeats' => [
                'single',
                [['a'], ['b', 'repeat'], ['c']],
                ['a' => ['a1', 'ab'], 'b' => ['b1', 'ab'], 'c' => ['c1']],
            ],
            'one that repeats first' => ['single', [['a', 'repeat'], ['b']], ['a' => ['a1', 'ab'], 'b' => ['b1', 'ab']]],
            'repeated' => ['repeated', [['a'], ['b'], ['c']], ['a' => ['a1', 'ab'], 'b' => ['b1', 'ab'], 'c' => ['c1']]],
            'ids of digits' => ['single', [['1'], ['2', 'new_meeting']], ['1' => ['11'], '2' => ['21']]],
        ];
    }

    /**
     * Parts make up runs; a step that several of its parts have comes once.
     *
     * @dataProvider series
     * @param string $kind kind of the series
     * @param array[] $parts id and flags of every part
     * @param array[] $expected steps by run
     */
    public function test_runs(string $kind, array $parts, array $expected): void {
        $series = self::of($kind, 'sequence', $parts);
        $this->assertSame(array_map(strval(...), array_keys($expected)), $series->runs());
        foreach ($expected as $run => $steps) {
            $this->assertSame($steps, $series->steps((string) $run));
            $this->assertSame((string) $run, $series->run_of((string) $run));
        }
    }

    /**
     * Any part of a run names it; what is no part names nothing.
     */
    public function test_run_of(): void {
        $series = self::of('single', 'sequence', [['a'], ['b'], ['c', 'new_meeting']]);
        $this->assertSame('a', $series->run_of('b'));
        $this->assertSame($series->steps('a'), $series->steps('b'));
        $this->assertNull($series->run_of('d'));
        $this->assertSame([], $series->steps('d'));
    }

    /**
     * Runs follow one another; one that repeats can come again; after the last one it goes on or begins anew.
     */
    public function test_sequence(): void {
        $series = self::of('repeated', 'sequence', [['a'], ['b', 'repeat'], ['c']]);
        $this->assertSame(['a'], $series->first_runs());
        $this->assertSame(['b'], $series->next_runs('a'));
        $this->assertSame(['b', 'c'], $series->next_runs('b'));
        $this->assertSame(['c', 'a'], $series->next_runs('c'));
        $this->assertSame(['a'], self::of('single', 'sequence', [['a'], ['b']])->next_runs('b'));
        $this->assertSame(['a', 'b', 'c', 'c'], array_map($series->run_of_meeting(...), [1, 2, 3, 4]));
    }

    /**
     * Where the facilitator chooses, any run can be the first and the next.
     */
    public function test_choice(): void {
        $series = self::of('repeated', 'choose_one', [['a', 'repeat'], ['b', 'repeat'], ['c']]);
        $this->assertSame(['a', 'b', 'c'], $series->first_runs());
        $this->assertSame(['a', 'b', 'c'], $series->next_runs('c'));
        $this->assertSame(['a', 'a'], array_map($series->run_of_meeting(...), [1, 2]));
    }

    /**
     * The meetings of the shipped formats.
     */
    public function test_shipped(): void {
        $store = new exercise_store();
        $runs = array_map(fn(string $id): array => $store->get($id)->series->runs(), array_combine($store->ids(), $store->ids()));
        $this->assertSame([
            'leerklimaat' => ['invullen'],
            'leerkring' => ['start', 'bijeenkomst', 'afsluiting'],
            'leerlandschap' => ['gesprek', 'later'],
            'open-leergesprek' => ['inleiding'],
            'werkoverleg' => ['week', 'maand', 'start'],
        ], $runs);
        $this->assertCount(7, $store->get('open-leergesprek')->required_steps('inleiding'));
        $this->assertCount(5, $store->get('leerklimaat')->required_steps('gesprek'));
        $this->assertSame(['leervraag', 'agenda', 'afspraken'], $store->get('leerkring')->required_steps('start'));
        $this->assertSame(['vooraf', 'vragenlijst'], $store->get('leerklimaat')->steps_before_meeting('invullen'));
        $this->assertSame([], $store->get('leerlandschap')->steps_before_meeting('gesprek'));
    }

    /**
     * A series in which every part has a step of its own, and a and b share one.
     *
     * @param string $kind kind of the series
     * @param string $order order of the series
     * @param array[] $parts id and flags of every part
     * @return exercise_series
     */
    private static function of(string $kind, string $order, array $parts): exercise_series {
        $all = [];
        foreach ($parts as $flags) {
            $id = array_shift($flags);
            $steps = in_array($id, ['a', 'b'], true) ? ["{$id}1", 'ab'] : ["{$id}1"];
            $all[] = ['id' => $id, 'steps' => $steps] + array_fill_keys($flags, true);
        }
        return new exercise_series(['kind' => $kind, 'order' => $order, 'parts' => $all]);
    }
}
