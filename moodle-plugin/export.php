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
 * Downloads what came of the meetings of an activity, for those who may read reports.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
use mod_leerlandschap\local\report\export\download;
use mod_leerlandschap\local\report\report_reader;
use mod_leerlandschap\permission;

require(__DIR__ . '/../../config.php');

$id = required_param('id', PARAM_INT); // Course module id.
$what = required_param('what', PARAM_ALPHA);
$dataformat = required_param('dataformat', PARAM_ALPHANUMEXT);
$group = optional_param('group', 0, PARAM_INT);
$number = optional_param('number', 0, PARAM_INT);

[$course, $cm] = get_course_and_cm_from_cmid($id, 'leerlandschap');
require_login($course, false, $cm);
permission::require_reports(context_module::instance($cm->id));
$PAGE->set_url('/mod/leerlandschap/export.php', ['id' => $cm->id, 'what' => $what, 'dataformat' => $dataformat]);

(new download(report_reader::of_all_rooms($cm, $group), $what, $dataformat, $number))->send();
