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

require(__DIR__ . '/../../config.php');

$id = required_param('id', PARAM_INT); // Course id.
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

$instances = get_all_instances_in_course('leerlandschap', $course);
if (!$instances) {
    notice(get_string('thereareno', 'moodle', $title), new moodle_url('/course/view.php', ['id' => $course->id]));
}

$usesections = course_format_uses_sections($course->format);
$table = new html_table();
$table->attributes['class'] = 'generaltable mod_index';
$table->head = [get_string('name'), get_string('description')];
if ($usesections) {
    array_unshift($table->head, get_string('sectionname', 'format_' . $course->format));
}
foreach ($instances as $instance) {
    $row = [
        html_writer::link(
            new moodle_url('/mod/leerlandschap/view.php', ['id' => $instance->coursemodule]),
            format_string($instance->name, true, ['context' => context_module::instance($instance->coursemodule)]),
            $instance->visible ? [] : ['class' => 'dimmed']
        ),
        format_module_intro('leerlandschap', $instance, $instance->coursemodule),
    ];
    if ($usesections) {
        array_unshift($row, get_section_name($course, $instance->section));
    }
    $table->data[] = $row;
}
echo html_writer::table($table);
echo $OUTPUT->footer();
