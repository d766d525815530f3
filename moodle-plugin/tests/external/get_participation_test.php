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
 * What other systems read of people: that they joined, and as far as the gradebook tells the reader, what they took part in.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \mod_leerlandschap\external\get_participation
 * @covers \mod_leerlandschap\external\report_service
 * @covers \mod_leerlandschap\external\report_structure
 * @covers \mod_leerlandschap\local\report\participation_report
 * @covers \mod_leerlandschap\local\summary\gradebook_view
 */
final class get_participation_test extends reports_testcase {
    /** The moment at which everything happens. */
    private const NOW = 1763750000;

    /**
     * What is told of somebody.
     *
     * @param array $told what the service answers
     * @param stdClass $user whom it is about
     * @return array|null null where they are not in it
     */
    private static function of(array $told, stdClass $user): ?array {
        return array_column($told['people'], null, 'id')[$user->id] ?? null;
    }

    /**
     * In a hidden meeting nothing of a step before all have their point; then the day, and no answer.
     */
    public function test_hidden(): void {
        $this->mock_clock_with_frozen(self::NOW);
        $this->create_activity();
        $this->start();
        foreach (['st1', 'st2', 'st3', 'st4', 'st5'] as $item) {
            foreach ($this->learners as $learner) {
                $this->run_as($learner, self::answer($item, 4));
            }
        }
        $today = self::NOW - self::NOW % DAYSECS;
        $told = $this->told($this->trainer, 'get_participation');
        $this->assertSame(3, $told['total']);
        foreach ($this->learners as $learner) {
            $person = self::of($told, $learner);
            $this->assertSame([fullname($learner), ['earned' => 0, 'attainable' => 3]], [$person['fullname'], $person['points']]);
            [$meeting] = $person['meetings'];
            $this->assertSame([1, null, $today], [$meeting['number'], $meeting['group'], $meeting['joined']]);
            $this->assertSame([], $meeting['steps']);
        }
        $this->run_as($this->trainer, self::REVEAL);
        $told = $this->told($this->trainer, 'get_participation', ['lang' => 'nl']);
        foreach ($this->learners as $learner) {
            $person = self::of($told, $learner);
            $this->assertSame(['earned' => 1, 'attainable' => 3], $person['points']);
            $this->assertSame(['stellingen', $today], [
                $person['meetings'][0]['steps'][0]['id'],
                $person['meetings'][0]['steps'][0]['noted'],
            ]);
        }
        $this->assertSame([], $told['warnings']);
        $this->assertStringNotContainsString('st1', json_encode($told));
        $this->assertStringNotContainsString('value', json_encode(array_column($told['people'], 'meetings')));
    }

