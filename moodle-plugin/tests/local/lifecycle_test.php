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

use mod_leerlandschap_generator;
use stdClass;

/**
 * Tests for the life of an activity, through the functions that Moodle calls.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \mod_leerlandschap\local\lifecycle
 * @covers     \mod_leerlandschap\local\eraser
 * @covers     \mod_leerlandschap\dates
 */
final class lifecycle_test extends \advanced_testcase {
    /** Tables that hold what happened in meetings. */
    private const TABLES = ['meeting', 'presence', 'progress', 'round', 'answer', 'contrib'];

    /** @var stdClass a course */
    private stdClass $course;

    /** @var mod_leerlandschap_generator the plugin's generator */
    private mod_leerlandschap_generator $generator;

    protected function setUp(): void {
        global $CFG;
        parent::setUp();
        require_once($CFG->dirroot . '/course/modlib.php');
        $this->resetAfterTest();
        $this->setAdminUser();
        $this->course = $this->getDataGenerator()->create_course(['enablecompletion' => 1]);
        $this->generator = $this->getDataGenerator()->get_plugin_generator('mod_leerlandschap');
    }

    /**
     * An activity in which something of every kind has happened.
     *
     * @return array the row of leerlandschap and the meeting
     */
    private function used_activity(): array {
        global $DB;

        $instance = $this->generator->create_instance(['course' => $this->course->id]);
        $learner = $this->getDataGenerator()->create_and_enrol($this->course, 'student');
        $meeting = $this->generator->create_meeting($instance);
        $this->generator->create_progress($meeting, $learner, ['stellingen']);
        $this->generator->create_answer($meeting, $learner, 'st1', 4);
        $this->generator->create_contribution($meeting, $learner, 'opbrengst', 'note', ['text' => 'x']);
        $DB->insert_record('leerlandschap_round', (object) [
            'meetingid' => $meeting->id(), 'step' => 'stellingen', 'round' => 1, 'phase' => 'open', 'items' => '[]',
        ]);
        grader::update_all($instance);
        return [$instance, $meeting];
    }

    /**
     * Rows in each table of meetings.
     *
     * @return int[] by table
     */
    private function counts(): array {
        global $DB;

        $count = fn(string $table): int => $DB->count_records("leerlandschap_$table");
        return array_combine(self::TABLES, array_map($count, self::TABLES));
    }

    /**
     * A course is enough to make an activity.
     */
    public function test_add_with_defaults(): void {
        global $DB;

        $instance = $this->generator->create_instance(['course' => $this->course->id]);
        $row = $DB->get_record('leerlandschap', ['id' => $instance->id]);
        $this->assertSame('leerlandschap', $row->format);
        $this->assertSame('', $row->scale);
        $this->assertSame('hidden', $row->visibility);
        $this->assertEquals(3, $row->minanswers);
        $this->assertSame('trainer', $row->facilitation);
        $this->assertEqualsWithDelta(time(), $row->timecreated, 10);
        $this->assertTrue($DB->record_exists('grade_items', ['itemmodule' => 'leerlandschap', 'iteminstance' => $row->id]));
    }

    /**
     * What Moodle is told about the activity.
     */
    public function test_supports(): void {
        $this->assertTrue(plugin_supports('mod', 'leerlandschap', FEATURE_GRADE_HAS_GRADE));
        $this->assertTrue(plugin_supports('mod', 'leerlandschap', FEATURE_GROUPS));
        $this->assertTrue(plugin_supports('mod', 'leerlandschap', FEATURE_COMPLETION_HAS_RULES));
        $this->assertSame(MOD_PURPOSE_COLLABORATION, plugin_supports('mod', 'leerlandschap', FEATURE_MOD_PURPOSE));
        $this->assertNull(leerlandschap_supports('nothing'));
    }

