<?php
// This file is part of Leerlandschap, under the GNU GPL version 3 or later.

/**
 * Counts the database queries of one submit_answers call in a meeting with so many participants.
 *
 * Usage: php -- CONFIG.PHP COURSEID PARTICIPANTS < queries.php; prints JSON
 *
 * @package   mod_leerlandschap
 * @copyright 2026 The Leerlandschap maintainers
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

use mod_leerlandschap\external\get_meeting;
use mod_leerlandschap\external\steer_meeting;
use mod_leerlandschap\external\submit_answers;
use mod_leerlandschap\external\take_part;

define('CLI_SCRIPT', true);

[, $configfile, $courseid, $participants] = $argv;
require($configfile);
require_once($CFG->libdir . '/testing/generator/lib.php');

$as = fn(stdClass $user) => \core\session\manager::set_user($user);
$as(get_admin());
$generator = new testing_data_generator();
$activity = $generator->create_module('leerlandschap', ['course' => $courseid, 'groupmode' => NOGROUPS]);
$cmid = (int) $activity->cmid;
$users = [];
for ($number = 0; $number < (int) $participants; $number++) {
    $users[] = $user = $generator->create_user();
    $generator->enrol_user($user->id, $courseid, 'student');
}
$meeting = get_meeting::execute($cmid, 0, 0)['room']['meeting'];
foreach ($users as $user) {
    $as($user);
    take_part::execute($cmid, 0, $meeting, 'join', null, 0);
}
$as(get_admin());
steer_meeting::execute($cmid, 0, $meeting, ['type' => 'go_to', 'from' => '@start', 'to' => 'stellingen'], 0);

// Everybody answers everything, so that there is as much stored as there can be; the last answer is counted.
$answer = fn(string $item, int $value, int $seq): array => compact('item', 'value', 'seq') + ['round' => 1, 'reason' => ''];
foreach ($users as $user) {
    $as($user);
    $answers = array_map(fn(int $number): array => $answer("st$number", 1 + $user->id % 5, 1), range(1, 5));
    $revision = submit_answers::execute($cmid, 0, $meeting, $answers, 0)['revision'];
}
$reads = $DB->perf_get_reads();
$writes = $DB->perf_get_writes();
submit_answers::execute($cmid, 0, $meeting, [$answer('st1', 3, 2)], $revision);

echo json_encode(['reads' => $DB->perf_get_reads() - $reads, 'writes' => $DB->perf_get_writes() - $writes]), "\n";
