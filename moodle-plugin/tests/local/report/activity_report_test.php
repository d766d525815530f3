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

namespace mod_leerlandschap\local\report;

defined('MOODLE_INTERNAL') || die();

require_once(__DIR__ . '/../../external/reports_testcase.php');

use mod_leerlandschap\event\report_viewed;
use mod_leerlandschap\external\reports_testcase;
use mod_leerlandschap\local\bootstrap;
use mod_leerlandschap\local\refusal;
use stdClass;

/**
 * The report of an activity: its numbers, against the answers themselves; whose meetings stand in it; what does not.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \mod_leerlandschap\local\report\activity_report
 * @covers     \mod_leerlandschap\local\report\report_reader
 * @covers     \mod_leerlandschap\local\bootstrap
 * @covers     \mod_leerlandschap\event\report_viewed
 */
final class activity_report_test extends reports_testcase {
    /** A name that is written from right to left, of 255 characters. */
    private const RIGHT_TO_LEFT = 'לִמְדוּ';

    /**
     * The report as a user reads it.
     *
     * @param stdClass $user the user
     * @return array
     */
    private function report(stdClass $user): array {
        $this->setUser($user);
        return bootstrap::for_report(get_fast_modinfo($this->course->id)->get_cm($this->cm->id))['report'];
    }

    /**
     * The results of the first meeting's first round.
     *
     * @param array $report the report
     * @return array[] by item
     */
    private static function results(array $report): array {
        return array_column($report['meetings'][0]['rounds'][0]['results'], null, 'item');
    }

    /**
     * Counts answers by SQL alone.
     *
     * @param string $item the item
     * @return int[] how many by value; '' for opt-outs
     */
    private static function counted(string $item): array {
        global $DB;

        $where = 'FROM {leerlandschap_answer} WHERE subject = ? AND round = 1 AND value';
        $counted = $DB->get_records_sql_menu("SELECT value, COUNT(1) $where IS NOT NULL GROUP BY value", [$item]);
        return array_map('intval', $counted + ['' => $DB->count_records_sql("SELECT COUNT(1) $where IS NULL", [$item])]);
    }

    /**
     * Counts, opt-outs, agreement and what is under k follow from the stored answers, worked out here anew.
     */
    public function test_numbers(): void {
        $this->create_activity([], 9);
        $this->start();
        $given = [
            'st1' => [1, 1, 2, 5, 5, 5, 4, null, 3], 'st2' => [4, 4, 4, 4, 4, 4, 4, 4, 4], 'st3' => [1, 5, 1, 5, 1, 5, 1, 5, null],
            'st4' => [2, 3, null, null, null, null, null, null, null], 'st5' => array_fill(0, 9, null),
        ];
        foreach ($given as $item => $values) {
            foreach ($values as $i => $value) {
                $this->run_as($this->learners[$i], ['reason' => "Geheim $i"] + self::answer($item, $value));
            }
        }
        $this->run_as($this->trainer, self::REVEAL);
        $report = $this->report($this->trainer);
        $results = self::results($report);
        foreach (array_keys($given) as $item) {
            $counted = self::counted($item);
            $optouts = $counted[''];
            $said = array_diff_key($counted, ['' => 0]);
            $result = $results[$item];
            $this->assertSame(array_sum($counted), $result['answered'], $item);
            $this->assertSame(array_sum($said) < 3, $result['suppressed'], $item);
            if ($result['suppressed']) {
                $this->assertSame(['item', 'suppressed', 'answered'], array_keys($result));
                continue;
            }
            $this->assertSame(array_map(fn(int $value): int => $said[$value] ?? 0, range(1, 5)), $result['counts'], $item);
            $this->assertSame($optouts, $result['opt_outs'], $item);
            // By the distances from the median, which is what Leik's cumulative counts come to.
            $values = array_merge(...array_map(
                fn(int $value): array => array_fill(0, $said[$value], $value),
                array_keys($said)
            ));
            sort($values);
            $n = count($values);
            $median = $values[intdiv($n, 2)];
            $distance = array_sum(array_map(fn(int $value): int => abs($value - $median), $values));
            $this->assertSame((int) floor(100 * (1 - 2 * $distance / ($n * 4)) + 0.5), $result['agreement'], $item);
        }
        $this->assertTrue($results['st4']['suppressed'], 'under k');
        $this->assertTrue($results['st5']['suppressed'], 'only opt-outs');
        $this->assertSame([9, 9], [$report['meetings'][0]['joined'], $report['meetings'][0]['present']]);
        $this->assertStringNotContainsString('Geheim', json_encode($report));
        // Late news of somebody's data changes nothing: the snapshot counts.
        $this->assertSame([0, 0, 0, 9, 0], $results['st2']['counts']);
        $this->assertSame('consensus', $results['st2']['class']);
    }

