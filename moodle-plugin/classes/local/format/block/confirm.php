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
 * Checks a summary that the group confirms.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class confirm extends block_checker {
    /** What can be summed up: everything but texts to read. */
    private const SOURCES = ['statements', 'questions', 'notes', 'actions', 'principles', 'confirm', 'plan'];

    #[\Override]
    public function settings(node $settings): void {
        $values = $this->outline->scale_values($settings->value->scale ?? null);
        $members = $settings->members(['summary_of', 'scale'], ['comment_required_for', 'max_rounds']) ?? [];
        foreach ($members as $name => $setting) {
            match ($name) {
                'summary_of' => $setting->new_refs($this->outline->earlier($this->index, self::SOURCES), 1, 10),
                'scale' => $setting->ref($this->outline->scaleids),
                'comment_required_for' => self::points($setting, $values),
                'max_rounds' => $setting->int(1, 9),
            };
        }
    }

    /**
     * Checks the points of the scale that ask for a comment.
     *
     * @param node $node the list
     * @param int[]|null $values values of the scale, null where they are not known
     */
    private static function points(node $node, ?array $values): void {
        $used = [];
        foreach ($node->elements() as $element) {
            $value = $values ? $element->int($values[0], end($values)) : $element->int(PHP_INT_MIN, PHP_INT_MAX);
            if ($value !== null && in_array($value, $used, true)) {
                $element->problem('duplicate_id');
            }
            $used[] = $value;
        }
    }
}
