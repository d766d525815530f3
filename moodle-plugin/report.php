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
 * The report: what came of the meetings of an activity, for those who may read reports.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
use mod_leerlandschap\event\report_viewed;
use mod_leerlandschap\local\assets;
use mod_leerlandschap\local\bootstrap;
use mod_leerlandschap\local\refusal;
use mod_leerlandschap\output\app;
use mod_leerlandschap\output\app_page;
use mod_leerlandschap\output\downloads;
use mod_leerlandschap\permission;

require(__DIR__ . '/../../config.php');

$id = required_param('id', PARAM_INT); // Course module id.
[$course, $cm] = get_course_and_cm_from_cmid($id, 'leerlandschap');
require_login($course, false, $cm);
$context = context_module::instance($cm->id);
permission::require_reports($context);
$instance = $DB->get_record('leerlandschap', ['id' => $cm->instance], '*', MUST_EXIST);
$assets = \core\di::get(assets::class);

$url = new moodle_url('/mod/leerlandschap/report.php', ['id' => $cm->id]);
app_page::set_up($url, $course, $instance, ['exercise.css', 'report.css'], get_string('reportpage', 'mod_leerlandschap'));

try {
    $data = bootstrap::for_report($cm);
    report_viewed::create(['objectid' => $instance->id, 'context' => $context])->trigger();
} catch (refusal $refusal) {
    if ($refusal->code() !== 'unavailable') {
        throw $refusal;
    }
    $data = null;
}

echo $OUTPUT->header();
if ($data) {
    $home = new moodle_url('/mod/leerlandschap/view.php', ['id' => $cm->id]);
    echo $OUTPUT->render(new app($data, $assets, $home, 'report'));
    $visibilities = array_column(array_column($data['report']['meetings'], 'settings'), 'visibility');
    $named = in_array('named', [$data['report']['visibility'], ...$visibilities], true);
    echo $OUTPUT->render(new downloads($cm, $named));
} else {
    echo app_page::unavailable($instance);
}
echo $OUTPUT->footer();
