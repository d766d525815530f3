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

use mod_leerlandschap\local\exercise_store;
use mod_leerlandschap\local\meeting;
use mod_leerlandschap\local\meeting_store;
use mod_leerlandschap\local\progress;
use mod_leerlandschap\local\voter;

/**
 * Makes activities for tests, and what happens in them.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class mod_leerlandschap_generator extends testing_module_generator {
    /**
     * Makes an activity; a course is enough, everything else has the defaults of the form.
     *
     * @param array|stdClass|null $record settings, with course
     * @param array|null $options options of the course module
     * @return stdClass row of leerlandschap, with cmid
     */
    public function create_instance($record = null, ?array $options = null) {
        $record = (object) (array) $record;
        $record->grade ??= 100;
        return parent::create_instance($record, (array) $options);
    }

    /**
     * Makes the meeting of a group.
     *
     * @param stdClass $instance row of leerlandschap
     * @param int $groupid 0 without groups
     * @return meeting
     */
    public function create_meeting(stdClass $instance, int $groupid = 0): meeting {
        return (new meeting_store($instance, exercise_store::of_instance($instance)))->current($groupid);
    }

    /**
     * Lets a user join a meeting and take part in steps.
     *
     * Gradebook and completion are not told.
     *
     * @param meeting $meeting the meeting
     * @param stdClass $user the user
     * @param string[] $steps ids of the steps
     */
    public function create_progress(meeting $meeting, stdClass $user, array $steps): void {
        global $DB;

        $presence = ['meetingid' => $meeting->id(), 'userid' => $user->id];
        if (!$DB->record_exists('leerlandschap_presence', $presence)) {
            $DB->insert_record('leerlandschap_presence', (object) ($presence + ['present' => 1, 'timejoined' => time()]));
        }
        foreach ($steps as $step) {
            progress::mark($meeting, (int) $user->id, $step);
        }
    }

    /**
     * Stores an answer as the meeting keeps it, under the key of the user.
     *
     * @param meeting $meeting the meeting
     * @param stdClass $user the user
     * @param string $item id of the item
     * @param int|null $value the answer, null for an opt-out
     * @param string $reason one line
     */
    public function create_answer(meeting $meeting, stdClass $user, string $item, ?int $value, string $reason = ''): void {
        global $DB;

        $step = $meeting->exercise->step_of_item($item, $meeting->part());
        $DB->insert_record('leerlandschap_answer', (object) [
            'meetingid' => $meeting->id(),
            'step' => $step,
            'subject' => $item,
            'round' => 1,
            'voterkey' => voter::first_key($meeting, (int) $user->id, $step),
            'userid' => $meeting->rules()->hidden() ? null : $user->id,
            'value' => $value,
            'reason' => $reason === '' ? null : $reason,
            'seq' => 1,
        ]);
        $DB->set_field('leerlandschap_meeting', 'frozen', 1, ['id' => $meeting->id()]);
    }

    /**
     * Stores a contribution.
     *
     * @param meeting $meeting the meeting
     * @param stdClass|null $author the user who wrote it, null where nobody is to be named
     * @param string $step id of the step
     * @param string $kind kind of contribution
     * @param array $fields its fields
     * @return int id of the row
     */
    public function create_contribution(meeting $meeting, ?stdClass $author, string $step, string $kind, array $fields): int {
        global $DB;

        return $DB->insert_record('leerlandschap_contrib', (object) [
            'meetingid' => $meeting->id(),
            'uuid' => \core\uuid::generate(),
            'step' => $step,
            'kind' => $kind,
            'fields' => json_encode($fields),
            'position' => $DB->count_records('leerlandschap_contrib', ['meetingid' => $meeting->id(), 'kind' => $kind]),
            'revision' => 1,
            'authorid' => $author?->id,
        ]);
    }
}
