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

namespace mod_leerlandschap\reportbuilder\local;

use mod_leerlandschap\local\exercise_store;
use mod_leerlandschap\local\labels;
use mod_leerlandschap\local\refusal;

/**
 * What exercises call their parts, in the language of whoever reads a report. One object is to be shared: \core\di::get.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class exercise_texts {
    /** @var array labels by id of the activity and language; null where the exercise is not there */
    private array $known = [];

    /**
     * The title of the exercise of an activity.
     *
     * @param int $instanceid id of the activity
     * @return string plain text, '' where the exercise is not there
     */
    public function exercise(int $instanceid): string {
        return $this->labels($instanceid)?->exercise() ?? '';
    }

    /**
     * The title of a part.
     *
     * @param int $instanceid id of the activity
     * @param string $part id of the part
     * @return string plain text, the id where the exercise is not there
     */
    public function part(int $instanceid, string $part): string {
        return $this->labels($instanceid)?->part($part) ?? $part;
    }

    /**
     * The title of a step.
     *
     * @param int $instanceid id of the activity
     * @param string $step id of the step
     * @return string plain text, the id where the exercise is not there
     */
    public function step(int $instanceid, string $step): string {
        return $this->labels($instanceid)?->step($step) ?? $step;
    }

    /**
     * The labels of an activity.
     *
     * @param int $instanceid id of the activity
     * @return labels|null null where the exercise is not there
     */
    private function labels(int $instanceid): ?labels {
        global $DB;

        $key = $instanceid . '/' . current_language();
        if (!array_key_exists($key, $this->known)) {
            try {
                $instance = $DB->get_record('leerlandschap', ['id' => $instanceid], '*', MUST_EXIST);
                $this->known[$key] = new labels(exercise_store::of_instance($instance), '');
            } catch (refusal) {
                $this->known[$key] = null;
            }
        }
        return $this->known[$key];
    }
}
