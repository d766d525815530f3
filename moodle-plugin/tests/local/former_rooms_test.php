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

require_once(__DIR__ . '/../actions_testcase.php');

use mod_leerlandschap\actions_testcase;
use mod_leerlandschap\external\get_meeting;
use mod_leerlandschap\output\former_rooms as links;
use stdClass;

/**
 * A group that is deleted, another group mode or another grouping in mid-meeting: nothing is lost, and whoever leads can
 * bring what is open to an end.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \mod_leerlandschap\local\former_rooms
 * @covers     \mod_leerlandschap\output\former_rooms
 * @covers     \mod_leerlandschap\local\access
 */
final class former_rooms_test extends actions_testcase {
    /** The statements. */
    private const ITEMS = ['st1', 'st2', 'st3', 'st4', 'st5'];

    /** @var stdClass who leads every group */
    private stdClass $leader;

    /** @var int[] two groups */
    private array $groups = [];

    protected function setUp(): void {
        parent::setUp();
        $this->leader = $this->getDataGenerator()->create_and_enrol($this->course, 'editingteacher');
    }

    /**
     * Makes the activity, with three learners in a group and one in another one; the three have answered.
     *
     * @param int $mode group mode
     * @param array $settings other settings
     */
    private function prepare(int $mode, array $settings = []): void {
        $this->create_activity($settings + ['groupmode' => $mode, 'grade' => 30], 4);
        foreach (['Blauw & rood', 'Geel'] as $i => $name) {
            $this->groups[] = (int) $this->getDataGenerator()->create_group(['courseid' => $this->course->id, 'name' => $name])->id;
            groups_add_member($this->groups[$i], $this->trainer);
        }
        foreach ($this->learners as $i => $learner) {
            groups_add_member($this->groups[$i < 3 ? 0 : 1], $learner);
        }
        $room = $mode === NOGROUPS ? 0 : $this->groups[0];
        $three = array_slice($this->learners, 0, 3);
        foreach ($three as $learner) {
            $this->run_as($learner, ['type' => 'join'], $room);
        }
        $this->run_as($this->trainer, ['type' => 'go_to', 'from' => '@start', 'to' => 'stellingen'], $room);
        foreach ($three as $learner) {
            foreach (self::ITEMS as $item) {
                $this->run_as($learner, self::answer($item, 5), $room);
            }
        }
    }

    /**
     * Changes the course module.
     *
     * @param array $values columns of course_modules
     */
    private function change(array $values): void {
        global $DB;

        $DB->update_record('course_modules', (object) ($values + ['id' => $this->cm->id]));
        rebuild_course_cache($this->course->id, true);
        $this->cm = get_fast_modinfo($this->course->id)->get_cm($this->cm->id);
    }

    /**
     * What somebody is told in the place of a room, or that they have one.
     *
     * @param stdClass $user the user
     * @param int $requested the group asked for
     * @return string
     */
    private function told(stdClass $user, int $requested): string {
        $reply = $this->read($user, $requested);
        return $reply['room'] ? 'room ' . $reply['me']['notice'] : $reply['me']['notice'];
    }

    /**
     * The rooms that somebody is shown.
     *
     * @param stdClass $user the user
     * @return string[] names by what is to be asked for
     */
    private function shown(stdClass $user): array {
        $this->setUser($user);
        return former_rooms::of($this->cm);
    }

    /**
     * How many rows of each table there are.
     *
     * @return int[]
     */
    private function rows(): array {
        global $DB;

        $tables = ['meeting', 'presence', 'answer', 'contrib', 'round', 'pending', 'progress'];
        return array_map(fn(string $table): int => $DB->count_records("leerlandschap_$table"), array_combine($tables, $tables));
    }

    /**
     * Whoever leads shows the results and closes the meeting; the three get their points.
     *
     * @param int $requested what is asked for
     */
    private function bring_to_an_end(int $requested): void {
        global $DB;

        $reveal = ['type' => 'set_round', 'step' => 'stellingen', 'round' => 1, 'from' => 'open', 'to' => 'revealed'];
        $shown = array_column($this->run_as($this->leader, $reveal, $requested)['room']['rounds'], null, 'step')['stellingen'];
        $this->assertSame(3, $shown['answered']);
        $this->assertNotEmpty($shown['results']);
        $this->run_as($this->leader, ['type' => 'close', 'from' => 'stellingen'], $requested);
        $this->assertSame(3, $DB->count_records('leerlandschap_progress', ['step' => 'stellingen']));
        $this->assertSame(3, $DB->count_records_select('grade_grades', 'finalgrade = 10 AND rawgrade IS NOT NULL'));
        $next = ['type' => 'start_next', 'from' => 1, 'part' => 'later'];
        $this->assert_refused('not_allowed', fn() => $this->run_as($this->leader, $next, $requested));
    }