    /**
     * Before anybody has met, with a meeting without answers, and with one answer.
     */
    public function test_nothing_yet(): void {
        $this->create_activity();
        $report = $this->report($this->trainer);
        $this->assertSame([[], [['id' => '0', 'name' => '']]], [$report['meetings'], $report['groups']]);
        $this->assertSame(['{}', '{}'], [json_encode($report['owners']), json_encode($report['notes'])]);
        $this->start();
        $this->assertSame([], $this->report($this->trainer)['meetings'][0]['rounds']);
        $this->run_as($this->learners[0], self::answer('st1', 5));
        $this->assertSame([], $this->report($this->trainer)['meetings'][0]['rounds'], 'not revealed');
        $this->run_as($this->trainer, self::REVEAL);
        $results = self::results($this->report($this->trainer));
        $this->assertCount(5, $results);
        $this->assertSame([true], array_unique(array_column($results, 'suppressed')));
        $this->assertSame(1, $results['st1']['answered']);
    }

    /**
     * Hands and actions come along, without who wrote them; how an action goes stands in the last meeting.
     */
    public function test_written(): void {
        global $DB;

        $this->mock_clock_with_frozen(1763750000);
        $this->create_activity(['format' => 'werkoverleg', 'visibility' => 'named']);
        $this->start('check-in');
        $first = $this->run_as($this->trainer, ['type' => 'go_to', 'from' => 'check-in', 'to' => 'open-acties'])['room'];
        [$writer, $owner] = $this->learners;
        $id = fn(int $number): string => sprintf('00000000-0000-4000-8000-%012d', $number);
        $action = ['what' => '=1+1', 'who_person' => (string) $owner->id, 'when' => '2026-12-01'];
        $this->run_as($writer, self::written(1, 'open-acties', 'action', $action));
        $other = ['what' => 'Weg', 'who_text' => 'x', 'when' => '2026-12-01'];
        $this->run_as($writer, self::written(2, 'open-acties', 'action', $other));
        $this->run_as($this->trainer, ['type' => 'go_to', 'from' => 'open-acties', 'to' => 'terugblik']);
        $note = ['column' => $this->column('terugblik'), 'text' => 'Een notitie'];
        $this->run_as($writer, self::written(3, 'terugblik', 'note', $note));
        $this->run_as($writer, self::written(4, 'terugblik', 'note', ['text' => 'Waar het vandaan kwam'] + $note));
        $this->set_source($id(1), $id(4));
        $this->run_as($this->trainer, ['type' => 'go_to', 'from' => 'terugblik', 'to' => '@closing']);
        $this->run_as($this->trainer, ['type' => 'close', 'from' => '@closing']);
        $next = $this->run_as($this->trainer, ['type' => 'start_next', 'from' => 1, 'part' => $first['part']])['room'];
        $base = array_column($next['contributions'], 'revision', 'id');
        $this->run_as($this->trainer, ['type' => 'go_to', 'from' => '@start', 'to' => 'open-acties']);
        $busy = self::written(1, 'open-acties', 'action', ['status' => 'busy', 'source' => $id(4)] + $action);
        $this->run_as($this->trainer, ['base' => $base[$id(1)]] + $busy);
        $this->run_as($this->trainer, ['type' => 'delete', 'id' => $id(2), 'base' => $base[$id(2)]]);

        $report = $this->report($this->trainer);
        [$one, $two] = $report['meetings'];
        $this->assertSame([1, 'closed', 2, 'open'], [$one['number'], $one['state'], $two['number'], $two['state']]);
        $this->assertSame([$id(1)], array_column($one['contributions'], 'id'));
        $this->assertSame([$id(1)], array_column($two['contributions'], 'id'));
        $status = fn(array $meeting): string => $meeting['contributions'][0]['fields']['status'];
        $this->assertSame(['open', 'busy'], [$status($one), $status($two)]);
        $this->assertSame([null, null], [$one['contributions'][0]['author'], $two['contributions'][0]['author']]);
        $this->assertSame([$owner->id => fullname($owner)], (array) $report['owners']);
        $this->assertSame([], (array) $report['notes'], 'written, and not shared yet');
        $DB->set_field('leerlandschap_contrib', 'audience', 'group', ['uuid' => $id(4)]);
        $this->assertSame([$id(4) => 'Waar het vandaan kwam'], (array) $this->report($this->trainer)['notes']);
        $this->assertSame([3, 0], [$one['joined'], $two['joined']]);
        $this->assertSame(1763750000000, $one['closed'], 'named: to the second');
        $this->assertStringNotContainsString('notitie', json_encode($report));
        $this->assertStringNotContainsString(fullname($writer), json_encode($report));
    }

