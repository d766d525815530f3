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

require_once(__DIR__ . '/linking_attacker.php');
require_once(__DIR__ . '/pairing_attacker.php');
require_once(__DIR__ . '/played_meeting_testcase.php');

/**
 * Nobody finds out of a hidden meeting whose answers are whose, nor after closing which are of one person, from copies of
 * the database of any moment without the disk. What would tell them is planted, and found.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \mod_leerlandschap\local\keyring
 * @covers \mod_leerlandschap\local\voter
 * @covers \mod_leerlandschap\local\settling
 * @covers \mod_leerlandschap\local\unlinking
 */
final class linking_test extends played_meeting_testcase {
    /**
     * What the test stands on: the meeting was played, and the attackers have something to look at.
     */
    public function test_played(): void {
        $played = $this->played();
        $moments = array_keys($played->dumps);
        $this->assertSame(['questions open', 'notes open', 'round 1 open', 'round 1 revealed'], array_slice($moments, 0, 4));
        foreach (['before closing', 'closed', 'after cron'] as $moment) {
            $answers = $played->authors->answers($played->dumps[$moment]);
            // Two questions, two statements in two rounds, two sections of a summary: of eight people.
            $this->assertCount(8 * 8, $answers, $moment);
            $this->assertNotSame([], $played->dumps[$moment]->tables['logstore_standard_log']);
            $this->assertNotSame([], $played->dumps[$moment]->tables['grade_grades_history']);
        }
    }

    /**
     * Nothing that stands with an answer stands beside somebody.
     */
    public function test_equal_values(): void {
        $this->assertSame([], (new linking_attacker($this->played()))->equal_values());
    }

    /**
     * No order of answers is one of people.
     */
    public function test_equal_orders(): void {
        $this->assertSame([], (new linking_attacker($this->played()))->equal_orders());
    }

    /**
     * Nothing names somebody at the moment at which they answer or write.
     */
    public function test_equal_moments(): void {
        $this->assertSame([], (new linking_attacker($this->played()))->equal_moments());
    }

    /**
     * Whoever leaves out a step is not known by that in others.
     */
    public function test_equal_patterns(): void {
        $this->assertSame([], (new linking_attacker($this->played()))->equal_patterns());
    }

    /**
     * What would tell somebody is found: a key in a log.
     */
    public function test_finds_a_key_in_a_log(): void {
        $played = $this->played();
        [$answer, $userid] = $this->some_answer($played, 'closed');
        $this->plant($played, 'closed', 'logstore_standard_log', [
            'userid' => $userid, 'other' => json_encode(['voterkey' => $answer['voterkey']]),
        ]);
        $found = (new linking_attacker($played))->equal_values();
        $this->assert_found('voterkey of answers stands in logstore_standard_log.other', $found);
    }

    /**
     * Somebody's words beside their grade.
     */
    public function test_finds_words_beside_a_grade(): void {
        $played = $this->played();
        [$answer, $userid] = $this->some_answer($played, 'closed');
        $feedback = 'You said: ' . ($answer['reason'] ?? $answer['content'] ?? $answer['value']);
        $this->plant($played, 'after cron', 'grade_grades_history', ['userid' => $userid, 'feedback' => $feedback]);
        $this->assert_found('stands in grade_grades_history.feedback', (new linking_attacker($played))->equal_values());
    }

    /**
     * Numbers that are too small to tell by themselves, where they are right too often.
     */
    public function test_finds_small_numbers(): void {
        $played = $this->played();
        foreach ($played->authors->answers($played->dumps['closed']) as $row) {
            if ($row['subject'] === 'q4') {
                $userid = $played->authors->of($row);
                $this->plant($played, 'before closing', 'user_preferences', ['userid' => $userid, 'value' => (int) $row['value']]);
            }
        }
        $this->assert_found('value of answers stands in user_preferences.value', (new linking_attacker($played))->equal_values());
    }

    /**
     * Answers that were stored anew in the order of joining, by their ids or in the table alone.
     */
    public function test_finds_an_order(): void {
        foreach (['id', 'as stored'] as $which) {
            $played = $this->played();
            $joined = array_flip(array_column($played->dumps['closed']->tables['leerlandschap_presence'], 'userid'));
            $this->change_answers($played, 'closed', function (array $rows) use ($played, $joined, $which): array {
                usort($rows, fn(array $a, array $b): int => $joined[(string) $played->authors->of($a)]
                    <=> $joined[(string) $played->authors->of($b)]);
                foreach ($which === 'id' ? array_keys($rows) : [] as $place) {
                    $rows[$place]['id'] = (string) (100 + $place);
                }
                return $rows;
            });
            $found = (new linking_attacker($played))->equal_orders();
            $this->assert_found("closed: answers by $which go as leerlandschap_presence.id", $found);
        }
    }

