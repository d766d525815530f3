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

namespace mod_leerlandschap\privacy;

use context_module;
use core_privacy\local\metadata\collection;
use core_privacy\local\request\approved_contextlist;
use core_privacy\local\request\approved_userlist;
use core_privacy\local\request\userlist;
use core_privacy\local\request\writer;
use core_privacy\tests\provider_testcase;
use mod_leerlandschap\local\actions\open_actions;
use mod_leerlandschap\local\authorship;
use mod_leerlandschap\local\meeting;
use mod_leerlandschap\local\pending;
use mod_leerlandschap\local\secret;
use mod_leerlandschap\local\voter;
use mod_leerlandschap_generator;
use stdClass;

/**
 * Tests for what is kept about people.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \mod_leerlandschap\privacy\provider
 * @covers     \mod_leerlandschap\privacy\exporter
 * @covers     \mod_leerlandschap\privacy\forgetter
 * @covers     \mod_leerlandschap\privacy\personal_answers
 * @covers     \mod_leerlandschap\privacy\owner
 */
final class provider_test extends provider_testcase {
    /** @var stdClass a course */
    private stdClass $course;

    /** @var stdClass[] learners */
    private array $learners = [];

    /** @var mod_leerlandschap_generator the plugin's generator */
    private mod_leerlandschap_generator $generator;

    protected function setUp(): void {
        parent::setUp();
        $this->resetAfterTest();
        $this->setAdminUser();
        $this->course = $this->getDataGenerator()->create_course();
        foreach (range(0, 2) as $i) {
            $this->learners[$i] = $this->getDataGenerator()->create_and_enrol($this->course, 'student');
        }
        $this->generator = $this->getDataGenerator()->get_plugin_generator('mod_leerlandschap');
    }

    /**
     * A meeting in which two learners did something of every kind.
     *
     * @param string $visibility hidden or named
     * @return array its context and the meeting
     */
    private function used_meeting(string $visibility): array {
        global $DB;

        $instance = $this->generator->create_instance(['course' => $this->course->id, 'visibility' => $visibility]);
        $meeting = $this->generator->create_meeting($instance);
        foreach ([0, 1] as $i) {
            $learner = $this->learners[$i];
            $this->generator->create_progress($meeting, $learner, ['stellingen']);
            $this->generator->create_answer($meeting, $learner, 'st1', $i + 1, "Reason $i");
            if ($visibility === 'hidden') {
                pending::add($meeting, (int) $learner->id, 'opbrengst');
            }
            $author = $visibility === 'named' ? $learner : null;
            $this->generator->create_contribution($meeting, $author, 'opbrengst', 'note', ['text' => "Note $i"]);
            $fields = ['what' => "Action $i", 'who_person' => $learner->id];
            $this->generator->create_contribution($meeting, null, 'vervolgacties', 'action', $fields);
        }
        $voices = fn(int $i): array => ['person' => $this->learners[$i]->id, 'value' => $i + 1];
        $DB->insert_record('leerlandschap_round', (object) [
            'meetingid' => $meeting->id(), 'step' => 'stellingen', 'round' => 1, 'phase' => 'revealed', 'items' => '["st1"]',
            'results' => json_encode([[
                'item' => 'st1', 'counts' => [1, 1, 0, 0, 0], 'voices' => $visibility === 'named' ? [$voices(0), $voices(1)] : [],
            ]]),
        ]);
        $DB->set_field('leerlandschap_meeting', 'chairid', $this->learners[0]->id, ['id' => $meeting->id()]);
        return [context_module::instance($instance->cmid), $meeting];
    }

    /**
     * What is exported of a meeting for a learner.
     *
     * @param context_module $context the context
     * @param meeting $meeting the meeting
     * @param int $i number of the learner
     * @return array
     */
    private function exported(context_module $context, meeting $meeting, int $i): array {
        writer::reset();
        $this->export_context_data_for_user($this->learners[$i]->id, $context, 'mod_leerlandschap');
        $path = [get_string('privacy:path:meeting', 'mod_leerlandschap', $meeting->id())];
        return (array) writer::with_context($context)->get_data($path);
    }