    /**
     * A group that is deleted in mid-meeting takes nothing with it.
     */
    public function test_deleted_group(): void {
        $this->mock_clock_with_frozen(self::NOW);
        $this->prepare(SEPARATEGROUPS);
        $before = $this->rows();
        $this->setAdminUser();
        groups_delete_group($this->groups[0]);
        $this->assertSame($before, $this->rows());
        [$deleted, $other] = $this->groups;
        // Learners and trainers of single groups are told what is so.
        $this->assertSame('other_group', $this->told($this->learners[0], $deleted));
        $this->assertSame('no_group', $this->told($this->learners[0], 0));
        $this->assertSame('other_group', $this->told($this->learners[3], $deleted));
        $this->assertSame('other_group', $this->told($this->trainer, $deleted));
        foreach ([$this->learners[0], $this->learners[3], $this->trainer] as $user) {
            $this->assertSame([], $this->shown($user));
        }
        // Nobody answers in it any more, nor is there anybody to wait for.
        $answer = self::answer('st1', 1, 2);
        $this->assert_refused('other_group', fn() => $this->run_as($this->learners[0], $answer, $deleted));

        $this->assertSame([$deleted => 'A group that was deleted (last used on 21 November 2025)'], $this->shown($this->leader));
        $this->assertSame('room ', $this->told($this->leader, $deleted));
        $me = $this->read($this->leader, $deleted)['me'];
        $this->assertSame([false, true], [$me['rights']['participate'], $me['rights']['facilitate']]);
        $this->assert_refused('not_allowed', fn() => $this->run_as($this->leader, ['type' => 'join'], $deleted));
        $this->bring_to_an_end($deleted);
        $this->assertSame('room ', $this->told($this->learners[3], $other));
    }

    /**
     * Without groups first, then with them: the room of everybody stays for whoever leads, and comes back with the mode.
     */
    public function test_groups_come(): void {
        foreach ([SEPARATEGROUPS, VISIBLEGROUPS] as $mode) {
            $this->learners = [];
            $this->groups = [];
            $this->prepare(NOGROUPS, ['visibility' => 'named']);
            $before = $this->rows();
            $this->change(['groupmode' => $mode]);
            $this->assertSame('room ', $this->told($this->learners[0], 0));
            $this->assertSame([], $this->read($this->learners[0])['room']['people']);
            $this->assertSame('other_group', $this->told($this->learners[0], former_rooms::EVERYBODY));
            $this->assertSame(
                [former_rooms::EVERYBODY => 'Everybody together, before there were groups here'],
                $this->shown($this->leader)
            );
            // The page, and the services that it then calls, ask in the same way.
            $this->setUser($this->leader);
            $data = bootstrap::for_view($this->cm, former_rooms::EVERYBODY);
            $this->assertSame(former_rooms::EVERYBODY, $data['groupid']);
            $again = get_meeting::execute($this->cm->id, $data['groupid']);
            $this->assertSame($data['reply']['room']['meeting'], $again['room']['meeting']);
            $this->assertCount(3, $data['reply']['room']['people']);
            $this->assertSame($before['answer'], $this->rows()['answer']);

            $this->change(['groupmode' => NOGROUPS]);
            $this->assertSame([], $this->shown($this->leader));
            $this->assertSame('room ', $this->told($this->learners[0], 0));
            $this->assertCount(3, $this->read($this->learners[0])['room']['people']);
        }
    }

    /**
     * In a hidden meeting of everybody that groups came upon the points still come, for all at once.
     */
    public function test_groups_come_upon_hidden_answers(): void {
        $this->prepare(NOGROUPS);
        $this->change(['groupmode' => SEPARATEGROUPS]);
        $this->bring_to_an_end(former_rooms::EVERYBODY);
    }

