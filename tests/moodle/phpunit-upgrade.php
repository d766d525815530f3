<?php
// This file is part of Leerlandschap, under the GNU GPL version 3 or later.

/**
 * Installs new plugins into an installed PHPUnit site, where Moodle's own tool would install everything anew.
 *
 * Usage: php phpunit-upgrade.php CODE (the folder with vendor/ and config.php) PUBLIC (the folder with lib/)
 *
 * @package   mod_leerlandschap
 * @copyright 2026 The Leerlandschap maintainers
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

define('IGNORE_COMPONENT_CACHE', true);
define('CACHE_DISABLE_ALL', true);
define('PHPUNIT_UTIL', true);

[, $code, $public] = $argv;
$_SERVER['argv'] = [__FILE__];
require_once($public . '/lib/clilib.php');
require_once($public . '/lib/phpunit/bootstraplib.php');
require_once($public . '/lib/testing/lib.php');
require($code . '/vendor/autoload.php');
require($public . '/lib/phpunit/bootstrap.php');
require_once($CFG->libdir . '/adminlib.php');
require_once($CFG->libdir . '/upgradelib.php');
require_once($CFG->libdir . '/installlib.php');

// A test site with a plugin more than its database knows starts without its settings: load them.
initialise_cfg();
\core\session\manager::set_user(get_admin());
upgrade_noncore(true);
unset_config('upgraderunning');
admin_apply_default_settings(null, false);
while ($task = \core\task\manager::get_next_adhoc_task(time())) {
    $task->execute();
    \core\task\manager::adhoc_task_complete($task);
}

// The state that every test is reset to is now this one; these steps end Moodle's own installation too.
$store = static function (): void {
    static::store_versions_hash();
    static::store_database_state();
};
Closure::bind($store, null, phpunit_util::class)();
