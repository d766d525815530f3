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
 * Somebody with copies of the database, and without the server's disk, who wants to know whose answers are whose.
 *
 * They know who joined and who took part in which step, since that is no secret (docs/anonymity.md). What they find beyond
 * that is told; whether it is right is judged by the truth, so that what is alike by chance does not count.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class linking_attacker {
    /** From this length on two values are not alike by chance. */
    private const TELLING = 6;

    /** How unlikely guesses must be by chance before they count: one in e to this power. */
    private const SURPRISE = 16.0;

    /** How many standard deviations two orders go together before that counts; or nearly wholly, where these are many. */
    private const SIGMA = 6.5;

    /** How far two orders go together, from 0 to 1, that are nearly the same. */
    private const NEARLY = 0.95;

    /** The smallest number of people among whom somebody is hidden. */
    private const K = 3;

    /** What Moodle itself writes of whoever does anything, here or elsewhere; see "Not promised" in docs/anonymity.md. */
    private const OF_CORE = ['user' => ['lastaccess' => 0, 'lastip' => 0], 'user_lastaccess' => ['timeaccess' => 0]];

    /** What a row may say of the one person who did something, by what they did: table, and column. */
    private const PROMISED = [
        // Who joined everybody sees.
        'join' => [['leerlandschap_presence', null]],
        // A private note must outlive the meeting's secret, so it stands beside its author.
        'write for oneself' => [['leerlandschap_contrib', 'authorid']],
        // What they share then is theirs no more.
        'share' => [['leerlandschap_contrib', 'before']],
    ];

    /**
     * An attack on a meeting.
     *
     * @param played_meeting $meeting the meeting
     */
    public function __construct(
        /** @var played_meeting the meeting */
        private readonly played_meeting $meeting,
    ) {
    }

    /**
     * Looks for values of answers and texts that stand beside somebody anywhere, at any moment.
     *
     * @return string[] what was found
     */
    public function equal_values(): array {
        $found = [];
        $beside = $this->beside_people();
        foreach ($this->meeting->dumps as $moment => $dump) {
            foreach ($this->said($dump) as $kind => $rows) {
                foreach ($rows ? $beside : [] as $place => $values) {
                    foreach (array_keys(reset($rows)) as $column) {
                        $what = $this->judge($rows, $column, $values);
                        $what && $found[] = "$moment: $column of $kind stands in $place beside $what";
                    }
                }
            }
        }
        return array_unique($found);
    }

    /**
     * Lays the order of answers and texts beside every order of people that is stored anywhere, at any moment.
     *
     * While a round is open PostgreSQL keeps the order of writing, as docs/anonymity.md says; ids never do.
     *
     * @return string[] what was found
     */
    public function equal_orders(): array {
        $found = [];
        $people = array_map($this->orders_of_people(...), $this->meeting->dumps);
        foreach ($this->meeting->dumps as $moment => $dump) {
            $orders = $this->orders_of_said($dump, !str_ends_with($moment, 'open'));
            foreach ($people as $other => $places) {
                foreach ($places as $place => $ranks) {
                    foreach ($orders as $order => $groups) {
                        self::go_together($groups, $ranks) && $found[] = "$moment: $order go as $place ($other)";
                    }
                }
            }
        }
        return array_unique($found);
    }

    /**
     * Looks which rows of people change in the same moment as what one of them does.
     *
     * @return string[] what was found
     */
    public function equal_moments(): array {
        $found = [];
        foreach ($this->meeting->acts as [$what, $userid, $changes]) {
            $named = [];
            foreach ($changes as [$table, $before, $after]) {
                $ofcore = self::OF_CORE[$table] ?? [];
                if ($ofcore && $after && (!$before || !array_diff_assoc(array_diff_key($after, $ofcore), $before))) {
                    continue;
                }
                foreach (self::PROMISED[$what] ?? [] as [$promised, $column]) {
                    if ($table === $promised && $column === null) {
                        continue 2;
                    }
                    $before = $table === $promised && $column === 'before' ? null : $before;
                    if ($table === $promised && $column !== 'before') {
                        unset($before[$column], $after[$column]);
                    }
                }
                foreach ([$before, $after] as $row) {
                    foreach (dump::named($row ?? [], $this->meeting->people) as $id) {
                        $named[$table][$id] = true;
                    }
                }
            }
            foreach ($named as $table => $people) {
                // Whoever leads does things to all at once.
                $alone = isset($people[$userid]) || (!isset($this->meeting->people[$userid]) && count($people) < self::K);
                $owner = $table === 'leerlandschap_contrib' || $table === 'leerlandschap_action';
                if ($alone && !($owner && !isset($people[$userid]))) {
                    $found[] = "$what: $table names " . count($people);
                }
            }
        }
        return array_values(array_unique($found));
    }

    /**
     * Tells people by which steps they took part in, and keys by which steps they stand in, where one key stands in several.
     *
     * @return string[] what was found
     */
    public function equal_patterns(): array {
        $found = [];
        $steps = [];
        foreach ($this->meeting->dumps as $dump) {
            foreach ($dump->tables['leerlandschap_progress'] as $row) {
                $steps[(int) $row['userid']][$row['step']] = true;
            }
        }
        foreach ($this->meeting->dumps as $moment => $dump) {
            $patterns = [];
            foreach ($dump->tables['leerlandschap_answer'] as $row) {
                $patterns[$row['voterkey']][$row['step']] = true;
            }
            $asked = array_merge(...array_values($patterns));
            foreach ($patterns as $key => $pattern) {
                $like = array_filter($steps, fn(array $done): bool => array_intersect_key($done, $asked) == $pattern);
                $truly = array_filter($this->meeting->authors->answers($dump), fn(array $row): bool => $row['voterkey'] === $key);
                $author = $truly ? $this->meeting->authors->of(reset($truly)) : null;
                if ($like && count($like) < self::K && isset($like[$author]) && count($truly) > 1) {
                    $found[] = "$moment: a key stands in the steps that " . count($like) . ' took part in';
                }
            }
        }
        return array_unique($found);
    }

    /**
     * All values that stand beside one person alone.
     *
     * @return array[] true by value and user id, by table and column
     */
    private function beside_people(): array {
        $beside = [];
        foreach ($this->meeting->dumps as $dump) {
            foreach ($dump->tables as $table => $rows) {
                foreach ($table === 'leerlandschap_answer' ? [] : $rows as $row) {
                    $people = dump::named($row, $this->meeting->people);
                    foreach (count($people) === 1 ? $row : [] as $column => $value) {
                        // A row that says more than one thing in a column: each is a value.
                        foreach (self::values((string) $value) as $one) {
                            $beside["$table.$column"][$one][$people[0]] = true;
                        }
                    }
                }
            }
        }
        return $beside;
    }

    /**
     * What a column says: itself, and the words within it.
     *
     * @param string $text the column
     * @return string[]
     */
    private static function values(string $text): array {
        return $text === '' ? [] : array_unique([$text, ...preg_split('/[^\w:.-]+/', $text, -1, PREG_SPLIT_NO_EMPTY)]);
    }

    /**
     * Judges what a column of answers tells of their authors by standing beside people elsewhere.
     *
     * @param array[] $answers rows of which the author is known
     * @param string $column the column
     * @param array[] $values true by value and user id
     * @return string|null who was found, null for nobody
     */
    private function judge(array $answers, string $column, array $values): ?string {
        [$guesses, $hits, $expected] = [0, 0, 0.0];
        foreach ($answers as $row) {
            $could = $this->meeting->authors->of_step($row['step']);
            $said = (string) $row[$column];
            $told = array_intersect_key($values[$said] ?? [], $could);
            if (!$told || count($told) >= count($could)) {
                continue;
            }
            if (strlen($said) >= self::TELLING && count($told) < self::K) {
                return count($told) . ' people';
            }
            $guesses++;
            $hits += (int) isset($told[$this->meeting->authors->of($row)]);
            $expected += count($told) / count($could);
        }
        return $guesses && self::surprise($guesses, $hits, $expected) > self::SURPRISE ? "$hits of $guesses authors" : null;
    }

    /**
     * How surprising it is that guesses are right so often (Chernoff's bound).
     *
     * @param int $guesses how many
     * @param int $hits how many of them are right
     * @param float $expected how many would be so by chance
     * @return float minus the logarithm of a probability; 0 where they are no better than chance
     */
    private static function surprise(int $guesses, int $hits, float $expected): float {
        $chance = $expected / $guesses;
        $share = $hits / $guesses;
        if ($share <= $chance) {
            return 0.0;
        }
        $part = fn(float $p, float $q): float => $p > 0 ? $p * log($p / $q) : 0.0;
        return $guesses * ($part($share, $chance) + $part(1 - $share, 1 - $chance));
    }

    /**
     * What people have said.
     *
     * @param dump $dump the copy
     * @return array[] rows of which the author is known, by what they are
     */
    private function said(dump $dump): array {
        return ['answers' => $this->meeting->authors->answers($dump), 'texts' => $this->meeting->authors->texts($dump)];
    }

    /**
     * The authors of the answers to each question, and of the texts of each step, in every order in which these stand.
     *
     * @param dump $dump the copy
     * @param bool $asstored whether the order in which the database gives them is one
     * @return array[] lists of user ids, by order
     */
    private function orders_of_said(dump $dump, bool $asstored): array {
        $orders = [];
        foreach ($this->said($dump) as $kind => $rows) {
            foreach ([...($asstored ? ['as stored'] : []), ...array_keys(reset($rows) ?: [])] as $order) {
                $sorted = array_values($rows);
                $order === 'as stored' || usort($sorted, fn(array $a, array $b): int => $a[$order] <=> $b[$order]);
                foreach ($sorted as $row) {
                    $asked = $row['subject'] ?? $row['step'];
                    $orders["$kind by $order"]["$asked/" . ($row['round'] ?? '')][] = $this->meeting->authors->of($row);
                }
            }
        }
        return $orders;
    }

    /**
     * Every order in which rows of people stand.
     *
     * @param dump $dump the copy
     * @return array[] ranks by user id, by table and column
     */
    private function orders_of_people(dump $dump): array {
        $orders = [];
        foreach ($dump->tables as $table => $rows) {
            $firsts = [];
            foreach ($table === 'leerlandschap_answer' ? [] : array_values($rows) as $place => $row) {
                $people = dump::named($row, $this->meeting->people);
                if (count($people) === 1) {
                    foreach (array_diff_key($row, self::OF_CORE[$table] ?? []) + ['as stored' => $place] as $column => $value) {
                        $numeric = is_numeric($value) && !isset($firsts[$column][$people[0]]);
                        $numeric && $firsts[$column][$people[0]] = (float) $value;
                    }
                }
            }
            foreach ($firsts as $column => $ranks) {
                count(array_unique($ranks)) >= 5 && $orders["$table.$column"] = $ranks;
            }
        }
        return $orders;
    }

    /**
     * Whether what was said goes together with an order of people, more than chance would have it (Kendall's tau).
     *
     * @param array[] $groups lists of user ids
     * @param float[] $ranks by user id
     * @return bool
     */
    private static function go_together(array $groups, array $ranks): bool {
        [$sum, $pairs, $spread] = [0, 0, 0.0];
        foreach ($groups as $authors) {
            $known = array_values(array_filter($authors, fn(int $id): bool => isset($ranks[$id])));
            $n = count($known);
            foreach ($known as $i => $one) {
                for ($j = $i + 1; $j < $n; $j++) {
                    $sum += $ranks[$known[$j]] <=> $ranks[$one];
                }
            }
            $pairs += intdiv($n * ($n - 1), 2);
            $spread += $n * ($n - 1) * (2 * $n + 5) / 18;
        }
        return $pairs >= 60 && abs($sum) > min(self::SIGMA * sqrt($spread), self::NEARLY * $pairs);
    }
}
