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
 * The settings of an activity: what they may be, what they are where nobody says, what no longer changes.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class activity_settings {
    /** Scales to choose from; '' keeps the exercise's own. */
    public const SCALES = ['', ...exercise::SCALES];

    /** Who may learn who gave which answer; the default first. */
    public const VISIBILITIES = ['hidden', 'named'];

    /** Who facilitates; the default first. */
    public const FACILITATIONS = ['trainer', 'members'];

    /** Nobody may show results of fewer answers than this. */
    public const LOWEST_MINANSWERS = 3;

    /** More than this would hide the results of any group. */
    public const HIGHEST_MINANSWERS = 100;

    /** What participants were told before they answered, and what answers are measured by. */
    public const FROZEN = ['format', 'scale', 'visibility', 'minanswers'];

    /** Field => string that says why it cannot change any more. */
    private const FROZEN_BECAUSE = [
        'format' => 'formatfrozen',
        'scale' => 'scalefrozen',
        'visibility' => 'frozenafteranswers',
        'minanswers' => 'frozenafteranswers',
    ];

    /**
     * Fills in what was left out, as the form would.
     *
     * @param stdClass $data settings, changed in place
     */
    public static function complete(stdClass $data): void {
        global $CFG;

        $site = get_config('leerlandschap');
        $catalogue = new format_catalogue();
        $defaults = [
            'format' => $catalogue->first(),
            'scale' => '',
            'visibility' => $site->visibility ?? self::VISIBILITIES[0],
            'minanswers' => $site->minanswers ?? self::LOWEST_MINANSWERS,
            'facilitation' => $site->facilitation ?? self::FACILITATIONS[0],
            'grade' => $CFG->gradepointdefault,
            'timeopen' => 0,
            'timeclose' => 0,
            'completionfinish' => 0,
        ];
        foreach ($defaults as $field => $value) {
            $data->$field ??= $value;
        }
        // Core's modlib takes this field for that of a rated activity, and fills in 0.
        if (!in_array($data->scale, self::SCALES, true)) {
            $data->scale = '';
        }
        if ($catalogue->requires_hidden($data->format)) {
            $data->visibility = 'hidden';
        }
        $data->minanswers = max((int) $data->minanswers, self::lowest($catalogue, $data->format));
    }

    /**
     * Everything that is wrong with settings.
     *
     * @param array $data values by field
     * @param int $instanceid the activity they are for, 0 for a new one
     * @param array $sent what the browser sent, where that can differ from $data
     * @return string[] translated problems by field
     */
    public static function problems(array $data, int $instanceid = 0, array $sent = []): array {
        $problems = self::frozen_problems($instanceid, $sent + $data);
        $catalogue = new format_catalogue();
        $format = (string) ($data['format'] ?? '');
        if (!$catalogue->has($format)) {
            $problems['format'] ??= get_string('formatunavailable', 'mod_leerlandschap', s($format));
        }
        foreach (['scale' => self::SCALES, 'visibility' => self::VISIBILITIES, 'facilitation' => self::FACILITATIONS] as $f => $all) {
            if (!in_array($data[$f] ?? null, $all, true)) {
                $problems[$f] ??= get_string('error:bad_value', 'mod_leerlandschap');
            }
        }
        if ($catalogue->requires_hidden($format) && ($data['visibility'] ?? '') !== 'hidden') {
            $problems['visibility'] ??= get_string('visibilityneedshidden', 'mod_leerlandschap');
        }
        $number = (int) ($data['minanswers'] ?? 0);
        $lowest = self::lowest($catalogue, $format);
        if ($number < $lowest) {
            $problems['minanswers'] ??= get_string('minanswerstoolow', 'mod_leerlandschap', $lowest);
        } else if ($number > self::HIGHEST_MINANSWERS) {
            $problems['minanswers'] ??= get_string('minanswerstoohigh', 'mod_leerlandschap', self::HIGHEST_MINANSWERS);
        }
        if (($data['grade'] ?? 0) < 0) {
            $problems['grade'] = get_string('gradingscaleunsupported', 'mod_leerlandschap');
        }
        if (!empty($data['timeopen']) && !empty($data['timeclose']) && $data['timeclose'] <= $data['timeopen']) {
            $problems['timeclose'] = get_string('closebeforeopen', 'mod_leerlandschap');
        }
        return $problems;
    }

    /**
     * Which frozen settings somebody tried to change.
     *
     * @param int $instanceid the activity, 0 for a new one
     * @param array $sent values by field
     * @return string[] translated problems by field
     */
    private static function frozen_problems(int $instanceid, array $sent): array {
        global $DB;

        if (!$instanceid || !lifecycle::has_answers($instanceid)) {
            return [];
        }
        $stored = $DB->get_record('leerlandschap', ['id' => $instanceid], '*', MUST_EXIST);
        $problems = [];
        foreach (self::FROZEN_BECAUSE as $field => $reason) {
            if (isset($sent[$field]) && (string) $sent[$field] !== (string) $stored->$field) {
                $problems[$field] = get_string($reason, 'mod_leerlandschap');
            }
        }
        return $problems;
    }

    /**
     * The smallest number of answers that may be asked for.
     *
     * @param format_catalogue $catalogue the exercises
     * @param string $format id of the exercise
     * @return int
     */
    private static function lowest(format_catalogue $catalogue, string $format): int {
        return max(self::LOWEST_MINANSWERS, $catalogue->min_answers($format));
    }
}
