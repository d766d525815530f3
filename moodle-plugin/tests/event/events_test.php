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

defined('MOODLE_INTERNAL') || die();

require_once(__DIR__ . '/../meeting_testcase.php');

/**
 * Tests for what is logged of meetings.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \mod_leerlandschap\event\meeting_event
 * @covers     \mod_leerlandschap\event\meeting_started
 * @covers     \mod_leerlandschap\event\meeting_closed
 * @covers     \mod_leerlandschap\event\action_assigned
 * @covers     \mod_leerlandschap\event\action_event
 * @covers     \mod_leerlandschap\event\action_finished
 * @covers     \mod_leerlandschap\event\chair_changed
 * @covers     \mod_leerlandschap\event\group_moved
 * @covers     \mod_leerlandschap\event\part_chosen
 * @covers     \mod_leerlandschap\event\preset_deleted
 * @covers     \mod_leerlandschap\event\preset_event
 * @covers     \mod_leerlandschap\event\preset_saved
 * @covers     \mod_leerlandschap\event\round_closed
 * @covers     \mod_leerlandschap\event\round_opened
 * @covers     \mod_leerlandschap\event\result_revealed
 */
final class events_test extends \mod_leerlandschap\meeting_testcase {
    /**
     * The events, with what each of them needs beside the group.
     *
     * @return array[] class, more for other and more beside it
     */
    public static function events(): array {
        return [
            'started' => [meeting_started::class, []],
            'closed' => [meeting_closed::class, []],
            'revealed' => [result_revealed::class, ['step' => 'stellingen', 'round' => 1]],
            'opened' => [round_opened::class, ['step' => 'stellingen', 'round' => 1]],
            'round closed' => [round_closed::class, ['step' => 'stellingen', 'round' => 1]],
            'moved' => [group_moved::class, ['place' => 'stellingen']],
            'part' => [part_chosen::class, ['part' => 'week']],
            'chair' => [chair_changed::class, []],
            'assigned' => [action_assigned::class, [], ['userid' => 0, 'relateduserid' => 7]],
            'finished' => [action_finished::class, [], ['userid' => 0, 'relateduserid' => 7]],
        ];
    }

