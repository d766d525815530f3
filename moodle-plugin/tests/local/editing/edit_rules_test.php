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

require_once(__DIR__ . '/../../fixture_reader.php');
require_once(__DIR__ . '/../../json_patch.php');

/**
 * What may change in an exercise that is in use: the fixtures that Rust is held to as well.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \mod_leerlandschap\local\editing\edit_rules
 * @covers \mod_leerlandschap\local\editing\comparison
 * @covers \mod_leerlandschap\local\editing\removals
 * @covers \mod_leerlandschap\local\editing\takeovers
 * @covers \mod_leerlandschap\local\editing\answer_forms
 * @covers \mod_leerlandschap\local\editing\settings_in_use
 * @covers \mod_leerlandschap\local\editing\loosening
 * @covers \mod_leerlandschap\local\editing\meanings
 * @covers \mod_leerlandschap\local\editing\running_changes
 * @covers \mod_leerlandschap\local\editing\other_points
 * @covers \mod_leerlandschap\local\editing\offered_scale
 * @covers \mod_leerlandschap\local\editing\runs
 * @covers \mod_leerlandschap\local\editing\used
 * @covers \mod_leerlandschap\local\editing\wording
 */
final class edit_rules_test extends \basic_testcase {
    use \mod_leerlandschap\fixture_reader;
    use \mod_leerlandschap\json_patch;

    /**
     * Changes of exercises.
     *
     * @return array[] the stored exercise and the case, by what it is about
     */
    public static function changes(): array {
        $changes = [];
        foreach (self::fixtures('editing') as $name => [$fixture]) {
            $exercise = $fixture['exercise'] ?? self::fixture("../formats/{$fixture['format']}.json");
            foreach ($fixture['cases'] as $case) {
                $changes["$name: {$case['about']}"] = [$exercise, $case + $fixture];
            }
        }
        return $changes;
    }

    /**
     * Every refusal and every warning is found, and no other.
     *
     * @dataProvider changes
     * @param array $exercise the stored exercise
     * @param array $case used, running, change, problems and warnings
     */
    public function test_change(array $exercise, array $case): void {
        $changed = self::patched($exercise, $case['change']);
        $versions = new comparison($exercise, $changed, new used($case['used']), $case['running']);
        $this->assertEqualsCanonicalizing($case['problems'], edit_rules::problems($versions));
        $this->assertEqualsCanonicalizing($case['warnings'], edit_rules::warnings($versions));
    }

    /**
     * What is used is told once each, in the same order whatever the database's.
     */
    public function test_used(): void {
        $item = ['kind' => 'item', 'step' => 's', 'id' => 'i'];
        $round = ['kind' => 'round', 'step' => 's', 'id' => '2'];
        $used = new used([$round, $item, $item]);
        $this->assertSame([$item, $round], $used->export());
        $this->assertSame(2, $used->rounds('s'));
        $this->assertSame(0, $used->rounds('t'));
        $this->assertTrue($used->has_step('s'));
        $this->assertFalse($used->has_step('t'));
        $this->assertTrue((new used([]))->is_empty());
    }
}
