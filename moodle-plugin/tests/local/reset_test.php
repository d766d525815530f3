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

require_once(__DIR__ . '/../pulse_testcase.php');

use mod_leerlandschap\pulse_testcase;
use stdClass;

/**
 * Tests for the reset of a course: what was asked for goes, and nothing else.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \mod_leerlandschap\local\lifecycle
 * @covers     \mod_leerlandschap\local\eraser
 */
final class reset_test extends pulse_testcase {
    /** Tables with what happens in activities. */
    private const TABLES = [
        'answer', 'consent', 'contrib', 'locked', 'meeting', 'pending', 'presence', 'progress', 'round', 'sharing',
    ];

    /**
     * A used activity: answered, written in, a step settled, and published.
     *
     * @return array what a learner reads
     */
    private function used_activity(): array {
        global $DB;

        $this->learners = [];
        $this->create_activity(['timeopen' => time() - DAYSECS, 'timeclose' => time() + DAYSECS], 3);
        $this->start();
        foreach ($this->learners as $learner) {
            foreach (['st1', 'st2', 'st3', 'st4', 'st5'] as $item) {
                $this->run_as($learner, self::answer($item, 2));
            }
        }
        $reveal = [
            'type' => 'set_round', 'step' => 'stellingen', 'round' => 1, 'from' => 'open', 'to' => 'revealed', 'items' => [],
        ];
        $this->run_as($this->trainer, $reveal);
        $this->run_as($this->trainer, ['type' => 'go_to', 'from' => 'stellingen', 'to' => 'uitgangspunten']);
        $principle = ['step' => 'uitgangspunten', 'kind' => 'principle', 'base' => null, 'fields' => ['text' => 'Wij leren']];
        $this->run_as($this->learners[0], ['type' => 'save', 'id' => \core\uuid::generate()] + $principle);
        $reply = $this->read($this->learners[0]);
        $DB->insert_record('leerlandschap_locked', (object) [
            'meetingid' => $reply['room']['meeting'], 'step' => 'x', 'round' => 1, 'voterkey' => 'x',
        ]);
        $DB->insert_record('leerlandschap_consent', (object) [
            'meetingid' => $reply['room']['meeting'], 'voterkey' => 'x', 'agrees' => 1,
        ]);
        $DB->insert_record('leerlandschap_sharing', (object) [
            'meetingid' => $reply['room']['meeting'], 'asked' => 1, 'snapshot' => '{}',
        ]);
        $this->assertSame(200, self::pulse($reply)['status']);
        return $this->read($this->learners[0]);
    }

    /**
     * Resets the course as core does.
     *
     * @param array $data what the form sent
     * @return array[] what was done, of this plugin
     */
    private function reset(array $data): array {
        $this->setAdminUser();
        $data += [
            'id' => $this->course->id, 'reset_start_date' => 0, 'reset_start_date_old' => $this->course->startdate,
            'reset_end_date_old' => 0,
        ];
        $own = get_string('modulenameplural', 'mod_leerlandschap');
        $status = reset_course_userdata((object) $data);
        return array_values(array_filter($status, fn(array $line): bool => $line['component'] === $own));
    }

    /**
     * How many rows each table has of an activity.
     *
     * @param int $instanceid the activity
     * @return int[] by table
     */
    private static function counts(int $instanceid): array {
        global $DB;

        $of = fn(string $table): int => $table === 'meeting'
            ? $DB->count_records('leerlandschap_meeting', ['leerlandschapid' => $instanceid])
            : $DB->count_records_select(
                "leerlandschap_$table",
                'meetingid IN (SELECT id FROM {leerlandschap_meeting} WHERE leerlandschapid = ?)',
                [$instanceid]
            );
        return array_combine(self::TABLES, array_map($of, self::TABLES));
    }

