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

namespace mod_leerlandschap\local\contribution;

use mod_leerlandschap\local\refusal;

/**
 * Hands that somebody who leads has counted in the room: a round of their own, which no other result contains.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class hands extends fields {
    /** Fields with their defaults, in the order in which they are checked. */
    public const DEFAULTS = ['item' => null, 'counts' => '', 'opt_outs' => '0'];

    /** Most hands for a point, an option or the opt-out. */
    private const MOST = 1000;

    /** @var int[] how many points or options the item has, and whether an opt-out */
    private array $asked = [0, 0];

    #[\Override]
    protected function field(string $name, ?string $value): ?string {
        return match ($name) {
            'item' => $this->item(self::said($value ?? '')),
            'counts' => $this->counts($value),
            'opt_outs' => $this->opt_outs($value),
        };
    }

    /**
     * The item.
     *
     * @param string $value what was sent
     * @return string
     * @throws refusal unknown_item, bad_value
     */
    private function item(string $value): string {
        $this->asked = $this->around->asked($value) ?? throw new refusal('unknown_item');
        return $this->asked[0] > 0 ? $value : throw new refusal('bad_value');
    }

    /**
     * One number for each point or option.
     *
     * @param string $value what was sent
     * @return string
     * @throws refusal bad_value
     */
    private function counts(string $value): string {
        $counts = array_map([self::class, 'number'], explode(',', $value));
        return count($counts) === $this->asked[0] ? implode(',', $counts) : throw new refusal('bad_value');
    }

    /**
     * Hands for the opt-out.
     *
     * @param string $value what was sent
     * @return string
     * @throws refusal bad_value, opt_out_not_offered
     */
    private function opt_outs(string $value): string {
        $optouts = self::number($value);
        return $optouts === 0 || $this->asked[1] ? (string) $optouts : throw new refusal('opt_out_not_offered');
    }

    /**
     * A whole number of hands.
     *
     * @param string $digits what was sent
     * @return int
     * @throws refusal bad_value
     */
    private static function number(string $digits): int {
        $number = preg_match('/^\d{1,9}$/D', $digits) ? (int) $digits : self::MOST + 1;
        return $number <= self::MOST ? $number : throw new refusal('bad_value');
    }
}
