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

/**
 * Says how a meeting is: pulse.php?meeting=<id>&audience=<participant or facilitator>, with a token in a header.
 *
 * Everybody in a room asks this every second, so it does not boot Moodle: no session, no database. It reads the
 * file that the publisher wrote, which holds the key that the token is checked with. Where that file is, it asks config.php
 * only now and then.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

// phpcs:ignore moodle.Files.MoodleInternal.MoodleInternalGlobalState -- config.php is read where it is not known what it says.
require_once(__DIR__ . '/classes/local/pulse/remembered_cachedir.php');

$remembered = new \mod_leerlandschap\local\pulse\remembered_cachedir(__DIR__, $_SERVER);
$cachedir = $remembered->get();
if ($cachedir === null) {
    define('NO_DEBUG_DISPLAY', true);
    define('ABORT_AFTER_CONFIG', true);

    // phpcs:ignore moodle.Files.RequireLogin.Missing -- the token says who may read what.
    require(__DIR__ . '/../../config.php');
    $cachedir = $CFG->cachedir;
    $remembered->set($cachedir);
}
// Whatever PHP has to say belongs in no answer.
ini_set('display_errors', '0');

require_once(__DIR__ . '/classes/local/pulse/room_file.php');
require_once(__DIR__ . '/classes/local/pulse/token.php');
require_once(__DIR__ . '/classes/local/pulse/responder.php');

while (ob_get_level() > 0) {
    ob_end_clean();
}

$now = (int) (microtime(true) * 1000);
$answer = (new \mod_leerlandschap\local\pulse\responder($cachedir, $now))->respond(
    $_SERVER['REQUEST_METHOD'] ?? '',
    // Nothing belongs behind the name of the script.
    ($_SERVER['PATH_INFO'] ?? '') === '' ? $_GET : [],
    $_SERVER['HTTP_X_LEERLANDSCHAP_TOKEN'] ?? '',
    $_SERVER['HTTP_IF_NONE_MATCH'] ?? ''
);

http_response_code($answer['status']);
foreach ($answer['headers'] as $name => $value) {
    header($name . ': ' . $value);
}
echo $answer['body'];
