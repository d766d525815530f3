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

namespace mod_leerlandschap\local\summary;

defined('MOODLE_INTERNAL') || die();

require_once(__DIR__ . '/../../actions_testcase.php');

use mod_leerlandschap\actions_testcase;
use mod_leerlandschap\local\assets;
use mod_leerlandschap\local\former_rooms;
use mod_leerlandschap\output\room_list;
use stdClass;

/**
 * How the groups of a course stand in its activities: what is told to whom, in which order, and what it costs.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \mod_leerlandschap\local\summary\room_summaries
 * @covers \mod_leerlandschap\local\summary\room_summary
 * @covers \mod_leerlandschap\local\summary\seen_rooms
 * @covers \mod_leerlandschap\local\summary\group_actions
 * @covers \mod_leerlandschap\output\room_list
 */
final class room_summaries_test extends actions_testcase {
    /** @var stdClass[] the groups */
    private array $groups = [];

    /**
     * How the groups stand for a user.
     *
     * @param stdClass $user the user
     * @return room_summary[] in their order
     */
    private function rooms(stdClass $user): array {
        $this->setUser($user);
        // Each looks in a request of their own.
        get_fast_modinfo(0, 0, true);
        return (new room_summaries(get_course($this->course->id)))->all();
    }

    /**
     * The names of groups of which a user is told how they stand.
     *
     * @param stdClass $user the user
     * @return string[] in their order
     */
    private function names(stdClass $user): array {
        return array_column($this->rooms($user), 'group');
    }

    /**
     * Makes an activity in which two groups of two learners meet apart. The trainer is in both.
     *
     * @param array $settings settings of the activity
     */
    private function create_groups(array $settings = []): void {
        $this->mock_clock_with_frozen(self::NOW);
        $this->create_activity($settings + ['groupmode' => SEPARATEGROUPS], 4);
        foreach (['Noord', 'Zuid'] as $i => $name) {
            $this->groups[$i] = $this->getDataGenerator()->create_group(['courseid' => $this->course->id, 'name' => $name]);
            foreach ([...array_slice($this->learners, 2 * $i, 2), $this->trainer] as $user) {
                groups_add_member($this->groups[$i], $user);
            }
        }
    }

    /**
     * Lets a group meet.
     *
     * @param int $which number of the group
     * @param string $place the step that it comes to
     */
    private function meet(int $which, string $place): void {
        foreach (array_slice($this->learners, 2 * $which, 2) as $learner) {
            $this->run_as($learner, ['type' => 'join'], $this->groups[$which]->id);
        }
        $this->run_as($this->trainer, ['type' => 'go_to', 'from' => '@start', 'to' => $place], $this->groups[$which]->id);
    }

    /**
     * Which groups have met, how far they are, and what is due.
     */
    public function test_what_is_told(): void {
        $this->create_groups(['visibility' => 'named']);
        $this->assertSame([['Noord', 'none'], ['Zuid', 'none']], array_map(
            fn(room_summary $room): array => [$room->group, $room->state],
            $this->rooms($this->trainer)
        ));
        // Whoever looks in does not make the group meet.
        $this->read($this->learners[2], $this->groups[1]->id);
        $this->assertSame('none', $this->rooms($this->trainer)[1]->state);
        $this->meet(1, 'vervolgacties');
        [$first, $other] = $this->rooms($this->trainer);
        $this->assertSame(['Zuid', 'open', 1, 'Follow-up actions', 3, 4, 2], [
            $first->group, $first->state, $first->number, $first->place, $first->step, $first->steps, $first->joined,
        ]);
        $this->assertSame(['Noord', 'none', 0, []], [$other->group, $other->state, $other->joined, $other->reasons]);
        // An action that is nobody's in particular is open too; one that is done is not.
        $actions = [['when' => '2025-11-20'], ['when' => '2025-11-30', 'status' => 'busy'], ['when' => null], ['status' => 'done']];
        foreach ($actions as $i => $fields) {
            $owner = $i ? null : $this->learners[2];
            $this->write($this->learners[2], $owner, $fields, "00000000-0000-4000-8000-00000000000$i", $this->groups[1]->id);
        }
        [$first] = $this->rooms($this->trainer);
        $this->assertSame([3, 1, '2025-11-20', ['overdue']], [$first->actions, $first->overdue, $first->due, $first->reasons]);
        $this->run_as($this->trainer, ['type' => 'close', 'from' => 'vervolgacties'], $this->groups[1]->id);
        [$first] = $this->rooms($this->trainer);
        $this->assertSame(['closed', self::NOW, 3], [$first->state, $first->day, $first->actions]);
    }

