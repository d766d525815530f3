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
 * What uninstalling has to take away beside the tables.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

use mod_leerlandschap\local\pulse\room_file;

/**
 * Destroys the secrets of all meetings of this site and the rooms that are published, which are files, and what people
 * did in the activities that core keeps elsewhere and leaves there.
 *
 * @return bool always true
 */
function xmldb_leerlandschap_uninstall() {
    global $CFG;

    $folder = dirname(\mod_leerlandschap\local\secret::file('any'));
    if (is_dir($folder)) {
        remove_dir($folder);
        // Empty unless another site keeps secrets there.
        @rmdir(dirname($folder));
    }
    remove_dir(dirname(room_file::folder($CFG->cachedir)));
    mod_leerlandschap_uninstall_completion();
    mod_leerlandschap_uninstall_recycled();
    mod_leerlandschap_uninstall_people();
    return true;
}

/**
 * Who has seen and completed the activities: core deletes the course modules without it.
 */
function mod_leerlandschap_uninstall_completion(): void {
    global $DB;

    $cms = "coursemoduleid IN (SELECT cm.id FROM {course_modules} cm JOIN {modules} m ON m.id = cm.module WHERE m.name = ?)";
    $DB->delete_records_select('course_modules_completion', $cms, ['leerlandschap']);
    $DB->delete_records_select('course_modules_viewed', $cms, ['leerlandschap']);
    $criteria = 'criteriaid IN (SELECT id FROM {course_completion_criteria} WHERE module = ?)';
    $DB->delete_records_select('course_completion_crit_compl', $criteria, ['leerlandschap']);
    $DB->delete_records('course_completion_criteria', ['module' => 'leerlandschap']);
}

/**
 * Activities in recycle bins, which hold answers and which nobody could restore any more.
 */
function mod_leerlandschap_uninstall_recycled(): void {
    global $DB;

    if (!class_exists(\tool_recyclebin\course_bin::class)) {
        return;
    }
    $module = $DB->get_field('modules', 'id', ['name' => 'leerlandschap']);
    foreach ($module ? $DB->get_records('tool_recyclebin_course', ['module' => $module]) : [] as $item) {
        (new \tool_recyclebin\course_bin($item->courseid))->delete_item($item);
    }
}

/**
 * What people were told, and that they starred the activity in the chooser.
 */
function mod_leerlandschap_uninstall_people(): void {
    global $DB;

    $told = 'notificationid IN (SELECT id FROM {notifications} WHERE component = ?)';
    if ($DB->get_manager()->table_exists('message_popup_notifications')) {
        $DB->delete_records_select('message_popup_notifications', $told, ['mod_leerlandschap']);
    }
    $DB->delete_records('notifications', ['component' => 'mod_leerlandschap']);
    foreach (['contentitem_mod_leerlandschap', 'recommend_mod_leerlandschap'] as $type) {
        $DB->delete_records('favourite', ['itemtype' => $type]);
    }
}
