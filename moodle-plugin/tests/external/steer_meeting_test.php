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

use mod_leerlandschap\event\chair_changed;
use mod_leerlandschap\event\group_moved;
use mod_leerlandschap\event\meeting_closed;
use mod_leerlandschap\event\result_revealed;
use mod_leerlandschap\event\round_opened;

/**
 * Leading a meeting.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \mod_leerlandschap\external\steer_meeting
 */
final class steer_meeting_test extends services_testcase {
    /**
     * Every command that leads.
     */
    public function test_steer(): void {
        $this->create_activity(['facilitation' => 'members']);
        $this->start();
        $meeting = $this->meeting($this->trainer);
        $learner = (string) $this->learners[0]->id;
        $steer = function (array $command) use ($meeting): array {
            return $this->data($this->trainer, 'steer_meeting', ['meeting' => $meeting, 'command' => $command])['room'];
        };
        $events = $this->redirectEvents();

        $room = $steer(['type' => 'mark', 'person' => (string) $this->learners[2]->id, 'present' => false]);
        $this->assertSame([true, true, false], array_column($room['people'], 'present'));
        $this->assertSame($learner, $steer(['type' => 'set_chair', 'from' => null, 'to' => $learner])['chair']);
        $this->assertNull($steer(['type' => 'set_chair', 'from' => $learner, 'to' => null])['chair']);
        $room = $steer([
            'type' => 'set_timer',
            'step' => 'stellingen',
            'timer_from' => ['seconds' => 480, 'running' => true],
            'timer_to' => ['seconds' => 540, 'running' => false],
        ]);
        $this->assertSame(540, $room['timer']['seconds']);
        $this->assertNull($room['timer']['running_since']);
        $round = ['type' => 'set_round', 'step' => 'stellingen', 'round' => 1];
        $this->assertSame('revealed', $steer($round + ['from' => 'open', 'to' => 'revealed'])['rounds'][0]['phase']);
        $room = $steer(['round' => 2] + $round + ['from' => 'none', 'to' => 'open', 'items' => ['st5', 'st1']]);
        $this->assertSame(['st1', 'st5'], $room['rounds'][1]['items']);
        $this->assertSame('@closing', $steer(['type' => 'go_to', 'from' => 'stellingen', 'to' => '@closing'])['place']);
        $this->assertSame('closed', $steer(['type' => 'close', 'from' => '@closing'])['state']);

        $events = array_values(array_filter($events->get_events(), fn($event) => $event->component === 'mod_leerlandschap'));
        $this->assertSame([
            chair_changed::class, chair_changed::class, result_revealed::class, round_opened::class, group_moved::class,
            meeting_closed::class,
        ], array_map('get_class', $events));
        $this->assertSame([$learner, ''], [(string) $events[0]->relateduserid, (string) $events[1]->relateduserid]);
        $this->assertSame(['groupid' => 0, 'step' => 'stellingen', 'round' => 1], $events[2]->other);
        $this->assertSame(['groupid' => 0, 'step' => 'stellingen', 'round' => 2], $events[3]->other);
        $this->assertSame(['groupid' => 0, 'place' => '@closing'], $events[4]->other);
        $this->assertSame([$meeting], array_values(array_unique(array_map(fn($event): string => $event->objectid, $events))));
    }

    /**
     * Only those who lead; and from the state that they see.
     */
    public function test_refusals(): void {
        $this->create_activity();
        $this->start();
        $meeting = $this->meeting($this->trainer);
        $go = ['type' => 'go_to', 'from' => 'stellingen', 'to' => '@closing'];
        $this->assert_call_refused('not_allowed', $this->learners[0], 'steer_meeting', ['meeting' => $meeting, 'command' => $go]);
        $refused = [
            'bad_value' => ['type' => 'join'],
            'wrong_state' => ['from' => '@start'] + $go,
            'unknown_step' => ['to' => 'nowhere'] + $go,
            'unknown_person' => ['type' => 'mark', 'person' => '1 OR 1=1', 'present' => false],
            'not_allowed' => ['type' => 'set_chair', 'from' => null, 'to' => (string) $this->learners[0]->id],
            'unknown_round' => ['type' => 'set_round', 'step' => 'stellingen', 'round' => 9, 'from' => 'open', 'to' => 'closed'],
        ];
        foreach ($refused as $code => $command) {
            $this->assert_call_refused($code, $this->trainer, 'steer_meeting', ['meeting' => $meeting, 'command' => $command]);
        }
        $notimer = ['type' => 'set_timer', 'timer_to' => ['seconds' => 1, 'running' => true]];
        $this->assert_call_refused('wrong_state', $this->trainer, 'steer_meeting', ['meeting' => $meeting, 'command' => $notimer]);
    }
}
