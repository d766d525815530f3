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
 * The soft timer of the present step: it reminds, and stops nothing.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class timer {
    /** Longest time, in seconds, what has run included: as much as its column holds, more than eleven days. */
    public const LONGEST = 999999;

    /**
     * A timer.
     *
     * @param int $seconds how long it runs in all
     * @param int $elapsedms how long it had run when it was last paused, in milliseconds
     * @param int|null $runningsince since when it runs, in milliseconds since 1970; null while paused
     */
    public function __construct(
        /** @var int how long it runs in all, in seconds */
        public readonly int $seconds,
        /** @var int how long it had run when it was last paused, in milliseconds */
        public readonly int $elapsedms,
        /** @var int|null since when it runs, in milliseconds since 1970; null while paused */
        public readonly ?int $runningsince,
    ) {
    }

    /**
     * The timer of a meeting.
     *
     * @param stdClass $row row of leerlandschap_meeting
     * @return self|null null where the group is at no step
     */
    public static function of_meeting(stdClass $row): ?self {
        if ($row->timerseconds === null) {
            return null;
        }
        $since = $row->timerstarted === null ? null : (int) $row->timerstarted;
        return new self((int) $row->timerseconds, (int) $row->timerelapsed, $since);
    }

    /**
     * Whether it runs.
     *
     * @return bool
     */
    public function running(): bool {
        return $this->runningsince !== null;
    }

    /**
     * The same timer, set otherwise.
     *
     * @param int $seconds how long it shall run in all
     * @param bool $running whether it shall run
     * @param int $now milliseconds since 1970
     * @return self
     */
    public function set(int $seconds, bool $running, int $now): self {
        if ($running === $this->running()) {
            return new self($seconds, $this->elapsedms, $this->runningsince);
        }
        return $running
            ? new self($seconds, $this->elapsedms, $now)
            : new self($seconds, $this->elapsedms + max(0, $now - $this->runningsince), null);
    }

    /**
     * The columns of a meeting that keep a timer.
     *
     * @param self|null $timer null for none
     * @return array
     */
    public static function columns(?self $timer): array {
        return [
            'timerseconds' => $timer?->seconds,
            'timerelapsed' => $timer?->elapsedms ?? 0,
            'timerstarted' => $timer?->runningsince,
        ];
    }
}
