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
 * Checks a plan over periods.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class plan extends block_checker {
    #[\Override]
    public function settings(node $settings): void {
        foreach ($settings->members(['periods'], ['fields', 'review']) ?? [] as $name => $setting) {
            match ($name) {
                'periods' => $setting->labelled(1, 12),
                'fields' => self::fields($setting),
                'review' => $setting->choice(['weekly', 'monthly', 'yearly']),
            };
        }
    }

    /**
     * Checks the fields of a goal.
     *
     * @param node $node the list
     */
    private static function fields(node $node): void {
        $fields = $node->new_choices(['goal', 'owner', 'measure', 'status']);
        if ($fields !== null && !in_array('goal', $fields, true)) {
            $node->problem('bad_value');
        }
    }
}