    /**
     * Each event can be triggered, read and followed.
     *
     * @dataProvider events
     * @param string $class the event
     * @param array $more what it needs
     * @param array $beside what it needs beside other
     */
    public function test_event(string $class, array $more, array $beside = []): void {
        $this->resetAfterTest();
        $this->setAdminUser();
        $course = $this->getDataGenerator()->create_course();
        $instance = $this->getDataGenerator()->create_module('leerlandschap', ['course' => $course->id]);
        $data = [
            'objectid' => 12, 'context' => \context_module::instance($instance->cmid), 'other' => ['groupid' => 5] + $more,
        ] + $beside;
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
     * What an event tells beside the group is needed too.
     *
     * @dataProvider events
     * @param string $class the event
     * @param array $more what it needs
     * @param array $beside what it needs beside other
     */
    public function test_incomplete(string $class, array $more, array $beside = []): void {
        $this->resetAfterTest();
        $course = $this->getDataGenerator()->create_course();
        $instance = $this->getDataGenerator()->create_module('leerlandschap', ['course' => $course->id]);
        $data = ['objectid' => 12, 'context' => \context_module::instance($instance->cmid)];
        foreach (array_keys($more) as $name) {
            $other = ['groupid' => 5] + array_diff_key($more, [$name => 0]);
            $this->assert_incomplete(fn() => $class::create($data + $beside + ['other' => $other])->trigger());
        }
        if ($beside) {
            $other = ['groupid' => 5] + $more;
            $this->assert_incomplete(fn() => $class::create($data + ['userid' => 0, 'other' => $other])->trigger());
            // Nobody may be named as the one who wrote it.
            $this->assert_incomplete(fn() => $class::create($data + ['userid' => 3, 'other' => $other] + $beside)->trigger());
        }
        $this->assertNotSame(static::class, $class::get_name());
    }

    /**
     * Asserts that an event is refused.
     *
     * @param callable $triggers triggers it
     */
    private function assert_incomplete(callable $triggers): void {
        try {
            $triggers();
        } catch (\coding_exception) {
            return;
        }
        $this->fail('Not refused.');
    }

    /**
     * What is done in a meeting that is led comes into the log, in its order; what people answer and write does not.
     */
    public function test_log_of_meeting(): void {
        $this->create_activity(['format' => 'werkoverleg', 'facilitation' => 'members']);
        $sink = $this->redirectEvents();
        [$chair, $other] = $this->learners;
        foreach ($this->learners as $learner) {
            $this->run_as($learner, ['type' => 'join']);
        }
        $this->run_as($chair, ['type' => 'set_chair', 'from' => null, 'to' => $chair->id]);
        $this->run_as($chair, ['type' => 'go_to', 'from' => '@start', 'to' => 'check-in']);
        $this->run_as($other, self::answer('wi1', 6));
        $this->run_as($other, ['type' => 'took_part', 'step' => 'check-in']);
        $this->run_as($chair, ['type' => 'set_round', 'step' => 'check-in', 'round' => 1, 'from' => 'open', 'to' => 'closed']);
        $this->run_as($chair, ['type' => 'set_round', 'step' => 'check-in', 'round' => 1, 'from' => 'closed', 'to' => 'open']);
        $this->run_as($chair, ['type' => 'set_chair', 'from' => $chair->id, 'to' => null]);
        $this->run_as($this->trainer, ['type' => 'close', 'from' => 'check-in']);
        $ours = array_filter($sink->get_events(), fn($event): bool => $event->component === 'mod_leerlandschap');
        $this->assertSame([
            ['meeting_started', (int) $chair->id, null],
            ['chair_changed', (int) $chair->id, (int) $chair->id],
            ['group_moved', (int) $chair->id, null],
            ['round_closed', (int) $chair->id, null],
            ['round_opened', (int) $chair->id, null],
            ['chair_changed', (int) $chair->id, null],
            ['meeting_closed', (int) $this->trainer->id, null],
        ], array_values(array_map(fn($event): array => [
            substr(strrchr(get_class($event), '\\'), 1),
            (int) $event->userid,
            $event->relateduserid === null ? null : (int) $event->relateduserid,
        ], $ours)));
    }

    /**
     * Presets are the site's: keeping and deleting one is logged.
     */
    public function test_presets(): void {
        global $DB;

        $sink = $this->redirectEvents();
        \mod_leerlandschap\local\preset_store::save('Ons gesprek', 'leerlandschap', '{}');
        \mod_leerlandschap\local\preset_store::save('Ons gesprek', 'leerlandschap', '{}', 1);
        $id = (int) $DB->get_field('leerlandschap_preset', 'id', []);
        \mod_leerlandschap\local\preset_store::delete($id);
        \mod_leerlandschap\local\preset_store::delete($id);
        $events = $sink->get_events();
        $this->assertSame([preset_saved::class, preset_saved::class, preset_deleted::class], array_map('get_class', $events));
        foreach ($events as $event) {
            $this->assertSame([$id, 'Ons gesprek'], [(int) $event->objectid, $event->other['name']]);
            $this->assertStringContainsString("'Ons gesprek' with id '$id'", $event->get_description());
        }
        $this->assertNotSame(preset_saved::get_name(), preset_deleted::get_name());
        $this->expectException(\coding_exception::class);
        preset_saved::create(['objectid' => $id])->trigger();
    }

    /**
     * A reveal names its step and round.
     */
    public function test_reveal_without_step(): void {
        $this->expectException(\coding_exception::class);
        $event = ['objectid' => 1, 'context' => \context_system::instance(), 'other' => ['groupid' => 0]];
        result_revealed::create($event)->trigger();
    }
}
