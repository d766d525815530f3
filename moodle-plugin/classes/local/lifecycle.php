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

namespace mod_leerlandschap\local;

use cached_cm_info;
use cm_info;
use completion_info;
use context_module;
use mod_leerlandschap\event\course_module_viewed;
use stdClass;

/**
 * The life of an activity: stored, looked at, changed, reset and deleted.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class lifecycle {
    /**
     * Stores a new activity and its item in the gradebook.
     *
     * @param stdClass $data what the form sent; what is left out gets its default
     * @return int id of the new instance
     */
    public static function add(stdClass $data): int {
        global $DB;

        activity_settings::complete($data);
        $data->timecreated = time();
        $data->timemodified = $data->timecreated;
        $data->id = $DB->insert_record('leerlandschap', $data);
        grader::update_item($data);
        self::expect_completion($data);
        return $data->id;
    }

    /**
     * Stores changed settings.
     *
     * What is frozen keeps its value after the first answer, whoever calls.
     *
     * @param stdClass $data what the form sent; instance is the id
     * @return bool always true; a failure throws
     */
    public static function update(stdClass $data): bool {
        global $DB;

        $data->id = $data->instance;
        $before = $DB->get_record('leerlandschap', ['id' => $data->id], '*', MUST_EXIST);
        if (self::has_answers((int) $data->id)) {
            foreach (activity_settings::FROZEN as $field) {
                $data->$field = $before->$field;
            }
        }
        // Core's update_module() puts its own 0 here, for rated activities.
        if (!in_array($data->scale ?? null, activity_settings::SCALES, true)) {
            $data->scale = $before->scale;
        }
        foreach ((array) $before as $field => $value) {
            $data->$field ??= $value;
        }
        activity_settings::complete($data);
        $data->timemodified = time();
        $DB->update_record('leerlandschap', $data);

        if ($before->grade != $data->grade || $before->format !== $data->format) {
            grader::update_all($data);
        } else {
            grader::update_item($data);
        }
        self::expect_completion($data);
        return true;
    }

    /**
     * Deletes an activity with its meetings and its item in the gradebook.
     *
     * @param int $id id of the instance
     * @return bool false where there is no such activity
     */
    public static function delete(int $id): bool {
        global $DB;

        $instance = $DB->get_record('leerlandschap', ['id' => $id]);
        if (!$instance) {
            return false;
        }
        $cm = get_coursemodule_from_instance('leerlandschap', $id);
        if ($cm) {
            \core_completion\api::update_completion_date_event($cm->id, 'leerlandschap', $id, null);
        }
        eraser::delete_meetings($id);
        $DB->delete_records('leerlandschap_item', ['leerlandschapid' => $id]);
        $DB->delete_records('leerlandschap', ['id' => $id]);
        grader::delete_item($instance);
        return true;
    }

    /**
     * Notes that the current user looked at the activity.
     *
     * @param stdClass $instance row of leerlandschap
     * @param stdClass $course the course
     * @param cm_info $cm the course module
     */
    public static function viewed(stdClass $instance, stdClass $course, cm_info $cm): void {
        $event = course_module_viewed::create([
            'objectid' => $instance->id,
            'context' => context_module::instance($cm->id),
        ]);
        $event->add_record_snapshot('course', $course);
        $event->add_record_snapshot('course_modules', $cm->get_course_module_record());
        $event->add_record_snapshot('leerlandschap', $instance);
        $event->trigger();
        (new completion_info($course))->set_module_viewed($cm);
    }

    /**
     * What course pages need to know: completion rules, dates, description.
     *
     * @param stdClass $coursemodule row of course_modules
     * @return cached_cm_info|false false where the instance is missing
     */
    public static function course_module_info(stdClass $coursemodule): cached_cm_info|false {
        global $DB;

        $fields = 'id, name, intro, introformat, timeopen, timeclose, completionfinish';
        $instance = $DB->get_record('leerlandschap', ['id' => $coursemodule->instance], $fields);
        if (!$instance) {
            return false;
        }
        $info = new cached_cm_info();
        $info->name = $instance->name;
        if ($coursemodule->showdescription) {
            $info->content = format_module_intro('leerlandschap', $instance, $coursemodule->id, false);
        }
        if ($coursemodule->completion == COMPLETION_TRACKING_AUTOMATIC) {
            $info->customdata['customcompletionrules']['completionfinish'] = $instance->completionfinish;
        }
        foreach (['timeopen', 'timeclose'] as $date) {
            if ($instance->$date) {
                $info->customdata[$date] = $instance->$date;
            }
        }
        return $info;
    }

    /**
     * Resets the activities of a course.
     *
     * @param stdClass $data what the form sent, with courseid and timeshift
     * @return array[] what was done: component, item and error each
     */
    public static function reset(stdClass $data): array {
        global $DB;

        $component = get_string('modulenameplural', 'mod_leerlandschap');
        $status = [];
        if (!empty($data->reset_leerlandschap)) {
            foreach ($DB->get_fieldset_select('leerlandschap', 'id', 'course = ?', [$data->courseid]) as $id) {
                eraser::delete_meetings((int) $id);
            }
            if (empty($data->reset_gradebook_grades)) {
                self::reset_gradebook((int) $data->courseid);
            }
            $item = get_string('resetmeetings', 'mod_leerlandschap');
            $status[] = ['component' => $component, 'item' => $item, 'error' => false];
        }
        if (!empty($data->timeshift)) {
            $error = !shift_course_mod_dates('leerlandschap', ['timeopen', 'timeclose'], $data->timeshift, $data->courseid);
            $status[] = ['component' => $component, 'item' => get_string('date'), 'error' => $error];
        }
        return $status;
    }

    /**
     * Takes all grades of the activities of a course out of the gradebook.
     *
     * @param int $courseid id of the course
     */
    public static function reset_gradebook(int $courseid): void {
        global $DB;

        foreach ($DB->get_records('leerlandschap', ['course' => $courseid]) as $instance) {
            grader::update_item($instance, 'reset');
        }
    }

    /**
     * Whether anybody has answered in this activity.
     *
     * @param int $instanceid id of the instance
     * @return bool
     */
    public static function has_answers(int $instanceid): bool {
        global $DB;

        return $DB->record_exists('leerlandschap_meeting', ['leerlandschapid' => $instanceid, 'frozen' => 1]);
    }

    /**
     * What somebody can do about an event in the calendar: open the activity, until it is complete.
     *
     * @param \calendar_event $event the event
     * @param \core_calendar\action_factory $factory makes the action
     * @param int $userid whose dashboard it is, 0 for the current user's
     * @return \core_calendar\local\event\entities\action_interface|null null where there is nothing to do
     */
    public static function event_action($event, $factory, int $userid) {
        global $USER;

        $userid = $userid ?: (int) $USER->id;
        $cm = get_fast_modinfo($event->courseid, $userid)->instances['leerlandschap'][$event->instance] ?? null;
        if (!$cm || !$cm->uservisible) {
            return null;
        }
        $completion = new completion_info($cm->get_course());
        if ($completion->get_data($cm, false, $userid)->completionstate != COMPLETION_INCOMPLETE) {
            return null;
        }
        return $factory->create_instance(
            get_string('view'),
            new \moodle_url('/mod/leerlandschap/view.php', ['id' => $cm->id]),
            1,
            true
        );
    }

    /**
     * Puts the expected date of completion into the calendar.
     *
     * @param stdClass $data what the form sent
     */
    private static function expect_completion(stdClass $data): void {
        if (isset($data->coursemodule)) {
            $expected = empty($data->completionexpected) ? null : $data->completionexpected;
            \core_completion\api::update_completion_date_event($data->coursemodule, 'leerlandschap', $data->id, $expected);
        }
    }
}
