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

use mod_leerlandschap\local\editing\used_reader;
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

    /** Whether a group goes through the steps together; the default first. */
    public const PACES = ['together', 'own'];
    /** Nobody may show results of fewer answers than this. */
    public const LOWEST_MINANSWERS = 3;

    /** More than this would hide the results of any group. */
    public const HIGHEST_MINANSWERS = 100;

    /** The most that the form offers; an exercise, or meetings in a row, can have more steps in which a group writes. */
    public const MOST_COMPLETIONWRITE = 10;

    /** What follows the exercise where it was left as the form showed it; what the form showed comes along as shown<field>. */
    private const FOLLOWING = ['name', 'visibility', 'minanswers'];

    /** What groups work with: field => string that says why it cannot change any more. */
    private const FROZEN_BY_USE = ['format' => 'formatfrozen', 'scale' => 'scalefrozen'];

    /** What participants were told before they answered: field => string that says why it cannot change any more. */
    private const FROZEN_BY_ANSWERS = [
        'visibility' => 'frozenafteranswers',
        'minanswers' => 'frozenafteranswers',
        'pace' => 'pacefrozen',
    ];

    /**
     * What of an activity cannot change any more.
     *
     * @param int $instanceid id of the activity
     * @return string[] fields
     */
    public static function frozen(int $instanceid): array {
        return array_keys(self::frozen_because($instanceid));
    }

    /**
     * What of an activity cannot change any more, and why.
     *
     * @param int $instanceid id of the activity
     * @return string[] identifiers of strings by field
     */
    private static function frozen_because(int $instanceid): array {
        $answered = lifecycle::has_answers($instanceid);
        return ($answered || used_reader::is_used($instanceid) ? self::FROZEN_BY_USE : [])
            + ($answered ? self::FROZEN_BY_ANSWERS : []);
    }

    /**
     * Fills in what was left out, as the form would.
     *
     * @param stdClass $data settings, changed in place
     * @param stdClass|null $before row of leerlandschap as it is stored, null for a new activity
     */
    public static function complete(stdClass $data, ?stdClass $before = null): void {
        global $CFG;

        $catalogue = new format_catalogue($before);
        $defaults = self::of_site() + [
            'format' => $catalogue->first(),
            'scale' => '',
            'grade' => $CFG->gradepointdefault,
            'timeopen' => 0,
            'timeclose' => 0,
            'completionfinish' => 0,
            'completionanswer' => 0,
            'completionwrite' => 0,
        ];
        foreach ($defaults as $field => $value) {
            $data->$field ??= $value;
        }
        // Core's modlib takes this field for that of a rated activity, and fills in 0.
        if (!in_array($data->scale, self::SCALES, true) || !$catalogue->takes_scale($data->format)) {
            $data->scale = '';
        }
        if ($catalogue->requires_hidden($data->format)) {
            $data->visibility = 'hidden';
        }
        $data->minanswers = max((int) $data->minanswers, self::lowest($catalogue, $data->format));
    }

    /**
     * What the site lets a new activity start with.
     *
     * @return array values by field
     */
    private static function of_site(): array {
        $site = get_config('leerlandschap');
        return [
            'visibility' => $site->visibility ?? self::VISIBILITIES[0],
            'minanswers' => $site->minanswers ?? self::LOWEST_MINANSWERS,
            'facilitation' => $site->facilitation ?? self::FACILITATIONS[0],
            'pace' => $site->pace ?? self::PACES[0],
        ];
    }

    /**
     * What a form shows at first in the fields that follow the exercise.
     *
     * @param format_catalogue $catalogue the exercises
     * @param stdClass|null $before row of leerlandschap as it is stored, null for a new activity
     * @return string[] values by field; of a name that somebody has chosen ''
     */
    public static function shown(format_catalogue $catalogue, ?stdClass $before): array {
        $title = $catalogue->title($before->format ?? $catalogue->first());
        $values = $before ? (array) $before : self::of_site() + ['name' => $title];
        $shown = array_map(fn(string $field): string => (string) $values[$field], array_combine(self::FOLLOWING, self::FOLLOWING));
        return ['name' => $shown['name'] === $title ? $title : ''] + $shown;
    }

    /**
     * Whether a field was left as the form showed it.
     *
     * @param array $data values by field, with what the form showed
     * @param string $field the field
     * @return bool
     */
    public static function is_untouched(array $data, string $field): bool {
        $shown = (string) ($data["shown$field"] ?? '');
        return $shown !== '' && $shown === (string) ($data[$field] ?? '');
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
        global $DB;

        $before = $instanceid ? $DB->get_record('leerlandschap', ['id' => $instanceid], '*', MUST_EXIST) : null;
        $problems = self::frozen_problems($before, $sent + $data);
        $catalogue = new format_catalogue($before);
        $format = (string) ($data['format'] ?? '');
        if (!$catalogue->has($format)) {
            $problems['format'] ??= get_string('formatunavailable', 'mod_leerlandschap', s($format));
        }
        $choices = [
            'scale' => self::SCALES,
            'visibility' => self::VISIBILITIES,
            'facilitation' => self::FACILITATIONS,
            'pace' => self::PACES,
        ];
        foreach ($choices as $field => $values) {
            if (!in_array($data[$field] ?? null, $values, true)) {
                $problems[$field] ??= get_string('error:bad_value', 'mod_leerlandschap');
            }
        }
        // What nobody has touched follows the exercise, when it is stored.
        $named = ($data['visibility'] ?? '') !== 'hidden' && !self::is_untouched($data, 'visibility');
        if ($named && $catalogue->requires_hidden($format)) {
            $problems['visibility'] ??= get_string('visibilityneedshidden', 'mod_leerlandschap');
        }
        $number = (int) ($data['minanswers'] ?? 0);
        $lowest = self::is_untouched($data, 'minanswers') ? self::LOWEST_MINANSWERS : self::lowest($catalogue, $format);
        if ($number < $lowest) {
            $problems['minanswers'] ??= get_string('minanswerstoolow', 'mod_leerlandschap', $lowest);
        } else if ($number > self::HIGHEST_MINANSWERS) {
            $problems['minanswers'] ??= get_string('minanswerstoohigh', 'mod_leerlandschap', self::HIGHEST_MINANSWERS);
        }
        $grade = (int) ($data['grade'] ?? 0);
        if ($grade < 0 && !$DB->record_exists('scale', ['id' => -$grade])) {
            $problems['grade'] = get_string('error:bad_value', 'mod_leerlandschap');
        }
        if (!empty($data['timeopen']) && !empty($data['timeclose']) && $data['timeclose'] <= $data['timeopen']) {
            $problems['timeclose'] = get_string('closebeforeopen', 'mod_leerlandschap');
        }
        return $problems;
    }

    /**
     * Which frozen settings somebody tried to change.
     *
     * @param stdClass|null $stored row of leerlandschap, null for a new activity
     * @param array $sent values by field
     * @return string[] translated problems by field
     */
    private static function frozen_problems(?stdClass $stored, array $sent): array {
        $problems = [];
        foreach ($stored ? self::frozen_because((int) $stored->id) : [] as $field => $reason) {
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
