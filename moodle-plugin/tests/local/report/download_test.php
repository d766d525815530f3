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

use mod_leerlandschap\event\report_downloaded;
use mod_leerlandschap\external\reports_testcase;
use mod_leerlandschap\local\exercise_store;
use mod_leerlandschap\local\report\export\cells;
use mod_leerlandschap\local\report\export\dataformats;
use mod_leerlandschap\local\report\export\dataset;
use mod_leerlandschap\local\report\export\download;
use mod_leerlandschap\output\downloads;
use stdClass;

/**
 * Downloads: what stands in them, what does not, and that nothing in them is run by whatever opens them.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \mod_leerlandschap\local\report\export\dataset
 * @covers     \mod_leerlandschap\local\report\export\last_state
 * @covers     \mod_leerlandschap\local\report\export\results
 * @covers     \mod_leerlandschap\local\report\export\answers
 * @covers     \mod_leerlandschap\local\report\export\actions
 * @covers     \mod_leerlandschap\local\report\export\principles
 * @covers     \mod_leerlandschap\local\report\export\notes
 * @covers     \mod_leerlandschap\local\report\export\goals
 * @covers     \mod_leerlandschap\local\report\export\participation
 * @covers     \mod_leerlandschap\local\report\export\cells
 * @covers     \mod_leerlandschap\local\report\export\dataformats
 * @covers     \mod_leerlandschap\local\report\export\download
 * @covers     \mod_leerlandschap\local\report\meeting_report
 * @covers     \mod_leerlandschap\local\report\person_columns
 * @covers     \mod_leerlandschap\event\report_downloaded
 * @covers     \mod_leerlandschap\output\downloads
 */
final class download_test extends reports_testcase {
    /** Texts that a spreadsheet would run, or take for the end of a cell. */
    private const FORMULAS = [
        '=1+1', '+1', '-1', '@SUM(A1)', ' =1+1', "\u{00A0}=1", "\u{200B}=1", "\u{202E}=1", "\u{FEFF}=1", "\u{FF1D}1+1",
        "\t=1", "\r=1", "\n=1",
        '=HYPERLINK("https://example.com?"&A1;"x")', "  \n +1",
    ];

    /**
     * A file.
     *
     * @param stdClass $user who downloads
     * @param string $what what
     * @param string $format as what
     * @param int $group the room, 0 for all
     * @param int $number the number of meetings, 0 for all
     * @return string its path
     */
    private function file(stdClass $user, string $what, string $format, int $group = 0, int $number = 0): string {
        $this->setUser($user);
        $cm = get_fast_modinfo($this->course->id)->get_cm($this->cm->id);
        return (new download(report_reader::of_all_rooms($cm, $group), $what, $format, $number))->write();
    }

    /**
     * The rows of a table, read from the file.
     *
     * @param stdClass $user who downloads
     * @param string $what what
     * @param int $group the room, 0 for all
     * @param int $number the number of meetings, 0 for all
     * @return array[] values by names of columns
     */
    private function rows(stdClass $user, string $what, int $group = 0, int $number = 0): array {
        return json_decode(file_get_contents($this->file($user, $what, 'json', $group, $number)), true)[0];
    }

    /**
     * Where nothing is, a file has its headings and no row, in every format.
     */
    public function test_nothing(): void {
        $this->create_activity(['visibility' => 'named']);
        foreach (array_keys(dataset::ALL) as $what) {
            $this->assertSame([], $this->rows($this->trainer, $what), $what);
            $csv = file($this->file($this->trainer, $what, 'csv'));
            $this->assertCount(1, $csv, $what);
            $this->assertStringNotContainsString('[[', $csv[0], $what);
        }
        foreach (array_column(dataformats::enabled(), 'id') as $format) {
            $this->assertGreaterThan(0, filesize($this->file($this->trainer, 'results', $format)), $format);
        }
    }

