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
 * Agreement and its class, against vectors that an independent program computed.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \mod_leerlandschap\local\consensus
 */
final class consensus_test extends \basic_testcase {
    use \mod_leerlandschap\fixture_reader;

    /**
     * Named distributions.
     */
    public function test_vectors(): void {
        foreach (self::fixture('consensus-vectors.json') as $vector) {
            $consensus = new consensus($vector['counts']);
            $name = "{$vector['K']} points, {$vector['name']}";
            $this->assertSame($vector['cls'], self::class_and_direction($consensus), $name);
            $this->assert_fraction($vector['C_exact'], $consensus, $name);
            if ($vector['fragile'] !== null) {
                $this->assertSame($vector['fragile'], $consensus->one_vote_decides(), $name);
            }
        }
    }

    /**
     * All small distributions.
     */
    public function test_exhaustive(): void {
        foreach (self::fixture('consensus-exhaustive.json') as $vector) {
            $consensus = new consensus($vector['c']);
            $name = json_encode($vector['c']);
            $this->assertSame($vector['cls'], self::class_and_direction($consensus), $name);
            $this->assert_fraction($vector['C'], $consensus, $name);
        }
    }

    /**
     * Percentages are rounded half up.
     */
    public function test_percent(): void {
        $this->assertNull((new consensus([0, 0]))->percent());
        // C = 3/8.
        $this->assertSame(38, (new consensus([1, 1, 0, 2, 0]))->percent());
        $this->assertSame(33, (new consensus([1, 2]))->percent());
        $this->assertSame(100, (new consensus([0, 4, 0]))->percent());
        $this->assertSame(0, (new consensus([2, 0, 2]))->percent());
    }

    /**
     * A vote that moves toward the median never lowers agreement.
     */
    public function test_moving_to_the_median(): void {
        for ($high = 1; $high <= 4; $high++) {
            for ($votes = 0; $votes < 4; $votes++) {
                $counts = [0, 0, 5, 0, 0];
                $counts[$high] += $votes;
                $nearer = $counts;
                $outer = $high > 2 ? 4 : 0;
                $counts[$outer]++;
                $nearer[$outer + ($outer ? -1 : 1)]++;
                $this->assertGreaterThanOrEqual((new consensus($counts))->percent(), (new consensus($nearer))->percent());
            }
        }
    }

    /**
     * The class as the vectors name it.
     *
     * @param consensus $consensus the agreement
     * @return string
     */
    private static function class_and_direction(consensus $consensus): string {
        $class = $consensus->class();
        if (!in_array($class, ['consensus', 'lean'])) {
            return $class;
        }
        $direction = $consensus->direction();
        return "$class-" . ($direction === 'middle' ? 'neutral' : $direction);
    }

    /**
     * Agreement is exactly a fraction.
     *
     * @param string|null $expected n or n/m; null without answers
     * @param consensus $consensus the agreement
     * @param string $name what it is about
     */
    private function assert_fraction(?string $expected, consensus $consensus, string $name): void {
        $fraction = $consensus->fraction();
        if ($expected === null) {
            $this->assertNull($fraction, $name);
            return;
        }
        [$numerator, $denominator] = explode('/', "$expected/1");
        $this->assertSame($fraction[1] * $numerator, $fraction[0] * $denominator, $name);
    }
}
