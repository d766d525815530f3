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

namespace mod_leerlandschap\local\sharing;

defined('MOODLE_INTERNAL') || die();

require_once(__DIR__ . '/../../meeting_testcase.php');

use core_privacy\local\request\approved_contextlist;
use core_privacy\local\request\writer;
use mod_leerlandschap\event\outcome_shared;
use mod_leerlandschap\event\outcome_withdrawn;
use mod_leerlandschap\local\refusal;
use mod_leerlandschap\local\secret;
use mod_leerlandschap\meeting_testcase;
use mod_leerlandschap\output\shared_page;
use mod_leerlandschap\privacy\provider;
use stdClass;

/**
 * Tests for what a group shows to other groups: what is in it, what is never, who said what, and who may take it away.
 *
 * What every command does and why it is refused stands in tests/fixtures/meetings/sharing*.json.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \mod_leerlandschap\local\sharing\consents
 * @covers \mod_leerlandschap\local\sharing\published
 * @covers \mod_leerlandschap\local\sharing\question
 * @covers \mod_leerlandschap\local\sharing\snapshot
 * @covers \mod_leerlandschap\output\shared_page
 */
final class sharing_test extends meeting_testcase {
    /** @var int the group that meets */
    private int $group;

    /** @var stdClass a member of another group */
    private stdClass $other;

    /**
     * An activity with two groups; the meeting of the first is at its closing page, with everything in it.
     *
     * @param array $settings settings of the activity
     */
    private function arrange(array $settings = []): void {
        $generator = $this->getDataGenerator();
        $this->create_activity($settings + ['groupmode' => SEPARATEGROUPS, 'format' => 'leerlandschap'], 4);
        $this->group = (int) $generator->create_group(['courseid' => $this->course->id, 'name' => 'Noord'])->id;
        $south = $generator->create_group(['courseid' => $this->course->id, 'name' => 'Zuid']);
        foreach ($this->learners as $i => $learner) {
            groups_add_member($this->group, $learner->id);
        }
        groups_add_member($this->group, $this->trainer->id);
        $this->other = $generator->create_and_enrol($this->course, 'student');
        groups_add_member($south->id, $this->other->id);
        foreach ($this->learners as $learner) {
            $this->does($learner, ['type' => 'join']);
        }
        $this->does($this->trainer, ['type' => 'go_to', 'from' => '@start', 'to' => 'stellingen']);
        foreach ($this->learners as $i => $learner) {
            // Of the second statement too few answer.
            foreach ($i < 2 ? ['st1', 'st2'] : ['st1'] as $item) {
                $this->does($learner, ['reason' => 'Geheime reden'] + self::answer($item, 1 + $i));
            }
        }
        $this->does($this->trainer, [
            'type' => 'set_round', 'step' => 'stellingen', 'round' => 1, 'from' => 'open', 'to' => 'revealed', 'items' => [],
        ]);
        $from = 'stellingen';
        $owner = ['who_person' => (string) $this->learners[1]->id, 'who_text' => 'Ergens Anders', 'when' => '2031-05-04'];
        $written = [
            'opbrengst' => ['note', ['column' => 'eens', 'text' => 'Een eigen notitie']],
            'vervolgacties' => ['action', ['what' => 'Elke week een leeruur', 'finding' => 'Nog niets'] + $owner],
            'uitgangspunten' => ['principle', ['text' => 'Leren hoort <b>bij</b> het werk']],
        ];
        foreach ($written as $step => [$kind, $fields]) {
            $this->does($this->trainer, ['type' => 'go_to', 'from' => $from, 'to' => $step]);
            $id = \core\uuid::generate();
            $save = ['type' => 'save', 'id' => $id, 'step' => $step, 'kind' => $kind, 'base' => null, 'fields' => $fields];
            $this->does($this->learners[0], $save);
            $from = $step;
        }
        $this->does($this->trainer, ['type' => 'go_to', 'from' => $from, 'to' => '@closing']);
    }

    /**
     * Runs a command in the group's meeting.
     *
     * @param stdClass $user the user
     * @param array $command the command
     * @return array a Reply
     */
    private function does(stdClass $user, array $command): array {
        return $this->run_as($user, $command, $this->group);
    }

    /**
     * Asks the group.
     *
     * @param string|null $lesson the lesson, null for the outcome
     * @return int the revision with which it was asked
     */
    private function ask(?string $lesson = null): int {
        $stands = $this->read($this->trainer, $this->group)['room']['sharing']['asked'] ?? null;
        $reply = $this->does($this->trainer, ['type' => 'ask_sharing', 'asked' => $stands, 'lesson' => $lesson]);
        return $reply['room']['sharing']['asked'];
    }

