<?php
// This file is part of Leerlandschap, under the GNU GPL version 3 or later.

/**
 * Fills a throw-away site: a course with two groups, eight learners, a trainer and an activity.
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

$users = [];
foreach ($people as $username => $name) {
    [$firstname, $lastname] = explode(' ', $name, 2);
    $role = $roles[$username] ?? 'student';
    $user = $generator->create_user([
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
    'cmid' => (int) $activity->cmid,
    'instance' => (int) $activity->id,
    'choicecmid' => (int) $choice->cmid,
    'dir' => $site,
    'code' => dirname(realpath($configfile)),
    'logs' => ['php' => "{$site}/logs/php.log", 'nginx' => "{$site}/logs/nginx.log", 'access' => "{$site}/logs/access.log",
        'fpm' => "{$site}/logs/php-fpm.log", 'postgres' => "{$site}/logs/postgres.log"],
], JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE) . "\n");