    /**
     * Erases what is kept about learners.
     *
     * @param context_module $context the context
     * @param int $i number of the learner
     */
    private function forget(context_module $context, int $i): void {
        provider::delete_data_for_user(
            new approved_contextlist($this->learners[$i], 'mod_leerlandschap', [$context->id])
        );
    }

    /**
     * Every column that is declared exists and is explained.
     */
    public function test_metadata(): void {
        global $DB;

        $strings = get_string_manager();
        foreach (provider::get_metadata(new collection('mod_leerlandschap'))->get_collection() as $item) {
            $this->assertTrue($strings->string_exists($item->get_summary(), 'mod_leerlandschap'), $item->get_summary());
            foreach ($item->get_privacy_fields() ?? [] as $column => $string) {
                $this->assertArrayHasKey($column, $DB->get_columns($item->get_name()));
                $this->assertTrue($strings->string_exists($string, 'mod_leerlandschap'), $string);
            }
        }
    }

    /**
     * Both ways of looking find who has to do with an activity, and nobody else.
     */
    public function test_contexts_and_users(): void {
        [$context] = $this->used_meeting('named');
        [$other] = $this->used_meeting('hidden');
        $this->getDataGenerator()->create_module('leerlandschap', ['course' => $this->course->id]);
        foreach ([0, 1] as $i) {
            $found = provider::get_contexts_for_userid((int) $this->learners[$i]->id)->get_contextids();
            $this->assertEqualsCanonicalizing([$context->id, $other->id], $found);
        }
        $this->assertCount(0, provider::get_contexts_for_userid((int) $this->learners[2]->id));
        $users = new userlist($context, 'mod_leerlandschap');
        provider::get_users_in_context($users);
        $this->assertEqualsCanonicalizing([$this->learners[0]->id, $this->learners[1]->id], $users->get_userids());
        $users = new userlist(\context_course::instance($this->course->id), 'mod_leerlandschap');
        provider::get_users_in_context($users);
        $this->assertCount(0, $users);
    }

    /**
     * Somebody who only stands in an action that others wrote is found too; an id that begins alike is not.
     */
    public function test_owner_of_an_action(): void {
        $instance = $this->generator->create_instance(['course' => $this->course->id]);
        $meeting = $this->generator->create_meeting($instance);
        $owner = $this->learners[2];
        $this->generator->create_contribution($meeting, null, 'vervolgacties', 'action', ['who_person' => $owner->id]);
        $context = context_module::instance($instance->cmid);
        $this->assertEquals([$context->id], provider::get_contexts_for_userid((int) $owner->id)->get_contextids());
        $this->assertCount(0, provider::get_contexts_for_userid((int) substr($owner->id, 0, -1)));
        $this->assertCount(0, provider::get_contexts_for_userid((int) ($owner->id . '0')));
        $users = new userlist($context, 'mod_leerlandschap');
        provider::get_users_in_context($users);
        $this->assertEquals([$owner->id], $users->get_userids());
    }

    /**
     * One's own answers are exported, also hidden ones while the meeting is open; never another's.
     *
     * @dataProvider visibilities
     * @param string $visibility hidden or named
     */
    public function test_export(string $visibility): void {
        [$context, $meeting] = $this->used_meeting($visibility);
        foreach ([0, 1] as $i) {
            $data = $this->exported($context, $meeting, $i);
            [$answer] = $data['answers'];
            $this->assertCount(1, $data['answers']);
            // In words too: whoever reads an export has never seen the ids.
            $this->assertStringStartsWith('Here you learn only what', $answer['question']);
            $this->assertSame(['Strongly disagree', 'Disagree'][$i], $answer['answer']);
            unset($answer['question'], $answer['answer']);
            $this->assertSame(['item' => 'st1', 'round' => 1, 'value' => $i + 1, 'reason' => "Reason $i"], $answer);
            $opbrengst = ['step' => 'opbrengst', 'title' => 'What does this tell us?'];
            $this->assertSame('Discussing five statements', $data['steps'][0]['title']);
            $this->assertSame($visibility === 'hidden' ? [$opbrengst] : [], array_slice($data['steps'], 1));
            $this->assertSame('Yes', $data['presence']['present']);
            $action = ['kind' => 'action', 'step' => 'vervolgacties', 'title' => 'Follow-up actions', 'what' => "Action $i"];
            $this->assertSame([$action], $data['actions']);
            $note = ['kind' => 'note'] + $opbrengst + ['text' => "Note $i"];
            $this->assertSame($visibility === 'named' ? [$note] : [], $data['contributions'] ?? []);
            $this->assertSame($i === 0, isset($data['chair']));
            $told = $visibility === 'named' ? null : get_string('privacy:textsanonymous', 'mod_leerlandschap');
            $this->assertSame($told, $data['note'] ?? null);
            $this->assertSame(1, $data['meeting']);
        }
        $this->assertSame([], $this->exported($context, $meeting, 2));
    }

