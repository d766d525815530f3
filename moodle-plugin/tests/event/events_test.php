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

namespace mod_leerlandschap\event;

/**
 * Tests for what is logged of meetings.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \mod_leerlandschap\event\meeting_event
 * @covers     \mod_leerlandschap\event\meeting_started
 * @covers     \mod_leerlandschap\event\meeting_closed
 * @covers     \mod_leerlandschap\event\result_revealed
 */
final class events_test extends \advanced_testcase {
    /**
     * The events, with what each of them needs beside the group.
     *
     * @return array[] class and more for other
     */
    public static function events(): array {
        return [
            'started' => [meeting_started::class, []],
            'closed' => [meeting_closed::class, []],
            'revealed' => [result_revealed::class, ['step' => 'stellingen', 'round' => 1]],
        ];
    }

    /**
     * Each event can be triggered, read and followed.
     *
     * @dataProvider events
     * @param string $class the event
     * @param array $more what it needs
     */
    public function test_event(string $class, array $more): void {
        $this->resetAfterTest();
        $this->setAdminUser();
        $course = $this->getDataGenerator()->create_course();
        $instance = $this->getDataGenerator()->create_module('leerlandschap', ['course' => $course->id]);
        $data = [
            'objectid' => 12, 'context' => \context_module::instance($instance->cmid), 'other' => ['groupid' => 5] + $more,
        ];
        $sink = $this->redirectEvents();
        $class::create($data)->trigger();
        [$event] = $sink->get_events();
        $this->assertInstanceOf($class, $event);
        $this->assertSame('leerlandschap_meeting', $event->objecttable);
        $this->assertNotEmpty($class::get_name());
        $this->assertStringContainsString("'12'", $event->get_description());
        $this->assertStringContainsString("id={$instance->cmid}&group=5", $event->get_url()->out(false));

        unset($data['other']['groupid']);
        $this->expectException(\coding_exception::class);
        $class::create($data)->trigger();
    }

    /**
     * A reveal names its step and round.
     */
    public function test_reveal_without_step(): void {
        $this->expectException(\coding_exception::class);
        result_revealed::create(['objectid' => 1, 'context' => \context_system::instance(), 'other' => ['groupid' => 0]])->trigger();
    }
}
