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
 * What somebody gets of an exercise for whom there is no room (yet): what it is called and for, and nothing of what it asks.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class exercise_cover {
    /** What is told as it is. */
    private const TOLD = ['version' => 0, 'languages' => 0, 'id' => 0, 'title' => 0, 'goal' => 0];

    /** The minutes of a step that nobody sees. */
    private const MINUTES = ['min' => 1, 'max' => 1];

    /**
     * The cover, itself an exercise: with one step that says its goal.
     *
     * @param exercise $exercise the exercise
     * @return array a format file
     */
    public static function of(exercise $exercise): array {
        $cover = array_intersect_key($exercise->export(false), self::TOLD);
        $here = ['id' => 'cover', 'title' => $cover['title'], 'minutes' => self::MINUTES];
        $item = ['id' => 'cover-goal', 'text' => $cover['goal']];
        return $cover + [
            'minutes' => self::MINUTES,
            'series' => ['kind' => 'single', 'order' => 'sequence', 'parts' => [$here + ['steps' => ['cover']]]],
            'scales' => new \stdClass(),
            'steps' => [$here + [
                'instruction' => $cover['goal'],
                'block' => 'info',
                'settings' => new \stdClass(),
                'items' => [$item],
            ]],
        ];
    }
}
