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

declare(strict_types=1);

namespace mod_leerlandschap\completion;

use core_completion\activity_custom_completion;
use mod_leerlandschap\local\progress;

/**
 * Completion by taking part: in every required step of the meetings held, in all that ask for answers, or in so many of
 * those in which the group writes.
 *
 * Steps, not answers or texts: where answers are hidden, nobody knows whose these are.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class custom_completion extends activity_custom_completion {
    /** The rules of this activity: fields of leerlandschap. */
    public const RULES = ['completionfinish', 'completionanswer', 'completionwrite'];

    /**
     * Whether the user has done what the rule asks.
     *
     * @param string $rule the rule
     * @return int COMPLETION_COMPLETE or COMPLETION_INCOMPLETE
     */
    public function get_state(string $rule): int {
        $this->validate_rule($rule);
        $instance = (int) $this->cm->instance;
        $asked = $this->asked($rule);
        $complete = match ($rule) {
            'completionfinish' => self::is_all(progress::points($instance, $this->userid)),
            'completionanswer' => self::is_all(progress::points($instance, $this->userid, progress::ANSWERING)),
            'completionwrite' => count(progress::points($instance, $this->userid, progress::WRITING)['done']) >= $asked,
        };
        return $complete ? COMPLETION_COMPLETE : COMPLETION_INCOMPLETE;
    }

    /**
     * Whether everything that there is was done.
     *
     * @param array $points what progress::points says
     * @return bool
     */
    private static function is_all(array $points): bool {
        // Steps, not points: a teacher can have a step give none that everybody is to take part in all the same.
        return $points['done'] && !$points['open'];
    }

    /**
     * How much a rule asks of this activity.
     *
     * @param string $rule the rule
     * @return int
     */
    private function asked(string $rule): int {
        return (int) ($this->cm->customdata['customcompletionrules'][$rule] ?? 0);
    }

    /**
     * The rules of this activity.
     *
     * @return string[]
     */
    public static function get_defined_custom_rules(): array {
        return self::RULES;
    }

    /**
     * What each rule asks of a learner.
     *
     * @return string[] by rule
     */
    public function get_custom_rule_descriptions(): array {
        return [
            'completionfinish' => get_string('completiondetail:finish', 'mod_leerlandschap'),
            'completionanswer' => get_string('completiondetail:answer', 'mod_leerlandschap'),
            'completionwrite' => get_string('completiondetail:write', 'mod_leerlandschap', $this->asked('completionwrite')),
        ];
    }

    /**
     * The order in which the rules are shown.
     *
     * @return string[]
     */
    public function get_sort_order(): array {
        return ['completionview', 'completionanswer', 'completionwrite', 'completionfinish', 'completionusegrade',
            'completionpassgrade'];
    }
}
