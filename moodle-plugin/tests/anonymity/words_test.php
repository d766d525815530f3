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

/**
 * No answer, key or word that is not to be read stands in anything that anybody reads: replies, published rooms, reports,
 * exports, logs, events, histories of grades, backups.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \mod_leerlandschap\local\room_builder
 * @covers \mod_leerlandschap\local\report\activity_report
 * @covers \mod_leerlandschap\local\report\meeting_report
 * @covers \mod_leerlandschap\local\copying\copied_meeting
 */
final class words_test extends played_meeting_testcase {
    /** Tables of the plugin. All others are Moodle's: logs, grades, calendars, tasks, messages. */
    private const OURS = 'leerlandschap';

    /**
     * The last of these tests is over.
     */
    public static function tearDownAfterClass(): void {
        self::forget();
        parent::tearDownAfterClass();
    }

    /**
     * Words that people said and that the group was not shown at a moment, each with where they stand.
     *
     * @param played_meeting $played the meeting
     * @param string $moment the moment
     * @return string[] by what they are
     */
    private function unspoken(played_meeting $played, string $moment): array {
        $dump = $played->dumps[$moment];
        $words = $played->secrets;
        $shown = [];
        foreach ($dump->tables['leerlandschap_round'] as $row) {
            $shown["{$row['step']}/{$row['round']}"] = $row['phase'] === 'revealed';
        }
        foreach ($dump->tables['leerlandschap_answer'] as $id => $row) {
            $words["id of answer $id"] = (string) $id;
            $words["key of answer $id"] = $row['voterkey'];
            $open = empty($shown["{$row['step']}/{$row['round']}"]);
            foreach ($open ? ['reason', 'content'] : [] as $column) {
                $words["$column of answer $id"] = (string) $row[$column];
            }
        }
        foreach ($dump->tables['leerlandschap_contrib'] as $id => $row) {
            $words["key of note $id"] = (string) $row['authorkey'];
            $words["text of note $id"] = $row['audience'] === 'group' ? '' : (json_decode($row['fields'])->text ?? '');
        }
        foreach ($dump->tables['leerlandschap_pending'] as $id => $row) {
            $words["key of step $id"] = $row['partkey'];
        }
        return array_filter($words, fn(string $word): bool => $word !== '');
    }

    /**
     * Which words stand where.
     *
     * @param string[] $words by what they are
     * @param string[] $texts by where
     * @return string[]
     */
    private static function found(array $words, array $texts): array {
        $found = [];
        foreach ($texts as $where => $text) {
            foreach ($words as $what => $word) {
                // Within a longer number another number is nothing.
                $stands = str_contains($text, $word)
                    && (!ctype_digit($word) || preg_match("/(?<!\d)$word(?!\d)/", $text));
                $stands && $found[] = "$what in $where";
            }
        }
        return $found;
    }

    /**
     * In no reply, report or export, of whoever reads.
     */
    public function test_readings(): void {
        $played = $this->played();
        $this->assertGreaterThan(5, count($played->texts));
        foreach ($played->texts as $moment => $texts) {
            $words = $this->unspoken($played, $moment);
            $this->assertGreaterThan(30, count($texts), $moment);
            $this->assertGreaterThan(20, count($words), $moment);
            $this->assertSame([], self::found($words, $texts), $moment);
        }
        // What was shown is there: the readings are no empty pages.
        $all = implode(' ', $played->texts['closed']);
        foreach ($played->authors->answers($played->dumps['closed']) as $row) {
            $row['subject'] === 's1' && $this->assertStringContainsString($row['reason'], $all);
        }
    }

    /**
     * In no table of Moodle's: neither logs and events nor grades and their histories, tasks, messages or calendars. Nothing
     * that was answered or written stands there, shown or not, but what people are to do.
     */
    public function test_tables_of_moodle(): void {
        $played = $this->played();
        foreach ($played->dumps as $moment => $dump) {
            $words = array_diff_key($this->unspoken($played, $moment), ['secret' => '']);
            foreach ($played->authors->answers($dump) as $id => $row) {
                $words["reason of answer $id"] = (string) $row['reason'];
                $words["text of answer $id"] = (string) $row['content'];
            }
            $this->assertSame([], self::found(array_filter($words), $this->others($dump)), $moment);
        }
    }

    /**
     * What a copy holds besides the plugin's own tables.
     *
     * @param dump $dump the copy
     * @return string[] rows, by table
     */
    private function others(dump $dump): array {
        $ofmoodle = fn(string $table): bool => !str_starts_with($table, self::OURS);
        $others = array_filter($dump->tables, $ofmoodle, ARRAY_FILTER_USE_KEY);
        return array_map(fn(array $rows): string => json_encode($rows, JSON_PARTIAL_OUTPUT_ON_ERROR), array_filter($others));
    }

    /**
     * In no backup: neither keys nor ids, nor what only its author sees. Reasons are in one, as docs/anonymity.md says,
     * but beside no name.
     */
    public function test_backups(): void {
        $played = $this->played();
        $this->assertCount(3, $played->backups);
        foreach ($played->backups as $moment => $text) {
            $words = array_filter(
                $this->unspoken($played, $moment),
                fn(string $what): bool => !preg_match('/^(reason|content) of|^text of note/', $what),
                ARRAY_FILTER_USE_KEY
            );
            $this->assertSame([], self::found($words, [$text]), $moment);
            foreach (simplexml_load_string($text)->xpath('//answers/answer') as $answer) {
                $this->assertSame([], dump::named((array) $answer, $played->people), $moment);
            }
        }
    }

    /**
     * What stands where it must not is found.
     */
    public function test_finds_words(): void {
        $played = $this->played();
        $dump = $played->dumps['round 1 open'];
        $words = $this->unspoken($played, 'round 1 open');
        foreach (['key of answer', 'reason of answer', 'private note', 'secret'] as $kind) {
            $what = current(array_filter(array_keys($words), fn(string $what): bool => str_starts_with($what, $kind)));
            $texts = ['a log' => json_encode(['other' => "x $words[$what] y"])];
            $this->assertContains("$what in a log", self::found($words, $texts), $kind);
        }
        $dump = clone $dump;
        $dump->tables['logstore_standard_log'][] = ['userid' => '1', 'other' => $words[$what]];
        $this->assertSame(["$what in logstore_standard_log"], self::found([$what => $words[$what]], $this->others($dump)));
    }
}
