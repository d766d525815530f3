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

namespace mod_leerlandschap\backup;

defined('MOODLE_INTERNAL') || die();

require_once(__DIR__ . '/../external/services_testcase.php');

use backup;
use backup_controller;
use cm_info;
use mod_leerlandschap\external\services_testcase;
use restore_controller;
use stdClass;

/**
 * Backs activities up and restores them, and compares all that is stored of two.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
abstract class copy_testcase extends services_testcase {
    /** What is another thing in a copy, by table: ids, and what hangs on them, is compared by what it stands for. */
    private const OWN = [
        'leerlandschap' => ['id', 'course'],
        'leerlandschap_exercise' => ['leerlandschapid'],
        'leerlandschap_meeting' => [
            'leerlandschapid', 'secretref', 'pulsekey', 'ownstamp', 'toldrevision', 'toldstart', 'timemodified',
            'timerstarted', 'timerelapsed',
        ],
    ];

    /** Columns that hold the id of a user. */
    private const USERS = ['userid', 'chairid', 'authorid', 'usermodified'];

    /** @var string[] what restores have told */
    protected array $told = [];

    /** @var \phpunit_message_sink messages that were sent */
    protected \phpunit_message_sink $messages;

    /**
     * Makes backups that a test can look into, without logs of their own.
     */
    protected function setUp(): void {
        global $CFG;

        parent::setUp();
        // A test runs as cron does: whoever restores gets messages.
        $this->messages = $this->redirectMessages();
        require_once($CFG->dirroot . '/backup/util/includes/backup_includes.php');
        require_once($CFG->dirroot . '/backup/util/includes/restore_includes.php');
        $CFG->backup_file_logger_level = backup::LOG_NONE;
        $CFG->backup_database_logger_level = backup::LOG_WARNING;
        // A test looks into what was written, and changes it.
        $CFG->keeptempdirectoriesonbackup = true;
    }

    /**
     * Backs an activity up.
     *
     * @param cm_info $cm the activity
     * @param bool $users whether with user data
     * @return string name of the folder with the backup
     */
    protected function back_up(cm_info $cm, bool $users = true): string {
        $this->setAdminUser();
        $how = [backup::FORMAT_MOODLE, backup::INTERACTIVE_NO, backup::MODE_GENERAL, 2];
        $controller = new backup_controller(backup::TYPE_1ACTIVITY, $cm->id, ...$how);
        $controller->get_plan()->get_setting('users')->set_value($users);
        $controller->execute_plan();
        $folder = $controller->get_backupid();
        $controller->destroy();
        return $folder;
    }

    /**
     * Restores an activity.
     *
     * @param string $folder name of the folder with the backup
     * @param stdClass $course into which course
     * @param array $settings values of settings of the restore
     * @return cm_info the new activity
     */
    protected function restore(string $folder, stdClass $course, array $settings = []): cm_info {
        global $DB, $CFG;

        $this->setAdminUser();
        $before = $DB->get_fieldset_select('course_modules', 'id', 'course = ?', [$course->id]);
        // The folder is gone after a restore; a test may want it again.
        $copy = restore_controller::get_tempdir_name();
        fulldelete(make_backup_temp_directory($copy));
        $this->assertNotSame('', (string) exec('cp -r ' . escapeshellarg(make_backup_temp_directory($folder)) . ' '
            . escapeshellarg("$CFG->backuptempdir/$copy") . ' && echo copied'));
        $controller = new restore_controller(
            $copy,
            $course->id,
            backup::INTERACTIVE_NO,
            backup::MODE_GENERAL,
            2,
            \backup::TARGET_CURRENT_ADDING
        );
        foreach ($settings as $name => $value) {
            $controller->get_plan()->get_setting($name)->set_value($value);
        }
        $this->assertTrue($controller->execute_precheck(), json_encode($controller->get_precheck_results()));
        $controller->execute_plan();
        $this->told = array_values($DB->get_fieldset_select(
            'backup_logs',
            'message',
            'backupid = ? AND loglevel = ?',
            [$controller->get_restoreid(), backup::LOG_WARNING]
        ));
        $controller->destroy();
        $after = $DB->get_fieldset_select('course_modules', 'id', 'course = ?', [$course->id]);
        $new = array_values(array_diff($after, $before));
        $this->assertCount(1, $new);
        return get_fast_modinfo($course->id)->get_cm($new[0]);
    }

    /**
     * An activity as it comes back into a course of its own.
     *
     * @param cm_info $cm the activity
     * @return cm_info
     */
    protected function copy(cm_info $cm): cm_info {
        return $this->restore($this->back_up($cm), $this->getDataGenerator()->create_course());
    }

    /**
     * The file of an activity in a backup.
     *
     * @param string $folder name of the folder with the backup
     * @return string path
     */
    protected static function file(string $folder): string {
        global $CFG;

        return glob("$CFG->backuptempdir/$folder/activities/leerlandschap_*/leerlandschap.xml")[0];
    }

    /**
     * Changes the file of an activity in a backup.
     *
     * @param string $folder name of the folder with the backup
     * @param callable $change gets what it holds, and tells what it is to hold
     */
    protected function change_file(string $folder, callable $change): void {
        $before = file_get_contents(self::file($folder));
        $after = $change($before);
        $this->assertNotSame($before, $after);
        file_put_contents(self::file($folder), $after);
    }

    /**
     * Calls a user of a backup by another name, that nobody has: restoring it makes them anew.
     *
     * @param string $folder name of the folder with the backup
     * @param int $userid the user
     * @param string $username the name
     */
    protected static function rename(string $folder, int $userid, string $username): void {
        global $CFG;

        $file = "$CFG->backuptempdir/$folder/users.xml";
        $document = simplexml_load_file($file);
        $document->xpath("/users/user[@id='$userid']")[0]->username = $username;
        $document->asXML($file);
    }

    /**
     * Somebody whom a restore has made, as they take part in a copy.
     *
     * @param string $username their name
     * @param cm_info $copy the copy
     * @return stdClass
     */
    protected function made_anew(string $username, cm_info $copy): stdClass {
        global $DB;

        $user = $DB->get_record('user', ['username' => $username], '*', MUST_EXIST);
        $this->getDataGenerator()->enrol_user($user->id, $copy->course, 'student');
        return $user;
    }

    /**
     * A column of the notes of a step.
     *
     * @param string $format name of the format
     * @param string $step the step
     * @return string
     */
    protected static function column_of(string $format, string $step): string {
        $format = json_decode(\core\di::get(\mod_leerlandschap\local\exercise_store::class)->shipped($format), true);
        return array_column($format['steps'], null, 'id')[$step]['settings']['columns'][0]['id'];
    }

    /**
     * Takes a user out of a backup.
     *
     * @param string $folder name of the folder with the backup
     * @param int $userid the user
     */
    protected static function leave_out(string $folder, int $userid): void {
        global $CFG;

        $file = "$CFG->backuptempdir/$folder/users.xml";
        $document = simplexml_load_file($file);
        $found = $document->xpath("/users/user[@id='$userid']");
        unset($found[0][0]);
        $document->asXML($file);
    }

    /**
     * Asserts what whoever restored was told, and nothing else.
     *
     * @param int[] $expected how often, by what it is
     */
    protected function assert_told(array $expected): void {
        $texts = [];
        foreach ($expected as $what => $count) {
            $texts[] = get_string("restore:$what", 'mod_leerlandschap', ['name' => $this->cm->name, 'count' => $count]);
        }
        $this->assertSame($texts, $this->told);
    }

    /**
     * Makes a backup one of another site, on which the users have other ids.
     *
     * @param string $folder name of the folder with the backup
     */
    protected function take_elsewhere(string $folder): void {
        global $CFG, $DB;

        $file = "$CFG->backuptempdir/$folder/moodle_backup.xml";
        $xml = preg_replace('~(<original_site_identifier_hash>)\w+~', '${1}' . md5('another site'), file_get_contents($file));
        file_put_contents($file, str_replace($CFG->wwwroot, 'https://another.example.com', $xml));
        foreach ($DB->get_records_select('user', 'id > 2 AND deleted = 0') as $user) {
            // Nobody here is one of those there.
            $DB->update_record('user', (object) [
                'id' => $user->id, 'username' => "here$user->id", 'email' => "here$user->id@example.com", 'firstaccess' => 0,
            ]);
        }
    }

    /**
     * Everything that is stored of an activity, with users, groups and meetings by what they are called, in an order
     * that does not depend on ids.
     *
     * @param cm_info $cm the activity
     * @return array[] rows by table
     */
    protected static function contents(cm_info $cm): array {
        global $DB;

        $contents = [];
        $meetings = $DB->get_records('leerlandschap_meeting', ['leerlandschapid' => $cm->instance], 'groupid, meetingno');
        // Presets are the site's, and the index of open actions is made anew.
        foreach (array_diff(self::tables(), ['leerlandschap_preset', 'leerlandschap_action']) as $table) {
            $rows = match ($table) {
                'leerlandschap' => $DB->get_records($table, ['id' => $cm->instance]),
                'leerlandschap_exercise', 'leerlandschap_meeting' => $DB->get_records($table, ['leerlandschapid' => $cm->instance]),
                default => $meetings ? $DB->get_records_list($table, 'meetingid', array_keys($meetings)) : [],
            };
            $contents[$table] = array_values(array_map(fn(stdClass $row): array => self::content($table, $row, $meetings), $rows));
            usort($contents[$table], fn(array $a, array $b): int => strcmp(json_encode($a), json_encode($b)));
        }
        return $contents;
    }

    /**
     * A row as contents() has it.
     *
     * @param string $table its table
     * @param stdClass $row the row
     * @param stdClass[] $meetings rows of leerlandschap_meeting by id
     * @return array
     */
    private static function content(string $table, stdClass $row, array $meetings): array {
        $columns = array_diff_key((array) $row, array_flip([...self::OWN[$table] ?? [], 'id', 'meetingid']));
        if (isset($row->meetingid)) {
            $meeting = $meetings[$row->meetingid];
            $columns['meeting'] = self::group((int) $meeting->groupid) . " $meeting->meetingno";
        }
        if (isset($columns['groupid'])) {
            $columns['groupid'] = self::group((int) $columns['groupid']);
        }
        foreach (self::USERS as $column) {
            if (isset($columns[$column])) {
                $columns[$column] = self::person((int) $columns[$column]);
            }
        }
        if (preg_match('/^user:(\d+)$/', $columns['voterkey'] ?? '', $found)) {
            $columns['voterkey'] = self::person((int) $found[1]);
        }
        foreach (['fields', 'results'] as $column) {
            if (isset($columns[$column])) {
                // Who owns something, and who gave which answer.
                $columns[$column] = preg_replace_callback(
                    '~"((?:who_|owner_)?person)":"(\d+)"~',
                    fn(array $found): string => "\"$found[1]\":\"" . self::person((int) $found[2]) . '"',
                    json_encode(json_decode($columns[$column]))
                );
            }
        }
        ksort($columns);
        return $columns;
    }

    /**
     * The name by which a user is compared.
     *
     * @param int $userid the user
     * @return string
     */
    private static function person(int $userid): string {
        return (string) self::users()[$userid]->idnumber;
    }

    /**
     * The users, who keep their number wherever they are restored.
     *
     * @return stdClass[] by id
     */
    private static function users(): array {
        global $DB;

        return $DB->get_records('user', null, '', 'id, idnumber');
    }

    /**
     * The name by which a group is compared.
     *
     * @param int $groupid the group
     * @return string
     */
    private static function group(int $groupid): string {
        return $groupid ? groups_get_group_name($groupid) : '';
    }

    /**
     * Gives everybody the number that they are compared by.
     */
    protected function number_users(): void {
        global $DB;

        foreach ([$this->trainer, ...$this->learners] as $i => $user) {
            $DB->set_field('user', 'idnumber', "person $i", ['id' => $user->id]);
        }
    }

    /**
     * Goes on in a copy, in whose course the same people are.
     *
     * @param cm_info $copy the copy
     */
    protected function go_on_in(cm_info $copy): void {
        foreach ($this->learners as $learner) {
            if ($learner->id !== $this->trainer->id) {
                $this->getDataGenerator()->enrol_user($learner->id, $copy->course, 'student');
            }
        }
        $this->getDataGenerator()->enrol_user($this->trainer->id, $copy->course, 'teacher');
        $this->cm = get_fast_modinfo($copy->course)->get_cm($copy->id);
    }

    /**
     * Something that is written, as a command.
     *
     * @param int $number makes its id
     * @param string $step the step
     * @param string $kind the kind
     * @param array $fields its fields
     * @return array
     */
    protected static function written(int $number, string $step, string $kind, array $fields): array {
        $id = sprintf('00000000-0000-4000-8000-%012d', $number);
        return ['type' => 'save', 'id' => $id, 'step' => $step, 'kind' => $kind, 'base' => null, 'fields' => $fields];
    }

    /**
     * A change of a round, as a command.
     *
     * @param string $from its phase
     * @param string $to the phase that it is to have
     * @param int $round the round
     * @param string[] $items what it asks
     * @param string $step the step
     * @return array
     */
    protected static function round(
        string $from,
        string $to,
        int $round = 1,
        array $items = [],
        string $step = 'stellingen'
    ): array {
        return ['type' => 'set_round', 'step' => $step, 'round' => $round, 'from' => $from, 'to' => $to, 'items' => $items];
    }

    /**
     * A meeting in which something of every kind has happened: a round was revealed, a second one is open and half of
     * the people have answered it, things were written, and one of them is somebody's to do.
     *
     * @param string $visibility hidden or named
     * @param int $groupid the group
     */
    protected function use_meeting(string $visibility, int $groupid = 0): void {
        foreach ($this->learners as $learner) {
            $this->run_as($learner, ['type' => 'join'], $groupid);
        }
        $this->run_as($this->trainer, ['type' => 'go_to', 'from' => '@start', 'to' => 'stellingen'], $groupid);
        foreach ($this->learners as $i => $learner) {
            foreach (['st1', 'st2', 'st3', 'st4', 'st5'] as $j => $item) {
                $reason = ['reason' => "Reden $i van $item"];
                $this->run_as($learner, $reason + self::answer($item, ($i + $j) % 6 ? 1 + ($i + $j) % 5 : null), $groupid);
            }
        }
        $this->run_as($this->trainer, self::round('open', 'revealed'), $groupid);
        $this->run_as($this->trainer, self::round('none', 'open', 2, ['st2', 'st4']), $groupid);
        foreach (array_slice($this->learners, 0, intdiv(count($this->learners), 2)) as $i => $learner) {
            foreach (['st2', 'st4'] as $item) {
                $this->run_as($learner, ['round' => 2] + self::answer($item, 1 + $i % 5), $groupid);
            }
        }
        $note = ['column' => self::column_of('leerlandschap', 'opbrengst'), 'text' => "Een \\/ teken & een <b>"];
        $this->run_as($this->trainer, ['type' => 'go_to', 'from' => 'stellingen', 'to' => 'opbrengst'], $groupid);
        $this->run_as($this->learners[0], self::written(1, 'opbrengst', 'note', $note), $groupid);
        $this->run_as($this->trainer, ['type' => 'go_to', 'from' => 'opbrengst', 'to' => 'vervolgacties'], $groupid);
        $what = ['what' => 'Afspraak', 'who_person' => (string) $this->learners[1]->id, 'when' => '2026-12-01', 'source' => 'st2'];
        $this->run_as($this->learners[2], self::written(2, 'vervolgacties', 'action', $what), $groupid);
        $gone = self::written(3, 'vervolgacties', 'action', ['what' => 'Weg', 'who_text' => 'wij']);
        $this->run_as($this->learners[2], $gone, $groupid);
        $delete = ['type' => 'delete', 'id' => '00000000-0000-4000-8000-000000000003'];
        $revision = $this->read($this->learners[2], $groupid)['revision'];
        $this->run_as($this->learners[2], $delete + ['base' => $revision], $groupid);
    }
}
