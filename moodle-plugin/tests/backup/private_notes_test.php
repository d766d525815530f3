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

/**
 * Tests for private notes in backups: nobody reads them there, and they come back to their authors alone.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \mod_leerlandschap\local\copying\copied_meeting
 * @covers     \mod_leerlandschap\local\copying\restored_meeting
 * @covers     \mod_leerlandschap\local\copying\sealed_note
 */
final class private_notes_test extends copy_testcase {
    /**
     * An activity in which everybody has written a private note, backed up.
     *
     * @param string $visibility hidden or named
     * @return string name of the folder with the backup
     */
    private function backed_up(string $visibility): string {
        // Core complains of grades of somebody who was not restored.
        $this->create_activity(['format' => 'leerkring', 'visibility' => $visibility, 'grade' => 0], 3);
        $this->number_users();
        $column = self::column_of('leerkring', 'leervraag');
        foreach ($this->learners as $i => $learner) {
            $this->run_as($learner, ['type' => 'join']);
            $note = ['column' => $column, 'text' => "Geheim $i"];
            $this->run_as($learner, self::written($i, 'leervraag', 'note', $note));
        }
        return $this->back_up($this->cm);
    }

    /**
     * The private notes that somebody sees.
     *
     * @param \stdClass $user the user
     * @return string[] texts
     */
    private function own(\stdClass $user): array {
        $own = $this->read($user)['me']['contributions'] ?? [];
        return array_map(fn(array $note): string => $note['fields']['text'], $own);
    }

    /**
     * Both kinds of activity.
     *
     * @return array[]
     */
    public static function visibilities(): array {
        return ['hidden' => ['hidden'], 'named' => ['named']];
    }

    /**
     * A backup tells neither what private notes say nor whose they are; on the same site their authors have them again.
     *
     * @dataProvider visibilities
     * @param string $visibility hidden or named
     */
    public function test_closed(string $visibility): void {
        $folder = $this->backed_up($visibility);
        $this->assertStringNotContainsString('Geheim', file_get_contents(self::file($folder)));
        $rows = simplexml_load_file(self::file($folder))->xpath('//contribution');
        $this->assertCount(3, $rows);
        foreach ($rows as $row) {
            $this->assertSame(['$@NULL@$', '$@NULL@$'], [(string) $row->fields, (string) $row->authorid]);
        }
        $before = self::contents($this->cm)['leerlandschap_contrib'];
        $copy = $this->restore($folder, $this->getDataGenerator()->create_course());
        $this->assertSame([], $this->told);
        $this->assertEquals($before, self::contents($copy)['leerlandschap_contrib']);
        $this->go_on_in($copy);
        foreach ($this->learners as $i => $learner) {
            $this->assertSame(["Geheim $i"], $this->own($learner));
        }
    }

    /**
     * Another site cannot open them, and whoever restores is told.
     */
    public function test_elsewhere(): void {
        global $CFG;

        $folder = $this->backed_up('hidden');
        // A site has a key of its own.
        $CFG->secretdataroot = make_request_directory();
        $copy = $this->restore($folder, $this->getDataGenerator()->create_course());
        $this->assertSame([], self::contents($copy)['leerlandschap_contrib']);
        $this->assert_told(['notes' => 3]);
    }

    /**
     * A note whose author is nobody here, or is called by another name in the backup, is shown to nobody.
     */
    public function test_authors_that_are_not_the_same(): void {
        $folder = $this->backed_up('hidden');
        self::leave_out($folder, (int) $this->learners[0]->id);
        self::rename($folder, (int) $this->learners[1]->id, 'curious');
        $copy = $this->restore($folder, $this->getDataGenerator()->create_course());
        $this->assert_told(['people' => 1, 'notes' => 2]);
        $this->go_on_in($copy);
        $curious = $this->made_anew('curious', $copy);
        $this->assertSame([[], [], ['Geheim 2'], []], array_map($this->own(...), [...$this->learners, $curious]));
    }

    /**
     * What this site has encrypted for another use is no note, and no note is taken that an edited backup has in clear.
     */
    public function test_what_is_no_note(): void {
        $folder = $this->backed_up('named');
        $id = $this->learners[0]->id;
        $others = [\core\encryption::encrypt('"password"'), \core\encryption::encrypt('[1,2,3]'), 'sodium:AAAA', 'x', ''];
        foreach ($others as $other) {
            $this->assertNull(\mod_leerlandschap\local\copying\sealed_note::opened($other));
        }
        $this->change_file($folder, fn(string $xml): string => preg_replace(
            ['~(<fields>)[^<]*~', '~(<sealed>)[^<]*~', '~(<authorid>)[^<]*~'],
            ['${1}{"column":"a","text":"Vals"}', '${1}$@NULL@$', '${1}' . $id],
            $xml
        ));
        $copy = $this->restore($folder, $this->getDataGenerator()->create_course());
        $this->assertSame([], self::contents($copy)['leerlandschap_contrib']);
        $this->assert_told(['notes' => 3]);
    }

    /**
     * Where the site can keep no key private notes are not backed up, and all else is.
     */
    public function test_without_a_key(): void {
        global $CFG;

        $CFG->nokeygeneration = true;
        $CFG->secretdataroot = make_request_directory();
        $folder = $this->backed_up('named');
        $this->assertStringNotContainsString('Geheim', file_get_contents(self::file($folder)));
        $copy = $this->restore($folder, $this->getDataGenerator()->create_course());
        $this->assertSame([], self::contents($copy)['leerlandschap_contrib']);
        $this->assertCount(3, self::contents($copy)['leerlandschap_presence']);
        $this->assert_told(['notes' => 3]);
    }
}
