<?php
// This file is part of Leerlandschap, under the GNU GPL version 3 or later.

/**
 * Makes a Redis server the store of a site's application and session caches, as an administrator does.
 *
 * Usage: php redis-caches.php CONFIG.PHP HOST:PORT
 *
 * @package   mod_leerlandschap
 * @copyright 2026 The Leerlandschap maintainers
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

define('CLI_SCRIPT', true);

[, $configfile, $server] = $argv;
require($configfile);

$writer = \core_cache\config_writer::instance();
$writer->add_store_instance('nodes', 'redis', ['server' => $server, 'prefix' => 'cache_']);
$writer->set_mode_mappings([
    \core_cache\store::MODE_APPLICATION => ['nodes'],
    \core_cache\store::MODE_SESSION => ['nodes'],
    \core_cache\store::MODE_REQUEST => ['default_request'],
]);

// A store that cannot be reached is passed over in silence: so it is asked for.
\core_cache\factory::reset();
$definition = \core_cache\factory::instance()->create_definition('core', 'config');
$store = current(\core_cache\helper::get_cache_stores($definition));
if (!$store instanceof cachestore_redis || !$store->is_ready()) {
    fwrite(STDERR, "the caches are not in Redis\n");
    exit(1);
}