    /**
     * Steps and points as the gradebook tells them to the reader; who joined everybody who may see the room knows.
     */
    public function test_as_in_gradebook(): void {
        global $DB;

        $this->create_activity(['visibility' => 'named']);
        $generator = $this->getDataGenerator()->get_plugin_generator('mod_leerlandschap');
        $meeting = $generator->create_meeting($this->instance_row());
        [$one, $other] = $this->learners;
        foreach ([$one, $other] as $learner) {
            // One of these gives no point.
            $generator->create_progress($meeting, $learner, ['stellingen', 'opbrengst']);
        }
        $shown = function (): array {
            $told = $this->told($this->trainer, 'get_participation');
            $points = array_map(fn(stdClass $user): ?int => self::of($told, $user)['points']['earned'] ?? null, $this->learners);
            foreach ($told['people'] as $person) {
                $steps = $person['meetings'][0]['steps'];
                $this->assertSame($person['points'] === null, $steps === null);
                $this->assertSame($steps === null ? null : ['stellingen'], $steps === null ? null : array_column($steps, 'id'));
                $this->assertGreaterThan(0, $person['meetings'][0]['joined']);
            }
            $this->assertSame(in_array(null, array_slice($points, 0, 2), true), $told['warnings'] !== []);
            return $points;
        };
        $this->assertSame([1, 1, null], $shown());
        $role = $this->getDataGenerator()->create_role();
        $context = \context_course::instance($this->course->id);
        assign_capability('moodle/grade:viewhidden', CAP_PROHIBIT, $role, $context);
        role_assign($role, $this->trainer->id, $context);
        $item = \grade_item::fetch(['itemmodule' => 'leerlandschap', 'iteminstance' => $this->cm->instance]);
        $item->get_grade($one->id)->set_hidden(1);
        $this->assertSame([null, 1, null], $shown());
        $item->get_grade($one->id)->set_hidden(time() - 10);
        $this->assertSame([1, 1, null], $shown());
        $item->set_hidden(time() + 1000);
        $this->assertSame([null, null, null], $shown());
        $item->set_hidden(0);
        $item->get_grade($one->id)->set_hidden(0);
        $this->assertSame([1, 1, null], $shown());
        assign_capability('moodle/grade:viewall', CAP_PROHIBIT, $role, $context);
        $this->assertSame([null, null, null], $shown());
        // Without a grade there is nothing in the gradebook.
        unassign_capability('moodle/grade:viewall', $role, $context);
        $this->assertSame([1, 1, null], $shown());
        $DB->set_field('leerlandschap', 'grade', 0);
        $this->assertSame([null, null, null], $shown());
        $this->assertSame('pointsnotshown', $this->told($this->trainer, 'get_participation')['warnings'][0]['warningcode']);
    }

    /**
     * People of other groups are not in it; nor is told what somebody did who has gone to such a group.
     */
    public function test_groups(): void {
        $groups = $this->two_groups();
        $this->vote(array_slice($this->learners, 0, 3), $groups[0], $this->trainer);
        $ids = fn(stdClass $user, array $args = []): array => array_column(
            $this->told($user, 'get_participation', $args)['people'],
            'id'
        );
        $expected = array_map(fn(stdClass $user): int => (int) $user->id, $this->learners);
        $this->assertSame(array_slice($expected, 0, 3), $ids($this->trainer));
        $this->assertSame($expected, $ids(get_admin()));
        $this->assertSame(array_slice($expected, 3), $ids(get_admin(), ['groupid' => $groups[1]]));
        $this->assert_not_told('error:other_group', $this->trainer, 'get_participation', ['groupid' => $groups[1]]);
        $this->assertSame(array_slice($expected, 4, 2), $ids(get_admin(), ['page' => 2, 'perpage' => 2]));
        $this->assertSame(6, $this->told(get_admin(), 'get_participation', ['page' => 2, 'perpage' => 2])['total']);

        [$moved] = $this->learners;
        $this->assertSame(1, self::of($this->told($this->trainer, 'get_participation'), $moved)['points']['earned']);
        groups_remove_member($groups[0], $moved);
        groups_add_member($groups[1], $moved);
        $person = self::of($this->told($this->trainer, 'get_participation'), $moved);
        $this->assertSame([null, null], [$person['points'], $person['meetings'][0]['steps']]);
        $this->assertSame(1, self::of($this->told(get_admin(), 'get_participation'), $moved)['points']['earned']);

        // The rooms of groups that the activity has no more are for whoever may enter them.
        set_coursemodule_groupmode($this->cm->id, NOGROUPS);
        rebuild_course_cache($this->course->id, true);
        $this->assertContains((int) $this->learners[1]->id, $ids(get_admin(), ['groupid' => $groups[0]]));
        $this->assert_not_told('error:other_group', $this->trainer, 'get_participation', ['groupid' => $groups[0]]);
    }

