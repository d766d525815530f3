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

namespace mod_leerlandschap\local\actions;

use mod_leerlandschap\local\clock_time;
use mod_leerlandschap\local\language;
use stdClass;

/**
 * What stands of open actions in the calendars and timelines of those who are to do them, and of nobody else.
 *
 * The text of an action is only in the description: the name comes into the course's log, where other groups could
 * read it, whenever core hides, shows or deletes the activity. Core's calendar_event would write it there at once.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class action_calendar {
    /** Type of these events. */
    public const TYPE = 'actiondue';

    /** @var stdClass[] what stands of these actions in calendars: rows of event by id */
    private readonly array $events;

    /** @var stdClass row of course */
    private readonly stdClass $course;

    /**
     * The calendars of those who have actions from an activity.
     *
     * @param stdClass $instance row of leerlandschap
     * @param stdClass[] $actions rows of leerlandschap_action that are known already
     */
    public function __construct(
        /** @var stdClass row of leerlandschap */
        private readonly stdClass $instance,
        array $actions,
    ) {
        global $CFG, $DB;
        require_once($CFG->dirroot . '/calendar/lib.php');

        $this->events = $DB->get_records_list('event', 'id', array_filter(array_column($actions, 'eventid')));
        $this->course = get_course($instance->course);
    }

    /**
     * Puts an action into the calendar of its owner, or brings up to date what stands there.
     *
     * @param stdClass $action row of leerlandschap_action
     * @param string $what what is to be done
     * @param stdClass $owner id and lang of the user who is to do it
     * @return int|null id of the event; null where there is no day
     */
    public function put(stdClass $action, string $what, stdClass $owner): ?int {
        global $DB;

        if (!$action->due) {
            self::remove([$action]);
            return null;
        }
        $lang = language::of_user($owner, $this->course);
        $event = [
            'name' => get_string_manager()->get_string('calendaraction', 'mod_leerlandschap', $this->instance->name, $lang),
            'description' => $what,
            'userid' => $action->userid,
            'timestart' => $action->due,
            'timesort' => $action->due,
        ];
        $stored = $this->events[$action->eventid] ?? null;
        if (!$stored) {
            return (int) $DB->insert_record('event', (object) ($event + $this->details()));
        }
        if (array_diff_assoc(array_map(strval(...), $event), (array) $stored)) {
            $DB->update_record('event', (object) ($event + ['id' => $stored->id, 'timemodified' => clock_time::seconds()]));
        }
        return (int) $stored->id;
    }

    /**
     * What all these events have in common.
     *
     * @return array
     */
    private function details(): array {
        return [
            'format' => FORMAT_PLAIN,
            // Core shows events of one user to that user alone where they belong to no course.
            'courseid' => 0,
            'groupid' => 0,
            'modulename' => 'leerlandschap',
            'instance' => $this->instance->id,
            'type' => CALENDAR_EVENT_TYPE_ACTION,
            'eventtype' => self::TYPE,
            'timeduration' => 0,
            'visible' => (int) instance_is_visible('leerlandschap', $this->instance),
            'timemodified' => clock_time::seconds(),
        ];
    }

    /**
     * Takes actions out of calendars.
     *
     * @param stdClass[] $actions rows of leerlandschap_action
     */
    public static function remove(array $actions): void {
        global $DB;

        $DB->delete_records_list('event', 'id', array_filter(array_column($actions, 'eventid')));
    }
}
