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

use calendar_event;
use cm_info;
use completion_info;
use context_module;
use core_calendar\action_factory;
use core_calendar\local\event\entities\action_interface;
use mod_leerlandschap\local\actions\action_calendar;
use mod_leerlandschap\local\actions\open_actions;
use mod_leerlandschap\local\pulse\publisher;
use mod_leerlandschap\permission;
use stdClass;

/**
 * The dates of an activity in the calendar, and what somebody can do about its events on their timeline.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class activity_calendar {
    /** Type of event => field of the activity with its date. */
    private const DATES = ['open' => 'timeopen', 'close' => 'timeclose'];

    /**
     * Brings the dates of an activity in the calendar up to date.
     *
     * @param stdClass $instance row of leerlandschap
     */
    public static function refresh(stdClass $instance): void {
        global $CFG, $DB;
        require_once($CFG->dirroot . '/calendar/lib.php');

        foreach (self::DATES as $type => $field) {
            $where = ['modulename' => 'leerlandschap', 'instance' => $instance->id, 'eventtype' => $type];
            $id = $DB->get_field('event', 'id', $where, IGNORE_MULTIPLE);
            if ($instance->$field) {
                $event = self::event($instance, $type, (int) $instance->$field);
                $id ? calendar_event::load($id)->update($event, false) : calendar_event::create($event, false);
            } else if ($id) {
                calendar_event::load($id)->delete();
            }
        }
        open_actions::look_again((int) $instance->id);
    }

    /**
     * A date as an event of the calendar.
     *
     * @param stdClass $instance row of leerlandschap
     * @param string $type type of the event
     * @param int $time seconds since 1970
     * @return stdClass
     */
    private static function event(stdClass $instance, string $type, int $time): stdClass {
        // On timelines stands the last date only.
        $isaction = $type === 'close' || !$instance->timeclose;
        return (object) [
            'name' => get_string("calendar$type", 'mod_leerlandschap', $instance->name),
            'description' => '',
            'format' => FORMAT_HTML,
            'courseid' => $instance->course,
            'groupid' => 0,
            'userid' => 0,
            'modulename' => 'leerlandschap',
            'instance' => $instance->id,
            'type' => $isaction ? CALENDAR_EVENT_TYPE_ACTION : CALENDAR_EVENT_TYPE_STANDARD,
            'eventtype' => $type,
            'timestart' => $time,
            'timesort' => $time,
            'timeduration' => 0,
            'visible' => instance_is_visible('leerlandschap', $instance),
        ];
    }

    /**
     * Brings the dates of several activities up to date.
     *
     * @param int $courseid only those of this course; 0 for all
     * @param stdClass|int|null $instance only this one: row of leerlandschap or its id
     */
    public static function refresh_all(int $courseid, stdClass|int|null $instance): void {
        global $DB;

        if (is_object($instance)) {
            self::refresh($instance);
            return;
        }
        $where = ($courseid ? ['course' => $courseid] : []) + ($instance ? ['id' => $instance] : []);
        array_map([self::class, 'refresh'], $DB->get_records('leerlandschap', $where));
    }

    /**
     * Takes everything of an activity out of all calendars, also out of those of single users, which core would leave.
     *
     * @param int $instanceid id of the activity
     */
    public static function remove(int $instanceid): void {
        global $DB;

        $DB->delete_records('event', ['modulename' => 'leerlandschap', 'instance' => $instanceid]);
    }

    /**
     * What somebody can do about an event.
     *
     * @param calendar_event $event the event
     * @param action_factory $factory makes the action
     * @param int $userid whose timeline it is
     * @return action_interface|null null where there is nothing to do
     */
    public static function action(calendar_event $event, action_factory $factory, int $userid): ?action_interface {
        $cm = get_fast_modinfo($event->courseid, $userid)->instances['leerlandschap'][$event->instance] ?? null;
        if (!$cm || !$cm->uservisible || !permission::belongs(context_module::instance($cm->id), $userid)) {
            return null;
        }
        $params = ['id' => $cm->id];
        if ($event->eventtype === action_calendar::TYPE) {
            $action = self::open_action($event, $userid);
            if (!$action || !self::is_in($cm, (int) $action->groupid, $userid)) {
                return null;
            }
            $params += $action->groupid ? ['group' => $action->groupid] : [];
        } else if (!self::is_expected($event, $cm, $userid)) {
            return null;
        }
        $opens = (int) ($cm->customdata['timeopen'] ?? 0);
        return $factory->create_instance(
            get_string('view'),
            new \moodle_url('/mod/leerlandschap/view.php', $params),
            1,
            $opens <= clock_time::seconds()
        );
    }

    /**
     * Whether somebody is to see an event. Of an action that is over, or of a group that they are in no more, they do not.
     *
     * @param calendar_event $event the event
     * @param int $userid whose calendar it is
     * @return bool
     */
    public static function is_visible(calendar_event $event, int $userid): bool {
        if ($event->eventtype !== action_calendar::TYPE) {
            return true;
        }
        $cm = get_fast_modinfo($event->courseid, $userid)->instances['leerlandschap'][$event->instance] ?? null;
        $action = self::open_action($event, $userid);
        return $cm && $action && permission::belongs(context_module::instance($cm->id), $userid)
            && self::is_in($cm, (int) $action->groupid, $userid);
    }

    /**
     * The open action that an event is about.
     *
     * @param calendar_event $event the event
     * @param int $userid whose calendar it is
     * @return stdClass|null row of leerlandschap_action
     */
    private static function open_action(calendar_event $event, int $userid): ?stdClass {
        global $DB;

        return $DB->get_record(open_actions::TABLE, ['userid' => $userid, 'eventid' => $event->id]) ?: null;
    }

    /**
     * Whether somebody can enter the room of a group.
     *
     * @param cm_info $cm the course module
     * @param int $groupid the group, 0 without groups
     * @param int $userid the user
     * @return bool
     */
    private static function is_in(cm_info $cm, int $groupid, int $userid): bool {
        if (groups_get_activity_groupmode($cm) == NOGROUPS) {
            return $groupid === 0;
        }
        return in_array($groupid, self::groups($cm, $userid)) || (audience::is_room($cm, $groupid)
            && has_capability('moodle/site:accessallgroups', context_module::instance($cm->id), $userid));
    }

    /**
     * The groups of somebody that meet in an activity, as core caches them.
     *
     * @param cm_info $cm the course module
     * @param int $userid the user
     * @return int[]
     */
    private static function groups(cm_info $cm, int $userid): array {
        return groups_get_user_groups($cm->course, $userid)[$cm->groupingid] ?? [];
    }

    /**
     * Whether somebody is still to take part: not where they lead, nor once they have done what there is to do.
     *
     * What they did since the group last went on is not looked at: nothing but their own screen tells that.
     *
     * @param calendar_event $event an event with a date of the activity
     * @param cm_info $cm the course module
     * @param int $userid the user
     * @return bool
     */
    private static function is_expected(calendar_event $event, cm_info $cm, int $userid): bool {
        $completion = new completion_info($cm->get_course());
        if ($completion->get_data($cm, false, $userid)->completionstate != COMPLETION_INCOMPLETE) {
            return false;
        }
        if (!isset(self::DATES[$event->eventtype])) {
            return true;
        }
        $context = context_module::instance($cm->id);
        $closes = (int) ($cm->customdata['timeclose'] ?? 0);
        if (
            ($closes && $closes <= clock_time::seconds())
            || !has_capability('mod/leerlandschap:participate', $context, $userid)
            || has_capability('mod/leerlandschap:facilitate', $context, $userid)
            || (groups_get_activity_groupmode($cm) != NOGROUPS && !self::groups($cm, $userid))
        ) {
            return false;
        }
        try {
            return (bool) progress::points((int) $cm->instance, $userid)['open'];
        } catch (refusal) {
            // An exercise that is not there asks nothing of anybody.
            return false;
        }
    }

    /**
     * What a date may be moved to in the calendar.
     *
     * @param string $type type of the event
     * @param stdClass $instance row of leerlandschap
     * @return array earliest and latest moment, each null or a moment and why
     */
    public static function range(string $type, stdClass $instance): array {
        $why = get_string('closebeforeopen', 'mod_leerlandschap');
        return match (true) {
            $type === 'open' && (bool) $instance->timeclose => [null, [(int) $instance->timeclose - 1, $why]],
            $type === 'close' && (bool) $instance->timeopen => [[(int) $instance->timeopen + 1, $why], null],
            isset(self::DATES[$type]) => [null, null],
            default => [false, false],
        };
    }

    /**
     * Takes over a date that was moved in the calendar.
     *
     * @param calendar_event $event the event
     * @param stdClass $instance row of leerlandschap
     */
    public static function moved(calendar_event $event, stdClass $instance): void {
        $field = self::DATES[$event->eventtype] ?? null;
        $cm = get_fast_modinfo($event->courseid)->instances['leerlandschap'][$instance->id] ?? null;
        $context = $cm ? context_module::instance($cm->id) : null;
        if (!$field || !$cm || !has_capability('moodle/course:manageactivities', $context)) {
            return;
        }
        $moved = transaction::run(fn(): bool => self::store((int) $instance->id, $field, (int) $event->timestart));
        if ($moved) {
            // What is published may go by the date of before.
            publisher::withdraw((int) $instance->id);
            \core\event\course_module_updated::create_from_cm($cm, $context)->trigger();
        }
    }

    /**
     * Stores a date of an activity.
     *
     * @param int $instanceid id of the activity
     * @param string $field the field of leerlandschap with the date
     * @param int $time seconds since 1970
     * @return bool false where it is stored already
     */
    private static function store(int $instanceid, string $field, int $time): bool {
        global $DB;

        instance_lock::take_with_meetings($instanceid);
        if ((int) $DB->get_field('leerlandschap', $field, ['id' => $instanceid], MUST_EXIST) === $time) {
            return false;
        }
        $changes = ['id' => $instanceid, $field => $time, 'timemodified' => clock_time::seconds()];
        return $DB->update_record('leerlandschap', (object) $changes);
    }
}
