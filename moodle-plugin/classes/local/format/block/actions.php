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
 * Checks follow-up actions.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class actions extends block_checker {
    #[\Override]
    public function settings(node $settings): void {
        $optional = ['purpose', 'required', 'expectation_outcome', 'source_items_from', 'carry_over'];
        foreach ($settings->members(['list'], $optional) ?? [] as $name => $setting) {
            match ($name) {
                'list' => $setting->id(),
                'purpose' => $setting->choice(['collect', 'review']),
                'required' => $setting->new_choices(['what', 'who', 'when']),
                'expectation_outcome', 'carry_over' => $setting->bool(),
                'source_items_from' => $this->earlier($setting, ['statements', 'notes']),
            };
        }
    }
}
