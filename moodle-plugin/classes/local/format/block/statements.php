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

namespace mod_leerlandschap\local\format\block;

use mod_leerlandschap\local\format\block_checker;
use mod_leerlandschap\local\format\node;

/**
 * Checks voting on statements.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class statements extends block_checker {
    /** Whether its steps have items. */
    public const HAS_ITEMS = true;

    #[\Override]
    public function settings(node $settings): void {
        $optional = ['rounds', 'reveal', 'reason', 'order_after_reveal', 'min_answers'];
        foreach ($settings->members(['scale'], $optional) ?? [] as $name => $setting) {
            match ($name) {
                'scale' => $setting->ref($this->outline->scaleids),
                'rounds' => $setting->int(1, 2),
                'reveal' => $setting->choice(self::REVEALS),
                'reason' => $setting->choice(['none', 'optional']),
                'order_after_reveal' => $setting->choice(['as_listed', 'most_divided_first']),
                'min_answers' => $setting->int(...self::K),
            };
        }
    }

    #[\Override]
    public function items(node $items, array &$used): void {
        foreach ($items->elements(1, 50) as $item) {
            foreach ($item->members(['id', 'text'], ['direction', 'facilitator_hint']) ?? [] as $name => $member) {
                match ($name) {
                    'id' => $member->new_id($used),
                    'direction' => $member->choice(['reversed']),
                    'text', 'facilitator_hint' => $member->text(),
                };
            }
        }
    }
}