    /**
     * Every point of every result, counted anew from the answers; hands beside them; nothing under k.
     */
    public function test_results(): void {
        global $DB;

        $this->create_activity([], 5);
        $this->start();
        foreach ([1, 5, 5, null, 4] as $i => $value) {
            $this->run_as($this->learners[$i], ['reason' => "Geheim $i"] + self::answer('st1', $value));
            $i < 2 && $this->run_as($this->learners[$i], self::answer('st2', 3));
        }
        $hands = ['item' => 'st3', 'counts' => '0,1,2,0,4', 'opt_outs' => '2'];
        $this->run_as($this->trainer, self::written(6, 'stellingen', 'hands', $hands));
        $this->assertCount(5, $this->rows($this->trainer, 'results'), 'the hands alone, before the reveal');
        $this->run_as($this->trainer, self::REVEAL);
        $rows = $this->rows($this->trainer, 'results');
        $of = fn(string $kind, string $item): array => array_values(array_filter(
            $rows,
            fn(array $row): bool => $row['kind'] === $kind && $row['item'] === $item
        ));
        $points = $of('answers', 'st1');
        $this->assertCount(5, $points);
        foreach ($points as $i => $row) {
            $where = ['subject' => 'st1', 'value' => $i + 1];
            $this->assertSame($DB->count_records('leerlandschap_answer', $where), $row['count']);
            $this->assertSame([4, 5, 1, 5, 'No'], [
                $row['n'], $row['answered'], $row['opt_outs'], $row['present'], $row['suppressed'],
            ]);
        }
        $this->assertSame(['Strongly disagree', 'Strongly agree'], [$points[0]['label'], $points[4]['label']]);
        [$suppressed] = $of('answers', 'st2');
        $this->assertCount(1, $of('answers', 'st2'));
        $this->assertSame(['Yes', 2, '', '', '', ''], [
            $suppressed['suppressed'], $suppressed['answered'], $suppressed['n'], $suppressed['count'], $suppressed['agreement'],
            $suppressed['class'],
        ]);
        $this->assertSame([0, 1, 2, 0, 4], array_column($of('hands', 'st3'), 'count'));
        $this->assertSame([7, 2], [$of('hands', 'st3')[0]['n'], $of('hands', 'st3')[0]['opt_outs']]);
        $this->assertStringNotContainsString('Geheim', json_encode($rows));
    }

    /**
     * Questions for a number have a row for each number, those for a text and choices no words and names; comments on
     * summaries come along, as everybody reads them.
     */
    public function test_other_results(): void {
        global $DB;

        $this->create_activity(['format' => 'open-leergesprek']);
        $this->start('welkom');
        $meeting = $this->read($this->trainer)['room']['meeting'];
        $none = ['counts' => [], 'opt_outs' => 0, 'agreement' => null, 'class' => 'empty', 'direction' => 'none',
            'one_vote_decides' => false, 'reasons' => [], 'shift' => null, 'voices' => []];
        $results = [
            'redenen' => [['item' => 'rd2', 'suppressed' => false, 'answered' => 3, 'texts' => ['Woorden']] + $none,
                ['item' => 'rd9', 'suppressed' => false, 'answered' => 4, 'values' => [[7, 1], [12, 3]]] + $none],
            'klopt-het' => [['item' => 'klopt-het:invalshoeken', 'suppressed' => true, 'answered' => 1,
                'reasons' => ['=Dit klopt', 'Niet alles']] + $none],
        ];
        foreach ($results as $step => $these) {
            $DB->delete_records('leerlandschap_round', ['meetingid' => $meeting, 'step' => $step]);
            $DB->insert_record('leerlandschap_round', (object) [
                'meetingid' => $meeting, 'step' => $step, 'round' => 1, 'phase' => 'revealed',
                'items' => json_encode(array_column($these, 'item')), 'answered' => 3, 'presentcount' => 3,
                'results' => json_encode($these),
            ]);
        }
        $rows = $this->rows($this->trainer, 'results');
        $this->assertSame([['', ''], [7, 1], [12, 3]], array_map(
            fn(array $row): array => [$row['label'], $row['count']],
            array_slice($rows, 0, 3)
        ));
        $this->assertStringNotContainsString('Woorden', json_encode($rows));
        $comments = array_values(array_filter($rows, fn(array $row): bool => $row['kind'] === 'comment'));
        $this->assertSame(['=Dit klopt', 'Niet alles'], array_column($comments, 'comment'));
        $this->assertNotSame('', $comments[0]['text'], 'the section');
        $this->assertStringContainsString("'=Dit klopt", file_get_contents($this->file($this->trainer, 'results', 'csv')));
    }

