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

namespace mod_leerlandschap\external;

defined('MOODLE_INTERNAL') || die();

require_once(__DIR__ . '/services_testcase.php');

/**
 * Joining, leaving and taking part.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \mod_leerlandschap\external\take_part
 */
final class take_part_test extends services_testcase {
    /**
     * Joins, takes part, leaves.
     */
    public function test_take_part(): void {
        $this->create_activity();
        $learner = $this->learners[0];
        $meeting = $this->meeting($learner);
        $reply = $this->data($learner, 'take_part', ['meeting' => $meeting, 'type' => 'join']);
        $person = ['id' => (string) $learner->id, 'name' => fullname($learner), 'present' => true];
        $this->assertSame([$person], $reply['room']['people']);
        $this->run_as($this->trainer, ['type' => 'go_to', 'from' => '@start', 'to' => 'vervolgacties']);
        $args = ['meeting' => $meeting, 'type' => 'took_part', 'step' => 'vervolgacties', 'since' => 3];
        $reply = $this->data($learner, 'take_part', $args);
        $this->assertNull($reply['room']);
        $this->assertSame(['vervolgacties'], $reply['me']['done']);
        $reply = $this->data($learner, 'take_part', ['meeting' => $meeting, 'type' => 'leave']);
        $this->assertFalse($reply['room']['people'][0]['present']);
    }

    /**
     * What is refused.
     */
    public function test_refusals(): void {
        $this->create_activity();
        $meeting = $this->meeting($this->learners[0]);
        $refused = [
            'unknown_meeting' => ['meeting' => '999999', 'type' => 'join'],
            'bad_value' => ['meeting' => $meeting, 'type' => 'close'],
            'not_present' => ['meeting' => $meeting, 'type' => 'took_part', 'step' => 'vervolgacties'],
        ];
        foreach ($refused as $code => $args) {
            $this->assert_call_refused($code, $this->learners[0], 'take_part', $args);
        }
        foreach (['x', "$meeting ", ''] as $id) {
            $this->assert_call_refused('unknown_meeting', $this->learners[0], 'take_part', ['meeting' => $id, 'type' => 'join']);
        }
    }
}
