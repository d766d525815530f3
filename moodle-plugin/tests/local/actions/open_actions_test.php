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

namespace mod_leerlandschap\local\actions;

defined('MOODLE_INTERNAL') || die();

require_once(__DIR__ . '/../../actions_testcase.php');

use core_privacy\local\request\approved_contextlist;
use mod_leerlandschap\actions_testcase;
use mod_leerlandschap\event\action_assigned;
use mod_leerlandschap\event\action_finished;
use mod_leerlandschap\local\activity_calendar;
use mod_leerlandschap\local\summary\person_report;
use mod_leerlandschap\privacy\provider;
use stdClass;

/**
 * Open actions come into the calendars of those who are to do them, and nobody is told twice or of another group's.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \mod_leerlandschap\local\actions\open_actions
 * @covers \mod_leerlandschap\local\actions\action_calendar
 * @covers \mod_leerlandschap\local\actions\action_teller
 * @covers \mod_leerlandschap\local\audience
 * @covers \mod_leerlandschap\local\messenger
 * @covers \mod_leerlandschap\local\activity_calendar
 * @covers \mod_leerlandschap\task\follow_actions
 */
final class open_actions_test extends actions_testcase {
    /**
     * The actions that are followed.
     *
     * @return stdClass[]
     */
    private static function rows(): array {
        global $DB;
        return array_values($DB->get_records(open_actions::TABLE, null, 'id'));
    }

    /**
     * Holds a meeting in which the first learner gives the second one something to do.
     *
     * @param array $settings settings of the activity
     */
    private function meet(array $settings = []): void {
        $this->mock_clock_with_frozen(self::NOW);
        $this->create_activity($settings);
        $this->start('vervolgacties');
        $this->write($this->learners[0], $this->learners[1]);
    }

    /**
     * The owner gets one message, in which nobody else is named, and the action into the calendar; others get nothing.
     */
    public function test_assigned(): void {
        $this->meet();
        $this->assertSame([], self::rows());
        $sink = $this->redirectEvents();
        $messages = $this->follow();
        $this->assertSame([$this->learners[1]->id], array_column($messages, 'useridto'));
        [$message] = $messages;
        $this->assertSame('action_assigned', $message->eventtype);
        $this->assertStringContainsString('Proef met <één> klas', $message->fullmessage);
        $this->assertStringContainsString('Proef met &lt;één&gt; klas', $message->fullmessagehtml);
        $this->assertStringContainsString('Monday, 24 November 2025', $message->fullmessage);
        $url = "https://www.example.com/moodle/mod/leerlandschap/view.php?id={$this->cm->id}";
        $this->assertSame($url, $message->contexturl);
        $this->assertEquals(\core_user::NOREPLY_USER, $message->useridfrom);
        foreach ([fullname($this->learners[0]), $this->learners[0]->username] as $name) {
            $this->assertStringNotContainsString($name, $message->fullmessage . $message->fullmessagehtml . $message->subject);
        }
        // Neither log nor calendar bears whoever wrote it, nor the text.
        $logged = array_filter($sink->get_events(), fn($event): bool => $event->component !== 'core');
        $this->assertSame([[action_assigned::class, 0, (int) $this->learners[1]->id]], array_values(array_map(
            fn($event): array => [get_class($event), (int) $event->userid, (int) $event->relateduserid],
            $logged
        )));
        $this->assertStringNotContainsString('Proef', serialize(array_map(fn($event) => $event->get_data(), $sink->get_events())));
        $this->assertSame([['Proef met <één> klas', $url]], $this->timeline($this->learners[1]));
        $this->assertSame([], $this->timeline($this->learners[0]));
        $this->assertSame([], $this->timeline($this->trainer));

        // Nothing new: nothing is told, looked at or changed.
        $before = self::rows();
        $this->assertSame([], $this->follow());
        $this->assertEquals($before, self::rows());
        // A correction is no news, but shows.
        $this->write($this->learners[2], $this->learners[1], ['what' => 'Proef', 'when' => '2025-11-25']);
        $this->assertSame([], $this->follow());
        $this->assertSame([['Proef', $url]], $this->timeline($this->learners[1]));
        // The day ends where its owner lives.
        $due = (int) self::rows()[0]->due;
        $this->assertSame('2025-11-25 23:59', userdate($due, '%Y-%m-%d %H:%M', $this->learners[1]->timezone));
    }

