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
 * Completion by finishing: took part in every required step of a meeting.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class custom_completion extends activity_custom_completion {
    /**
     * Whether the user has done what the rule asks.
     *
     * @param string $rule the rule
     * @return int COMPLETION_COMPLETE or COMPLETION_INCOMPLETE
     */
    public function get_state(string $rule): int {
        $this->validate_rule($rule);
        $points = progress::points((int) $this->cm->instance, $this->userid);
        $finished = $points['attainable'] > 0 && $points['earned'] >= $points['attainable'];
        return $finished ? COMPLETION_COMPLETE : COMPLETION_INCOMPLETE;
    }

    /**
     * The rules of this activity.
     *
     * @return string[]
     */
    public static function get_defined_custom_rules(): array {
        return ['completionfinish'];
    }

    /**
     * What each rule asks of a learner.
     *
     * @return string[] by rule
     */
    public function get_custom_rule_descriptions(): array {
        return ['completionfinish' => get_string('completiondetail:finish', 'mod_leerlandschap')];
    }

    /**
     * The order in which the rules are shown.
     *
     * @return string[]
     */
    public function get_sort_order(): array {
        return ['completionview', 'completionfinish', 'completionusegrade', 'completionpassgrade'];
    }
}
