<?php
// This file is part of Leerlandschap, under the GNU GPL version 3 or later.

/**
 * Fills a site that is installed, upgraded and rid of the plugin (install.sh), and looks at what is there.
 *
 * Usage: php -- CONFIG.PHP STATE.JSON WHAT < installed.php; says what is not as it should be
 *
 * @package   mod_leerlandschap
 * @copyright 2026 The Leerlandschap maintainers
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

use core_external\external_api;
use mod_leerlandschap\first_release;
use mod_leerlandschap\local\preset_store;

define('CLI_SCRIPT', true);
// So that web services are called as by a server, which has no cookie.
define('WS_SERVER', true);

[, $configfile, $statefile, $what] = $argv;
require($configfile);
require_once($CFG->libdir . '/adminlib.php');
require_once($CFG->libdir . '/gradelib.php');
require_once($CFG->libdir . '/testing/generator/lib.php');
require_once($CFG->dirroot . '/course/lib.php');

\core\session\manager::set_user(get_admin());
$state = is_file($statefile) ? json_decode(file_get_contents($statefile), true, 512, JSON_THROW_ON_ERROR) : [];
$problems = [];

/**
 * Notes what is not as it should be.
 *
 * @param bool $good whether it is
 * @param string $what what should be
 */
function must(bool $good, string $what): void {
    global $problems;

    if (!$good) {
        $problems[] = $what;
    }
}

/**
 * Calls a web service as a user.
 *
 * @param string $username who
 * @param string $function name without the component
 * @param array $args its arguments
 * @return array what it returns
 */
function call(string $username, string $function, array $args): array {
    global $DB;

    \core\session\manager::set_user($DB->get_record('user', ['username' => $username], '*', MUST_EXIST));
    $response = external_api::call_external_function("mod_leerlandschap_$function", $args + ['groupid' => 0]);
    \core\session\manager::set_user(get_admin());
    if ($response['error']) {
        throw new moodle_exception('generalexceptionmessage', 'error', '', json_encode($response['exception']));
    }
    return $response['data'];
}

/**
 * How often the plugin is named, by table and column. What core keeps of everything for itself is left out: logs of what
 * was done, of activities that came and went, and histories of grades.
 *
 * @return int[]
 */
function mentions(): array {
    global $DB;

    $kept = ['block_recent_activity', 'config_log', 'grade_categories_history', 'grade_grades_history', 'grade_items_history',
        'logstore_standard_log', 'sessions', 'task_log', 'upgrade_log'];
    $found = [];
    foreach (array_diff($DB->get_tables(false), $kept) as $table) {
        $texts = array_filter($DB->get_columns($table, false), fn($column): bool => in_array($column->meta_type, ['C', 'X'], true));
        $sums = [];
        $params = [];
        foreach (array_keys($texts) as $i => $column) {
            $like = $DB->sql_like($DB->sql_order_by_text($column, 4000), "?", false);
            $sums[] = "SUM(CASE WHEN $like THEN 1 ELSE 0 END) AS found$i";
            $params[] = '%leerlandschap%';
        }
        if ($sums) {
            $counts = array_values((array) $DB->get_record_sql('SELECT ' . implode(', ', $sums) . " FROM {{$table}}", $params));
            $found += array_filter(array_combine(
                array_map(fn(string $column): string => "$table.$column", array_keys($texts)),
                array_map('intval', $counts)
            ));
        }
    }
    return $found;
}

/**
 * Numbers of rows that name the plugin by an id or not at all.
 *
 * @return int[]
 */
function numbers(): array {
    global $DB;

    $tables = ['block_instances', 'course_completion_crit_compl', 'course_completion_criteria', 'course_modules',
        'course_modules_completion', 'course_modules_viewed', 'event', 'favourite', 'message_popup_notifications',
        'notifications', 'tool_recyclebin_course', 'task_adhoc', 'task_scheduled', 'tag_instance', 'user_preferences'];
    $numbers = array_combine($tables, array_map(fn(string $table): int => $DB->count_records($table), $tables));
    // The course has a total of its own, also when nothing is left to be added up.
    $grades = "SELECT COUNT(1) FROM {grade_grades} g LEFT JOIN {grade_items} i ON i.id = g.itemid
                WHERE i.id IS NULL OR i.itemtype = 'mod'";
    return $numbers + [
        'grades' => $DB->count_records_sql($grades),
        'contexts' => $DB->count_records('context', ['contextlevel' => CONTEXT_MODULE]),
    ];
}

/**
 * Files under dataroot whose path names the plugin. What belongs to other requests that run cannot be there.
 *
 * @return string[]
 */
