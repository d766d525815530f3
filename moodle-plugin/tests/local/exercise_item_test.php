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
 * What can be answered in an exercise, and how it is kept.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \mod_leerlandschap\local\exercise_item
 * @covers \mod_leerlandschap\local\exercise
 */
final class exercise_item_test extends \advanced_testcase {
    /**
     * Statements and questions say what can be answered.
     */
    public function test_kinds(): void {
        $scan = (new exercise_store())->get('leerklimaat');
        $talk = (new exercise_store())->get('open-leergesprek');
        $items = [$talk->item('il1'), $scan->item('lk1'), $scan->item('lk7'), $scan->item('lk8'), $talk->item('rd2')];
        $all = fn(callable $what): array => array_map($what, $items);
        $this->assertSame(
            ['statement', 'scale', 'multichoice', 'number', 'text'],
            $all(fn(exercise_item $item): string => $item->kind)
        );
        $this->assertSame([[1, 5], [1, 5], null, [0, 99], null], $all(fn(exercise_item $item): ?array => $item->bounds()));
        $this->assertSame([true, false, false, false, false], $all(fn(exercise_item $item): bool => $item->offers_opt_out()));
        $this->assertSame([0, 0, 0, 0, 300], $all(fn(exercise_item $item): int => $item->max_chars()));
        $this->assertSame(['in-lijn', 'vragenlijst'], [$items[0]->step, $items[1]->step]);
    }

    /**
     * Of options one, or none beside an exclusive one.
     */
    public function test_options(): void {
        $options = (new exercise_store())->get('leerklimaat')->item('lk7')->options();
        $this->assertSame(['cursus', 'proberen', 'collega', 'casus', 'feedback', 'anders', 'niets'], array_keys($options));
        $this->assertSame(['niets'], array_keys(array_filter($options)));
        $item = new exercise_item('a', 's', ['kind' => 'choice', 'options' => [['id' => 'x'], ['id' => 'y']]], null);
        $this->assertSame(['x' => true, 'y' => true], $item->options());
    }

    /**
     * A scale can be a range of numbers.
     */
    public function test_range(): void {
        $circle = (new exercise_store())->get('leerkring');
        $this->assertSame(range(1, 10), $circle->item('ci1')->values());
        $this->assertSame([-1, 0, 1], exercise_item::values_of(['range' => ['min' => -1, 'max' => 1]]));
    }

    /**
     * Texts to read cannot be answered.
     */
    public function test_info(): void {
        $scan = (new exercise_store())->get('leerklimaat');
        $this->assertSame([], $scan->items('vooraf'));
        $this->assertNull($scan->item('privacy'));
        $this->assertNull($scan->step_of_item('privacy', 'invullen'));
        $this->assertSame('vragenlijst', $scan->step_of_item('lk8', 'gesprek'));
        $this->assertSame('afsluiting', $scan->step_of_item('af1', 'invullen'));
    }
}
