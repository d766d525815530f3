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

require_once(__DIR__ . '/reports_testcase.php');

use mod_leerlandschap\event\action_finished;
use mod_leerlandschap\event\action_status_set;
use mod_leerlandschap\local\actions\open_actions;
use mod_leerlandschap\task\follow_actions;
use stdClass;

/**
 * The services of the report's page: the room of any meeting that the reader may see, and how an action goes.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \mod_leerlandschap\external\outcome_service
 * @covers     \mod_leerlandschap\external\read_outcome
 * @covers     \mod_leerlandschap\external\set_action_status
 * @covers     \mod_leerlandschap\local\report\action_status
 * @covers     \mod_leerlandschap\local\report\report_reader
 * @covers     \mod_leerlandschap\local\actions\open_actions
 * @covers     \mod_leerlandschap\event\action_status_set
 */
final class outcome_services_test extends reports_testcase {
    /** The action that the tests write. */
    private const ACTION = '00000000-0000-4000-8000-000000000001';

    /** What it says. */
    private const FIELDS = ['what' => 'Proef', 'who_text' => 'Iemand', 'when' => '2026-12-01', 'status' => 'open'];

    /**
     * Two meetings in a row with an action that goes on.
     *
     * @return string[] ids of the meetings
     */
    private function two_meetings(): array {
        $this->create_activity(['format' => 'werkoverleg']);
        $this->start('check-in');
        $this->run_as($this->trainer, ['type' => 'go_to', 'from' => 'check-in', 'to' => 'open-acties']);
        $this->run_as($this->learners[0], self::written(1, 'open-acties', 'action', self::FIELDS));
        $first = $this->read($this->trainer)['room'];
        $this->close('open-acties');
        $next = $this->run_as($this->trainer, ['type' => 'start_next', 'from' => 1, 'part' => $first['part']])['room'];
        return [$first['meeting'], $next['meeting']];
    }

    /**
     * Closes the meeting.
     *
     * @param string $place where its group is
     */
    private function close(string $place): void {
        $this->run_as($this->trainer, ['type' => 'close', 'from' => $place]);
    }

    /**
     * An action as it is stored.
     *
     * @param string $meeting id of the meeting
     * @return stdClass with fields as an object
     */
    private static function stored_action(string $meeting): stdClass {
        global $DB;

        $row = $DB->get_record('leerlandschap_contrib', ['meetingid' => $meeting, 'uuid' => self::ACTION], '*', MUST_EXIST);
        $row->fields = json_decode($row->fields);
        return $row;
    }

    /**
     * Arguments of set_action_status.
     *
     * @param string $meeting id of the meeting
     * @param string $status the status
     * @param int|null $revision revision of the action; null for the stored one
     * @return array
     */
    private static function setting(string $meeting, string $status, ?int $revision = null): array {
        $revision ??= (int) self::stored_action($meeting)->revision;
        return ['meeting' => $meeting, 'action' => self::ACTION, 'status' => $status, 'revision' => $revision];
    }

    /**
     * Any meeting is read as everybody in it saw it, and nothing is changed by reading.
     */
    public function test_read_outcome(): void {
        [$first, $second] = $this->two_meetings();
        $before = self::stored();
        $told = $this->told($this->trainer, 'read_outcome', ['meeting' => $first]);
        $this->assertSame([$first, 1, 'closed'], [$told['room']['meeting'], $told['room']['number'], $told['room']['state']]);
        $this->assertArrayNotHasKey('earlier', $told);
        $told = $this->told($this->trainer, 'read_outcome', ['meeting' => $second]);
        $this->assertSame($this->read($this->trainer)['room'], $told['room'], 'the very room');
        $this->assertSame([1], array_column($told['earlier'], 'number'));
        $this->assertSame($before, self::stored());
        foreach (['987654', '0', '', 'x', '-1', "1' OR 1=1", "$first "] as $wrong) {
            $this->assert_not_told('error:unknown_meeting', $this->trainer, 'read_outcome', ['meeting' => $wrong]);
        }
        $this->create_activity();
        $this->assert_not_told('error:unknown_meeting', $this->trainer, 'read_outcome', ['meeting' => $first]);
    }