function named_files(): array {
    global $CFG;

    $all = new RecursiveIteratorIterator(
        new RecursiveDirectoryIterator($CFG->dataroot, FilesystemIterator::SKIP_DOTS),
        RecursiveIteratorIterator::SELF_FIRST
    );
    $named = array_filter(array_keys(iterator_to_array($all)), fn(string $path): bool =>
        stripos(substr($path, strlen($CFG->dataroot)), 'leerlandschap') !== false);
    return array_values($named);
}

/**
 * The tables as the database has them: columns with all that it tells, and indexes by their columns.
 *
 * @return array[] by table
 */
function tables(): array {
    global $CFG, $DB;

    $tables = [];
    foreach ($DB->get_tables(false) as $table) {
        if ($table !== 'leerlandschap' && !str_starts_with($table, 'leerlandschap_')) {
            continue;
        }
        $schema = $DB->get_dbfamily() === 'postgres' ? 'current_schema()' : 'DATABASE()';
        $columns = $DB->get_recordset_sql(
            "SELECT * FROM information_schema.columns WHERE table_schema = $schema AND table_name = ?",
            [$CFG->prefix . $table]
        );
        $tables[$table] = ['columns' => [], 'indexes' => []];
        foreach ($columns as $column) {
            $column = array_change_key_case((array) $column);
            $name = $column['column_name'];
            // A column that was added stands elsewhere than in a new table; nothing asks for its place.
            $tables[$table]['columns'][$name] = array_diff_key($column, ['ordinal_position' => 0, 'dtd_identifier' => 0]);
        }
        $columns->close();
        foreach ($DB->get_indexes($table) as $index) {
            $tables[$table]['indexes'][] = ($index['unique'] ? 'unique ' : '') . implode(', ', $index['columns']);
        }
        ksort($tables[$table]['columns']);
        sort($tables[$table]['indexes']);
    }
    ksort($tables);
    return $tables;
}

/**
 * Ids of those who are there before the plugin is.
 *
 * @return int[] by username
 */
function people(): array {
    global $DB;

    [$in, $params] = $DB->get_in_or_equal(['trainer', 'learner1', 'learner2', 'learner3', 'learner4']);
    return array_map('intval', $DB->get_records_select_menu('user', "username $in", $params, '', 'username, id'));
}

/**
 * The activities of the first release with the users of this site.
 *
 * @param string $folder where its fixture is
 * @return first_release
 */
function release(string $folder): first_release {
    require_once("$folder/first_release.php");
    return new first_release(people());
}

