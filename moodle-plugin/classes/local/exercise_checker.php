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

use mod_leerlandschap\local\format\findings;
use mod_leerlandschap\local\format\node;
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
        '$schema', 'when_to_use', 'leaves_with', 'gradebook', 'group_size', 'mode', 'requires', 'handover',
    ];

    /**
     * All problems of a file.
     *
     * @param string $json what the file holds
     * @return array[] each with at (a JSON pointer) and code; empty if the file may be used
     */
    public static function problems(string $json): array {
        try {
            $value = json_decode($json, false, 64, JSON_THROW_ON_ERROR);
        } catch (\JsonException) {
            return [['at' => '', 'code' => 'bad_json']];
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
        $scales = array_fill_keys(array_keys(get_object_vars((object) ($file->value->scales ?? []))), true);
        $steps = step_checker::ids($file->value->steps ?? null);
        foreach ($members as $name => $member) {
            match ($name) {
                '$schema' => $member->string(),
                'version' => $member->int(1, 1),
                'languages' => null,
                'id' => $member->id(),
                'title', 'goal', 'when_to_use', 'leaves_with', 'gradebook' => $member->text(),
                'minutes' => self::minutes($member, self::part_ids($file->value)),
                'group_size' => $member->range(1, 1000),
                'mode' => $member->choice(['together', 'alone', 'mixed']),
                'requires' => self::requires($member),
                'series' => self::series($member, $steps),
                'scales' => self::scales($member),
                'steps' => step_checker::check($member, $scales),
                'handover' => self::handover($member),
            };
        }
        self::unused_steps($file->value, $steps, $findings);
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
        $rest = $node->range(0, 1440, ['covers']);
        foreach (isset($rest['covers']) ? $rest['covers']->elements() : [] as $part) {
            $part->ref($parts);
        }
    }

    /**
     * Checks what the format asks of an activity.
     *
     * @param node $node the member
     */
    private static function requires(node $node): void {
        foreach ($node->members([], ['visibility', 'min_answers']) ?? [] as $name => $member) {
            $name === 'visibility' ? $member->choice(['hidden']) : $member->int(3, 99);
        }
    }

    /**
     * Checks the series and its parts.
     *
     * @param node $node the member
     * @param array $steps ids of steps, as keys
     */
    private static function series(node $node, array $steps): void {
        $members = $node->members(['kind', 'order', 'parts'], ['rhythm']) ?? [];
        foreach ($members as $name => $member) {
            match ($name) {
                'kind' => $member->choice(['single', 'repeated']),
                'order' => $member->choice(['sequence', 'choose_one']),
                'rhythm' => $member->text(),
                'parts' => null,
            };
        }
        $used = [];
        foreach (isset($members['parts']) ? $members['parts']->elements(1) : [] as $part) {
            self::part($part, $used, $steps);
        }
    }

    /**
     * Checks a part.
     *
     * @param node $part the part
     * @param array $used ids of parts so far, as keys
     * @param array $steps ids of steps, as keys
     */
    private static function part(node $part, array &$used, array $steps): void {
        $members = $part->members(['id', 'title', 'minutes', 'steps'], ['points', 'repeat']) ?? [];
        foreach ($members as $name => $member) {
            match ($name) {
                'id' => $member->new_id($used),
                'title' => $member->text(),
                'minutes' => $member->range(0, 1440),
                'points' => $member->int(0, 999),
                'repeat' => $member->bool(),
                'steps' => self::part_steps($member, $steps),
            };
        }
    }

    /**
     * Checks the steps that a part names.
     *
     * @param node $node the list
     * @param array $steps ids of steps, as keys
     */
    private static function part_steps(node $node, array $steps): void {
        $named = [];
        foreach ($node->elements(1) as $element) {
            $step = $element->ref($steps);
            if ($step !== null && isset($named[$step])) {
                $element->problem('duplicate_id');
            }
            $named[$step ?? ''] = true;
        }
    }

    /**
     * Checks the scales.
     *
     * @param node $node the member
     */
    private static function scales(node $node): void {
        foreach ($node->map() ?? [] as $id => $scale) {
            if (!preg_match(node::ID, (string) $id)) {
                $scale->problem('bad_id');
            }
            $members = $scale->members(['points'], ['opt_out']) ?? [];
            if (isset($members['points'])) {
                self::points($members['points']);
            }
            foreach (isset($members['opt_out']) ? $members['opt_out']->members(['label']) ?? [] : [] as $label) {
                $label->text();
            }
        }
    }

    /**
     * Checks the points of a scale.
     *
     * @param node $node the list
     */
    private static function points(node $node): void {
        $before = null;
        foreach ($node->elements(2, 10) as $point) {
            $members = $point->members(['value', 'label']) ?? [];
            if (isset($members['label'])) {
                $members['label']->text();
            }
            $value = isset($members['value']) ? $members['value']->int(-100, 100) : null;
            if ($before !== null && $value !== null && $value !== $before + 1) {
                $members['value']->problem('bad_value');
            }
            $before = $value;
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
                'sections' => self::sections($member),
            };
        }
    }

    /**
     * Checks the sections of the document that the group goes on with.
     *
     * @param node $node the list
     */
    private static function sections(node $node): void {
        foreach ($node->elements() as $section) {
            foreach ($section->members(['id', 'label']) ?? [] as $name => $member) {
                $name === 'id' ? $member->string() : $member->text();
            }
        }
    }

    /**
     * Notes the steps that stand in no part.
     *
     * @param mixed $file the file
     * @param array $steps ids of steps as keys, their index as values
     * @param findings $findings where problems go
     */
    private static function unused_steps(mixed $file, array $steps, findings $findings): void {
        $parts = $file->series->parts ?? null;
        if (!is_array($parts)) {
            return;
        }
        $named = [];
        foreach ($parts as $part) {
            $named = [...$named, ...(is_array($part->steps ?? null) ? $part->steps : [])];
        }
        foreach ($steps as $id => $i) {
            if (!in_array((string) $id, $named, true)) {
                $findings->add("/steps/$i", 'unused_step');
            }
        }
    }

    /**
     * Ids of parts as written, for references.
     *
     * @param mixed $file the file
     * @return array ids as keys
     */
    private static function part_ids(mixed $file): array {
        $ids = [];
        foreach (is_array($file->series->parts ?? null) ? $file->series->parts : [] as $part) {
            if (is_string($part->id ?? null)) {
                $ids[$part->id] = true;
            }
        }
        return $ids;
    }
}