    /**
     * Where answers bear names, each has a row with what the room tells of them; nothing that is suppressed, unrevealed
     * or bears no name there.
     */
    public function test_answers(): void {
        global $DB;

        $this->create_activity(['visibility' => 'named'], 4);
        $this->start();
        foreach ([1, 5, null, 4] as $i => $value) {
            $this->run_as($this->learners[$i], ['reason' => "Reden $i"] + self::answer('st1', $value));
            $i < 2 && $this->run_as($this->learners[$i], self::answer('st2', 3));
        }
        $this->assertSame([], $this->rows($this->trainer, 'answers'), 'before the reveal');
        $this->run_as($this->trainer, self::REVEAL);
        $rows = array_column($this->rows($this->trainer, 'answers'), null, 'user_id');
        $this->assertCount(4, $rows);
        $said = fn(int $i): array => [$rows[$this->learners[$i]->id]['st1'], $rows[$this->learners[$i]->id]['user_name']];
        $this->assertSame([1, fullname($this->learners[0])], $said(0));
        $this->assertSame('No opinion', get_string('export:opt_out', 'mod_leerlandschap'));
        $this->assertIsString($said(2)[0]);
        $this->assertNotSame('', $said(2)[0], 'an opt-out is told');
        $this->assertSame([''], array_values(array_unique(array_column($rows, 'st2'))), 'under k');
        $this->assertStringNotContainsString('Reden', json_encode($rows));
        // The heading is what was asked.
        [$headings] = file($this->file($this->trainer, 'answers', 'csv'));
        $labels = new \mod_leerlandschap\local\labels(
            \mod_leerlandschap\local\exercise_store::of_instance($this->instance_row()),
            ''
        );
        $this->assertStringContainsString($labels->item('st1', []), $headings);
        // What the exercise has no more keeps its column.
        $round = $DB->get_record('leerlandschap_round', ['step' => 'stellingen']);
        foreach (['items', 'results'] as $column) {
            $DB->set_field('leerlandschap_round', $column, str_replace('"st1"', '"gone"', $round->$column), ['id' => $round->id]);
        }
        $told = array_column($this->rows($this->trainer, 'answers'), 'gone', 'user_id');
        $this->assertSame(1, $told[$this->learners[0]->id]);
        $this->assertStringEndsWith(',gone', trim(file($this->file($this->trainer, 'answers', 'csv'))[0]));
        // Somebody whose data was erased is in none of it.
        (new \mod_leerlandschap\privacy\provider())::delete_data_for_user(new \core_privacy\local\request\approved_contextlist(
            $this->learners[0],
            'mod_leerlandschap',
            [$this->cm->context->id]
        ));
        $this->assertCount(3, $this->rows($this->trainer, 'answers'));
    }

    /**
     * In a hidden activity there is no such table, whoever asks; what was hidden stays so once the activity shows names.
     */
    public function test_hidden(): void {
        global $DB;

        $this->create_activity();
        $this->start();
        foreach ($this->learners as $i => $learner) {
            $this->run_as($learner, ['reason' => "Geheim $i"] + self::answer('st1', 4));
        }
        $this->run_as($this->trainer, self::REVEAL);
        foreach ([$this->trainer, get_admin()] as $user) {
            $this->assert_refused('not_allowed', fn() => $this->file($user, 'answers', 'csv'));
        }
        $DB->set_field('leerlandschap', 'visibility', 'named', ['id' => $this->cm->instance]);
        $this->assertSame([], $this->rows($this->trainer, 'answers'));
        foreach (array_keys(dataset::ALL) as $what) {
            $told = file_get_contents($this->file($this->trainer, $what, 'json'));
            $this->assertStringNotContainsString('Geheim', $told, $what);
            if ($what !== 'participation') {
                $this->assertStringNotContainsString(fullname($this->learners[0]), $told, $what);
            }
        }
    }

