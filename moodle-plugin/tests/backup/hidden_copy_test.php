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
use mod_leerlandschap\local\secret;
use mod_leerlandschap\local\voter;
use stdClass;

/**
 * Tests for what a backup of a hidden activity tells, and for what happens in a meeting that comes out of one.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \mod_leerlandschap\local\copying\copied_meeting
 * @covers     \mod_leerlandschap\local\copying\copied_source
 * @covers     \mod_leerlandschap\local\copying\copy_marks
 * @covers     \mod_leerlandschap\local\copying\restored_meeting
 * @covers     \mod_leerlandschap\local\copying\round_locks
 * @covers     \mod_leerlandschap\local\locked
 * @covers     \mod_leerlandschap\local\who_answered
 */
final class hidden_copy_test extends copy_testcase {
    /** Everything that the first round asks. */
    private const ITEMS = ['st1', 'st2', 'st3', 'st4', 'st5'];

    /**
     * Learners answer everything.
     *
     * @param int[] $which numbers of the learners
     * @param int $value what they answer
     */
    private function answer_all(array $which, int $value = 2): void {
        foreach ($which as $i) {
            foreach (self::ITEMS as $item) {
                $this->run_as($this->learners[$i], self::answer($item, $value));
            }
        }
    }

    /**
     * The row of the meeting of an activity.
     *
     * @return stdClass
     */
    private function row(): stdClass {
        global $DB;

        return $DB->get_record('leerlandschap_meeting', ['leerlandschapid' => $this->cm->instance], '*', MUST_EXIST);
    }

    /**
     * What the file of a backup says of answers.
     *
     * @param string $folder name of the folder with the backup
     * @return array[] values by name, in their order
     */
    private static function answers(string $folder): array {
        $rows = simplexml_load_file(self::file($folder))->xpath('//answers/answer');
        return array_map(fn(\SimpleXMLElement $row): array => (array) $row, $rows);
    }

    /**
     * Neither the secret nor anything that is in the tables to tell people apart is in the backup.
     */
    public function test_nothing_that_links(): void {
        global $DB;

        $this->create_activity([], 10);
        $this->start();
        $this->answer_all(range(0, 7));
        $folder = $this->back_up($this->cm);
        $row = $this->row();
        $xml = file_get_contents(self::file($folder));
        $bytes = secret::read($row->secretref);
        foreach ([$row->secretref, bin2hex($bytes), base64_encode($bytes), (string) $row->pulsekey] as $secret) {
            $this->assertStringNotContainsString($secret, $xml);
        }
        foreach ($DB->get_records('leerlandschap_answer') as $answer) {
            $this->assertStringNotContainsString($answer->voterkey, $xml);
            $this->assertStringNotContainsString(">$answer->id<", $xml);
        }
        $answers = self::answers($folder);
        $this->assertCount(40, $answers);
        foreach ($answers as $answer) {
            $columns = ['step', 'subject', 'number', 'userid', 'value', 'choices', 'content', 'reason', 'seq'];
            $this->assertSame($columns, array_keys($answer));
            $this->assertSame(['$@NULL@$', '0'], [$answer['userid'], $answer['seq']]);
        }
        // Marks tell no two apart that are of one person, nor stand beside an answer.
        $marks = array_map(fn($mark): string => (string) $mark, simplexml_load_string($xml)->xpath('//locks/lock/mark'));
        $this->assertCount(8, array_unique($marks));
        $again = file_get_contents(self::file($this->back_up($this->cm)));
        foreach ($marks as $mark) {
            $this->assertStringNotContainsString($mark, $again);
        }
    }

    /**
     * The order of answers in a backup is another one each time, and not that of the tables.
     */
    public function test_shuffled(): void {
        global $DB;

        $this->create_activity([], 10);
        $this->start();
        foreach ($this->learners as $i => $learner) {
            $this->run_as($learner, ['reason' => "R$i"] + self::answer('st1', 3));
        }
        $reasons = fn(): array => array_column(self::answers($this->back_up($this->cm)), 'reason');
        [$one, $other] = [$reasons(), $reasons()];
        $stored = $DB->get_fieldset_select('leerlandschap_answer', 'reason', '1 = 1 ORDER BY id');
        $this->assertEqualsCanonicalizing($stored, $one);
        $this->assertEqualsCanonicalizing($one, $other);
        // One in 10! orders is the same by chance.
        $this->assertNotSame($one, $other);
        $this->assertNotSame($stored, $one);
    }

