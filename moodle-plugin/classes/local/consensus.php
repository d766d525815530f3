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

namespace mod_leerlandschap\local;

/**
 * How far a group agrees on one item: Leik's ordinal consensus, and the class it falls in.
 *
 * D = 2·Σ min(F_i, n − F_i) / (n·(K − 1)) over the cumulative counts F_i of the first K − 1 points
 * (R. K. Leik, "A measure of ordinal consensus", Pacific Sociological Review 9, 1966); agreement is
 * C = 1 − D. The three quarters of consensus follow I. R. Diamond et al., Journal of Clinical
 * Epidemiology 67, 2014. All arithmetic is on integers, so that both hosts agree to the last digit.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class consensus {
    /** @var int[] answers per point, from the lowest */
    private readonly array $counts;

    /** @var int counted answers */
    private readonly int $n;

    /** @var int number of points */
    private readonly int $points;

    /**
     * The agreement of a tally.
     *
     * @param int[] $counts answers per scale point from the lowest, two points or more, without opt-outs
     */
    public function __construct(array $counts) {
        if (count($counts) < 2) {
            throw new \coding_exception('A scale has two points or more.');
        }
        $this->counts = array_values($counts);
        $this->n = array_sum($counts);
        $this->points = count($counts);
    }

    /**
     * Agreement C as an exact fraction.
     *
     * @return int[]|null numerator and denominator, not reduced; null without answers
     */
    public function fraction(): ?array {
        $denominator = $this->n * ($this->points - 1);
        return $denominator ? [$denominator - 2 * $this->spread(), $denominator] : null;
    }

    /**
     * Agreement C in percent, rounded half up.
     *
     * @return int|null null without answers
     */
    public function percent(): ?int {
        $fraction = $this->fraction();
        return $fraction ? intdiv(200 * $fraction[0] + $fraction[1], 2 * $fraction[1]) : null;
    }

    /**
     * The class: consensus, divided, lean or empty, tested in this order.
     *
     * @return string
     */
    public function class(): string {
        if ($this->n === 0) {
            return 'empty';
        }
        [$down, $middle, $up] = $this->sides();
        $other = min($down, $up);
        if (4 * max($down, $middle, $up) >= 3 * $this->n && 20 * $other <= 3 * $this->n) {
            return 'consensus';
        }
        return 3 * $other >= $this->n || $this->as_spread_as_by_lot() ? 'divided' : 'lean';
    }

    /**
     * Which way the group goes: agree, disagree, middle or none.
     *
     * @return string
     */
    public function direction(): string {
        [$down, $middle, $up] = $this->sides();
        return match ($this->class()) {
            'consensus' => $middle > max($down, $up) ? 'middle' : ($up > $down ? 'agree' : 'disagree'),
            'lean' => $up > $down ? 'agree' : ($down > $up ? 'disagree' : 'none'),
            default => 'none',
        };
    }

    /**
     * Whether one changed vote would change the class.
     *
     * @return bool
     */
    public function one_vote_decides(): bool {
        $class = $this->class();
        foreach ($this->counts as $from => $count) {
            for ($to = 0; $count > 0 && $to < $this->points; $to++) {
                $changed = $this->counts;
                $changed[$from]--;
                $changed[$to]++;
                if ((new self($changed))->class() !== $class) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Σ min(F_i, n − F_i).
     *
     * @return int
     */
    private function spread(): int {
        $sum = 0;
        $below = 0;
        foreach (array_slice($this->counts, 0, -1) as $count) {
            $below += $count;
            $sum += min($below, $this->n - $below);
        }
        return $sum;
    }

    /**
     * Counts below, at and above the midpoint; an even scale has none at it.
     *
     * @return int[]
     */
    private function sides(): array {
        $half = intdiv($this->points, 2);
        return [
            array_sum(array_slice($this->counts, 0, $half)),
            $this->points % 2 ? $this->counts[$half] : 0,
            array_sum(array_slice($this->counts, -$half)),
        ];
    }

    /**
     * Whether D is at least that of the uniform distribution: (K + 1) / 2K for odd K, K / 2(K − 1) for even K.
     *
     * @return bool
     */
    private function as_spread_as_by_lot(): bool {
        $k = $this->points;
        $spread = 2 * $this->spread();
        return $k % 2
            ? $spread * 2 * $k >= ($k + 1) * $this->n * ($k - 1)
            : $spread * 2 >= $k * $this->n;
    }
}
