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
 * Web services: what the app calls. See docs/protocol.md.
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
        'description' => 'Saves, deletes and moves what the group shares, all or none.',
        'type' => 'write',
        'ajax' => true,
        'capabilities' => 'mod/leerlandschap:participate',
    ],
    'mod_leerlandschap_steer_meeting' => [
        'classname' => \mod_leerlandschap\external\steer_meeting::class,
        'description' => 'Leads a meeting: presence, chair, place, timer, rounds, closing.',
        'type' => 'write',
        'ajax' => true,
        'capabilities' => 'mod/leerlandschap:facilitate',
    ],
];