    /**
     * Who gets an action from another is told, and it leaves the calendar of the other. What is done or deleted leaves it too.
     */
    public function test_changes(): void {
        global $DB;

        $this->meet();
        $this->follow();
        $this->write($this->learners[1], $this->learners[2], ['status' => 'busy', 'when' => '2025-12-01']);
        $this->assertSame([$this->learners[2]->id], array_column($this->follow(), 'useridto'));
        $this->assertSame([], $this->timeline($this->learners[1]));
        $this->assertCount(1, $this->timeline($this->learners[2]));

        $this->write($this->learners[0], $this->learners[2], ['status' => 'done']);
        $sink = $this->redirectEvents();
        $this->assertSame([], $this->follow());
        $finished = array_filter($sink->get_events(), fn($event): bool => $event instanceof action_finished);
        $this->assertSame([[0, (int) $this->learners[2]->id]], array_values(array_map(
            fn($event): array => [$event->userid, (int) $event->relateduserid],
            $finished
        )));
        $this->assertSame([], self::rows());
        $this->assertSame(0, $DB->count_records('event', ['modulename' => 'leerlandschap']));

        $this->write($this->learners[0], $this->learners[2]);
        $this->write($this->learners[0], $this->learners[1], [], '00000000-0000-4000-8000-000000000002');
        $this->assertCount(2, $this->follow());
        $base = array_column($this->read($this->learners[0])['room']['contributions'], 'revision', 'id')[self::ACTION];
        $this->run_as($this->learners[0], ['type' => 'delete', 'id' => self::ACTION, 'base' => $base]);
        $this->assertSame([], $this->follow());
        $this->assertSame([$this->learners[1]->id], array_column(self::rows(), 'userid'));
        $this->assertSame(1, $DB->count_records('event', ['modulename' => 'leerlandschap']));
        // Somebody who is not named by an account cannot be told.
        $this->write($this->learners[0], null, [], '00000000-0000-4000-8000-000000000002');
        $this->assertSame([], $this->follow());
        $this->assertSame([], self::rows());
    }

    /**
     * Each way of no longer seeing the room.
     *
     * @return array[] what happens to the second learner's access, and whether the trainer still sees the room
     */
    public static function out_of_sight(): array {
        return [
            'the enrolment ended' => [function (self $test): void {
                $instances = enrol_get_instances($test->course->id, true);
                $manual = array_column($instances, null, 'enrol')['manual'];
                enrol_get_plugin('manual')->unenrol_user($manual, $test->learners[1]->id);
            }],
            'the enrolment is suspended' => [function (self $test): void {
                global $DB;
                $DB->set_field('user_enrolments', 'status', ENROL_USER_SUSPENDED, ['userid' => $test->learners[1]->id]);
            }],
            'the account is suspended' => [function (self $test): void {
                global $DB;
                $DB->set_field('user', 'suspended', 1, ['id' => $test->learners[1]->id]);
                // Who cannot log in has no timeline.
                $test->learners[1] = $test->learners[2];
            }],
            'the activity is hidden' => [function (self $test): void {
                set_coursemodule_visible($test->cm->id, 0);
            }],
            'the course is hidden' => [function (self $test): void {
                course_change_visibility($test->course->id, false);
            }],
            'the activity is for others' => [function (self $test): void {
                global $DB;
                $condition = \availability_profile\condition::get_json(
                    false,
                    'email',
                    \availability_profile\condition::OP_IS_EQUAL_TO,
                    'x'
                );
                $tree = json_encode(\core_availability\tree::get_root_json([$condition]));
                $DB->set_field('course_modules', 'availability', $tree, ['id' => $test->cm->id]);
                rebuild_course_cache($test->course->id, true);
            }],
            'the activity has groups by now' => [function (self $test): void {
                global $DB;
                $DB->set_field('course_modules', 'groupmode', SEPARATEGROUPS, ['id' => $test->cm->id]);
                rebuild_course_cache($test->course->id, true);
            }, false],
            'the right to see it was taken away' => [function (self $test): void {
                global $DB;
                $student = $DB->get_field('role', 'id', ['shortname' => 'student']);
                assign_capability('mod/leerlandschap:view', CAP_PROHIBIT, $student, \context_module::instance($test->cm->id));
            }],
        ];
    }

