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

namespace mod_leerlandschap\output;

use core\output\renderable;
use core\output\renderer_base;
use core\output\templatable;
use mod_leerlandschap\local\exercise_store;

/**
 * Everything that is wrong with format files, for those who can mend it.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class format_problems implements renderable, templatable {
    /**
     * The problems of formats.
     *
     * @param string[] $formats ids of formats
     */
    public function __construct(
        /** @var string[] ids of formats */
        private array $formats
    ) {
    }

    /**
     * HTML of the problems, for those who administer the site.
     *
     * @param string[] $formats ids of formats
     * @return string empty for others, and where there are no problems
     */
    public static function for_administrator(array $formats): string {
        global $OUTPUT;

        return $formats && has_capability('moodle/site:config', \context_system::instance())
            ? $OUTPUT->render(new self($formats))
            : '';
    }

    #[\Override]
    public function export_for_template(renderer_base $output): array {
        $store = \core\di::get(exercise_store::class);
        $formats = [];
        foreach ($this->formats as $format) {
            $problems = $store->problems($format);
            if ($problems) {
                $formats[] = ['format' => $format, 'problems' => $problems];
            }
        }
        return ['formats' => $formats];
    }
}
