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
 * Checks notes in columns.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class notes extends block_checker {
    #[\Override]
    public function settings(node $settings): void {
        $private = ($settings->value->visibility ?? null) === 'private';
        $imports = isset($settings->value->import_from);
        $required = $private ? ['columns', 'share'] : ['columns'];
        $optional = ['visibility', 'dots', 'grouping', 'import_from', 'show_results_of'];
        $optional = $imports ? [...$optional, 'import_only'] : $optional;
        foreach ($settings->members($required, $optional) ?? [] as $name => $setting) {
            match ($name) {
                'columns' => self::columns($setting),
                'visibility' => $setting->choice(['shared', 'hidden_until_reveal', 'private']),
                'share' => $setting->choice(['by_author']),
                // Nobody else sees private notes, so nobody could give them dots.
                'dots' => $setting->int(0, $private ? 0 : 10),
                'grouping' => $setting->bool(),
                'import_from' => $this->earlier($setting, ['notes']),
                'import_only' => $setting->choice(['shared']),
                'show_results_of' => $this->earlier($setting, ['statements', 'questions']),
            };
        }
    }

    /**
     * Checks the columns.
     *
     * @param node $node the list
     */
    private static function columns(node $node): void {
        foreach ($node->labelled(1, 6, ['hint']) as $members) {
            array_map(fn(node $hint) => $hint->text(), $members);
        }
    }
}
