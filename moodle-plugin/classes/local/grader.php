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

use stdClass;

/**
 * Points for taking part, in the gradebook.
 *
 * A grade is points earned ÷ points attainable × the maximum; nothing for those who never took part.
 * Neither what somebody voted nor what somebody wrote has any part in it.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class grader {
    /** Where grades come from, as the gradebook names it. */
    private const SOURCE = 'mod/leerlandschap';

    /**
     * Creates or updates the item in the gradebook, and grades in it.
     *
     * @param stdClass $instance row of leerlandschap; cmidnumber is used where it is set
     * @param array|string|null $grades grades by user id, or 'reset'
     * @return int GRADE_UPDATE_OK or another GRADE_UPDATE_…
     */
    public static function update_item(stdClass $instance, array|string|null $grades = null): int {
        global $CFG;
        require_once($CFG->libdir . '/gradelib.php');

        $item = ['itemname' => clean_param($instance->name, PARAM_NOTAGS)];
        if (isset($instance->cmidnumber)) {
            $item['idnumber'] = $instance->cmidnumber;
        }
        if ($instance->grade > 0) {
            $item += ['gradetype' => GRADE_TYPE_VALUE, 'grademax' => $instance->grade, 'grademin' => 0];
        } else {
            $item['gradetype'] = GRADE_TYPE_NONE;
        }
        if ($grades === 'reset') {
            $item['reset'] = true;
            $grades = null;
        }
        return self::update($instance, $grades, $item);
    }

    /**
     * Deletes the item in the gradebook.
     *
     * @param stdClass $instance row of leerlandschap
     * @return int GRADE_UPDATE_OK or another GRADE_UPDATE_…
     */
    public static function delete_item(stdClass $instance): int {
        return self::update($instance, null, ['deleted' => 1]);
    }

    /**
     * Writes the grade of one user.
     *
     * @param stdClass $instance row of leerlandschap
     * @param int $userid the user
     * @param bool $nullifnone whether a grade that no longer holds is taken away
     */
    public static function update_user(stdClass $instance, int $userid, bool $nullifnone = true): void {
        $grades = self::grades($instance, $userid);
        if (!$grades && $nullifnone) {
            $grades[$userid] = (object) ['userid' => $userid, 'rawgrade' => null, 'feedback' => null];
        }
        self::update_item($instance, $grades ?: null);
    }

    /**
     * Writes the grades of all who took part.
     *
     * @param stdClass $instance row of leerlandschap
     */
    public static function update_all(stdClass $instance): void {
        self::update_item($instance, self::grades($instance) ?: null);
    }

    /**
     * The grades as the gradebook takes them.
     *
     * @param stdClass $instance row of leerlandschap
     * @param int $userid 0 for all who took part
     * @return stdClass[] by user id: userid, rawgrade, feedback, feedbackformat; none for those who never took part
     */
    public static function grades(stdClass $instance, int $userid = 0): array {
        if ($instance->grade <= 0) {
            return [];
        }
        $course = get_course($instance->course);
        $grades = [];
        foreach (self::participants((int) $instance->id, $userid) as $user) {
            $points = progress::points((int) $instance->id, (int) $user->id);
            if ($points['earned'] <= 0 || $points['attainable'] <= 0) {
                continue;
            }
            $fraction = min(1.0, $points['earned'] / $points['attainable']);
            $grades[$user->id] = (object) [
                'userid' => (int) $user->id,
                'rawgrade' => $fraction * $instance->grade,
                'feedback' => self::feedback($instance, $points, language::of_user($user, $course)),
                'feedbackformat' => FORMAT_PLAIN,
            ];
        }
        return $grades;
    }

    /**
     * What a participant reads beside the grade: which steps count, and which are still to do.
     *
     * @param stdClass $instance row of leerlandschap
     * @param array $points what progress::points says
     * @param string $lang the participant's language
     * @return string plain text
     */
    private static function feedback(stdClass $instance, array $points, string $lang): string {
        $strings = get_string_manager();
        $steps = exercise_store::of_instance($instance)->export(false)['steps'];
        $titles = array_column($steps, 'title', 'id');
        $sentences = [];
        foreach (['feedbackdone' => 'done', 'feedbackopen' => 'open'] as $identifier => $which) {
            if ($points[$which]) {
                $names = array_map(fn(string $step): string => language::pick($titles[$step] ?? [$step], $lang), $points[$which]);
                $sentences[] = $strings->get_string($identifier, 'mod_leerlandschap', implode(', ', $names), $lang);
            }
        }
        $sentences[] = $strings->get_string('feedbackpoints', 'mod_leerlandschap', $points, $lang);
        return implode(' ', $sentences);
    }

    /**
     * Those who took part in a step.
     *
     * @param int $instanceid id of the activity
     * @param int $userid only this user; 0 for all
     * @return stdClass[] id and lang of users, by id
     */
    private static function participants(int $instanceid, int $userid): array {
        global $DB;

        $where = $userid ? 'AND p.userid = :userid' : '';
        return $DB->get_records_sql(
            "SELECT DISTINCT u.id, u.lang
               FROM {leerlandschap_progress} p
               JOIN {leerlandschap_meeting} m ON m.id = p.meetingid
               JOIN {user} u ON u.id = p.userid
              WHERE m.leerlandschapid = :instanceid AND u.deleted = 0 $where",
            ['instanceid' => $instanceid, 'userid' => $userid]
        );
    }

    /**
     * Hands over to the gradebook.
     *
     * @param stdClass $instance row of leerlandschap
     * @param array|null $grades grades by user id
     * @param array $item details of the item
     * @return int GRADE_UPDATE_…
     */
    private static function update(stdClass $instance, ?array $grades, array $item): int {
        global $CFG;
        require_once($CFG->libdir . '/gradelib.php');

        return grade_update(self::SOURCE, $instance->course, 'mod', 'leerlandschap', $instance->id, 0, $grades, $item);
    }
}
