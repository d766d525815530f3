<?php
// This file is part of Leerlandschap, under the GNU GPL version 3 or later.

/**
 * Makes a meeting whose room has about so many bytes, with some people and their notes in it; or only says what the web
 * service tells a learner of the fast way to it.
 *
 * Usage: php -- CONFIG.PHP USERID COURSEID BYTES < room.php, then php -- CONFIG.PHP USERID CMID < room.php; both print
 * cmid, revision, bytes and pulse as JSON
 *
 * @package   mod_leerlandschap
 * @copyright 2026 The Leerlandschap maintainers
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

use mod_leerlandschap\external\get_meeting;
use mod_leerlandschap\external\save_contributions;
use mod_leerlandschap\external\steer_meeting;
use mod_leerlandschap\external\take_part;

define('CLI_SCRIPT', true);

[, $configfile, $userid, $where] = $argv;
require($configfile);
require_once($CFG->libdir . '/testing/generator/lib.php');

$learner = core_user::get_user($userid, '*', MUST_EXIST);
$as = fn(stdClass $user) => \core\session\manager::set_user($user);
$size = fn(array $reply): int => strlen(json_encode($reply['room'], JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES));
$cmid = (int) $where;
if (isset($argv[4])) {
    $as(get_admin());
    $generator = new testing_data_generator();
    $settings = ['course' => $where, 'groupmode' => NOGROUPS, 'name' => 'A room of a size'];
    $cmid = (int) $generator->create_module('leerlandschap', $settings)->cmid;
    $meeting = get_meeting::execute($cmid, 0)['room']['meeting'];
    foreach (range(1, 20) as $number) {
        $user = $generator->create_user();
        $generator->enrol_user($user->id, $where, 'student');
        $as($user);
        take_part::execute($cmid, 0, $meeting, 'join');
    }
    $as(get_admin());
    foreach ([['@start', 'stellingen'], ['stellingen', 'opbrengst']] as [$from, $to]) {
        steer_meeting::execute($cmid, 0, $meeting, compact('from', 'to') + ['type' => 'go_to']);
    }
    $as($user);
    do {
        $fields = [['name' => 'column', 'value' => 'eens'], ['name' => 'text', 'value' => 'We see each other at work too seldom.']];
        $note = ['type' => 'save', 'id' => \core\uuid::generate(), 'step' => 'opbrengst', 'kind' => 'note', 'fields' => $fields];
        $reply = save_contributions::execute($cmid, 0, $meeting, [$note]);
    } while ($size($reply) < (int) $argv[4]);
}
$as($learner);
$reply = get_meeting::execute($cmid, 0);
echo json_encode([
    'cmid' => $cmid,
    'revision' => $reply['revision'],
    'bytes' => $size($reply),
    'pulse' => $reply['pulse'] ?? null,
]), "\n";
