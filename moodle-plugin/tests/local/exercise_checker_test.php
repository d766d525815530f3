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

require_once(__DIR__ . '/../fixture_reader.php');

/**
 * Format files: every problem is found, and nothing with a problem is used.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \mod_leerlandschap\local\exercise_checker
 * @covers \mod_leerlandschap\local\exercise_store
 * @covers \mod_leerlandschap\local\format_catalogue
 * @covers \mod_leerlandschap\local\format\block_checker
 * @covers \mod_leerlandschap\local\format\findings
 * @covers \mod_leerlandschap\local\format\node
 * @covers \mod_leerlandschap\local\format\node_lists
 * @covers \mod_leerlandschap\local\format\outline
 * @covers \mod_leerlandschap\local\format\plain_text
 * @covers \mod_leerlandschap\local\format\question_checker
 * @covers \mod_leerlandschap\local\format\question_outline
 * @covers \mod_leerlandschap\local\format\scale_checker
 * @covers \mod_leerlandschap\local\format\series_checker
 * @covers \mod_leerlandschap\local\format\step_checker
 * @covers \mod_leerlandschap\local\format\view_checker
 * @covers \mod_leerlandschap\local\format\block\actions
 * @covers \mod_leerlandschap\local\format\block\confirm
 * @covers \mod_leerlandschap\local\format\block\info
 * @covers \mod_leerlandschap\local\format\block\notes
 * @covers \mod_leerlandschap\local\format\block\plan
 * @covers \mod_leerlandschap\local\format\block\principles
 * @covers \mod_leerlandschap\local\format\block\questions
 * @covers \mod_leerlandschap\local\format\block\statements
 */
final class exercise_checker_test extends \advanced_testcase {
    use \mod_leerlandschap\fixture_reader;

    /**
     * Files with problems.
     *
     * @return array[] the file and its problems, by name
     */
    public static function bad_formats(): array {
        $cases = [];
        foreach (array_keys(self::fixtures('formats/bad')) as $name) {
            // Objects must stay objects, also the empty ones.
            $case = json_decode(file_get_contents(self::fixture_path("formats/bad/$name.json")));
            $cases[$name] = [json_encode($case->format), json_decode(json_encode($case->problems), true)];
        }
        return $cases;
    }

    /**
     * Every problem is found, and no other.
     *
     * @dataProvider bad_formats
     * @param string $json the file
     * @param array[] $expected its problems
     */
    public function test_problems(string $json, array $expected): void {
        $sort = fn(array $a, array $b): int => [$a['at'], $a['code']] <=> [$b['at'], $b['code']];
        usort($expected, $sort);
        $this->assertNotEmpty($expected);
        $this->assertSame($expected, exercise_checker::problems($json));
    }

    /**
     * What is not JSON in UTF-8 is one problem.
     */
    public function test_not_json(): void {
        foreach (['', '{', "{\"id\": \"\xff\"}", str_repeat('[', 100)] as $json) {
            $this->assertSame([['at' => '', 'code' => 'bad_json']], exercise_checker::problems($json));
        }
    }

    /**
     * A file may have 512 KB, and no byte more; a larger one is not read.
     */
    public function test_size(): void {
        $shipped = file_get_contents(dirname(__DIR__, 2) . '/build/formats/leerlandschap.json');
        $largest = str_pad($shipped, 512 * 1024);
        $this->assertSame([], exercise_checker::problems($largest));
        foreach (["$largest ", str_repeat('[', 2 ** 20)] as $json) {
            $this->assertSame([['at' => '', 'code' => 'too_large']], exercise_checker::problems($json));
        }
    }

    /**
     * A list of the largest size with nothing sound in it is no burden.
     */
    public function test_many_wrong_entries(): void {
        $json = '{"version":1,"languages":["nl"],"steps":[' . substr(str_repeat('1,', 200_000), 0, -1) . ']}';
        $problems = exercise_checker::problems($json);
        $this->assertContains(['at' => '/steps', 'code' => 'too_many'], $problems);
        $this->assertLessThan(20, count($problems));
    }

    /**
     * The shipped formats have no problems.
     */
    public function test_shipped_formats(): void {
        $files = glob(dirname(__DIR__, 2) . '/build/formats/*.json');
        $checked = 0;
        foreach ($files as $file) {
            if (!str_ends_with($file, '.schema.json')) {
                $this->assertSame([], exercise_checker::problems(file_get_contents($file)), basename($file));
                $this->assertSame(basename($file, '.json'), json_decode(file_get_contents($file))->id);
                $checked++;
            }
        }
        $this->assertGreaterThanOrEqual(5, $checked);
    }

    /**
     * A file with a problem is not loaded, not even in part; nor is one outside the folder.
     */
    public function test_store_refuses(): void {
        $folder = make_request_directory();
        file_put_contents("$folder/half.json", '{"version": 1, "id": "half"}');
        file_put_contents(dirname($folder) . '/outside.json', '{}');
        foreach (['half', 'none', '../outside', ''] as $format) {
            try {
                (new exercise_store($folder))->get($format);
                $this->fail("Loaded '$format'");
            } catch (refusal $refusal) {
                $this->assertSame('unavailable', $refusal->code());
            }
            $this->assertCount($format === 'half' ? 7 : 1, (new exercise_store($folder))->problems($format));
        }
    }

    /**
     * The schema of formats stands beside them, and is none.
     */
    public function test_schema_is_no_format(): void {
        $store = new exercise_store();
        $this->assertFileExists(dirname(__DIR__, 2) . '/build/formats/format.schema.json');
        $this->assertSame(['leerklimaat', 'leerkring', 'leerlandschap', 'open-leergesprek', 'werkoverleg'], $store->ids());
        $this->assertSame([['at' => '', 'code' => 'missing']], $store->problems('format.schema'));
    }

    /**
     * A new activity starts with the same format whatever others there are.
     */
    public function test_catalogue(): void {
        $catalogue = new format_catalogue();
        $this->assertSame('leerlandschap', $catalogue->first());
        $this->assertSame([], $catalogue->broken());
        $this->assertCount(5, $catalogue->options());
        $this->assertTrue($catalogue->requires_hidden('leerklimaat'));
        $this->assertSame(5, $catalogue->min_answers('leerklimaat'));
    }

    /**
     * The activity's scale takes the place of the format's, in the steps with statements.
     */
    public function test_scale(): void {
        $exercise = (new exercise_store())->get('leerlandschap');
        $this->assertSame([1, 2, 3, 4, 5], $exercise->values('stellingen'));
        $this->assertSame([1, 2, 3], $exercise->with_scale('agree3')->values('stellingen'));
        $this->assertSame([1, 2, 3, 4, 5], $exercise->with_scale('')->values('stellingen'));
        $this->assertSame([1, 3], $exercise->with_scale('agree3')->item('st1')->bounds());
    }

    /**
     * Hints for a facilitator are left out where told.
     */
    public function test_export_without_hints(): void {
        $exercise = (new exercise_store())->get('leerlandschap');
        $this->assertStringContainsString('facilitator_hint', json_encode($exercise->export(true)));
        $this->assertStringNotContainsString('facilitator_hint', json_encode($exercise->export(false)));
    }
}
