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

namespace mod_leerlandschap\anonymity;

defined('MOODLE_INTERNAL') || die();

require_once(__DIR__ . '/played_meeting_testcase.php');

use stdClass;

/**
 * What is hidden has no part in what anybody is told: two groups meet twice, alike in all but what is not to be known, and
 * everything that can be read is the same, word for word. So no sum, difference or comparison of anything tells it.
 *
 * What is not to be known: results under k, or before their reveal; notes before theirs, and private ones; dots of few;
 * reasons of few; how those moved who answered one of two rounds; how two questions go together for few; and of what is
 * shown, who said which.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \mod_leerlandschap\local\tally
 * @covers \mod_leerlandschap\local\room_builder
 * @covers \mod_leerlandschap\local\report\activity_report
 * @covers \mod_leerlandschap\local\report\meeting_report
 * @covers \mod_leerlandschap\local\report\export\results
 */
final class interference_test extends played_meeting_testcase {
    /** 21 November 2025. */
    private const NOW = 1763750000;

    /** How many learners a group has. The last one joins, and does nothing. */
    private const SIZE = 7;

    /** @var int[] the groups */
    private array $groups = [];

    /** @var string[] what was read, by moment, reader and place */
    private array $read = [];

    /** @var bool whether results under k are told, as by a mistake */
    private bool $broken = false;

    /**
     * Makes the people.
     */
    private function begin(): void {
        $this->mock_clock_with_frozen(self::NOW);
        $this->create_everything([], 2 * self::SIZE);
    }

    /**
     * Makes a course with both groups, and an activity in it: the same as every other, but for ids.
     */
    private function create_course(): void {
        $generator = $this->getDataGenerator();
        $this->course = $generator->create_course(['fullname' => 'Course', 'shortname' => (string) random_int(10 ** 6, 10 ** 9)]);
        $this->groups = [];
        $generator->enrol_user($this->trainer->id, $this->course->id, 'teacher');
        foreach (['Noord', 'Zuid'] as $i => $name) {
            $group = $generator->create_group(['courseid' => $this->course->id, 'name' => $name]);
            $this->groups[] = (int) $group->id;
            groups_add_member($group, $this->trainer);
            foreach (array_slice($this->learners, $i * self::SIZE, self::SIZE) as $user) {
                $generator->enrol_user($user->id, $this->course->id, 'student');
                groups_add_member($group, $user);
            }
        }
        $this->create_activity(['format' => 'everything', 'groupmode' => SEPARATEGROUPS, 'name' => 'Activity'], 0);
    }

    /**
     * Lets both groups meet in a course of its own. Who takes part in what is no secret, and always the same.
     *
     * @param int[] $order who of five people says which of five things
     * @param int $secret makes what is not to be known
     * @return array what was read, and what changed in the tables of the site
     */
    private function meet(array $order, int $secret): array {
        $this->read = [];
        $this->create_course();
        $before = dump::take();
        foreach ($this->groups as $i => $group) {
            $people = array_slice($this->learners, $i * self::SIZE, self::SIZE);
            foreach ($people as $user) {
                $this->run_as($user, ['type' => 'join'], $group);
            }
            $there = array_slice($people, 0, -1);
            $this->statements($group, $there, $order, $secret);
            $this->few($group, $there, $secret);
            $this->unrevealed($group, $there, $secret);
        }
        $this->look('under way');
        foreach ($this->groups as $group) {
            $this->run_as($this->trainer, ['type' => 'close', 'from' => 'ask'], $group);
        }
        $this->look('closed');
        return [$this->read, $this->changed($before, dump::take())];
    }

    /**
     * Statements in two rounds. Of the second statement two people choose, and in the second round of the first one
     * somebody else stays out than in the first round, so that nobody is told how they moved.
     *
     * @param int $group the group
     * @param stdClass[] $people six people
     * @param int[] $order who says what
     * @param int $secret makes what is not to be known
     */
    private function statements(int $group, array $people, array $order, int $secret): void {
        $this->run_as($this->trainer, ['type' => 'go_to', 'from' => '@start', 'to' => 'vote'], $group);
        foreach (array_slice($people, 0, 5) as $i => $user) {
            $reason = $order[$i] < 2 ? "Reden van weinigen $secret" : '';
            $this->run_as($user, ['reason' => $reason] + self::answer('s1', 1 + $order[$i]), $group);
        }
        $second = $order[0] < $order[1] ? [0, 1] : [1, 0];
        foreach (array_slice($people, 0, 2) as $i => $user) {
            $answer = self::answer('s2', 1 + ($second[$i] + $secret) % 5);
            $this->run_as($user, ['reason' => "Onder k $secret"] + $answer, $group);
        }
        $group === $this->groups[0] && $this->look('before the reveal');
        $this->run_as($this->trainer, self::round('open', 'revealed', 1, [], 'vote'), $group);
        $this->broken && $this->tell_all($group);
        $this->run_as($this->trainer, self::round('none', 'open', 2, ['s1', 's2'], 'vote'), $group);
        // All moved alike, or not: the numbers of the round are the same.
        $moved = $secret % 2 ? [2, 3, 4, 5, 1] : [5, 1, 4, 3, 2];
        foreach (array_slice($people, 1) as $i => $user) {
            $this->run_as($user, ['round' => 2] + self::answer('s1', $moved[$order[$i]]), $group);
        }
        $this->run_as($this->trainer, self::round('open', 'revealed', 2, [], 'vote'), $group);
    }