    /**
     * Everybody agrees and it is shown.
     *
     * @param string|null $lesson the lesson, null for the outcome
     * @return int the revision with which it was asked
     */
    private function publish(?string $lesson = null): int {
        $asked = $this->ask($lesson);
        foreach ($this->learners as $learner) {
            $this->does($learner, ['type' => 'consent', 'asked' => $asked, 'agrees' => true]);
        }
        $this->does($this->trainer, ['type' => 'publish', 'asked' => $asked]);
        return $asked;
    }

    /**
     * What groups show.
     *
     * @return published
     */
    private function published(): published {
        return new published($this->cm, $this->instance_row());
    }

    /**
     * The page with it, as a user sees it.
     *
     * @param stdClass $user the user
     * @return string HTML
     */
    private function page(stdClass $user): string {
        global $PAGE;

        $this->setUser($user);
        $PAGE = new \moodle_page();
        $PAGE->set_url(published::url($this->cm));
        $published = $this->published();
        $published->require_read();
        $page = new shared_page($this->cm, $published, $published->all(), false);
        return $PAGE->get_renderer('core')->render_from_template(
            'mod_leerlandschap/shared_page',
            $page->export_for_template($PAGE->get_renderer('core'))
        );
    }

    /**
     * An outcome has the shown tallies, the principles and the actions; nobody, no reason, no note, and nothing under k.
     *
     * @dataProvider visibilities
     * @param string $visibility hidden or named
     */
    public function test_what_is_shown(string $visibility): void {
        $this->arrange(['visibility' => $visibility]);
        $this->publish();
        $html = $this->page($this->other);
        $text = html_entity_decode(strip_tags($html));
        foreach (['Noord', 'Elke week een leeruur', 'Leren hoort <b>bij</b> het werk', '4 May 2031'] as $shown) {
            $this->assertStringContainsString($shown, $text);
        }
        $this->assertStringNotContainsString('<b>bij</b>', $html);
        // One answer at each of the four lowest points.
        $this->assertSame(1, substr_count($html, 'leerlandschap-shared-bars'), 'one statement of two reached k');
        $this->assertSame(4, preg_match_all('~: 1</span>~', $html));
        $this->assertSame(1, preg_match_all('~: 0</span>~', $html));
        $never = ['Geheime reden', 'Een eigen notitie', 'Ergens Anders', 'Nog niets'];
        foreach ([...$never, ...array_map('fullname', $this->learners), fullname($this->trainer)] as $secret) {
            $this->assertStringNotContainsString($secret, $text);
        }
        $stored = json_encode($this->published()->all());
        foreach ([...$never, ...array_map('fullname', $this->learners)] as $secret) {
            $this->assertStringNotContainsString($secret, $stored);
        }
        $this->assertStringNotContainsString('st2', $stored);
        $this->assertStringNotContainsString('who_person', $stored);
    }

    /**
     * Hidden and named.
     *
     * @return array[]
     */
    public static function visibilities(): array {
        return ['hidden' => ['hidden'], 'named' => ['named']];
    }

    /**
     * What a group agreed to is what is shown, whatever it writes afterwards; readers get the exercise's words in theirs.
     */
    public function test_snapshot(): void {
        global $DB;

        $this->arrange();
        $asked = $this->ask();
        $row = $DB->get_record('leerlandschap_contrib', ['kind' => 'principle'], '*', MUST_EXIST);
        $this->does($this->learners[0], [
            'type' => 'save', 'id' => $row->uuid, 'step' => $row->step, 'kind' => 'principle', 'base' => (int) $row->revision,
            'fields' => ['text' => 'Heel iets anders'],
        ]);
        foreach ($this->learners as $learner) {
            $this->does($learner, ['type' => 'consent', 'asked' => $asked, 'agrees' => true]);
        }
        $this->does($this->trainer, ['type' => 'publish', 'asked' => $asked]);
        $this->assertStringNotContainsString('Heel iets anders', $this->page($this->other));
        $this->assertStringContainsString('het werk', $this->page($this->other));
        $snapshot = json_decode($this->published()->all()[0]->snapshot, true);
        $this->assertEqualsCanonicalizing(['nl', 'en'], array_keys($snapshot));
        $this->assertNotSame($snapshot['nl']['parts'][0]['title'], $snapshot['en']['parts'][0]['title']);
        $this->assertStringContainsString($snapshot['en']['parts'][0]['title'], $this->page($this->other));
    }