    /**
     * Whoever has led from outside and written along is told of where the gradebook tells of them; who left Moodle never.
     */
    public function test_without_joining(): void {
        $this->create_activity(['visibility' => 'named']);
        $generator = $this->getDataGenerator()->get_plugin_generator('mod_leerlandschap');
        $meeting = $generator->create_meeting($this->instance_row());
        \mod_leerlandschap\local\progress::mark($meeting, (int) $this->trainer->id, 'vervolgacties');
        $generator->create_progress($meeting, $this->learners[0], []);
        $told = $this->told($this->trainer, 'get_participation');
        $this->assertSame(2, $told['total']);
        [$there] = self::of($told, $this->trainer)['meetings'];
        $this->assertSame([0, 'vervolgacties'], [$there['joined'], $there['steps'][0]['id']]);
        delete_user($this->learners[0]);
        $left = $this->told($this->trainer, 'get_participation')['people'];
        $this->assertSame([(int) $this->trainer->id], array_column($left, 'id'));
        $item = \grade_item::fetch(['itemmodule' => 'leerlandschap', 'iteminstance' => $this->cm->instance]);
        $item->set_hidden(1);
        $role = $this->getDataGenerator()->create_role();
        assign_capability('moodle/grade:viewhidden', CAP_PROHIBIT, $role, \context_course::instance($this->course->id));
        role_assign($role, $this->trainer->id, \context_course::instance($this->course->id));
        $told = $this->told($this->trainer, 'get_participation');
        $this->assertSame([[], 0], [$told['people'], $told['total']]);
    }

    /**
     * What identifies people is told as the site tells it to the reader.
     */
    public function test_identity(): void {
        set_config('showuseridentity', 'idnumber,email');
        $this->create_activity([], 0);
        $learner = $this->getDataGenerator()->create_and_enrol($this->course, 'student', ['idnumber' => 'P7']);
        $this->run_as($learner, ['type' => 'join']);
        [$person] = $this->told($this->trainer, 'get_participation')['people'];
        $this->assertSame(['idnumber' => 'P7', 'email' => $learner->email], array_column($person['identity'], 'value', 'name'));
        $role = $this->getDataGenerator()->create_role();
        assign_capability('moodle/site:viewuseridentity', CAP_PROHIBIT, $role, \context_course::instance($this->course->id));
        role_assign($role, $this->trainer->id, \context_course::instance($this->course->id));
        $this->assertSame([], $this->told($this->trainer, 'get_participation')['people'][0]['identity']);
    }

    /**
     * The gradebook of a course with separate groups shows the grades of one's own groups, of activities without groups too.
     */
    public function test_gradebook_by_groups(): void {
        $this->create_activity(['visibility' => 'named', 'groupmode' => NOGROUPS]);
        $generator = $this->getDataGenerator()->get_plugin_generator('mod_leerlandschap');
        $meeting = $generator->create_meeting($this->instance_row());
        foreach ($this->learners as $learner) {
            $generator->create_progress($meeting, $learner, ['stellingen']);
        }
        $group = $this->getDataGenerator()->create_group(['courseid' => $this->course->id]);
        foreach ([$this->trainer, $this->learners[0]] as $member) {
            groups_add_member($group, $member);
        }
        $shown = function (): array {
            $told = $this->told($this->trainer, 'get_participation');
            return array_map(fn(stdClass $user): ?int => self::of($told, $user)['points']['earned'] ?? null, $this->learners);
        };
        $this->assertSame([1, 1, 1], $shown());
        $this->course->groupmode = SEPARATEGROUPS;
        update_course($this->course);
        $this->assertSame([1, null, null], $shown());
        $this->getDataGenerator()->role_assign('editingteacher', $this->trainer->id, $this->cm->context->get_course_context());
        $this->assertSame([1, 1, 1], $shown());
    }

