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

namespace mod_leerlandschap\external;

use core_external\external_description;
use core_external\external_multiple_structure as many;
use core_external\external_single_structure as one;
use core_external\external_value as value;
use mod_leerlandschap\local\contribution\fields;

/**
 * What every web service of the activity returns: the Reply of docs/protocol.md.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class reply_structure {
    /**
     * A Reply.
     *
     * @return external_description
     */
    public static function describe(): external_description {
        return new one([
            'now' => new value(PARAM_INT, 'The server\'s time, milliseconds since 1970'),
            'revision' => new value(PARAM_INT, 'Revision of the meeting, 0 without one'),
            'edition' => new value(PARAM_RAW, 'Tells one edition of the exercise from every other'),
            'room' => self::nullable(self::room(), 'What everybody may see; null where the caller has it'),
            'me' => self::nullable(self::me(), 'What only the caller gets; null on a read that brings no room'),
            'counts' => new many(new one([
                'step' => new value(PARAM_RAW, 'Step'),
                'round' => new value(PARAM_INT, 'Round'),
                'answered' => new value(PARAM_INT, 'How many answered every item'),
                'present' => new value(PARAM_INT, 'How many are present'),
                'who' => new many(
                    new value(PARAM_RAW, 'Person'),
                    'Who of those present has answered; for the one who leads, where it is told',
                    VALUE_OPTIONAL
                ),
            ]), 'Rounds that are not revealed'),
            'earlier' => new many(self::earlier(), 'Meetings before this one, as far as they go on in it', VALUE_OPTIONAL),
            'pulse' => new one([
                'address' => new value(PARAM_RAW, 'Where the published room is'),
                'token' => new value(PARAM_RAW, 'What lets the caller read it'),
                'seconds' => new value(PARAM_INT, 'For how long the token is good'),
                'own' => new value(PARAM_INT, 'Changes whenever me is to be asked for again'),
            ], 'The fast way to news of the room; left out where there is none', VALUE_OPTIONAL),
        ]);
    }

    /**
     * What everybody in a meeting may see.
     *
     * @return external_description
     */
    public static function outcome(): external_description {
        return new one([
            'room' => new one(self::room(), 'What everybody may see'),
            'earlier' => new many(self::earlier(), 'Meetings before this one, as far as they go on in it', VALUE_OPTIONAL),
        ]);
    }

    /**
     * Members of the room.
     *
     * @return external_description[]
     */
    private static function room(): array {
        return [
            'protocol' => new value(PARAM_INT, 'Version of the protocol'),
            'meeting' => new value(PARAM_RAW, 'Id of the meeting'),
            'number' => new value(PARAM_INT, 'Its number, from 1'),
            'revision' => new value(PARAM_INT, 'How often what the group shares has changed'),
            'group' => self::nullable([
                'id' => new value(PARAM_RAW, 'Id of the group'),
                'name' => new value(PARAM_RAW, 'Name of the group'),
            ], 'The group; null without groups'),
            'part' => new value(PARAM_RAW, 'Part of the series'),
            'settings' => self::settings(),
            'state' => new value(PARAM_ALPHA, 'open or closed'),
            'place' => new value(PARAM_RAW, '@start, a step or @closing'),
            'visited' => new many(new value(PARAM_RAW, 'Step'), 'Steps that the group has been at'),
            'chair' => self::text('Who holds the chair'),
            'timer' => self::nullable([
                'step' => new value(PARAM_RAW, 'Step'),
                'seconds' => new value(PARAM_INT, 'How long it runs in all'),
                'elapsed_ms' => new value(PARAM_INT, 'Milliseconds run before the last pause'),
                'running_since' => self::number('Milliseconds since 1970; null while paused'),
            ], 'The timer; null where there is none'),
            'people' => new many(new one([
                'id' => new value(PARAM_RAW, 'Person'),
                'name' => new value(PARAM_RAW, 'Name'),
                'present' => new value(PARAM_BOOL, 'Whether present'),
            ]), 'Who joined'),
            'rounds' => new many(self::round(), 'Rounds'),
            'contributions' => new many(self::contribution(), 'What the group shares'),
            'sharing' => new one([
                'asked' => new value(PARAM_INT, 'Revision with which it was asked'),
                'lesson' => self::text('The lesson; null for the outcome'),
                'answered' => new value(PARAM_INT, 'How many have answered'),
                'agreed' => self::number('How many agree; null while too few have answered'),
                'of' => new value(PARAM_INT, 'How many are asked'),
                'objected' => new value(PARAM_BOOL, 'Whether anybody would rather not'),
                'published' => new value(PARAM_BOOL, 'Whether other groups see it'),
            ], 'Whether other groups may see something; left out while nobody asked', VALUE_OPTIONAL),
        ];
    }

    /**
     * The rules of a meeting.
     *
     * @return external_description
     */
    public static function settings(): external_description {
        return new one([
            'visibility' => new value(PARAM_ALPHA, 'hidden or named'),
            'min_answers' => new value(PARAM_INT, 'k'),
            'facilitation' => new value(PARAM_ALPHA, 'trainer or members'),
            'pace' => new value(PARAM_ALPHA, 'together or own'),
        ], 'The rules');
    }

    /**
     * A round.
     *
     * @return external_description
     */
    private static function round(): external_description {
        return new one([
            'step' => new value(PARAM_RAW, 'Step'),
            'round' => new value(PARAM_INT, 'Round'),
            'phase' => new value(PARAM_ALPHA, 'open, closed or revealed'),
            'items' => new many(new value(PARAM_RAW, 'Item'), 'What it asks'),
            'answered' => new value(PARAM_INT, 'How many answered every item'),
            'present' => new value(PARAM_INT, 'How many are, or were, present'),
            'results' => new many(self::result(), 'Results after the reveal'),
            'relations' => new many(self::relation(), 'How questions go together', VALUE_OPTIONAL),
        ]);
    }

    /**
     * How two questions go together.
     *
     * @return external_description
     */
    public static function relation(): external_description {
        $side = fn(string $about): one => self::nullable([
            'people' => new value(PARAM_INT, 'How many'),
            'median_x2' => new value(PARAM_INT, 'Twice the median of the second question'),
        ], $about);
        return new one([
            'x' => new value(PARAM_RAW, 'Question that splits the group'),
            'y' => new value(PARAM_RAW, 'Question whose median is told'),
            'high' => $side('Those who chose much; null where either side has too few'),
            'low' => $side('The others; null where either side has too few'),
        ]);
    }

    /**
     * A meeting before this one.
     *
     * @return external_description
     */
    private static function earlier(): external_description {
        return new one([
            'number' => new value(PARAM_INT, 'Its number'),
            'part' => new value(PARAM_RAW, 'Part of the series'),
            'closed' => new value(PARAM_INT, 'When it was closed, milliseconds since 1970'),
            'rounds' => new many(self::round(), 'Rounds that ask what this meeting asks again'),
            'contributions' => new many(self::contribution(), 'What was carried over and is here now, as it stood then'),
        ]);
    }

    /**
     * The result of an item.
     *
     * @return external_description
     */
    private static function result(): external_description {
        $numbers = self::numbers();
        ['values' => $values, 'shift' => $shift] = $numbers;
        return new one(array_diff_key($numbers, ['values' => 0, 'shift' => 0]) + [
            'reasons' => new many(new value(PARAM_RAW, 'Reason'), 'Reasons or comments, without their authors'),
            'values' => $values,
            'texts' => new many(new value(PARAM_RAW, 'Text'), 'Texts, of a question for one', VALUE_OPTIONAL),
            'shift' => $shift,
            'voices' => new many(new one([
                'person' => new value(PARAM_RAW, 'Person'),
                'value' => self::number('Value; null for an opt-out'),
            ]), 'Who answered what, in named activities'),
        ]);
    }

    /**
     * Members of a result that are numbers.
     *
     * @return external_description[]
     */
    public static function numbers(): array {
        return [
            'item' => new value(PARAM_RAW, 'Item'),
            'suppressed' => new value(PARAM_BOOL, 'Whether too few gave a counted answer'),
            'answered' => new value(PARAM_INT, 'How many answered it'),
            'counts' => new many(new value(PARAM_INT, 'Answers'), 'Answers per point from the lowest, per option, or dots'),
            'opt_outs' => new value(PARAM_INT, 'How many opted out'),
            'agreement' => self::number('Agreement in percent'),
            'class' => new value(PARAM_ALPHA, 'consensus, lean, divided or empty'),
            'direction' => new value(PARAM_ALPHA, 'agree, disagree, middle or none'),
            'one_vote_decides' => new value(PARAM_BOOL, 'Whether one changed vote would change the class'),
            'values' => new many(
                new many(new value(PARAM_INT, 'The number, then how many gave it')),
                'Numbers from the lowest, of a question for one',
                VALUE_OPTIONAL
            ),
            'shift' => self::nullable([
                'net' => new value(PARAM_INT, 'Sum of all moves'),
                'both' => new value(PARAM_INT, 'How many answered in both rounds'),
            ], 'How the group moved since the round before'),
        ];
    }

    /**
     * A contribution. Which fields it has depends on its kind.
     *
     * @return external_description
     */
    public static function contribution(): external_description {
        $fields = [];
        foreach (fields::all_names() as $name) {
            $fields[$name] = self::text('Field', VALUE_OPTIONAL);
        }
        return new one([
            'id' => new value(PARAM_RAW, 'Id'),
            'step' => new value(PARAM_RAW, 'Step'),
            'kind' => new value(PARAM_ALPHA, 'note, action, scope, principle, summary, goal or hands'),
            'revision' => new value(
                PARAM_INT,
                'Revision of the meeting at its last change; a count of its own while only its author sees it'
            ),
            'position' => new value(PARAM_INT, 'Place among its kind in the step, of principles in their list, from 0'),
            'author' => self::text('Who made it; null in hidden activities'),
            'from' => new value(PARAM_INT, 'Number of the meeting it was made in, if an earlier one', VALUE_OPTIONAL),
            'fields' => new one($fields, 'Fields'),
        ]);
    }

    /**
     * Members of what only the caller gets.
     *
     * @return external_description[]
     */
    private static function me(): array {
        return [
            'person' => new value(PARAM_RAW, 'Who'),
            'name' => new value(PARAM_RAW, 'Full name'),
            'rights' => new one([
                'participate' => new value(PARAM_BOOL, 'May take part'),
                'facilitate' => new value(PARAM_BOOL, 'May lead'),
                'report' => new value(PARAM_BOOL, 'May view reports'),
            ], 'Rights'),
            'notice' => self::text('Why nothing can be done'),
            'answers' => new many(new one([
                'item' => new value(PARAM_RAW, 'Item'),
                'round' => new value(PARAM_INT, 'Round'),
                'value' => self::number('Value; null for an opt-out'),
                'choices' => new many(new value(PARAM_RAW, 'Option'), 'Options', VALUE_OPTIONAL),
                'text' => new value(PARAM_RAW, 'Text', VALUE_OPTIONAL),
                'reason' => new value(PARAM_RAW, 'Reason'),
                'seq' => new value(PARAM_INT, 'Counter of corrections'),
            ]), 'Own answers'),
            'contributions' => new many(self::contribution(), 'What only the caller sees (yet)', VALUE_OPTIONAL),
            'locked' => new many(new value(PARAM_RAW, 'Step'), 'Steps whose round is not asked again', VALUE_OPTIONAL),
            'done' => new many(new value(PARAM_RAW, 'Step'), 'Steps taken part in'),
            'consent' => new one([
                'asked' => new value(PARAM_INT, 'Revision with which it was asked'),
                'agrees' => new value(PARAM_BOOL, 'Whether they agree'),
            ], 'What they said to showing something to other groups; left out where they said nothing', VALUE_OPTIONAL),
        ];
    }

    /**
     * An object or null.
     *
     * @param external_description[] $members its members
     * @param string $about what it is
     * @return one
     */
    private static function nullable(array $members, string $about): one {
        return new one($members, $about, VALUE_REQUIRED, null, NULL_ALLOWED);
    }

    /**
     * A text or null.
     *
     * @param string $about what it is
     * @param int $required VALUE_REQUIRED or VALUE_OPTIONAL
     * @return value
     */
    private static function text(string $about, int $required = VALUE_REQUIRED): value {
        return new value(PARAM_RAW, $about, $required, null, NULL_ALLOWED);
    }

    /**
     * An integer or null.
     *
     * @param string $about what it is
     * @return value
     */
    private static function number(string $about): value {
        return new value(PARAM_INT, $about, VALUE_REQUIRED, null, NULL_ALLOWED);
    }
}
