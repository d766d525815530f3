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

use mod_leerlandschap\local\copying\restoring;
use mod_leerlandschap\local\exercise_store;
use mod_leerlandschap\local\own_exercise;
use mod_leerlandschap\local\secret;

/**
 * Tests for backups that are damaged, newer, or of people and groups that are not there: what can be is restored, whoever
 * restores is told of the rest, and nothing that was there before is touched.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \mod_leerlandschap\local\copying\restoring
 * @covers     \mod_leerlandschap\local\copying\restored_meeting
 * @covers     \mod_leerlandschap\local\copying\row_reader
 * @covers     \mod_leerlandschap\local\copying\shortfall
 */
final class bad_input_test extends copy_testcase {
    /** Tables with what belongs to a meeting. */
    private const PARTS = [
        'leerlandschap_presence', 'leerlandschap_round', 'leerlandschap_answer', 'leerlandschap_contrib', 'leerlandschap_progress',
    ];

    /**
     * An activity with a used meeting.
     *
     * @param string $visibility hidden or named
     * @param array $settings other settings
     */
    private function used_activity(string $visibility = 'named', array $settings = []): void {
        $this->create_activity($settings + ['visibility' => $visibility], 6);
        $this->number_users();
        $this->use_meeting($visibility);
    }

    /**
     * Restores into a new course, and sees that of what was there before nothing has changed.
     *
     * @param string $folder name of the folder with the backup
     * @param array $settings values of settings of the restore
     * @return array[] what is stored of the copy
     */
    private function restored(string $folder, array $settings = []): array {
        $before = self::contents($this->cm);
        $copy = $this->restore($folder, $this->getDataGenerator()->create_course(), $settings);
        $this->assertSame($before, self::contents($this->cm));
        return self::contents($copy);
    }

    /**
     * Changes of a file that damage one row, with the table that has one row less then.
     *
     * @return array[]
     */
    public static function damaged_rows(): array {
        $broken = fn(string $element, string $column, string $value): array => [
            "~(<$element>(?:(?!</$element>).)*?<$column>)[^<]*~s", '${1}' . $value,
        ];
        $quote = '(?:"|&quot;)';
        $member = fn(string $name, string $value): string => "~($quote$name$quote:)(?:$value)~";
        $text = "$quote(?:(?!$quote).)*$quote";
        return [
            'a point that is no number' => ['leerlandschap_answer', ...$broken('answer', 'value', 'veel')],
            'a number that no column takes' => ['leerlandschap_answer', ...$broken('answer', 'value', '99999999999')],
            'an item that cannot be one' => ['leerlandschap_answer', ...$broken('answer', 'subject', "a' OR 1=1")],
            'an id that is too long' => ['leerlandschap_answer', ...$broken('answer', 'step', str_repeat('a', 41))],
            'choices that are no JSON' => ['leerlandschap_answer', ...$broken('answer', 'choices', '[1')],
            'a kind that there is not' => ['leerlandschap_contrib', ...$broken('contribution', 'kind', 'geheim')],
            'fields that are no object' => ['leerlandschap_contrib', ...$broken('contribution', 'fields', '"x"')],
            'an audience that there is not' => ['leerlandschap_contrib', ...$broken('contribution', 'audience', 'world')],
            'a phase that there is not' => ['leerlandschap_round', ...$broken('round', 'phase', 'shown')],
            'a result that does not say whether it tells' => [
                'leerlandschap_round', $member('suppressed', 'true|false'), '${1}"no"',
            ],
            'a result without a list of counts' => ['leerlandschap_round', $member('counts', '\[[^\]]*\]'), '${1}7'],
            'a count that is no number' => ['leerlandschap_round', $member('counts', '\[[^\]]*\]'), '${1}[[]]'],
            'an action for a day that there is not' => ['leerlandschap_contrib', $member('when', $text), '${1}"2026-13-45"'],
            'an action for a day in words' => ['leerlandschap_contrib', $member('when', $text), '${1}"soon"'],
            'an action of which nothing says what it is' => ['leerlandschap_contrib', $member('what', $text), '${1}null'],
            'an action that goes as none does' => ['leerlandschap_contrib', $member('status', $text), '${1}"later"'],
            'a note without a column' => ['leerlandschap_contrib', $member('column', $text), '${1}null'],
            'a field that there is not' => ['leerlandschap_contrib', $member('column', $text), '${1}"goed","secret":"x"'],
            'a field that is no text' => ['leerlandschap_contrib', $member('group', $text), '${1}[]'],
            'results of another form' => ['leerlandschap_round', ...$broken('round', 'results', '[{"item":1}]')],
            'presence of two kinds' => ['leerlandschap_presence', ...$broken('presence', 'present', '2')],
            'a time that is none' => ['leerlandschap_progress', ...$broken('progress', 'timedone', 'gisteren')],
        ];
    }

