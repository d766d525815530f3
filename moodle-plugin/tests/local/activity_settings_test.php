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
 * Tests for the settings of an activity.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \mod_leerlandschap\local\activity_settings
 */
final class activity_settings_test extends \advanced_testcase {
    /**
     * Settings in which nothing is wrong.
     *
     * @param array $changes what is different
     * @return array
     */
    private function settings(array $changes = []): array {
        return $changes + [
            'format' => 'leerlandschap',
            'scale' => '',
            'visibility' => 'hidden',
            'minanswers' => 3,
            'facilitation' => 'trainer',
            'pace' => 'together',
            'grade' => 10,
            'timeopen' => 0,
            'timeclose' => 0,
        ];
    }

    /**
     * Settings that are fine.
     */
    public function test_no_problems(): void {
        foreach ([[], ['scale' => 'agree3'], ['visibility' => 'named'], ['minanswers' => '12'], ['grade' => 0]] as $changes) {
            $this->assertSame([], activity_settings::problems($this->settings($changes)));
        }
    }

    /**
     * One wrong setting each.
     *
     * @return array[] field, value, and the words that the problem is told in
     */
    public static function wrong_settings(): array {
        return [
            'unknown format' => ['format', 'nothing', 'not available'],
            'a path for a format' => ['format', '../../config', 'not available'],
            'unknown scale' => ['scale', 'agree7', 'not possible'],
            'unknown visibility' => ['visibility', 'public', 'not possible'],
            'unknown facilitation' => ['facilitation', 'nobody', 'not possible'],
            'unknown pace' => ['pace', 'fast', 'not possible'],
            'k of 2' => ['minanswers', 2, 'Choose 3 or more'],
            'no k' => ['minanswers', '', 'Choose 3 or more'],
            'negative k' => ['minanswers', -5, 'Choose 3 or more'],
            'k too high' => ['minanswers', 101, 'at most 100'],
            'a scale of words that is not there' => ['grade', -999999, 'not possible'],
        ];
    }

    /**
     * Each wrong setting is told at its field.
     *
     * @dataProvider wrong_settings
     * @param string $field the field
     * @param mixed $value its value
     * @param string $words part of the message
     */
    public function test_problems(string $field, mixed $value, string $words): void {
        $problems = activity_settings::problems($this->settings([$field => $value]));
        $this->assertSame([$field], array_keys($problems));
        $this->assertStringContainsString($words, $problems[$field]);
    }

    /**
     * All problems are told at once.
     */
    public function test_all_problems(): void {
        $problems = activity_settings::problems([
            'format' => 'x', 'scale' => 'x', 'visibility' => 'x', 'minanswers' => 1, 'facilitation' => 'x', 'pace' => 'x',
            'grade' => -999999, 'timeopen' => 20, 'timeclose' => 10,
        ]);
        $this->assertEqualsCanonicalizing(
            ['format', 'scale', 'visibility', 'minanswers', 'facilitation', 'pace', 'grade', 'timeclose'],
            array_keys($problems)
        );
    }

    /**
     * The activity closes after it opens.
     */
    public function test_dates(): void {
        $problems = fn(int $open, int $close): array => activity_settings::problems(
            $this->settings(['timeopen' => $open, 'timeclose' => $close])
        );
        $this->assertSame([], $problems(10, 20));
        $this->assertSame([], $problems(10, 0));
        $this->assertSame([], $problems(0, 10));
        $this->assertSame(['timeclose'], array_keys($problems(20, 10)));
        $this->assertSame(['timeclose'], array_keys($problems(10, 10)));
    }

    /**
     * A format's own demands hold above the general ones.
     */
    public function test_demands_of_a_format(): void {
        $this->resetAfterTest();
        $this->use_strict_format();
        $this->assertSame([], activity_settings::problems($this->settings(['minanswers' => 5])));
        $problems = activity_settings::problems($this->settings(['minanswers' => 4, 'visibility' => 'named']));
        $this->assertStringContainsString('Choose 5 or more', $problems['minanswers']);
        $this->assertArrayHasKey('visibility', $problems);

        $data = (object) ['visibility' => 'named', 'minanswers' => 3];
        activity_settings::complete($data);
        $this->assertSame('hidden', $data->visibility);
        $this->assertSame(5, $data->minanswers);
    }

    /**
     * Puts a format in the place of the shipped one that requires hidden answers and five of them.
     */
    private function use_strict_format(): void {
        $folder = make_request_directory();
        $shipped = dirname(__DIR__, 2) . '/build/formats/leerlandschap.json';
        $format = json_decode(file_get_contents($shipped), true);
        $format['requires'] = ['visibility' => 'hidden', 'min_answers' => 5];
        file_put_contents("$folder/leerlandschap.json", json_encode($format));
        \core\di::set(exercise_store::class, new exercise_store($folder));
    }

    /**
     * What is left out gets its default; the site's where there is one.
     */
    public function test_complete(): void {
        global $CFG;

        $this->resetAfterTest();
        unset_all_config_for_plugin('leerlandschap');
        $data = new \stdClass();
        activity_settings::complete($data);
        $this->assertEquals((object) [
            'format' => 'leerlandschap', 'scale' => '', 'visibility' => 'hidden', 'minanswers' => 3,
            'facilitation' => 'trainer', 'pace' => 'together', 'grade' => $CFG->gradepointdefault,
            'timeopen' => 0, 'timeclose' => 0, 'completionfinish' => 0, 'completionanswer' => 0, 'completionwrite' => 0,
        ], $data);
        $this->assertSame([], activity_settings::problems((array) $data));

        set_config('visibility', 'named', 'leerlandschap');
        set_config('minanswers', '7', 'leerlandschap');
        set_config('facilitation', 'members', 'leerlandschap');
        set_config('pace', 'own', 'leerlandschap');
        $data = (object) ['scale' => 0, 'facilitation' => 'trainer'];
        activity_settings::complete($data);
        $this->assertSame(['', 'named', 7, 'trainer'], [$data->scale, $data->visibility, $data->minanswers, $data->facilitation]);
        $this->assertSame('own', $data->pace);
    }

    /**
     * Every setting of the site has a default that it offers, named and explained.
     */
    public function test_site_settings(): void {
        global $CFG;
        require_once($CFG->libdir . '/adminlib.php');

        $this->resetAfterTest();
        $this->setAdminUser();
        $page = admin_get_root(true)->locate('modsettingleerlandschap');
        $settings = (array) $page->settings;
        $this->assertEqualsCanonicalizing(
            ['visibility', 'minanswers', 'facilitation', 'pace', 'reminddays', 'presets', 'fastpath'],
            array_values(array_map(fn(\admin_setting $setting): string => $setting->name, $settings))
        );
        foreach ($settings as $setting) {
            $this->assertNotSame('', trim($setting->visiblename . $setting->description), $setting->name);
            if ($setting instanceof \admin_setting_configselect) {
                $setting->load_choices();
                $this->assertArrayHasKey($setting->get_defaultsetting(), $setting->choices, $setting->name);
            }
        }
    }
}
