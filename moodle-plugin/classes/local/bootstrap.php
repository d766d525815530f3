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

use cm_info;
use mod_leerlandschap\local\editing\exercise_editor;
use mod_leerlandschap\local\report\activity_report;
use mod_leerlandschap\local\report\export\dataformats;
use mod_leerlandschap\local\report\report_reader;
use mod_leerlandschap\local\sharing\published;
use mod_leerlandschap\permission;
use moodle_url;
use stdClass;

/**
 * What the page embeds, so that the app starts without asking (docs/protocol.md, "Embedded by view.php").
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class bootstrap {
    /** How often the app asks for news, in milliseconds. */
    private const POLL_MS = 2000;

    /**
     * The data of the page, without strings and addresses.
     *
     * @param cm_info $cm the course module
     * @param int $groupid the group asked for, 0 for none in particular
     * @return array
     */
    public static function for_view(cm_info $cm, int $groupid): array {
        $manager = manager::of_cm($cm, $groupid);
        $leads = permission::may_lead($manager->access(), $manager->rules);
        return self::meeting($cm, $manager, $groupid, $leads) + ['leads' => $leads]
            + ($manager->access()->groupid ? ['urls' => ['shared' => published::url($cm)->out(false)]] : []);
    }

    /**
     * The data of the big screen: the room, and nothing of the user's own.
     *
     * @param cm_info $cm the course module
     * @param int $groupid the group asked for, 0 for none in particular
     * @return array
     * @throws \required_capability_exception for somebody who cannot come to lead the meeting
     */
    public static function for_presenting(cm_info $cm, int $groupid): array {
        $manager = manager::of_cm($cm, $groupid, true);
        $group = $manager->access()->groupid;
        $address = new moodle_url('/mod/leerlandschap/view.php', ['id' => $cm->id] + ($group ? ['group' => $group] : []));
        return self::meeting($cm, $manager, $groupid, false) + ['address' => $address->out(false)];
    }

    /**
     * The data of a page that shows a meeting.
     *
     * @param cm_info $cm the course module
     * @param manager $manager the activity as the user meets it
     * @param int $groupid the group asked for
     * @param bool $leads whether the page may show what is for who leads
     * @return array
     */
    private static function meeting(cm_info $cm, manager $manager, int $groupid, bool $leads): array {
        $reply = $manager->read(0);
        return self::page($cm) + [
            'host' => 'moodle',
            // Whoever does not come in reads nothing of what is asked there.
            'exercise' => $reply['room'] ? $manager->exercise->export($leads) : exercise_cover::of($manager->exercise),
            'reply' => $reply,
            'groupid' => $manager->access()->asked_by() ?? $groupid,
            'grade' => (bool) $manager->instance->grade,
            'poll_ms' => self::POLL_MS,
        ];
    }

    /**
     * The data of the editor's page, without strings and addresses.
     *
     * @param cm_info $cm the course module
     * @return array
     * @throws refusal unavailable, where there is no exercise to edit
     */
    public static function for_editor(cm_info $cm): array {
        return self::page($cm) + ['host' => 'moodle', 'editing' => (new exercise_editor($cm))->read()];
    }

    /**
     * The data of a rehearsal: the exercise and its rules, and no meeting.
     *
     * @param cm_info $cm the course module
     * @param stdClass $instance row of leerlandschap
     * @return array
     * @throws refusal unavailable, where there is no exercise
     */
    public static function for_rehearsal(cm_info $cm, stdClass $instance): array {
        global $USER;

        $exercise = exercise_store::of_instance($instance);
        return self::page($cm) + [
            'host' => 'rehearsal',
            'exercise' => $exercise->export(true),
            'settings' => rules::of_instance($instance, $exercise)->export(),
            'name' => fullname($USER),
        ];
    }

    /**
     * The data of the report's page, without strings and the addresses of the app.
     *
     * @param cm_info $cm the course module
     * @return array
     * @throws refusal unavailable, where there is no exercise; why the user sees no room
     */
    public static function for_report(cm_info $cm): array {
        $reader = report_reader::of_all_rooms($cm);
        return self::page($cm) + [
            'host' => 'moodle',
            'exercise' => $reader->exercise->export(false),
            'formats' => dataformats::enabled(),
            'report' => (new activity_report($reader))->export(),
            'urls' => [
                'gradebook' => self::gradebook($cm, $reader->instance),
                'export' => (new moodle_url('/mod/leerlandschap/export.php', ['id' => $cm->id]))->out(false),
            ],
        ];
    }

    /**
     * The address of the gradebook with the points of an activity.
     *
     * @param cm_info $cm the course module
     * @param stdClass $instance row of leerlandschap
     * @return string|null null where there are none, or the user cannot see them there
     */
    private static function gradebook(cm_info $cm, stdClass $instance): ?string {
        $may = has_all_capabilities(['gradereport/grader:view', 'moodle/grade:viewall'], $cm->context->get_course_context());
        $url = new moodle_url('/grade/report/grader/index.php', ['id' => $cm->course]);
        return $instance->grade && $may ? $url->out(false) : null;
    }

    /**
     * What every page embeds.
     *
     * @param cm_info $cm the course module
     * @return array
     */
    private static function page(cm_info $cm): array {
        global $CFG, $USER;

        return [
            'lang' => str_replace('_', '-', current_language()),
            'cmid' => (int) $cm->id,
            'site' => $CFG->wwwroot,
            'user' => (string) $USER->id,
        ];
    }
}