    /**
     * A lesson is shown as it was written, and nothing of the outcome with it.
     */
    public function test_lesson(): void {
        $this->arrange();
        $this->publish("Vraag <door>.\nVerklaar niet.");
        $html = $this->page($this->other);
        $this->assertStringContainsString("Vraag &lt;door&gt;.<br>\nVerklaar niet.", $html);
        $this->assertStringNotContainsString('Elke week een leeruur', $html);
        $this->assertStringNotContainsString('leeruur', $this->published()->all()[0]->snapshot);
    }

    /**
     * Who said what is under a key of its own, in an order that tells nothing, and gone once it is settled.
     */
    public function test_consent_names_nobody(): void {
        global $DB;

        $this->arrange();
        $asked = $this->ask();
        $this->does($this->learners[0], ['type' => 'consent', 'asked' => $asked, 'agrees' => false]);
        foreach (array_slice($this->learners, 1) as $learner) {
            $this->does($learner, ['type' => 'consent', 'asked' => $asked, 'agrees' => true]);
        }
        $rows = $DB->get_records(consents::TABLE);
        $this->assertCount(4, $rows);
        $answers = $DB->get_fieldset_select('leerlandschap_answer', 'voterkey', '1 = 1');
        $meeting = $DB->get_record('leerlandschap_meeting', [], '*', MUST_EXIST);
        $bytes = file_get_contents(secret::file($meeting->secretref));
        $expected = array_map(
            fn(stdClass $it): string => hash_hmac('sha256', "$meeting->id:$it->id:consent:to:sharing", $bytes),
            $this->learners
        );
        $this->assertEqualsCanonicalizing($expected, array_column($rows, 'voterkey'));
        $this->assertSame([], array_intersect(array_column($rows, 'voterkey'), $answers));
        foreach ($rows as $row) {
            $this->assertSame(['id', 'meetingid', 'voterkey', 'agrees'], array_keys((array) $row));
        }
        foreach ($this->learners as $i => $learner) {
            $reply = $this->read($learner, $this->group);
            $this->assertSame(['asked' => $asked, 'agrees' => $i > 0], $reply['me']['consent']);
            $this->assertSame([
                'asked' => $asked, 'lesson' => null, 'answered' => 4, 'agreed' => 3, 'of' => 4, 'objected' => true,
                'published' => false,
            ], $reply['room']['sharing']);
        }
        $this->does($this->learners[0], ['type' => 'consent', 'asked' => $asked, 'agrees' => true]);
        $this->does($this->trainer, ['type' => 'publish', 'asked' => $asked]);
        $this->assertSame(0, $DB->count_records(consents::TABLE));
    }

    /**
     * Whoever leads learns nothing by marking people absent: neither who has answered nor what the first ones say.
     */
    public function test_marking_tells_nobody_apart(): void {
        $this->arrange();
        $asked = $this->ask();
        $said = [3 => false, 1 => true];
        foreach ($said as $i => $agrees) {
            $this->does($this->learners[$i], ['type' => 'consent', 'asked' => $asked, 'agrees' => $agrees]);
            $before = $this->read($this->trainer, $this->group)['room']['sharing'];
            $this->assertNull($before['agreed']);
            $this->assertFalse($before['objected']);
            foreach ($this->learners as $learner) {
                $mark = ['type' => 'mark', 'person' => (string) $learner->id];
                $this->assertSame($before, $this->does($this->trainer, $mark + ['present' => false])['room']['sharing']);
                $this->assertSame($before, $this->does($this->trainer, $mark + ['present' => true])['room']['sharing']);
            }
        }
        $this->assertSame([2, 4], [$before['answered'], $before['of']]);
    }

    /**
     * Whoever takes the chair and marks all others absent is not the group.
     */
    public function test_nobody_agrees_for_the_group(): void {
        $this->arrange(['facilitation' => 'members']);
        $chair = $this->learners[0];
        $this->does($chair, ['type' => 'set_chair', 'from' => null, 'to' => (string) $chair->id]);
        foreach (array_slice($this->learners, 1) as $other) {
            $this->does($chair, ['type' => 'mark', 'person' => (string) $other->id, 'present' => false]);
        }
        $asked = $this->does($chair, ['type' => 'ask_sharing', 'asked' => null, 'lesson' => null])['room']['sharing']['asked'];
        $this->does($chair, ['type' => 'consent', 'asked' => $asked, 'agrees' => true]);
        try {
            $this->does($chair, ['type' => 'publish', 'asked' => $asked]);
            $this->fail('one of four has shown it');
        } catch (refusal $refusal) {
            $this->assertSame('wrong_state', $refusal->code());
        }
        $this->assertSame(0, $this->published()->count());
    }

