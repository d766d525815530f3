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
 * A grade is points earned ÷ points attainable × the maximum; nothing for those who never took part. Of a scale of words
 * the last one is for all points and the first one for any less than the second takes. Neither what somebody voted nor
 * what somebody wrote has any part in it.
 *
 * Nothing is written for those who are not in the course: core took their grades out, and could not recover those of
 * other activities any more for somebody who comes back and has one.
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
        $item += match (true) {
            $instance->grade > 0 => ['gradetype' => GRADE_TYPE_VALUE, 'grademax' => $instance->grade, 'grademin' => 0],
            $instance->grade < 0 => ['gradetype' => GRADE_TYPE_SCALE, 'scaleid' => -$instance->grade],
            default => ['gradetype' => GRADE_TYPE_NONE],
        };
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
     * Writes the grades of users.
     *
     * @param stdClass $instance row of leerlandschap
     * @param int[] $userids the users, in the order in which new grades are stored
     * @param bool $nullifnone whether a grade that no longer holds is taken away
     */
    public static function update_users(stdClass $instance, array $userids, bool $nullifnone = true): void {
        $found = self::grades($instance, $userids);
        $inside = $nullifnone ? self::enrolled($instance, $userids) : [];
        $grades = [];
        foreach ($userids as $userid) {
            $grades[$userid] = $found[$userid] ?? (isset($inside[$userid]) ? self::none($userid) : null);
        }
        self::update_item($instance, array_filter($grades) ?: null);
    }

    /**
     * Writes the grades of all who took part. Who has no points any more, as their steps give none now, has no grade.
     *
     * @param stdClass $instance row of leerlandschap
     */
    public static function update_all(stdClass $instance): void {
        $grades = self::grades($instance);
        foreach ($instance->grade ? self::graded_participants($instance) : [] as $userid) {
            $grades[$userid] ??= self::none($userid);
        }
        self::update_item($instance, $grades ?: null);
    }

    /**
     * What the gradebook is told of somebody without a grade.
     *
     * @param int $userid the user
     * @return stdClass
     */
    private static function none(int $userid): stdClass {
        return (object) ['userid' => $userid, 'rawgrade' => null, 'feedback' => null];
    }

    /**
     * The grades as the gradebook takes them.
     *
     * @param stdClass $instance row of leerlandschap
     * @param int[]|null $userids only these users; null for all who took part
     * @return stdClass[] by user id: userid, usermodified, rawgrade, feedback, feedbackformat; none for those who never took part
     */
    public static function grades(stdClass $instance, ?array $userids = null): array {
        $words = $instance->grade < 0 ? self::words(-$instance->grade) : null;
        if (!$instance->grade || $words === 0) {
            return [];
        }
        $course = get_course($instance->course);
        $titles = array_column(exercise_store::of_instance($instance)->export(false)['steps'], 'title', 'id');
        $participants = self::participants($instance, $userids);
        $pointsof = progress::points_of($instance, array_map('intval', array_keys($participants)));
        $grades = [];
        foreach ($participants as $user) {
            $points = $pointsof[$user->id];
            if ($points['earned'] <= 0 || $points['attainable'] <= 0) {
                continue;
            }
            $grades[$user->id] = (object) [
                'userid' => (int) $user->id,
                // Earned by themselves, whoever's request tells it.
                'usermodified' => (int) $user->id,
                'rawgrade' => $words === null
                    ? $points['earned'] / $points['attainable'] * $instance->grade
                    : 1 + intdiv($points['earned'] * ($words - 1), $points['attainable']),
                'feedback' => self::feedback($titles, $points, language::of_user($user, $course)),
                'feedbackformat' => FORMAT_PLAIN,
            ];
        }
        return $grades;
    }

    /**
     * What a participant reads beside the grade: which steps count, and which are still to do.
     *
     * @param array[] $titles titles of the steps by language, by step
     * @param array $points what progress::points says
     * @param string $lang the participant's language
     * @return string plain text
     */
    private static function feedback(array $titles, array $points, string $lang): string {
        $strings = get_string_manager();
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
     * How many words a scale has.
     *
     * @param int $scaleid id of the scale
     * @return int 0 where there is no such scale
     */
    private static function words(int $scaleid): int {
        global $CFG;
        require_once($CFG->libdir . '/gradelib.php');

        $scale = \grade_scale::fetch(['id' => $scaleid]);
        return $scale ? count($scale->load_items()) : 0;
    }

    /**
     * Those in the course who took part in a step, also where their enrolment is suspended.
     *
     * @param stdClass $instance row of leerlandschap
     * @param int[]|null $userids only these users; null for all
     * @return stdClass[] id and lang of users, by id
     */
    private static function participants(stdClass $instance, ?array $userids): array {
        return self::enrolled($instance, $userids, 'EXISTS (
            SELECT 1
              FROM {leerlandschap_progress} p
              JOIN {leerlandschap_meeting} m ON m.id = p.meetingid
             WHERE m.leerlandschapid = :instanceid AND p.userid = u.id)', ['instanceid' => $instance->id]);
    }

    /**
     * Those of some users who are in the course.
     *
     * @param stdClass $instance row of leerlandschap
     * @param int[]|null $userids only these users; null for all
     * @param string $which condition on the user u
     * @param array $params its parameters
     * @return stdClass[] id and lang of users, by id
     */
    private static function enrolled(stdClass $instance, ?array $userids, string $which = '1 = 1', array $params = []): array {
        global $DB;

        if ($userids === []) {
            return [];
        }
        [$enrolled, $more] = get_enrolled_sql(\context_course::instance($instance->course));
        [$in, $ids] = $userids === null ? ['IS NOT NULL', []] : $DB->get_in_or_equal($userids, SQL_PARAMS_NAMED, 'graded');
        return $DB->get_records_sql(
            "SELECT u.id, u.lang
               FROM {user} u
               JOIN ($enrolled) e ON e.id = u.id
              WHERE u.deleted = 0 AND u.id $in AND $which",
            $params + $more + $ids
        );
    }

    /**
     * Those who took part in a step and whose grade stands in the gradebook.
     *
     * @param stdClass $instance row of leerlandschap
     * @return int[] ids of users
     */
    private static function graded_participants(stdClass $instance): array {
        return array_keys(self::enrolled($instance, null, 'EXISTS (
            SELECT 1
              FROM {grade_items} i
              JOIN {grade_grades} g ON g.itemid = i.id AND g.rawgrade IS NOT NULL
              JOIN {leerlandschap_progress} p ON p.userid = g.userid
              JOIN {leerlandschap_meeting} m ON m.id = p.meetingid AND m.leerlandschapid = i.iteminstance
             WHERE i.itemtype = :itemtype AND i.itemmodule = :itemmodule AND i.iteminstance = :instanceid AND g.userid = u.id)', [
                'itemtype' => 'mod', 'itemmodule' => 'leerlandschap', 'instanceid' => $instance->id,
            ]));
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