    /**
     * One damaged row costs that row, and nothing beside it.
     *
     * @dataProvider damaged_rows
     * @param string $table the table
     * @param string $pattern what is replaced in the file, once
     * @param string $replacement by what
     */
    public function test_damaged_row(string $table, string $pattern, string $replacement): void {
        $this->used_activity();
        $before = self::contents($this->cm);
        $folder = $this->back_up($this->cm);
        $this->change_file($folder, fn(string $xml): string => preg_replace($pattern, $replacement, $xml, 1));
        $after = $this->restored($folder);
        foreach (self::PARTS as $part) {
            $this->assertCount(count($before[$part]) - (int) ($part === $table), $after[$part], $part);
        }
        $this->assertCount(1, $after['leerlandschap_meeting']);
        $this->assert_told(['damaged' => 1]);
    }

    /**
     * Rows that are there twice come in once.
     */
    public function test_doubled_rows(): void {
        $this->used_activity();
        $before = self::contents($this->cm);
        $folder = $this->back_up($this->cm);
        $this->change_file($folder, function (string $xml): string {
            foreach (['presence', 'round', 'answer', 'contribution', 'progress'] as $element) {
                $xml = preg_replace("~<$element>(?:(?!</$element>).)*</$element>~s", '$0$0', $xml, 1);
            }
            return $xml;
        });
        $this->assertEquals($before, $this->restored($folder));
        $this->assert_told(['damaged' => 5]);
    }

    /**
     * Changes of a meeting that would break what people were promised, or the tables.
     *
     * @return array[]
     */
    public static function damaged_meetings(): array {
        return [
            'fewer answers than anybody may ask for' => ['minanswers', '1'],
            'nobody knows who sees what' => ['visibility', 'secret'],
            'neither open nor closed' => ['state', ''],
            'a place that cannot be one' => ['place', '../..'],
            'steps that are no list' => ['visited', '{"a":"b"}'],
            'no number' => ['meetingno', '0'],
        ];
    }

    /**
     * A damaged meeting is left out with all that is in it; the others come back.
     *
     * @dataProvider damaged_meetings
     * @param string $column what is damaged
     * @param string $value by what
     */
    public function test_damaged_meeting(string $column, string $value): void {
        $this->used_activity('hidden');
        $this->run_as($this->trainer, ['type' => 'close', 'from' => 'vervolgacties']);
        $this->run_as($this->trainer, ['type' => 'start_next', 'from' => 1, 'part' => 'later']);
        $folder = $this->back_up($this->cm);
        $this->change_file($folder, function (string $xml) use ($column, $value): string {
            $document = simplexml_load_string($xml);
            $document->xpath('//meeting')[0]->$column = $value;
            return $document->asXML();
        });
        $after = $this->restored($folder);
        $this->assertSame(['2'], array_map('strval', array_column($after['leerlandschap_meeting'], 'meetingno')));
        foreach (self::PARTS as $part) {
            $this->assertSame([], array_filter($after[$part], fn(array $row): bool => $row['meeting'] !== ' 2'), $part);
        }
        $this->assertSame([], $after['leerlandschap_answer']);
        $this->assert_told(['damaged' => 1]);
    }

    /**
     * Damaged settings of the activity are the defaults, which promise people the most.
     */
    public function test_damaged_settings(): void {
        $this->used_activity();
        $folder = $this->back_up($this->cm, false);
        $settings = [
            'visibility' => 'all', 'minanswers' => '1', 'facilitation' => 'dog', 'grade' => '-5', 'timeopen' => 'x',
            'format' => '../x',
        ];
        $this->change_file($folder, function (string $xml) use ($settings): string {
            foreach ($settings as $name => $value) {
                $xml = preg_replace("~<$name>[^<]*~", "<$name>$value", $xml, 1);
            }
            return $xml;
        });
        $stored = $this->restored($folder)['leerlandschap'][0];
        $expected = ['visibility' => 'hidden', 'minanswers' => 3, 'facilitation' => 'trainer', 'grade' => 0, 'timeopen' => 0];
        foreach ($expected as $name => $value) {
            $this->assertEquals($value, $stored[$name], $name);
        }
        $this->assertMatchesRegularExpression('/^[a-z-]+$/', $stored['format']);
        $this->assert_told(['damaged' => count($settings)]);
    }

