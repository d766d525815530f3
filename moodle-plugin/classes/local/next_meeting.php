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

use mod_leerlandschap\task\tell_next_meeting;

/**
 * Starts the meeting of a group after one that was closed.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class next_meeting {
    /** Most meetings of a group in a row. */
    private const MOST = 200;

    /**
     * What comes after a meeting.
     *
     * @param meeting_store $store the meetings
     * @param scene $scene the last meeting of the group, locked by this transaction
     */
    public function __construct(
        /** @var meeting_store the meetings */
        private readonly meeting_store $store,
        /** @var scene the last meeting of the group, locked by this transaction */
        private readonly scene $scene,
    ) {
    }

    /**
     * Starts it.
     *
     * @param array $command from: number of the last meeting; part: the run of the next one
     * @return meeting the new meeting
     * @throws refusal not_allowed, unknown_part, wrong_state, too_many
     */
    public function start(array $command): meeting {
        $last = $this->scene->meeting;
        // Nobody can take the chair of a closed meeting.
        $bymembers = $last->rules()->facilitation === 'members' && $this->scene->actor->access->participate;
        // Nobody could come to one of a group that meets here no more.
        if ((!$bymembers && !$this->scene->actor_facilitates()) || $this->scene->actor->access->former) {
            throw new refusal('not_allowed');
        }
        $series = $last->exercise->series;
        $part = $command['part'] ?? null;
        if (!in_array($part, $series->runs(), true)) {
            throw new refusal('unknown_part');
        }
        $follows = in_array($part, $series->next_runs($last->part()), true);
        // Whoever waited for the lock may find that another one has started it.
        $islast = $this->store->latest($last->groupid())->id() === $last->id();
        if (!$last->is_closed() || ($command['from'] ?? null) !== $last->number() || !$follows || !$islast) {
            throw new refusal('wrong_state');
        }
        if ($last->number() >= self::MOST) {
            throw new refusal('too_many');
        }
        $next = $this->store->insert($last->groupid(), $last->number() + 1, $part, $last->revision() + 1);
        rounds::of_meeting($next)->open_first($next->open_from_start());
        carry_over::people($last, $next);
        carry_over::contributions($last, $next);
        \core\task\manager::queue_adhoc_task(tell_next_meeting::of($next, $this->scene->actor->id()));
        // Whoever still sees the last one is to come over.
        $last->touch_own();
        $this->store->save($last);
        return $next;
    }
}