$plugin = $CFG->dirroot . '/mod/leerlandschap';
match ($what) {
    // What is there without the plugin: a course and its people.
    'before' => (function () use (&$state, $DB): void {
        $generator = new testing_data_generator();
        $course = $generator->create_course(['fullname' => 'Leren', 'shortname' => 'leren', 'enablecompletion' => 1]);
        foreach (['trainer' => 'editingteacher', 'learner1' => 'student', 'learner2' => 'student', 'learner3' => 'student',
            'learner4' => 'student'] as $username => $role) {
            $generator->enrol_user($generator->create_user(['username' => $username])->id, $course->id, $role);
        }
        set_config('enablecompletion', 1);
        $state = ['course' => (int) $course->id, 'mentions' => mentions(), 'numbers' => numbers(), 'files' => named_files()];
    })(),
    // What people did with the first release, and what the rest of Moodle kept of it.
    'fill' => (function () use (&$state, $plugin, $DB): void {
        must($DB->count_records('leerlandschap') === 0, 'no activity before');
        $state['cmids'] = release($plugin)->fill($state['course']);
        foreach ($DB->get_records('leerlandschap') as $row) {
            $grades = array_map(fn(int $id): array => ['userid' => $id, 'rawgrade' => 25], people());
            $item = ['itemname' => $row->name, 'gradetype' => GRADE_TYPE_VALUE, 'grademax' => 100, 'grademin' => 0];
            $result = grade_update(
                'mod/leerlandschap', $state['course'], 'mod', 'leerlandschap', $row->id, 0, array_column($grades, null, 'userid'), $item
            );
            must($result === GRADE_UPDATE_OK, 'grades are stored');
        }
    })(),
    'kept' => (function () use ($state, $plugin, $DB): void {
        foreach (release("$plugin/tests/fixtures/first_release")->differences() as $difference) {
            must(false, $difference);
        }
        foreach ($DB->get_records('leerlandschap') as $row) {
            $grades = grade_get_grades($state['course'], 'mod', 'leerlandschap', $row->id, array_values(people()));
            must(array_column($grades->items[0]->grades ?? [], 'grade') == array_fill(0, 5, 25), "grades of $row->name are kept");
        }
    })(),
    // Somebody answers, and somebody else finds what was theirs.
    'go-on' => (function () use ($state): void {
        $cmid = $state['cmids']['Verborgen'];
        $mine = call('learner1', 'get_meeting', ['cmid' => $cmid]);
        must(count($mine['me']['answers']) === 6, 'learner1 finds 6 answers');
        must($mine['room']['rounds'][0]['phase'] === 'revealed', 'the result is still shown');
        $answer = ['item' => 'st2', 'round' => 2, 'value' => 4, 'reason' => 'Ook anders', 'seq' => 1];
        call('learner2', 'submit_answers', ['cmid' => $cmid, 'meeting' => $mine['room']['meeting'], 'answers' => [$answer]]);
        $theirs = call('learner2', 'get_meeting', ['cmid' => $cmid])['me']['answers'];
        must(count($theirs) === 6 && in_array('Ook anders', array_column($theirs, 'reason'), true), 'the answer of learner2 is stored');
        foreach (['Met namen', 'Gesloten'] as $name) {
            $room = call('learner3', 'get_meeting', ['cmid' => $state['cmids'][$name]])['room'];
            must($room['state'] === 'closed' && $room['rounds'][0]['results'] !== [], "$name can be read");
        }
    })(),
    // Everything that an activity leaves in the rest of Moodle, so that uninstalling has to take it away.
    'use' => (function () use ($state, $plugin, $CFG, $DB): void {
        $tasks = \core\task\manager::load_default_scheduled_tasks_for_component('mod_leerlandschap');
        $work = function () use ($tasks): void {
            ob_start();
            foreach ($tasks as $task) {
                $task->execute();
            }
            // Ours, and core's that our upgrade has asked for.
            $where = "component = 'mod_leerlandschap' OR customdata LIKE '%leerlandschap%'";
            foreach ($GLOBALS['DB']->get_records_select('task_adhoc', $where) as $row) {
                \core\task\manager::adhoc_task_from_record($row)->execute();
                $GLOBALS['DB']->delete_records('task_adhoc', ['id' => $row->id]);
            }
            ob_end_clean();
        };
        // First what is there already is followed without telling anybody.
        $work();
        must($DB->count_records('event', ['modulename' => 'leerlandschap']) > 0, 'actions of before come into calendars');
        must($DB->count_records('notifications', ['component' => 'mod_leerlandschap']) === 0, 'and nobody is told of them');
        $cmid = $state['cmids']['Verborgen'];
        $room = call('trainer', 'get_meeting', ['cmid' => $cmid])['room'];
        $fields = ['what' => 'Nieuw', 'who_person' => (string) people()['learner3'], 'when' => date('Y-m-d', time() + 30 * DAYSECS)];
        call('learner2', 'save_contributions', ['cmid' => $cmid, 'meeting' => $room['meeting'], 'contributions' => [[
            'type' => 'save', 'id' => '00000000-0000-4000-8000-000000000099', 'step' => 'vervolgacties', 'kind' => 'action',
            'fields' => array_map(fn(string $name, string $value): array => compact('name', 'value'), array_keys($fields), $fields),
        ]]]);
        $work();
        must($DB->count_records('notifications', ['component' => 'mod_leerlandschap']) === 1, 'who got an action is told');
        must(named_files() !== [], 'there are secrets and published rooms');

        preset_store::save('Ons', 'leerlandschap', file_get_contents("$plugin/build/formats/leerlandschap.json"));
        set_config('presets', 1, 'leerlandschap');
        set_config('message_provider_mod_leerlandschap_action_due_enabled', 'popup', 'message');
        set_user_preference('message_provider_mod_leerlandschap_action_due_enabled', 'email', people()['learner1']);
        $course = context_course::instance($state['course']);
        assign_capability('mod/leerlandschap:facilitate', CAP_ALLOW, $DB->get_field('role', 'id', ['shortname' => 'student']), $course);
        $service = $DB->insert_record('external_services', (object) ['name' => 'Own', 'shortname' => 'own', 'enabled' => 1,
            'restrictedusers' => 0, 'timecreated' => time()]);
        $DB->insert_record('external_services_functions', (object) ['externalserviceid' => $service,
            'functionname' => 'mod_leerlandschap_get_meeting']);
        $DB->insert_record('favourite', (object) ['component' => 'core_course', 'itemtype' => 'contentitem_mod_leerlandschap',
            'itemid' => 1, 'contextid' => $course->id, 'userid' => people()['trainer'], 'timecreated' => 1, 'timemodified' => 1]);
        $module = context_module::instance($cmid);
        get_file_storage()->create_file_from_string(['contextid' => $module->id, 'component' => 'mod_leerlandschap',
            'filearea' => 'intro', 'itemid' => 0, 'filepath' => '/', 'filename' => 'a.txt'], 'a');
        $DB->insert_record('course_modules_completion', (object) ['coursemoduleid' => $cmid, 'userid' => people()['learner1'],
            'completionstate' => 1, 'timemodified' => 1]);
        $DB->insert_record('course_modules_viewed', (object) ['coursemoduleid' => $cmid, 'userid' => people()['learner1'],
            'timecreated' => 1]);
        $criterion = $DB->insert_record('course_completion_criteria', (object) ['course' => $state['course'],
            'criteriatype' => COMPLETION_CRITERIA_TYPE_ACTIVITY, 'module' => 'leerlandschap', 'moduleinstance' => $cmid]);
        $DB->insert_record('course_completion_crit_compl', (object) ['userid' => people()['learner1'], 'course' => $state['course'],
            'criteriaid' => $criterion, 'timecompleted' => 1]);
        // One that somebody deleted lies in the recycle bin; what the backup has to say is not asked for.
        require_once($CFG->dirroot . '/backup/util/includes/backup_includes.php');
        $CFG->backup_error_log_logger_level = backup::LOG_NONE;
        $CFG->backup_file_logger_level = backup::LOG_NONE;
        course_delete_module($state['cmids']['Gesloten']);
        must($DB->count_records('tool_recyclebin_course') === 1, 'a deleted activity lies in the recycle bin');
        // Each of these is looked for afterwards: so it has to be there now.
        $now = numbers();
        foreach (['course_modules', 'course_modules_completion', 'course_modules_viewed', 'event', 'favourite', 'grades',
            'notifications', 'message_popup_notifications', 'task_scheduled', 'user_preferences', 'course_completion_criteria'] as $table) {
            must($now[$table] > $state['numbers'][$table], "there are rows of the plugin in $table");
        }
    })(),
    'left' => (function () use ($state, $DB): void {
        \core\session\manager::gc();
        // The service that was made in use is its administrator's, not the plugin's.
        foreach (mentions() as $column => $count) {
            must($count === ($state['mentions'][$column] ?? 0), "$column names the plugin $count times");
        }
        foreach (numbers() as $table => $count) {
            must($count === $state['numbers'][$table], "$count rows in $table where there were {$state['numbers'][$table]}");
        }
        foreach ($DB->get_tables(false) as $table) {
            must(!str_starts_with($table, 'leerlandschap'), "there is a table $table");
        }
        foreach (array_diff(named_files(), $state['files']) as $file) {
            must(false, "there is a file $file");
        }
    })(),
    'tables-upgraded' => $state['tables'] = tables(),
    'same-tables' => (function () use ($state): void {
        $new = tables();
        must(count($new) > 5, 'there are tables');
        must(array_keys($new) === array_keys($state['tables']), 'the same tables: ' . implode(', ', array_keys($state['tables'])));
        foreach ($new as $table => ['columns' => $columns, 'indexes' => $indexes]) {
            $upgraded = $state['tables'][$table] ?? ['columns' => [], 'indexes' => []];
            must(
                $indexes === $upgraded['indexes'],
                "$table has the indexes " . implode('; ', $upgraded['indexes']) . ' instead of ' . implode('; ', $indexes)
            );
            foreach ($columns + $upgraded['columns'] as $name => $unused) {
                $difference = array_diff_assoc($columns[$name] ?? ['absent' => 1], $upgraded['columns'][$name] ?? ['absent' => 1]);
                must($difference === [], "$table.$name is new " . json_encode($difference) . ', and not so where it was upgraded');
            }
        }
    })(),
    'works' => (function () use ($state): void {
        $activity = (new testing_data_generator())->create_module('leerlandschap', ['course' => $state['course'], 'name' => 'Nieuw']);
        $args = ['cmid' => (int) $activity->cmid];
        $meeting = call('trainer', 'get_meeting', $args)['room']['meeting'];
        call('learner1', 'take_part', $args + ['meeting' => $meeting, 'type' => 'join']);
        $command = ['type' => 'go_to', 'from' => '@start', 'to' => 'stellingen'];
        call('trainer', 'steer_meeting', $args + ['meeting' => $meeting, 'command' => $command]);
        $answer = ['item' => 'st1', 'round' => 1, 'value' => 5, 'reason' => '', 'seq' => 1];
        call('learner1', 'submit_answers', $args + ['meeting' => $meeting, 'answers' => [$answer]]);
        must(array_column(call('learner1', 'get_meeting', $args)['me']['answers'], 'value') === [5], 'the answer is stored');
        must(call('trainer', 'get_meeting', $args)['me']['answers'] === [], 'and is nobody else\'s');
    })(),
};

file_put_contents($statefile, json_encode($state, JSON_THROW_ON_ERROR));
foreach ($problems as $problem) {
    echo "not so: $problem\n";
}
exit($problems ? 1 : 0);
