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
use mod_leerlandschap\local\format\question_checker;
use mod_leerlandschap\local\format\view_checker;

/**
 * Checks questions, and how their results are shown.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class questions extends block_checker {
    /** Whether its steps have items. */
    public const HAS_ITEMS = true;

    /** Most dimensions, and most views. */
    private const MOST = 12;

    #[\Override]
    public function settings(node $settings): void {
        $optional = ['position', 'reveal', 'min_answers', 'dimensions', 'views'];
        foreach ($settings->members([], $optional) ?? [] as $name => $setting) {
            match ($name) {
                'position' => $setting->choice(['questionnaire', 'check_in', 'check_out']),
                'reveal' => $setting->choice(self::REVEALS),
                'min_answers' => $setting->int(...self::K),
                'dimensions' => $setting->labelled(0, self::MOST),
                'views' => $this->views($setting),
            };
        }
    }

    #[\Override]
    public function items(node $items, array &$used): void {
        $checker = new question_checker($this->outline, $this->outline->questions($this->index)->dimensions());
        foreach ($items->elements(1, 100) as $item) {
            $checker->check($item, $used);
        }
    }

    /**
     * Checks how results are shown.
     *
     * @param node $node the list
     */
    private function views(node $node): void {
        $checker = new view_checker($this->outline->questions($this->index));
        array_map($checker->check(...), $node->elements(0, self::MOST));
    }
}