    /**
     * With groups first, then without: the groups' rooms stay for whoever leads; everybody meets anew.
     */
    public function test_groups_go(): void {
        $this->prepare(VISIBLEGROUPS);
        $before = $this->rows();
        $this->change(['groupmode' => NOGROUPS]);
        [$former] = $this->groups;
        $this->assertSame($before['answer'], $this->rows()['answer']);
        $this->assertSame([$former => 'Blauw &amp; rood'], $this->shown($this->leader));
        // Where there are no groups, whatever group a learner asks for, they come to everybody's room.
        $this->assertSame([], $this->read($this->learners[0], $former)['room']['people']);
        $this->bring_to_an_end($former);
        $this->change(['groupmode' => VISIBLEGROUPS]);
        $this->assertSame('closed', $this->read($this->learners[0])['room']['state']);
    }

    /**
     * Between separate and visible groups the rooms are the same; others may come to read.
     */
    public function test_separate_and_visible(): void {
        $this->prepare(SEPARATEGROUPS);
        $this->assertSame('other_group', $this->told($this->learners[3], $this->groups[0]));
        $this->change(['groupmode' => VISIBLEGROUPS]);
        $this->assertSame('room other_group', $this->told($this->learners[3], $this->groups[0]));
        $this->assertSame('room ', $this->told($this->learners[0], 0));
        $this->assertSame([], $this->shown($this->leader));
        $this->change(['groupmode' => SEPARATEGROUPS]);
        $this->assertSame('other_group', $this->told($this->learners[3], $this->groups[0]));
    }

    /**
     * A grouping without the group takes its room away, with it the room is back.
     */
    public function test_grouping(): void {
        $this->prepare(SEPARATEGROUPS);
        $grouping = $this->getDataGenerator()->create_grouping(['courseid' => $this->course->id]);
        groups_assign_grouping($grouping->id, $this->groups[1]);
        $this->change(['groupingid' => $grouping->id]);
        $this->assertSame('no_group', $this->told($this->learners[0], 0));
        $this->assertSame([$this->groups[0] => 'Blauw &amp; rood'], $this->shown($this->leader));
        $this->assertSame('room ', $this->told($this->leader, $this->groups[0]));
        groups_assign_grouping($grouping->id, $this->groups[0]);
        $this->assertSame('room ', $this->told($this->learners[0], 0));
        $this->assertSame([], $this->shown($this->leader));
    }

    /**
     * A group whose members are nobody's business is not shown to whoever may not know of it, and never as a deleted one.
     */
    public function test_hidden_group(): void {
        global $DB;

        $this->prepare(SEPARATEGROUPS);
        $DB->set_field('groups', 'visibility', GROUPS_VISIBILITY_NONE, ['id' => $this->groups[0]]);
        $DB->set_field('groups', 'participation', 0, ['id' => $this->groups[0]]);
        \cache_helper::purge_by_definition('core', 'groupdata');
        \core_group\visibility::update_hiddengroups_cache($this->course->id);
        $role = $DB->get_field('role', 'id', ['shortname' => 'editingteacher']);
        $context = \context_course::instance($this->course->id);
        assign_capability('moodle/course:viewhiddengroups', CAP_PROHIBIT, $role, $context, true);
        $this->assertSame([], $this->shown($this->leader));
        $this->assertSame('other_group', $this->told($this->leader, $this->groups[0]));
    }

    /**
     * Meetings that people only looked at are nobody's loss.
     */
    public function test_untouched(): void {
        $this->create_activity();
        $this->read($this->learners[0]);
        $this->change(['groupmode' => SEPARATEGROUPS]);
        $this->assertSame([], $this->shown($this->leader));
        $this->assertSame('other_group', $this->told($this->leader, former_rooms::EVERYBODY));
    }

    /**
     * The page links to them, and says in one what it is.
     */
    public function test_page(): void {
        global $PAGE;

        $this->prepare(SEPARATEGROUPS);
        $PAGE->set_url('/mod/leerlandschap/view.php');
        $render = function (stdClass $user, int $requested): string {
            global $PAGE;
            $this->setUser($user);
            return trim($PAGE->get_renderer('core')->render(new links($this->cm, $requested)));
        };
        $this->assertSame('', $render($this->leader, 0));
        $this->change(['groupmode' => NOGROUPS]);
        $this->assertSame('', $render($this->learners[0], 0));
        $this->assertSame('', $render($this->learners[0], $this->groups[0]));
        $html = $render($this->leader, 0);
        $this->assertStringContainsString("/mod/leerlandschap/view.php?id={$this->cm->id}&amp;group={$this->groups[0]}\"", $html);
        $this->assertStringContainsString('Blauw &amp; rood', $html);
        $this->assertStringNotContainsString('role="status"', $html);
        $this->assertStringContainsString('role="status"', $render($this->leader, $this->groups[0]));
    }
}
