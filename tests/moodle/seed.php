<?php
// This file is part of Leerlandschap, under the GNU GPL version 3 or later.

/**
 * Fills a throw-away site: a course with two groups, eight learners, a trainer and an activity; and a course for
 * scans, with the same trainer and twenty-four learners in three groups.
 *
 * Usage: php seed.php CONFIG.PHP OUT.JSON
 *
 * @package   mod_leerlandschap
 * @copyright 2026 The Leerlandschap maintainers
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

define('CLI_SCRIPT', true);

[, $configfile, $outfile] = $argv;
require($configfile);
require_once($CFG->libdir . '/filterlib.php');
require_once($CFG->libdir . '/testing/generator/lib.php');
require_once($CFG->dirroot . '/group/lib.php');

\core\session\manager::set_user(get_admin());

// Nothing from outside, and nothing that covers the page.
filter_set_global_state('mathjaxloader', TEXTFILTER_DISABLED);
$DB->set_field('tool_usertours_tours', 'enabled', 0);
set_config('enablecompletion', 1);
set_config('forcelogin', 1);
// /bin/true, which takes the place of sendmail, may be gone before its mail is written, and PHP complains then.
set_config('sendcoursewelcomemessage', ENROL_DO_NOT_SEND_EMAIL, 'enrol_manual');

// Enough of a Dutch language pack that users can choose it; the texts are the plugin's own.
$langdir = $CFG->dataroot . '/lang/nl';
make_writable_directory($langdir);
file_put_contents($langdir . '/langconfig.php', "<?php\n"
    . "\$string['thislanguage'] = 'Nederlands';\n\$string['thislanguageint'] = 'Dutch';\n"
    . "\$string['thisdirection'] = 'ltr';\n\$string['iso6391'] = 'nl';\n\$string['decsep'] = ',';\n"
    . "\$string['locale'] = 'nl_NL.UTF-8';\n");
get_string_manager()->reset_caches();

$password = 'Leren-' . random_string(10) . '1';
$generator = new testing_data_generator();
$course = $generator->create_course([
    'fullname' => 'Leren met je team', 'shortname' => 'leren', 'numsections' => 2, 'enablecompletion' => 1,
    'groupmode' => SEPARATEGROUPS, 'groupmodeforce' => 0,
]);
$people = [
    'learner1' => 'Anna Bakker', 'learner2' => 'Bilal Yilmaz', 'learner3' => 'Chantal de Wit', 'learner4' => 'Daan Visser',
    'learner5' => 'Emre Kaya', 'learner6' => 'Fleur Jansen', 'learner7' => 'Gijs Mulder', 'learner8' => 'Hanna Smit',
    'trainer' => 'Ria Meijer', 'assistant' => 'Sam Peters',
];
$roles = ['trainer' => 'editingteacher', 'assistant' => 'teacher'];

// The drawer of the course stays closed, since it would cover the page once a window becomes narrow.
$create = function (array $record) use ($generator): stdClass {
    $user = $generator->create_user($record);
    set_user_preference('drawer-open-index', false, $user);
    return $user;
};

$users = [];
foreach ($people as $username => $name) {
    [$firstname, $lastname] = explode(' ', $name, 2);
    $role = $roles[$username] ?? 'student';
    $user = $create([
        'username' => $username, 'password' => $password, 'firstname' => $firstname, 'lastname' => $lastname,
        'email' => "{$username}@example.com",
    ]);
    $generator->enrol_user($user->id, $course->id, $role);
    $users[$username] = ['id' => (int) $user->id, 'username' => $username, 'name' => $name, 'role' => $role];
}

$groups = [];
foreach (['Team Noord' => range(1, 4), 'Team Zuid' => range(5, 8)] as $name => $numbers) {
    $group = $generator->create_group(['courseid' => $course->id, 'name' => $name]);
    foreach ($numbers as $number) {
        $generator->create_group_member(['groupid' => $group->id, 'userid' => $users["learner{$number}"]['id']]);
        $users["learner{$number}"]['group'] = (int) $group->id;
    }
    $groups[] = ['id' => (int) $group->id, 'name' => $name];
}

$activity = $generator->create_module('leerlandschap', [
    'course' => $course->id, 'name' => 'Leerlandschap', 'groupmode' => SEPARATEGROUPS,
    'completion' => COMPLETION_TRACKING_AUTOMATIC, 'completionview' => 1,
]);
// Groups of different sizes: only the first is large enough to be split in two sides of five people each.
$scancourse = $generator->create_course(['fullname' => 'Leerklimaat', 'shortname' => 'leerklimaat', 'groupmode' => SEPARATEGROUPS]);
$generator->enrol_user($users['trainer']['id'], $scancourse->id, 'editingteacher');
$scan = ['courseid' => (int) $scancourse->id, 'users' => [], 'groups' => []];
$firstnames = ['Aisha', 'Bram', 'Carla', 'Dirk', 'Elif', 'Femke', 'Govert', 'Hilde', 'Ibrahim', 'Jolien', 'Karim', 'Lotte',
    'Mehmet', 'Nienke', 'Olaf', 'Petra', 'Quinten', 'Rosa', 'Stijn', 'Tamara', 'Umut', 'Vera', 'Wouter', 'Yara'];
foreach (['Team Oost' => 12, 'Team West' => 7, 'Team Midden' => 5] as $name => $size) {
    $group = $generator->create_group(['courseid' => $scancourse->id, 'name' => $name]);
    $members = [];
    foreach (array_slice($firstnames, count($scan['users']), $size) as $firstname) {
        $username = strtolower($firstname);
        $user = $create([
            'username' => $username, 'password' => $password, 'firstname' => $firstname, 'lastname' => 'Veldman',
            'email' => "{$username}@example.com",
        ]);
        $generator->enrol_user($user->id, $scancourse->id, 'student');
        $generator->create_group_member(['groupid' => $group->id, 'userid' => $user->id]);
        $scan['users'][$username] = ['id' => (int) $user->id, 'username' => $username, 'name' => fullname($user)];
        $members[] = $username;
    }
    $scan['groups'][] = ['id' => (int) $group->id, 'name' => $name, 'members' => $members];
}

// Core's nearest peer, to compare load times with.
$choice = $generator->create_module('choice', ['course' => $course->id, 'name' => 'Choice', 'option' => ['A', 'B', 'C']]);

$admin = get_admin();
$adminpassword = 'Beheer-' . random_string(10) . '1';
update_internal_user_password($admin, $adminpassword);

$site = dirname($outfile);
file_put_contents($outfile, json_encode([
    'url' => $CFG->wwwroot,
    'version' => $CFG->release,
    'password' => $password,
    'admin' => ['username' => 'admin', 'password' => $adminpassword],
    'users' => $users,
    'groups' => $groups,
    'courseid' => (int) $course->id,
    'scan' => $scan,
    'cmid' => (int) $activity->cmid,
    'instance' => (int) $activity->id,
    'choicecmid' => (int) $choice->cmid,
    'dir' => $site,
    'database' => $CFG->dbtype,
    'nodes' => count(glob("{$site}/node-[0-9]*")) ?: 1,
    'code' => dirname(realpath($configfile)),
    'logs' => ['php' => "{$site}/logs/php.log", 'nginx' => "{$site}/logs/nginx.log", 'access' => "{$site}/logs/access.log",
        'fpm' => "{$site}/logs/php-fpm.log", 'database' => $site . '/logs/' . ($CFG->dbtype === 'mariadb' ? 'mariadb.log' : 'postgres.log'),
        'redis' => "{$site}/logs/redis.log"],
], JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE) . "\n");