    /**
     * Answers of a restored meeting are nobody's; those who gave them are not asked again, the others go on, and the
     * result has all of them.
     */
    public function test_running_meeting_goes_on(): void {
        global $DB;

        $this->create_activity([], 5);
        $this->start();
        $this->answer_all([0, 1]);
        $this->run_as($this->learners[2], self::answer('st1', 3));
        $this->assertCount(2, $this->read($this->trainer)['counts'][0]['who']);
        $this->go_on_in($this->copy($this->cm));
        $this->assertSame([], $this->told);
        $this->assertArrayNotHasKey('who', $this->read($this->trainer)['counts'][0]);

        $row = $this->row();
        $stored = $DB->get_records('leerlandschap_answer', ['meetingid' => $row->id]);
        $this->assertCount(11, $stored);
        $this->assertCount(11, array_unique(array_column($stored, 'voterkey')));
        array_map(fn(stdClass $answer) => $this->assertTrue(voter::is_restored($answer->voterkey)), $stored);
        $reply = $this->read($this->learners[0]);
        $this->assertSame([], $reply['me']['answers']);
        $this->assertSame(['stellingen'], $reply['me']['locked']);
        $this->assertArrayNotHasKey('locked', $this->read($this->learners[3])['me']);
        $this->assertSame(2, $reply['counts'][0]['answered']);

        foreach ([0, 2] as $i) {
            $this->assert_refused('round_not_open', fn() => $this->run_as($this->learners[$i], self::answer('st1', 5)));
        }
        $this->answer_all([3, 4], 4);
        $this->assertCount(5, $this->read($this->learners[3])['me']['answers']);
        $this->assertSame(4, $this->read($this->learners[3])['counts'][0]['answered']);
        // Theirs they can still change.
        $this->run_as($this->learners[3], self::answer('st1', 5, 2));
        $round = $this->run_as($this->trainer, self::round('open', 'revealed'))['room']['rounds'][0];
        $this->assertSame(4, $round['answered']);
        $this->assertSame([0, 2, 1, 1, 1], $round['results'][0]['counts']);
        $this->assertSame([0, 2, 0, 2, 0], $round['results'][1]['counts']);

        // The next round is everybody's.
        $this->assertArrayNotHasKey('locked', $this->read($this->learners[0])['me']);
        $this->run_as($this->trainer, self::round('none', 'open', 2, ['st1']));
        foreach ($this->learners as $learner) {
            $this->run_as($learner, ['round' => 2] + self::answer('st1', 4));
        }
        $round = $this->run_as($this->trainer, self::round('open', 'revealed', 2))['room']['rounds'][1];
        $this->assertSame([5, [0, 0, 0, 5, 0]], [$round['answered'], $round['results'][0]['counts']]);
        // Who moved whereto would need the answers of two rounds to be told of one person.
        $this->assertNull($round['results'][0]['shift']);

        $file = secret::file($row->secretref);
        $this->assertFileExists($file);
        $this->run_as($this->trainer, ['type' => 'close', 'from' => 'stellingen']);
        $this->assertFileDoesNotExist($file);
        $this->assertFalse($DB->record_exists('leerlandschap_locked', ['meetingid' => $row->id]));
        foreach ($DB->get_fieldset_select('leerlandschap_answer', 'voterkey', 'meetingid = ?', [$row->id]) as $key) {
            $this->assertMatchesRegularExpression('/^[0-9a-f]{64}$/', $key);
        }
    }

