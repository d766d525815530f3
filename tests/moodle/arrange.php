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
        foreach ($arguments as $name => $value) {
            set_config($name, $value);
        }
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
    // A digest of all that an activity stores, to see that nothing changed.
    'digest' => function (): array {
        global $DB;
        $tables = array_filter($DB->get_tables(false), fn(string $name): bool => str_starts_with($name, 'leerlandschap'));
        sort($tables);
        $rows = array_map(fn(string $table): array => array_values($DB->get_records($table, null, 'id')), $tables);
        return ['tables' => count($tables), 'digest' => sha1(json_encode($rows))];
    },
    'completion' => function (array $arguments): array {
        global $DB;
        return $DB->get_records_menu('course_modules_completion', ['coursemoduleid' => $arguments['cmid']], '',
            'userid, completionstate');
    },
];

echo json_encode((object) $arrangements[$what]($arguments)), "\n";