    /**
     * A file that was cut off is refused as a whole, and nothing is lost.
     */
    public function test_cut_off(): void {
        $this->used_activity();
        $before = self::contents($this->cm);
        $folder = $this->back_up($this->cm);
        $this->change_file($folder, fn(string $xml): string => substr($xml, 0, intdiv(strlen($xml), 2)));
        try {
            $this->restore($folder, $this->getDataGenerator()->create_course());
            $this->fail('A file that was cut off was restored.');
        } catch (\moodle_exception $problem) {
            $this->assertStringContainsString('progressive_parser', get_class($problem));
        }
        $this->assertSame($before, self::contents($this->cm));
    }

    /**
     * Of a backup of a newer version only what every version has is restored.
     */
    public function test_newer_version(): void {
        $this->used_activity();
        $folder = $this->back_up($this->cm);
        $newer = restoring::LAYOUT + 1;
        $this->change_file($folder, fn(string $xml): string => preg_replace('~<layout>\d+~', "<layout>$newer", $xml));
        $after = $this->restored($folder);
        $this->assertSame(['leerlandschap'], array_keys(array_filter($after)));
        $this->assert_told(['newer' => 1]);
    }

    /**
     * Exercises that cannot be used.
     *
     * @return array[]
     */
    public static function bad_exercises(): array {
        return [
            'no JSON' => ['{"version": 1'],
            'no exercise' => ['{"version": 1}'],
            'of a newer version' => ['{"version": 2}'],
        ];
    }

    /**
     * An exercise that cannot be used gives way to the format as it is shipped; meetings stay.
     *
     * @dataProvider bad_exercises
     * @param string $json the exercise
     */
    public function test_bad_exercise(string $json): void {
        global $DB;

        $this->used_activity();
        $instance = $DB->get_record('leerlandschap', ['id' => $this->cm->instance]);
        own_exercise::put($instance, \core\di::get(exercise_store::class)->shipped('leerlandschap'), null);
        $before = self::contents($this->cm);
        $folder = $this->back_up($this->cm);
        $pattern = '~(<exercise_json>).*(</exercise_json>)~s';
        $this->change_file($folder, fn(string $xml): string => preg_replace($pattern, "\${1}$json\${2}", $xml));
        $copy = $this->restore($folder, $this->getDataGenerator()->create_course());
        $this->assert_told(['exercise' => 1]);
        $after = self::contents($copy);
        $this->assertSame([], $after['leerlandschap_exercise']);
        foreach (self::PARTS as $part) {
            $this->assertEquals($before[$part], $after[$part], $part);
        }
        $this->go_on_in($copy);
        $this->assertSame('vervolgacties', $this->read($this->learners[0])['room']['place']);
    }

    /**
     * A format that this site does not have stands in nobody's way: what people made is there once it comes.
     */
    public function test_unknown_format(): void {
        global $DB;

        $this->used_activity('hidden');
        $DB->set_field('leerlandschap', 'format', 'van-elders', ['id' => $this->cm->instance]);
        $before = self::contents($this->cm);
        $copy = $this->restore($this->back_up($this->cm), $this->getDataGenerator()->create_course());
        $after = self::contents($copy);
        $this->assertCount(count($before['leerlandschap_answer']), $after['leerlandschap_answer']);
        $this->go_on_in($copy);
        $this->assert_refused('unavailable', fn() => $this->read($this->learners[0]));
        $DB->set_field('leerlandschap', 'format', 'leerlandschap', ['id' => $copy->instance]);
        $this->assertSame('vervolgacties', $this->read($this->learners[0])['room']['place']);
    }

