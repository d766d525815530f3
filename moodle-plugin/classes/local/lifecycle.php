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
use mod_leerlandschap\completion\custom_completion;
use mod_leerlandschap\event\course_module_viewed;
use mod_leerlandschap\local\pulse\publisher;
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
        $data->exerciseversion = 0;
        $preset = self::take_preset($data);
        $data->id = $DB->insert_record('leerlandschap', $data);
        if ($preset !== null) {
            own_exercise::put($data, $preset, null);
        }
        grader::update_item($data);
        self::expect_completion($data);
        activity_calendar::refresh($data);
        return $data->id;
    }

    /**
     * Stores changed settings.
     *
     * What is frozen keeps its value, whoever calls.
     *
     * @param stdClass $data what the form sent; instance is the id
     * @return bool always true; a failure throws
     */
    public static function update(stdClass $data): bool {
        [$before, $after] = transaction::run(function () use ($data): array {
            global $DB;

            // Nobody saves the exercise, and no group begins with it, between what is read here and what is stored.
            instance_lock::take_with_meetings((int) $data->instance);
            $before = $DB->get_record('leerlandschap', ['id' => $data->instance], '*', MUST_EXIST);
            // A copy, as this can run a second time.
            return [$before, self::store(clone $data, $before)];
        });
        // What is published may be of another exercise, or of other rules.
        publisher::withdraw((int) $after->id);
        // Core's form asks whether grades that are there follow another maximum; those written later do in any case.
        $rescaled = $before->grade != $after->grade && ($data->grade_rescalegrades ?? '') !== 'no';
        if ($rescaled || $before->exerciseversion != $after->exerciseversion) {
            grader::update_all($after);
        } else {
            grader::update_item($after);
        }
        self::expect_completion($after);
        activity_calendar::refresh($after);
        return true;
    }

    /**
     * Stores what may change of changed settings.
     *
     * @param stdClass $data what the form sent, changed in place
     * @param stdClass $before row of leerlandschap as it is stored
     * @return stdClass $data, with what was stored
     */
    private static function store(stdClass $data, stdClass $before): stdClass {
        global $DB;

        $data->id = $before->id;
        foreach (activity_settings::frozen((int) $data->id) as $field) {
            $data->$field = $before->$field;
        }
        // Core's update_module() puts its own 0 here, for rated activities.
        if (!in_array($data->scale ?? null, activity_settings::SCALES, true)) {
            $data->scale = $before->scale;
        }
        foreach ((array) $before as $field => $value) {
            $data->$field ??= $value;
        }
        activity_settings::complete($data, $before);
        $data->timemodified = time();
        $preset = self::take_preset($data);
        // Only a save of the exercise counts it.
        $data->exerciseversion = $before->exerciseversion;
        $DB->update_record('leerlandschap', $data);
        if ($preset !== null || $before->format !== $data->format) {
            // Whoever chooses another exercise does not take along what was changed in the one before.
            own_exercise::put($data, $preset, null);
        }
        return $data;
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
        activity_calendar::remove($id);
        eraser::delete_meetings($id);
        own_exercise::delete($id);
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

        $fields = 'id, name, intro, introformat, timeopen, timeclose, ' . implode(', ', custom_completion::RULES);
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
            foreach (custom_completion::RULES as $rule) {
                $info->customdata['customcompletionrules'][$rule] = $instance->$rule;
            }
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
            // Course pages show these dates from there.
            rebuild_course_cache((int) $data->courseid, true);
            // What is published goes by them too.
            foreach ($DB->get_fieldset_select('leerlandschap', 'id', 'course = ?', [$data->courseid]) as $id) {
                publisher::withdraw((int) $id);
            }
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
     * Puts the format that a preset was made from in the place of a preset that was chosen.
     *
     * @param stdClass $data what the form sent, changed in place
     * @return string|null the exercise of the preset; null where none was chosen
     */
    private static function take_preset(stdClass $data): ?string {
        $preset = preset_store::chosen((string) $data->format);
        if ($preset) {
            $data->format = $preset->format;
        }
        return $preset?->exercise;
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
