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
 * Lists the activities of this kind in a course.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

use mod_leerlandschap\local\assets;
use mod_leerlandschap\local\summary\summaries;
use mod_leerlandschap\output\activity_list;
use mod_leerlandschap\output\room_list;

require(__DIR__ . '/../../config.php');

$id = required_param('id', PARAM_INT); // Course id.
$attention = optional_param('attention', false, PARAM_BOOL); // Whether only those groups are listed that need attention.
$course = get_course($id);
require_course_login($course);
$context = context_course::instance($course->id);

$event = \mod_leerlandschap\event\course_module_instance_list_viewed::create(['context' => $context]);
$event->add_record_snapshot('course', $course);
$event->trigger();

$title = get_string('modulenameplural', 'mod_leerlandschap');
$PAGE->set_url('/mod/leerlandschap/index.php', ['id' => $course->id]);
$PAGE->set_pagelayout('incourse');
$PAGE->set_title($course->shortname . ': ' . $title);
$PAGE->set_heading(format_string($course->fullname));
$PAGE->navbar->add($title);

echo $OUTPUT->header();
echo $OUTPUT->heading($title);

$list = new activity_list($course, \core\di::get(summaries::class));
if ($list->is_empty()) {
    notice(get_string('thereareno', 'moodle', $title), new moodle_url('/course/view.php', ['id' => $course->id]));
}
echo html_writer::table($list->table());
$rooms = new room_list($course, \core\di::get(assets::class), $attention);
if (!$rooms->is_empty()) {
    echo $OUTPUT->render($rooms);
}
echo $OUTPUT->footer();
