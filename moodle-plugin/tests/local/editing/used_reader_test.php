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

namespace mod_leerlandschap\local\editing;

defined('MOODLE_INTERNAL') || die();

require_once(__DIR__ . '/../../meeting_testcase.php');

use mod_leerlandschap\local\exercise_store;
use mod_leerlandschap\meeting_testcase;

/**
 * What of an exercise carries answers or contributions.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \mod_leerlandschap\local\editing\used_reader
 * @covers     \mod_leerlandschap\local\editing\used
 */
final class used_reader_test extends meeting_testcase {
    /**
     * What is used now, as words.
     *
     * @return string[]
     */
    private function used(): array {
        global $DB;

        $instance = $DB->get_record('leerlandschap', ['id' => $this->cm->instance], '*', MUST_EXIST);
        $entries = used_reader::read($instance, exercise_store::of_instance($instance))->export();
        $this->assertSame((bool) $entries, used_reader::is_used((int) $instance->id));
        return array_map(fn(array $entry): string => implode(' ', array_filter($entry)), $entries);
    }

    /**
     * A round counts once somebody has joined; looking alone uses nothing.
     */
    public function test_rounds(): void {
        $this->create_activity(['format' => 'leerlandschap'], 1);
        $this->run_as($this->trainer, ['type' => 'go_to', 'from' => '@start', 'to' => 'stellingen']);
        $this->assertSame([], $this->used());
        $this->assertFalse(used_reader::is_running((int) $this->cm->instance));
        $this->run_as($this->learners[0], ['type' => 'join']);
        $this->assertTrue(used_reader::is_running((int) $this->cm->instance));
        $items = array_map(fn(int $n): string => "item stellingen st$n", range(1, 5));
        $this->assertSame([...$items, 'part gesprek', 'round stellingen 1', 'step stellingen'], $this->used());
        $this->run_as($this->trainer, ['type' => 'go_to', 'from' => 'stellingen', 'to' => '@closing']);
        $this->run_as($this->trainer, ['type' => 'close', 'from' => '@closing']);
        $this->assertContains('item stellingen st1', $this->used());
        $this->assertFalse(used_reader::is_running((int) $this->cm->instance));
    }

    /**
     * Contributions use their column or list; of one that was deleted stays that somebody took part.
     */
    public function test_contributions(): void {
        $this->create_activity(['format' => 'leerlandschap'], 1);
        $this->start('vervolgacties');
        $this->assertSame([], $this->used());
        $fields = ['what' => 'x', 'who_text' => 'wij', 'when' => '2030-01-01'];
        $save = [
            'type' => 'save', 'id' => \core\uuid::generate(), 'step' => 'vervolgacties', 'kind' => 'action', 'base' => null,
            'fields' => $fields,
        ];
        $reply = $this->run_as($this->learners[0], $save);
        $list = exercise_store::of_instance($this->activity())->setting('vervolgacties', 'list');
        $this->assertSame(["list vervolgacties $list", 'part gesprek', 'step vervolgacties'], $this->used());
        $base = $reply['room']['contributions'][0]['revision'];
        $this->run_as($this->learners[0], ['type' => 'delete', 'id' => $save['id'], 'base' => $base]);
        $this->assertSame(['part gesprek', 'step vervolgacties'], $this->used());
    }

    /**
     * Notes use their column.
     */
    public function test_columns(): void {
        $this->create_activity(['format' => 'leerlandschap'], 1);
        $this->start('opbrengst');
        $column = exercise_store::of_instance($this->activity())->setting('opbrengst', 'columns')[0]['id'];
        $this->run_as($this->learners[0], [
            'type' => 'save', 'id' => \core\uuid::generate(), 'step' => 'opbrengst', 'kind' => 'note', 'base' => null,
            'fields' => ['column' => $column, 'text' => 'x'],
        ]);
        $this->assertSame(["column opbrengst $column", 'part gesprek', 'step opbrengst'], $this->used());
    }

    /**
     * A step that somebody took part in is used, in a hidden meeting before it gives points.
     */
    public function test_taking_part(): void {
        $this->create_activity(['format' => 'leerlandschap', 'visibility' => 'hidden'], 1);
        $this->start('vervolgacties');
        $this->run_as($this->learners[0], ['type' => 'took_part', 'step' => 'vervolgacties']);
        $this->assertSame(['part gesprek', 'step vervolgacties'], $this->used());
    }

    /**
     * Who edits the exercise does not learn in which column somebody wrote what only they may see.
     */
    public function test_columns_of_notes_that_nobody_else_sees(): void {
        $private = ['leerkring', 'leervraag', ['vraag', 'waarde', 'situatie']];
        $unrevealed = ['leerklimaat', 'prikkels', null];
        foreach ([$private, $unrevealed] as [$format, $step, $columns]) {
            $this->create_activity(['format' => $format], 2);
            $all = array_column(exercise_store::of_instance($this->activity())->setting($step, 'columns'), 'id');
            $columns ??= $all;
            $this->assertEqualsCanonicalizing($columns, $all);
            $this->start($step);
            $told = [];
            foreach (array_slice($all, 0, 2) as $i => $column) {
                $this->run_as($this->learners[$i], [
                    'type' => 'save', 'id' => \core\uuid::generate(), 'step' => $step, 'kind' => 'note', 'base' => null,
                    'fields' => ['column' => $column, 'text' => 'x'],
                ]);
                $told[] = array_values(preg_grep("/^column $step /", $this->used()));
            }
            sort($all);
            $this->assertSame(array_map(fn(string $id): string => "column $step $id", $all), $told[0]);
            $this->assertSame($told[0], $told[1]);
            $this->learners = [];
        }
    }

    /**
     * The row of the activity.
     *
     * @return \stdClass
     */
    private function activity(): \stdClass {
        global $DB;

        return $DB->get_record('leerlandschap', ['id' => $this->cm->instance], '*', MUST_EXIST);
    }
}