    /**
     * Where the secret of the meeting is gone, nothing tells who has answered: then all who had joined are not asked again
     * in that round, and whoever restores is told.
     */
    public function test_without_the_secret(): void {
        global $DB;

        $this->create_activity([], 5);
        foreach ([0, 1, 2] as $i) {
            $this->run_as($this->learners[$i], ['type' => 'join']);
        }
        $this->run_as($this->trainer, ['type' => 'go_to', 'from' => '@start', 'to' => 'stellingen']);
        $this->answer_all([0, 1]);
        $folder = $this->back_up($this->cm);
        $this->setAdminUser();
        course_delete_module($this->cm->id);
        $this->go_on_in($this->restore($folder, $this->getDataGenerator()->create_course()));
        $expected = get_string('restore:locked', 'mod_leerlandschap', ['name' => $this->cm->name, 'count' => 1]);
        $this->assertSame([$expected], $this->told);

        foreach ([0, 1, 2] as $i) {
            $this->assert_refused('round_not_open', fn() => $this->run_as($this->learners[$i], self::answer('st1', 5)));
        }
        foreach ([3, 4] as $i) {
            $this->run_as($this->learners[$i], ['type' => 'join']);
        }
        $this->answer_all([3, 4], 4);
        $round = $this->run_as($this->trainer, self::round('open', 'revealed'))['room']['rounds'][0];
        $this->assertSame(4, $round['answered']);
        $this->assertSame([0, 2, 0, 2, 0], $round['results'][0]['counts']);
        // Whoever is locked out has the point for taking part all the same.
        $this->assertNotContains('stellingen', $this->read($this->learners[2])['me']['done']);
        $this->run_as($this->learners[2], ['type' => 'took_part', 'step' => 'stellingen']);
        $this->assertContains('stellingen', $this->read($this->learners[2])['me']['done']);
    }

    /**
     * A meeting that was restored can be backed up and restored again: who is not asked stays so.
     */
    public function test_copy_of_a_copy(): void {
        $this->create_activity([], 5);
        $this->start();
        $this->answer_all([0, 1]);
        $this->go_on_in($this->copy($this->cm));
        $this->answer_all([2]);
        $this->go_on_in($this->copy($this->cm));
        $this->assertSame(3, $this->read($this->learners[4])['counts'][0]['answered']);
        foreach ([0, 1, 2] as $i) {
            $this->assert_refused('round_not_open', fn() => $this->run_as($this->learners[$i], self::answer('st1', 5)));
        }
        $this->answer_all([3, 4]);
        $round = $this->run_as($this->trainer, self::round('open', 'revealed'))['room']['rounds'][0];
        $this->assertSame([5, [0, 5, 0, 0, 0]], [$round['answered'], $round['results'][0]['counts']]);
    }

    /**
     * A backup names nobody as having answered: neither its file nor the copy, whatever the one who leads does there.
     */
    public function test_copy_names_nobody(): void {
        global $DB;

        $this->create_activity([], 6);
        $this->start();
        $this->answer_all([0, 1, 2]);
        $this->go_on_in($this->copy($this->cm));
        $this->run_as($this->trainer, self::round('open', 'revealed'));
        $this->run_as($this->trainer, ['type' => 'close', 'from' => 'stellingen']);
        // Two such copies, one before and one after somebody answered, would else tell what they did.
        $this->assertFalse($DB->record_exists('leerlandschap_progress', ['meetingid' => $this->row()->id]));
        $this->assertSame(0, $DB->count_records_select('grade_grades', 'rawgrade IS NOT NULL'));
    }

    /**
     * A round that shows itself once everybody has answered waits in a copy for whoever leads, where some are not asked again:
     * else it would tell who.
     */
    public function test_round_that_shows_itself(): void {
        $this->create_activity(['pace' => 'own'], 4);
        // Trainers can take part too, and are expected.
        $this->learners[] = $this->trainer;
        foreach ($this->learners as $learner) {
            $this->run_as($learner, ['type' => 'join']);
        }
        $this->answer_all([0, 1, 2]);
        $this->go_on_in($this->copy($this->cm));
        $this->assertSame('open', $this->read($this->learners[3])['room']['rounds'][0]['phase']);
        $this->answer_all([3]);
        $this->assertSame('open', $this->read($this->learners[3])['room']['rounds'][0]['phase']);
        $this->answer_all([4]);
        $this->assertSame('open', $this->read($this->learners[3])['room']['rounds'][0]['phase']);
        $round = $this->run_as($this->trainer, self::round('open', 'revealed'))['room']['rounds'][0];
        $this->assertSame([5, [0, 5, 0, 0, 0]], [$round['answered'], $round['results'][0]['counts']]);
    }