    /**
     * Meetings of groups that do not come along are nobody else's to see: they are left out, and the backup keeps them.
     */
    public function test_without_the_groups(): void {
        $this->create_activity(['visibility' => 'named', 'groupmode' => SEPARATEGROUPS], 6);
        $this->number_users();
        $this->getDataGenerator()->enrol_user($this->trainer->id, $this->course->id, 'editingteacher');
        $group = $this->getDataGenerator()->create_group(['courseid' => $this->course->id, 'name' => 'Blauw']);
        foreach ($this->learners as $learner) {
            groups_add_member($group->id, $learner->id);
        }
        $this->use_meeting('named', (int) $group->id);
        $before = self::contents($this->cm);
        $folder = $this->back_up($this->cm);
        $after = $this->restored($folder, ['groups' => false]);
        $this->assertSame(['leerlandschap'], array_keys(array_filter($after)));
        $this->assert_told(['groups' => 1]);
        $this->assertEquals($before, $this->restored($folder));
        $this->assertSame([], $this->told);
    }

    /**
     * Of somebody who was not restored what they answered stays, and counts; their name is nowhere.
     */
    public function test_without_a_user(): void {
        // Core complains of grades of somebody who was not restored.
        $this->used_activity('named', ['grade' => 0]);
        $missing = (int) $this->learners[1]->id;
        $before = self::contents($this->cm);
        $folder = $this->back_up($this->cm);
        $this->take_elsewhere($folder);
        self::leave_out($folder, $missing);
        $after = $this->restored($folder);
        $this->assert_told(['people' => 1, 'owners' => 1]);

        $name = 'person 2';
        $this->assertStringContainsString($name, json_encode($before));
        $this->assertStringNotContainsString($name, json_encode($after));
        $this->assertCount(count($before['leerlandschap_answer']), $after['leerlandschap_answer']);
        $nobody = array_filter($after['leerlandschap_answer'], fn(array $row): bool => $row['userid'] === null);
        $this->assertCount(7, $nobody);
        $this->assertCount(1, array_unique(array_column($nobody, 'voterkey')));
        $this->assertCount(count($before['leerlandschap_presence']) - 1, $after['leerlandschap_presence']);
        $results = fn(array $contents): array
            => json_decode(current(array_filter(array_column($contents['leerlandschap_round'], 'results'))), true);
        [$was, $is] = [$results($before), $results($after)];
        $this->assertSame($was[0]['counts'], $is[0]['counts']);
        $this->assertCount(count($was[0]['voices']) - 1, $is[0]['voices']);
        $is = fn(array $row): bool => str_contains($row['fields'], 'Afspraak');
        $action = current(array_filter($after['leerlandschap_contrib'], $is));
        $this->assertNull(json_decode($action['fields'])->who_person);
    }

    /**
     * Where no secret can be kept, a hidden meeting that goes on is not restored: nobody could answer in it.
     */
    public function test_no_place_for_secrets(): void {
        global $CFG;

        $this->used_activity('hidden');
        $folder = $this->back_up($this->cm);
        $CFG->secretdataroot = make_request_directory();
        $place = dirname(secret::file('any'));
        make_writable_directory($place);
        chmod($place, 0500);
        $after = $this->restored($folder);
        chmod($place, 0700);
        $this->assertSame(['leerlandschap'], array_keys(array_filter($after)));
        $this->assert_told(['secrets' => 1]);
    }

    /**
     * Whoever makes a hidden meeting a named one in the file learns nothing: the answers in it are nobody's.
     */
    public function test_file_that_was_made_named(): void {
        global $DB;

        $this->used_activity('hidden');
        $folder = $this->back_up($this->cm);
        $this->change_file($folder, fn(string $xml): string => str_replace('>hidden<', '>named<', $xml));
        $copy = $this->restore($folder, $this->getDataGenerator()->create_course());
        $this->assertSame('named', $DB->get_field('leerlandschap_meeting', 'visibility', ['leerlandschapid' => $copy->instance]));
        $stored = self::contents($copy);
        $this->assertNotSame([], $stored['leerlandschap_answer']);
        $this->assertSame([null], array_values(array_unique(array_column($stored['leerlandschap_answer'], 'userid'))));
        $this->assertSame([null], array_values(array_unique(array_column($stored['leerlandschap_contrib'], 'authorid'))));
        $this->go_on_in($copy);
        $this->run_as($this->trainer, self::round('open', 'revealed', 2));
        $room = $this->read($this->trainer)['room'];
        foreach (array_merge(...array_column($room['rounds'], 'results')) as $result) {
            $this->assertSame([], $result['voices'] ?? []);
        }
    }
}
