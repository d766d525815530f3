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

namespace mod_leerlandschap\privacy;

use context_module;
use core_privacy\local\request\helper;
use core_privacy\local\request\transform;
use core_privacy\local\request\writer;
use mod_leerlandschap\local\actions\open_actions;
use mod_leerlandschap\local\authorship;
use mod_leerlandschap\local\exercise;
use mod_leerlandschap\local\keyring;
use mod_leerlandschap\local\locked;
use mod_leerlandschap\local\meeting;
use mod_leerlandschap\local\pending;
use mod_leerlandschap\local\sharing\consents;
use mod_leerlandschap\local\voter;
use stdClass;

/**
 * Writes down what an activity keeps about a user.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class exporter {
    /** @var readable|null the words of the activity */
    private ?readable $words = null;

    /**
     * An export.
     *
     * @param stdClass $user row of user
     * @param context_module $context where it is kept
     */
    public function __construct(
        /** @var stdClass row of user */
        private stdClass $user,
        /** @var context_module where it is kept */
        private context_module $context
    ) {
    }

    /**
     * Writes it down: the activity, and each meeting that the user has to do with.
     *
     * @param int $instanceid id of the activity
     */
    public function export(int $instanceid): void {
        global $DB;

        $instance = $DB->get_record('leerlandschap', ['id' => $instanceid], '*', MUST_EXIST);
        $this->words = new readable($instance);
        writer::with_context($this->context)->export_data([], helper::get_context_data($this->context, $this->user));
        helper::export_context_files($this->context, $this->user);
        foreach ($DB->get_records('leerlandschap_meeting', ['leerlandschapid' => $instanceid], 'id') as $meeting) {
            $data = array_filter([
                'presence' => $this->presence($meeting),
                'steps' => $this->steps($meeting, $instance),
                'answers' => $this->answers($meeting, $instance),
                'locked' => $this->locked($meeting, $instance),
                'consent' => $this->consent($meeting, $instance),
                'contributions' => $this->contributions($meeting, $instance),
                'actions' => $this->actions($meeting),
                'followed' => $this->followed($meeting),
            ]);
            if ((int) $meeting->chairid === (int) $this->user->id) {
                $data['chair'] = transform::yesno(true);
            }
            if (!$data) {
                continue;
            }
            $note = $this->note($meeting, $instance);
            $path = get_string('privacy:path:meeting', 'mod_leerlandschap', $meeting->id);
            writer::with_context($this->context)->export_data([$path], (object) (
                $this->which($meeting) + $data + ($note === '' ? [] : ['note' => $note])
            ));
        }
    }

    /**
     * Which of the meetings it is.
     *
     * @param stdClass $meeting row of leerlandschap_meeting
     * @return array
     */
    private function which(stdClass $meeting): array {
        $group = $meeting->groupid ? groups_get_group_name($meeting->groupid) : false;
        return ['meeting' => (int) $meeting->meetingno] + ($group === false ? [] : ['group' => $group]);
    }

    /**
     * What of the user is not in the export, as nothing tells that it is theirs.
     *
     * @param stdClass $meeting row of leerlandschap_meeting
     * @param stdClass $instance row of leerlandschap
     * @return string '' where nothing is left out
     */
    private function note(stdClass $meeting, stdClass $instance): string {
        global $DB;

        $hidden = $meeting->visibility === 'hidden';
        $closed = $meeting->state === 'closed';
        $keyring = keyring::of_meeting(new meeting($meeting, $instance, new exercise(['steps' => []])));
        $restored = "meetingid = ? AND userid IS NULL AND voterkey LIKE '" . voter::RESTORED . "%'";
        $notes = array_keys(array_filter([
            'privacy:answeranonymous' => $hidden && ($closed || $meeting->frozen && !$keyring),
            'privacy:answersrestored' => !($hidden && $closed)
                && $DB->record_exists_select('leerlandschap_answer', $restored, [$meeting->id]),
            'privacy:textsanonymous' => $hidden || $closed,
        ]));
        return implode(' ', array_map(fn(string $note): string => get_string($note, 'mod_leerlandschap'), $notes));
    }

    /**
     * Whether the user joined.
     *
     * @param stdClass $meeting row of leerlandschap_meeting
     * @return array
     */
    private function presence(stdClass $meeting): array {
        global $DB;

        $row = $DB->get_record('leerlandschap_presence', ['meetingid' => $meeting->id, 'userid' => $this->user->id]);
        return !$row ? [] : [
            'present' => transform::yesno($row->present),
            'timejoined' => $this->time($meeting, (int) $row->timejoined),
        ];
    }

    /**
     * The steps that the user took part in: those that are noted, and those that can be told to be the user's.
     *
     * @param stdClass $meeting row of leerlandschap_meeting
     * @param stdClass $instance row of leerlandschap
     * @return array[]
     */
    private function steps(stdClass $meeting, stdClass $instance): array {
        global $DB;

        $rows = $DB->get_records('leerlandschap_progress', ['meetingid' => $meeting->id, 'userid' => $this->user->id], 'id');
        $noted = array_values(array_map(fn(stdClass $row): array => $this->words->step($row->step) + [
            'timedone' => $this->time($meeting, (int) $row->timedone),
        ], $rows));
        // The exercise has no part in this, so a format that is gone stands in nobody's way.
        $pending = new meeting($meeting, $instance, new exercise(['steps' => []]));
        $steps = pending::of_person($pending, (int) $this->user->id, pending::steps($pending));
        return [...$noted, ...array_map($this->words->step(...), $steps)];
    }

    /**
     * The user's answers, where they can be told.
     *
     * @param stdClass $meeting row of leerlandschap_meeting
     * @param stdClass $instance row of leerlandschap
     * @return array[]
     */
    private function answers(stdClass $meeting, stdClass $instance): array {
        global $DB;

        [$where, $parameters] = personal_answers::condition($meeting, $instance, (int) $this->user->id);
        $answers = [];
        // In an order of its own: that of the rows would tell when each was given.
        $rows = $DB->get_records_select('leerlandschap_answer', $where, $parameters, 'step, round, subject');
        foreach ($rows as $row) {
            $answers[] = [
                'item' => $row->subject,
                'round' => (int) $row->round,
                'value' => $row->value === null ? null : (int) $row->value,
            ] + $this->words->answer($row) + array_filter([
                'choices' => $row->choices === null ? null : json_decode($row->choices),
                'text' => $row->content,
            ]) + ['reason' => (string) $row->reason];
        }
        return $answers;
    }

    /**
     * What the user said to the question whether other groups may see something, where it can be told.
     *
     * @param stdClass $meeting row of leerlandschap_meeting
     * @param stdClass $instance row of leerlandschap
     * @return array
     */
    private function consent(stdClass $meeting, stdClass $instance): array {
        $there = new meeting($meeting, $instance, new exercise(['steps' => []]));
        $agrees = consents::stands_of($there, (int) $this->user->id);
        return $agrees === null ? [] : ['agrees' => transform::yesno($agrees)];
    }

    /**
     * The rounds that the user is not asked again since the meeting was restored.
     *
     * @param stdClass $meeting row of leerlandschap_meeting
     * @param stdClass $instance row of leerlandschap
     * @return array[]
     */
    private function locked(stdClass $meeting, stdClass $instance): array {
        $there = new meeting($meeting, $instance, new exercise(['steps' => []]));
        return array_map(
            fn(array $round): array => $this->words->step($round['step']) + ['round' => $round['round']],
            locked::of_person($there, (int) $this->user->id)
        );
    }

    /**
     * What the user wrote, where that can be told: also what nobody else sees yet.
     *
     * @param stdClass $meeting row of leerlandschap_meeting
     * @param stdClass $instance row of leerlandschap
     * @return array[]
     */
    private function contributions(stdClass $meeting, stdClass $instance): array {
        global $DB;

        $there = new meeting($meeting, $instance, new exercise(['steps' => []]));
        [$own, $parameters] = (new authorship($there, (int) $this->user->id))->own();
        $where = "meetingid = ? AND (authorid = ? OR ($own)) AND deleted = 0";
        $parameters = [$meeting->id, $this->user->id, ...$parameters];
        return $this->texts($DB->get_records_select('leerlandschap_contrib', $where, $parameters, 'step, kind, position'));
    }

    /**
     * What the user is to do or to see to, whoever wrote it.
     *
     * @param stdClass $meeting row of leerlandschap_meeting
     * @return array[]
     */
    private function actions(stdClass $meeting): array {
        global $DB;

        [$in, $kinds] = $DB->get_in_or_equal(array_keys(owner::FIELDS));
        $rows = $DB->get_records_select('leerlandschap_contrib', "meetingid = ? AND kind $in", [$meeting->id, ...$kinds], 'id');
        $own = fn(stdClass $row): bool => owner::of($row->fields) === (int) $this->user->id && !$row->deleted;
        return $this->texts(array_filter($rows, $own));
    }

    /**
     * What is kept of the user's open actions beside what is written of them: what they were told, and what stands in
     * their calendar. It belongs to no course, so core's own export of calendars does not have it.
     *
     * @param stdClass $meeting row of leerlandschap_meeting
     * @return array[]
     */
    private function followed(stdClass $meeting): array {
        global $DB;

        $where = ['meetingid' => $meeting->id, 'userid' => $this->user->id];
        $rows = $DB->get_records(open_actions::TABLE, $where, 'id');
        $events = $DB->get_records_list('event', 'id', array_filter(array_column($rows, 'eventid')), '', 'id, name, description');
        $zone = \core_date::get_user_timezone($this->user);
        $day = fn(string|int $time): ?string => $time ? userdate($time, get_string('strftimedate', 'langconfig'), $zone) : null;
        return array_values(array_map(function (stdClass $row) use ($events, $day): array {
            $event = $events[$row->eventid] ?? null;
            return [
                'due' => $day($row->due),
                'told' => transform::yesno($row->told),
                'reminded' => $day($row->reminded),
            ] + ($event ? ['calendar' => "$event->name: $event->description"] : []);
        }, $rows));
    }

    /**
     * The texts of contributions. Others who are named by their account stay out.
     *
     * @param stdClass[] $rows rows of leerlandschap_contrib
     * @return array[]
     */
    private function texts(array $rows): array {
        $texts = [];
        foreach ($rows as $row) {
            $fields = json_decode($row->fields, true) ?: [];
            $fields = array_diff_key($fields, array_flip(owner::FIELDS));
            $texts[] = ['kind' => $row->kind] + $this->words->step($row->step) + $fields;
        }
        return $texts;
    }

    /**
     * A time as it is kept: in hidden activities only the day.
     *
     * @param stdClass $meeting row of leerlandschap_meeting
     * @param int $time seconds since 1970
     * @return string
     */
    private function time(stdClass $meeting, int $time): string {
        return $meeting->visibility === 'hidden' ? transform::date($time) : transform::datetime($time);
    }
}
