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

require_once(__DIR__ . '/../pulse_testcase.php');

use calendar_event;
use mod_leerlandschap\pulse_testcase;

/**
 * The dates of an activity in the calendar and on timelines.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \mod_leerlandschap\local\activity_calendar
 * @covers \mod_leerlandschap\local\lifecycle
 * @covers ::leerlandschap_refresh_events
 * @covers ::mod_leerlandschap_core_calendar_event_timestart_updated
 * @covers ::mod_leerlandschap_core_calendar_get_event_action_string
 * @covers ::mod_leerlandschap_core_calendar_get_valid_event_timestart_range
 * @covers ::mod_leerlandschap_core_calendar_provide_event_action
 */
final class activity_calendar_test extends pulse_testcase {
    /** Now. */
    private const NOW = 1763726400;

    /** When the activity closes. */
    private const CLOSES = self::NOW + WEEKSECS;

    /**
     * Makes the activity that closes in a week.
     *
     * @param array $settings settings of the activity
     */
    private function prepare(array $settings = []): void {
        $this->mock_clock_with_frozen(self::NOW);
        $this->setAdminUser();
        $this->create_activity($settings + ['timeclose' => self::CLOSES]);
    }

    /**
     * The dates in the calendar.
     *
     * @return array[] type, time and kind of event each
     */
    private static function dates(): array {
        global $DB;
        $rows = $DB->get_records('event', ['modulename' => 'leerlandschap'], 'timestart');
        return array_values(array_map(fn($row): array => [$row->eventtype, (int) $row->timestart, (int) $row->type], $rows));
    }

    /**
     * What somebody has on their timeline.
     *
     * @param \stdClass $user the user
     * @return string[] types of events
     */
    private function timeline(\stdClass $user): array {
        $this->setUser($user);
        \core_calendar\local\event\container::reset_caches();
        $events = \core_calendar\local\api::get_action_events_by_timesort(self::NOW - YEARSECS);
        return array_map(fn($event): string => $event->get_type(), $events);
    }

    /**
     * Both dates are in the calendar, follow the settings, and go with them. On the timeline stands one.
     */
    public function test_dates(): void {
        global $DB;

        $this->prepare(['timeopen' => self::NOW - DAYSECS, 'name' => 'Landschap']);
        $this->assertSame([
            ['open', self::NOW - DAYSECS, CALENDAR_EVENT_TYPE_STANDARD], ['close', self::CLOSES, CALENDAR_EVENT_TYPE_ACTION],
        ], self::dates());
        $this->assertSame('Landschap closes', $DB->get_field('event', 'name', ['eventtype' => 'close']));
        $row = $DB->get_record('leerlandschap', ['id' => $this->cm->instance]);
        $row->instance = $row->id;
        $row->coursemodule = $this->cm->id;
        $row->timeclose = 0;
        lifecycle::update(clone $row);
        $this->assertSame([['open', self::NOW - DAYSECS, CALENDAR_EVENT_TYPE_ACTION]], self::dates());
        $row->timeopen = 0;
        lifecycle::update(clone $row);
        $this->assertSame([], self::dates());
        // Dates that were shifted, as by a reset of the course.
        $DB->set_field('leerlandschap', 'timeclose', self::CLOSES + DAYSECS);
        leerlandschap_refresh_events($this->course->id);
        leerlandschap_refresh_events($this->course->id);
        $this->assertSame([['close', self::CLOSES + DAYSECS, CALENDAR_EVENT_TYPE_ACTION]], self::dates());
        course_delete_module($this->cm->id);
        $this->assertSame([], self::dates());
    }

    /**
     * It is on the timeline of those who are still to take part, until it closes.
     */
    public function test_timeline(): void {
        $this->prepare();
        $this->assertSame(['close'], $this->timeline($this->learners[0]));
        $this->assertSame([], $this->timeline($this->trainer));
        $generator = $this->getDataGenerator()->get_plugin_generator('mod_leerlandschap');
        $meeting = $generator->create_meeting($this->instance_row());
        $generator->create_progress($meeting, $this->learners[0], ['stellingen', 'vervolgacties', 'uitgangspunten']);
        $this->assertSame([], $this->timeline($this->learners[0]));
        $this->assertSame(['close'], $this->timeline($this->learners[1]));
        $this->mock_clock_with_frozen(self::CLOSES);
        $this->assertSame([], $this->timeline($this->learners[1]));
    }