    /**
     * Every setting can change before the first answer; after it the frozen ones stay, whoever asks.
     */
    public function test_update(): void {
        global $DB;

        $instance = $this->generator->create_instance(['course' => $this->course->id, 'scale' => 'agree3']);
        $change = function (array $settings) use ($instance): stdClass {
            global $DB;
            $data = (object) ($settings + (array) $DB->get_record('leerlandschap', ['id' => $instance->id]));
            $data->instance = $instance->id;
            $data->coursemodule = $instance->cmid;
            $this->assertTrue(leerlandschap_update_instance($data));
            return $DB->get_record('leerlandschap', ['id' => $instance->id]);
        };
        $row = $change(['visibility' => 'named', 'minanswers' => 6, 'scale' => 'agree5', 'name' => 'New']);
        $this->assertSame(['named', '6', 'agree5', 'New'], [$row->visibility, $row->minanswers, $row->scale, $row->name]);
        // Core's update_module() sends 0 for a scale that it knows nothing of.
        $this->assertSame('agree5', $change(['scale' => 0])->scale);

        $learner = $this->getDataGenerator()->create_and_enrol($this->course, 'student');
        $this->assertFalse(lifecycle::has_answers((int) $instance->id));
        $this->generator->create_answer($this->generator->create_meeting($row), $learner, 'st1', 4);
        $this->assertTrue(lifecycle::has_answers((int) $instance->id));
        $row = $change(['visibility' => 'hidden', 'minanswers' => 3, 'scale' => '', 'format' => 'other', 'name' => 'Newer']);
        $this->assertSame('Newer', $row->name);
        $this->assertSame(
            ['named', '6', 'agree5', 'leerlandschap'],
            [$row->visibility, $row->minanswers, $row->scale, $row->format]
        );
        $item = $DB->get_record('grade_items', ['itemmodule' => 'leerlandschap', 'iteminstance' => $instance->id]);
        $this->assertSame('Newer', $item->itemname);
    }

    /**
     * A note is enough for the exercise and its scale to stay, in a meeting that is closed too; the rules can still change.
     */
    public function test_update_with_a_note(): void {
        global $DB;

        $instance = $this->generator->create_instance(['course' => $this->course->id]);
        $meeting = $this->generator->create_meeting($instance);
        $change = function (array $settings) use ($instance): array {
            global $DB;
            $row = (array) $DB->get_record('leerlandschap', ['id' => $instance->id]);
            leerlandschap_update_instance((object) ($settings + ['instance' => $instance->id] + $row));
            $row = $DB->get_record('leerlandschap', ['id' => $instance->id]);
            return [$row->format, $row->scale, $row->visibility, $row->pace];
        };
        $others = ['format' => 'open-leergesprek', 'scale' => 'agree3', 'pace' => 'own'];
        $this->assertSame(['open-leergesprek', 'agree3', 'hidden', 'own'], $change($others));
        $change(['format' => 'leerlandschap', 'scale' => '']);
        $note = $this->generator->create_contribution($meeting, null, 'opbrengst', 'note', ['text' => 'x']);
        $other = ['format' => 'werkoverleg', 'scale' => 'agree5', 'visibility' => 'named', 'pace' => 'together'];
        $this->assertSame(['leerlandschap', '', 'named', 'together'], $change($other));
        $DB->set_field('leerlandschap_meeting', 'state', 'closed', ['id' => $meeting->id()]);
        $this->assertSame(['leerlandschap', '', 'hidden', 'own'], $change(['visibility' => 'hidden', 'pace' => 'own'] + $other));
        $DB->set_field('leerlandschap_contrib', 'deleted', 1, ['id' => $note]);
        $this->assertSame(['werkoverleg', 'agree5', 'named', 'together'], $change($other));
    }

    /**
     * A changed maximum reaches the grades that are there.
     */
    public function test_update_grade(): void {
        [$instance] = $this->used_activity();
        $grades = grader::grades($instance);
        $this->assertEqualsWithDelta(100 / 3, reset($grades)->rawgrade, 0.001);
        $instance->instance = $instance->id;
        $instance->grade = 30;
        leerlandschap_update_instance($instance);
        $stored = grade_get_grades($this->course->id, 'mod', 'leerlandschap', $instance->id, [key($grades)]);
        $this->assertEqualsWithDelta(10, $stored->items[0]->grades[key($grades)]->grade, 0.001);
    }

    /**
     * Deleting leaves nothing: no row, no secret, no item in the gradebook.
     */
    public function test_delete(): void {
        global $DB;

        [$instance, $meeting] = $this->used_activity();
        [, $other] = $this->used_activity();
        $this->assertFileExists(secret::file($meeting->secretref()));
        $before = $this->counts();
        course_delete_module($instance->cmid);

        foreach ($this->counts() as $table => $count) {
            $this->assertSame($before[$table] / 2, $count, $table);
        }
        $this->assertFileDoesNotExist(secret::file($meeting->secretref()));
        $this->assertFileExists(secret::file($other->secretref()));
        $this->assertFalse($DB->record_exists('leerlandschap', ['id' => $instance->id]));
        $this->assertFalse($DB->record_exists('grade_items', ['itemmodule' => 'leerlandschap', 'iteminstance' => $instance->id]));
        $this->assertFalse(leerlandschap_delete_instance($instance->id));
    }

