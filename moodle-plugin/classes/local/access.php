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

/**
 * Which room a user may enter, and why they can do nothing there. A pure decision from facts.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class access {
    /**
     * A decision.
     *
     * @param string|null $notice why nothing can be done, a code of docs/protocol.md
     * @param int|null $groupid whose room, 0 without groups; null for no room
     * @param bool $participate whether they may take part
     * @param bool $facilitate whether they may lead
     * @param bool $report whether they may view reports
     * @param bool $former whether it is a room that nobody comes into any more but whoever leads by right
     */
    private function __construct(
        /** @var string|null why nothing can be done, a code of docs/protocol.md */
        public readonly ?string $notice,
        /** @var int|null whose room, 0 without groups; null for no room */
        public readonly ?int $groupid,
        /** @var bool whether they may take part */
        public readonly bool $participate,
        /** @var bool whether they may lead */
        public readonly bool $facilitate,
        /** @var bool whether they may view reports */
        public readonly bool $report,
        /** @var bool whether it is a room that nobody comes into any more but whoever leads by right */
        public readonly bool $former = false,
    ) {
    }

    /**
     * Decides.
     *
     * @param access_facts $facts what is known
     * @return self
     */
    public static function decide(access_facts $facts): self {
        if ($facts->guest) {
            return self::outcome($facts, 'guest', null);
        }
        if ($facts->outsider && !$facts->participate && !$facts->facilitate) {
            // A course that is open to guests is open to every user of the site; what a group says is not.
            return self::outcome($facts, 'not_enrolled', null);
        }
        if ($facts->timeopen > $facts->now && !$facts->facilitate) {
            return self::outcome($facts, 'not_open', null);
        }
        if (in_array($facts->requested, $facts->formerrooms, true)) {
            return self::former($facts);
        }
        [$notice, $groupid] = self::group($facts);
        if ($groupid === null) {
            return self::outcome($facts, $notice, null);
        }
        return self::outcome($facts, self::notice($facts) ?? $notice, $groupid);
    }

    /**
     * The same room as the big screen shows it, at which nobody answers or leads.
     *
     * @return self
     */
    public function presenting(): self {
        $notice = $this->groupid === null ? $this->notice : 'presenting';
        return new self($notice, $this->groupid, false, false, false, $this->former);
    }

    /**
     * What to ask for to come into the same room again.
     *
     * @return int|null the group, 0 without groups, former_rooms::EVERYBODY; null for no room
     */
    public function asked_by(): ?int {
        return $this->former && $this->groupid === 0 ? former_rooms::EVERYBODY : $this->groupid;
    }

    /**
     * A room that is left as it was: whoever leads sees to what is open in it, and nobody takes part.
     *
     * @param access_facts $facts what is known
     * @return self
     */
    private static function former(access_facts $facts): self {
        $groupid = $facts->requested === former_rooms::EVERYBODY ? 0 : $facts->requested;
        $notice = $facts->loginas && $facts->hidden ? 'login_as' : null;
        return new self($notice, $groupid, false, $facts->facilitate, $facts->report, true);
    }

    /**
     * Why nothing can be done in a room of one's own.
     *
     * @param access_facts $facts what is known
     * @return string|null
     */
    private static function notice(access_facts $facts): ?string {
        return match (true) {
            $facts->loginas && $facts->hidden => 'login_as',
            !$facts->participate && !$facts->facilitate => 'no_right',
            $facts->timeclose && $facts->timeclose <= $facts->now && !$facts->facilitate => 'past_close',
            default => null,
        };
    }

    /**
     * Whose room it is.
     *
     * @param access_facts $facts what is known
     * @return array notice or null, group or null for no room
     */
    private static function group(access_facts $facts): array {
        if ($facts->groupmode === NOGROUPS) {
            return [null, 0];
        }
        $free = $facts->allaccess ? $facts->allgroups : $facts->owngroups;
        if ($facts->requested) {
            $seen = $facts->groupmode === VISIBLEGROUPS && in_array($facts->requested, $facts->allgroups);
            return match (true) {
                in_array($facts->requested, $free) => [null, $facts->requested],
                $seen => ['other_group', $facts->requested],
                default => ['other_group', null],
            };
        }
        // Somebody in one group belongs there, whatever else they may enter.
        $choice = count($facts->owngroups) === 1 ? $facts->owngroups : $free;
        if (count($choice) === 1) {
            return [null, reset($choice)];
        }
        $any = $choice || ($facts->groupmode === VISIBLEGROUPS && $facts->allgroups);
        return [$any ? 'choose_group' : 'no_group', null];
    }

    /**
     * The decision.
     *
     * @param access_facts $facts what is known
     * @param string|null $notice why nothing can be done
     * @param int|null $groupid whose room
     * @return self
     */
    private static function outcome(access_facts $facts, ?string $notice, ?int $groupid): self {
        return new self($notice, $groupid, $facts->participate, $facts->facilitate, $facts->report);
    }
}
