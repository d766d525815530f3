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

namespace mod_leerlandschap\reportbuilder\datasource;

defined('MOODLE_INTERNAL') || die();

require_once(__DIR__ . '/../source_testcase.php');

use core_reportbuilder\local\filters\date;
use core_reportbuilder\local\filters\number;
use core_reportbuilder\local\filters\select;
use core_reportbuilder\local\filters\text;
use mod_leerlandschap\reportbuilder\source_testcase;
use stdClass;

/**
 * Who took part, in the report builder: each reader is told what the activities and the gradebook would tell them.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \mod_leerlandschap\reportbuilder\datasource\participation
 * @covers \mod_leerlandschap\reportbuilder\local\meetings_source
 * @covers \mod_leerlandschap\reportbuilder\local\plugin_entity
 * @covers \mod_leerlandschap\reportbuilder\local\exercise_texts
 * @covers \mod_leerlandschap\reportbuilder\local\entities\activity
 * @covers \mod_leerlandschap\reportbuilder\local\entities\meeting
 * @covers \mod_leerlandschap\reportbuilder\local\entities\participation
 * @covers \mod_leerlandschap\reportbuilder\local\entities\step
 * @covers \mod_leerlandschap\local\report\report_sight
 */
final class participation_test extends source_testcase {
    /** A moment late in a day in Greenwich. */
    private const NOW = 1763767000;

    /**
     * Makes the courses, in which everybody took part in the first step.
     *
     * @param array $settings settings of the activities
     */
    protected function create_world(array $settings = []): void {
        $this->mock_clock_with_frozen(self::NOW);
        parent::create_world($settings);
        foreach (['A1' => 'Anna', 'A2' => 'Bart', 'B1' => 'Cees'] as $group => $person) {
            $this->plugin_generator()->create_progress($this->meetings[$group], $this->people[$person], ['stellingen']);
        }
    }

    /**
     * Says when everybody joined.
     *
     * @param int $time seconds since 1970
     */
    private static function joined(int $time): void {
        global $DB;

        $DB->set_field('leerlandschap_presence', 'timejoined', $time);
    }

    /**
     * The report as it begins.
     */
    public function test_default(): void {
        $this->create_world();
        self::joined(self::NOW - self::NOW % DAYSECS);
        $rows = $this->report(get_admin(), participation::class);
        $this->assertCount(3, $rows);
        $this->assertStringContainsString('Course A', $rows[0][0]);
        $this->assertStringContainsString('mod/leerlandschap/view.php?id=' . $this->activities['A']->cmid, $rows[0][1]);
        $this->assertSame(['Group A1', 1, 'Anna Smit', '21 November 2025', 1], array_slice($rows[0], 2));
        $this->assertSame(['Group A2', 1, 'Bart Smit', '21 November 2025', 1], array_slice($rows[1], 2));
        $this->assertSame(['Group B1', 1, 'Cees Smit', '21 November 2025', 1], array_slice($rows[2], 2));
    }

    /**
     * Steps by name, in the language of the reader, and the day on which they were noted: where answers are hidden that
     * of Greenwich, wherever the reader lives.
     */
    public function test_steps(): void {
        $this->create_world();
        $this->plugin_generator()->create_progress($this->meetings['A1'], $this->people['Anna'], ['opbrengst']);
        $west = $this->create_manager();
        $west->timezone = 'America/Los_Angeles';
        user_update_user($west, false, false);
        $rows = $this->report($west, participation::class, [
            'user:fullname', 'step:title', 'step:noted', 'participation:steps', 'activity:exercise', 'meeting:part',
            'meeting:state',
        ]);
        $titles = ['Statements'];
        $anna = array_filter($rows, fn(array $row): bool => $row[0] === 'Anna Smit');
        $this->assertCount(2, $anna);
        foreach ($anna as $row) {
            $this->assertSame(['21 November 2025', 2, 'Mapping the learning landscape'], array_slice($row, 2, 3));
            $this->assertNotSame('', $row[5]);
            $this->assertSame('Open', $row[6]);
            $titles[] = $row[1];
        }
        $exercise = json_decode(file_get_contents(__DIR__ . '/../../../build/formats/leerlandschap.json'), true);
        $known = array_column(array_column($exercise['steps'], 'title', 'id'), 'en');
        $this->assertCount(2, array_unique(array_intersect(array_slice($titles, 1), $known)));
    }

