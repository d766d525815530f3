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

namespace mod_leerlandschap\output;

use cm_info;
use mod_leerlandschap\local\exercise_store;
use mod_leerlandschap\local\refusal;
use mod_leerlandschap\local\rules;
use mod_leerlandschap\local\summary\activity_summary;
use mod_leerlandschap\local\summary\summaries;
use mod_leerlandschap\permission;

/**
 * What Moodle's app shows of an activity. It is done in the browser of the app: a meeting needs live updates.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class mobile {
    /**
     * The page of an activity.
     *
     * The app compiles the template as one of Angular, so nothing that somebody has typed may stand in it: that goes
     * beside it, as data.
     *
     * @param array $args what the app sends, with cmid
     * @return array templates and otherdata
     */
    public static function mobile_course_view(array $args): array {
        global $OUTPUT;

        [$course, $cm] = get_course_and_cm_from_cmid((int) ($args['cmid'] ?? 0), 'leerlandschap');
        require_login($course, false, $cm, true, true);
        permission::require_view($cm->context);
        $summary = \core\di::get(summaries::class)->of($cm);
        return [
            'templates' => [[
                'id' => 'main',
                'html' => $OUTPUT->render_from_template('mod_leerlandschap/mobileapp/course_view', [
                    'url' => $cm->url->out(false),
                    'teaches' => $summary->teaches,
                ]),
            ]],
            'otherdata' => ['notice' => self::notice($cm)] + self::facts($summary),
        ];
    }

    /**
     * How the activity stands, as texts.
     *
     * @param activity_summary $summary how it stands
     * @return string[] by name
     */
    private static function facts(activity_summary $summary): array {
        return array_map(strval(...), $summary->teaches ? [
            'joined' => $summary->joined,
            'openmeetings' => $summary->openmeetings,
            'openactions' => $summary->openactions,
        ] : [
            'status' => $summary->status_text(),
            'steps' => $summary->steps_text(),
            'ownactions' => $summary->ownactions,
        ]);
    }

    /**
     * Why the user can do nothing there now.
     *
     * @param cm_info $cm the course module
     * @return string '' where they can
     */
    private static function notice(cm_info $cm): string {
        global $DB;

        $instance = $DB->get_record('leerlandschap', ['id' => $cm->instance], '*', MUST_EXIST);
        try {
            $rules = rules::of_instance($instance, exercise_store::of_instance($instance));
        } catch (refusal $refusal) {
            return $refusal->getMessage();
        }
        $notice = permission::access($cm, $instance, $rules, 0)->notice;
        return $notice === null ? '' : get_string("error:$notice", 'mod_leerlandschap');
    }
}