    /**
     * Who sees what.
     *
     * @return array[]
     */
    public static function visibilities(): array {
        return ['hidden' => ['hidden'], 'named' => ['named']];
    }

    /**
     * Once the secret is gone nobody's answers are found, and the export says so.
     */
    public function test_export_of_a_closed_hidden_meeting(): void {
        global $DB;

        [$context, $meeting] = $this->used_meeting('hidden');
        secret::destroy($meeting->secretref());
        $DB->update_record('leerlandschap_meeting', (object) ['id' => $meeting->id(), 'state' => 'closed', 'secretref' => null]);
        $data = $this->exported($context, $meeting, 0);
        $this->assertArrayNotHasKey('answers', $data);
        $this->assertStringContainsString('cannot be linked to you', $data['note']);
        $this->forget($context, 0);
        $this->assertSame(2, $DB->count_records('leerlandschap_answer'));
    }

    /**
     * What cannot be found for the user is named: answers that came out of a backup, those of an open meeting whose secret is
     * lost, and in a named meeting that is closed what they wrote for the group.
     */
    public function test_export_says_what_is_missing(): void {
        global $DB;

        $note = fn(string ...$which): string => implode(' ', array_map(
            fn(string $name): string => get_string("privacy:$name", 'mod_leerlandschap'),
            $which
        ));
        [$context, $meeting] = $this->used_meeting('hidden');
        $DB->set_field('leerlandschap_meeting', 'frozen', 1, ['id' => $meeting->id()]);
        foreach (voter::known_keys_of_all($meeting, (int) $this->learners[1]->id) as $key) {
            $DB->set_field('leerlandschap_answer', 'voterkey', voter::restored_key(), ['voterkey' => $key]);
        }
        $data = $this->exported($context, $meeting, 1);
        $this->assertArrayNotHasKey('answers', $data);
        $this->assertSame($note('answersrestored', 'textsanonymous'), $data['note']);
        $DB->delete_records_select('leerlandschap_answer', "voterkey LIKE 'restored:%'");
        secret::destroy($meeting->secretref());
        $data = $this->exported($context, $meeting, 0);
        $this->assertArrayNotHasKey('answers', $data);
        $this->assertSame($note('answeranonymous', 'textsanonymous'), $data['note']);

        [$context, $meeting] = $this->used_meeting('named');
        $DB->set_field('leerlandschap_meeting', 'state', 'closed', ['id' => $meeting->id()]);
        $data = $this->exported($context, $meeting, 0);
        $this->assertCount(1, $data['answers']);
        $this->assertSame($note('textsanonymous'), $data['note']);
    }

    /**
     * What a calendar holds of an action belongs to no course, so that core's own provider finds it for nobody: it is exported
     * and erased with the activity, its owner's alone.
     */
    public function test_followed_actions(): void {
        global $DB;

        $instance = $this->generator->create_instance(['course' => $this->course->id, 'name' => 'Leren']);
        $meeting = $this->generator->create_meeting($instance);
        foreach ([0, 1] as $i) {
            $fields = ['what' => "Bellen $i", 'when' => '2027-03-09', 'status' => 'open'];
            $fields += ['who_person' => (string) $this->learners[$i]->id];
            $this->generator->create_contribution($meeting, null, 'vervolgacties', 'action', $fields);
        }
        open_actions::follow($meeting->id());
        $context = context_module::instance($instance->cmid);
        $data = $this->exported($context, $meeting, 0);
        $this->assertSame(
            [['due' => '9 March 2027', 'told' => 'No', 'reminded' => null, 'calendar' => 'Action from Leren: Bellen 0']],
            $data['followed']
        );
        $this->forget($context, 0);
        $this->assertEquals([$this->learners[1]->id], $DB->get_fieldset(open_actions::TABLE, 'userid'));
        $this->assertEquals([$this->learners[1]->id], $DB->get_fieldset('event', 'userid', ['modulename' => 'leerlandschap']));
        // What is told to who was at it carries the revision: nobody saves the name again unaware.
        $revision = $DB->get_field('leerlandschap_meeting', 'revision', ['id' => $meeting->id()]);
        $changed = $DB->get_records('leerlandschap_contrib', ['revision' => $revision], '', 'id, fields');
        $this->assertSame(['Bellen 0'], array_column(array_map('json_decode', array_column($changed, 'fields')), 'what'));
    }