    /**
     * Who was at a meeting before is asked while they are in the group, as their words go on; who joined this one always is.
     */
    public function test_who_left_the_group(): void {
        $this->arrange();
        $this->does($this->trainer, ['type' => 'close', 'from' => '@closing']);
        $this->does($this->trainer, ['type' => 'start_next', 'from' => 1, 'part' => 'later']);
        foreach ([0, 1] as $i) {
            $this->does($this->learners[$i], ['type' => 'join']);
        }
        $this->does($this->trainer, ['type' => 'go_to', 'from' => '@start', 'to' => '@closing']);
        $this->ask();
        $of = fn(): int => $this->read($this->trainer, $this->group)['room']['sharing']['of'];
        $this->assertSame(4, $of());
        groups_remove_member($this->group, $this->learners[3]->id);
        groups_remove_member($this->group, $this->learners[1]->id);
        $this->assertSame(3, $of());
    }

    /**
     * Who would rather not is kept when the question is asked anew or taken back, under the same key, told to nobody, and
     * goes with its author's erasure and when the meeting closes.
     */
    public function test_objection_stands(): void {
        global $DB;

        $this->arrange();
        $asked = $this->ask();
        $this->does($this->learners[2], ['type' => 'consent', 'asked' => $asked, 'agrees' => false]);
        $this->does($this->learners[0], ['type' => 'consent', 'asked' => $asked, 'agrees' => true]);
        $key = $DB->get_field(consents::TABLE, 'voterkey', ['agrees' => 0]);
        $this->does($this->trainer, ['type' => 'withdraw', 'asked' => $asked]);
        $asked = $this->ask();
        $this->assertSame([$key], $DB->get_fieldset_select(consents::TABLE, 'voterkey', '1 = 1'));
        $reply = $this->read($this->learners[2], $this->group);
        $this->assertArrayNotHasKey('consent', $reply['me']);
        $this->assertSame(0, $reply['room']['sharing']['answered']);
        foreach ([0, 1, 3] as $i) {
            $reply = $this->does($this->learners[$i], ['type' => 'consent', 'asked' => $asked, 'agrees' => true]);
        }
        $this->assertTrue($reply['room']['sharing']['objected']);
        $context = \context_module::instance($this->cm->id);
        $approved = new approved_contextlist($this->learners[2], 'mod_leerlandschap', [$context->id]);
        provider::export_user_data($approved);
        $path = get_string('privacy:path:meeting', 'mod_leerlandschap', $DB->get_field('leerlandschap_meeting', 'id', []));
        $exported = writer::with_context($context)->get_data([$path]);
        $this->assertSame(['agrees' => get_string('no')], $exported->consent);
        provider::delete_data_for_user($approved);
        $this->assertFalse($this->read($this->trainer, $this->group)['room']['sharing']['objected']);

        $this->does($this->learners[3], ['type' => 'consent', 'asked' => $asked, 'agrees' => false]);
        $this->does($this->trainer, ['type' => 'withdraw', 'asked' => $asked]);
        $this->assertSame(1, $DB->count_records(consents::TABLE));
        $this->does($this->trainer, ['type' => 'close', 'from' => '@closing']);
        $this->assertSame(0, $DB->count_records(consents::TABLE));
    }

    /**
     * When a meeting becomes hidden before anybody has answered in it, who would rather not is kept without a name.
     */
    public function test_objection_without_name(): void {
        global $DB;

        $this->create_activity(['visibility' => 'named', 'groupmode' => SEPARATEGROUPS], 3);
        $this->group = $this->getDataGenerator()->create_group(['courseid' => $this->course->id])->id;
        foreach ([...$this->learners, $this->trainer] as $user) {
            groups_add_member($this->group, $user->id);
        }
        foreach ($this->learners as $learner) {
            $this->does($learner, ['type' => 'join']);
        }
        $this->does($this->trainer, ['type' => 'go_to', 'from' => '@start', 'to' => '@closing']);
        $asked = $this->ask('Een les');
        $this->does($this->learners[0], ['type' => 'consent', 'asked' => $asked, 'agrees' => false]);
        $this->assertSame("user:{$this->learners[0]->id}", $DB->get_field(consents::TABLE, 'voterkey', []));
        $DB->set_field('leerlandschap', 'visibility', 'hidden', ['id' => $this->cm->instance]);
        $reply = $this->read($this->learners[0], $this->group);
        $this->assertSame('hidden', $reply['room']['settings']['visibility']);
        $this->assertSame(['asked' => $asked, 'agrees' => false], $reply['me']['consent']);
        $this->assertMatchesRegularExpression('/^[0-9a-f]{64}$/', $DB->get_field(consents::TABLE, 'voterkey', []));
    }

