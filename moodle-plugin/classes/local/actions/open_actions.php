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
use mod_leerlandschap\local\contribution\action;
use mod_leerlandschap\local\contribution_rows;
use mod_leerlandschap\local\exercise;
use mod_leerlandschap\local\meeting;
use mod_leerlandschap\local\transaction;
use stdClass;

/**
 * The open actions that somebody is to do: what calendars, reminders and lists go by.
 *
 * They follow what the groups have written, by a task and never in the request of whoever writes: so nothing in
 * logs, calendars or messages tells who wrote an action.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class open_actions {
    /** The table. */
    public const TABLE = 'leerlandschap_action';

    /**
     * The meetings in which something has changed since their actions were looked at last.
     *
     * @return stdClass[] rows of leerlandschap_meeting
     */
    public static function changed_meetings(): array {
        global $DB;

        return $DB->get_records_select('leerlandschap_meeting', 'toldrevision IS NULL OR toldrevision < revision', null, 'id');
    }

    /**
     * Has the actions of an activity looked at again: what calendars say may have another name by now.
     *
     * @param int $instanceid id of the activity
     */
    public static function look_again(int $instanceid): void {
        global $DB;

        $DB->execute(
            'UPDATE {leerlandschap_meeting} SET toldrevision = 0
              WHERE leerlandschapid = ? AND toldrevision IS NOT NULL
                    AND id IN (SELECT a.meetingid FROM {' . self::TABLE . '} a WHERE a.leerlandschapid = ?)',
            [$instanceid, $instanceid]
        );
    }

    /**
     * Follows what a meeting says of its actions by now.
     *
     * @param int $meetingid id of the meeting
     * @return action_change[] what has changed since they were followed last
     */
    public static function follow(int $meetingid): array {
        return transaction::run(function () use ($meetingid): array {
            global $DB;

            // As its group's commands do, so that no action changes meanwhile.
            $DB->execute('UPDATE {leerlandschap_meeting} SET revision = revision WHERE id = ?', [$meetingid]);
            $row = $DB->get_record('leerlandschap_meeting', ['id' => $meetingid]);
            $instance = $row ? $DB->get_record('leerlandschap', ['id' => $row->leerlandschapid]) : null;
            if (!$instance) {
                return [];
            }
            // An exercise that is gone stands in nobody's way: actions tell all that is needed.
            $meeting = new meeting($row, $instance, new exercise(['steps' => []]));
            $written = contribution_rows::select($meeting, "kind = 'action' AND audience = 'group'");
            $known = self::of_group((int) $instance->id, (int) $row->groupid);
            $changes = self::is_last($row)
                ? self::follow_written($row, $instance, $written, $known)
                : self::follow_left($row, $instance, $written, $known);
            $DB->set_field('leerlandschap_meeting', 'toldrevision', $row->revision, ['id' => $meetingid]);
            return $changes;
        });
    }

    /**
     * Follows a meeting before the last one: what nobody goes on with can still be marked in the report.
     *
     * @param stdClass $row row of leerlandschap_meeting, locked by this transaction
     * @param stdClass $instance row of leerlandschap
     * @param stdClass[] $written its actions by id, also deleted ones
     * @param stdClass[] $known rows of the table by id of the action
     * @return action_change[]
     */
    private static function follow_left(stdClass $row, stdClass $instance, array $written, array $known): array {
        global $DB;

        if ($row->toldrevision === null || !$written) {
            return [];
        }
        $goeson = $DB->get_fieldset_sql(
            'SELECT c.uuid
               FROM {leerlandschap_contrib} c
               JOIN {leerlandschap_meeting} m ON m.id = c.meetingid
              WHERE m.leerlandschapid = ? AND m.groupid = ? AND m.meetingno > ?',
            [$row->leerlandschapid, $row->groupid, $row->meetingno]
        );
        $left = array_diff_key($written, array_flip($goeson));
        // Those that were forgotten because their day has passed are not told of again.
        $left = array_filter($left, fn(stdClass $action): bool => isset($known[$action->uuid])
            || self::due($action->fields['when'] ?? null, (object) ['timezone' => '99']) > clock_time::seconds());
        return self::follow_written($row, $instance, $left, array_intersect_key($known, $left));
    }

    /**
     * Follows actions of a meeting.
     *
     * @param stdClass $row row of leerlandschap_meeting, locked by this transaction
     * @param stdClass $instance row of leerlandschap
     * @param stdClass[] $written actions by id, also deleted ones
     * @param stdClass[] $known rows of the table by id of the action
     * @return action_change[]
     */
    private static function follow_written(stdClass $row, stdClass $instance, array $written, array $known): array {
        $wanted = self::wanted($written);
        $calendar = $wanted ? new action_calendar($instance, $known) : null;
        $quietly = $row->toldrevision === null;
        $changes = [];
        foreach ($known as $uuid => $action) {
            $here = isset($written[$uuid]);
            $dropped = $here ? !isset($wanted[$uuid]) : $action->due < clock_time::seconds();
            if ($dropped) {
                self::delete([$action]);
                if ($here && ($written[$uuid]->fields['status'] ?? null) === 'done') {
                    $changes[] = new action_change('action_finished', (int) $action->userid);
                }
            }
        }
        foreach ($wanted as $uuid => $owner) {
            $before = $known[$uuid] ?? null;
            $new = !$before || $before->userid !== $owner->id;
            $action = (object) ([
                'leerlandschapid' => (int) $instance->id,
                'groupid' => (int) $row->groupid,
                'meetingid' => (int) $row->id,
                'uuid' => $uuid,
                'userid' => (int) $owner->id,
                'due' => self::due($written[$uuid]->fields['when'] ?? null, $owner),
                'eventid' => $before?->eventid,
            ] + ($new ? ['told' => (int) $quietly, 'reminded' => 0] : []));
            $action->eventid = $calendar->put($action, self::text($written[$uuid]), $owner);
            self::store($before, $action);
            if ($new && !$quietly) {
                $changes[] = new action_change('action_assigned', (int) $owner->id);
            }
        }
        return $changes;
    }

    /**
     * What is to be followed: unfinished actions of people who have an account.
     *
     * @param stdClass[] $written actions by id, also deleted ones
     * @return stdClass[] their owners by id of the action
     */
    private static function wanted(array $written): array {
        global $DB;

        $open = array_filter($written, fn(stdClass $row): bool => !$row->deleted
            && in_array($row->fields['status'] ?? null, action::UNFINISHED, true)
            && ($row->fields['who_person'] ?? null) !== null);
        $owners = array_map(fn(stdClass $row): int => (int) $row->fields['who_person'], $open);
        $users = $DB->get_records_list('user', 'id', array_unique($owners), '', 'id, lang, timezone, deleted');
        $users = array_filter($users, fn(stdClass $user): bool => !$user->deleted);
        return array_filter(array_map(fn(int $userid): ?stdClass => $users[$userid] ?? null, $owners));
    }

    /**
     * What is to be done.
     *
     * @param stdClass $action with fields, what is written of it: of a restored meeting it can be anything
     * @return string plain text
     */
    public static function text(stdClass $action): string {
        $what = $action->fields['what'] ?? null;
        return is_string($what) ? $what : '';
    }

    /**
     * The end of the day until which somebody has to do something.
     *
     * @param mixed $day YYYY-MM-DD; anything else is none, so that one action does not stop those of the whole site
     * @param stdClass $user with timezone: a day is that of whoever lives in it
     * @return int seconds since 1970, 0 where there is no day
     */
    private static function due(mixed $day, stdClass $user): int {
        if (!is_string($day) || !action::is_day($day)) {
            return 0;
        }
        return (new \DateTimeImmutable("$day 23:59", \core_date::get_user_timezone_object($user)))->getTimestamp();
    }

    /**
     * Whether a meeting is the last one of its group.
     *
     * @param stdClass $row row of leerlandschap_meeting
     * @return bool
     */
    private static function is_last(stdClass $row): bool {
        global $DB;

        return !$DB->record_exists_select(
            'leerlandschap_meeting',
            'leerlandschapid = ? AND groupid = ? AND meetingno > ?',
            [$row->leerlandschapid, $row->groupid, $row->meetingno]
        );
    }

    /**
     * The open actions of a group.
     *
     * @param int $instanceid id of the activity
     * @param int $groupid the group, 0 without groups
     * @return stdClass[] rows of the table by id of the action
     */
    private static function of_group(int $instanceid, int $groupid): array {
        global $DB;

        $rows = $DB->get_records(self::TABLE, ['leerlandschapid' => $instanceid, 'groupid' => $groupid], 'id');
        return array_column($rows, null, 'uuid');
    }

    /**
     * Stores an action, where anything of it has changed.
     *
     * @param stdClass|null $before the row as it is stored, null for a new one
     * @param stdClass $action the row as it is to be
     */
    private static function store(?stdClass $before, stdClass $action): void {
        global $DB;

        $now = clock_time::seconds();
        if (!$before) {
            $DB->insert_record(self::TABLE, (object) ((array) $action + ['timemodified' => $now]));
        } else if (array_diff_assoc(array_map(strval(...), (array) $action), array_map(strval(...), (array) $before))) {
            $DB->update_record(self::TABLE, (object) ((array) $action + ['id' => $before->id, 'timemodified' => $now]));
        }
    }

    /**
     * Forgets actions with what stands of them in calendars.
     *
     * @param stdClass[] $actions rows of the table
     */
    private static function delete(array $actions): void {
        global $DB;

        action_calendar::remove($actions);
        $DB->delete_records_list(self::TABLE, 'id', array_column($actions, 'id'));
    }

    /**
     * Forgets actions that are no longer to be followed.
     *
     * @param string $which condition on the table, as a
     * @param array $params its parameters
     */
    public static function forget(string $which, array $params): void {
        global $DB;

        self::delete($DB->get_records_sql('SELECT a.* FROM {' . self::TABLE . "} a WHERE $which", $params));
    }

    /**
     * Forgets what nobody can change any more and whose day has passed, as no later meeting took it over; and what
     * was to be done by people whose account is gone.
     */
    public static function clean_up(): void {
        self::forget(
            'a.due < ? AND EXISTS (
                SELECT 1
                  FROM {leerlandschap_meeting} m
                  JOIN {leerlandschap_meeting} n ON n.leerlandschapid = m.leerlandschapid AND n.groupid = m.groupid
                 WHERE m.id = a.meetingid AND n.meetingno > m.meetingno)',
            [clock_time::seconds()]
        );
        self::forget('NOT EXISTS (SELECT 1 FROM {user} u WHERE u.id = a.userid AND u.deleted = 0)', []);
    }

    /**
     * Actions whose owners are to be told something.
     *
     * @param string $which condition on the table, as a
     * @param array $params its parameters
     * @return stdClass[] rows of the table, each with fields, what is written of the action, and course
     */
    public static function to_tell(string $which, array $params = []): array {
        global $DB;

        $rows = $DB->get_records_sql(
            'SELECT a.*, c.fields, l.course
               FROM {' . self::TABLE . "} a
               JOIN {leerlandschap} l ON l.id = a.leerlandschapid
               JOIN {leerlandschap_contrib} c ON c.meetingid = a.meetingid AND c.uuid = a.uuid
              WHERE $which
           ORDER BY a.leerlandschapid, a.groupid, a.id",
            $params
        );
        foreach ($rows as $row) {
            $row->fields = json_decode($row->fields, true);
        }
        return $rows;
    }

    /**
     * Takes it upon itself to tell something: nobody else does, whatever becomes of this process.
     *
     * @param stdClass $action row of the table
     * @param string $column where it is noted that it was told
     * @param int $value what is noted
     * @return bool false where it was told already, or the action is another one's by now
     */
    public static function claim(stdClass $action, string $column, int $value): bool {
        return transaction::run(function () use ($action, $column, $value): bool {
            global $DB;

            $where = ['id' => $action->id, 'userid' => $action->userid, 'due' => $action->due];
            $row = $DB->get_record_sql(
                "SELECT id, $column FROM {" . self::TABLE . '} WHERE id = :id AND userid = :userid AND due = :due '
                    . transaction::lock_clause(true),
                $where
            );
            if (!$row || (int) $row->$column === $value) {
                return false;
            }
            $DB->set_field(self::TABLE, $column, $value, ['id' => $action->id]);
            return true;
        });
    }

    /**
     * The open actions of somebody.
     *
     * @param int $userid the user
     * @param int[] $instanceids ids of activities
     * @return stdClass[] rows of the table, by due date, those without one last
     */
    public static function of_user(int $userid, array $instanceids): array {
        global $DB;

        if (!$instanceids) {
            return [];
        }
        [$in, $params] = $DB->get_in_or_equal($instanceids);
        return $DB->get_records_select(
            self::TABLE,
            "userid = ? AND leerlandschapid $in",
            [$userid, ...$params],
            'CASE WHEN due = 0 THEN 1 ELSE 0 END, due, id'
        );
    }
}