    /**
     * Of other groups nothing is read, not even whether there is a meeting; former rooms are for who leads all groups.
     */
    public function test_groups(): void {
        global $DB;

        [, $south] = $this->two_groups();
        $leader = $this->getDataGenerator()->create_and_enrol($this->course, 'editingteacher');
        $meeting = $DB->get_field('leerlandschap_meeting', 'id', ['groupid' => $south]);
        $args = ['meeting' => (string) $meeting];
        $this->run_as($leader, ['type' => 'go_to', 'from' => '@start', 'to' => 'vervolgacties'], $south);
        $this->run_as($leader, self::written(1, 'vervolgacties', 'action', self::FIELDS), $south);
        $this->assert_not_told('error:unknown_meeting', $this->trainer, 'read_outcome', $args);
        $this->assert_not_told('error:unknown_meeting', $this->trainer, 'set_action_status', self::setting($meeting, 'done'));
        // Who may look in and no more.
        set_coursemodule_groupmode($this->cm->id, VISIBLEGROUPS);
        rebuild_course_cache($this->course->id, true);
        $this->assertSame((string) $meeting, $this->told($this->trainer, 'read_outcome', $args)['room']['meeting']);
        $this->assert_not_told('error:other_group', $this->trainer, 'set_action_status', self::setting($meeting, 'done'));
        groups_delete_group($south);
        rebuild_course_cache($this->course->id, true);
        $this->assert_not_told('error:unknown_meeting', $this->trainer, 'read_outcome', $args);
        $this->assertSame((string) $meeting, $this->told($leader, 'read_outcome', $args)['room']['meeting']);
        $this->told($leader, 'set_action_status', self::setting($meeting, 'busy'));
        $this->assertSame('busy', self::stored_action($meeting)->fields->status);
    }

    /**
     * The status is set in the last meeting, also in a closed one, and nothing else of it changes.
     */
    public function test_set_status(): void {
        global $DB;

        [$first, $second] = $this->two_meetings();
        $before = self::stored_action($second);
        $row = $DB->get_record('leerlandschap_meeting', ['id' => $second]);
        $sink = $this->redirectEvents();
        $told = $this->told($this->trainer, 'set_action_status', self::setting($second, 'busy'))['contribution'];
        $events = array_filter($sink->get_events(), fn($event): bool => $event instanceof action_status_set);
        $this->assertCount(1, $events);
        $this->assertStringNotContainsString('Proef', json_encode(reset($events)->get_data()));
        $after = self::stored_action($second);
        $this->assertSame(['busy', (int) $after->revision], [$told['fields']['status'], $told['revision']]);
        $this->assertSame((int) $row->revision + 1, (int) $after->revision);
        $this->assertSame($after->revision, $DB->get_field('leerlandschap_meeting', 'revision', ['id' => $second]));
        $after->fields->status = 'open';
        foreach (['fields', 'position', 'fromno'] as $column) {
            $this->assertEquals($before->$column, $after->$column, $column);
        }
        // Everybody in the room sees it.
        $shown = array_column($this->read($this->learners[0])['room']['contributions'], null, 'id')[self::ACTION];
        $this->assertSame('busy', $shown['fields']['status']);

        $this->close('@start');
        $this->told($this->trainer, 'set_action_status', self::setting($second, 'done'));
        $this->assertSame('done', self::stored_action($second)->fields->status);
        $this->assertSame('open', self::stored_action($first)->fields->status, 'as it was then');
        // Once more is no change and no error, with whatever revision.
        $before = self::stored();
        $this->told($this->trainer, 'set_action_status', self::setting($second, 'done', 1));
        $this->assertSame($before, self::stored());
    }