    /**
     * Also for those who can take part and have not come yet.
     */
    public function test_round_waits_for_who_has_not_come(): void {
        $this->create_activity(['pace' => 'own'], 4);
        foreach ([0, 1, 2] as $i) {
            $this->run_as($this->learners[$i], ['type' => 'join']);
        }
        $this->answer_all([0, 1, 2]);
        $this->go_on_in($this->copy($this->cm));
        $this->run_as($this->trainer, ['type' => 'join']);
        $this->assertSame('open', $this->read($this->trainer)['room']['rounds'][0]['phase']);
    }

    /**
     * At one's own pace nobody is left out in a copy because they have not come yet.
     */
    public function test_round_at_ones_own_pace_waits_for_all(): void {
        $this->create_activity(['format' => 'werkoverleg', 'pace' => 'own', 'visibility' => 'hidden'], 4);
        $this->run_as($this->learners[0], ['type' => 'join']);
        $this->run_as($this->learners[0], self::answer('wi1', 6));
        $this->go_on_in($this->copy($this->cm));
        $handin = function (stdClass $user): string {
            $this->run_as($user, ['type' => 'join']);
            return $this->run_as($user, ['type' => 'took_part', 'step' => 'check-in'])['room']['rounds'][0]['phase'];
        };
        $this->assertSame(['open', 'open', 'open'], array_map($handin, array_slice($this->learners, 1)));
        $everybody = [$this->learners[0], $this->trainer];
        $this->assertSame(['open', 'revealed'], array_map($handin, $everybody));
    }

    /**
     * Nobody finds out in copies of a backup who had answered, by making one after another the only one who is present.
     */
    public function test_copy_does_not_tell_by_showing_itself(): void {
        $this->create_activity(['format' => 'werkoverleg', 'visibility' => 'hidden'], 3);
        $this->start('check-in');
        $this->run_as($this->learners[0], self::answer('wi1', 6));
        $folder = $this->back_up($this->cm);
        $phases = [];
        foreach ([0, 1] as $who) {
            $this->go_on_in($this->restore($folder, $this->getDataGenerator()->create_course()));
            foreach ($this->learners as $i => $learner) {
                if ($i !== $who) {
                    $this->run_as($this->trainer, ['type' => 'mark', 'person' => (string) $learner->id, 'present' => false]);
                }
            }
            $phases[] = $this->read($this->trainer)['room']['rounds'][0]['phase'];
        }
        $this->assertSame(['open', 'open'], $phases);
    }

    /**
     * Questions that show themselves wait in a copy for all; whoever has answered before says that they took part.
     */
    public function test_questions_that_show_themselves(): void {
        $this->create_activity(['format' => 'werkoverleg', 'visibility' => 'hidden'], 5);
        $this->start('check-in');
        $handin = ['type' => 'took_part', 'step' => 'check-in'];
        foreach ([0, 1, 2] as $i) {
            $this->run_as($this->learners[$i], self::answer('wi1', 6));
            $this->run_as($this->learners[$i], $handin);
        }
        $this->go_on_in($this->copy($this->cm));
        $phase = fn(): string => $this->read($this->learners[3])['room']['rounds'][0]['phase'];
        $this->assert_refused('round_not_open', fn() => $this->run_as($this->learners[0], self::answer('wi1', 1)));
        $this->assertSame(['check-in'], $this->run_as($this->learners[0], $handin)['me']['done']);
        // Of questions those count who hand in, here as everywhere.
        $this->assertSame(1, $this->read($this->trainer)['counts'][0]['answered']);
        foreach ([3, 4] as $i) {
            $this->assertSame('open', $phase());
            $this->run_as($this->learners[$i], self::answer('wi1', 7));
            $this->run_as($this->learners[$i], $handin);
        }
        foreach ([1, 2] as $i) {
            $this->assertSame('open', $phase());
            $this->run_as($this->learners[$i], $handin);
        }
        $this->assertSame('revealed', $phase());
        $round = $this->read($this->learners[3])['room']['rounds'][0];
        $this->assertSame(5, $round['answered']);
        $this->assertSame(5, $round['results'][0]['answered']);
    }

