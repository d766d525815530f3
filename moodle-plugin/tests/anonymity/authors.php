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

/**
 * Who really gave which answer and wrote which text: what an attacker wants to know, and a test knows, by which it judges
 * what they guess.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class authors {
    /** @var int[] user ids, by what is asked, round and what was answered */
    private array $known = [];

    /** @var int[] user ids, by what they wrote */
    private array $texts = [];

    /** @var array[] true, by step and user id, of those who answered or wrote anything there */
    private array $steps = [];

    /**
     * Notes an answer. Later ones to the same take its place.
     *
     * @param int $userid who gave it
     * @param array $answer item, round, value, text and reason
     * @param string $step its step
     */
    public function note(int $userid, array $answer, string $step): void {
        $this->steps[$step][$userid] = true;
        $said = self::said($answer['value'] ?? null, $answer['text'] ?? '', $answer['reason'] ?? '');
        if ($said !== null) {
            $this->known["{$answer['item']}/{$answer['round']}/$said"] = $userid;
        }
    }

    /**
     * Notes a text that somebody wrote for the group.
     *
     * @param int $userid who wrote it
     * @param string $text the text
     * @param string $step its step
     */
    public function note_text(int $userid, string $text, string $step): void {
        $this->texts[$text] = $userid;
        $this->steps[$step][$userid] = true;
    }

    /**
     * Who gave an answer, or wrote a text.
     *
     * @param array $row row of leerlandschap_answer, or as texts() has it
     * @return int|null null where others can have given the same
     */
    public function of(array $row): ?int {
        if (isset($row['text'])) {
            return $this->texts[$row['text']] ?? null;
        }
        $said = self::said($row['value'], (string) $row['content'], (string) $row['reason']);
        return $said === null ? null : $this->known["{$row['subject']}/{$row['round']}/$said"] ?? null;
    }

    /**
     * Who answered or wrote anything in a step.
     *
     * @param string $step the step
     * @return bool[] true by user id
     */
    public function of_step(string $step): array {
        return $this->steps[$step] ?? [];
    }

    /**
     * The answers of a copy of which a test knows who gave them.
     *
     * @param dump $dump the copy
     * @return array[] rows, by id, in the order in which the database gave them
     */
    public function answers(dump $dump): array {
        return array_filter($dump->tables['leerlandschap_answer'], fn(array $row): bool => $this->of($row) !== null);
    }

    /**
     * The texts of a copy that are, or will be, the group's.
     *
     * @param dump $dump the copy
     * @return array[] rows of leerlandschap_contrib with text, in the order in which the database gave them
     */
    public function texts(dump $dump): array {
        $texts = array_filter($dump->tables['leerlandschap_contrib'], fn(array $row): bool => $row['audience'] !== 'author');
        $texts = array_map(function (array $row): array {
            $fields = json_decode($row['fields'], true);
            return ['text' => $fields['text'] ?? $fields['what'] ?? ''] + $row;
        }, $texts);
        return array_filter($texts, fn(array $row): bool => $this->of($row) !== null);
    }

    /**
     * What tells an answer from all others: a text, or a number that only one person chose.
     *
     * @param int|string|null $value the value
     * @param string $text the text
     * @param string $reason the reason
     * @return string|null null where nothing does
     */
    private static function said(int|string|null $value, string $text, string $reason): ?string {
        return match (true) {
            $reason !== '' => $reason,
            $text !== '' => $text,
            (int) $value >= self::TELLING => (string) $value,
            default => null,
        };
    }

    /** From which number on no two people of the tests choose the same. */
    public const TELLING = 20;
}
