<?php
// This file is part of Leerlandschap, under the GNU GPL version 3 or later.

/**
 * Arranges something in a throw-away site, or looks something up in its database, for an end-to-end test.
 *
 * Usage: php -- CONFIG.PHP WHAT JSON < arrange.php; prints JSON
 *
 * @package   mod_leerlandschap
 * @copyright 2026 The Leerlandschap maintainers
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

use mod_leerlandschap\local\exercise_store;
use mod_leerlandschap\local\manager;
use mod_leerlandschap\local\meeting;
use mod_leerlandschap\local\voter;

define('CLI_SCRIPT', true);

[, $configfile, $what, $json] = $argv;
require($configfile);
require_once($CFG->libdir . '/testing/generator/lib.php');
require_once($CFG->dirroot . '/group/lib.php');
require_once($CFG->dirroot . '/course/lib.php');

\core\session\manager::set_user(get_admin());
$arguments = json_decode($json, true, 32, JSON_THROW_ON_ERROR);

$arrangements = [
    // An activity in a course, with any setting of the form.
    'activity' => function (array $settings): array {
        $activity = (new testing_data_generator())->create_module('leerlandschap', $settings);
        return ['cmid' => (int) $activity->cmid, 'id' => (int) $activity->id];
    },
    'course' => function (array $record): array {
        return ['id' => (int) (new testing_data_generator())->create_course($record)->id];
    },
    // A user, enrolled in a course and put in groups where these are named.
    'user' => function (array $user): array {
        $generator = new testing_data_generator();
        [$courseid, $role, $groups] = [$user['courseid'] ?? 0, $user['role'] ?? 'student', $user['groups'] ?? []];
        unset($user['courseid'], $user['role'], $user['groups']);
        $made = $generator->create_user($user);
        // As in seed.php: the drawer of the course would cover the page once a window becomes narrow.
        set_user_preference('drawer-open-index', false, $made->id);
        if ($courseid) {
            $generator->enrol_user($made->id, $courseid, $role);
        }
        foreach ($groups as $groupid) {
            groups_add_member($groupid, $made->id);
        }
        return ['id' => (int) $made->id];
    },
    'language' => function (array $arguments): array {
        global $DB;
        foreach ($arguments['users'] as $id) {
            $DB->set_field('user', 'lang', $arguments['lang'], ['id' => $id]);
        }
        return [];
    },
    'config' => function (array $arguments): array {
        $plugin = $arguments['plugin'] ?? null;
        unset($arguments['plugin']);
        foreach ($arguments as $name => $value) {
            set_config($name, $value, $plugin);
        }
        return [];
    },
    // A setting of the plugin, as an administrator chooses it.
    'setting' => function (array $arguments): array {
        set_config($arguments['name'], $arguments['value'], 'leerlandschap');
        return [];
    },
    // The colour of Boost, as an administrator sets it: '' for its own.
    'colour' => function (array $arguments): array {
        set_config('brandcolor', $arguments['colour'], 'theme_boost');
        theme_reset_all_caches();
        return [];
    },
    // Ends a user's sessions, as a time limit or an administrator does.
    'logout' => function (array $arguments): array {
        \core\session\manager::destroy_user_sessions($arguments['userid']);
        return [];
    },
    // Guests may enter a course.
    'guests' => function (array $arguments): array {
        global $DB;
        $id = $DB->get_field('enrol', 'id', ['courseid' => $arguments['courseid'], 'enrol' => 'guest']);
        $plugin = enrol_get_plugin('guest');
        $id = $id ?: $plugin->add_instance(get_course($arguments['courseid']));
        $plugin->update_status($DB->get_record('enrol', ['id' => $id]), ENROL_INSTANCE_ENABLED);
        return [];
    },
    // As an administrator who presses the button.
    'purge' => function (): array {
        purge_all_caches();
        return [];
    },
    'unenrol' => function (array $arguments): array {
        global $DB;
        $instance = $DB->get_record('enrol', ['courseid' => $arguments['courseid'], 'enrol' => 'manual'], '*', MUST_EXIST);
        enrol_get_plugin('manual')->unenrol_user($instance, $arguments['userid']);
        return [];
    },
    'group' => function (array $record): array {
        $members = $record['members'];
        unset($record['members']);
        $id = (int) (new testing_data_generator())->create_group($record)->id;
        foreach ($members as $userid) {
            groups_add_member($id, $userid);
        }
        return ['id' => $id];
    },
    // As a teacher who deletes it on the page of groups.
    'groupdeleted' => function (array $arguments): array {
        groups_delete_group($arguments['id']);
        return [];
    },
    // As a teacher who clicks its group mode on the course page.
    'groupmode' => function (array $arguments): array {
        $cm = get_coursemodule_from_id('leerlandschap', $arguments['cmid'], 0, true, MUST_EXIST);
        set_coursemodule_groupmode($cm->id, $arguments['mode']);
        rebuild_course_cache($cm->course, true);
        return [];
    },
    // Grades of an activity as the gradebook has them, by user.
    'grades' => function (array $arguments): array {
        global $CFG, $DB;
        require_once($CFG->libdir . '/gradelib.php');
        $cm = get_coursemodule_from_id('leerlandschap', $arguments['cmid'], 0, true, MUST_EXIST);
        grade_regrade_final_grades($cm->course);
        return array_map(floatval(...), $DB->get_records_sql_menu(
            'SELECT g.userid, g.finalgrade
               FROM {grade_grades} g
               JOIN {grade_items} i ON i.id = g.itemid AND i.itemmodule = ? AND i.iteminstance = ?
              WHERE g.finalgrade IS NOT NULL',
            ['leerlandschap', $cm->instance]
        ));
    },
    // A digest of all that an activity stores, to see that nothing changed.
    'digest' => function (): array {
        global $DB;
        $tables = array_filter($DB->get_tables(false), fn(string $name): bool => str_starts_with($name, 'leerlandschap'));
        sort($tables);
        $rows = array_map(fn(string $table): array => array_values($DB->get_records($table, null, 'id')), $tables);
        return ['tables' => count($tables), 'digest' => sha1(json_encode($rows))];
    },
    // What is stored of a meeting: every row of an answer with the user it belongs to, 0 for nobody who was named.
    'answers' => function (array $arguments): array {
        global $DB;
        $row = $DB->get_record('leerlandschap_meeting', ['id' => $arguments['meeting']], '*', MUST_EXIST);
        $instance = $DB->get_record('leerlandschap', ['id' => $row->leerlandschapid], '*', MUST_EXIST);
        $meeting = new meeting($row, $instance, exercise_store::of_instance($instance));
        $users = $arguments['users'];
        $owners = [];
        foreach ($meeting->steps() as $step) {
            $owners += array_flip(array_filter(array_combine($users, voter::known_keys($meeting, $users, $step))));
        }
        $rows = [];
        foreach ($DB->get_records('leerlandschap_answer', ['meetingid' => $row->id]) as $answer) {
            $rows[] = [
                'id' => (int) $answer->id,
                'user' => (int) ($owners[$answer->voterkey] ?? 0),
                'item' => $answer->subject,
                'round' => (int) $answer->round,
                'value' => $answer->value === null ? null : (int) $answer->value,
                'seq' => (int) $answer->seq,
            ];
        }
        return ['revision' => (int) $row->revision, 'rows' => $rows];
    },
    // So many people in a course of their own, and one who leads; those who are there from an earlier time stay.
    // Their password is quick to check (the fewest rounds that crypt takes): logging in is not what is measured.
    'crowd' => function (array $arguments): array {
        global $DB;
        $generator = new testing_data_generator();
        $course = $DB->get_record('course', ['shortname' => 'crowd'])
            ?: $generator->create_course(['shortname' => 'crowd', 'fullname' => 'A whole department', 'groupmode' => NOGROUPS]);
        $password = 'Zaal-' . $course->timecreated;
        $hash = crypt($password, '$6$rounds=1000$' . substr(sha1($password), 0, 16) . '$');
        $add = function (string $username, string $role) use ($DB, $generator, $course, $hash): array {
            $id = $DB->get_field('user', 'id', ['username' => $username]);
            if (!$id) {
                $user = $generator->create_user(['username' => $username, 'lastname' => ucfirst($username), 'password' => 'not cached']);
                $id = $user->id;
                $DB->set_field('user', 'password', $hash, ['id' => $id]);
                $generator->enrol_user($id, $course->id, $role);
            }
            return ['id' => (int) $id, 'username' => $username];
        };
        $people = array_map(fn(int $number): array => $add("crowd$number", 'student'), range(1, $arguments['size']));
        return [
            'courseid' => (int) $course->id,
            'password' => $password,
            'facilitator' => $add('crowdleader', 'editingteacher'),
            'people' => $people,
        ];
    },
    // A course of its own with a group of users who are there already, and those who teach; other groups have no members.
    'team' => function (array $arguments): array {
        $generator = new testing_data_generator();
        $course = $generator->create_course($arguments['course']);
        $group = $generator->create_group(['courseid' => $course->id, 'name' => $arguments['group']]);
        foreach ($arguments['others'] ?? [] as $name) {
            $generator->create_group(['courseid' => $course->id, 'name' => $name]);
        }
        foreach ($arguments['users'] as $id => $role) {
            $generator->enrol_user($id, $course->id, $role);
            if ($role === 'student') {
                groups_add_member($group->id, $id);
            }
        }
        return [
            'courseid' => (int) $course->id,
            'contextid' => context_course::instance($course->id)->id,
            'groupid' => (int) $group->id,
        ];
    },
    // The course that was made last, and its groups by name.
    'newest' => function (): array {
        global $DB;
        $id = (int) $DB->get_field_sql('SELECT MAX(id) FROM {course}');
        return ['courseid' => $id, 'groups' => $DB->get_records_menu('groups', ['courseid' => $id], 'id', 'name, id')];
    },
    // The activities of a course: how each is set, and how many meetings it has.
    'activities' => function (array $arguments): array {
        global $DB;
        $activities = [];
        foreach (get_fast_modinfo($arguments['courseid'])->get_instances_of('leerlandschap') as $cm) {
            $row = (array) $DB->get_record('leerlandschap', ['id' => $cm->instance]);
            $activities[] = [
                'cmid' => (int) $cm->id,
                'id' => (int) $cm->instance,
                'name' => $cm->name,
                'settings' => array_diff_key($row, array_flip(['id', 'course', 'name', 'timecreated', 'timemodified'])),
                'meetings' => $DB->count_records('leerlandschap_meeting', ['leerlandschapid' => $cm->instance]),
            ];
        }
        return ['activities' => $activities];
    },
    // All that is stored of an activity's meetings, by table: rows by id.
    'stored' => function (array $arguments): array {
        global $DB;
        $meetings = $DB->get_fieldset_select('leerlandschap_meeting', 'id', 'leerlandschapid = ?', [$arguments['id']]);
        $stored = ['meeting' => $DB->get_records_list('leerlandschap_meeting', 'id', $meetings, 'id')];
        foreach (['answer', 'consent', 'contrib', 'locked', 'sharing', 'pending', 'presence', 'progress', 'round', 'action'] as $table) {
            $stored[$table] = $DB->get_records_list("leerlandschap_$table", 'meetingid', $meetings, 'id');
        }
        $event = ['modulename' => 'leerlandschap', 'instance' => $arguments['id']];
        $stored['event'] = $DB->get_records('event', $event, 'id', 'id, userid, name, eventtype');
        return array_map(fn(array $rows): object => (object) $rows, $stored);
    },
    // Commands of people in an activity, one after another, as the app would send them.
    'play' => function (array $arguments): array {
        [$course, $cm] = get_course_and_cm_from_cmid($arguments['cmid'], 'leerlandschap');
        $groupid = $arguments['groupid'] ?? 0;
        foreach ($arguments['script'] as [$userid, $command]) {
            \core\session\manager::set_user(core_user::get_user($userid, '*', MUST_EXIST));
            $manager = manager::of_cm($cm, $groupid);
            $manager->run($manager->read(0)['room']['meeting'], [$command], 0);
        }
        return [];
    },
    // Web services for other systems, as an administrator turns them on; a token for each of some users.
    'tokens' => function (array $arguments): array {
        global $CFG, $DB;
        require_once($CFG->dirroot . '/webservice/lib.php');
        set_config('enablewebservices', 1);
        set_config('webserviceprotocols', 'rest');
        $service = $DB->get_record('external_services', ['shortname' => 'mod_leerlandschap_reports'], '*', MUST_EXIST);
        $service->enabled = 1;
        $manager = new webservice();
        $manager->update_external_service($service);
        $system = context_system::instance();
        $role = $DB->get_field('role', 'id', ['shortname' => 'restuser'])
            ?: create_role('Uses REST', 'restuser', 'May come in by REST');
        assign_capability('webservice/rest:use', CAP_ALLOW, $role, $system);
        $tokens = [];
        foreach ($arguments['users'] as $name => $userid) {
            role_assign($role, $userid, $system);
            if (!in_array($name, $arguments['unnamed'] ?? [], true) && !$DB->record_exists('external_services_users',
                    ['externalserviceid' => $service->id, 'userid' => $userid])) {
                $manager->add_ws_authorised_user((object) ['externalserviceid' => $service->id, 'userid' => $userid]);
            }
            $tokens[$name] = \core_external\util::generate_token(EXTERNAL_TOKEN_PERMANENT, $service, $userid, $system);
        }
        return $tokens;
    },
    // The service for other systems, off again.
    'services' => function (array $arguments): array {
        global $DB;
        $DB->set_field('external_services', 'enabled', (int) $arguments['enabled'], ['shortname' => 'mod_leerlandschap_reports']);
        return [];
    },
    // Somebody loses a right in a course.
    'prohibit' => function (array $arguments): array {
        $context = context_course::instance($arguments['courseid']);
        $role = create_role("Without {$arguments['capability']}", 'without' . random_string(8), '');
        assign_capability($arguments['capability'], CAP_PROHIBIT, $role, $context);
        role_assign($role, $arguments['userid'], $context);
        return [];
    },
    'completion' => function (array $arguments): array {
        global $DB;
        return $DB->get_records_menu('course_modules_completion', ['coursemoduleid' => $arguments['cmid']], '',
            'userid, completionstate');
    },
];

echo json_encode((object) $arrangements[$what]($arguments)), "\n";