    /**
     * A row that names somebody as they answer.
     */
    public function test_finds_a_moment(): void {
        $played = $this->played();
        foreach ($played->acts as $i => [$what, $userid]) {
            if ($what === 'answer') {
                $played->acts[$i][2][] = ['leerlandschap_progress', null, ['id' => '1', 'userid' => (string) $userid]];
                break;
            }
        }
        $found = (new linking_attacker($played))->equal_moments();
        $this->assertSame(['answer: leerlandschap_progress names 1'], $found);
    }

    /**
     * One key for all steps, as there was once: whoever leaves out a step is known by it.
     */
    public function test_finds_a_pattern(): void {
        $played = $this->played();
        $this->change_answers($played, 'before closing', function (array $rows) use ($played): array {
            $known = array_map(fn(array $row): array => ['voterkey' => 'of' . $played->authors->of($row)] + $row, $rows);
            $others = array_map(fn(int $userid): array => [
                'voterkey' => "of$userid", 'step' => self::LEFT_OUT, 'value' => '1', 'content' => null, 'reason' => null,
            ] + reset($rows), array_keys($played->authors->of_step(self::LEFT_OUT)));
            return [...$known, ...$others];
        });
        $this->assert_found('a key stands in the steps that 1 took part in', (new linking_attacker($played))->equal_patterns());
    }

    /**
     * Two answers of one person after closing: by one key, by keys that begin alike, by ids and places side by side. Before
     * closing answers in one step are known to be of one person, as docs/anonymity.md says.
     */
    public function test_finds_pairs(): void {
        $played = $this->played();
        $before = new pairing_attacker($played->dumps['before closing'], $played->authors);
        $this->assertSame(['voterkey is the same', 'voterkey is near'], $before->attack());
        $keys = [
            'voterkey is the same' => fn(int $author, array $row): array => ['voterkey' => md5((string) $author)] + $row,
            'id is near' => fn(int $author, array $row): array => ['id' => (string) (1000 * $author + random_int(0, 999))] + $row,
        ];
        $keys['voterkey is near'] = fn(int $author, array $row): array => [
            'voterkey' => substr(md5((string) $author), 0, 4) . $row['voterkey'],
        ] + $row;
        foreach ($keys as $expected => $change) {
            $played = $this->played();
            $this->change_answers($played, 'closed', fn(array $rows): array => array_map(
                fn(array $row): array => $change((int) $played->authors->of($row), $row),
                $rows
            ));
            $this->assert_found($expected, (new pairing_attacker($played->dumps['closed'], $played->authors))->attack());
        }
        $played = $this->played();
        $this->change_answers($played, 'closed', function (array $rows) use ($played): array {
            usort($rows, fn(array $a, array $b): int => $played->authors->of($a) <=> $played->authors->of($b));
            return $rows;
        });
        $this->assert_found('stored near', (new pairing_attacker($played->dumps['closed'], $played->authors))->attack());
    }

    /**
     * Asserts that something was found.
     *
     * @param string $what what
     * @param string[] $found all that was found
     */
    private function assert_found(string $what, array $found): void {
        $this->assertNotSame([], array_filter($found, fn(string $one): bool => str_contains($one, $what)), json_encode($found));
    }

    /**
     * An answer, and who gave it.
     *
     * @param played_meeting $played the meeting
     * @param string $moment when
     * @return array row and user id
     */
    private function some_answer(played_meeting $played, string $moment): array {
        $answers = $played->authors->answers($played->dumps[$moment]);
        $answer = current(array_filter($answers, fn(array $row): bool => $row['subject'] === 's1'));
        return [$answer, $played->authors->of($answer)];
    }

    /**
     * Puts a row into a copy of the database.
     *
     * @param played_meeting $played the meeting
     * @param string $moment of when the copy is
     * @param string $table the table
     * @param array $row the row
     */
    private function plant(played_meeting $played, string $moment, string $table, array $row): void {
        $played->dumps[$moment] = clone $played->dumps[$moment];
        $played->dumps[$moment]->tables[$table][] = $row;
    }

    /**
     * Changes the answers in a copy of the database.
     *
     * @param played_meeting $played the meeting
     * @param string $moment of when the copy is
     * @param callable $change gets those of which the test knows the author, and gives others in the place of all
     */
    private function change_answers(played_meeting $played, string $moment, callable $change): void {
        $played->dumps[$moment] = clone $played->dumps[$moment];
        $answers = $played->authors->answers($played->dumps[$moment]);
        $played->dumps[$moment]->tables['leerlandschap_answer'] = array_values($change($answers));
    }

    /**
     * After closing no two answers are known to be of one person.
     */
    public function test_pairs(): void {
        $played = $this->played();
        foreach (['closed', 'after cron'] as $moment) {
            $this->assertSame([], (new pairing_attacker($played->dumps[$moment], $played->authors))->attack(), $moment);
        }
    }
}