    /**
     * Actions stand as the last meeting has them; what it has deleted is gone.
     */
    public function test_actions(): void {
        $this->create_activity(['format' => 'werkoverleg']);
        $this->start('check-in');
        $this->run_as($this->trainer, ['type' => 'go_to', 'from' => 'check-in', 'to' => 'open-acties']);
        [$writer, $owner] = $this->learners;
        $fields = ['when' => '2026-12-01', 'who_person' => (string) $owner->id];
        foreach (['=A1', 'Weg', 'Klaar'] as $i => $what) {
            $status = $what === 'Klaar' ? 'done' : 'open';
            $action = ['what' => $what, 'status' => $status] + $fields;
            $this->run_as($writer, self::written($i + 1, 'open-acties', 'action', $action));
        }
        $room = $this->run_as($this->trainer, ['type' => 'go_to', 'from' => 'open-acties', 'to' => '@closing'])['room'];
        $this->run_as($this->trainer, ['type' => 'close', 'from' => '@closing']);
        $next = $this->run_as($this->trainer, ['type' => 'start_next', 'from' => 1, 'part' => $room['part']])['room'];
        $this->run_as($this->trainer, ['type' => 'go_to', 'from' => '@start', 'to' => 'open-acties']);
        $base = array_column($next['contributions'], 'revision', 'id');
        $busy = self::written(1, 'open-acties', 'action', ['what' => '=A1', 'status' => 'busy'] + $fields);
        $this->run_as($this->trainer, ['base' => $base[$busy['id']]] + $busy);
        $gone = self::written(2, 'open-acties', 'action', [])['id'];
        $this->run_as($this->trainer, ['type' => 'delete', 'id' => $gone, 'base' => $base[$gone]]);

        $told = fn(array $rows): array => array_map(
            fn(array $row): array => [$row['what'], $row['status'], $row['who'], $row['meeting'], $row['from']],
            $rows
        );
        [$open, $busy, $done] = array_map(fn(string $status): string => get_string("app:status_$status", 'mod_leerlandschap'), [
            'open', 'busy', 'done',
        ]);
        $name = fullname($owner);
        $this->assertSame(
            [['Klaar', $done, $name, 1, 1], ['=A1', $busy, $name, 2, 1]],
            $told($this->rows($this->trainer, 'actions'))
        );
        $this->assertSame(
            [['Klaar', $done, $name, 1, 1], ['=A1', $busy, $name, 2, 1]],
            $told($this->rows($this->trainer, 'actions', 0, 1)),
            'what the first one had, as it stands now'
        );
        $this->assertSame([['=A1', $busy, $name, 2, 1]], $told($this->rows($this->trainer, 'actions', 0, 2)));
    }

    /**
     * Notes have their author where the room tells it, and dots once these were revealed; principles stand behind their
     * scope, with what they rest on.
     */
    public function test_notes_and_principles(): void {
        global $DB;

        foreach (['named', 'hidden'] as $visibility) {
            $this->learners = [];
            $this->create_activity(['visibility' => $visibility]);
            $this->start('opbrengst');
            [$writer] = $this->learners;
            $note = self::written(1, 'opbrengst', 'note', ['column' => 'eens', 'text' => "Een\nnotitie"]);
            $this->run_as($writer, $note);
            $this->run_as($this->trainer, ['type' => 'go_to', 'from' => 'opbrengst', 'to' => 'vervolgacties']);
            $action = ['what' => 'Proef', 'who_text' => 'Wij', 'source' => 'st1'];
            $this->run_as($writer, self::written(2, 'vervolgacties', 'action', $action));
            $this->run_as($this->trainer, ['type' => 'go_to', 'from' => 'vervolgacties', 'to' => 'uitgangspunten']);
            $this->run_as($writer, self::written(5, 'uitgangspunten', 'principle', ['text' => 'Samen']));
            $scope = self::written(4, 'uitgangspunten', 'scope', ['text' => 'Ons team']);
            $this->run_as($writer, ['id' => 'scope:uitgangspunten'] + $scope);
            [$row] = $this->rows($this->trainer, 'notes');
            $this->assertSame(
                ["Een\nnotitie", 'We agree on this', $visibility === 'named' ? fullname($writer) : '', '', ''],
                [$row['text'], $row['column'], $row['author'], $row['dots'], $row['dots_step']]
            );
            $this->assertSame(
                [['what it is about', 'Ons team'], ['principle', 'Samen']],
                array_map(fn(array $row): array => [$row['kind'], $row['text']], $this->rows($this->trainer, 'principles'))
            );
            $this->assertNotSame('', $this->rows($this->trainer, 'actions')[0]['source'], 'the statement');
            $this->assertSame([], $this->rows($this->trainer, 'goals'));
        }
        // Dots, as a reveal leaves them.
        $this->learners = [];
        $this->create_activity(['format' => 'werkoverleg']);
        $this->start('terugblik');
        $exercise = \mod_leerlandschap\local\exercise_store::of_instance($this->instance_row());
        $dotted = array_values(array_filter(
            $exercise->steps_of_block('notes'),
            fn(string $step): bool => $exercise->setting($step, 'dots', 0) > 0
        ))[0] ?? null;
        $this->assertNotNull($dotted, 'the exercise has dots');
        $meeting = $this->read($this->trainer)['room']['meeting'];
        $DB->set_field('leerlandschap_meeting', 'part', $this->part_of($exercise, $dotted), ['id' => $meeting]);
        $column = $exercise->setting($dotted, 'columns')[0]['id'];
        foreach (['n1', 'n2'] as $position => $uuid) {
            $DB->insert_record('leerlandschap_contrib', (object) [
                'meetingid' => $meeting, 'uuid' => $uuid, 'step' => $dotted, 'kind' => 'note',
                'position' => $position, 'revision' => 1,
                'fields' => json_encode(['column' => $column, 'text' => $uuid, 'group' => 'Samen']), 'audience' => 'group',
            ]);
        }
        $DB->delete_records('leerlandschap_round', ['meetingid' => $meeting, 'step' => $dotted]);
        $round = \mod_leerlandschap\local\round\purpose::most_rounds($exercise, $dotted);
        $id = $DB->insert_record('leerlandschap_round', (object) [
            'meetingid' => $meeting, 'step' => $dotted, 'round' => $round, 'phase' => 'closed', 'items' => '[]', 'answered' => 3,
            'presentcount' => 3, 'results' => json_encode([
                ['item' => "$dotted:n1", 'suppressed' => false, 'counts' => [4], 'answered' => 0],
                ['item' => "$dotted:n2", 'suppressed' => true, 'counts' => [], 'answered' => 0],
            ]),
        ]);
        $this->assertSame(['', ''], array_column($this->rows($this->trainer, 'notes'), 'dots'), 'not revealed');
        $DB->set_field('leerlandschap_round', 'phase', 'revealed', ['id' => $id]);
        $rows = $this->rows($this->trainer, 'notes');
        $this->assertSame([4, ''], array_column($rows, 'dots'));
        $this->assertSame('Samen', $rows[0]['note_group']);
    }

