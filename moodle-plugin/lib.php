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

use mod_leerlandschap\local\activity_calendar;
use mod_leerlandschap\local\grader;
use mod_leerlandschap\local\lifecycle;
use mod_leerlandschap\local\summary\news;
use mod_leerlandschap\local\summary\person_report;
use mod_leerlandschap\output\designer_links;
use mod_leerlandschap\output\recent_meetings;

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
        FEATURE_GRADE_HAS_GRADE,
        FEATURE_BACKUP_MOODLE2 => true,
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
        grader::update_users($instance, [(int) $userid], $nullifnone);
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
    return grader::grades($instance, $userid ? [(int) $userid] : null);
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
 * Whether an activity uses a scale of words for its grades, so that nobody deletes it.
 *
 * @param int $scaleid id of the scale
 * @return bool
 */
function leerlandschap_scale_used_anywhere($scaleid): bool {
    global $DB;

    return $scaleid && $DB->record_exists('leerlandschap', ['grade' => -(int) $scaleid]);
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
 * Adds the page of the exercise to the navigation of an activity, for those who may change it.
 *
 * @param settings_navigation $settings the settings of the page
 * @param navigation_node $node the node of the activity
 */
function leerlandschap_extend_settings_navigation(settings_navigation $settings, navigation_node $node): void {
    designer_links::add_to_navigation($settings->get_page()->cm, $node);
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
    global $USER;

    return activity_calendar::action($event, $factory, $userid ?: (int) $USER->id);
}

/**
 * Whether somebody sees an event of this activity in the calendar.
 *
 * @param calendar_event $event the event
 * @param int $userid whose calendar it is, 0 for the current user's
 * @return bool
 */
function mod_leerlandschap_core_calendar_is_event_visible(calendar_event $event, int $userid = 0): bool {
    global $USER;

    return activity_calendar::is_visible($event, $userid ?: (int) $USER->id);
}

/**
 * What timelines say beside an event of this activity.
 *
 * @param string $eventtype type of the event
 * @return string
 */
function mod_leerlandschap_core_calendar_get_event_action_string(string $eventtype): string {
    $known = in_array($eventtype, ['open', 'close', 'actiondue'], true);
    $module = get_string('modulename', 'mod_leerlandschap');
    return $known
        ? get_string("timeline$eventtype", 'mod_leerlandschap')
        : get_string('requiresaction', 'calendar', $module);
}

/**
 * Between which moments an event of this activity may be moved in the calendar.
 *
 * @param calendar_event $event the event
 * @param stdClass $instance row of leerlandschap
 * @return array earliest and latest moment: null for none, false where the event cannot be moved
 */
function mod_leerlandschap_core_calendar_get_valid_event_timestart_range(calendar_event $event, stdClass $instance): array {
    return activity_calendar::range($event->eventtype, $instance);
}

/**
 * Takes over a date that was moved in the calendar.
 *
 * @param calendar_event $event the event
 * @param stdClass $instance row of leerlandschap
 */
function mod_leerlandschap_core_calendar_event_timestart_updated(calendar_event $event, stdClass $instance): void {
    activity_calendar::moved($event, $instance);
}

/**
 * Brings the dates of activities in the calendar up to date.
 *
 * @param int $courseid only those of this course; 0 for all
 * @param stdClass|int|null $instance only this one: row of leerlandschap or its id
 * @param stdClass|null $cm course module, not used
 * @return bool always true
 */
function leerlandschap_refresh_events($courseid = 0, $instance = null, $cm = null): bool {
    activity_calendar::refresh_all((int) $courseid, $instance);
    return true;
}

/**
 * What a report about one person says of an activity, in a line.
 *
 * @param stdClass $course the course
 * @param stdClass $user whom it is about
 * @param stdClass|cm_info $mod the course module
 * @param stdClass $instance row of leerlandschap
 * @return stdClass|null info and time, null where there is nothing to tell
 */
function leerlandschap_user_outline($course, $user, $mod, $instance): ?stdClass {
    return (new person_report($instance, cm_info::create($mod), (int) $user->id))->outline();
}

/**
 * Prints what a report about one person says of an activity.
 *
 * @param stdClass $course the course
 * @param stdClass $user whom it is about
 * @param stdClass|cm_info $mod the course module
 * @param stdClass $instance row of leerlandschap
 */
function leerlandschap_user_complete($course, $user, $mod, $instance): void {
    echo (new person_report($instance, cm_info::create($mod), (int) $user->id))->complete();
}

/**
 * Prints in which meetings of a course something has changed.
 *
 * @param stdClass $course the course
 * @param bool $viewfullnames not used: nobody is named
 * @param int $timestart since when
 * @return bool whether anything was printed
 */
function leerlandschap_print_recent_activity($course, $viewfullnames, $timestart): bool {
    global $OUTPUT;

    $meetings = news::meetings($course, (int) $timestart);
    if ($meetings) {
        echo $OUTPUT->heading(get_string('modulenameplural', 'mod_leerlandschap'), 6);
        echo $OUTPUT->render(new recent_meetings($meetings));
    }
    return (bool) $meetings;
}

/**
 * Adds the meetings of an activity in which something has changed to the report of recent activity.
 *
 * @param stdClass[] $activities to be filled
 * @param int $index where the next one goes
 * @param int $timestart since when
 * @param int $courseid the course
 * @param int $cmid the course module
 * @param int $userid only what this user did: nothing then, as nothing names anybody
 * @param int $groupid only what this group did, 0 for all
 */
function leerlandschap_get_recent_mod_activity(
    &$activities,
    &$index,
    $timestart,
    $courseid,
    $cmid,
    $userid = 0,
    $groupid = 0
): void {
    foreach ($userid ? [] : news::meetings(get_course($courseid), (int) $timestart, (int) $cmid, (int) $groupid) as $row) {
        $activities[$index++] = (object) [
            'type' => 'leerlandschap',
            'cmid' => $row->cm->id,
            'name' => $row->cm->get_formatted_name(),
            'sectionnum' => $row->cm->sectionnum,
            'timestamp' => news::time($row),
            'content' => $row,
        ];
    }
}

/**
 * Prints a meeting for the report of recent activity.
 *
 * @param stdClass $activity what leerlandschap_get_recent_mod_activity has added
 * @param int $courseid the course
 * @param bool $detail whether the activity is named
 * @param string[] $modnames names of kinds of activities
 * @param bool $viewfullnames not used: nobody is named
 */
function leerlandschap_print_recent_mod_activity($activity, $courseid, $detail, $modnames, $viewfullnames = false): void {
    global $OUTPUT;

    echo $OUTPUT->render(new recent_meetings([$activity->content]));
}

/**
 * What has changed in an activity since a moment.
 *
 * @param cm_info $cm the course module
 * @param int $from seconds since 1970
 * @param string[] $filter only these areas; none for all
 * @return stdClass updated and itemids by area
 */
function leerlandschap_check_updates_since(cm_info $cm, $from, $filter = []): stdClass {
    return news::updates($cm, (int) $from, $filter);
}