    /**
     * Who cannot see the room any more is not told, now or later, and finds nothing on the timeline.
     *
     * @dataProvider out_of_sight
     * @param \Closure $happens what happens before cron runs
     * @param bool $others whether the trainer still sees the room
     */
    public function test_out_of_sight(\Closure $happens, bool $others = true): void {
        global $CFG;
        require_once($CFG->dirroot . '/course/lib.php');

        $this->meet();
        $this->run_as($this->trainer, ['type' => 'join']);
        $this->write($this->learners[0], $this->trainer, [], '00000000-0000-4000-8000-000000000002');
        $this->setAdminUser();
        $happens($this);
        $this->assertSame($others ? [$this->trainer->id] : [], array_column($this->follow(), 'useridto'));
        $this->assertSame([], $this->follow());
        $this->assertSame([], $this->timeline($this->learners[1]));
    }

    /**
     * Under separate groups only the group's own are told; who was moved sees nothing of the old one.
     */
    public function test_groups(): void {
        $generator = $this->getDataGenerator();
        $this->mock_clock_with_frozen(self::NOW);
        $this->create_activity(['groupmode' => SEPARATEGROUPS], 4);
        foreach ([0, 0, 1, 1] as $i => $group) {
            $groups[$group] ??= $generator->create_group(['courseid' => $this->course->id]);
            groups_add_member($groups[$group], $this->learners[$i]);
        }
        foreach ([0, 0, 1, 1] as $i => $group) {
            $this->run_as($this->learners[$i], ['type' => 'join'], $groups[$group]->id);
        }
        groups_add_member($groups[0], $this->trainer);
        groups_add_member($groups[1], $this->trainer);
        foreach ($groups as $i => $group) {
            $this->run_as($this->trainer, ['type' => 'go_to', 'from' => '@start', 'to' => 'vervolgacties'], $group->id);
            $id = "00000000-0000-4000-8000-00000000000$i";
            $this->write($this->learners[2 * $i], $this->learners[2 * $i + 1], ['what' => "Actie $i"], $id, $group->id);
        }
        groups_remove_member($groups[1], $this->learners[3]);
        groups_add_member($groups[0], $this->learners[3]);
        $messages = $this->follow();
        $this->assertSame([$this->learners[1]->id], array_column($messages, 'useridto'));
        $this->assertStringContainsString('Actie 0', $messages[0]->fullmessage);
        $this->assertStringEndsWith("group={$groups[0]->id}", $messages[0]->contexturl);
        $this->assertSame(['Actie 0'], array_column($this->timeline($this->learners[1]), 0));
        $this->assertSame([], $this->timeline($this->learners[3]));
        // In the month of the calendar neither: it shows what has no action too.
        $this->setUser($this->learners[3]);
        \core_calendar\local\event\container::reset_caches();
        $events = \core_calendar\local\api::get_events(self::NOW, self::NOW + YEARSECS, null, null, null, null, 20, null, [
            $this->learners[3]->id,
        ]);
        $this->assertSame([], $events);
    }

    /**
     * The names of actions in calendars.
     *
     * @return string[]
     */
    private static function names(): array {
        global $DB;
        return array_values($DB->get_fieldset_select('event', 'name', 'eventtype = ?', [action_calendar::TYPE]));
    }

    /**
     * Whoever hides, shows or deletes the activity has core write names of calendars into the course's log: no texts.
     */
    public function test_log_of_visibility(): void {
        global $CFG;
        require_once($CFG->dirroot . '/course/lib.php');

        $this->meet(['name' => 'Landschap']);
        $this->follow();
        $this->assertSame(['Action from Landschap'], self::names());
        $sink = $this->redirectEvents();
        set_coursemodule_visible($this->cm->id, 0);
        set_coursemodule_visible($this->cm->id, 1);
        course_delete_module($this->cm->id);
        $updated = array_filter($sink->get_events(), fn($event): bool => $event instanceof \core\event\calendar_event_updated);
        $this->assertSame(array_fill(0, 2, 'Action from Landschap'), array_column(array_column(array_map(
            fn($event): array => $event->get_data(),
            array_values($updated)
        ), 'other'), 'name'));
        $this->assertStringNotContainsString('Proef', serialize(array_map(fn($event) => $event->get_data(), $sink->get_events())));
    }