    /**
     * A reset takes the meetings and grades of its course, keeps the activity, and moves its dates.
     */
    public function test_reset(): void {
        global $DB;

        [$instance, $meeting] = $this->used_activity();
        $DB->set_field('leerlandschap', 'timeopen', 1000, ['id' => $instance->id]);
        $status = leerlandschap_reset_userdata((object) [
            'courseid' => $this->course->id, 'reset_leerlandschap' => 0, 'timeshift' => 0,
        ]);
        $this->assertSame([], $status);
        $this->assertSame(1, $this->counts()['answer']);

        $status = leerlandschap_reset_userdata((object) [
            'courseid' => $this->course->id, 'reset_leerlandschap' => 1, 'timeshift' => 500,
        ]);
        $this->assertSame([false, false], array_column($status, 'error'));
        $this->assertSame(array_fill_keys(self::TABLES, 0), $this->counts());
        $this->assertFileDoesNotExist(secret::file($meeting->secretref()));
        $this->assertEquals(1500, $DB->get_field('leerlandschap', 'timeopen', ['id' => $instance->id]));
        $this->assertFalse(lifecycle::has_answers((int) $instance->id));
        $this->assertFalse($DB->record_exists_select('grade_grades', 'rawgrade IS NOT NULL'));
    }

    /**
     * Course pages know rule, dates and description.
     */
    public function test_course_module_info(): void {
        $instance = $this->generator->create_instance([
            'course' => $this->course->id, 'completion' => COMPLETION_TRACKING_AUTOMATIC, 'completionfinish' => 1,
            'timeopen' => 1000, 'timeclose' => time() + DAYSECS, 'intro' => 'About this', 'showdescription' => 1,
        ]);
        $cm = get_fast_modinfo($this->course)->get_cm($instance->cmid);
        $this->assertEquals(1, $cm->customdata['customcompletionrules']['completionfinish']);
        $this->assertStringContainsString('About this', $cm->content);
        $dates = \core\activity_dates::get_dates_for_module($cm, 2);
        $this->assertSame(['Opened:', 'Closes:'], array_column($dates, 'label'));
        $this->assertSame(['timeopen', 'timeclose'], array_column($dates, 'dataid'));
    }

    /**
     * Looking at the activity is logged and completes it where that is asked.
     */
    public function test_viewed(): void {
        global $DB;

        $instance = $this->generator->create_instance([
            'course' => $this->course->id, 'completion' => COMPLETION_TRACKING_AUTOMATIC, 'completionview' => 1,
        ]);
        $learner = $this->getDataGenerator()->create_and_enrol($this->course, 'student');
        $this->setUser($learner);
        $cm = get_fast_modinfo($this->course)->get_cm($instance->cmid);
        $sink = $this->redirectEvents();
        lifecycle::viewed($DB->get_record('leerlandschap', ['id' => $instance->id]), $this->course, $cm);
        $events = array_filter($sink->get_events(), fn($e): bool => $e instanceof \mod_leerlandschap\event\course_module_viewed);
        $this->assertCount(1, $events);
        $event = reset($events);
        $this->assertEquals($instance->id, $event->objectid);
        $this->assertEquals(\context_module::instance($instance->cmid), $event->get_context());
        $state = (new \completion_info($this->course))->get_data($cm, false, $learner->id);
        $this->assertEquals(COMPLETION_COMPLETE, $state->completionstate);
    }

    /**
     * The calendar offers to open an activity until it is complete.
     */
    public function test_event_action(): void {
        $instance = $this->generator->create_instance([
            'course' => $this->course->id, 'completion' => COMPLETION_TRACKING_MANUAL,
        ]);
        $learner = $this->getDataGenerator()->create_and_enrol($this->course, 'student');
        $event = \calendar_event::create([
            'name' => 'x', 'modulename' => 'leerlandschap', 'courseid' => $this->course->id, 'instance' => $instance->id,
            'type' => CALENDAR_EVENT_TYPE_ACTION,
            'eventtype' => \core_completion\api::COMPLETION_EVENT_TYPE_DATE_COMPLETION_EXPECTED,
            'timestart' => time(),
        ]);
        $action = fn() => mod_leerlandschap_core_calendar_provide_event_action(
            $event,
            new \core_calendar\action_factory(),
            (int) $learner->id
        );
        $this->assertStringContainsString('/mod/leerlandschap/view.php', $action()->get_url()->out(false));
        $completion = new \completion_info($this->course);
        $cm = get_fast_modinfo($this->course, $learner->id)->get_cm($instance->cmid);
        $this->setUser($learner);
        $completion->update_state($cm, COMPLETION_COMPLETE, $learner->id);
        $this->assertNull($action());
    }
}