    /**
     * Everything in the meetings goes, with its secret, its grades and what is published; the activity stays, and another
     * course.
     */
    public function test_reset(): void {
        global $DB;

        $other = $this->used_activity();
        $othercm = $this->cm;
        $this->course = $this->getDataGenerator()->create_course();
        $this->getDataGenerator()->enrol_user($this->trainer->id, $this->course->id, 'teacher');
        $reply = $this->used_activity();
        $this->assertNotContains(0, self::counts((int) $this->cm->instance));
        $secret = $DB->get_field('leerlandschap_meeting', 'secretref', ['id' => $reply['room']['meeting']]);
        $this->assertFileExists(secret::file($secret));
        $grades = fn(stdClass $course): int => $DB->count_records_sql(
            'SELECT COUNT(1) FROM {grade_grades} g JOIN {grade_items} i ON i.id = g.itemid
              WHERE i.courseid = ? AND i.itemmodule = ? AND g.rawgrade IS NOT NULL',
            [$course->id, 'leerlandschap']
        );
        $this->assertSame(3, $grades($this->course));
        $before = $DB->get_record('leerlandschap', ['id' => $this->cm->instance]);
        $otherbefore = self::counts((int) $othercm->instance);

        $done = $this->reset(['reset_leerlandschap' => 1]);
        $this->assertSame([get_string('resetmeetings', 'mod_leerlandschap')], array_column($done, 'item'));
        $this->assertSame([false], array_column($done, 'error'));
        $this->assertSame(array_fill_keys(self::TABLES, 0), self::counts((int) $this->cm->instance));
        $this->assertFileDoesNotExist(secret::file($secret));
        $this->assertSame(0, $grades($this->course));
        // Who still looks at it finds nothing, and its token opens nothing.
        $this->assertNotSame(200, self::pulse($reply)['status']);
        $this->assertSame([], preg_grep("/^{$reply['room']['meeting']}\\./", self::published()));
        $this->assertEquals($before, $DB->get_record('leerlandschap', ['id' => $this->cm->instance]));

        $this->assertSame($otherbefore, self::counts((int) $othercm->instance));
        $this->assertSame(200, self::pulse($other)['status']);
        $this->assertSame(3, $grades(get_course($othercm->course)));

        // The next group begins anew.
        $room = $this->read($this->learners[0])['room'];
        $this->assertNotSame($reply['room']['meeting'], $room['meeting']);
        $this->assertSame([1, 1, '@start', []], [$room['number'], $room['revision'], $room['place'], $room['people']]);
    }

    /**
     * What was not asked for stays.
     */
    public function test_nothing_asked(): void {
        $reply = $this->used_activity();
        $before = self::counts((int) $this->cm->instance);
        $this->assertSame([], $this->reset(['reset_leerlandschap' => 0]));
        $this->assertSame([], $this->reset([]));
        $this->assertSame($before, self::counts((int) $this->cm->instance));
        $this->assertEquals($reply['room'], $this->read($this->learners[0])['room']);
    }

    /**
     * Dates move with the beginning of the course, in this course only; meetings stay.
     */
    public function test_dates(): void {
        global $DB;

        $this->used_activity();
        $first = $this->cm;
        $dates = fn($cm): array => array_values(
            (array) $DB->get_record('leerlandschap', ['id' => $cm->instance], 'timeopen, timeclose')
        );
        $firstdates = $dates($first);
        $this->course = $this->getDataGenerator()->create_course(['startdate' => 1000 * DAYSECS]);
        $this->getDataGenerator()->enrol_user($this->trainer->id, $this->course->id, 'teacher');
        $reply = $this->used_activity();
        $before = [$dates($this->cm), self::counts((int) $this->cm->instance)];
        $done = $this->reset(['reset_start_date' => 1010 * DAYSECS]);
        $this->assertSame([get_string('date')], array_column($done, 'item'));
        // What is published goes by the dates of before.
        $this->assertSame([], preg_grep("/^{$reply['room']['meeting']}\\./", self::published()));
        $this->assertNotSame([], self::published());
        $moved = array_map(fn($date): string => (string) ($date + 10 * DAYSECS), $before[0]);
        $this->assertEquals([$moved, $before[1]], [$dates($this->cm), self::counts((int) $this->cm->instance)]);
        $this->assertEquals($firstdates, $dates($first));
        $this->assertEquals($moved[0], get_fast_modinfo($this->course)->get_cm($this->cm->id)->customdata['timeopen']);
    }

    /**
     * The form offers it, and starts with it.
     */
    public function test_form(): void {
        global $CFG;

        require_once($CFG->dirroot . '/course/reset_form.php');
        $this->create_activity();
        $this->setAdminUser();
        $GLOBALS['PAGE']->set_course($this->course);
        $form = new \course_reset_form();
        ob_start();
        $form->display();
        $html = ob_get_clean();
        $this->assertStringContainsString('name="reset_leerlandschap"', $html);
        $this->assertStringContainsString(get_string('resetmeetings', 'mod_leerlandschap'), $html);
        $this->assertSame(['reset_leerlandschap' => 1], leerlandschap_reset_course_form_defaults($this->course));
    }

    /**
     * Whoever resets the gradebook alone keeps the meetings, from which it is filled again; with them it stays empty.
     */
    public function test_grades_alone(): void {
        global $DB;

        $this->used_activity();
        $before = self::counts((int) $this->cm->instance);
        $this->reset(['reset_gradebook_grades' => 1]);
        $this->assertSame(3, $DB->count_records_select('grade_grades', 'rawgrade IS NOT NULL'));
        $this->assertSame($before, self::counts((int) $this->cm->instance));
        $this->reset(['reset_gradebook_grades' => 1, 'reset_leerlandschap' => 1]);
        $this->assertSame(0, $DB->count_records_select('grade_grades', 'rawgrade IS NOT NULL'));
    }
}
