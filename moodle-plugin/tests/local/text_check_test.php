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
 * Text that people type.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \mod_leerlandschap\local\text_check
 */
final class text_check_test extends \advanced_testcase {
    /**
     * What is kept.
     */
    public function test_kept(): void {
        $this->assertSame("één\ntwee", text_check::lines(" één\r\ntwee \n", 8));
        $this->assertSame("a\tb", text_check::lines("a\tb", 3));
        $this->assertSame('', text_check::line(" \t\r\n", 0));
        $this->assertSame('👩‍🎓', text_check::line('👩‍🎓', 3));
    }

    /**
     * What is refused.
     */
    public function test_refused(): void {
        $cases = [
            ['line', "a\nb", 9, 'bad_text'],
            ['line', "a\tb", 9, 'bad_text'],
            ['line', "a\x7f", 9, 'bad_text'],
            ['lines', "a\x07", 9, 'bad_text'],
            ['lines', "\xff", 9, 'bad_text'],
            ['lines', "\xed\xa0\x80", 9, 'bad_text'],
            ['lines', 'éééé', 3, 'too_long'],
            ['line', '👩‍🎓', 2, 'too_long'],
        ];
        foreach ($cases as [$check, $text, $limit, $code]) {
            try {
                text_check::$check($text, $limit);
                $this->fail($code);
            } catch (refusal $refusal) {
                $this->assertSame($code, $refusal->code());
            }
        }
    }
}