    /**
     * What bears the text in its name, or an old name of the activity, is brought up to date, and nobody is told again.
     */
    public function test_names_up_to_date(): void {
        global $DB;

        $this->meet(['name' => 'Landschap']);
        $this->follow();
        $DB->set_field('event', 'name', 'Action: Proef', ['eventtype' => action_calendar::TYPE]);
        $DB->set_field('event', 'description', '', ['eventtype' => action_calendar::TYPE]);
        $DB->set_field('leerlandschap', 'name', 'Anders');
        $this->assertSame([], $this->follow());
        $this->assertSame(['Action: Proef'], self::names());
        leerlandschap_refresh_events($this->course->id);
        $this->assertSame([], $this->follow());
        $this->assertSame(['Action from Anders'], self::names());
        $this->assertSame(['Proef met <één> klas'], array_column($this->timeline($this->learners[1]), 0));
        // What is to be followed quietly stays so.
        $DB->set_field('leerlandschap_meeting', 'toldrevision', null);
        leerlandschap_refresh_events($this->course->id);
        $this->assertNull($DB->get_field('leerlandschap_meeting', 'toldrevision', []));
    }

    /**
     * What was written of an action and cannot be one.
     *
     * @return array[] fields
     */
    public static function malformed(): array {
        return [
            'nothing' => [[]],
            'no texts' => [['what' => ['x'], 'when' => ['x']]],
            'no day' => [['what' => 5, 'when' => 'soon']],
            'no such day' => [['what' => null, 'when' => '2025-02-30']],
            'more than a day' => [['when' => "2025-02-20\n"]],
        ];
    }

    /**
     * An action without a text or with a day that is none stops nothing.
     *
     * @dataProvider malformed
     * @param array $fields what is written of it
     */
    public function test_malformed(array $fields): void {
        global $DB;

        $this->meet();
        $fields += ['who_person' => $this->learners[1]->id, 'status' => 'open'];
        $DB->set_field('leerlandschap_contrib', 'fields', json_encode($fields), ['uuid' => self::ACTION]);
        [$message] = $this->follow();
        $this->assertSame($this->learners[1]->id, $message->useridto);
        $this->assertEquals(0, self::rows()[0]->due);
        $this->assertSame([], self::names());
        $this->setUser($this->trainer);
        $report = new person_report($this->instance_row(), $this->cm, (int) $this->learners[1]->id);
        $this->assertStringContainsString('<li></li>', $report->complete());
    }

    /**
     * A room of which nobody can be told keeps no other one waiting, and the task fails.
     */
    public function test_failing_room(): void {
        global $DB;

        $this->meet();
        open_actions::follow((int) $this->read($this->trainer)['room']['meeting']);
        [$gone, $first] = [$this->course, $this->learners[1]];
        $this->learners = [];
        $this->course = $this->getDataGenerator()->create_course();
        $this->trainer = $this->getDataGenerator()->create_and_enrol($this->course, 'teacher');
        $this->meet();
        open_actions::follow((int) $this->read($this->trainer)['room']['meeting']);
        $DB->delete_records('course', ['id' => $gone->id]);
        get_fast_modinfo($gone->id, 0, true);
        $failed = null;
        $messages = $this->messages_of(function () use (&$failed): void {
            try {
                action_teller::assigned();
            } catch (\RuntimeException $problem) {
                $failed = $problem->getMessage();
            }
        });
        $this->assertSame([$this->learners[1]->id], array_column($messages, 'useridto'));
        $this->assertSame('1 of 2 rooms could not be told of their actions.', $failed);
        $this->expectOutputRegex('~^Room \d+/0 could not be told of their actions: ~');
        $this->assertEquals(0, $DB->get_field(open_actions::TABLE, 'told', ['userid' => $first->id]));
    }

    /**
     * Two processes that come upon the same action: one of them tells it.
     */
    public function test_claim(): void {
        $this->meet();
        open_actions::follow((int) $this->read($this->trainer)['room']['meeting']);
        [$action] = array_values(open_actions::to_tell('a.told = 0'));
        $this->assertCount(1, $this->messages_of([action_teller::class, 'assigned']));
        $this->assertFalse(open_actions::claim($action, 'told', 1));
        $this->assertSame([], $this->messages_of([action_teller::class, 'assigned']));
        // Nor is it told to whom it no longer belongs.
        $this->write($this->learners[0], $this->learners[2]);
        open_actions::follow((int) $action->meetingid);
        $this->assertFalse(open_actions::claim($action, 'told', 1));
        $this->assertSame([$this->learners[2]->id], array_column($this->follow(), 'useridto'));
    }

