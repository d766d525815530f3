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
use stdClass;

/**
 * The life of an activity: stored, changed, reset and deleted.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class lifecycle {
    /** What participants were told before they answered, and what answers are measured by. */
    private const FROZEN = ['format', 'scale', 'visibility', 'minanswers'];

    /**
     * Stores a new activity and its item in the gradebook.
     *
     * @param stdClass $data what the form sent
     * @return int id of the new instance
     */
    public static function add(stdClass $data): int {
        global $DB;

        $data->timecreated = time();
        $data->timemodified = $data->timecreated;
        $data->completionfinish = (int) !empty($data->completionfinish);
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
        if (self::has_answers($data->id)) {
            foreach (self::FROZEN as $field) {
                $data->$field = $before->$field;
            }
        }
        $data->timemodified = time();
        $DB->update_record('leerlandschap', $data);

        $instance = $DB->get_record('leerlandschap', ['id' => $data->id], '*', MUST_EXIST);
        $instance->cmidnumber = $data->cmidnumber ?? null;
        if ($before->grade != $instance->grade || $before->format !== $instance->format) {
            grader::update_all($instance);
        } else {
            grader::update_item($instance);
        }
        self::expect_completion($data);
        return true;
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
     * Whether anybody has answered in this activity.
     *
     * @param int $instanceid id of the instance
     * @return bool
     */
    public static function has_answers(int $instanceid): bool {
        global $DB;

        return $DB->record_exists_sql(
            "SELECT 1
               FROM {leerlandschap_answer} a
               JOIN {leerlandschap_meeting} m ON m.id = a.meetingid
              WHERE m.leerlandschapid = ?",
            [$instanceid]
        );
    }

    /**
     * Puts the expected date of completion into the calendar.
     *
     * @param stdClass $data what the form sent
     */
    private static function expect_completion(stdClass $data): void {
        if (isset($data->coursemodule)) {
            \core_completion\api::update_completion_date_event(
                $data->coursemodule,
                'leerlandschap',
                $data->id,
                $data->completionexpected ?? null ?: null
            );
        }
    }
}