    /**
     * What is refused changes nothing.
     */
    public function test_refused(): void {
        [$first, $second] = $this->two_meetings();
        $refused = function (string $code, array $args): void {
            $before = self::stored();
            $this->assert_not_told("error:$code", $this->trainer, 'set_action_status', $args);
            $this->assertSame($before, self::stored());
        };
        $refused('conflict', self::setting($first, 'done'));
        $refused('conflict', self::setting($second, 'done', 999));
        foreach (['', 'gone', 'Done', 'open '] as $wrong) {
            $refused('bad_value', self::setting($second, $wrong));
        }
        $refused('unknown_meeting', ['meeting' => '987654'] + self::setting($second, 'done'));
        foreach (['', 'x', '00000000-0000-4000-8000-000000000099', "'"] as $wrong) {
            $refused('gone', ['action' => $wrong] + self::setting($second, 'done'));
        }
        $this->run_as($this->trainer, ['type' => 'go_to', 'from' => '@start', 'to' => 'open-acties']);
        $this->run_as($this->trainer, [
            'type' => 'delete', 'id' => self::ACTION, 'base' => (int) self::stored_action($second)->revision,
        ]);
        $refused('gone', self::setting($second, 'done'));
        $refused('gone', self::setting($first, 'done'));
        // Who reads reports and does not lead.
        $role = $this->getDataGenerator()->create_role();
        assign_capability('mod/leerlandschap:facilitate', CAP_PROHIBIT, $role, $this->cm->context);
        role_assign($role, $this->trainer->id, $this->cm->context);
        $refused('not_allowed', self::setting($first, 'done'));
    }

    /**
     * Only actions have a status, and only what the group sees.
     */
    public function test_other_kinds(): void {
        $this->create_activity();
        $this->start('opbrengst');
        $this->run_as($this->learners[0], self::written(1, 'opbrengst', 'note', ['column' => 'eens', 'text' => 'x']));
        $meeting = $this->read($this->trainer)['room']['meeting'];
        $this->assert_not_told('error:gone', $this->trainer, 'set_action_status', self::setting($meeting, 'done'));
    }

    /**
     * Calendars and reminders follow, also where a later meeting does not go on with the action.
     */
    public function test_followed(): void {
        global $DB;

        $follow = function (): array {
            $this->setAdminUser();
            $sink = $this->redirectEvents();
            $messages = $this->redirectMessages();
            \core\task\manager::get_scheduled_task(follow_actions::class)->execute();
            $messages->close();
            return array_values(array_filter($sink->get_events(), fn($event): bool => $event instanceof action_finished));
        };
        // As in an exercise that carries nothing over.
        $this->create_activity();
        $this->start('vervolgacties');
        [$writer, $owner] = $this->learners;
        $fields = ['who_text' => '', 'who_person' => (string) $owner->id, 'when' => date('Y-m-d', time() + WEEKSECS)];
        $this->run_as($writer, self::written(1, 'vervolgacties', 'action', $fields + self::FIELDS));
        $meeting = $this->read($this->trainer)['room']['meeting'];
        $follow();
        $this->assertSame(1, $DB->count_records(open_actions::TABLE));
        $this->close('vervolgacties');
        $row = $DB->get_record('leerlandschap_meeting', ['id' => $meeting]);
        unset($row->id);
        $DB->insert_record('leerlandschap_meeting', (object) (['meetingno' => 2, 'state' => 'open'] + (array) $row));
        $follow();
        $this->assertSame(1, $DB->count_records(open_actions::TABLE), 'nobody goes on with it, and it is not done');
        $this->told($this->trainer, 'set_action_status', self::setting($meeting, 'done'));
        $finished = $follow();
        $this->assertSame([(int) $owner->id], array_map(fn($event): int => (int) $event->relateduserid, $finished));
        $this->assertSame(0, $DB->count_records(open_actions::TABLE));
        $this->assertSame(0, $DB->count_records('event', ['modulename' => 'leerlandschap', 'eventtype' => 'actiondue']));
        // Taken up again.
        $this->told($this->trainer, 'set_action_status', self::setting($meeting, 'busy'));
        $this->assertSame([], $follow());
        $this->assertSame(1, $DB->count_records(open_actions::TABLE));
    }

    /**
     * Participation is read by the page too.
     */
    public function test_participation(): void {
        $this->create_activity();
        $this->start();
        $this->assertSame(3, $this->told($this->trainer, 'get_participation')['total']);
    }
}
