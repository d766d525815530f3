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

use stdClass;

/**
 * What other systems read of meetings: what was revealed to the group, as tallies, and what it agreed on.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \mod_leerlandschap\external\get_report
 * @covers \mod_leerlandschap\external\report_service
 * @covers \mod_leerlandschap\external\report_structure
 * @covers \mod_leerlandschap\local\report\meeting_report
 * @covers \mod_leerlandschap\local\report\report_reader
 * @covers \mod_leerlandschap\local\labels
 */
final class get_report_test extends reports_testcase {
    /**
     * Before the reveal nothing is told of a round, not even that there is one; after it no more than the room tells,
     * and nothing under k.
     */
    public function test_reveal_and_k(): void {
        $this->create_activity([], 4);
        $this->start();
        foreach ($this->learners as $number => $learner) {
            $this->run_as($learner, ['reason' => "Geheime reden $number"] + self::answer('st1', $number < 3 ? 4 : 2));
            // The second statement stays under k.
            $number < 2 && $this->run_as($learner, self::answer('st2', 5));
        }
        foreach ([$this->trainer, get_admin()] as $reader) {
            [$meeting] = $this->told($reader, 'get_report')['meetings'];
            $this->assertSame([], $meeting['steps']);
            $this->assertStringNotContainsString('Geheime', json_encode($meeting));
            $this->assertStringNotContainsString('counts', json_encode($meeting));
        }
        $this->run_as($this->trainer, self::REVEAL);
        foreach ([$this->trainer, get_admin()] as $reader) {
            [$meeting] = $this->told($reader, 'get_report', ['lang' => 'nl'])['meetings'];
            [$step] = $meeting['steps'];
            $this->assertSame(['stellingen', 'statements', []], [$step['id'], $step['block'], $step['hands']]);
            [$round] = $step['rounds'];
            $this->assertSame([1, 0, 4], [$round['round'], $round['answered'], $round['present']], 'nobody answered all of it');
            $results = array_column($round['results'], null, 'item');
            $shown = array_column($this->read($this->trainer)['room']['rounds'][0]['results'], null, 'item');
            foreach (['suppressed', 'answered', 'counts', 'opt_outs', 'agreement', 'class', 'direction'] as $member) {
                $this->assertSame($shown['st1'][$member], $results['st1'][$member], $member);
            }
            $this->assertSame([0, 1, 0, 3, 0], $results['st1']['counts']);
            $this->assertSame('Mee eens', $results['st1']['labels'][3]);
            $this->assertCount(5, $results['st1']['labels']);
            $second = $results['st2'];
            $this->assertSame([true, 2, []], [$second['suppressed'], $second['answered'], $second['counts']]);
            $this->assertArrayNotHasKey('reasons', $results['st1']);
            $this->assertStringNotContainsString('Geheime', json_encode($meeting));
        }
    }

    /**
     * In a named meeting neither: who answered what is for the group.
     */
    public function test_named(): void {
        $this->create_activity(['visibility' => 'named']);
        $this->start();
        foreach ($this->learners as $number => $learner) {
            $this->run_as($learner, ['reason' => "Reden $number"] + self::answer('st1', 4));
        }
        $this->run_as($this->trainer, self::REVEAL);
        $shown = $this->read($this->trainer)['room']['rounds'][0]['results'][0];
        $this->assertCount(3, $shown['voices'], 'the room names them');
        $this->assertCount(3, $shown['reasons']);
        $told = json_encode($this->told($this->trainer, 'get_report'));
        $this->assertStringContainsString('[0,0,0,3,0]', $told);
        foreach (['voices', 'reasons', 'Reden', '"person"', '"author"'] as $secret) {
            $this->assertStringNotContainsString($secret, $told);
        }
        foreach ($this->learners as $learner) {
            $this->assertStringNotContainsString(fullname($learner), $told);
        }
    }

    /**
     * Answers to questions for a text are words of single people: other systems get their number alone.
     */
    public function test_texts_of_questions(): void {
        $this->create_activity(['format' => 'werkoverleg']);
        $this->start('check-in');
        $exercise = \mod_leerlandschap\local\exercise_store::of_instance($this->instance_row());
        $items = array_map($exercise->item(...), $exercise->items('check-in'));
        $texts = array_filter($items, fn($item): bool => $item->kind === 'text');
        $this->assertNotSame([], $texts, 'the exercise asks for a text');
        $item = reset($texts)->id;
        foreach ($this->learners as $number => $learner) {
            $answer = ['text' => "Woorden van $number", 'choices' => []] + self::answer($item, null);
            $this->run_as($learner, $answer);
            $this->run_as($learner, ['type' => 'took_part', 'step' => 'check-in']);
        }
        $room = $this->read($this->trainer)['room'];
        if ($room['rounds'][0]['phase'] !== 'revealed') {
            $this->run_as($this->trainer, ['step' => 'check-in'] + self::REVEAL);
            $room = $this->read($this->trainer)['room'];
        }
        $this->assertStringContainsString('Woorden van 1', json_encode($room), 'the group reads them');
        $told = $this->told($this->trainer, 'get_report');
        $results = array_column($told['meetings'][0]['steps'][0]['rounds'][0]['results'], null, 'item');
        $this->assertSame([false, 3], [$results[$item]['suppressed'], $results[$item]['answered']]);
        $this->assertStringNotContainsString('Woorden', json_encode($told));
    }