    /**
     * Where groups meet apart, somebody without a group has nothing to do.
     */
    public function test_without_group(): void {
        $this->prepare(['groupmode' => SEPARATEGROUPS]);
        $group = $this->getDataGenerator()->create_group(['courseid' => $this->course->id]);
        groups_add_member($group, $this->learners[0]);
        $this->assertSame(['close'], $this->timeline($this->learners[0]));
        $this->assertSame([], $this->timeline($this->learners[1]));
    }

    /**
     * Before it opens there is nothing to press yet.
     */
    public function test_not_open_yet(): void {
        $this->prepare(['timeopen' => self::NOW + DAYSECS]);
        $this->setUser($this->learners[0]);
        \core_calendar\local\event\container::reset_caches();
        $events = \core_calendar\local\api::get_action_events_by_timesort(self::NOW - YEARSECS);
        $this->assertFalse(reset($events)->get_action()->is_actionable());
    }

    /**
     * A date that is moved in the calendar is that of the activity; not beyond the other one, nor by everybody.
     */
    public function test_moved(): void {
        global $DB;

        $this->prepare(['timeopen' => self::NOW]);
        $event = calendar_event::load($DB->get_field('event', 'id', ['eventtype' => 'close']));
        $instance = $this->instance_row();
        [$min, $max] = mod_leerlandschap_core_calendar_get_valid_event_timestart_range($event, $instance);
        $this->assertSame([self::NOW + 1, null], [$min[0], $max]);
        $open = calendar_event::load($DB->get_field('event', 'id', ['eventtype' => 'open']));
        [$min, $max] = mod_leerlandschap_core_calendar_get_valid_event_timestart_range($open, $instance);
        $this->assertSame([null, self::CLOSES - 1], [$min, $max[0]]);
        $open->eventtype = 'actiondue';
        $range = mod_leerlandschap_core_calendar_get_valid_event_timestart_range($open, $instance);
        $this->assertSame([false, false], $range);

        $event->timestart = self::CLOSES + DAYSECS;
        $this->setUser($this->learners[0]);
        mod_leerlandschap_core_calendar_event_timestart_updated($event, $instance);
        $this->assertEquals(self::CLOSES, $DB->get_field('leerlandschap', 'timeclose', []));
        $this->setAdminUser();
        $sink = $this->redirectEvents();
        mod_leerlandschap_core_calendar_event_timestart_updated($event, $instance);
        $this->assertEquals(self::CLOSES + DAYSECS, $DB->get_field('leerlandschap', 'timeclose', []));
        $this->assertEquals(self::NOW, $DB->get_field('leerlandschap', 'timeopen', []));
        // Rooms that are published go by the closing date.
        $this->assertInstanceOf(\core\event\course_module_updated::class, $sink->get_events()[0]);
    }

    /**
     * What is published goes by the date of before, and is withdrawn; what counts is the date that is stored.
     */
    public function test_moved_withdraws(): void {
        global $DB;

        $this->prepare();
        $this->read($this->learners[0]);
        $this->assertNotSame([], self::published());
        $this->setAdminUser();
        $event = calendar_event::load($DB->get_field('event', 'id', ['eventtype' => 'close']));
        $event->timestart = self::CLOSES + DAYSECS;
        // Somebody else's copy of the activity is of before.
        $instance = $this->instance_row();
        $instance->timeclose = self::CLOSES + DAYSECS;
        // Nobody who listens to the event does it instead.
        $sink = $this->redirectEvents();
        activity_calendar::moved($event, $instance);
        $this->assertSame([], self::published());
        $this->assertEquals(self::CLOSES + DAYSECS, $DB->get_field('leerlandschap', 'timeclose', []));
        $this->assertCount(1, $sink->get_events());
        activity_calendar::moved($event, $instance);
        $this->assertCount(1, $sink->get_events());
    }

    /**
     * Timelines say what there is to do.
     */
    public function test_words(): void {
        $this->resetAfterTest();
        $words = array_map('mod_leerlandschap_core_calendar_get_event_action_string', ['open', 'close', 'actiondue', 'other']);
        $this->assertCount(4, array_unique($words));
        $this->assertSame('Action to do', $words[2]);
    }
}