    /**
     * Dots of two people, and private notes.
     *
     * @param int $group the group
     * @param stdClass[] $people six people
     * @param int $secret makes what is not to be known
     */
    private function few(int $group, array $people, int $secret): void {
        $this->run_as($this->trainer, ['type' => 'go_to', 'from' => 'vote', 'to' => 'own'], $group);
        foreach (array_slice($people, 0, 3) as $i => $user) {
            $fields = ['column' => 'mine', 'text' => "Alleen voor mij $secret"];
            $this->run_as($user, self::written(10 + $i, 'own', 'note', $fields), $group);
        }
        $this->run_as($this->trainer, ['type' => 'go_to', 'from' => 'own', 'to' => 'show'], $group);
        foreach ([1, 2] as $number) {
            $fields = ['column' => 'all', 'text' => "Voor iedereen $number"];
            $this->run_as($this->trainer, self::written($number, 'show', 'note', $fields), $group);
        }
        $this->run_as($this->trainer, self::round('none', 'open', 1, [], 'show'), $group);
        foreach (array_slice($people, 0, 2) as $user) {
            $note = self::written(1 + $secret % 2, 'show', 'note', [])['id'];
            $this->run_as($user, self::answer("show:$note", 1), $group);
        }
        $this->run_as($this->trainer, self::round('open', 'revealed', 1, [], 'show'), $group);
    }

    /**
     * Notes and questions whose reveal does not come.
     *
     * @param int $group the group
     * @param stdClass[] $people six people
     * @param int $secret makes what is not to be known
     */
    private function unrevealed(int $group, array $people, int $secret): void {
        $this->run_as($this->trainer, ['type' => 'go_to', 'from' => 'show', 'to' => 'write'], $group);
        foreach ($people as $i => $user) {
            $fields = ['column' => $secret % 2 ? 'up' : 'down', 'text' => "Nog niet te lezen $secret"];
            $this->run_as($user, self::written(20 + $i, 'write', 'note', $fields), $group);
        }
        $this->run_as($this->trainer, ['type' => 'go_to', 'from' => 'write', 'to' => 'ask'], $group);
        foreach ($people as $i => $user) {
            $this->run_as($user, self::answer('q1', 1 + ($i * $secret) % 5), $group);
            $this->run_as($user, self::answer('q4', $secret + $i), $group);
            $this->run_as($user, ['text' => "Woord $secret", 'choices' => []] + self::answer('q5', null), $group);
            $this->run_as($user, ['type' => 'took_part', 'step' => 'ask'], $group);
        }
    }

    /**
     * Puts into the result of the round what a plugin would that told of fewer than k.
     *
     * @param int $group the group
     */
    private function tell_all(int $group): void {
        global $DB;

        $where = ['leerlandschapid' => $this->cm->instance, 'groupid' => $group];
        $meetingid = $DB->get_field('leerlandschap_meeting', 'id', $where);
        $round = $DB->get_record('leerlandschap_round', ['meetingid' => $meetingid, 'step' => 'vote', 'round' => 1]);
        $values = $DB->get_fieldset_select('leerlandschap_answer', 'value', "meetingid = ? AND subject = 's2'", [$meetingid]);
        $results = json_decode($round->results, true);
        $results[1] = ['item' => 's2', 'agreement' => 10 * array_sum($values)] + $results[0];
        $DB->set_field('leerlandschap_round', 'results', json_encode($results), ['id' => $round->id]);
    }

    /**
     * Reads everything as everybody who could.
     *
     * @param string $moment when that is
     */
    private function look(string $moment): void {
        $readers = [
            'learner of Noord' => $this->learners[self::SIZE - 1], 'learner of Zuid' => end($this->learners),
            'trainer' => $this->trainer, 'manager' => get_admin(),
        ];
        foreach ($readers as $who => $user) {
            foreach ($this->readings_of($user, array_combine(['Noord', 'Zuid'], $this->groups)) as $where => $text) {
                $this->read["$moment: $where, by the $who"] = self::without_ids($text);
            }
        }
    }

