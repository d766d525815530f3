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
 * The page of the activity: the app with everything it needs for its first screen.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

use mod_leerlandschap\local\assets;
use mod_leerlandschap\local\bootstrap;
use mod_leerlandschap\local\lifecycle;
use mod_leerlandschap\local\refusal;
use mod_leerlandschap\output\app;
use mod_leerlandschap\output\format_problems;
use mod_leerlandschap\output\group_choice;

require(__DIR__ . '/../../config.php');
require_once($CFG->libdir . '/completionlib.php');

$id = required_param('id', PARAM_INT); // Course module id.
[$course, $cm] = get_course_and_cm_from_cmid($id, 'leerlandschap');
require_course_login($course, true, $cm);
$context = context_module::instance($cm->id);
require_capability('mod/leerlandschap:view', $context);
$instance = $DB->get_record('leerlandschap', ['id' => $cm->instance], '*', MUST_EXIST);
$assets = new assets();

$PAGE->set_url('/mod/leerlandschap/view.php', ['id' => $cm->id]);
$PAGE->set_title($course->shortname . ': ' . format_string($instance->name));
$PAGE->set_heading(format_string($course->fullname));
$PAGE->set_activity_record($instance);
$PAGE->add_body_class('limitedwidth');

lifecycle::viewed($instance, $course, $cm);
try {
    $data = bootstrap::for_view($cm, group_choice::requested($cm));
} catch (refusal $refusal) {
    // The only thing that can be unavailable here is the exercise itself.
    $data = null;
}

if ($assets->has('exercise.css')) {
    $PAGE->requires->css($assets->url('exercise.css'));
}
$PAGE->requires->js_call_amd('mod_leerlandschap/bridge', 'init');

echo $OUTPUT->header();
if ($data) {
    echo $OUTPUT->render(new group_choice($cm, $data['groupid']));
    echo $OUTPUT->render(new app($data, $assets, course_get_url($course)));
} else {
    echo $OUTPUT->notification(get_string('formatunavailable', 'mod_leerlandschap', s($instance->format)), 'error', false);
    echo format_problems::for_administrator([$instance->format]);
}
echo $OUTPUT->footer();