    /**
     * A part of a series that has a step.
     *
     * @param \mod_leerlandschap\local\exercise $exercise the exercise
     * @param string $step the step
     * @return string
     */
    private function part_of(\mod_leerlandschap\local\exercise $exercise, string $step): string {
        foreach ($exercise->series->runs() as $run) {
            if (in_array($step, $exercise->steps_of_part($run), true)) {
                return $run;
            }
        }
        return '';
    }

    /**
     * Goals of a plan, and the words for how they stand.
     */
    public function test_goals(): void {
        $this->create_activity(['format' => 'open-leergesprek']);
        $this->start('welkom');
        $this->run_as($this->trainer, ['type' => 'go_to', 'from' => 'welkom', 'to' => 'vijfjarenplan']);
        $exercise = \mod_leerlandschap\local\exercise_store::of_instance($this->instance_row());
        $period = $exercise->setting('vijfjarenplan', 'periods')[0]['id'];
        $goal = ['period' => $period, 'goal' => '+Meer tijd'];
        $this->run_as($this->learners[0], self::written(1, 'vijfjarenplan', 'goal', $goal));
        [$row] = $this->rows($this->trainer, 'goals');
        $this->assertSame(['+Meer tijd', 'Planned'], [$row['goal'], $row['status']]);
        $this->assertNotSame('', $row['period']);
    }

    /**
     * Who took part in what, as the gradebook shows it to the reader; days alone where answers are hidden.
     */
    public function test_participation(): void {
        global $CFG;
        require_once($CFG->libdir . '/gradelib.php');

        $this->mock_clock_with_frozen(1763750000);
        $this->create_activity(['grade' => 10]);
        foreach ($this->learners as $learner) {
            $this->run_as($learner, ['type' => 'join']);
        }
        $this->vote($this->learners, 0, $this->trainer);
        $rows = $this->rows($this->trainer, 'participation');
        $this->assertCount(3, $rows);
        $row = array_column($rows, null, 'user_id')[$this->learners[0]->id];
        $this->assertSame([fullname($this->learners[0]), '2025-11-21', '2025-11-21', 1], [
            $row['user_name'], $row['joined'], $row['step_stellingen'], $row['earned'],
        ]);
        $this->assertSame('', $row['step_opbrengst'] ?? '');
        $item = \grade_item::fetch([
            'itemmodule' => 'leerlandschap', 'iteminstance' => $this->cm->instance, 'courseid' => $this->course->id,
        ]);
        $item->set_hidden(1);
        $role = $this->getDataGenerator()->create_role();
        assign_capability('moodle/grade:viewhidden', CAP_PROHIBIT, $role, \context_course::instance($this->course->id));
        role_assign($role, $this->trainer->id, \context_course::instance($this->course->id));
        $row = array_column($this->rows($this->trainer, 'participation'), null, 'user_id')[$this->learners[0]->id];
        $this->assertSame(['2025-11-21', '', ''], [$row['joined'], $row['step_stellingen'], $row['earned']]);
    }

