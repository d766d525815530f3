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

namespace mod_leerlandschap;

use mod_leerlandschap\local\refusal;

/**
 * Tests for the language files and the messages of refusals.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \mod_leerlandschap\local\refusal
 */
final class strings_test extends \advanced_testcase {
    /** The codes of docs/protocol.md: refusals, those of the host alone, and notices. */
    private const CODES = [
        'not_allowed', 'not_present', 'meeting_closed', 'wrong_state', 'round_not_open', 'step_not_reached', 'wrong_block',
        'unknown_step', 'unknown_item', 'unknown_round', 'unknown_person', 'unknown_contribution', 'off_scale',
        'opt_out_not_offered', 'too_long', 'bad_text', 'bad_date', 'bad_id', 'bad_kind', 'bad_value', 'required_field',
        'unknown_field', 'too_many', 'conflict', 'deleted',
        'unknown_meeting', 'unavailable', 'too_large', 'storage_full',
        'guest', 'login_as', 'no_group', 'choose_group', 'other_group', 'no_right', 'not_open', 'past_close',
    ];

    /**
     * The strings of a language file.
     *
     * @param string $lang en or nl
     * @return string[] by identifier
     */
    private static function strings(string $lang): array {
        $string = [];
        include(dirname(__DIR__) . "/lang/$lang/leerlandschap.php");
        return $string;
    }

    /**
     * Dutch has every string that English has, and no other, with the same placeholders.
     */
    public function test_languages_agree(): void {
        $english = self::strings('en');
        $dutch = self::strings('nl');
        $this->assertSame([], array_diff(array_keys($english), array_keys($dutch)));
        $this->assertSame([], array_diff(array_keys($dutch), array_keys($english)));
        foreach ($english as $identifier => $text) {
            $placeholders = function (string $text): array {
                preg_match_all('/\{\$a(?:->\w+)?\}|\{\w+\}/', $text, $found);
                $all = array_unique($found[0]);
                sort($all);
                return $all;
            };
            $this->assertNotSame('', trim($dutch[$identifier]), $identifier);
            $this->assertSame($placeholders($text), $placeholders($dutch[$identifier]), $identifier);
        }
    }

    /**
     * Every code has a message that says more than the code, and there are no messages of other codes.
     */
    public function test_every_code_has_a_message(): void {
        $expected = array_map(fn(string $code): string => "error:$code", self::CODES);
        $found = preg_grep('/^error:/', array_keys(self::strings('en')));
        $this->assertEqualsCanonicalizing($expected, $found);
    }

    /**
     * What a web service answers for a refusal holds the code and the translated message.
     */
    public function test_refusal(): void {
        foreach (self::CODES as $code) {
            $refusal = new refusal($code);
            $this->assertSame($code, $refusal->code());
            $info = get_exception_info($refusal);
            $this->assertSame("error:$code", $info->errorcode);
            $this->assertSame(clean_text(get_string("error:$code", 'mod_leerlandschap')), $info->message);
        }
    }
}
