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
 * What groups of an activity show to everybody in the course.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
use mod_leerlandschap\local\refusal;
use mod_leerlandschap\local\sharing\published;
use mod_leerlandschap\output\shared_page;

require(__DIR__ . '/../../config.php');

$id = required_param('id', PARAM_INT); // Course module id.
$preview = optional_param('preview', 0, PARAM_INT); // The group that is asked.
$remove = optional_param('remove', 0, PARAM_INT); // What is to be taken away.
[$course, $cm] = get_course_and_cm_from_cmid($id, 'leerlandschap');
require_login($course, false, $cm);
require_capability('mod/leerlandschap:view', $cm->context);
$instance = $DB->get_record('leerlandschap', ['id' => $cm->instance], '*', MUST_EXIST);
$published = new published($cm, $instance);
$published->require_read();
$url = published::url($cm);
if ($remove && data_submitted() && confirm_sesskey()) {
    $published->remove($remove);
    redirect($url, get_string('shared:removed', 'mod_leerlandschap'), null, \core\output\notification::NOTIFY_SUCCESS);
}

$title = get_string($preview ? 'shared:preview' : 'shared', 'mod_leerlandschap');
$PAGE->set_url($url, array_filter(['preview' => $preview, 'remove' => $remove]));
$PAGE->set_title(implode(': ', [$course->shortname, format_string($instance->name), $title]));
$PAGE->set_heading(format_string($course->fullname));
$PAGE->set_activity_record($instance);
$PAGE->add_body_class('limitedwidth');
$PAGE->activityheader->set_attrs(['description' => '', 'hidecompletion' => true]);
try {
    $rows = $preview ? array_filter([$published->asked($preview)]) : $published->all();
} catch (refusal $refusal) {
    $rows = [];
}

echo $OUTPUT->header();
echo $OUTPUT->heading($title, 2);
if ($remove) {
    $yes = new moodle_url($url, ['remove' => $remove, 'sesskey' => sesskey()]);
    echo $OUTPUT->confirm(get_string('shared:removesure', 'mod_leerlandschap'), $yes, $url);
} else {
    echo $OUTPUT->render(new shared_page($cm, $published, $rows, (bool) $preview));
}
echo $OUTPUT->footer();