    /**
     * Groups that the reader may not see are in no file, whatever is asked for; former rooms are for who leads all groups.
     */
    public function test_groups(): void {
        [$north, $south] = $this->two_groups();
        $leader = $this->getDataGenerator()->create_and_enrol($this->course, 'editingteacher');
        $this->vote(array_slice($this->learners, 0, 3), $north, $this->trainer);
        $this->vote(array_slice($this->learners, 3, 3), $south, $leader);
        $groups = fn(stdClass $user, int $group = 0): array => array_values(array_unique(array_column(
            $this->rows($user, 'results', $group),
            'group'
        )));
        $this->assertSame(['Noord'], $groups($this->trainer));
        $this->assertSame(['Noord', 'Zuid'], $groups($leader));
        $this->assertSame(['Zuid'], $groups($leader, $south));
        foreach ([$south, -1, 987654] as $other) {
            $this->assert_refused('other_group', fn() => $this->file($this->trainer, 'results', 'csv', $other));
        }
        $names = array_column($this->rows($this->trainer, 'participation'), 'user_id');
        $this->assertEqualsCanonicalizing(array_map(intval(...), array_column(array_slice($this->learners, 0, 3), 'id')), $names);
        groups_delete_group($south);
        rebuild_course_cache($this->course->id, true);
        $this->assertSame(['Noord'], $groups($this->trainer));
        $this->assertCount(2, $groups($leader));
        $this->assertCount(1, $groups($leader, $south));
        foreach ([['nothing', 'csv', 0], ['results', 'exe', 0], ['results', 'csv', -1], ['results', 'csv', 10000]] as $wrong) {
            [$what, $format, $number] = $wrong;
            $this->assert_refused('bad_value', fn() => $this->file($leader, $what, $format, 0, $number));
        }
    }

    /**
     * What would be run is text in every file, and whole in JSON; names of any script and length are kept.
     */
    public function test_formulas(): void {
        $rtl = 'לִמְדוּ';
        $name = \core_text::substr("=$rtl/..\\" . str_repeat("$rtl ", 60), 0, 255);
        $this->create_activity(['name' => $name]);
        $this->start('vervolgacties');
        $texts = ['=1+1', '+1', '-1', '@SUM(A1)', '<script>alert(1)</script>', $rtl, '1 < 2 & 3', '"quoted", and; more'];
        foreach ($texts as $i => $text) {
            $fields = ['what' => $text, 'who_text' => 'Iemand'];
            $this->run_as($this->learners[0], self::written($i + 1, 'vervolgacties', 'action', $fields));
        }
        $this->assertSame($texts, array_column($this->rows($this->trainer, 'actions'), 'what'));
        $file = $this->file($this->trainer, 'actions', 'csv');
        $this->assertStringContainsString($rtl, basename($file));
        $this->assertLessThan(255, strlen(basename($file)));
        $handle = fopen($file, 'r');
        $headings = fgetcsv($handle, 0, ',', '"', '');
        $what = array_search(get_string('export:what', 'mod_leerlandschap'), $headings);
        $found = [];
        while ($row = fgetcsv($handle, 0, ',', '"', '')) {
            $found[] = $row[$what];
        }
        $this->assertSame(["'=1+1", "'+1", "'-1", "'@SUM(A1)", ...array_slice($texts, 4)], $found);
        foreach (['excel' => 'xl/worksheets/sheet1.xml', 'ods' => 'content.xml'] as $format => $part) {
            $zip = new \ZipArchive();
            $zip->open($this->file($this->trainer, 'actions', $format));
            $xml = $zip->getFromName($part) . $zip->getFromName('xl/sharedStrings.xml');
            $this->assertStringContainsString($rtl, $xml, $format);
            $this->assertStringNotContainsString('<f>', $xml, $format);
            $this->assertStringNotContainsString('table:formula', $xml, $format);
            $this->assertMatchesRegularExpression("/(&#0?39;|&apos;|')=1\\+1/", $xml, $format);
        }
        $html = file_get_contents($this->file($this->trainer, 'actions', 'html'));
        $this->assertStringNotContainsString('<script>', $html);
        $this->assertStringContainsString('&lt;script&gt;', $html);
        $this->assertStringContainsString("&#039;=1+1", $html);
    }

