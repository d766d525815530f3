<?php
// This file is part of Leerlandschap, under the GNU GPL version 3 or later.

/**
 * Times backup and restore, with user data, of an activity that has so many hidden answers, five of each participant.
 *
 * Usage: php -- CONFIG.PHP COURSEID ANSWERS < backing-up.php; prints JSON: people and answers as they were restored, bytes of
 * the activity's file, and of backup and restore seconds and the most memory in MB that PHP held
 *
 * @package   mod_leerlandschap
 * @copyright 2026 The Leerlandschap maintainers
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

use mod_leerlandschap\external\get_meeting;
use mod_leerlandschap\external\steer_meeting;
use mod_leerlandschap\local\exercise_store;
use mod_leerlandschap\local\meeting;
use mod_leerlandschap\local\voter;

define('CLI_SCRIPT', true);

[, $configfile, $courseid, $answers] = $argv;
require($configfile);
require_once($CFG->libdir . '/testing/generator/lib.php');
require_once($CFG->dirroot . '/backup/util/includes/backup_includes.php');
require_once($CFG->dirroot . '/backup/util/includes/restore_includes.php');

\core\session\manager::set_user(get_admin());
$CFG->keeptempdirectoriesonbackup = true;
$CFG->backup_file_logger_level = backup::LOG_NONE;
$generator = new testing_data_generator();
$module = $generator->create_module('leerlandschap', ['course' => $courseid, 'groupmode' => NOGROUPS]);
$id = (int) get_meeting::execute($module->cmid, 0)['room']['meeting'];
steer_meeting::execute($module->cmid, 0, (string) $id, ['type' => 'go_to', 'from' => '@start', 'to' => 'stellingen']);

$instance = $DB->get_record('leerlandschap', ['id' => $module->id], '*', MUST_EXIST);
$row = $DB->get_record('leerlandschap_meeting', ['id' => $id], '*', MUST_EXIST);
$meeting = new meeting($row, $instance, exercise_store::of_instance($instance));
$prefix = 'backing' . $id . 'n';
$people = (int) ($answers / 5);
$DB->insert_records('user', array_map(fn(int $number): array => [
    'username' => $prefix . $number, 'mnethostid' => $CFG->mnet_localhost_id, 'confirmed' => 1, 'firstaccess' => 1,
    'firstname' => 'Participant', 'lastname' => "Number $number", 'email' => "$prefix$number@example.com",
], $people ? range(1, $people) : []));
$ids = $DB->get_fieldset_select('user', 'id', $DB->sql_like('username', '?'), [$prefix . '%']);
foreach ($ids as $userid) {
    context_user::instance($userid);
}
$DB->insert_records('leerlandschap_presence', array_map(fn($userid): array => [
    'meetingid' => $id, 'userid' => $userid, 'present' => 1, 'timejoined' => 1,
], $ids));
foreach (array_chunk($ids, 500) as $some) {
    $rows = [];
    foreach ($some as $userid) {
        $key = voter::first_key($meeting, (int) $userid, 'stellingen');
        foreach (range(1, 5) as $item) {
            $rows[] = ['meetingid' => $id, 'step' => 'stellingen', 'subject' => "st$item", 'round' => 1, 'voterkey' => $key,
                'value' => 1 + ($userid + $item) % 5, 'reason' => 'A reason that somebody has taken the time to write', 'seq' => 1];
        }
    }
    $DB->insert_records('leerlandschap_answer', $rows);
}
$DB->set_field('leerlandschap_meeting', 'frozen', 1, ['id' => $id]);

$measured = function (callable $what): array {
    gc_collect_cycles();
    memory_reset_peak_usage();
    $began = hrtime(true);
    $result = $what();
    return [$result, round((hrtime(true) - $began) / 1e9, 2), round(memory_get_peak_usage() / 2 ** 20, 1)];
};
$noninteractive = [backup::FORMAT_MOODLE, backup::INTERACTIVE_NO, backup::MODE_GENERAL, get_admin()->id];
[$folder, $backedup, $backupmemory] = $measured(function () use ($module, $noninteractive): string {
    $controller = new backup_controller(backup::TYPE_1ACTIVITY, $module->cmid, ...$noninteractive);
    $controller->execute_plan();
    $folder = $controller->get_backupid();
    $controller->destroy();
    return $folder;
});
$bytes = filesize(glob("$CFG->backuptempdir/$folder/activities/leerlandschap_*/leerlandschap.xml")[0]);
$target = $generator->create_course(['shortname' => "backing up $id"]);
[, $restored, $restorememory] = $measured(function () use ($folder, $target): void {
    $controller = new restore_controller(
        $folder,
        $target->id,
        backup::INTERACTIVE_NO,
        backup::MODE_GENERAL,
        get_admin()->id,
        backup::TARGET_CURRENT_ADDING
    );
    if (!$controller->execute_precheck()) {
        throw new coding_exception('cannot be restored: ' . json_encode($controller->get_precheck_results()));
    }
    $controller->execute_plan();
    $controller->destroy();
});
$copy = $DB->get_field_sql(
    'SELECT m.id FROM {leerlandschap_meeting} m JOIN {leerlandschap} l ON l.id = m.leerlandschapid WHERE l.course = ?',
    [$target->id]
);
$count = fn(string $table): int => $DB->count_records("leerlandschap_$table", ['meetingid' => $copy]);
if ($count('locked') !== $people || $count('presence') !== $people) {
    throw new coding_exception('other people were restored than there were');
}
echo json_encode([
    'people' => $people, 'answers' => $count('answer'), 'bytes' => $bytes,
    'backup' => ['seconds' => $backedup, 'memory' => $backupmemory],
    'restore' => ['seconds' => $restored, 'memory' => $restorememory],
]), "\n";
