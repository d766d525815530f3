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

use core_reportbuilder\local\filters\boolean_select;
use core_reportbuilder\local\filters\date;
use core_reportbuilder\local\filters\select;
use mod_leerlandschap\reportbuilder\local\action_sql;
use mod_leerlandschap\reportbuilder\source_testcase;
use stdClass;

/**
 * Follow-up actions in the report builder: what the groups see of them, each once, and nobody's but for those who may.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \mod_leerlandschap\reportbuilder\datasource\actions
 * @covers \mod_leerlandschap\reportbuilder\local\entities\action
 * @covers \mod_leerlandschap\reportbuilder\local\action_sql
 * @covers \mod_leerlandschap\reportbuilder\local\meetings_source
 * @covers \mod_leerlandschap\local\report\report_sight
 */
final class actions_test extends source_testcase {
    /** 21 November 2025. */
    private const NOW = 1763750000;

    /**
     * Makes the courses, with an action in each meeting.
     *
     * @param array $settings settings of the activities
     */
    protected function create_world(array $settings = []): void {
        $this->mock_clock_with_frozen(self::NOW);
        parent::create_world($settings);
        // What looks like a member, and is a text.
        $what = 'Say "status":"done" <b> & "when":"1999-01-01"';
        $this->act('A1', ['what' => $what, 'when' => '2025-11-20', 'status' => 'open'], 'Anna');
        $this->act('A2', ['what' => 'Later', 'who_text' => 'All of us', 'when' => '2027-02-28', 'status' => 'busy']);
        $this->act('B1', ['what' => 'Ended', 'finding' => "One\nTwo", 'when' => null, 'status' => 'done'], 'Cees');
    }

    /**
     * Makes an action.
     *
     * @param string $group the group
     * @param array $fields what it says
     * @param string|null $owner who is to do it
     * @return int id of the row
     */
    private function act(string $group, array $fields, ?string $owner = null): int {
        $fields += ['who_person' => $owner === null ? null : (string) $this->people[$owner]->id, 'who_text' => ''];
        return $this->plugin_generator()->create_contribution(
            $this->meetings[$group],
            $this->people['Bart'],
            'vervolgacties',
            'action',
            $fields
        );
    }

    /**
     * The report as it begins.
     */
    public function test_default(): void {
        $this->create_world();
        $rows = $this->report(get_admin(), actions::class);
        $this->assertCount(3, $rows);
        $this->assertSame(
            ['Group A1', 'Say &quot;status&quot;:&quot;done&quot; &lt;b&gt; &amp; &quot;when&quot;:&quot;1999-01-01&quot;',
                'Anna Smit', '20 November 2025', 'Not started'],
            array_slice($rows[0], 2)
        );
        $this->assertSame(['Group A2', 'Later', '', '28 February 2027', 'In progress'], array_slice($rows[1], 2));
        $this->assertSame(['Group B1', 'Ended', 'Cees Smit', '', 'Done'], array_slice($rows[2], 2));
    }

    /**
     * The other columns; who wrote an action is in none.
     */
    public function test_columns(): void {
        $this->create_world();
        $rows = $this->report(get_admin(), actions::class, [
            'group:name', 'action:whotext', 'action:overdue', 'action:finding', 'action:step', 'action:from', 'user:email',
        ]);
        $rows = array_column(array_map(fn(array $row): array => [$row[0], array_slice($row, 1)], $rows), 1, 0);
        $this->assertSame(['', 'Yes', ''], array_slice($rows['Group A1'], 0, 3));
        $this->assertSame([1, $this->people['Anna']->email], array_slice($rows['Group A1'], 4));
        $this->assertSame(['All of us', 'No'], array_slice($rows['Group A2'], 0, 2));
        $this->assertSame(["One<br />\nTwo"], array_slice($rows['Group B1'], 2, 1));
        $this->assertSame('Follow-up actions', $rows['Group A1'][3]);
        $generator = $this->getDataGenerator()->get_plugin_generator('core_reportbuilder');
        $report = $generator->create_report(['name' => 'All', 'source' => actions::class, 'default' => 0]);
        $columns = \core_reportbuilder\manager::get_report_from_persistent($report)->get_columns();
        $this->assertSame(['Group', 'Who does it'], [$columns['group:name']->get_title(), $columns['user:fullname']->get_title()]);
        foreach ($columns as $column) {
            $sql = implode(' ', $column->get_fields()) . implode(' ', $column->get_joins());
            $this->assertDoesNotMatchRegularExpression('/author|answer/', $sql);
        }
    }

    /**
     * Each action once, as it stands in the last meeting that has it; what is deleted, or nobody's to see, never.
     */
    public function test_which(): void {
        global $DB;

        $this->create_world();
        $told = fn(): array => $this->told(get_admin(), actions::class, 'action:what');
        $first = $DB->get_record('leerlandschap_contrib', ['meetingid' => $this->meetings['A2']->id()]);
        $DB->set_field('leerlandschap_meeting', 'state', 'closed', ['id' => $this->meetings['A2']->id()]);
        $row = $DB->get_record('leerlandschap_meeting', ['id' => $this->meetings['A2']->id()]);
        unset($row->id);
        $row->meetingno = 2;
        $row->state = 'open';
        $next = $DB->insert_record('leerlandschap_meeting', $row);
        $this->assertContains('Later', $told());
        $copy = clone $first;
        $copy->meetingid = $next;
        $copy->fromno = 1;
        $copy->fields = json_encode(['what' => 'Later, again', 'status' => 'busy']);
        unset($copy->id);
        $copy->id = $DB->insert_record('leerlandschap_contrib', $copy);
        $this->assertContains('Later, again', $told());
        $this->assertCount(3, $told());
        $rows = $this->report(get_admin(), actions::class, ['action:what', 'meeting:number', 'action:from']);
        $this->assertContains(['Later, again', 2, 1], $rows);
        $DB->set_field('leerlandschap_contrib', 'deleted', 1, ['id' => $copy->id]);
        $this->assertCount(2, $told());
        foreach (['author', 'reveal'] as $audience) {
            $DB->set_field('leerlandschap_contrib', 'audience', $audience, ['meetingid' => $this->meetings['A1']->id()]);
            $this->assertCount(1, $told());
        }
        $DB->set_field('leerlandschap_contrib', 'kind', 'note', ['meetingid' => $this->meetings['B1']->id()]);
        $this->assertSame([], $told());
    }

