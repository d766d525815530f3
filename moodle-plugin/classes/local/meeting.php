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

use stdClass;

/**
 * One run of an exercise by one group, as it is stored, with the changes that are still to be stored.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class meeting {
    /** The place before the first step. */
    public const START = '@start';

    /** The place after the last step. */
    public const CLOSING = '@closing';

    /** @var array columns that are still to be stored */
    private array $changes = [];

    /**
     * A meeting.
     *
     * @param stdClass $row row of leerlandschap_meeting
     * @param stdClass $instance row of leerlandschap
     * @param exercise $exercise its exercise
     */
    public function __construct(
        /** @var stdClass row of leerlandschap_meeting */
        private readonly stdClass $row,
        /** @var stdClass row of leerlandschap */
        public readonly stdClass $instance,
        /** @var exercise its exercise */
        public readonly exercise $exercise,
    ) {
    }

    /**
     * Its id.
     *
     * @return int
     */
    public function id(): int {
        return (int) $this->row->id;
    }

    /**
     * The group it belongs to.
     *
     * @return int 0 without groups
     */
    public function groupid(): int {
        return (int) $this->row->groupid;
    }

    /**
     * Its number in the series of its group, from 1.
     *
     * @return int
     */
    public function number(): int {
        return (int) $this->row->meetingno;
    }

    /**
     * The part of the series that it runs.
     *
     * @return string
     */
    public function part(): string {
        return $this->row->part;
    }

    /**
     * How often what the group shares has changed.
     *
     * @return int
     */
    public function revision(): int {
        return (int) $this->row->revision;
    }

    /**
     * The revision with which it took over from the meeting before.
     *
     * @return int
     */
    public function first_revision(): int {
        return (int) $this->row->firstrevision;
    }

    /**
     * When it was closed.
     *
     * @return int milliseconds since 1970; 0 while it is open
     */
    public function closed_at(): int {
        return 1000 * (int) $this->row->timeclosed;
    }

    /**
     * When somebody first came into its room.
     *
     * @return int seconds since 1970
     */
    public function started_at(): int {
        return (int) $this->row->timecreated;
    }

    /**
     * Whether it was closed for good.
     *
     * @return bool
     */
    public function is_closed(): bool {
        return $this->row->state === 'closed';
    }

    /**
     * Where the group is: @start, the id of a step, or @closing.
     *
     * @return string
     */
    public function place(): string {
        return $this->row->place;
    }

    /**
     * The steps that it can go to, in their order.
     *
     * @return string[]
     */
    public function steps(): array {
        return $this->exercise->steps_of_part($this->part());
    }

    /**
     * The steps that stand open from its start: all of them at one's own pace, together those before the first that
     * is done together.
     *
     * @return string[]
     */
    public function open_from_start(): array {
        return $this->rules()->own_pace() ? $this->steps() : $this->exercise->steps_before_meeting($this->part());
    }

    /**
     * The steps that the group has been at or that stand open from the start, in the order of the exercise.
     *
     * @return string[]
     */
    public function visited(): array {
        $visited = array_intersect([...json_decode($this->row->visited), ...$this->open_from_start()], $this->steps());
        return array_values(array_intersect($this->exercise->all_steps(), $visited));
    }

    /**
     * Notes that its group has been at a step.
     *
     * @param string[] $steps the steps, none for those that stand open already
     */
    public function visit(array $steps = []): void {
        $visited = array_values(array_unique([...$this->visited(), ...$steps]));
        if (array_diff($visited, json_decode($this->row->visited))) {
            $this->change(['visited' => json_encode($visited)]);
        }
    }

    /**
     * The rules it runs under.
     *
     * @return rules
     */
    public function rules(): rules {
        return rules::of_meeting($this->row);
    }

    /**
     * What it has taken over from the settings of its activity.
     *
     * @return array values by name of the column
     */
    public function follows(): array {
        return $this->rules()->columns() + ['part' => $this->part(), 'place' => $this->place()];
    }

    /**
     * Whether somebody has answered, so that who sees what cannot change any more.
     *
     * @return bool
     */
    public function is_frozen(): bool {
        return (bool) $this->row->frozen;
    }

    /**
     * Whether its group has been at any step, so that people may have been told who sees what.
     *
     * @return bool also where the exercise was replaced since
     */
    public function has_begun(): bool {
        return (bool) json_decode($this->row->visited);
    }

    /**
     * The day on which somebody last answered or took part.
     *
     * @return int its first second, UTC; 0 for none
     */
    public function day_used(): int {
        return (int) $this->row->timeused;
    }

    /**
     * Notes that somebody takes part today, so that the meeting does not count as idle.
     */
    public function note_day(): void {
        $today = clock_time::day(clock_time::seconds());
        if ($this->day_used() < $today) {
            $this->change(['timeused' => $today]);
        }
    }

    /**
     * Who holds the chair.
     *
     * @return int|null id of a user
     */
    public function chair(): ?int {
        return $this->rules()->facilitation === 'members' && $this->row->chairid ? (int) $this->row->chairid : null;
    }

    /**
     * The timer of the present step.
     *
     * @return timer|null null where there is none
     */
    public function timer(): ?timer {
        return timer::of_meeting($this->row);
    }

    /**
     * The name of the file of its secret.
     *
     * @return string|null null once the secret is gone
     */
    public function secretref(): ?string {
        return $this->row->secretref;
    }

    /**
     * The key that the tokens for its published rooms are made with.
     *
     * @return string|null null where there are none
     */
    public function pulse_key(): ?string {
        return $this->row->pulsekey;
    }

    /**
     * How often something changed that is everybody's own, so that each has to ask for theirs.
     *
     * @return int
     */
    public function own_stamp(): int {
        return (int) $this->row->ownstamp;
    }

    /**
     * Has everybody ask for what is their own.
     */
    public function touch_own(): void {
        $this->change(['ownstamp' => $this->own_stamp() + 1]);
    }

    /**
     * A time as its tables may keep it: where answers are hidden, the day.
     *
     * Nothing needs more than the day, and finer times would tell in which order people answered.
     *
     * @param int $seconds since 1970, UTC
     * @return int
     */
    public function kept_time(int $seconds): int {
        return $this->rules()->hidden() ? clock_time::day($seconds) : $seconds;
    }

    /**
     * Changes columns; meeting_store::save stores them.
     *
     * @param array $columns values by name
     */
    public function change(array $columns): void {
        foreach ($columns as $name => $value) {
            $this->row->$name = $value;
        }
        $this->changes = $columns + $this->changes;
    }

    /**
     * Raises the revision; meeting_store::save stores it.
     */
    public function raise_revision(): void {
        $this->change(['revision' => $this->revision() + 1]);
    }

    /**
     * The columns that are to be stored; they count as stored from now on.
     *
     * @return array values by name
     */
    public function take_changes(): array {
        $changes = $this->changes;
        $this->changes = [];
        return $changes;
    }
}