    /**
     * What needs attention comes first; a list can have that alone.
     */
    public function test_attention(): void {
        global $OUTPUT, $PAGE;

        $this->create_groups();
        $this->meet(0, 'stellingen');
        $this->assertSame(['Noord', 'Zuid'], $this->names($this->trainer));
        $clock = $this->mock_clock_with_frozen(self::NOW + 8 * DAYSECS);
        $this->meet(1, 'stellingen');
        $rooms = $this->rooms($this->trainer);
        $this->assertSame([['leftopen'], []], array_column($rooms, 'reasons'));
        $list = fn(bool $attention): array =>
            (new room_list($this->course, new assets(), $attention))->export_for_template($PAGE->get_renderer('core'));
        $this->assertSame([2, 1, 2], [count($list(false)['rooms']), count($list(true)['rooms']), $list(true)['all']]);
        $this->assertStringContainsString('Step 1 of 4', $list(true)['rooms'][0]['place']);
        $html = $OUTPUT->render(new room_list($this->course, new assets(), true));
        $this->assertStringContainsString('Noord', $html);
        $this->assertStringNotContainsString('Zuid', $html);

        // A closing date that is near, for those who are not done.
        $closes = $clock->time() + 3 * DAYSECS;
        $this->create_activity(['timeclose' => $closes, 'groupmode' => NOGROUPS, 'name' => 'Soon'], 0);
        [, $soon] = $this->rooms($this->trainer);
        $this->assertSame(['Soon', '', 'none', ['closessoon']], [$soon->cm->name, $soon->group, $soon->state, $soon->reasons]);
        $clock->bump(30 * DAYSECS);
        $this->assertSame([['leftopen'], ['leftopen'], []], array_column($this->rooms($this->trainer), 'reasons'));
    }

    /**
     * Nobody is told of a group whose room they may not see, of an activity that is hidden from them, or without the right.
     */
    public function test_who_is_told(): void {
        global $DB;

        $this->create_groups();
        $this->meet(0, 'stellingen');
        $this->assertSame(['Noord', 'Zuid'], $this->names($this->trainer));
        groups_remove_member($this->groups[0], $this->trainer);
        $this->assertSame(['Zuid'], $this->names($this->trainer));
        $this->assertSame([], $this->names($this->learners[0]));
        $this->assertSame(['Noord', 'Zuid'], $this->names(get_admin()));
        $this->assertSame([], $this->names($this->getDataGenerator()->create_user()));
        set_coursemodule_visible($this->cm->id, 0);
        $this->assertSame(['Zuid'], $this->names($this->trainer));
        $role = $this->getDataGenerator()->create_role();
        $context = \context_course::instance($this->course->id);
        assign_capability('moodle/course:viewhiddenactivities', CAP_PROHIBIT, $role, $context);
        role_assign($role, $this->trainer->id, $context);
        $this->assertSame([], $this->names($this->trainer));
        $DB->set_field('user_enrolments', 'status', ENROL_USER_SUSPENDED, ['userid' => $this->trainer->id]);
        $this->assertSame([], $this->names($this->trainer));
    }

    /**
     * Rooms that the activity has no more, for those who may enter them.
     */
    public function test_former_rooms(): void {
        $this->create_groups();
        $this->meet(0, 'stellingen');
        groups_delete_group($this->groups[0]->id);
        $this->assertSame(['Zuid'], $this->names($this->trainer));
        $rooms = $this->rooms(get_admin());
        $this->assertSame([[true, 'open'], [false, 'none']], array_map(fn($room): array => [$room->former, $room->state], $rooms));
        $this->assertStringContainsString('A group that was deleted', $rooms[0]->group);
        $this->assertSame((int) $this->groups[0]->id, $rooms[0]->asked);
        // The room of everybody, from before there were groups.
        set_coursemodule_groupmode($this->cm->id, NOGROUPS);
        $this->cm = get_fast_modinfo($this->course->id)->get_cm($this->cm->id);
        $this->run_as($this->trainer, ['type' => 'join']);
        $this->run_as($this->trainer, ['type' => 'go_to', 'from' => '@start', 'to' => 'opbrengst']);
        set_coursemodule_groupmode($this->cm->id, SEPARATEGROUPS);
        $asked = array_column($this->rooms(get_admin()), 'asked');
        $this->assertEqualsCanonicalizing([(int) $this->groups[0]->id, (int) $this->groups[1]->id, -1], $asked);
    }

