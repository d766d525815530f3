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

/**
 * The big screen in front of the room: a meeting as everybody sees it, large enough to be read from the back.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

use mod_leerlandschap\local\assets;
use mod_leerlandschap\local\bootstrap;
use mod_leerlandschap\local\refusal;
use mod_leerlandschap\output\app;
use mod_leerlandschap\output\app_page;
use mod_leerlandschap\output\group_choice;
use mod_leerlandschap\permission;

require(__DIR__ . '/../../config.php');

$id = required_param('id', PARAM_INT); // Course module id.
[$course, $cm] = get_course_and_cm_from_cmid($id, 'leerlandschap');
require_login($course, false, $cm);
permission::require_view(context_module::instance($cm->id));
$instance = $DB->get_record('leerlandschap', ['id' => $cm->instance], '*', MUST_EXIST);
$assets = \core\di::get(assets::class);
$group = group_choice::requested($cm);

// With the group, which is kept over a login or another language.
$url = new moodle_url('/mod/leerlandschap/bigscreen.php', ['id' => $cm->id] + ($group ? ['group' => $group] : []));
app_page::set_up($url, $course, $instance, ['exercise.css', 'bigscreen.css'], get_string('bigscreen', 'mod_leerlandschap'));
// Nothing but the meeting: it is for a room that looks on.
$PAGE->set_pagelayout('embedded');
$PAGE->activityheader->disable();

try {
    $data = bootstrap::for_presenting($cm, $group);
} catch (refusal $refusal) {
    // The only thing that can be unavailable here is the exercise itself.
    $data = null;
}

echo $OUTPUT->header();
if ($data) {
    $home = new moodle_url('/mod/leerlandschap/view.php', ['id' => $cm->id]);
    echo $OUTPUT->render(new app($data, $assets, $home, 'bigscreen'));
} else {
    echo app_page::unavailable($instance);
}
echo $OUTPUT->footer();
