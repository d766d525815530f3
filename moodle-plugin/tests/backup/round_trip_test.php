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

namespace mod_leerlandschap\backup;

defined('MOODLE_INTERNAL') || die();

require_once(__DIR__ . '/copy_testcase.php');

use mod_leerlandschap\local\exercise_store;
use mod_leerlandschap\local\own_exercise;
use mod_leerlandschap\local\secret;

/**
 * Tests for backup and restore: what comes back is what was there, and a meeting can go on.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \mod_leerlandschap\local\copying\copied_meeting
 * @covers     \mod_leerlandschap\local\copying\restored_meeting
 * @covers     \mod_leerlandschap\local\copying\restoring
 * @covers     \backup_leerlandschap_activity_structure_step
 * @covers     \restore_leerlandschap_activity_structure_step
 */
final class round_trip_test extends copy_testcase {
    /**
     * Who sees what, and whether the meeting is closed.
     *
     * @return array[]
     */
    public static function meetings(): array {
        return [
            'named, running' => ['named', false],
            'named, closed' => ['named', true],
            'hidden, running' => ['hidden', false],
            'hidden, closed' => ['hidden', true],
        ];
    }

    /**
     * A used activity with two groups, of which the second has its second meeting.
     *
     * @param string $visibility hidden or named
     * @param bool $closed whether the meeting of the first group is closed
     */
    private function used_activity(string $visibility, bool $closed): void {
        global $DB;

        $this->create_activity([
            'visibility' => $visibility, 'facilitation' => 'members', 'groupmode' => VISIBLEGROUPS, 'pace' => 'together',
            'intro' => 'About this', 'minanswers' => 4, 'completionfinish' => 1, 'timeopen' => 1000, 'grade' => 40,
        ], 8);
        $this->number_users();
        $json = \core\di::get(exercise_store::class)->shipped('leerlandschap');
        $instance = $DB->get_record('leerlandschap', ['id' => $this->cm->instance]);
        own_exercise::put($instance, $json, (int) $this->trainer->id);
        $this->getDataGenerator()->enrol_user($this->trainer->id, $this->course->id, 'editingteacher');
        foreach (['Blauw', 'Rood'] as $name) {
            $group = $this->getDataGenerator()->create_group(['courseid' => $this->course->id, 'name' => $name]);
            foreach ($this->learners as $learner) {
                groups_add_member($group->id, $learner->id);
            }
            $this->use_meeting($visibility, (int) $group->id);
            $chair = ['type' => 'set_chair', 'from' => null, 'to' => $this->learners[3]->id];
            $this->run_as($this->learners[3], $chair, (int) $group->id);
            $this->publish((int) $group->id);
            if ($closed || $name === 'Rood') {
                $close = ['type' => 'close', 'from' => 'vervolgacties'];
                $this->run_as($this->trainer, $close, (int) $group->id);
            }
        }
        $this->run_as($this->trainer, ['type' => 'start_next', 'from' => 1, 'part' => 'later'], (int) $group->id);
    }

    /**
     * A group agrees to show its outcome to the other one, and it is shown.
     *
     * @param int $groupid the group
     */
    private function publish(int $groupid): void {
        $this->run_as($this->trainer, ['type' => 'go_to', 'from' => 'vervolgacties', 'to' => '@closing'], $groupid);
        $ask = ['type' => 'ask_sharing', 'asked' => null, 'lesson' => null];
        $asked = $this->run_as($this->trainer, $ask, $groupid)['room']['sharing']['asked'];
        foreach ($this->learners as $learner) {
            $this->run_as($learner, ['type' => 'consent', 'asked' => $asked, 'agrees' => true], $groupid);
        }
        $this->run_as($this->trainer, ['type' => 'publish', 'asked' => $asked], $groupid);
        $this->run_as($this->trainer, ['type' => 'go_to', 'from' => '@closing', 'to' => 'vervolgacties'], $groupid);
    }

