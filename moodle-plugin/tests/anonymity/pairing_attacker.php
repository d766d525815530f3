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
 * Somebody with a copy of the database who wants to know which answers are of one person, whoever that is.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class pairing_attacker {
    /** From so many signs on the beginnings of two keys are not alike by chance. */
    private const ALIKE = 6;

    /** How many standard deviations a guess is better than chance before it counts. */
    private const SIGMA = 6.0;

    /** How often authors are dealt out anew to see what chance does. */
    private const DEALS = 200;

    /** @var array[] rows of which a test knows the author */
    private readonly array $answers;

    /** @var int[] their authors, in the same order */
    private readonly array $authors;

    /**
     * An attack on a copy.
     *
     * @param dump $dump the copy
     * @param authors $authors who gave which answer
     */
    public function __construct(dump $dump, authors $authors) {
        $this->answers = array_values($authors->answers($dump));
        $this->authors = array_map($authors->of(...), $this->answers);
    }

    /**
     * Looks for pairs.
     *
     * @return string[] what was found
     */
    public function attack(): array {
        $found = [];
        foreach (array_keys($this->answers[0]) as $column) {
            $this->shares($column) && $found[] = "$column is the same";
            $this->stands_near($column) && $found[] = "$column is near";
        }
        $this->stands_near(null) && $found[] = 'stored near';
        return $found;
    }

    /**
     * Whether answers of one person to different questions share something, be it the beginning of it.
     *
     * @param string $column the column
     * @return bool
     */
    private function shares(string $column): bool {
        [$same, $pairs] = [0, 0];
        foreach ($this->answers as $i => $one) {
            foreach (array_slice($this->answers, $i + 1, null, true) as $j => $other) {
                $asked = $one['subject'] === $other['subject'] && $one['round'] === $other['round'];
                [$a, $b] = [(string) $one[$column], (string) $other[$column]];
                if (!$asked && strlen($a) >= self::ALIKE && strncmp($a, $b, self::ALIKE) === 0) {
                    $pairs++;
                    $same += (int) ($this->authors[$i] === $this->authors[$j]);
                }
            }
        }
        // Of nine people one pair in nine is so by chance.
        return $pairs >= 3 && $same / $pairs > 0.5;
    }

    /**
     * Whether answers of one person stand nearer to one another than chance puts them.
     *
     * @param string|null $column the column by which they are put into order, null for that of the database
     * @return bool
     */
    private function stands_near(?string $column): bool {
        $order = array_keys($this->answers);
        $column === null || usort($order, fn(int $a, int $b): int => $this->answers[$a][$column] <=> $this->answers[$b][$column]);
        $authors = array_map(fn(int $i): int => $this->authors[$i], $order);
        $chance = [];
        for ($i = 0; $i < self::DEALS; $i++) {
            $dealt = $authors;
            shuffle($dealt);
            $chance[] = self::neighbours($dealt);
        }
        $mean = array_sum($chance) / self::DEALS;
        $spread = sqrt(array_sum(array_map(fn(int $n): float => ($n - $mean) ** 2, $chance)) / self::DEALS);
        return self::neighbours($authors) > $mean + self::SIGMA * max(1.0, $spread);
    }

    /**
     * How often one person has two answers behind one another, or one apart.
     *
     * @param int[] $authors user ids, in an order
     * @return int
     */
    private static function neighbours(array $authors): int {
        $count = 0;
        for ($i = 0; $i < count($authors) - 2; $i++) {
            $count += ($authors[$i] === $authors[$i + 1]) + ($authors[$i] === $authors[$i + 2]);
        }
        return $count;
    }
}
