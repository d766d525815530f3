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

namespace mod_leerlandschap\local\pulse;

/**
 * Tokens: good for one meeting, one audience and two minutes.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \mod_leerlandschap\local\pulse\token
 */
final class token_test extends \basic_testcase {
    /** A time. */
    private const NOW = 1763750000;

    /** A key. */
    private const KEY = '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff';

    /**
     * Whether a token is good for a participant of meeting 17.
     *
     * @param string $token the token
     * @param string $key the key of the meeting
     * @param int $now seconds since 1970
     * @return bool
     */
    private static function is_good(string $token, string $key = self::KEY, int $now = self::NOW): bool {
        return token::is_good($token, $key, 17, 'participant', $now);
    }

    /**
     * What was made for them is good until it expires, and not a second longer.
     */
    public function test_good(): void {
        $token = token::make(self::KEY, 17, 'participant', self::NOW + 120);
        $this->assertTrue(self::is_good($token));
        $this->assertTrue(self::is_good($token, self::KEY, self::NOW + 119));
        $this->assertFalse(self::is_good($token, self::KEY, self::NOW + 120));
    }

    /**
     * Nothing else is.
     */
    public function test_refused(): void {
        $token = token::make(self::KEY, 17, 'participant', self::NOW + 120);
        [$expiry, $proof] = explode('.', $token);
        $refused = [
            'another meeting' => token::make(self::KEY, 18, 'participant', self::NOW + 120),
            'digits that slide over' => token::make(self::KEY, 1, "7\nparticipant", self::NOW + 120),
            'another audience' => token::make(self::KEY, 17, 'facilitator', self::NOW + 120),
            'a later expiry' => ($expiry + 60) . ".$proof",
            'a changed proof' => "$expiry." . strrev($proof),
            'a shorter proof' => "$expiry." . substr($proof, 1),
            'a proof in capitals' => "$expiry." . strtoupper($proof),
            'no proof' => "$expiry.",
            'no expiry' => ".$proof",
            'an expiry below zero' => "-$token",
            'an expiry that is none' => "1e99.$proof",
            'an expiry with zeros before it' => "0$token",
            'an expiry that is too long' => "9999999999999.$proof",
            'a line behind it' => "$token\n",
            'a zero byte behind it' => "$token\0",
            'a space before it' => " $token",
            'nothing' => '',
            'much' => str_repeat('a', 100000),
            'what is no text' => "\xff\xfe",
        ];
        foreach ($refused as $what => $wrong) {
            $this->assertFalse(self::is_good($wrong), $what);
        }
        $this->assertFalse(self::is_good($token, strrev(self::KEY)), 'another key');
        $this->assertFalse(self::is_good(token::make('', 17, 'participant', self::NOW + 120), ''), 'no key');
    }
}