    /**
     * What a group put down comes along too, without who wrote it.
     */
    public function test_put_down(): void {
        $this->create_activity();
        $this->start();
        foreach (['opbrengst', 'vervolgacties', 'uitgangspunten'] as $to) {
            $this->run_as($this->trainer, ['type' => 'go_to', 'from' => $from ?? 'stellingen', 'to' => $to]);
            $from = $to;
        }
        $scope = self::written(1, 'uitgangspunten', 'scope', ['text' => 'Leren op het werk']);
        $this->run_as($this->learners[0], ['id' => 'scope:uitgangspunten'] + $scope);
        $this->run_as($this->learners[1], self::written(2, 'uitgangspunten', 'principle', ['text' => 'Iedereen krijgt tijd']));
        [$meeting] = $this->report($this->trainer)['meetings'];
        $told = array_column($meeting['contributions'], null, 'kind');
        $this->assertSame(['scope', 'principle'], array_keys($told));
        $this->assertSame('Leren op het werk', $told['scope']['fields']['text']);
        $this->assertSame('Iedereen krijgt tijd', $told['principle']['fields']['text']);
        $this->assertSame([null, null], array_column($meeting['contributions'], 'author'));
    }

    /**
     * Lets an action come from something, whichever step offers that.
     *
     * @param string $action id of the action
     * @param string $source id of what it came from
     */
    private function set_source(string $action, string $source): void {
        global $DB;

        $row = $DB->get_record('leerlandschap_contrib', ['uuid' => $action], 'id, fields', MUST_EXIST);
        $fields = ['source' => $source] + json_decode($row->fields, true);
        $DB->set_field('leerlandschap_contrib', 'fields', json_encode($fields), ['id' => $row->id]);
    }

    /**
     * The first column of a step of notes.
     *
     * @param string $step the step
     * @return string its id
     */
    private function column(string $step): string {
        $exercise = \mod_leerlandschap\local\exercise_store::of_instance($this->instance_row());
        return $exercise->setting($step, 'columns')[0]['id'];
    }

    /**
     * In a hidden meeting no time is told to the second.
     */
    public function test_days(): void {
        $this->mock_clock_with_frozen(1763750000);
        $this->create_activity();
        $this->start();
        $this->run_as($this->trainer, ['type' => 'close', 'from' => 'stellingen']);
        [$meeting] = $this->report($this->trainer)['meetings'];
        $day = 1000 * (1763750000 - 1763750000 % DAYSECS);
        $this->assertSame([$day, 0], [$meeting['closed'], $meeting['started'] % (1000 * DAYSECS)]);
    }

    /**
     * Separate groups, visible groups, no groups, and rooms of groups that are gone.
     */
    public function test_rooms(): void {
        [$north, $south] = $this->two_groups();
        $leader = $this->getDataGenerator()->create_and_enrol($this->course, 'editingteacher');
        $this->vote(array_slice($this->learners, 0, 3), $north, $this->trainer);
        $this->vote(array_slice($this->learners, 3, 3), $south, $leader);
        $seen = function (stdClass $user): array {
            $report = $this->report($user);
            $this->assertSame([], array_diff(array_column($report['meetings'], 'group'), array_column($report['groups'], 'id')));
            return [array_column($report['groups'], 'name'), array_column($report['meetings'], 'group')];
        };
        $this->assertSame([['Noord'], ["$north"]], $seen($this->trainer), 'separate groups');
        $this->assertSame([['Noord', 'Zuid'], ["$north", "$south"]], $seen($leader));
        set_coursemodule_groupmode($this->cm->id, VISIBLEGROUPS);
        rebuild_course_cache($this->course->id, true);
        $this->assertSame([['Noord', 'Zuid'], ["$north", "$south"]], $seen($this->trainer), 'visible groups');
        set_coursemodule_groupmode($this->cm->id, SEPARATEGROUPS);
        groups_delete_group($south);
        rebuild_course_cache($this->course->id, true);
        $this->assertSame([['Noord'], ["$north"]], $seen($this->trainer));
        $report = $this->report($leader);
        $this->assertSame([null, true], [$report['groups'][0]['former'] ?? null, $report['groups'][1]['former']]);
        $this->assertSame(["$north", "$south"], array_column($report['meetings'], 'group'));
        // Without groups now: both are rooms of before, after the one of everybody.
        set_coursemodule_groupmode($this->cm->id, NOGROUPS);
        rebuild_course_cache($this->course->id, true);
        $this->assertSame(['0', "$north", "$south"], array_column($this->report($leader)['groups'], 'id'));
        $this->assertSame([[''], []], $seen($this->trainer));
        // And the other way round.
        $this->learners = [];
        $this->create_activity();
        $this->start();
        set_coursemodule_groupmode($this->cm->id, SEPARATEGROUPS);
        rebuild_course_cache($this->course->id, true);
        $report = $this->report($leader);
        $this->assertSame(["$north", '-1'], array_column($report['groups'], 'id'));
        $this->assertSame(['-1'], array_column($report['meetings'], 'group'));
    }