    /**
     * A text without what is another in every activity: ids, keys, tokens.
     *
     * @param string $text the text
     * @param array $kept true by number that stays
     * @return string
     */
    private static function without_ids(string $text, array $kept = []): string {
        $text = preg_replace('/(?<![0-9a-f])[0-9a-f]{32,}(?![0-9a-f])/', '*', $text);
        // Courses, contexts and modules of a young site have small ids.
        $names = 'course|courseid|contextid|contextinstanceid|instanceid|coursemodule|cmid|module|section|sectionid|path';
        $text = preg_replace('/(?:"(?:' . $names . ')\\\\*":\\\\*"?|view\.php\?id=)\K[\d\/\\\\]+/', '#', $text);
        return preg_replace_callback(
            '/(?<![0-9-])\d{5,}/',
            fn(array $found): string => isset($kept[$found[0]]) ? $found[0] : '#',
            $text
        );
    }

    /**
     * What changed in the tables of the site, people by their ids, all other ids and keys left out, in no order.
     *
     * @param dump $before before
     * @param dump $after after
     * @return array[] rows as texts, by table
     */
    private function changed(dump $before, dump $after): array {
        $people = array_fill_keys(array_column([$this->trainer, ...$this->learners], 'id'), true);
        $changed = [];
        foreach ($before->changes($after) as [$table, $old, $new]) {
            unset($old['id'], $new['id']);
            $changed[$table][] = self::without_ids(json_encode([$old !== null, $new], JSON_PARTIAL_OUTPUT_ON_ERROR), $people);
        }
        array_walk($changed, fn(array &$rows) => sort($rows));
        ksort($changed);
        return $changed;
    }

    /**
     * Which texts are not the same.
     *
     * @param array $one texts by where
     * @param array $other texts by where
     * @return string[][] by where: both, from shortly before the first difference on
     */
    private static function different(array $one, array $other): array {
        $different = [];
        foreach (array_unique([...array_keys($one), ...array_keys($other)]) as $where) {
            $texts = [$one[$where] ?? '', $other[$where] ?? ''];
            if ($texts[0] !== $texts[1]) {
                $alike = strspn($texts[0] ^ $texts[1], "\0");
                $different[$where] = array_map(fn(string $text): string => substr($text, max(0, $alike - 60), 120), $texts);
            }
        }
        return $different;
    }

    /**
     * Nothing that anybody reads depends on what is hidden, nor does anything in Moodle's own tables.
     */
    public function test_nothing_depends_on_what_is_hidden(): void {
        $this->begin();
        [$read, $tables] = $this->meet([0, 1, 2, 3, 4], 21);
        [$same, $also] = $this->meet([3, 0, 4, 1, 2], 34);
        $this->assertGreaterThan(250, count($read));
        $this->assertSame([], self::different($read, $same));
        // These hold it; who could read it there is not told whose it is.
        $ours = array_flip(['leerlandschap_answer', 'leerlandschap_contrib']);
        $this->assertArrayHasKey('logstore_standard_log', $tables);
        $this->assertArrayHasKey('grade_grades_history', $tables);
        $this->assertSame(array_diff_key($tables, $ours), array_diff_key($also, $ours));
    }

    /**
     * After closing no table whatsoever depends on who said what.
     */
    public function test_no_table_depends_on_who_said_what(): void {
        $this->begin();
        [, $tables] = $this->meet([0, 1, 2, 3, 4], 21);
        [, $same] = $this->meet([4, 2, 0, 3, 1], 21);
        $private = fn(array $tables): array => preg_grep('/Alleen voor mij/', $tables['leerlandschap_contrib']);
        $this->assertCount(6, $private($tables), 'private notes stand beside their authors, as is promised');
        foreach ([&$tables, &$same] as &$one) {
            $one['leerlandschap_contrib'] = array_values(array_diff($one['leerlandschap_contrib'], $private($one)));
        }
        unset($one);
        $this->assertSame($tables, $same);
        $this->assertGreaterThan(60, count($tables['leerlandschap_answer']));
    }

    /**
     * A plugin that told results under k would be found out, in rooms, reports and exports.
     */
    public function test_finds_what_is_told(): void {
        $this->begin();
        $this->broken = true;
        [$read] = $this->meet([0, 1, 2, 3, 4], 21);
        [$other] = $this->meet([0, 1, 2, 3, 4], 34);
        $different = self::different($read, $other);
        $places = [
            'room in Noord, by the learner of Noord', 'report service in Noord, by the trainer', 'report page', 'export of results',
        ];
        foreach ($places as $where) {
            $this->assertNotSame([], preg_grep('~^closed: ' . preg_quote($where) . '~', array_keys($different)), $where);
        }
        $this->assertSame([], preg_grep('~^before the reveal~', array_keys($different)));
    }
}
