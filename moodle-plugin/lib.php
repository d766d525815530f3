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
 * The functions that Moodle calls by name. Each leaves its work to a class.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

defined('MOODLE_INTERNAL') || die();

use mod_leerlandschap\local\grader;
use mod_leerlandschap\local\lifecycle;

/**
 * What the activity supports.
 *
 * @param string $feature a FEATURE_… constant
 * @return bool|string|null true or false, the purpose, or null for what it does not know
 */
function leerlandschap_supports($feature) {
    return match ($feature) {
        FEATURE_GROUPS,
        FEATURE_GROUPINGS,
        FEATURE_MOD_INTRO,
        FEATURE_SHOW_DESCRIPTION,
        FEATURE_COMPLETION_TRACKS_VIEWS,
        FEATURE_COMPLETION_HAS_RULES,
        FEATURE_MODEDIT_DEFAULT_COMPLETION,
        FEATURE_GRADE_HAS_GRADE => true,
        // Not before a backup keeps hidden answers hidden.
        FEATURE_BACKUP_MOODLE2 => false,
        FEATURE_MOD_PURPOSE => MOD_PURPOSE_COLLABORATION,
        default => null,
    };
}

/**
 * Stores a new activity.
 *
 * @param stdClass $data what the form sent
 * @param mod_leerlandschap_mod_form|null $mform the form
 * @return int id of the new instance
 */
function leerlandschap_add_instance(stdClass $data, $mform = null): int {
    return lifecycle::add($data);
}

/**
 * Stores the changed settings of an activity.
 *
 * @param stdClass $data what the form sent
 * @param mod_leerlandschap_mod_form|null $mform the form
 * @return bool always true; a failure throws
 */
function leerlandschap_update_instance(stdClass $data, $mform = null): bool {
    return lifecycle::update($data);
}

/**
 * Deletes an activity with everything that belongs to it.
 *
 * @param int $id id of the instance
 * @return bool false where there is no such activity
 */
function leerlandschap_delete_instance($id): bool {
    return lifecycle::delete((int) $id);
}

/**
 * What course pages need to know about an activity; Moodle caches it with the course.
 *
 * @param stdClass $coursemodule row of course_modules
 * @return cached_cm_info|false false where the instance is missing
 */
function leerlandschap_get_coursemodule_info($coursemodule) {
    return lifecycle::course_module_info($coursemodule);
}

/**
 * Creates or updates the item in the gradebook, and grades in it.
 *
 * @param stdClass $instance row of leerlandschap; cmidnumber is used where it is set
 * @param array|string|null $grades grades by user id, or 'reset'
 * @return int GRADE_UPDATE_OK or another GRADE_UPDATE_…
 */
function leerlandschap_grade_item_update($instance, $grades = null): int {
    return grader::update_item($instance, $grades);
}

/**
 * Deletes the item in the gradebook.
 *
 * @param stdClass $instance row of leerlandschap
 * @return int GRADE_UPDATE_OK or another GRADE_UPDATE_…
 */
function leerlandschap_grade_item_delete($instance): int {
    return grader::delete_item($instance);
}

/**
 * Writes grades into the gradebook.
 *
 * @param stdClass $instance row of leerlandschap
 * @param int $userid 0 for all who took part
 * @param bool $nullifnone whether a user without a grade is written as null
 */
function leerlandschap_update_grades($instance, $userid = 0, $nullifnone = true): void {
    if ($userid) {
        grader::update_user($instance, (int) $userid, $nullifnone);
    } else {
        grader::update_all($instance);
    }
}

/**
 * Grades as the gradebook takes them.
 *
 * @param stdClass $instance row of leerlandschap
 * @param int $userid 0 for all who took part
 * @return array by user id: objects with userid, rawgrade, feedback, feedbackformat
 */
function leerlandschap_get_user_grades($instance, $userid = 0): array {
    return grader::grades($instance, (int) $userid);
}

/**
 * Writes all grades again after the maximum has changed.
 *
 * @param stdClass $course the course
 * @param stdClass $cm the course module
 * @param float $oldmin lowest grade before
 * @param float $oldmax highest grade before
 * @param float $newmin lowest grade now
 * @param float $newmax highest grade now
 * @return bool always true
 */
function leerlandschap_rescale_activity_grades($course, $cm, $oldmin, $oldmax, $newmin, $newmax): bool {
    global $DB;

    grader::update_all($DB->get_record('leerlandschap', ['id' => $cm->instance], '*', MUST_EXIST));
    return true;
}

/**
 * Adds what this activity offers to the form that resets a course.
 *
 * @param MoodleQuickForm $mform the form
 */
function leerlandschap_reset_course_form_definition(&$mform): void {
    $mform->addElement('header', 'leerlandschapheader', get_string('modulenameplural', 'mod_leerlandschap'));
    $mform->addElement('static', 'leerlandschapdelete', get_string('delete'));
    $mform->addElement('advcheckbox', 'reset_leerlandschap', get_string('resetmeetings', 'mod_leerlandschap'));
}

/**
 * What the form that resets a course starts with.
 *
 * @param stdClass $course the course
 * @return array values by element
 */
function leerlandschap_reset_course_form_defaults($course): array {
    return ['reset_leerlandschap' => 1];
}

/**
 * Resets the activities of a course.
 *
 * @param stdClass $data what the form sent, with courseid
 * @return array[] what was done: component, item and error each
 */
function leerlandschap_reset_userdata($data): array {
    return lifecycle::reset($data);
}

/**
 * Resets the grades of all activities in a course.
 *
 * @param int $courseid id of the course
 * @param string $type not used
 */
function leerlandschap_reset_gradebook($courseid, $type = ''): void {
    lifecycle::reset_gradebook((int) $courseid);
}

/**
 * What somebody can do about an event of this activity in the calendar and on the dashboard.
 *
 * @param calendar_event $event the event
 * @param \core_calendar\action_factory $factory makes the action
 * @param int $userid whose dashboard it is, 0 for the current user's
 * @return \core_calendar\local\event\entities\action_interface|null null where there is nothing to do
 */
function mod_leerlandschap_core_calendar_provide_event_action(
    calendar_event $event,
    \core_calendar\action_factory $factory,
    int $userid = 0
) {
    return lifecycle::event_action($event, $factory, $userid);
}
