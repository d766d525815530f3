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

use context_module;
use core_external\external_api;
use core_external\external_description;
use core_external\external_multiple_structure as many;
use core_external\external_single_structure as one;
use core_external\external_value as value;
use core_external\external_warnings;
use mod_leerlandschap\local\former_rooms;
use mod_leerlandschap\local\labels;
use mod_leerlandschap\local\refusal;
use mod_leerlandschap\local\report\report_reader;
use mod_leerlandschap\permission;

/**
 * What the web services for other systems have in common: which meetings, in what language, and how many at once.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
abstract class report_service extends external_api {
    /** The last page that anybody can ask for. */
    private const LAST_PAGE = 1000000;

    /** The last number that a meeting can have: its column has four digits. */
    private const LAST_NUMBER = 9999;

    /**
     * The parameters.
     *
     * @param int $perpage how many a page has if nothing is asked for
     * @return external_description[]
     */
    protected static function parameters(int $perpage): array {
        $given = fn(string $about): value => new value(PARAM_INT, $about, VALUE_REQUIRED, null, NULL_NOT_ALLOWED);
        $optional = fn(string $about, int|string $default, string $type = PARAM_INT): value =>
            new value($type, $about, VALUE_DEFAULT, $default, NULL_NOT_ALLOWED);
        return [
            'cmid' => $given('Course module id'),
            'groupid' => $optional('Only this group; 0 for all that the user may see', 0),
            'number' => $optional('Only meetings of this number; 0 for all', 0),
            'lang' => $optional('Language of the exercise; empty for the user\'s', '', PARAM_SAFEDIR),
            'page' => $optional('Page, from 0', 0),
            'perpage' => $optional('How many a page has at most', $perpage),
        ];
    }

    /**
     * Who reads, once it is certain that they may.
     *
     * @param array $params what was asked for
     * @param int $most most that a page may have
     * @param bool $former whether rooms that the activity has no more are read too
     * @return report_reader
     * @throws refusal bad_value, too_large, and what report_reader refuses
     */
    protected static function reader(array $params, int $most, bool $former = false): report_reader {
        [, $cm] = get_course_and_cm_from_cmid($params['cmid'], 'leerlandschap');
        $context = context_module::instance($cm->id);
        self::validate_context($context);
        permission::require_reports($context);
        $lowest = min($params['number'], $params['page'], $params['perpage'] - 1);
        if ($lowest < 0 || $params['groupid'] < ($former ? former_rooms::EVERYBODY : 0) || $params['page'] > self::LAST_PAGE || $params['number'] > self::LAST_NUMBER) {
            throw new refusal('bad_value');
        }
        if ($params['perpage'] > $most) {
            throw new refusal('too_large');
        }
        return $former
            ? report_reader::of_all_rooms($cm, $params['groupid'])
            : new report_reader($cm, $params['groupid']);
    }

    /**
     * The activity as it is returned.
     *
     * @param report_reader $reader who reads
     * @param labels $labels what the exercise calls its parts
     * @return array
     */
    protected static function activity(report_reader $reader, labels $labels): array {
        return [
            'cmid' => (int) $reader->cm->id,
            'courseid' => (int) $reader->cm->course,
            'name' => $reader->text($reader->instance->name),
            'format' => $reader->instance->format,
            'exercise' => $labels->exercise(),
        ];
    }

    /**
     * A return value.
     *
     * @param string $name name of the list
     * @param external_description $entry one of its entries
     * @param external_description[] $more what else there is, by name
     * @return external_description
     */
    protected static function page(string $name, external_description $entry, array $more = []): external_description {
        return new one([
            'activity' => report_structure::activity(),
            'total' => new value(PARAM_INT, 'How many there are on all pages'),
            $name => new many($entry, 'Those of this page'),
            ...$more,
            'warnings' => new external_warnings(),
        ]);
    }
}
