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
 * English strings of the first version that its installation asks for.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

defined('MOODLE_INTERNAL') || die();

$string['leerlandschap:addinstance'] = 'Add a Leerlandschap activity';
$string['leerlandschap:edit'] = 'Adapt the texts of the exercise';
$string['leerlandschap:facilitate'] = 'Facilitate a meeting';
$string['leerlandschap:participate'] = 'Take part in a meeting';
$string['leerlandschap:view'] = 'View a Leerlandschap activity';
$string['leerlandschap:viewreports'] = 'View reports';
$string['modulename'] = 'Leerlandschap';
$string['modulenameplural'] = 'Leerlandschap activities';
$string['pluginadministration'] = 'Leerlandschap administration';
$string['pluginname'] = 'Leerlandschap';
$string['taskcloseidlemeetings'] = 'Close meetings that nobody has used for 14 days';