    /**
     * Rows are stored anew with every answer: their order is not the order of answering.
     */
    public function test_consent_tells_no_order(): void {
        global $DB;

        $this->arrange();
        $more = [];
        for ($i = 0; $i < 8; $i++) {
            $more[] = $this->getDataGenerator()->create_and_enrol($this->course, 'student');
            groups_add_member($this->group, $more[$i]->id);
            $this->does($more[$i], ['type' => 'join']);
        }
        $asked = $this->ask();
        $before = 0;
        foreach ([...$this->learners, ...$more] as $i => $learner) {
            $this->does($learner, ['type' => 'consent', 'asked' => $asked, 'agrees' => $i < 6]);
            $least = (int) $DB->get_field_sql('SELECT MIN(id) FROM {leerlandschap_consent}');
            $this->assertGreaterThan($before, $least, 'no row outlives the next answer');
            $before = (int) $DB->get_field_sql('SELECT MAX(id) FROM {leerlandschap_consent}');
        }
        // First the six who agree answered, then the others: one order in 924 is that by chance.
        $stored = $DB->get_fieldset_select('leerlandschap_consent', 'agrees', '1 = 1 ORDER BY id');
        $this->assertNotSame([1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0], array_map('intval', $stored));
    }

    /**
     * At closing a question that the group did not agree to goes, with what everybody said; one that it did agree to stays.
     */
    public function test_closing(): void {
        global $DB;

        $this->arrange();
        $asked = $this->ask('Een les');
        foreach ([0, 1, 2] as $i) {
            $this->does($this->learners[$i], ['type' => 'consent', 'asked' => $asked, 'agrees' => true]);
        }
        $this->does($this->trainer, ['type' => 'close', 'from' => '@closing']);
        $this->assertSame(0, $DB->count_records(consents::TABLE));
        $row = $DB->get_record(question::TABLE, [], '*', MUST_EXIST);
        $this->assertEquals([3, 4, null], [$row->agreed, $row->presentcount, $row->timepublished]);
        $this->does($this->trainer, ['type' => 'publish', 'asked' => $asked]);
        $this->assertSame(1, $this->published()->count());
    }

    /**
     * The day is all that is kept of a hidden meeting; both events name the meeting and nobody who answered.
     */
    public function test_events_and_day(): void {
        $this->arrange();
        $sink = $this->redirectEvents();
        $asked = $this->publish();
        $this->assertSame(0, (int) $this->published()->all()[0]->timepublished % DAYSECS);
        $this->does($this->trainer, ['type' => 'withdraw', 'asked' => $asked]);
        $this->assertSame(0, $this->published()->count());
        $again = $this->ask();
        $this->does($this->trainer, ['type' => 'withdraw', 'asked' => $again]);
        $events = array_values(array_filter(
            $sink->get_events(),
            fn($event): bool => $event instanceof outcome_shared || $event instanceof outcome_withdrawn
        ));
        $this->assertSame([outcome_shared::class, outcome_withdrawn::class], array_map('get_class', $events), 'no question');
        foreach ($events as $event) {
            $this->assertSame(['groupid' => $this->group], $event->other);
            $this->assertSame((int) $this->trainer->id, (int) $event->userid);
            $this->assertNotSame('', $event->get_description());
            $this->assertStringContainsString('shared.php', $event->get_url()->out());
        }
    }

    /**
     * Who is asked can look at what would be shown; other groups cannot.
     */
    public function test_preview(): void {
        $this->arrange();
        $this->ask();
        $this->setUser($this->learners[3]);
        $this->assertStringContainsString('leeruur', $this->published()->asked($this->group)->snapshot);
        $this->setUser($this->other);
        $this->assertNull($this->published()->asked($this->group));
        $this->assertSame([], $this->published()->all());
        $this->setGuestUser();
        $this->assertFalse($this->published()->may_read());
    }

