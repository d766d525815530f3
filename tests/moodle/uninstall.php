<?php
// This file is part of Leerlandschap, under the GNU GPL version 3 or later.

/**
 * Uninstalls the plugin with all its data from a throw-away site; its files are left to the caller.
 *
 * Usage: php -- CONFIG.PHP < uninstall.php; prints JSON
 *
 * @package   mod_leerlandschap
 * @copyright 2026 The Leerlandschap maintainers
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

define('CLI_SCRIPT', true);

[, $configfile] = $argv;
require($configfile);
require_once($CFG->libdir . '/adminlib.php');
require_once($CFG->dirroot . '/course/lib.php');

\core\session\manager::set_user(get_admin());
$manager = core_plugin_manager::instance();
$folder = $manager->get_plugin_info('mod_leerlandschap')->rootdir;
$progress = new progress_trace_buffer(new null_progress_trace());
$manager->uninstall_plugin('mod_leerlandschap', $progress);
purge_all_caches();

echo json_encode(['folder' => $folder]), "\n";