    /**
     * Notes that are written for a reveal stay their authors', as long as a server can tell whose they are; they are
     * shown with all others either way.
     */
    public function test_notes_before_their_reveal(): void {
        global $DB;

        $this->create_activity(['format' => 'leerklimaat'], 5);
        $this->start('prikkels');
        $format = json_decode(\core\di::get(exercise_store::class)->shipped('leerklimaat'), true);
        $column = array_column($format['steps'], null, 'id')['prikkels']['settings']['columns'][0]['id'];
        foreach ($this->learners as $i => $learner) {
            $this->run_as($learner, self::written($i, 'prikkels', 'note', ['column' => $column, 'text' => "Prikkel $i"]));
        }
        $folder = $this->back_up($this->cm);
        foreach ($DB->get_fieldset_select('leerlandschap_contrib', 'authorkey', 'authorkey IS NOT NULL') as $key) {
            $this->assertStringNotContainsString($key, file_get_contents(self::file($folder)));
        }
        $original = $this->cm;
        foreach (['with', 'without'] as $secret) {
            $this->cm = $original;
            if ($secret === 'without') {
                $this->run_as($this->trainer, ['type' => 'close', 'from' => 'prikkels']);
            }
            $this->go_on_in($this->restore($folder, $this->getDataGenerator()->create_course()));
            $own = $this->read($this->learners[2])['me']['contributions'] ?? [];
            $texts = array_map(fn(array $note): string => $note['fields']['text'], $own);
            $this->assertSame($secret === 'with' ? ['Prikkel 2'] : [], $texts, $secret);
            $answered = array_column($this->read($this->trainer)['counts'], 'answered', 'step');
            $this->assertSame(5, $answered['prikkels'], $secret);
            $room = $this->run_as($this->trainer, self::round('open', 'revealed', 1, [], 'prikkels'))['room'];
            $this->assertCount(5, $room['contributions'], $secret);
            $this->assertSame([null], array_values(array_unique(array_column($room['contributions'], 'author'))), $secret);
        }
    }

    /**
     * What somebody can do with the round of notes in a backup.
     *
     * @return array[]
     */
    public static function rounds_of_notes(): array {
        return ['the round is there' => [false], 'the round is taken out' => [true]];
    }

    /**
     * Whoever puts notes of nobody beside a note that is not revealed is not told by the copy whose it is.
     *
     * @dataProvider rounds_of_notes
     * @param bool $without whether the round is taken out of the backup, so that the copy opens it
     */
    public function test_invented_notes(bool $without): void {
        $this->create_activity(['format' => 'leerklimaat'], 5);
        $this->start('prikkels');
        $note = ['column' => self::column_of('leerklimaat', 'prikkels'), 'text' => 'Van wie?'];
        $this->run_as($this->learners[2], self::written(2, 'prikkels', 'note', $note));
        $folder = $this->back_up($this->cm);
        $this->change_file($folder, function (string $xml) use ($without): string {
            $xml = preg_replace_callback('~<contribution>.*?</contribution>~s', fn(array $found): string => implode(array_map(
                fn(int $i): string => $i === 2 ? $found[0] : preg_replace(
                    ['~\d(</uuid>)~', '~(<authorkey>)\w+~'],
                    [$i . '${1}', '${1}' . str_repeat((string) $i, 64)],
                    $found[0]
                ),
                range(2, 6)
            )), $xml);
            return $without ? preg_replace(
                ['~<round>.*?</round>~s', '~(<place>)[^<]*~', '~(<visited>)[^<]*~'],
                ['', '${1}@start', '${1}[]'],
                $xml
            ) : $xml;
        });
        $this->go_on_in($this->restore($folder, $this->getDataGenerator()->create_course()));
        if ($without) {
            $this->run_as($this->trainer, ['type' => 'go_to', 'from' => '@start', 'to' => 'prikkels']);
        }
        $count = array_column($this->read($this->trainer)['counts'], null, 'step')['prikkels'];
        $this->assertSame(5, $count['answered']);
        $this->assertArrayNotHasKey('who', $count);
    }