    /**
     * One person is erased: the others keep everything, the group keeps what it decided.
     *
     * @dataProvider visibilities
     * @param string $visibility hidden or named
     */
    public function test_delete_for_user(string $visibility): void {
        global $DB;

        [$context, $meeting] = $this->used_meeting($visibility);
        [$othercontext, $othermeeting] = $this->used_meeting($visibility);
        $before = $this->exported($context, $meeting, 1);
        $revision = $DB->get_field('leerlandschap_meeting', 'revision', ['id' => $meeting->id()]);
        $this->forget($context, 0);

        $this->assertSame([], $this->exported($context, $meeting, 0));
        $this->assertEquals($before, $this->exported($context, $meeting, 1));
        $this->assertNotSame([], $this->exported($othercontext, $othermeeting, 0));
        $this->assertSame([2], array_map('intval', $DB->get_fieldset_select(
            'leerlandschap_answer',
            'value',
            'meetingid = ?',
            [$meeting->id()]
        )));
        $this->assertSame(4, $DB->count_records('leerlandschap_contrib', ['meetingid' => $meeting->id()]));
        $left = $DB->count_records('leerlandschap_pending', ['meetingid' => $meeting->id()]);
        $this->assertSame($visibility === 'hidden' ? 1 : 0, $left);
        $results = json_decode($DB->get_field('leerlandschap_round', 'results', ['meetingid' => $meeting->id()]), true);
        $this->assertSame([1, 1, 0, 0, 0], $results[0]['counts']);
        $this->assertNotContains($this->learners[0]->id, array_column($results[0]['voices'], 'person'));
        $this->assertGreaterThan($revision, $DB->get_field('leerlandschap_meeting', 'revision', ['id' => $meeting->id()]));
    }

    /**
     * Several people, and everybody.
     *
     * @dataProvider visibilities
     * @param string $visibility hidden or named
     */
    public function test_delete_for_users_and_all(string $visibility): void {
        global $DB;

        [$context, $meeting] = $this->used_meeting($visibility);
        [$othercontext, $othermeeting] = $this->used_meeting($visibility);
        $before = $this->exported($context, $meeting, 1);
        $ids = [$this->learners[0]->id, $this->learners[2]->id];
        provider::delete_data_for_users(new approved_userlist($context, 'mod_leerlandschap', $ids));
        $this->assertSame([], $this->exported($context, $meeting, 0));
        $this->assertEquals($before, $this->exported($context, $meeting, 1));
        $this->assertNotSame([], $this->exported($othercontext, $othermeeting, 0));
        $values = $DB->get_fieldset('leerlandschap_answer', 'value', ['meetingid' => $meeting->id()]);
        $this->assertEquals([2], $values);

        provider::delete_data_for_all_users_in_context($context);
        $this->assertFalse($DB->record_exists('leerlandschap_meeting', ['id' => $meeting->id()]));
        $this->assertFileDoesNotExist(secret::file($meeting->secretref()));
        $users = new userlist($othercontext, 'mod_leerlandschap');
        provider::get_users_in_context($users);
        $this->assertCount(2, $users);
        provider::delete_data_for_all_users_in_context(\context_course::instance($this->course->id));
        $this->assertSame(1, $DB->count_records('leerlandschap_meeting'));
    }

