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

namespace mod_leerlandschap\local\copying;

use mod_leerlandschap\local\activity_settings;
use mod_leerlandschap\local\exercise_checker;
use mod_leerlandschap\local\format\node;
use mod_leerlandschap\local\format_catalogue;
use mod_leerlandschap\local\refusal;
use mod_leerlandschap\local\secret;
use stdClass;

/**
 * Stores what a backup has of an activity. What is damaged, or of nobody and no group that is here, is left out and told.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class restoring {
    /** How a backup is laid out; to be raised where an older version of the plugin would take one of this for another. */
    public const LAYOUT = 1;

    /** @var shortfall what could not be restored */
    public readonly shortfall $shortfall;

    /** @var stdClass|null row of leerlandschap */
    private ?stdClass $instance = null;

    /** @var bool whether the backup is laid out in a way that a newer version knows */
    private bool $newer = false;

    /** @var restored_meeting|null the meeting that rows belong to; null where it is left out */
    private ?restored_meeting $meeting = null;

    /** @var array true, by group and number of meetings */
    private array $seen = [];

    /**
     * A restore.
     *
     * @param int $copied when the backup was made, seconds since 1970
     * @param bool $samesite whether this site made it
     * @param bool $samecourse whether it was made of the course that it is restored to
     * @param \Closure $mapped tells the id here by the name of a thing and its id in the backup, null where it is not here
     * @param \Closure $linked told the table and id of a row with links
     */
    public function __construct(
        /** @var int when the backup was made, seconds since 1970 */
        private readonly int $copied,
        /** @var bool whether this site made it */
        private readonly bool $samesite,
        /** @var bool whether it was made of the course that it is restored to */
        private readonly bool $samecourse,
        /** @var \Closure tells the id here */
        private readonly \Closure $mapped,
        /** @var \Closure told the table and id of a row with links */
        private readonly \Closure $linked,
    ) {
        $this->shortfall = new shortfall();
    }

    /**
     * Stores the activity.
     *
     * @param array $data as the backup has it, with the dates that it is to have
     * @param int $courseid the course
     * @return int its id
     */
    public function activity(array $data, int $courseid): int {
        global $DB;

        $row = new row_reader($data);
        $or = function (callable $read, mixed $else): mixed {
            try {
                return $read();
            } catch (damaged) {
                $this->shortfall->add('damaged');
                return $else;
            }
        };
        $format = $or(function () use ($row): string {
            return preg_match(node::ID, $row->text('format')) ? $row->text('format') : throw new damaged('format');
        }, (new format_catalogue(null))->first());
        $columns = [
            'course' => $courseid,
            'name' => \core_text::substr($or(fn(): string => $row->text('name'), ''), 0, 255),
            'intro' => $or(fn(): ?string => $row->text_or_null('intro'), ''),
            'introformat' => $or(fn(): int => $row->number('introformat', 0, 9), FORMAT_HTML),
            'format' => $format,
            'scale' => $or(fn(): string => $row->one_of('scale', activity_settings::SCALES), ''),
            'visibility' => $or(fn(): string => $row->one_of('visibility', activity_settings::VISIBILITIES), 'hidden'),
            'minanswers' => $or(fn(): int => $row->number(
                'minanswers',
                activity_settings::LOWEST_MINANSWERS,
                activity_settings::HIGHEST_MINANSWERS
            ), activity_settings::LOWEST_MINANSWERS),
            'facilitation' => $or(fn(): string => $row->one_of('facilitation', activity_settings::FACILITATIONS), 'trainer'),
            'pace' => $or(fn(): string => $row->one_of('pace', activity_settings::PACES), 'together'),
            'completionfinish' => $or(fn(): int => $row->number('completionfinish', 0, 1), 0),
            'completionanswer' => $or(fn(): int => $row->number('completionanswer', 0, 1), 0),
            'completionwrite' => $or(fn(): int => $row->number('completionwrite', 0, activity_settings::MOST_COMPLETIONWRITE), 0),
            'grade' => $or(fn(): int => $this->grade($row), 0),
        ];
        foreach (['exerciseversion', 'timeopen', 'timeclose', 'timecreated', 'timemodified'] as $column) {
            $columns[$column] = $or(fn(): int => $row->number($column), 0);
        }
        $this->newer = $or(fn(): int => $row->number('layout', 1), 1) > self::LAYOUT;
        if ($this->newer) {
            $this->shortfall->add('newer');
        }
        $id = $DB->insert_record('leerlandschap', (object) $columns);
        $this->instance = $DB->get_record('leerlandschap', ['id' => $id], '*', MUST_EXIST);
        return $id;
    }

    /**
     * The highest grade, or the scale of words that stands here for that of the backup.
     *
     * @param row_reader $row as the backup has it
     * @return int as leerlandschap has it
     * @throws damaged
     */
    private function grade(row_reader $row): int {
        $grade = $row->number('grade', -PHP_INT_MAX);
        return $grade >= 0 ? $grade : -(($this->mapped)('scale', -$grade) ?? throw new damaged('grade'));
    }

    /**
     * Stores the activity's own exercise.
     *
     * @param array $data as the backup has it
     */
    public function exercise(array $data): void {
        global $DB;

        $this->attempt(function () use ($data, $DB): void {
            $row = new row_reader($data);
            $json = $row->text('exercise');
            if (exercise_checker::problems($json)) {
                // With the format as it is shipped the activity works; with this it would not.
                $this->shortfall->add('exercise');
                return;
            }
            $editor = $row->number_or_null('usermodified');
            $id = $DB->insert_record('leerlandschap_exercise', (object) [
                'leerlandschapid' => $this->instance->id,
                'exercise' => $json,
                'usermodified' => $editor ? ($this->mapped)('user', $editor) : null,
                'timemodified' => $row->number('timemodified'),
            ]);
            ($this->linked)('leerlandschap_exercise', $id);
        });
    }

    /**
     * Stores a meeting; what follows belongs to it.
     *
     * @param array $data as the backup has it
     */
    public function meeting(array $data): void {
        $this->finish_meeting();
        if (!$this->newer) {
            $this->attempt(fn() => $this->begin_meeting(new row_reader($data)));
        }
    }

    /**
     * Stores something of the meeting.
     *
     * @param string $what a method of restored_meeting that takes a row
     * @param array $data as the backup has it
     */
    public function part(string $what, array $data): void {
        // What belongs to a meeting that is left out is left out with it.
        if ($this->meeting) {
            $this->attempt(fn() => $this->meeting->$what(new row_reader($data)));
        }
    }

    /**
     * Stores what other groups of the course see of the meeting. The groups of another course are not those that it was agreed
     * to show it to.
     *
     * @param array $data as the backup has it
     */
    public function sharing(array $data): void {
        if ($this->samecourse) {
            $this->part('sharing', $data);
        } else if ($this->meeting) {
            $this->shortfall->add('shared');
        }
    }

    /**
     * Stores what still waits.
     *
     * @param int $cmid course module of the activity
     * @param int $courseid the course
     * @return restore_notice what could not be restored
     */
    public function finish(int $cmid, int $courseid): restore_notice {
        $this->finish_meeting();
        $name = format_string($this->instance->name ?? '', true, ['escape' => false]);
        return new restore_notice($this->shortfall->messages($name), $name, $cmid, $courseid);
    }

    /**
     * Stores what still waits of the meeting.
     */
    private function finish_meeting(): void {
        $this->meeting?->finish();
        $this->meeting = null;
    }

    /**
     * Stores a meeting.
     *
     * @param row_reader $row as the backup has it
     * @throws damaged
     */
    private function begin_meeting(row_reader $row): void {
        global $DB;

        $user = fn(int $old): ?int => ($this->mapped)('user', $old);
        $columns = meeting_columns::of($row, $this->copied, $user);
        $oldgroup = $row->number('groupid');
        $group = $oldgroup ? ($this->mapped)('group', $oldgroup) : 0;
        if ($group === null) {
            // It is nobody else's to see.
            $this->shortfall->add('groups');
            return;
        }
        if (isset($this->seen["$group/{$columns['meetingno']}"])) {
            throw new damaged('meetingno');
        }
        $this->seen["$group/{$columns['meetingno']}"] = true;
        $open = $columns['state'] === 'open';
        // Whether people have answered in it follows from what comes after it, not from what it says.
        if ($open && $columns['visibility'] === 'hidden' && !$this->made($columns['secretref'])) {
            return;
        }
        $id = $DB->insert_record('leerlandschap_meeting', (object) (
            ['leerlandschapid' => $this->instance->id, 'groupid' => $group] + $columns
        ));
        $stored = $DB->get_record('leerlandschap_meeting', ['id' => $id], '*', MUST_EXIST);
        $source = $open && $this->samesite ? copied_source::of_copy($row) : null;
        $this->meeting = new restored_meeting($stored, $this->instance, $source, $user, $this->linked, $this->shortfall);
    }

    /**
     * Makes the secret of a meeting in which people may have answered. The row that names it comes after it: nothing takes
     * a secret away that is younger than an hour.
     *
     * @param string $name name of the secret
     * @return bool whether it is there
     */
    private function made(string $name): bool {
        try {
            secret::made($name);
            return true;
        } catch (refusal) {
            $this->shortfall->add('secrets');
            return false;
        }
    }

    /**
     * Does something, and notes where a row is damaged.
     *
     * @param callable $what what is to be done
     */
    private function attempt(callable $what): void {
        try {
            $what();
        } catch (damaged) {
            $this->shortfall->add('damaged');
        }
    }
}