    /**
     * What no column can tell.
     */
    public function test_no_answers(): void {
        $this->create_world();
        $this->setAdminUser();
        $generator = $this->getDataGenerator()->get_plugin_generator('core_reportbuilder');
        $report = $generator->create_report(['name' => 'All', 'source' => participation::class, 'default' => 0]);
        $columns = \core_reportbuilder\manager::get_report_from_persistent($report)->get_columns();
        foreach ($columns as $name => $column) {
            $sql = implode(' ', [...$column->get_fields(), ...$column->get_joins()]);
            $this->assertDoesNotMatchRegularExpression('/answer|contrib/', $sql);
            $this->assertNotSame('group:enrolmentkey', $name);
        }
        $this->assertArrayHasKey('group:name', $columns);
    }

    /**
     * Each reader is told of groups whose room they may see, where they may view reports.
     */
    public function test_readers(): void {
        $this->create_world();
        $told = fn(stdClass $reader): array => $this->told($reader, participation::class, 'user:firstname');
        $this->assertSame(['Anna', 'Bart', 'Cees'], $told(get_admin()));
        $this->assertSame(['Anna', 'Bart', 'Cees'], $told($this->create_manager()));
        $this->assertSame([], $told($this->people['Anna']));
        $this->assertSame([], $told($this->getDataGenerator()->create_user()));
        $trainer = $this->create_trainer('A', ['A1']);
        $this->assertSame(['Anna'], $told($trainer));
        groups_add_member($this->groups['A2'], $trainer);
        $this->assertSame(['Anna', 'Bart'], $told($trainer));
        $designer = $this->getDataGenerator()->create_and_enrol($this->courses['B'], 'editingteacher');
        $this->assertSame(['Cees'], $told($designer));
        // What others could not open either is in no report.
        course_change_visibility($this->courses['B']->id, false);
        $this->assertSame(['Cees'], $told($designer));
        $teacher = $this->create_trainer('B', ['B1']);
        $this->assertSame(['Cees'], $told($teacher));
        $this->prohibit($teacher, 'B', 'moodle/course:viewhiddencourses');
        $this->assertSame([], $told($teacher));
        $this->prohibit($trainer, 'A', 'mod/leerlandschap:viewreports');
        $this->assertSame([], $told($trainer));
        // Suspended: core leaves the role.
        $suspended = $this->getDataGenerator()->create_user();
        $this->getDataGenerator()->enrol_user(
            $suspended->id,
            $this->courses['A']->id,
            'editingteacher',
            'manual',
            0,
            0,
            ENROL_USER_SUSPENDED
        );
        $this->assertSame([], $told($suspended));
    }

    /**
     * A right that is taken away somewhere is missing there, for managers of the site too.
     */
    public function test_manager_without_a_right_somewhere(): void {
        global $DB;

        $this->create_world();
        $manager = $this->create_manager();
        $role = $DB->get_field('role', 'id', ['shortname' => 'manager']);
        assign_capability('mod/leerlandschap:viewreports', CAP_PREVENT, $role, \context_course::instance($this->courses['A']->id));
        $this->assertSame(['Cees'], $this->told($manager, participation::class, 'user:firstname'));
        $this->assertSame(['Anna', 'Bart', 'Cees'], $this->told(get_admin(), participation::class, 'user:firstname'));
    }

    /**
     * Nor does a role help that is theirs in a course and forbids what they may do everywhere, wherever it is defined.
     */
    public function test_manager_with_a_role_that_forbids(): void {
        $this->create_world();
        $manager = $this->create_manager();
        $role = $this->getDataGenerator()->create_role();
        assign_capability('mod/leerlandschap:viewreports', CAP_PROHIBIT, $role, \context_system::instance());
        $told = fn(): array => $this->told($manager, participation::class, 'user:firstname');
        $this->assertSame(['Anna', 'Bart', 'Cees'], $told());
        role_assign($role, $manager->id, \context_course::instance($this->courses['A']->id));
        $this->assertSame(['Cees'], $told());
    }

    /**
     * Whoever is suspended in a course comes into no room of it, with rights of the site neither.
     */
    public function test_suspended_manager(): void {
        $this->create_world();
        $manager = $this->create_manager();
        $told = fn(): array => $this->told($manager, participation::class, 'user:firstname');
        $enrol = fn(int $status) => $this->getDataGenerator()
            ->enrol_user($manager->id, $this->courses['A']->id, 'manager', 'manual', 0, 0, $status);
        $enrol(ENROL_USER_ACTIVE);
        $this->assertSame(['Anna', 'Bart', 'Cees'], $told());
        $enrol(ENROL_USER_SUSPENDED);
        $this->assertSame(['Cees'], $told());
    }