    /**
     * A group under k is in no number that anybody is told, so that nothing of it follows from whatever is subtracted:
     * there are no totals, and what each group shows is the same for whoever reads of it.
     */
    public function test_no_subtraction(): void {
        [$north, $south] = $this->two_groups();
        $leader = $this->getDataGenerator()->create_and_enrol($this->course, 'editingteacher');
        $this->vote(array_slice($this->learners, 0, 3), $north, $leader);
        $this->vote(array_slice($this->learners, 3, 2), $south, $leader);
        $all = $this->report($leader);
        $of = fn(array $report, int $group): array => array_values(array_filter(
            $report['meetings'],
            fn(array $meeting): bool => $meeting['group'] === (string) $group
        ))[0];
        foreach ($of($all, $south)['rounds'][0]['results'] as $result) {
            $this->assertSame(['item', 'suppressed', 'answered'], array_keys($result));
        }
        $this->assertEquals($of($all, $north), $of($this->report($this->trainer), $north));
        // Every count that is told is one of the group with three answers.
        preg_match_all('/"counts":\[([\d,]*)\]/', json_encode($all), $counts);
        $this->assertCount(5, $counts[1]);
        $this->assertSame(['0,0,0,3,0'], array_values(array_unique($counts[1])));
    }

    /**
     * Names of any script and length are told as they are.
     */
    public function test_names(): void {
        $name = \core_text::substr(str_repeat(self::RIGHT_TO_LEFT . ' <b>&', 40), 0, 254);
        $this->create_activity(['groupmode' => SEPARATEGROUPS, 'name' => $name], 0);
        $group = $this->getDataGenerator()->create_group(['courseid' => $this->course->id, 'name' => self::RIGHT_TO_LEFT]);
        groups_add_member($group, $this->trainer);
        $this->read($this->trainer, (int) $group->id);
        $report = $this->report($this->trainer);
        $this->assertSame($this->instance_row()->name, $name);
        $this->assertStringStartsWith(self::RIGHT_TO_LEFT, $report['name']);
        $this->assertSame(self::RIGHT_TO_LEFT, $report['groups'][0]['name']);
    }

    /**
     * A step that the exercise has no more is left out; an item that it has no more keeps its numbers.
     */
    public function test_edited_exercise(): void {
        global $DB;

        $this->create_activity();
        $this->start();
        foreach ($this->learners as $learner) {
            $this->run_as($learner, self::answer('st1', 4));
            $this->run_as($learner, self::answer('st2', 2));
        }
        $this->run_as($this->trainer, self::REVEAL);
        // As a restore or an older version may have left it.
        $round = $DB->get_record('leerlandschap_round', ['step' => 'stellingen']);
        $DB->set_field('leerlandschap_round', 'items', str_replace('"st2"', '"gone"', $round->items), ['id' => $round->id]);
        $DB->set_field('leerlandschap_round', 'results', str_replace('"st2"', '"gone"', $round->results), ['id' => $round->id]);
        unset($round->id);
        $round->step = 'no-more';
        $DB->insert_record('leerlandschap_round', $round);
        [$meeting] = $this->report($this->trainer)['meetings'];
        $this->assertSame(['stellingen'], array_column($meeting['rounds'], 'step'));
        $this->assertSame([0, 3, 0, 0, 0], array_column($meeting['rounds'][0]['results'], null, 'item')['gone']['counts']);
    }

