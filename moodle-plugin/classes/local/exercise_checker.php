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

use mod_leerlandschap\local\format\block_checker;
use mod_leerlandschap\local\format\findings;
use mod_leerlandschap\local\format\node;
use mod_leerlandschap\local\format\outline;
use mod_leerlandschap\local\format\scale_checker;
use mod_leerlandschap\local\format\series_checker;
use mod_leerlandschap\local\format\step_checker;

/**
 * Checks a format file by the rules of docs/formats.md.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class exercise_checker {
    /** Members that every file has. */
    private const REQUIRED = ['version', 'languages', 'id', 'title', 'goal', 'minutes', 'series', 'scales', 'steps'];

    /** Members that a file may have. */
    private const OPTIONAL = [
        '$schema', 'when_to_use', 'leaves_with', 'gradebook', 'minutes_together', 'group_size', 'mode', 'requires', 'handover',
    ];

    /** What a handover can gather. */
    private const HANDOVER_SECTIONS = ['scope', 'principles', 'findings', 'open-actions'];

    /** The version of format files that this one reads. */
    public const VERSION = 1;

    /** The largest file, in bytes. */
    public const MOST_BYTES = 512 * 1024;

    /**
     * All problems of a file.
     *
     * @param string $json what the file holds
     * @return array[] each with at (a JSON pointer) and code; empty if the file may be used
     */
    public static function problems(string $json): array {
        if (strlen($json) > self::MOST_BYTES) {
            return [['at' => '', 'code' => 'too_large']];
        }
        try {
            $value = json_decode($json, false, 64, JSON_THROW_ON_ERROR);
        } catch (\JsonException) {
            return [['at' => '', 'code' => 'bad_json']];
        }
        if (is_int($value->version ?? null) && $value->version > self::VERSION) {
            // What else would be wrong is only that a later version has more.
            return [['at' => '/version', 'code' => 'newer_version']];
        }
        $findings = new findings();
        self::top(new node($value, '', $findings), $findings);
        return $findings->all();
    }

    /**
     * Checks the file.
     *
     * @param node $file the file
     * @param findings $findings where the languages go
     */
    private static function top(node $file, findings $findings): void {
        $members = $file->members(self::REQUIRED, self::OPTIONAL) ?? [];
        if (isset($members['languages'])) {
            // Before the others: texts are checked against them.
            $findings->languages = self::languages($members['languages']);
        }
        $outline = new outline($file->value);
        foreach ($members as $name => $member) {
            match ($name) {
                '$schema' => $member->string(),
                'version' => $member->int(self::VERSION, self::VERSION),
                'languages' => null,
                'id' => $member->id(),
                'title', 'goal', 'when_to_use', 'leaves_with', 'gradebook' => $member->text(),
                'minutes' => self::minutes($member, $outline->parts),
                'minutes_together' => $member->range(0, node::MOST_MINUTES),
                'group_size' => self::group_size($member),
                'mode' => $member->choice(['together', 'alone', 'mixed']),
                'requires' => self::requires($member),
                'series' => series_checker::check($member, $outline),
                'scales' => scale_checker::check($member),
                'steps' => step_checker::check($member, $outline),
                'handover' => self::handover($member),
            };
        }
        series_checker::unused_steps($file->value, $outline, $findings);
    }

    /**
     * Checks the languages.
     *
     * @param node $node the list
     * @return string[] those that are strings
     */
    private static function languages(node $node): array {
        $languages = [];
        foreach ($node->elements(1) as $element) {
            $language = $element->string();
            if ($language === null) {
                continue;
            }
            if (!preg_match('/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/D', $language)) {
                $element->problem('bad_value');
            } else if (in_array($language, $languages, true)) {
                $element->problem('duplicate_id');
            }
            $languages[] = $language;
        }
        return $languages;
    }

    /**
     * Checks how long the exercise takes.
     *
     * @param node $node the member
     * @param array $parts ids of parts, as keys
     */
    private static function minutes(node $node, array $parts): void {
        $rest = $node->range(0, node::MOST_MINUTES, ['covers']);
        foreach (isset($rest['covers']) ? $rest['covers']->elements() : [] as $part) {
            $part->ref($parts);
        }
    }

    /**
     * Checks for how many people the exercise is.
     *
     * @param node $node the member
     */
    private static function group_size(node $node): void {
        $rest = $node->range(1, 1000, ['typical']);
        if (isset($rest['typical']) && $rest['typical']->int(1, 1000) !== null) {
            [$min, $max, $typical] = [$node->value->min ?? null, $node->value->max ?? null, $rest['typical']->value];
            if ((is_int($min) && $typical < $min) || (is_int($max) && $typical > $max)) {
                $rest['typical']->problem('bad_value');
            }
        }
    }

    /**
     * Checks what the format asks of an activity.
     *
     * @param node $node the member
     */
    private static function requires(node $node): void {
        foreach ($node->members([], ['visibility', 'min_answers']) ?? [] as $name => $member) {
            $name === 'visibility' ? $member->choice(['hidden']) : $member->int(...block_checker::K);
        }
    }

    /**
     * Checks how the group can go on.
     *
     * @param node $node the member
     */
    private static function handover(node $node): void {
        foreach ($node->members(['to', 'text'], ['sections']) ?? [] as $name => $member) {
            match ($name) {
                'to' => $member->string(),
                'text' => $member->text(),
                'sections' => $member->labelled(0, node::MOST_ENTRIES, [], self::HANDOVER_SECTIONS),
            };
        }
    }
}