    /**
     * A group that somebody may not know of is none of theirs.
     */
    public function test_hidden_group(): void {
        global $CFG, $DB;
        require_once($CFG->dirroot . '/group/lib.php');

        $this->create_world();
        $manager = $this->create_manager();
        $this->groups['A2']->visibility = GROUPS_VISIBILITY_NONE;
        groups_update_group($this->groups['A2']);
        $told = fn(): array => $this->told($manager, participation::class, 'user:firstname');
        $this->assertSame(['Anna', 'Bart', 'Cees'], $told());
        unassign_capability('moodle/course:viewhiddengroups', $DB->get_field('role', 'id', ['shortname' => 'manager']));
        $this->assertSame(['Anna', 'Cees'], $told());
    }

    /**
     * Whoever left the group is not told of because the reader meets them in another course.
     */
    public function test_group_of_another_course(): void {
        $this->create_world();
        $trainer = $this->create_trainer('A', ['A1', 'A2']);
        groups_remove_member($this->groups['A2'], $this->people['Bart']);
        foreach (['teacher' => $trainer, 'student' => $this->people['Bart']] as $role => $user) {
            $this->getDataGenerator()->enrol_user($user->id, $this->courses['B']->id, $role);
            groups_add_member($this->groups['B1'], $user);
        }
        $rows = $this->report($trainer, participation::class, ['user:firstname', 'participation:steps']);
        $steps = array_column($rows, 1, 0);
        ksort($steps);
        $this->assertSame(['Anna' => 1, 'Bart' => null, 'Cees' => 1], $steps);
    }

    /**
     * Where the gradebook of a course goes by separate groups it does so for activities without groups too; where grades
     * are words of a scale the steps are told as where they are numbers.
     */
    public function test_gradebook_by_groups(): void {
        global $DB;

        $scale = $this->getDataGenerator()->create_scale(['scale' => 'some, most, all']);
        $this->create_world(['groupmode' => NOGROUPS, 'grade' => -$scale->id]);
        $DB->delete_records('leerlandschap_meeting', ['id' => $this->meetings['A2']->id()]);
        $DB->set_field('leerlandschap_meeting', 'groupid', 0);
        foreach (['leerlandschap_presence', 'leerlandschap_progress'] as $table) {
            $DB->set_field($table, 'meetingid', $this->meetings['A1']->id(), ['meetingid' => $this->meetings['A2']->id()]);
        }
        $trainer = $this->create_trainer('A', ['A1']);
        $steps = function (stdClass $reader): array {
            $steps = array_column($this->report($reader, participation::class, ['user:firstname', 'participation:steps']), 1, 0);
            ksort($steps);
            return $steps;
        };
        $this->assertSame(['Anna' => 1, 'Bart' => 1], $steps($trainer));
        $this->courses['A']->groupmode = SEPARATEGROUPS;
        update_course($this->courses['A']);
        $this->assertSame(['Anna' => 1, 'Bart' => null], $steps($trainer));
        $this->assertSame(['Anna' => 1, 'Bart' => 1, 'Cees' => 1], $steps(get_admin()));
    }

    /**
     * In which steps somebody took part is told as the gradebook tells it; that they joined is no secret of the gradebook.
     */
    public function test_as_in_gradebook(): void {
        global $DB;

        $this->create_world();
        $trainer = $this->create_trainer('A', ['A1', 'A2']);
        $steps = function (stdClass $reader): array {
            $rows = $this->report($reader, participation::class, ['user:firstname', 'participation:steps', 'step:noted']);
            foreach ($rows as $row) {
                $this->assertSame($row[1] === null, $row[2] === '');
            }
            $steps = array_map(fn($number): int => (int) $number, array_column($rows, 1, 0));
            ksort($steps);
            return $steps;
        };
        $this->assertSame(['Anna' => 1, 'Bart' => 1], $steps($trainer));
        $item = \grade_item::fetch(['itemmodule' => 'leerlandschap', 'iteminstance' => $this->activities['A']->id]);
        $this->prohibit($trainer, 'A', 'moodle/grade:viewhidden');
        $this->assertSame(['Anna' => 1, 'Bart' => 1], $steps($trainer));
        $item->get_grade($this->people['Anna']->id)->set_hidden(1);
        $this->assertSame(['Anna' => 0, 'Bart' => 1], $steps($trainer));
        $item->set_hidden(1);
        $this->assertSame(['Anna' => 0, 'Bart' => 0], $steps($trainer));
        $this->assertSame(['Anna' => 1, 'Bart' => 1, 'Cees' => 1], $steps(get_admin()));
        $item->set_hidden(0);
        $item->get_grade($this->people['Anna']->id)->set_hidden(0);
        $this->assertSame(['Anna' => 1, 'Bart' => 1], $steps($trainer));
        // Whoever has gone to a group that the reader does not see is told of no more.
        groups_remove_member($this->groups['A2'], $this->people['Bart']);
        $this->assertSame(['Anna' => 1, 'Bart' => 0], $steps($trainer));
        groups_add_member($this->groups['A2'], $this->people['Bart']);
        $this->prohibit($trainer, 'A', 'moodle/grade:viewall');
        $this->assertSame(['Anna' => 0, 'Bart' => 0], $steps($trainer));
        $DB->set_field('leerlandschap', 'grade', 0);
        $this->assertSame(['Anna' => 0, 'Bart' => 0, 'Cees' => 0], $steps(get_admin()));
    }