    /**
     * What breaks off between the actions and the messages is made up for, once.
     */
    public function test_broken_off(): void {
        $this->meet();
        open_actions::follow((int) $this->read($this->trainer)['room']['meeting']);
        $this->assertCount(1, $this->follow());
        $this->assertSame([], $this->follow());
    }

    /**
     * Meetings of before an upgrade, and restored ones, are followed without telling anybody.
     */
    public function test_quietly(): void {
        global $DB;

        $this->meet();
        $DB->set_field('leerlandschap_meeting', 'toldrevision', null);
        $this->assertSame([], $this->follow());
        $this->assertCount(1, $this->timeline($this->learners[1]));
        $this->write($this->learners[0], $this->learners[2]);
        $this->assertSame([$this->learners[2]->id], array_column($this->follow(), 'useridto'));
    }

    /**
     * An action whose day is none, as can come out of a backup, counts as one without a day, and stops no other.
     */
    public function test_day_that_is_none(): void {
        global $DB;

        $this->meet();
        foreach (['"soon"', '"2025-13-45"', '""', '7', '[]'] as $day) {
            $fields = '{"what":"Proef","who_person":"' . $this->learners[1]->id . '","when":' . $day . ',"status":"open"}';
            $DB->set_field('leerlandschap_contrib', 'fields', $fields, ['kind' => 'action']);
            $DB->set_field('leerlandschap_meeting', 'toldrevision', null);
            $this->follow();
            $this->assertSame(['0'], array_map(strval(...), array_column(self::rows(), 'due')), $day);
        }
    }

    /**
     * How much there is to do does not depend on how many people there are.
     */
    public function test_queries(): void {
        global $DB;

        $queries = [];
        foreach ([3, 60] as $number) {
            $this->learners = [];
            $this->course = $this->getDataGenerator()->create_course();
            $this->trainer = $this->getDataGenerator()->create_and_enrol($this->course, 'teacher');
            $this->create_activity([], $number);
            $this->start('vervolgacties');
            $this->write($this->learners[0], $this->learners[1]);
            // Reads what only the first run in a process reads, such as plugins.
            $this->follow();
            $this->write($this->learners[0], $this->learners[2]);
            $before = $DB->perf_get_queries();
            $this->assertCount(1, $this->follow());
            $queries[$number] = $DB->perf_get_queries() - $before;
        }
        $this->assertLessThanOrEqual($queries[3], $queries[60], json_encode($queries));
    }

    /**
     * Everything goes with an erasure, a reset and a deletion.
     */
    public function test_forgotten(): void {
        global $DB;

        $this->meet();
        $this->write($this->learners[0], $this->learners[2], [], '00000000-0000-4000-8000-000000000002');
        $this->follow();
        $contexts = provider::get_contexts_for_userid((int) $this->learners[1]->id);
        $this->assertSame([(int) $this->cm->context->id], array_map('intval', $contexts->get_contextids()));
        provider::delete_data_for_user(
            new approved_contextlist($this->learners[1], 'mod_leerlandschap', [$this->cm->context->id])
        );
        $this->assertSame([$this->learners[2]->id], array_column(self::rows(), 'userid'));
        $this->assertSame([$this->learners[2]->id], $DB->get_fieldset_select('event', 'userid', "modulename = 'leerlandschap'"));
        $this->follow();
        $this->assertCount(1, self::rows());
        \mod_leerlandschap\local\eraser::delete_meetings((int) $this->cm->instance);
        $this->assertSame([], self::rows());
        $this->assertSame(0, $DB->count_records('event', ['modulename' => 'leerlandschap']));

        $this->start('vervolgacties');
        $this->write($this->learners[0], $this->learners[1]);
        $this->follow();
        $this->assertSame(1, $DB->count_records('event', ['modulename' => 'leerlandschap']));
        delete_course($this->course, false);
        $this->assertSame([], self::rows());
        $this->assertSame(0, $DB->count_records('event', ['modulename' => 'leerlandschap']));
    }
}