    /**
     * Whatever a text begins with, numbers stay numbers.
     */
    public function test_cells(): void {
        $columns = ['a' => '=heading', 'b' => 'b', 'c' => 'c', 'd' => 'd'];
        foreach (self::FORMULAS as $text) {
            foreach (['csv', 'excel', 'ods', 'another'] as $format) {
                [$cell] = (new cells($format))->row(['a' => $text], $columns, false);
                $this->assertSame("'$text", $cell, json_encode($text));
            }
            $this->assertSame([$text], array_slice((new cells('json'))->row(['a' => $text], $columns, false), 0, 1));
            $this->assertSame(nl2br(s("'$text")), (new cells('html'))->row(['a' => $text], $columns, true)[0]);
            $this->assertSame(nl2br(s($text)), (new cells('pdf'))->row(['a' => $text], $columns, true)[0]);
        }
        $values = ['a' => -5, 'b' => true, 'c' => 'a=b', 'd' => null];
        $this->assertSame([-5, 'Yes', 'a=b', ''], (new cells('csv'))->row($values, $columns, false));
        $this->assertSame("'=heading", (new cells('csv'))->headings($columns)[0]);
        $this->assertSame(['a', 'b', 'c', 'd'], (new cells('json'))->headings($columns));
        $this->assertSame(['&lt;b&gt;'], (new cells('html'))->headings(['a' => '<b>']));
    }

    /**
     * The log tells who has taken what along.
     */
    public function test_event(): void {
        $this->create_activity();
        $this->setUser($this->trainer);
        $download = new download(report_reader::of_all_rooms($this->cm), 'results', 'csv', 0);
        $sink = $this->redirectEvents();
        // Its headings: there is nothing yet.
        $this->expectOutputRegex('/^\S*Group,Meeting,/u');
        $download->send();
        [$event] = $sink->get_events();
        $this->assertInstanceOf(report_downloaded::class, $event);
        $this->assertSame(['what' => 'results'], $event->other);
        $this->assertSame((int) $this->trainer->id, (int) $event->userid);
        $this->assertStringContainsString("'results'", $event->get_description());
        $this->assertStringContainsString("/report.php?id={$this->cm->id}", $event->get_url()->out(false));
        $this->assertSame('Report downloaded', report_downloaded::get_name());
        try {
            report_downloaded::create(['objectid' => $this->cm->instance, 'context' => $this->cm->context])->trigger();
            $this->fail('an event that does not say what');
        } catch (\coding_exception $exception) {
            $this->assertStringContainsString('what', $exception->getMessage());
        }
    }

    /**
     * Two questions beside each other have a row for each side with its people and median, as the screen has them; where a
     * side is too small one without numbers.
     */
    public function test_relations(): void {
        global $DB;

        $this->create_activity(['format' => 'leerklimaat']);
        $exercise = exercise_store::of_instance($this->instance_row());
        [$step] = array_values(array_filter(
            $exercise->all_steps(),
            fn(string $it): bool => (bool) array_filter(
                $exercise->setting($it, 'views', []),
                fn(array $view): bool => $view['kind'] === 'relation'
            )
        ));
        $this->start($step);
        $meeting = $this->read($this->trainer)['room']['meeting'];
        $result = ['item' => 'lk1', 'suppressed' => false, 'answered' => 12, 'counts' => [6, 6, 0, 0], 'opt_outs' => 0,
            'agreement' => null, 'class' => 'empty', 'direction' => 'none', 'one_vote_decides' => false, 'reasons' => [],
            'shift' => null, 'voices' => []];
        $told = function (?array $high, ?array $low, string $y = 'lk8') use ($DB, $meeting, $step, $result): array {
            $DB->delete_records('leerlandschap_round', ['meetingid' => $meeting, 'step' => $step]);
            $DB->insert_record('leerlandschap_round', (object) [
                'meetingid' => $meeting, 'step' => $step, 'round' => 1, 'phase' => 'revealed', 'items' => '["lk1"]',
                'answered' => 12, 'presentcount' => 13, 'results' => json_encode([$result]),
                'relations' => json_encode([['x' => 'lk1', 'y' => $y, 'high' => $high, 'low' => $low]]),
            ]);
            return array_values(array_filter(
                $this->rows($this->trainer, 'results'),
                fn(array $row): bool => $row['kind'] === 'two questions side by side'
            ));
        };
        $rows = $told(['people' => 7, 'median_x2' => 9], ['people' => 5, 'median_x2' => 4]);
        $this->assertSame([['lk8', 7, 4.5, 13, 'No'], ['lk8', 5, 2, 13, 'No']], array_map(
            fn(array $row): array => [$row['item'], $row['n'], $row['median'], $row['present'], $row['suppressed']],
            $rows
        ));
        $this->assertStringContainsString('or higher', $rows[0]['label']);
        $this->assertStringContainsString('lower than', $rows[1]['label']);
        $labels = new \mod_leerlandschap\local\labels($exercise, '');
        $this->assertSame([$labels->item('lk8', []), $labels->item('lk1', [])], [$rows[0]['text'], $rows[0]['split_by']]);
        $this->assertNotSame('', $rows[0]['split_by']);
        $rows = $told(null, null);
        $this->assertSame([['Yes', '', '', '']], array_map(
            fn(array $row): array => [$row['suppressed'], $row['label'], $row['n'], $row['median']],
            $rows
        ));
        $this->assertSame([], $told(null, null, 'gone'), 'what the exercise does not lay beside each other, as on the screen');
    }