    /**
     * Who took part without joining is in it; who only joined an earlier meeting, or left Moodle, is not.
     */
    public function test_who(): void {
        global $DB;

        $this->create_world();
        $DB->delete_records('leerlandschap_presence', ['userid' => $this->people['Anna']->id]);
        $DB->delete_records('leerlandschap_progress', ['userid' => $this->people['Bart']->id]);
        $told = fn(): array => $this->told(get_admin(), participation::class, 'user:firstname');
        $this->assertSame(['Anna', 'Bart', 'Cees'], $told());
        $DB->set_field('leerlandschap_presence', 'timejoined', 0, ['userid' => $this->people['Bart']->id]);
        $this->assertSame(['Anna', 'Cees'], $told());
        delete_user($this->people['Cees']);
        $this->assertSame(['Anna'], $told());
        course_delete_module($this->activities['A']->cmid, true);
        $this->assertSame([], $told());
    }

    /**
     * Filters and what they leave.
     *
     * @return array[] filter values, and who is left
     */
    public static function filters(): array {
        return [
            'activity' => [['activity:name_operator' => text::IS_EQUAL_TO, 'activity:name_value' => 'Activity B'], ['Cees']],
            'group' => [['group:name_operator' => text::IS_EQUAL_TO, 'group:name_value' => 'Group A2'], ['Bart']],
            'state' => [['meeting:state_operator' => select::EQUAL_TO, 'meeting:state_value' => 'closed'], ['Bart']],
            'state open' => [
                ['meeting:state_operator' => select::EQUAL_TO, 'meeting:state_value' => 'open'],
                ['Anna', 'Cees'],
            ],
            'visibility' => [
                ['meeting:visibility_operator' => select::NOT_EQUAL_TO, 'meeting:visibility_value' => 'hidden'],
                [],
            ],
            'number' => [
                ['meeting:number_operator' => number::GREATER_THAN, 'meeting:number_value1' => 1],
                [],
            ],
            'joined' => [['participation:joined_operator' => date::DATE_EMPTY], []],
            'steps' => [
                ['participation:steps_operator' => number::EQUAL_TO, 'participation:steps_value1' => 1],
                ['Anna', 'Bart'],
            ],
            'not closed' => [['meeting:closed_operator' => date::DATE_EMPTY], ['Anna', 'Cees']],
            'noted' => [['step:noted_operator' => date::DATE_NOT_EMPTY], ['Anna', 'Bart']],
        ];
    }

    /**
     * A filter leaves what it should: Bart's meeting is closed, and Cees took part in no step.
     *
     * @dataProvider filters
     * @param array $filters values by name
     * @param string[] $expected who is left
     */
    public function test_filters(array $filters, array $expected): void {
        global $DB;

        $this->create_world();
        $closed = ['id' => $this->meetings['A2']->id(), 'state' => 'closed', 'timeclosed' => self::NOW];
        $DB->update_record('leerlandschap_meeting', (object) $closed);
        $DB->delete_records('leerlandschap_progress', ['meetingid' => $this->meetings['B1']->id()]);
        $this->assertSame($expected, $this->told(get_admin(), participation::class, 'user:firstname', $filters));
    }

    /**
     * A grade can be a word of a scale; without a grade nobody is told who took part in what.
     */
    public function test_scale(): void {
        global $DB;

        $this->resetAfterTest();
        $scale = $this->getDataGenerator()->create_scale(['scale' => 'None, some, all']);
        $this->create_world(['grade' => -$scale->id]);
        $took = ['participation:steps_operator' => number::EQUAL_TO, 'participation:steps_value1' => 1];
        $told = fn(): array => $this->told(get_admin(), participation::class, 'user:firstname', $took);
        $this->assertSame(['Anna', 'Bart', 'Cees'], $told());
        $DB->set_field('leerlandschap', 'grade', 0, ['id' => $this->activities['A']->id]);
        $this->assertSame(['Cees'], $told());
    }

    /**
     * Every column by itself, every aggregation and every condition gives a report.
     */
    public function test_stress(): void {
        $this->create_world();
        $this->datasource_stress_test_columns(participation::class);
        $this->datasource_stress_test_conditions(participation::class, 'meeting:number');
        $this->datasource_stress_test_columns_aggregation(participation::class);
    }
}
