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
 * Serves the files of the build: asset.php/<hash>/<name>, or asset.php?file=/<hash>/<name>.
 *
 * Moodle knows no type for WebAssembly and web servers rarely compress it, so
 * this script does both, without booting Moodle: no session, no database.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

define('NO_DEBUG_DISPLAY', true);
define('ABORT_AFTER_CONFIG', true);

// phpcs:ignore moodle.Files.RequireLogin.Missing -- these files are public.
require(__DIR__ . '/../../config.php');
require_once(__DIR__ . '/classes/local/assets.php');

// The files come compressed: a second compression would spoil Content-Length.
ini_set('zlib.output_compression', 'Off');
while (ob_get_level() > 0) {
    ob_end_clean();
}

$path = $_GET['file'] ?? $_SERVER['PATH_INFO'] ?? '';
if (!is_string($path)) {
    $path = '';
}
// Some servers put the script's own address before the argument.
$path = (string) preg_replace('#^.*/asset\.php#', '', $path);

$answer = (new \mod_leerlandschap\local\assets())->respond(
    $_SERVER['REQUEST_METHOD'] ?? 'GET',
    $path,
    $_SERVER['HTTP_ACCEPT_ENCODING'] ?? '',
    $_SERVER['HTTP_IF_NONE_MATCH'] ?? ''
);

header_remove('Pragma');
header_remove('Expires');
http_response_code($answer['status']);
foreach ($answer['headers'] as $name => $value) {
    header($name . ': ' . $value);
}
if ($answer['file'] !== null) {
    readfile($answer['file']);
}