    /**
     * Beside a principle stands how many support it, as its meeting has shown it; nothing under k.
     */
    public function test_support(): void {
        global $DB;

        $this->create_activity();
        $this->start('uitgangspunten');
        foreach (['Gesteund', 'Te weinig', 'Niet gevraagd'] as $i => $text) {
            $this->run_as($this->learners[0], self::written($i + 1, 'uitgangspunten', 'principle', ['text' => $text]));
        }
        $uuids = $DB->get_records_menu('leerlandschap_contrib', ['kind' => 'principle'], 'position', 'position, uuid');
        $result = fn(string $uuid, int $answered, bool $suppressed): array => [
            'item' => "uitgangspunten:$uuid", 'suppressed' => $suppressed, 'answered' => $answered,
            'counts' => $suppressed ? [] : [0, 0, 1, 1, 2], 'opt_outs' => $suppressed ? 0 : 1,
            'agreement' => $suppressed ? null : 71, 'class' => $suppressed ? 'empty' : 'consensus',
            'direction' => $suppressed ? 'none' : 'agree', 'one_vote_decides' => false, 'reasons' => [], 'shift' => null,
            'voices' => [],
        ];
        $DB->insert_record('leerlandschap_round', (object) [
            'meetingid' => $this->read($this->trainer)['room']['meeting'], 'step' => 'uitgangspunten', 'round' => 1,
            'phase' => 'revealed', 'items' => '[]', 'answered' => 5, 'presentcount' => 5,
            'results' => json_encode([$result($uuids[0], 5, false), $result($uuids[1], 2, true)]),
        ]);
        $rows = array_column($this->rows($this->trainer, 'principles'), null, 'text');
        $of = fn(string $text): array => array_map(
            fn(string $column): mixed => $rows[$text][$column],
            ['n', 'answered', 'opt_outs', 'agreement', 'class', 'direction', 'suppressed']
        );
        $this->assertSame([4, 5, 1, 71, 'consensus', 'agree', 'No'], $of('Gesteund'));
        $this->assertSame(['', 2, '', '', '', '', 'Yes'], $of('Te weinig'));
        $this->assertSame(['', '', '', '', '', '', ''], $of('Niet gevraagd'));
    }

    /**
     * The links of a page without scripts: every table in every format, answers by name where there are any.
     */
    public function test_links(): void {
        global $PAGE;

        $this->create_activity();
        $tables = fn(bool $named): array => (new downloads($this->cm, $named))
            ->export_for_template($PAGE->get_renderer('core'))['tables'];
        $this->assertCount(6, $tables(false));
        $this->assertCount(7, $tables(true));
        $this->assertCount(count(dataformats::enabled()), $tables(false)[0]['files']);
        set_config('disabled', 1, 'dataformat_csv');
        \core_plugin_manager::reset_caches();
        $this->assertNotContains('csv', array_column(dataformats::enabled(), 'id'));
        $this->assert_refused('bad_value', fn() => $this->file($this->trainer, 'results', 'csv'));
    }
}