    /**
     * Everything comes back, on a site where users, groups and everything else have other ids.
     *
     * @dataProvider meetings
     * @param string $visibility hidden or named
     * @param bool $closed whether the first meeting is closed
     */
    public function test_everything_comes_back(string $visibility, bool $closed): void {
        global $DB;

        $this->used_activity($visibility, $closed);
        $before = self::contents($this->cm);
        $folder = $this->back_up($this->cm);
        $this->take_elsewhere($folder);
        $copy = $this->restore($folder, $this->getDataGenerator()->create_course());
        $after = self::contents($copy);
        // In a course of its own nothing is shown that was agreed to for another one.
        $locked = $visibility === 'hidden' && !$closed ? ['locked' => 1] : [];
        $told = ['shared' => count($before['leerlandschap_sharing'])] + $locked;
        $this->assert_told($told);
        $this->assertSame([], $after['leerlandschap_sharing']);
        unset($before['leerlandschap_sharing']);

        // Nobody's id is what it was, so that what is equal was mapped.
        $users = fn($cm): array => $DB->get_fieldset_sql(
            'SELECT p.userid FROM {leerlandschap_presence} p JOIN {leerlandschap_meeting} m ON m.id = p.meetingid
              WHERE m.leerlandschapid = ?',
            [$cm->instance]
        );
        $this->assertSame([], array_intersect($users($this->cm), $users($copy)));
        $this->assertCount(24, $users($copy));

        if ($visibility === 'hidden') {
            // Keys, counters and what hangs on them: looked at in hidden_copy_test.
            foreach ([&$before, &$after] as &$contents) {
                foreach ($contents['leerlandschap_answer'] as &$answer) {
                    unset($answer['voterkey'], $answer['seq']);
                }
                unset($answer, $contents['leerlandschap_pending'], $contents['leerlandschap_locked']);
                foreach ($contents['leerlandschap_round'] as &$round) {
                    unset($round['restored']);
                }
                unset($round);
                usort($contents['leerlandschap_answer'], fn($a, $b): int => strcmp(json_encode($a), json_encode($b)));
                usort($contents['leerlandschap_round'], fn($a, $b): int => strcmp(json_encode($a), json_encode($b)));
            }
            unset($contents);
        }
        foreach ($before as $table => $rows) {
            $this->assertEquals($rows, $after[$table], $table);
            if ($visibility === 'named') {
                $empty = in_array($table, ['leerlandschap_pending', 'leerlandschap_locked', 'leerlandschap_consent'], true);
                $this->assertSame($empty, !$rows, $table);
            }
        }
    }

    /**
     * A question that nobody has shown anything for does not come along, nor what anybody said to it.
     */
    public function test_open_question(): void {
        global $DB;

        $this->used_activity('hidden', false);
        $group = (int) array_key_first(groups_get_all_groups($this->course->id));
        $asked = $this->read($this->trainer, $group)['room']['sharing']['asked'];
        $this->run_as($this->trainer, ['type' => 'withdraw', 'asked' => $asked], $group);
        $this->run_as($this->trainer, ['type' => 'go_to', 'from' => 'vervolgacties', 'to' => '@closing'], $group);
        $ask = ['type' => 'ask_sharing', 'asked' => null, 'lesson' => 'Een les'];
        $asked = $this->run_as($this->trainer, $ask, $group)['room']['sharing']['asked'];
        $this->run_as($this->learners[0], ['type' => 'consent', 'asked' => $asked, 'agrees' => true], $group);
        $this->assertSame(1, $DB->count_records('leerlandschap_consent'));
        $copy = $this->restore($this->back_up($this->cm), $this->course);
        $contents = self::contents($copy);
        $this->assertSame([], $contents['leerlandschap_consent']);
        $this->assertCount(1, $contents['leerlandschap_sharing'], 'of the other group');
        $this->assertNull($contents['leerlandschap_sharing'][0]['lesson']);
    }

    /**
     * What a group shows is shown again where it is restored to the same course of the same site, and nowhere else.
     */
    public function test_shown_to_the_same_course(): void {
        $this->used_activity('named', true);
        $folder = $this->back_up($this->cm);
        $shown = fn(\cm_info $cm): array => self::contents($cm)['leerlandschap_sharing'];
        $this->assertNotEmpty($shown($this->cm));
        $this->assertEquals($shown($this->cm), $shown($this->restore($folder, $this->course)));
        $this->assertSame([], $shown($this->restore($folder, $this->getDataGenerator()->create_course())));
        $this->take_elsewhere($folder);
        $this->assertSame([], $shown($this->restore($folder, $this->course)));
    }

