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
 * Web services: what the app calls, see docs/protocol.md, and what other systems read, see docs/rest.md.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

defined('MOODLE_INTERNAL') || die();

$functions = [
    'mod_leerlandschap_get_meeting' => [
        'classname' => \mod_leerlandschap\external\get_meeting::class,
        'description' => 'Reads the meeting of a group, and starts it for its first viewer.',
        'type' => 'write',
        'ajax' => true,
        'readonlysession' => true,
        'capabilities' => 'mod/leerlandschap:view',
    ],
    'mod_leerlandschap_take_part' => [
        'classname' => \mod_leerlandschap\external\take_part::class,
        'description' => 'Joins or leaves a meeting, or says that the user took part in a step.',
        'type' => 'write',
        'ajax' => true,
        'capabilities' => 'mod/leerlandschap:participate',
    ],
    'mod_leerlandschap_submit_answers' => [
        'classname' => \mod_leerlandschap\external\submit_answers::class,
        'description' => 'Stores answers of the user to items of open rounds, all or none.',
        'type' => 'write',
        'ajax' => true,
        'capabilities' => 'mod/leerlandschap:participate',
    ],
    'mod_leerlandschap_save_contributions' => [
        'classname' => \mod_leerlandschap\external\save_contributions::class,
        'description' => 'Saves, shares, deletes and moves what people write, all or none.',
        'type' => 'write',
        'ajax' => true,
        'capabilities' => 'mod/leerlandschap:participate',
    ],
    'mod_leerlandschap_steer_meeting' => [
        'classname' => \mod_leerlandschap\external\steer_meeting::class,
        'description' => 'Leads a meeting: presence, chair, place, timer, rounds, part, closing.',
        'type' => 'write',
        'ajax' => true,
        'capabilities' => 'mod/leerlandschap:facilitate',
    ],
    'mod_leerlandschap_start_meeting' => [
        'classname' => \mod_leerlandschap\external\start_meeting::class,
        'description' => 'Starts the next meeting of a group whose last one was closed.',
        'type' => 'write',
        'ajax' => true,
        'capabilities' => 'mod/leerlandschap:facilitate',
    ],
    'mod_leerlandschap_get_exercise' => [
        'classname' => \mod_leerlandschap\external\get_exercise::class,
        'description' => 'Reads the exercise of an activity for those who change it.',
        'type' => 'read',
        'ajax' => true,
        'readonlysession' => true,
        'capabilities' => 'mod/leerlandschap:edit',
    ],
    'mod_leerlandschap_save_exercise' => [
        'classname' => \mod_leerlandschap\external\save_exercise::class,
        'description' => 'Stores a changed exercise.',
        'type' => 'write',
        'ajax' => true,
        'capabilities' => 'mod/leerlandschap:edit',
    ],
    'mod_leerlandschap_get_preset' => [
        'classname' => \mod_leerlandschap\external\get_preset::class,
        'description' => 'Reads a preset of the site.',
        'type' => 'read',
        'ajax' => true,
        'readonlysession' => true,
        'capabilities' => 'mod/leerlandschap:edit',
    ],
    'mod_leerlandschap_save_preset' => [
        'classname' => \mod_leerlandschap\external\save_preset::class,
        'description' => 'Keeps an exercise as a preset of the site.',
        'type' => 'write',
        'ajax' => true,
        'capabilities' => 'mod/leerlandschap:edit, mod/leerlandschap:managepresets',
    ],
    'mod_leerlandschap_delete_preset' => [
        'classname' => \mod_leerlandschap\external\delete_preset::class,
        'description' => 'Deletes a preset of the site.',
        'type' => 'write',
        'ajax' => true,
        'capabilities' => 'mod/leerlandschap:edit, mod/leerlandschap:managepresets',
    ],
    'mod_leerlandschap_get_report' => [
        'classname' => \mod_leerlandschap\external\get_report::class,
        'description' => 'Reads what came of the meetings of an activity: revealed results, actions, principles and goals.',
        'type' => 'read',
        'ajax' => true,
        'readonlysession' => true,
        'capabilities' => 'mod/leerlandschap:view, mod/leerlandschap:viewreports',
    ],
    'mod_leerlandschap_get_participation' => [
        'classname' => \mod_leerlandschap\external\get_participation::class,
        'description' => 'Reads who took part in the meetings of an activity, and the points for it; never an answer.',
        'type' => 'read',
        'ajax' => true,
        'readonlysession' => true,
        'capabilities' => 'mod/leerlandschap:view, mod/leerlandschap:viewreports',
    ],
    'mod_leerlandschap_read_outcome' => [
        'classname' => \mod_leerlandschap\external\read_outcome::class,
        'description' => 'Reads what everybody in a meeting may see, for its report.',
        'type' => 'read',
        'ajax' => true,
        'readonlysession' => true,
        'capabilities' => 'mod/leerlandschap:view, mod/leerlandschap:viewreports',
    ],
    'mod_leerlandschap_set_action_status' => [
        'classname' => \mod_leerlandschap\external\set_action_status::class,
        'description' => 'Notes how a follow-up action goes, also in a closed meeting.',
        'type' => 'write',
        'ajax' => true,
        'capabilities' => 'mod/leerlandschap:view, mod/leerlandschap:viewreports, mod/leerlandschap:facilitate',
    ],
];

// For other systems, by token (docs/rest.md). An administrator turns it on, and names who may use it.
$services = [
    'Leerlandschap reports' => [
        'shortname' => 'mod_leerlandschap_reports',
        'functions' => ['mod_leerlandschap_get_report', 'mod_leerlandschap_get_participation'],
        'enabled' => 0,
        'restrictedusers' => 1,
        'downloadfiles' => 0,
        'uploadfiles' => 0,
    ],
];
