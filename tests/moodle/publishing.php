<?php
// This file is part of Leerlandschap, under the GNU GPL version 3 or later.

/**
 * Times how long it takes to publish a room whose meeting has so many answers, five of each participant.
 *
 * Usage: php -- CONFIG.PHP COURSEID ANSWERS < publishing.php; prints JSON: people, answers, bytes of the room, and
 * milliseconds, the median of nine each: of a room that changed, and of one in which only people have answered
 *
 * @package   mod_leerlandschap
 * @copyright 2026 The Leerlandschap maintainers
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

use mod_leerlandschap\external\get_meeting;
use mod_leerlandschap\external\steer_meeting;
use mod_leerlandschap\local\pulse\publisher;
use mod_leerlandschap\local\pulse\room_file;

define('CLI_SCRIPT', true);

[, $configfile, $courseid, $answers] = $argv;
require($configfile);
require_once($CFG->libdir . '/testing/generator/lib.php');

\core\session\manager::set_user(get_admin());
$generator = new testing_data_generator();
$cmid = (int) $generator->create_module('leerlandschap', ['course' => $courseid, 'groupmode' => NOGROUPS])->cmid;
$meeting = (int) get_meeting::execute($cmid, 0)['room']['meeting'];
steer_meeting::execute($cmid, 0, (string) $meeting, ['type' => 'go_to', 'from' => '@start', 'to' => 'stellingen']);

// People and answers as they are stored after they have come in by requests; only that is measured which reads them.
$people = (int) ceil($answers / 5);
$prefix = 'publishing' . $meeting . 'n';
$DB->insert_records('user', array_map(fn(int $number): array => [
    'username' => $prefix . $number, 'mnethostid' => $CFG->mnet_localhost_id, 'confirmed' => 1,
    'firstname' => 'Participant', 'lastname' => "Number $number", 'email' => "$prefix$number@example.com",
], range(1, $people)));
$ids = $DB->get_fieldset_select('user', 'id', $DB->sql_like('username', '?'), [$prefix . '%']);
$DB->insert_records('leerlandschap_presence', array_map(fn($id): array => [
    'meetingid' => $meeting, 'userid' => $id, 'present' => 1, 'timejoined' => 1,
], $ids));
foreach (array_chunk($ids, 500) as $some) {
    $rows = [];
    foreach ($some as $id) {
        $key = bin2hex(random_bytes(32));
        foreach (range(1, 5) as $item) {
            $rows[] = ['meetingid' => $meeting, 'step' => 'stellingen', 'subject' => "st$item", 'round' => 1,
                'voterkey' => $key, 'value' => 1 + ($id + $item) % 5, 'reason' => '', 'seq' => 1];
        }
    }
    $DB->insert_records('leerlandschap_answer', $rows);
}

$middle = function (callable $before) use ($meeting): float {
    $times = [];
    // The first fills what a request finds filled.
    foreach (range(0, 9) as $time) {
        $before();
        $began = hrtime(true);
        if (publisher::publish($meeting) !== true) {
            throw new coding_exception('the room was not published');
        }
        $times[] = (hrtime(true) - $began) / 1e6;
    }
    $times = array_slice($times, 1);
    sort($times);
    return round($times[intdiv(count($times), 2)], 1);
};
$changed = $middle(fn() => $DB->execute('UPDATE {leerlandschap_meeting} SET revision = revision + 1 WHERE id = ?', [$meeting]));
$counted = $middle(fn() => null);
$file = room_file::path($CFG->cachedir, $meeting, 'participant');
$stored = $DB->count_records('leerlandschap_answer', ['meetingid' => $meeting]);
$published = json_decode('{' . file($file)[1] . '}', true)['counts'][0];
if ($published['answered'] !== $people || $published['present'] !== $people) {
    throw new coding_exception('other people were published than there are: ' . json_encode($published));
}
echo json_encode([
    'people' => $people, 'answers' => $stored, 'bytes' => filesize($file), 'changed' => $changed, 'counted' => $counted,
]), "\n";