    /**
     * What the group agreed on, without who wrote it; never notes.
     */
    public function test_agreed(): void {
        $this->create_activity();
        $this->start('opbrengst');
        [$one, $other] = $this->learners;
        $this->run_as($one, self::written(1, 'opbrengst', 'note', ['column' => 'eens', 'text' => 'Een notitie']));
        $this->run_as($this->trainer, ['type' => 'go_to', 'from' => 'opbrengst', 'to' => 'vervolgacties']);
        $action = ['what' => 'Proef <b> & zo', 'who_person' => (string) $other->id, 'when' => '2026-12-01', 'status' => 'busy'];
        $this->run_as($one, self::written(2, 'vervolgacties', 'action', $action));
        $later = ['what' => 'Later', 'who_text' => 'Iedereen', 'when' => '2027-01-01'];
        $this->run_as($one, self::written(3, 'vervolgacties', 'action', $later));
        $this->run_as($this->trainer, ['type' => 'go_to', 'from' => 'vervolgacties', 'to' => 'uitgangspunten']);
        $exercise = json_decode(file_get_contents(__DIR__ . '/../../build/formats/leerlandschap.json'), true);
        $list = array_column($exercise['steps'], null, 'id')['uitgangspunten']['settings']['list'];
        $scope = self::written(4, 'uitgangspunten', 'scope', ['text' => 'Ons team']);
        $this->run_as($this->trainer, ['id' => "scope:$list"] + $scope);
        $this->run_as($one, self::written(5, 'uitgangspunten', 'principle', ['text' => 'Samen leren']));
        $hands = ['item' => 'st1', 'counts' => '1,0,2,3,4', 'opt_outs' => '1'];
        $this->run_as($this->trainer, ['type' => 'go_to', 'from' => 'uitgangspunten', 'to' => 'stellingen']);
        $this->run_as($this->trainer, self::written(6, 'stellingen', 'hands', $hands));

        [$meeting] = $this->told($this->trainer, 'get_report', ['lang' => 'en'])['meetings'];
        [$first, $second] = $meeting['actions'];
        $this->assertSame(
            ['Proef <b> & zo', (int) $other->id, fullname($other), '2026-12-01', 'busy', 1],
            [$first['what'], $first['userid'], $first['who'], $first['when'], $first['status'], $first['from']]
        );
        $this->assertSame([null, 'Iedereen', 'open'], [$second['userid'], $second['who'], $second['status']]);
        $this->assertSame(
            [['scope', $list, 'Ons team'], ['principle', $list, 'Samen leren']],
            array_map(fn(array $one): array => [$one['kind'], $one['list'], $one['text']], $meeting['principles'])
        );
        [$counted] = $meeting['steps'][0]['hands'];
        $this->assertSame(['st1', [1, 0, 2, 3, 4], 1], [$counted['item'], $counted['counts'], $counted['opt_outs']]);
        $this->assertSame('Agree', $counted['labels'][3]);
        $this->assertStringNotContainsString('notitie', json_encode($meeting));
        $this->assertStringNotContainsString(fullname($one), json_encode($meeting), 'nobody wrote it');
    }

    /**
     * Texts of the exercise come in the language that is asked for, else in that of the user, else in the format's first.
     */
    public function test_language(): void {
        $this->create_activity();
        $this->vote_in();
        $title = fn(array $args): array => [
            ($told = $this->told($this->trainer, 'get_report', $args))['activity']['exercise'],
            $told['meetings'][0]['steps'][0]['rounds'][0]['results'][0]['labels'][0],
        ];
        $dutch = ['Het leerlandschap in kaart', 'Helemaal niet mee eens'];
        $this->assertSame($dutch, $title(['lang' => 'nl']));
        $this->assertSame(['Mapping the learning landscape', 'Strongly disagree'], $title(['lang' => 'en']));
        $this->assertSame(['Mapping the learning landscape', 'Strongly disagree'], $title([]));
        $this->assertSame($dutch, $title(['lang' => 'fr']));
    }

    /**
     * Lets all learners vote, and reveals that.
     */
    private function vote_in(): void {
        foreach ($this->learners as $learner) {
            $this->run_as($learner, ['type' => 'join']);
        }
        $this->vote($this->learners, 0, $this->trainer);
    }

