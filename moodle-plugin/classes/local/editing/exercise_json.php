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

namespace mod_leerlandschap\local\editing;

use mod_leerlandschap\local\exercise_checker;
use stdClass;

/**
 * An exercise as JSON: checked, in the form in which it is stored, and compared.
 *
 * Decoded to objects, so that an empty one stays one.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class exercise_json {
    /** The largest exercise, in bytes (docs/formats.md). */
    private const LARGEST = 512 * 1024;
    /** How an exercise is written. */
    private const WRITTEN = JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR;

    /**
     * Everything that is wrong with an exercise that somebody sent.
     *
     * @param string $json what was sent
     * @return array[] at and code each
     */
    public static function problems(string $json): array {
        // Before anything reads it.
        if (strlen($json) > self::LARGEST) {
            return [['at' => '', 'code' => 'too_large']];
        }
        return exercise_checker::problems($json);
    }

    /**
     * An exercise as it is stored: only what was read and checked, each member once.
     *
     * @param string $json an exercise without problems
     * @param string $scale id of a scale that takes the place of those of its statements; '' for none
     * @return string
     */
    public static function stored(string $json, string $scale = ''): string {
        $exercise = json_decode($json, false, 512, JSON_THROW_ON_ERROR);
        if ($scale !== '' && isset($exercise->scales->$scale)) {
            self::put_scale($exercise, $scale);
        }
        return json_encode($exercise, self::WRITTEN);
    }

    /**
     * Whether two exercises say the same; the order of members tells nothing.
     *
     * @param string $one an exercise
     * @param string $other another
     * @return bool
     */
    public static function same(string $one, string $other): bool {
        return self::sorted(json_decode($one, true)) === self::sorted(json_decode($other, true));
    }

    /**
     * Puts a scale in the place of those of the statements.
     *
     * @param stdClass $exercise the exercise, changed in place
     * @param string $scale id of the scale
     */
    private static function put_scale(stdClass $exercise, string $scale): void {
        foreach ($exercise->steps as $step) {
            if ($step->block === 'statements') {
                $step->settings->scale = $scale;
            }
        }
    }

    /**
     * A value with the members of its objects in order.
     *
     * @param mixed $value decoded to arrays
     * @return mixed
     */
    private static function sorted(mixed $value): mixed {
        if (!is_array($value)) {
            return $value;
        }
        if (!array_is_list($value)) {
            ksort($value, SORT_STRING);
        }
        return array_map(self::sorted(...), $value);
    }
}