    /**
     * Nor is it told who answers in a round that was open when the backup was made, and that nobody had answered.
     */
    public function test_round_without_answers(): void {
        $this->create_activity([], 4);
        $this->start();
        $this->go_on_in($this->copy($this->cm));
        $this->assertSame([], $this->told);
        $this->answer_all([0, 1, 2, 3]);
        $reply = $this->read($this->trainer);
        $this->assertSame(4, $reply['counts'][0]['answered']);
        $this->assertArrayNotHasKey('who', $reply['counts'][0]);
        $this->assertArrayNotHasKey('locked', $this->read($this->learners[0])['me']);
        $this->assertSame(4, $this->run_as($this->trainer, self::round('open', 'revealed'))['room']['rounds'][0]['answered']);
    }

    /**
     * Whoever calls people by other names in a backup does not get to know who of them had answered: both are locked out.
     */
    public function test_people_of_another_name(): void {
        $this->create_activity([], 5);
        $this->start();
        $this->answer_all([0, 1]);
        $folder = $this->back_up($this->cm);
        foreach (['answered' => 0, 'not' => 3] as $name => $i) {
            self::rename($folder, (int) $this->learners[$i]->id, $name);
        }
        $copy = $this->restore($folder, $this->getDataGenerator()->create_course());
        $this->assert_told(['locked' => 1]);
        $this->go_on_in($copy);
        $locked = fn(stdClass $user): ?array => $this->read($user)['me']['locked'] ?? null;
        foreach (['answered', 'not'] as $name) {
            $this->assertSame(['stellingen'], $locked($this->made_anew($name, $copy)), $name);
        }
        $this->assertSame(['stellingen'], $locked($this->learners[1]));
        $this->assertNull($locked($this->learners[4]));
    }

    /**
     * Whoever calls the author of a note by another name does not get to know that it is theirs.
     */
    public function test_author_of_another_name(): void {
        $this->create_activity(['format' => 'leerklimaat'], 5);
        $this->start('prikkels');
        $note = ['column' => self::column_of('leerklimaat', 'prikkels'), 'text' => 'Van wie?'];
        $this->run_as($this->learners[2], self::written(2, 'prikkels', 'note', $note));
        $folder = $this->back_up($this->cm);
        self::rename($folder, (int) $this->learners[2]->id, 'author');
        $copy = $this->restore($folder, $this->getDataGenerator()->create_course());
        $this->go_on_in($copy);
        $reply = $this->read($this->made_anew('author', $copy));
        $this->assertArrayNotHasKey('contributions', $reply['me']);
        $this->assertSame(1, array_column($reply['counts'], 'answered', 'step')['prikkels']);
    }

    /**
     * Whether people have answered follows from the answers, not from what an edited backup says of the meeting.
     */
    public function test_meeting_that_says_nobody_answered(): void {
        global $DB;

        $this->create_activity([], 4);
        $this->start();
        $this->answer_all([0, 1]);
        $folder = $this->back_up($this->cm);
        $this->change_file($folder, fn(string $xml): string => str_replace('<frozen>1<', '<frozen>0<', $xml));
        $this->setAdminUser();
        course_delete_module($this->cm->id);
        $this->go_on_in($this->restore($folder, $this->getDataGenerator()->create_course()));
        $this->assert_told(['locked' => 1]);
        $row = $this->row();
        $this->assertSame('1', (string) $row->frozen);
        $this->assertFileExists(secret::file($row->secretref));
        $this->assertSame(4, $DB->count_records('leerlandschap_locked', ['meetingid' => $row->id]));
    }

