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
 * The rules that a meeting runs under: who learns what, and who may lead.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class rules {
    /**
     * Rules.
     *
     * @param string $visibility hidden or named
     * @param int $minanswers k: results show from this many counted answers on
     * @param string $facilitation trainer or members
     * @param string $pace together or own
     */
    public function __construct(
        /** @var string hidden or named */
        public readonly string $visibility,
        /** @var int k: results show from this many counted answers on */
        public readonly int $minanswers,
        /** @var string trainer or members */
        public readonly string $facilitation,
        /** @var string together or own */
        public readonly string $pace = 'together',
    ) {
    }

    /**
     * The rules of an activity: its settings, and no less than its exercise asks for.
     *
     * @param stdClass $instance row of leerlandschap
     * @param exercise $exercise its exercise
     * @return self
     */
    public static function of_instance(stdClass $instance, exercise $exercise): self {
        return new self(
            $exercise->requires_hidden() ? 'hidden' : $instance->visibility,
            max((int) $instance->minanswers, $exercise->min_answers()),
            $instance->facilitation,
            $instance->pace,
        );
    }

    /**
     * The rules that a meeting is kept with.
     *
     * @param stdClass $row row of leerlandschap_meeting
     * @return self
     */
    public static function of_meeting(stdClass $row): self {
        return new self($row->visibility, (int) $row->minanswers, $row->facilitation, $row->pace);
    }

    /**
     * What a meeting with these rules follows from other ones.
     *
     * After the first answer people keep what they were told about who sees what, and the pace; who may lead can change.
     * Once the group has been at a step, it becomes stricter only: they may be answering or writing at this moment.
     * So nothing that was kept without a name comes to stand in a meeting that shows names.
     *
     * @param self $others rules of the activity
     * @param bool $begun whether the group has been at a step
     * @param bool $frozen whether somebody has answered
     * @return self
     */
    public function following(self $others, bool $begun, bool $frozen): self {
        if ($frozen) {
            return new self($this->visibility, $this->minanswers, $others->facilitation, $this->pace);
        }
        return $begun ? new self(
            $this->hidden() ? $this->visibility : $others->visibility,
            max($this->minanswers, $others->minanswers),
            $others->facilitation,
            $others->pace
        ) : $others;
    }

    /**
     * Whether nobody may learn who gave which answer.
     *
     * @return bool
     */
    public function hidden(): bool {
        return $this->visibility === 'hidden';
    }

    /**
     * Whether everybody goes through the steps when it suits them.
     *
     * @return bool
     */
    public function own_pace(): bool {
        return $this->pace === 'own';
    }

    /**
     * The rules as the app gets them (docs/protocol.md, "Room").
     *
     * @return array
     */
    public function export(): array {
        return [
            'visibility' => $this->visibility,
            'min_answers' => $this->minanswers,
            'facilitation' => $this->facilitation,
            'pace' => $this->pace,
        ];
    }

    /**
     * The columns of a meeting that keep these rules.
     *
     * @return array
     */
    public function columns(): array {
        return [
            'visibility' => $this->visibility,
            'minanswers' => $this->minanswers,
            'facilitation' => $this->facilitation,
            'pace' => $this->pace,
        ];
    }
}
