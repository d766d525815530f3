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

namespace mod_leerlandschap\local\sharing;

use mod_leerlandschap\local\clock_time;
use mod_leerlandschap\local\meeting;
use mod_leerlandschap\local\people;
use mod_leerlandschap\permission;
use stdClass;

/**
 * The question to a group whether other groups of the course may see something of its meeting, and what became of it.
 *
 * What would be shown is composed and stored when it is asked: the group agrees to that, and that is shown.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class question {
    /** The table. */
    public const TABLE = 'leerlandschap_sharing';

    /** The most characters of a lesson. */
    public const LESSON_LIMIT = 1000;

    /**
     * A question.
     *
     * @param meeting $meeting its meeting
     * @param stdClass $row row of leerlandschap_sharing
     */
    private function __construct(
        /** @var meeting its meeting */
        private readonly meeting $meeting,
        /** @var stdClass row of leerlandschap_sharing */
        private readonly stdClass $row,
    ) {
    }

    /**
     * The question that stands in a meeting.
     *
     * @param meeting $meeting the meeting
     * @return self|null null for none
     */
    public static function of_meeting(meeting $meeting): ?self {
        global $DB;

        $row = $DB->get_record(self::TABLE, ['meetingid' => $meeting->id()]);
        return $row ? new self($meeting, $row) : null;
    }

    /**
     * Asks it, in the place of one that stands. Needs the lock of the meeting, whose revision has just risen.
     *
     * @param meeting $meeting the meeting
     * @param string|null $lesson the lesson; null for the outcome
     * @param array $snapshot what would be shown, as snapshot makes it
     */
    public static function ask(meeting $meeting, ?string $lesson, array $snapshot): void {
        global $DB;

        self::drop($meeting);
        $DB->insert_record(self::TABLE, (object) [
            'meetingid' => $meeting->id(),
            'asked' => $meeting->revision(),
            'lesson' => $lesson,
            'snapshot' => snapshot::encoded($snapshot),
        ]);
    }

    /**
     * What tells it from the next: the revision with which it was asked.
     *
     * @return int
     */
    public function asked(): int {
        return (int) $this->row->asked;
    }

    /**
     * Whether nothing is to be answered any more.
     *
     * @return bool
     */
    public function is_settled(): bool {
        return $this->row->agreed !== null;
    }

    /**
     * Whether other groups see it.
     *
     * @return bool
     */
    public function is_published(): bool {
        return $this->row->timepublished !== null;
    }

    /**
     * Whether the group agrees: nobody would rather not, and more than half of those asked say yes, never one alone.
     *
     * @return bool
     */
    public function is_agreed(): bool {
        $shown = $this->export();
        return !$shown['objected'] && ($shown['agreed'] ?? 0) > max(1, intdiv($shown['of'], 2));
    }

    /**
     * What would be shown.
     *
     * @return stdClass row of leerlandschap_sharing
     */
    public function row(): stdClass {
        return $this->row;
    }

    /**
     * The question as everybody in the room sees it (docs/protocol.md, "Room").
     *
     * @return array
     */
    public function export(): array {
        return ['asked' => $this->asked(), 'lesson' => $this->row->lesson]
            + $this->counts()
            + ['published' => $this->is_published()];
    }

    /**
     * How many have answered, how many agree and whether anybody would rather not; the latter two not before enough have
     * answered, or they would tell what the first ones say as they say it.
     *
     * @return array
     */
    private function counts(): array {
        if ($this->is_settled()) {
            $agreed = (int) $this->row->agreed;
            return ['answered' => $agreed, 'agreed' => $agreed, 'of' => (int) $this->row->presentcount, 'objected' => false];
        }
        [$answered, $agreed] = consents::counts($this->meeting);
        $of = $this->number_asked();
        $enough = $answered >= min($this->meeting->rules()->minanswers, $of);
        return [
            'answered' => $answered,
            'agreed' => $enough ? $agreed : null,
            'of' => $of,
            'objected' => $enough && consents::objected($this->meeting),
        ];
    }

    /**
     * How many are asked: everybody who joined, and at one's own pace the whole group.
     *
     * Not those who are present: whoever leads says who is, and could so get the others out of the way, and tell from the
     * difference who has answered.
     *
     * @return int
     */
    private function number_asked(): int {
        $joined = people::count_concerned($this->meeting);
        if (!$this->meeting->rules()->own_pace()) {
            return $joined;
        }
        $cm = get_coursemodule_from_instance('leerlandschap', $this->meeting->instance->id, 0, false, MUST_EXIST);
        $context = \context_module::instance($cm->id);
        return max($joined, permission::count_participants($context, $this->meeting->groupid()));
    }

    /**
     * What a participant said to it.
     *
     * @param int $userid the participant
     * @return array|null asked and agrees; null where they said nothing, or nobody can tell any more
     */
    public function own(int $userid): ?array {
        $agrees = $this->is_settled() ? null : consents::of_person($this->meeting, $userid);
        return $agrees === null ? null : ['asked' => $this->asked(), 'agrees' => $agrees];
    }

    /**
     * Shows it to other groups. Needs the lock of the meeting.
     */
    public function publish(): void {
        $this->settle(['timepublished' => $this->meeting->kept_time(clock_time::seconds())]);
    }

    /**
     * Takes the question of a meeting back, or what is shown.
     *
     * @param meeting $meeting the meeting, locked by this transaction
     */
    public static function drop(meeting $meeting): void {
        global $DB;

        consents::withdraw($meeting);
        $DB->delete_records(self::TABLE, ['meetingid' => $meeting->id()]);
    }

    /**
     * When a meeting closes: what the group agreed to can still be shown, any other question is gone. Needs the secret.
     *
     * @param meeting $meeting the meeting, locked by this transaction
     */
    public static function close(meeting $meeting): void {
        $question = self::of_meeting($meeting);
        if ($question && !$question->is_settled()) {
            $question->is_agreed() ? $question->settle([]) : self::drop($meeting);
        }
        consents::forget($meeting);
    }

    /**
     * Keeps how many agreed, and not who.
     *
     * @param array $columns what else is to be stored
     */
    private function settle(array $columns): void {
        global $DB;

        $shown = $this->export();
        $columns += ['id' => $this->row->id, 'agreed' => $shown['agreed'], 'presentcount' => $shown['of']];
        $DB->update_record(self::TABLE, (object) $columns);
        consents::forget($this->meeting);
    }
}