    /**
     * A named meeting: names and reasons of voters are in the room, not here.
     */
    public function test_named(): void {
        $this->create_activity(['visibility' => 'named']);
        $this->start();
        foreach ($this->learners as $i => $learner) {
            $this->run_as($learner, ['reason' => "Reden $i \"voices\":[{}], \\"] + self::answer('st1', 4));
        }
        $this->run_as($this->trainer, self::REVEAL);
        $report = $this->report($this->trainer);
        $result = self::results($report)['st1'];
        $this->assertSame([0, 0, 0, 3, 0], $result['counts'], 'whatever a reason looks like');
        $this->assertSame([], array_intersect_key($result, ['reasons' => 0, 'voices' => 0, 'texts' => 0]));
        $this->assertStringNotContainsString('Reden', json_encode($report));
        $this->assertStringNotContainsString(fullname($this->learners[0]), json_encode($report));
    }

    /**
     * Two groups or twenty, one meeting each or many: as many queries.
     */
    public function test_queries(): void {
        global $DB;

        [$north] = $this->two_groups();
        $leader = $this->getDataGenerator()->create_and_enrol($this->course, 'editingteacher');
        $this->vote(array_slice($this->learners, 0, 3), $north, $leader);
        $this->run_as($leader, ['type' => 'go_to', 'from' => 'stellingen', 'to' => 'vervolgacties'], $north);
        $owner = ['what' => 'x', 'when' => '2026-12-01', 'who_person' => (string) $this->learners[0]->id];
        $this->run_as($this->learners[0], self::written(1, 'vervolgacties', 'action', $owner), $north);
        $queries = function () use ($DB, $leader): int {
            $this->report($leader);
            $reads = $DB->perf_get_reads();
            $this->report($leader);
            return $DB->perf_get_reads() - $reads;
        };
        $few = $queries();
        $meeting = $DB->get_record('leerlandschap_meeting', ['groupid' => $north]);
        for ($i = 0; $i < 18; $i++) {
            $group = $this->getDataGenerator()->create_group(['courseid' => $this->course->id]);
            $copy = ['groupid' => $group->id, 'secretref' => null] + (array) $meeting;
            unset($copy['id']);
            $id = $DB->insert_record('leerlandschap_meeting', (object) $copy);
            foreach (['round', 'contrib', 'presence'] as $table) {
                foreach ($DB->get_records("leerlandschap_$table", ['meetingid' => $meeting->id]) as $row) {
                    unset($row->id);
                    $DB->insert_record("leerlandschap_$table", (object) (['meetingid' => $id] + (array) $row));
                }
            }
            // Of half of them the group is gone.
            $i % 2 && groups_delete_group($group);
        }
        rebuild_course_cache($this->course->id, true);
        $many = $queries();
        $this->assertCount(20, $this->report($leader)['meetings']);
        // Names of former rooms: which of the unknown groups there are, and which meetings were used.
        $this->assertLessThanOrEqual($few + 2, $many);
        $this->assertLessThan(30, $many);
    }

    /**
     * Who is told no room is told no report; the page's data; and what the logs get.
     */
    public function test_page(): void {
        global $DB;

        $this->create_activity(['grade' => 10]);
        $this->setUser($this->trainer);
        $data = bootstrap::for_report($this->cm);
        $this->assertSame((int) $this->cm->id, $data['cmid']);
        $this->assertTrue($data['report']['may_set_status']);
        $this->assertContains('csv', array_column($data['formats'], 'id'));
        $this->assertNotContains('', array_column($data['formats'], 'name'));
        $this->assertStringNotContainsString('facilitator_hint', json_encode($data['exercise']), 'the one who leads has that');
        $this->assertStringEndsWith("/mod/leerlandschap/export.php?id={$this->cm->id}", $data['urls']['export']);
        $this->assertStringContainsString('/grade/report/grader/', $data['urls']['gradebook']);
        $this->assertMatchesRegularExpression('/^\d{4}-\d{2}-\d{2}$/', $data['report']['today']);
        $event = report_viewed::create(['objectid' => $this->cm->instance, 'context' => $this->cm->context]);
        $sink = $this->redirectEvents();
        $event->trigger();
        [$logged] = $sink->get_events();
        $this->assertStringContainsString("/report.php?id={$this->cm->id}", $logged->get_url()->out(false));
        $this->assertStringContainsString($this->trainer->id, $logged->get_description());
        // Whoever only reads sets nothing, and comes in when it opens.
        $role = $this->getDataGenerator()->create_role();
        assign_capability('mod/leerlandschap:facilitate', CAP_PROHIBIT, $role, $this->cm->context);
        role_assign($role, $this->trainer->id, $this->cm->context);
        $this->assertFalse($this->report($this->trainer)['may_set_status']);
        $DB->set_field('leerlandschap', 'timeopen', time() + DAYSECS, ['id' => $this->cm->instance]);
        $this->expectExceptionObject(new refusal('not_open'));
        $this->report($this->trainer);
    }
}