    /**
     * Groups whose room the reader may see, and no other; page by page.
     */
    public function test_groups_and_pages(): void {
        $groups = $this->two_groups();
        $admin = get_admin();
        $names = fn(stdClass $user, array $args = []): array => array_map(
            fn(array $meeting): string => $meeting['group']['name'],
            $this->told($user, 'get_report', $args)['meetings']
        );
        $this->assertSame(['Noord'], $names($this->trainer));
        $this->assertSame(['Noord'], $names($this->trainer, ['groupid' => $groups[0]]));
        $this->assert_not_told('error:other_group', $this->trainer, 'get_report', ['groupid' => $groups[1]]);
        $this->assert_not_told('error:other_group', $admin, 'get_report', ['groupid' => 987654]);
        $this->assertSame(['Noord', 'Zuid'], $names($admin));
        $this->assertSame(['Zuid'], $names($admin, ['page' => 1, 'perpage' => 1]));
        $this->assertSame([], $names($admin, ['page' => 2, 'perpage' => 1]));
        $this->assertSame(2, $this->told($admin, 'get_report', ['page' => 2, 'perpage' => 1])['total']);
        $this->assertSame([], $names($admin, ['number' => 2]));
        // Where groups are visible a trainer reads of all of them, as they may look into every room.
        set_coursemodule_groupmode($this->cm->id, VISIBLEGROUPS);
        rebuild_course_cache($this->course->id, true);
        $this->assertSame(['Noord', 'Zuid'], $names($this->trainer));
        // Without groups there is one room, and those of groups are seen by nobody.
        set_coursemodule_groupmode($this->cm->id, NOGROUPS);
        rebuild_course_cache($this->course->id, true);
        $this->assertSame([], $names($admin));
    }

    /**
     * Meetings in a row: all of them, or one.
     */
    public function test_numbers(): void {
        $this->mock_clock_with_frozen(1763750000);
        $this->create_activity(['format' => 'werkoverleg']);
        $this->start('check-in');
        $this->run_as($this->trainer, ['type' => 'go_to', 'from' => 'check-in', 'to' => '@closing']);
        $this->run_as($this->trainer, ['type' => 'close', 'from' => '@closing']);
        $part = $this->read($this->trainer)['room']['part'];
        $this->run_as($this->trainer, ['type' => 'start_next', 'from' => 1, 'part' => $part]);
        $meetings = $this->told($this->trainer, 'get_report')['meetings'];
        $this->assertSame([1, 2], array_column($meetings, 'number'));
        $this->assertSame(['closed', 'open'], array_column($meetings, 'state'));
        // In a hidden meeting nothing is told to the second.
        $this->assertSame([1763750000 - 1763750000 % DAYSECS, 0], array_column($meetings, 'closed'));
        $this->assertSame([2], array_column($this->told($this->trainer, 'get_report', ['number' => 2])['meetings'], 'number'));
    }

    /**
     * Who may not, what makes no sense, and what is too much.
     */
    public function test_refusals(): void {
        $this->create_activity(['timeopen' => time() + DAYSECS]);
        $this->assert_not_told('nopermissions', $this->learners[0], 'get_report');
        $this->assert_not_told('requireloginerror', $this->getDataGenerator()->create_user(), 'get_report');
        $this->assert_not_told('invalidrecordunknown', $this->trainer, 'get_report', ['cmid' => 987654]);
        $page = $this->getDataGenerator()->create_module('page', ['course' => $this->course->id]);
        $this->assert_not_told('invalidcoursemoduleid', $this->trainer, 'get_report', ['cmid' => $page->cmid]);
        $nonsense = [['page' => -1], ['perpage' => 0], ['number' => -1], ['number' => 32768], ['groupid' => -3]];
        foreach ([...$nonsense, ['page' => PHP_INT_MAX]] as $args) {
            $this->assert_not_told('error:bad_value', $this->trainer, 'get_report', $args);
        }
        $this->assert_not_told('error:too_large', $this->trainer, 'get_report', ['perpage' => 51]);
        $this->assert_not_told('invalidparameter', $this->trainer, 'get_report', ['lang' => '../nl']);
        $this->assert_not_told('invalidparameter', $this->trainer, 'get_report', ['perpage' => 'many']);
        // Whoever leads comes in before it opens; whoever only reads reports does not.
        $this->told($this->trainer, 'get_report');
        $role = $this->getDataGenerator()->create_role();
        assign_capability('mod/leerlandschap:facilitate', CAP_PROHIBIT, $role, $this->cm->context);
        role_assign($role, $this->trainer->id, $this->cm->context);
        $this->assert_not_told('error:not_open', $this->trainer, 'get_report');
        // Without the right to view reports nothing helps.
        assign_capability('mod/leerlandschap:viewreports', CAP_PROHIBIT, $role, $this->cm->context);
        $this->assert_not_told('nopermissions', $this->trainer, 'get_report');
    }

    /**
     * Reading starts no meeting and changes nothing.
     */
    public function test_reading_changes_nothing(): void {
        $this->create_activity();
        $before = self::stored();
        $this->assertSame([], $this->told($this->trainer, 'get_report')['meetings']);
        $this->assertSame([], $this->told($this->trainer, 'get_participation')['people']);
        $this->assertSame($before, self::stored());
    }
}