    /**
     * People are found by their name, however it is written, and put in order by it or by what they took part in.
     */
    public function test_search_and_order(): void {
        $this->create_activity(['visibility' => 'named'], 0);
        $generator = $this->getDataGenerator()->get_plugin_generator('mod_leerlandschap');
        $meeting = $generator->create_meeting($this->instance_row());
        $people = [['José', 'Álvarez', []], ['Zoë', 'Zon', ['stellingen', 'vervolgacties']], ['Bo', 'Berg', ['stellingen']]];
        foreach ($people as [$first, $last, $steps]) {
            $names = ['firstname' => $first, 'lastname' => $last];
            $generator->create_progress($meeting, $this->getDataGenerator()->create_and_enrol($this->course, 'student', $names), $steps);
        }
        $found = function (array $args): array {
            $told = $this->told($this->trainer, 'get_participation', $args);
            $this->assertSame($told['total'], max($told['total'], count($told['people'])));
            return array_map(fn(string $name): string => strtok($name, ' '), array_column($told['people'], 'fullname'));
        };
        $this->assertSame(['José', 'Zoë', 'Bo'], $found([]));
        $this->assertSame(['Bo', 'José', 'Zoë'], $found(['sort' => 'name']));
        $this->assertSame(['Zoë', 'José', 'Bo'], $found(['sort' => 'namedown']));
        $this->assertSame(['Zoë', 'Bo', 'José'], $found(['sort' => 'most']));
        $this->assertSame(['José', 'Bo', 'Zoë'], $found(['sort' => 'fewest']));
        $this->assertSame(['Bo'], $found(['sort' => 'most', 'page' => 1, 'perpage' => 1]));
        $this->assertSame(['José'], $found(['search' => ' alvarez']));
        $this->assertSame(['Zoë'], $found(['search' => 'ZOË']));
        $this->assertSame([], $found(['search' => '%']));
        $told = $this->told($this->trainer, 'get_participation', ['search' => 'bo', 'perpage' => 1]);
        $this->assertSame(1, $told['total']);
        $this->assertSame(
            ['stellingen' => [2, 3], 'vervolgacties' => [1, 3], 'uitgangspunten' => [0, 3]],
            array_map(fn(array $step): array => [$step['taken'], $step['of']], array_column($told['steps'], null, 'id'))
        );
        $this->assert_not_told('error:bad_value', $this->trainer, 'get_participation', ['sort' => 'grade']);
    }

    /**
     * Steps are counted over those alone of whom the gradebook tells the reader.
     */
    public function test_steps_of_those_who_are_told(): void {
        $this->create_activity(['visibility' => 'named']);
        $generator = $this->getDataGenerator()->get_plugin_generator('mod_leerlandschap');
        $meeting = $generator->create_meeting($this->instance_row());
        foreach ($this->learners as $learner) {
            $generator->create_progress($meeting, $learner, ['stellingen']);
        }
        $role = $this->getDataGenerator()->create_role();
        assign_capability('moodle/grade:viewhidden', CAP_PROHIBIT, $role, \context_course::instance($this->course->id));
        role_assign($role, $this->trainer->id, \context_course::instance($this->course->id));
        $item = \grade_item::fetch(['itemmodule' => 'leerlandschap', 'iteminstance' => $this->cm->instance]);
        $item->get_grade($this->learners[0]->id)->set_hidden(1);
        $steps = fn(): array => $this->told($this->trainer, 'get_participation')['steps'];
        $this->assertSame([2, 2], [$steps()[0]['taken'], $steps()[0]['of']]);
        $item->set_hidden(1);
        $this->assertSame([], $steps());
    }

    /**
     * Who may not, and what is too much.
     */
    public function test_refusals(): void {
        $this->create_activity();
        $this->assert_not_told('nopermissions', $this->learners[0], 'get_participation');
        $this->assert_not_told('invalidrecordunknown', $this->trainer, 'get_participation', ['cmid' => 987654]);
        $this->assert_not_told('error:too_large', $this->trainer, 'get_participation', ['perpage' => 501]);
        $this->assert_not_told('error:bad_value', $this->trainer, 'get_participation', ['page' => -1]);
    }
}