    /**
     * Each reader is told of groups whose room they may see, where they may view reports.
     */
    public function test_readers(): void {
        $this->create_world();
        $told = fn(stdClass $reader): array => $this->told($reader, actions::class, 'group:name');
        $this->assertSame(['Group A1', 'Group A2', 'Group B1'], $told(get_admin()));
        $this->assertSame(['Group A1', 'Group A2', 'Group B1'], $told($this->create_manager()));
        $this->assertSame([], $told($this->people['Anna']));
        $this->assertSame(['Group A2'], $told($this->create_trainer('A', ['A2'])));
        $designer = $this->getDataGenerator()->create_and_enrol($this->courses['A'], 'editingteacher');
        $this->assertSame(['Group A1', 'Group A2'], $told($designer));
        set_coursemodule_groupmode($this->activities['A']->cmid, NOGROUPS);
        rebuild_course_cache($this->courses['A']->id, true);
        $this->assertSame([], $told($designer));
    }

    /**
     * Fields that are not as they should be spoil no report.
     */
    public function test_damaged(): void {
        global $DB;

        $this->create_world();
        $broken = [
            '{}',
            '',
            '{"what":"x","who_person":"12345678901234567890","when":"soon","status":"odd"}',
            '{"what":[1],"who_person":"abc","when":"","status":""}',
            '{"when":"9999-99-99x',
            '{"when":"9999-99-99"}',
        ];
        foreach ($broken as $fields) {
            $DB->set_field('leerlandschap_contrib', 'fields', $fields, ['meetingid' => $this->meetings['A1']->id()]);
            $rows = $this->report(get_admin(), actions::class);
            $this->assertCount(3, $rows, $fields);
            $filter = ['action:due_operator' => date::DATE_EMPTY];
            $this->report(get_admin(), actions::class, ['action:overdue', 'action:finding'], $filter);
        }
    }

    /**
     * Noon of days as the database reckons it is noon of days, in leap years too.
     */
    public function test_noon(): void {
        global $DB;

        $this->create_world();
        $id = (int) $DB->get_field('leerlandschap_contrib', 'id', ['meetingid' => $this->meetings['A1']->id()]);
        $due = (new action_sql('c.fields'))->due();
        foreach (['1970-01-01', '2000-02-29', '2024-02-29', '2024-03-01', '2025-12-31', '2100-03-01', '9999-12-31'] as $day) {
            $DB->set_field('leerlandschap_contrib', 'fields', json_encode(['what' => 'x', 'when' => $day]), ['id' => $id]);
            $noon = $DB->get_field_sql("SELECT $due FROM {leerlandschap_contrib} c WHERE c.id = ?", [$id]);
            $this->assertSame((new \DateTimeImmutable("$day 12:00", new \DateTimeZone('UTC')))->getTimestamp(), (int) $noon);
        }
    }

    /**
     * Filters and what they leave.
     *
     * @return array[] filter values, and the groups that are left
     */
    public static function filters(): array {
        return [
            'open' => [['action:status_operator' => select::EQUAL_TO, 'action:status_value' => 'open'], ['Group A1']],
            'not open' => [
                ['action:status_operator' => select::NOT_EQUAL_TO, 'action:status_value' => 'open'],
                ['Group A2', 'Group B1'],
            ],
            'overdue' => [['action:overdue_operator' => boolean_select::CHECKED], ['Group A1']],
            'not overdue' => [['action:overdue_operator' => boolean_select::NOT_CHECKED], ['Group A2', 'Group B1']],
            'without a day' => [['action:due_operator' => date::DATE_EMPTY], ['Group B1']],
            'with a day' => [['action:due_operator' => date::DATE_NOT_EMPTY], ['Group A1', 'Group A2']],
            'range' => [
                ['action:due_operator' => date::DATE_RANGE, 'action:due_from' => self::NOW, 'action:due_to' => 1830000000],
                ['Group A2'],
            ],
        ];
    }

    /**
     * A filter leaves what it should.
     *
     * @dataProvider filters
     * @param array $filters values by name
     * @param string[] $expected the groups that are left
     */
    public function test_filters(array $filters, array $expected): void {
        $this->create_world();
        $this->assertSame($expected, $this->told(get_admin(), actions::class, 'group:name', $filters));
    }

    /**
     * Every column by itself, every aggregation and every condition gives a report.
     */
    public function test_stress(): void {
        $this->create_world();
        $this->datasource_stress_test_columns(actions::class);
        $this->datasource_stress_test_conditions(actions::class, 'meeting:number');
        $this->datasource_stress_test_columns_aggregation(actions::class);
    }
}
