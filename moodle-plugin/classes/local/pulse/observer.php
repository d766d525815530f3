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

namespace mod_leerlandschap\local\pulse;

use core\event\base;

/**
 * Makes tokens worthless where somebody may have lost a right: what they had could still be read with theirs.
 *
 * Whoever only gains something is not asked for: the others' tokens stay, so that a room does not have to ask for new
 * ones whenever somebody comes in late.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class observer {
    /** Rights of core that decide who sees which room. */
    private const CAPABILITIES = [
        'moodle/site:accessallgroups',
        'moodle/course:view',
        'moodle/course:viewhiddenactivities',
        'moodle/course:viewhiddencourses',
    ];

    /** Meetings with a key, and the activities they belong to. */
    private const MEETINGS = 'SELECT m.id
        FROM {leerlandschap_meeting} m
        JOIN {leerlandschap} l ON l.id = m.leerlandschapid';

    /**
     * Somebody left the course, or their enrolment changed; groupings of the course changed.
     *
     * @param base $event the event
     */
    public static function course_changed(base $event): void {
        self::rotate('l.course = ?', [$event->courseid]);
    }

    /**
     * Somebody left a group, or it is gone.
     *
     * @param base $event the event
     */
    public static function group_changed(base $event): void {
        self::rotate('m.groupid = ?', [$event->objectid]);
    }

    /**
     * Somebody lost a role.
     *
     * @param base $event the event
     */
    public static function role_lost(base $event): void {
        self::rotate_within($event->get_context());
    }

    /**
     * Somebody got a role. It can forbid what another one allowed; whoever has only this one has just come.
     *
     * @param base $event the event
     */
    public static function role_got(base $event): void {
        global $DB;

        [$in, $params] = $DB->get_in_or_equal($event->get_context()->get_parent_context_ids(true));
        $params[] = $event->relateduserid;
        if ($DB->count_records_select('role_assignments', "contextid $in AND userid = ?", $params) > 1) {
            self::rotate_within($event->get_context());
        }
    }

    /**
     * What a role may do has changed.
     *
     * @param base $event the event
     */
    public static function capability_changed(base $event): void {
        $name = (string) ($event->other['capability'] ?? '');
        if (str_starts_with($name, 'mod/leerlandschap:') || in_array($name, self::CAPABILITIES, true)) {
            self::rotate_within($event->get_context());
        }
    }

    /**
     * The settings of an activity have changed, such as who may see it and in which groups people meet.
     *
     * @param base $event the event
     */
    public static function module_changed(base $event): void {
        if (($event->other['modulename'] ?? '') === 'leerlandschap') {
            self::rotate('l.id = ?', [$event->other['instanceid']]);
        }
    }

    /**
     * Makes the tokens of all meetings within a context worthless.
     *
     * @param \context $context the context
     */
    private static function rotate_within(\context $context): void {
        self::rotate(
            "EXISTS (SELECT 1
                       FROM {course_modules} cm
                       JOIN {modules} mo ON mo.id = cm.module AND mo.name = 'leerlandschap'
                       JOIN {context} ctx ON ctx.instanceid = cm.id AND ctx.contextlevel = ?
                      WHERE cm.instance = l.id AND (ctx.id = ? OR ctx.path LIKE ?))",
            [CONTEXT_MODULE, $context->id, "$context->path/%"]
        );
    }

    /**
     * Makes the tokens of meetings worthless.
     *
     * @param string $where condition on the meeting m and its activity l
     * @param array $params its parameters
     */
    private static function rotate(string $where, array $params): void {
        global $DB;

        if (!get_config('mod_leerlandschap', 'version')) {
            // It is being uninstalled: core takes its rights away after its tables.
            return;
        }
        // Those without a key have no tokens: of many events in a row the first alone has something to do.
        publisher::rotate($DB->get_fieldset_sql(self::MEETINGS . " WHERE m.pulsekey IS NOT NULL AND $where", $params));
    }
}