    /**
     * Without user data the exercise comes along and no meeting; so it is where an activity is duplicated.
     */
    public function test_without_user_data(): void {
        $this->used_activity('hidden', false);
        $exercise = self::contents($this->cm)['leerlandschap_exercise'];
        $this->setAdminUser();
        $copies = [
            'restored' => $this->restore($this->back_up($this->cm, false), $this->getDataGenerator()->create_course()),
            'duplicated' => duplicate_module($this->course, $this->cm),
        ];
        foreach ($copies as $how => $copy) {
            $contents = self::contents($copy);
            $this->assertSame($exercise[0]['exercise'], $contents['leerlandschap_exercise'][0]['exercise'], $how);
            $this->assertNull($contents['leerlandschap_exercise'][0]['usermodified'], $how);
            $kept = array_keys(array_filter($contents));
            $this->assertSame(['leerlandschap', 'leerlandschap_exercise'], $kept, $how);
            foreach (['minanswers' => 4, 'facilitation' => 'members', 'timeopen' => 1000, 'grade' => 40] as $setting => $value) {
                $this->assertEquals($value, $contents['leerlandschap'][0][$setting], "$how $setting");
            }
        }
    }

    /**
     * The import of a course into another brings no meeting along.
     */
    public function test_import(): void {
        $this->used_activity('named', false);
        $this->setAdminUser();
        $target = $this->getDataGenerator()->create_course();
        $mode = \backup::MODE_IMPORT;
        $how = [\backup::FORMAT_MOODLE, \backup::INTERACTIVE_NO, $mode, 2];
        $backup = new \backup_controller(\backup::TYPE_1COURSE, $this->course->id, ...$how);
        $backup->execute_plan();
        $folder = $backup->get_backupid();
        $backup->destroy();
        $restore = new \restore_controller($folder, $target->id, \backup::INTERACTIVE_NO, $mode, 2, \backup::TARGET_CURRENT_ADDING);
        $this->assertTrue($restore->execute_precheck());
        $restore->execute_plan();
        $restore->destroy();
        $copies = get_fast_modinfo($target)->get_instances_of('leerlandschap');
        $this->assertCount(1, $copies);
        $kept = array_keys(array_filter(self::contents(reset($copies))));
        $this->assertSame(['leerlandschap', 'leerlandschap_exercise'], $kept);
    }

    /**
     * Whoever deletes an activity and takes it out of the recycle bin has it again, with its grades.
     */
    public function test_recycle_bin(): void {
        global $DB;

        set_config('coursebinenable', 1, 'tool_recyclebin');
        $this->used_activity('named', true);
        $before = self::contents($this->cm);
        $grades = fn(): array => $DB->get_fieldset_select('grade_grades', 'rawgrade', 'rawgrade IS NOT NULL ORDER BY userid');
        $graded = $grades();
        $this->assertNotSame([], $graded);
        $this->setAdminUser();
        course_delete_module($this->cm->id);
        $this->assertSame(0, $DB->count_records('leerlandschap_meeting'));
        $bin = new \tool_recyclebin\course_bin($this->course->id);
        $items = $bin->get_items();
        $this->assertCount(1, $items);
        $bin->restore_item(reset($items));
        $copy = array_values(get_fast_modinfo($this->course)->get_instances_of('leerlandschap'))[0];
        $this->assertEquals($before, self::contents($copy));
        $this->assertEquals($graded, $grades());
    }

