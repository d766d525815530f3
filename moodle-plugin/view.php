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
use mod_leerlandschap\local\sharing\published;
use mod_leerlandschap\local\stage;
use mod_leerlandschap\output\app;
use mod_leerlandschap\output\app_page;
use mod_leerlandschap\output\designer_links;
use mod_leerlandschap\output\former_rooms;
use mod_leerlandschap\output\group_choice;
use mod_leerlandschap\output\shared_link;
use mod_leerlandschap\permission;

require(__DIR__ . '/../../config.php');
require_once($CFG->libdir . '/completionlib.php');

$id = required_param('id', PARAM_INT); // Course module id.
[$course, $cm] = get_course_and_cm_from_cmid($id, 'leerlandschap');
require_course_login($course, true, $cm);
$context = context_module::instance($cm->id);
require_capability('mod/leerlandschap:view', $context);
$instance = $DB->get_record('leerlandschap', ['id' => $cm->instance], '*', MUST_EXIST);
$assets = \core\di::get(assets::class);
$rehearse = optional_param('rehearse', false, PARAM_BOOL);
if ($rehearse) {
    permission::require_rehearse($context);
}

$url = new moodle_url('/mod/leerlandschap/view.php', ['id' => $cm->id] + ($rehearse ? ['rehearse' => 1] : []));
// The rehearsal is part of the editor's module.
app_page::set_up($url, $course, $instance, $rehearse ? ['exercise.css', 'editor.css'] : ['exercise.css']);
$PAGE->add_body_class('limitedwidth');

try {
    if ($rehearse) {
        $data = bootstrap::for_rehearsal($cm, $instance) + ['urls' => designer_links::urls($cm, $assets)];
    } else {
        lifecycle::viewed($instance, $course, $cm);
        $requested = group_choice::requested($cm);
        $data = bootstrap::for_view($cm, $requested);
    }
} catch (refusal $refusal) {
    // The only thing that can be unavailable here is the exercise itself.
    $data = null;
}

echo $OUTPUT->header();
if ($rehearse && $data) {
    echo $OUTPUT->render(new app($data, $assets, new moodle_url('/mod/leerlandschap/view.php', ['id' => $cm->id]), 'editor'));
} else if ($data) {
    echo $OUTPUT->render(new designer_links($cm, $assets, $data['leads'] ? $data['groupid'] : null));
    $former = new former_rooms($cm, $requested);
    echo $former->is_inside() ? '' : $OUTPUT->render(new group_choice($cm, $data['groupid']));
    echo $OUTPUT->render($former);
    echo $OUTPUT->render(new shared_link(new published($cm, $instance), published::url($cm)));
    echo $OUTPUT->render(new app($data, $assets, course_get_url($course), stage::first($data)));
} else {
    echo app_page::unavailable($instance);
}
echo $OUTPUT->footer();