    /**
     * Whoever is suspended is told of no room, as if all were former ones, and enters none.
     */
    public function test_suspended(): void {
        $this->create_groups();
        $this->meet(0, 'stellingen');
        $teacher = $this->getDataGenerator()->create_and_enrol($this->course, 'editingteacher');
        $this->assertSame(['Noord', 'Zuid'], $this->names($teacher));
        $how = ['manual', 0, 0, ENROL_USER_SUSPENDED];
        $this->getDataGenerator()->enrol_user($teacher->id, $this->course->id, 'editingteacher', ...$how);
        $this->assertSame([], $this->names($teacher));
        groups_delete_group($this->groups[0]->id);
        $this->assertSame([], $this->names($teacher));
        $this->assertSame([], former_rooms::of(get_fast_modinfo($this->course->id)->get_cm($this->cm->id)));
    }

    /**
     * An exercise that is not there breaks nothing; each at their own pace is nowhere in particular.
     */
    public function test_without_a_place(): void {
        global $DB;

        $this->create_groups(['pace' => 'own']);
        $this->meet(0, 'stellingen');
        $this->assertSame('@own', $this->rooms($this->trainer)[0]->place);
        $DB->set_field('leerlandschap', 'format', 'gone');
        $this->assertSame(['open', '@start'], [$this->rooms($this->trainer)[0]->state, $this->rooms($this->trainer)[0]->place]);
    }

    /**
     * Makes a course with activities in each of which every group has met and has something to do.
     *
     * @param int $activities how many activities
     * @param int $groups how many groups
     * @param int $members how many members each has
     */
    private function fill(int $activities, int $groups, int $members): void {
        global $DB;

        $generator = $this->getDataGenerator();
        $own = $generator->get_plugin_generator('mod_leerlandschap');
        $this->course = $generator->create_course();
        $this->trainer = $generator->create_and_enrol($this->course, 'editingteacher');
        $this->groups = [];
        for ($i = 0; $i < $groups; $i++) {
            $this->groups[] = $generator->create_group(['courseid' => $this->course->id]);
        }
        $users = array_map(fn(): stdClass => $generator->create_user(), range(1, $members));
        for ($i = 0; $i < $activities; $i++) {
            $instance = $generator->create_module('leerlandschap', ['course' => $this->course->id, 'groupmode' => SEPARATEGROUPS]);
            foreach ($this->groups as $group) {
                $meeting = $own->create_meeting($instance, (int) $group->id);
                $DB->set_field('leerlandschap_meeting', 'place', 'stellingen', ['id' => $meeting->id()]);
                array_map(fn(stdClass $user) => $own->create_progress($meeting, $user, []), $users);
                $fields = ['what' => 'X', 'when' => '2020-01-01', 'status' => 'open'];
                $own->create_contribution($meeting, null, 'vervolgacties', 'action', $fields);
            }
        }
        // One that was deleted, with its meetings.
        groups_delete_group(array_pop($this->groups)->id);
    }

    /**
     * For 50 activities it takes as many queries as for 2, for 40 groups as for 2, whatever number of members they have.
     */
    public function test_queries(): void {
        global $DB, $OUTPUT;

        $queries = [];
        foreach ([[2, 3, 1], [50, 3, 1], [3, 41, 1], [3, 3, 20]] as $size) {
            $this->fill(...$size);
            $this->setUser($this->trainer);
            $list = fn(): string => $OUTPUT->render(new room_list($this->course, new assets(), false));
            // Once to fill what core caches for everybody.
            $list();
            $before = $DB->perf_get_queries();
            $html = $list();
            $queries[implode('/', $size)] = $DB->perf_get_queries() - $before;
            $this->assertSame($size[0] * $size[1], substr_count($html, 'scope="row"'));
            $this->assertStringContainsString('Overdue actions: 1', $html);
        }
        $this->assertCount(1, array_unique($queries), json_encode($queries));
        $this->assertLessThanOrEqual(12, reset($queries), json_encode($queries));
    }
}