    /**
     * A running meeting goes on: people answer, change answers, and see the result, with theirs of before in it.
     */
    public function test_named_meeting_goes_on(): void {
        $this->create_activity(['visibility' => 'named'], 4);
        $this->number_users();
        $this->start();
        foreach ([0, 1] as $i) {
            foreach (['st1', 'st2', 'st3', 'st4', 'st5'] as $item) {
                $this->run_as($this->learners[$i], self::answer($item, 2));
            }
        }
        $before = $this->read($this->learners[0]);
        $this->go_on_in($this->copy($this->cm));
        $reply = $this->read($this->learners[0]);
        $this->assertNotSame($before['room']['meeting'], $reply['room']['meeting']);
        $this->assertSame($before['room']['place'], $reply['room']['place']);
        $this->assertSame($before['me']['answers'], $reply['me']['answers']);
        $this->assertSame($before['revision'], $reply['revision']);
        $this->run_as($this->learners[0], self::answer('st1', 5, 2));
        foreach (['st1', 'st2', 'st3', 'st4', 'st5'] as $item) {
            $this->run_as($this->learners[2], self::answer($item, 4));
        }
        $revealed = $this->run_as($this->trainer, self::round('open', 'revealed'));
        $this->assertGreaterThan($before['revision'], $revealed['revision']);
        $round = $revealed['room']['rounds'][0];
        $this->assertSame(3, $round['answered']);
        $this->assertSame([0, 1, 0, 1, 1], $round['results'][0]['counts']);
        $this->assertCount(3, $round['results'][0]['voices']);
    }

    /**
     * The timer stands still while a meeting lies in a backup, and the task that closes idle meetings lets it be.
     */
    public function test_timer_and_idling(): void {
        global $DB;

        $this->mock_clock_with_frozen(time() - 20 * DAYSECS);
        $this->create_activity(['visibility' => 'named']);
        $this->start();
        $this->run_as($this->learners[0], self::answer('st1', 2));
        $folder = $this->back_up($this->cm);
        $this->mock_clock_with_frozen(time());
        $copy = $this->restore($folder, $this->getDataGenerator()->create_course());
        $timer = $DB->get_record('leerlandschap_meeting', ['leerlandschapid' => $copy->instance]);
        $this->assertNull($timer->timerstarted);
        // It had run for twenty days when the backup was made, as that is made by the real clock; a timer has its end.
        $this->assertEquals(\mod_leerlandschap\local\timer::LONGEST * 1000, $timer->timerelapsed);
        ob_start();
        (new \mod_leerlandschap\task\close_idle_meetings())->execute();
        ob_end_clean();
        $this->assertSame('open', $DB->get_field('leerlandschap_meeting', 'state', ['id' => $timer->id]));
        $this->assertSame('closed', $DB->get_field('leerlandschap_meeting', 'state', ['leerlandschapid' => $this->cm->instance]));
    }

    /**
     * Opening and closing dates move with the course, what a group agreed on does not.
     */
    public function test_dates(): void {
        global $DB;

        $this->course->startdate = 1000 * DAYSECS;
        $DB->set_field('course', 'startdate', $this->course->startdate, ['id' => $this->course->id]);
        $this->create_activity(['visibility' => 'named', 'timeopen' => 1001 * DAYSECS, 'timeclose' => time() + WEEKSECS]);
        $this->use_meeting('named');
        $closes = (int) $DB->get_field('leerlandschap', 'timeclose', ['id' => $this->cm->instance]);
        $this->setAdminUser();
        $backup = new \backup_controller(
            \backup::TYPE_1COURSE,
            $this->course->id,
            \backup::FORMAT_MOODLE,
            \backup::INTERACTIVE_NO,
            \backup::MODE_GENERAL,
            2
        );
        $backup->execute_plan();
        $folder = $backup->get_backupid();
        $backup->destroy();
        $target = \restore_dbops::create_new_course('Later', 'later', $this->course->category);
        $restore = new \restore_controller(
            $folder,
            $target,
            \backup::INTERACTIVE_NO,
            \backup::MODE_GENERAL,
            2,
            \backup::TARGET_NEW_COURSE
        );
        $restore->get_plan()->get_setting('course_startdate')->set_value(1010 * DAYSECS);
        $this->assertTrue($restore->execute_precheck());
        $restore->execute_plan();
        $restore->destroy();
        $copy = array_values(get_fast_modinfo($target)->get_instances_of('leerlandschap'))[0];
        $stored = self::contents($copy);
        $this->assertEquals(1011 * DAYSECS, $stored['leerlandschap'][0]['timeopen']);
        $this->assertEquals($closes + 10 * DAYSECS, $stored['leerlandschap'][0]['timeclose']);
        $this->assertStringContainsString('2026-12-01', json_encode($stored['leerlandschap_contrib']));
    }