    /**
     * Without a secret nobody is locked out, as nobody can be told from another.
     */
    public function test_locks_without_a_secret(): void {
        global $DB;

        $this->create_activity([], 2);
        $this->start();
        $row = $this->row();
        secret::destroy($row->secretref);
        $meeting = new \mod_leerlandschap\local\meeting(
            $row,
            $this->instance_row(),
            new \mod_leerlandschap\local\exercise(['steps' => []])
        );
        \mod_leerlandschap\local\locked::add($meeting, 'stellingen', 1, array_column($this->learners, 'id'));
        $this->assertSame(0, $DB->count_records('leerlandschap_locked'));
    }

    /**
     * Dots of few people stay hidden in a copy: it is the number of people who placed some that counts, not their answers.
     */
    public function test_dots_of_few(): void {
        $this->create_activity(['format' => 'leerkring'], 5);
        $this->start('agenda');
        $format = json_decode(\core\di::get(exercise_store::class)->shipped('leerkring'), true);
        $column = array_column($format['steps'], null, 'id')['agenda']['settings']['columns'][0]['id'];
        foreach ([1, 2, 3] as $i) {
            $note = ['column' => $column, 'text' => "Notitie $i"];
            $this->run_as($this->learners[0], self::written($i, 'agenda', 'note', $note));
        }
        $this->run_as($this->trainer, self::round('none', 'open', 1, [], 'agenda'));
        $dot = fn(int $note): array => [
            'type' => 'answer', 'item' => sprintf('agenda:00000000-0000-4000-8000-%012d', $note),
            'round' => 1, 'value' => 1, 'seq' => 1,
        ];
        foreach ([0, 1] as $i) {
            $this->run_as($this->learners[$i], $dot(1));
            $this->run_as($this->learners[$i], $dot(2));
        }
        $this->go_on_in($this->copy($this->cm));
        $this->assertSame(2, array_column($this->read($this->learners[3])['counts'], 'answered', 'step')['agenda']);
        $this->assert_refused('round_not_open', fn() => $this->run_as($this->learners[0], $dot(3)));
        $room = $this->run_as($this->trainer, self::round('open', 'revealed', 1, [], 'agenda'))['room'];
        $round = array_column($room['rounds'], null, 'step')['agenda'];
        $this->assertSame(2, $round['answered']);
        $this->assertSame([true, true, true], array_column($round['results'], 'suppressed'));
    }

    /**
     * Whoever asks what is kept about them is told what they are not asked again; nobody's data is erased with another's, and
     * whose is erased is not locked out any more.
     */
    public function test_erasure(): void {
        global $DB;

        $this->create_activity([], 3);
        $this->start();
        $this->answer_all([0, 1]);
        $this->go_on_in($this->copy($this->cm));
        $locked = fn(): int => $DB->count_records('leerlandschap_locked');
        $this->assertSame(2, $locked());
        $context = \context_module::instance($this->cm->id);
        $told = [['step' => 'stellingen', 'title' => 'Discussing five statements', 'round' => 1]];
        foreach ([0 => $told, 2 => null] as $i => $expected) {
            \core_privacy\local\request\writer::reset();
            $user = \core_user::get_user($this->learners[$i]->id);
            (new \mod_leerlandschap\privacy\exporter($user, $context))->export((int) $this->cm->instance);
            $path = [get_string('privacy:path:meeting', 'mod_leerlandschap', $this->row()->id)];
            $data = \core_privacy\local\request\writer::with_context($context)->get_data($path);
            $this->assertSame($expected, $data->locked ?? null);
        }
        \mod_leerlandschap\privacy\forgetter::forget((int) $this->cm->instance, (int) $this->learners[0]->id);
        $this->assertSame(1, $locked());
        $this->setAdminUser();
        course_delete_module($this->cm->id);
        $this->assertSame(0, $locked());
    }
}