    /**
     * Whoever leads by right takes anything away, also of a meeting that others came after; members and others do not.
     */
    public function test_removing(): void {
        $this->arrange();
        $this->publish();
        $this->does($this->trainer, ['type' => 'close', 'from' => '@closing']);
        $this->does($this->trainer, ['type' => 'start_next', 'from' => 1, 'part' => 'later']);
        $revision = $this->read($this->trainer, $this->group)['room']['revision'];
        $id = (int) $this->published()->all()[0]->id;
        foreach ([$this->learners[0], $this->other] as $user) {
            $this->assertStringNotContainsString('remove=', $this->page($user));
            try {
                $this->published()->remove($id);
                $this->fail('removed by ' . fullname($user));
            } catch (\required_capability_exception) {
                $this->assertSame(1, $this->published()->count());
            }
        }
        $this->assertStringContainsString('remove=', $this->page($this->trainer));
        $GLOBALS['USER']->realuser = get_admin()->id;
        $this->assertFalse($this->published()->may_remove($this->published()->all()[0]), 'logged in as the trainer');
        unset($GLOBALS['USER']->realuser);
        $sink = $this->redirectEvents();
        $this->published()->remove($id);
        $this->published()->remove($id);
        $this->assertCount(1, array_filter($sink->get_events(), fn($event): bool => $event instanceof outcome_withdrawn));
        $this->assertSame(0, $this->published()->count());
        $this->assertSame($revision, $this->read($this->trainer, $this->group)['room']['revision']);
    }

    /**
     * Whoever leads some groups takes away what these show, not what others do.
     */
    public function test_removing_of_another_group(): void {
        $this->arrange();
        $this->publish();
        $row = $this->published()->all()[0];
        $teacher = $this->getDataGenerator()->create_and_enrol($this->course, 'teacher');
        $this->setUser($teacher);
        $this->assertTrue(has_capability('mod/leerlandschap:facilitate', $this->cm->context));
        $this->assertFalse($this->published()->may_remove($row));
        groups_add_member($this->group, $teacher->id);
        $this->assertTrue($this->published()->may_remove($row));
        groups_remove_member($this->group, $teacher->id);
        $this->setUser($this->getDataGenerator()->create_and_enrol($this->course, 'editingteacher'));
        $this->assertTrue($this->published()->may_remove($row), 'enters every group');
    }

    /**
     * In a meeting that members lead, who had its chair takes it away while they are in the group.
     */
    public function test_removing_as_chair(): void {
        $this->arrange(['facilitation' => 'members']);
        $this->does($this->learners[2], ['type' => 'set_chair', 'from' => null, 'to' => (string) $this->learners[2]->id]);
        $this->publish();
        $row = $this->published()->all()[0];
        $this->setUser($this->learners[1]);
        $this->assertFalse($this->published()->may_remove($row));
        $this->setUser($this->learners[2]);
        $this->assertTrue($this->published()->may_remove($row));
        $before = $this->read($this->learners[2])['room']['revision'];
        $this->published()->remove((int) $row->id);
        $room = $this->read($this->learners[2])['room'];
        $this->assertSame($before + 1, $room['revision'], 'everybody\'s screen follows');
        $this->assertArrayNotHasKey('sharing', $room);
    }

    /**
     * A group that not everybody may know of is not named.
     */
    public function test_group_that_is_not_seen(): void {
        global $DB;

        $this->arrange();
        $this->publish();
        $DB->set_field('groups', 'visibility', GROUPS_VISIBILITY_MEMBERS, ['id' => $this->group]);
        \cache_helper::purge_by_definition('core', 'groupdata');
        $this->assertStringNotContainsString('Noord', $this->page($this->other));
        groups_delete_group($this->group);
        $this->assertStringContainsString(get_string('shared:group', 'mod_leerlandschap'), $this->page($this->other));
    }

    /**
     * Whatever an edited backup has in a snapshot, the page shows it as text or leaves it out.
     */
    public function test_damaged_snapshot(): void {
        global $DB;

        $this->arrange();
        $this->publish();
        $damaged = [
            '[]', '"x"', '{"nl":"x"}', '{"nl":{"parts":"x","run":[1]}}',
            '{"nl":{"parts":[{"title":["x"],"entries":[{"text":"<script>x</script>","tally":{"bars":[{"count":"y"},3]}}]},4]}}',
        ];
        foreach ($damaged as $json) {
            $DB->set_field(question::TABLE, 'snapshot', $json, []);
            $this->assertStringNotContainsString('<script>', $this->page($this->other));
        }
    }
}
