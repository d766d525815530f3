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

/**
 * What the web services for other systems return (docs/rest.md).
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class report_structure {
    /**
     * The activity.
     *
     * @return external_description
     */
    public static function activity(): external_description {
        return new one([
            'cmid' => new value(PARAM_INT, 'Course module id'),
            'courseid' => new value(PARAM_INT, 'Course'),
            'name' => new value(PARAM_RAW, 'Name'),
            'format' => new value(PARAM_RAW, 'Id of the format of the exercise'),
            'exercise' => new value(PARAM_RAW, 'Title of the exercise'),
        ], 'The activity');
    }

    /**
     * A meeting with what came of it.
     *
     * @return external_description
     */
    public static function meeting(): external_description {
        return new one([
            'id' => new value(PARAM_INT, 'Id of the meeting'),
            'number' => new value(PARAM_INT, 'Its number, from 1 within the group'),
            'group' => self::group(),
            'part' => new one([
                'id' => new value(PARAM_RAW, 'Id'),
                'title' => new value(PARAM_RAW, 'Title'),
            ], 'The part of the series'),
            'settings' => reply_structure::settings(),
            'state' => new value(PARAM_ALPHA, 'open or closed'),
            'closed' => self::time('When it was closed'),
            'steps' => new many(new one([
                'id' => new value(PARAM_RAW, 'Id'),
                'title' => new value(PARAM_RAW, 'Title'),
                'block' => new value(PARAM_ALPHA, 'Kind of work'),
                'rounds' => new many(self::round(), 'Rounds that were revealed'),
                'hands' => new many(new one(self::asked() + [
                    'counts' => new many(new value(PARAM_INT, 'Hands'), 'Hands per point or option'),
                    'opt_outs' => new value(PARAM_INT, 'How many opted out'),
                ]), 'Hands that were counted, which no other result contains'),
            ]), 'Steps of which there are results'),
            'actions' => new many(new one(self::origin() + self::owner() + [
                'what' => new value(PARAM_RAW, 'What is to be done'),
                'when' => new value(PARAM_RAW, 'Until which day, YYYY-MM-DD; empty for none'),
                'status' => new value(PARAM_ALPHA, 'open, busy, done or dropped'),
                'source' => new value(PARAM_RAW, 'Statement or note that it comes from; empty for none'),
                'finding' => new value(PARAM_RAW, 'What came of it'),
                'expectation' => new value(PARAM_RAW, 'What was expected of it'),
                'outcome' => new value(PARAM_RAW, 'What became of that'),
            ]), 'Follow-up actions'),
            'principles' => new many(new one(self::origin() + [
                'kind' => new value(PARAM_ALPHA, 'principle, or scope: what the principles of the list are about'),
                'list' => new value(PARAM_RAW, 'List that it stands in'),
                'text' => new value(PARAM_RAW, 'Text'),
                'action' => new value(PARAM_RAW, 'Action whose finding it follows from; empty for none'),
            ]), 'Principles'),
            'goals' => new many(new one(self::origin() + self::owner() + [
                'period' => new value(PARAM_RAW, 'Period of the plan'),
                'goal' => new value(PARAM_RAW, 'Goal'),
                'measure' => new value(PARAM_RAW, 'How one sees that it is reached'),
                'status' => new value(PARAM_ALPHA, 'planned, busy, reached or dropped'),
            ]), 'Goals of a plan'),
        ]);
    }

    /**
     * Somebody and what they took part in.
     *
     * @return external_description
     */
    public static function person(): external_description {
        return new one([
            'id' => new value(PARAM_INT, 'User'),
            'fullname' => new value(PARAM_RAW, 'Full name'),
            'identity' => new many(new one([
                'name' => new value(PARAM_RAW, 'Name of the field'),
                'value' => new value(PARAM_RAW, 'Value'),
            ]), 'What identifies the user, as far as the site shows it to the caller'),
            'points' => new one([
                'earned' => new value(PARAM_INT, 'Points earned'),
                'attainable' => new value(PARAM_INT, 'Points attainable'),
            ], 'Points; null where the gradebook does not show them to the caller', VALUE_REQUIRED, null, NULL_ALLOWED),
            'meetings' => new many(new one([
                'meeting' => new value(PARAM_INT, 'Id of the meeting'),
                'number' => new value(PARAM_INT, 'Its number, from 1 within the group'),
                'group' => self::group(),
                'joined' => self::time('When the user joined'),
                'steps' => new many(new one([
                    'id' => new value(PARAM_RAW, 'Id'),
                    'title' => new value(PARAM_RAW, 'Title'),
                    'noted' => self::time('When it was noted that the user took part'),
                ]), 'Steps with a point in which the user took part; null where points is', VALUE_REQUIRED, null, NULL_ALLOWED),
            ]), 'Meetings'),
        ]);
    }

    /**
     * How many took part in a step.
     *
     * @return external_description
     */
    public static function taken(): external_description {
        return new one([
            'id' => new value(PARAM_RAW, 'Id'),
            'title' => new value(PARAM_RAW, 'Title'),
            'taken' => new value(PARAM_INT, 'How many people took part in it, of those of whom the caller is told'),
            'of' => new value(PARAM_INT, 'How many of these were in a meeting that has it'),
        ]);
    }

    /**
     * A group.
     *
     * @return external_description
     */
    private static function group(): external_description {
        return new one([
            'id' => new value(PARAM_INT, 'Id of the group'),
            'name' => new value(PARAM_RAW, 'Name of the group'),
        ], 'The group; null without groups', VALUE_REQUIRED, null, NULL_ALLOWED);
    }

    /**
     * A round that was revealed.
     *
     * @return external_description
     */
    private static function round(): external_description {
        return new one([
            'round' => new value(PARAM_INT, 'Round, from 1'),
            'answered' => new value(PARAM_INT, 'How many had answered at the reveal'),
            'present' => new value(PARAM_INT, 'How many were present'),
            'results' => new many(new one(self::asked() + reply_structure::numbers()), 'Results, as they were at the reveal'),
            'relations' => new many(reply_structure::relation(), 'How questions go together'),
        ]);
    }

    /**
     * What was asked.
     *
     * @return external_description[]
     */
    private static function asked(): array {
        return [
            'item' => new value(PARAM_RAW, 'Item'),
            'text' => new value(PARAM_RAW, 'Statement, question, section, note or principle'),
            'labels' => new many(new value(PARAM_RAW, 'Label'), 'What the counts stand for, in their order'),
        ];
    }

    /**
     * Where something was written.
     *
     * @return external_description[]
     */
    private static function origin(): array {
        return [
            'id' => new value(PARAM_RAW, 'Id, the same in every meeting that has it'),
            'step' => new value(PARAM_RAW, 'Step'),
            'from' => new value(PARAM_INT, 'Number of the meeting it was made in'),
        ];
    }

    /**
     * Who is to do something.
     *
     * @return external_description[]
     */
    private static function owner(): array {
        return [
            'userid' => new value(PARAM_INT, 'User who is to do it', VALUE_REQUIRED, null, NULL_ALLOWED),
            'who' => new value(PARAM_RAW, 'Their name, or what was written instead of one'),
        ];
    }

    /**
     * A time.
     *
     * @param string $about what it is
     * @return external_description
     */
    private static function time(string $about): external_description {
        return new value(PARAM_INT, "$about, seconds since 1970; where answers are hidden the day, UTC; 0 for never");
    }
}