    /**
     * Of a closed hidden meeting everybody who took part is found, by presence and progress; erasing them takes these away,
     * and leaves the answers, which are nobody's; erasing everybody takes the answers too.
     */
    public function test_delete_of_a_closed_hidden_meeting(): void {
        global $DB;

        [$context, $meeting] = $this->used_meeting('hidden');
        secret::destroy($meeting->secretref());
        $DB->update_record('leerlandschap_meeting', (object) ['id' => $meeting->id(), 'state' => 'closed', 'secretref' => null]);
        $users = new userlist($context, 'mod_leerlandschap');
        provider::get_users_in_context($users);
        $ids = [$this->learners[0]->id, $this->learners[1]->id];
        $this->assertEqualsCanonicalizing($ids, $users->get_userids());
        $rows = $DB->get_records('leerlandschap_answer', null, 'id');
        provider::delete_data_for_users(new approved_userlist($context, 'mod_leerlandschap', $ids));
        foreach ([0, 1] as $i) {
            $this->assertSame([], $this->exported($context, $meeting, $i));
            $this->assertCount(0, provider::get_contexts_for_userid((int) $this->learners[$i]->id));
        }
        $this->assertEquals($rows, $DB->get_records('leerlandschap_answer', null, 'id'));
        $this->assertSame(0, $DB->count_records('leerlandschap_presence') + $DB->count_records('leerlandschap_progress'));
        provider::delete_data_for_all_users_in_context($context);
        $this->assertSame(0, $DB->count_records('leerlandschap_answer'));
    }

    /**
     * Notes that only their author sees are exported for their author alone, and erased with everything else.
     */
    public function test_own_notes(): void {
        global $DB;

        $instance = $this->generator->create_instance(['course' => $this->course->id, 'format' => 'leerklimaat']);
        $meeting = $this->generator->create_meeting($instance);
        $context = context_module::instance($instance->cmid);
        foreach ([0, 1] as $i) {
            $this->generator->create_progress($meeting, $this->learners[$i], []);
            $author = new authorship($meeting, (int) $this->learners[$i]->id);
            $columns = [
                'prikkels' => $author->columns('prikkels', true),
                'uitslag' => ['audience' => 'author', 'authorid' => $this->learners[$i]->id, 'authorkey' => null],
            ];
            foreach ($columns as $step => $authorship) {
                $id = $this->generator->create_contribution($meeting, null, $step, 'note', ['text' => "$step $i"]);
                $DB->update_record('leerlandschap_contrib', (object) ($authorship + ['id' => $id]));
            }
        }
        foreach ([0, 1] as $i) {
            $texts = array_column($this->exported($context, $meeting, $i)['contributions'], 'text');
            $this->assertSame(["prikkels $i", "uitslag $i"], $texts);
        }
        $this->forget($context, 0);
        $fields = $DB->get_fieldset('leerlandschap_contrib', 'fields');
        $left = array_map(fn(string $json): string => json_decode($json)->text, $fields);
        $this->assertEqualsCanonicalizing(['prikkels 1', 'uitslag 1'], $left);
    }

    /**
     * Who sees to a goal is found, exported and erased like who does an action.
     */
    public function test_owner_of_a_goal(): void {
        global $DB;

        $instance = $this->generator->create_instance(['course' => $this->course->id, 'format' => 'open-leergesprek']);
        $meeting = $this->generator->create_meeting($instance);
        $owner = $this->learners[2];
        $goal = ['period' => 'jaar1', 'goal' => 'Meer vragen', 'owner_person' => $owner->id];
        $this->generator->create_contribution($meeting, null, 'vijfjarenplan', 'goal', $goal);
        $context = context_module::instance($instance->cmid);
        $this->assertEquals([$context->id], provider::get_contexts_for_userid((int) $owner->id)->get_contextids());
        $users = new userlist($context, 'mod_leerlandschap');
        provider::get_users_in_context($users);
        $this->assertEquals([$owner->id], $users->get_userids());
        $this->assertSame('Meer vragen', $this->exported($context, $meeting, 2)['actions'][0]['goal']);
        $this->forget($context, 2);
        $this->assertNull(json_decode($DB->get_field('leerlandschap_contrib', 'fields', []))->owner_person);
    }
}
