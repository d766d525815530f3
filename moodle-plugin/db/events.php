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

/**
 * What makes tokens for published rooms worthless: whatever can take away somebody's right to see a room. And what takes
 * people off the number of those present.
 *
 * All after the commit: before it the web service would still hand out new tokens.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

defined('MOODLE_INTERNAL') || die();

use mod_leerlandschap\local\departures;
use mod_leerlandschap\local\pulse\observer;

$observers = [];
foreach (
    [
        'user_enrolment_deleted' => 'course_changed',
        'user_enrolment_updated' => 'course_changed',
        'enrol_instance_updated' => 'course_changed',
        'enrol_instance_deleted' => 'course_changed',
        'grouping_group_unassigned' => 'course_changed',
        'grouping_deleted' => 'course_changed',
        'course_updated' => 'course_changed',
        'group_member_removed' => 'group_changed',
        'group_deleted' => 'group_changed',
        'role_assigned' => 'role_got',
        'role_unassigned' => 'role_lost',
        'role_deleted' => 'role_lost',
        'capability_assigned' => 'capability_changed',
        'capability_unassigned' => 'capability_changed',
        'course_module_updated' => 'module_changed',
    ] as $event => $method
) {
    $observers[] = ['eventname' => "\\core\\event\\$event", 'callback' => observer::class . "::$method", 'internal' => false];
}
foreach (
    [
        'user_enrolment_deleted' => 'from_course',
        'user_enrolment_updated' => 'from_course',
        'enrol_instance_updated' => 'of_enrolments',
        'group_member_removed' => 'from_group',
        'user_updated' => 'of_account',
    ] as $event => $method
) {
    $observers[] = ['eventname' => "\\core\\event\\$event", 'callback' => departures::class . "::$method", 'internal' => false];
}
