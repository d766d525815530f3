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
 * Messages. Each user chooses how to get them.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

defined('MOODLE_INTERNAL') || die();

$shown = MESSAGE_PERMITTED + MESSAGE_DEFAULT_ENABLED;

$messageproviders = [
    // An action became theirs. They mostly sat at the table, so a mail would be one too many.
    'action_assigned' => [
        'capability' => 'mod/leerlandschap:participate',
        'defaults' => ['popup' => $shown, 'email' => MESSAGE_PERMITTED, 'airnotifier' => $shown],
    ],
    // The day of an action of theirs is near.
    'action_due' => [
        'capability' => 'mod/leerlandschap:participate',
        'defaults' => ['popup' => $shown, 'email' => $shown, 'airnotifier' => $shown],
    ],
    // The next meeting of their group has begun.
    'meeting_started' => [
        'capability' => 'mod/leerlandschap:participate',
        'defaults' => ['popup' => $shown, 'email' => $shown, 'airnotifier' => $shown],
    ],
    // What cron restored for them lacks something.
    'restore_incomplete' => [
        'capability' => 'moodle/restore:restoreactivity',
        'defaults' => ['popup' => $shown, 'email' => $shown],
    ],
];