    /**
     * Links to what came along lead there, wherever people wrote them; others stay as they are.
     */
    public function test_links(): void {
        global $CFG, $DB;

        $link = fn(string $page, $id): string => "$CFG->wwwroot/mod/leerlandschap/$page?id=$id";
        $this->create_activity(['visibility' => 'named']);
        $texts = fn(int $cmid, int $courseid): string => implode(' ', [
            $link('view.php', $cmid), $link('index.php', $courseid), $link('bigscreen.php', $cmid), $link('edit.php', $cmid),
        ]);
        $own = $texts($this->cm->id, $this->course->id);
        $DB->set_field('leerlandschap', 'intro', $own, ['id' => $this->cm->instance]);
        $json = \core\di::get(exercise_store::class)->shipped('leerlandschap');
        $exercise = json_decode($json, true);
        $exercise['goal'] = array_map(fn(): string => $own, $exercise['goal']);
        $instance = $DB->get_record('leerlandschap', ['id' => $this->cm->instance]);
        own_exercise::put($instance, json_encode($exercise, JSON_UNESCAPED_SLASHES), null);
        $this->use_meeting('named');
        $DB->set_field('leerlandschap_answer', 'reason', $own, ['subject' => 'st1', 'userid' => $this->learners[0]->id]);
        $fields = json_encode(['column' => 'goed', 'text' => "$own \\/ \"$own\""]);
        $this->assertStringContainsString('\\/', $fields);
        $DB->set_field('leerlandschap_contrib', 'fields', $fields, ['kind' => 'note']);
        $copy = $this->copy($this->cm);
        $new = $texts($copy->id, $copy->course);
        // Into a course of its own the list of the first course does not come along.
        $new = str_replace("index.php?id=$copy->course", "index.php?id={$this->course->id}", $new);
        $stored = self::contents($copy);
        $plain = fn(string $text): string => str_replace("index.php?id=$copy->course", "index.php?id={$this->course->id}", $text);
        $this->assertSame($new, $plain($stored['leerlandschap'][0]['intro']));
        $this->assertSame($new, $plain(json_decode($stored['leerlandschap_exercise'][0]['exercise'], true)['goal']['nl']));
        $reasons = array_map($plain, array_map('strval', array_column($stored['leerlandschap_answer'], 'reason')));
        $this->assertContains($new, $reasons);
        $notes = array_map(
            fn(array $row): string => $plain((string) (json_decode($row['fields'], true)['text'] ?? '')),
            $stored['leerlandschap_contrib']
        );
        $this->assertContains("$new \\/ \"$new\"", $notes);
        $this->assertStringNotContainsString('$@', json_encode($stored));
    }

    /**
     * Two activities in one course keep apart what is published of them, and their secrets.
     */
    public function test_copy_is_another_meeting(): void {
        global $DB;

        $this->create_activity();
        $this->start();
        $this->run_as($this->learners[0], self::answer('st1', 2));
        $original = $this->read($this->learners[0]);
        $stored = $DB->get_record('leerlandschap_meeting', ['leerlandschapid' => $this->cm->instance]);
        $this->assertNotNull($stored->pulsekey);
        $copy = $this->restore($this->back_up($this->cm), $this->course);
        $row = $DB->get_record('leerlandschap_meeting', ['leerlandschapid' => $copy->instance]);
        $this->assertNull($row->pulsekey);
        $this->assertNotSame($stored->secretref, $row->secretref);
        $this->assertNotSame(secret::read($stored->secretref), secret::read($row->secretref));
        $this->assertSame(32, strlen(secret::read($row->secretref)));
        $again = $this->read($this->learners[0], 0);
        $this->assertSame($original['room'], $again['room']);
        $this->cm = get_fast_modinfo($this->course)->get_cm($copy->id);
        $this->assertSame($row->id, $this->read($this->learners[1])['room']['meeting']);
        $this->assertNotSame($stored->pulsekey, $DB->get_field('leerlandschap_meeting', 'pulsekey', ['id' => $row->id]));
    }
}
