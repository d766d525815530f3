<?php
// This file is part of Leerlandschap, under the GNU GPL version 3 or later.

/**
 * Measures the report and the downloads of an activity in which so many groups of fifty have answered fifty statements.
 *
 * Usage: php -- CONFIG.PHP seed GROUPS VISIBILITY < reporting.php makes the activity; prints JSON: cmid, people, answers
 *        php -- CONFIG.PHP report CMID < reporting.php        its report's data, as report.php makes and embeds them
 *        php -- CONFIG.PHP results|answers CMID < reporting.php       a download, as CSV
 * Each of the last two prints JSON: seconds, queries, bytes of what came of it, peak (the most memory that PHP held
 * besides what a request holds before, in bytes), and rows of a download. Answers are stored as requests store them,
 * and revealed by the code that reveals.
 *
 * @package   mod_leerlandschap
 * @copyright 2026 The Leerlandschap maintainers
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

use mod_leerlandschap\local\bootstrap;
use mod_leerlandschap\local\exercise_store;
use mod_leerlandschap\local\meeting_store;
use mod_leerlandschap\local\own_exercise;
use mod_leerlandschap\local\report\export\download;
use mod_leerlandschap\local\report\report_reader;
use mod_leerlandschap\local\rounds;

define('CLI_SCRIPT', true);

[, $configfile, $what, $about] = $argv;
$visibility = $argv[4] ?? 'hidden';
require($configfile);
\core\session\manager::set_user(get_admin());

/** How many are in a group, and how many statements they answer. */
const PEOPLE = 50;
const ITEMS = 50;

/**
 * Makes an activity with its groups and their answers.
 *
 * @param int $groups how many groups
 * @param string $visibility hidden or named
 * @return array what is printed
 */
function seed(int $groups, string $visibility): array {
    global $CFG, $DB;
    require_once($CFG->libdir . '/testing/generator/lib.php');

    $generator = new testing_data_generator();
    $course = $generator->create_course(['shortname' => 'reporting' . random_string(10)]);
    $module = ['course' => $course->id, 'groupmode' => SEPARATEGROUPS, 'visibility' => $visibility];
    $cmid = (int) $generator->create_module('leerlandschap', $module)->cmid;
    [, $cm] = get_course_and_cm_from_cmid($cmid, 'leerlandschap');
    $instance = $DB->get_record('leerlandschap', ['id' => $cm->instance]);
    $json = json_decode(\core\di::get(exercise_store::class)->shipped('leerlandschap'), true);
    foreach ($json['steps'] as &$step) {
        if ($step['id'] === 'stellingen') {
            $item = $step['items'][0];
            $step['items'] = array_map(fn(int $n): array => ['id' => "st$n"] + $item, range(1, ITEMS));
        }
    }
    unset($step);
    own_exercise::put($instance, json_encode($json), null);

    $prefix = "reporting{$cmid}n";
    foreach (array_chunk(range(1, PEOPLE * $groups), 1000) as $some) {
        $DB->insert_records('user', array_map(fn(int $number): array => [
            'username' => $prefix . $number, 'mnethostid' => $CFG->mnet_localhost_id, 'confirmed' => 1,
            'firstname' => 'Participant', 'lastname' => "Number $number", 'email' => "$prefix$number@example.com",
        ], $some));
    }
    $users = $DB->get_fieldset_select('user', 'id', $DB->sql_like('username', '?') . ' ORDER BY id', [$prefix . '%']);
    $exercise = exercise_store::of_instance($instance);
    $store = new meeting_store($instance, $exercise);
    $meetings = [];
    foreach (array_chunk($users, PEOPLE) as $number => $members) {
        $group = (int) $DB->insert_record('groups', (object) ['courseid' => $course->id, 'name' => 'Team ' . ($number + 1)]);
        $added = array_map(fn(string $id): array => ['groupid' => $group, 'userid' => $id, 'timeadded' => 1], $members);
        $DB->insert_records('groups_members', $added);
        $meetings[] = $meeting = $store->insert($group, 1, $exercise->part_of_meeting(1), 1);
        $DB->insert_records('leerlandschap_presence', array_map(fn(string $id): array => [
            'meetingid' => $meeting->id(), 'userid' => $id, 'present' => 1, 'timejoined' => 1,
        ], $members));
    }
    cache_helper::purge_by_definition('core', 'groupdata');
    $items = implode(' UNION ALL ', array_map(fn(int $n): string => "SELECT 'st$n' AS subject, $n AS number", range(1, ITEMS)));
    $user = $visibility === 'named' ? 'p.userid' : 'CAST(NULL AS ' . ($DB->get_dbfamily() === 'mysql' ? 'SIGNED' : 'BIGINT') . ')';
    $DB->execute(
        "INSERT INTO {leerlandschap_answer} (meetingid, step, subject, round, voterkey, userid, value, seq)
         SELECT p.meetingid, 'stellingen', i.subject, 1, " . $DB->sql_concat("'u'", 'p.userid') . ", $user,
                1 + MOD(p.userid * i.number + p.meetingid, 5), 1
           FROM {leerlandschap_presence} p
           JOIN {leerlandschap_meeting} m ON m.id = p.meetingid
     CROSS JOIN ($items) i
          WHERE m.leerlandschapid = ?",
        [$instance->id]
    );
    foreach ($meetings as $meeting) {
        $rounds = rounds::of_meeting($meeting);
        $rounds->open('stellingen', 1, $exercise->items('stellingen'));
        $rounds->reveal($rounds->get('stellingen', 1), PEOPLE);
    }
    rebuild_course_cache($course->id, true);
    return ['cmid' => $cmid, 'people' => count($users), 'answers' => count($users) * ITEMS];
}

/**
 * Measures something.
 *
 * @param callable $body what is measured; returns what of it is printed besides
 * @return array what is printed
 */
function measure(callable $body): array {
    global $DB;

    gc_collect_cycles();
    memory_reset_peak_usage();
    $held = memory_get_usage();
    $reads = $DB->perf_get_reads();
    $began = hrtime(true);
    $told = $body();
    return $told + [
        'seconds' => (hrtime(true) - $began) / 1e9,
        'queries' => $DB->perf_get_reads() - $reads,
        'peak' => memory_get_peak_usage() - $held,
    ];
}

if ($what === 'seed') {
    echo json_encode(seed((int) $about, $visibility)), "\n";
    exit;
}
[, $cm] = get_course_and_cm_from_cmid($about, 'leerlandschap');
if ($what === 'report') {
    $measured = measure(function () use ($cm): array {
        $data = bootstrap::for_report($cm);
        $json = json_encode($data, JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR);
        $results = array_sum(array_map(fn(array $it): int => count($it['rounds'][0]['results']), $data['report']['meetings']));
        return ['bytes' => strlen($json), 'gzip' => strlen(gzencode($json)), 'results' => $results];
    });
} else {
    $measured = measure(function () use ($cm, $what): array {
        $file = (new download(report_reader::of_all_rooms($cm), $what, 'csv', 0))->write();
        $rows = 0;
        foreach (new SplFileObject($file) as $line) {
            $rows += (int) ($line !== '');
        }
        return ['bytes' => filesize($file), 'rows' => $rows - 1];
    });
}
echo json_encode($measured), "\n";
