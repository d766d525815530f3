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

use mod_leerlandschap\local\assets;
use moodle_url;
use stdClass;

/**
 * What the pages with the app have in common: the activity's, the editor's and the big screen.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class app_page {
    /**
     * Sets up the page.
     *
     * @param moodle_url $url its address
     * @param stdClass $course the course
     * @param stdClass $instance row of leerlandschap
     * @param string[] $stylesheets files of the build; one that it does not hold is left out
     * @param string|null $title what of the activity it is, null for the activity itself
     */
    public static function set_up(
        moodle_url $url,
        stdClass $course,
        stdClass $instance,
        array $stylesheets,
        ?string $title = null
    ): void {
        global $PAGE;

        $PAGE->set_url($url);
        $PAGE->set_title(implode(': ', array_filter([$course->shortname, format_string($instance->name), $title])));
        $PAGE->set_heading(format_string($course->fullname));
        $PAGE->set_activity_record($instance);
        $assets = \core\di::get(assets::class);
        foreach (array_filter($stylesheets, [$assets, 'has']) as $stylesheet) {
            $PAGE->requires->css($assets->url($stylesheet));
        }
        $PAGE->requires->js_call_amd('mod_leerlandschap/bridge', 'init');
    }

    /**
     * What stands in the place of an exercise that is not there or has problems; an administrator reads which.
     *
     * @param stdClass $instance row of leerlandschap
     * @return string HTML
     */
    public static function unavailable(stdClass $instance): string {
        global $OUTPUT;

        $message = get_string('formatunavailable', 'mod_leerlandschap', s($instance->format));
        return $OUTPUT->notification($message, 'error', false) . format_problems::for_administrator([$instance->format]);
    }
}
