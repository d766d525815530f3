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

namespace mod_leerlandschap;

defined('MOODLE_INTERNAL') || die();

require_once(__DIR__ . '/meeting_testcase.php');

use mod_leerlandschap\local\pulse\responder;
use mod_leerlandschap\local\pulse\room_file;

/**
 * Short ways to what is published.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
abstract class pulse_testcase extends meeting_testcase {
    /**
     * Lets nothing be left of an earlier test.
     */
    protected function setUp(): void {
        global $CFG;
        parent::setUp();
        remove_dir("$CFG->cachedir/mod_leerlandschap");
    }

    /**
     * What pulse.php answers to whoever got a reply.
     *
     * @param array $reply a Reply of the web service
     * @param string $have what the client has
     * @param int|null $now seconds since 1970
     * @return array status, headers, body, and the body as reply
     */
    protected static function pulse(array $reply, string $have = '', ?int $now = null): array {
        global $CFG;

        parse_str(parse_url($reply['pulse']['address'], PHP_URL_QUERY), $query);
        $responder = new responder($CFG->cachedir, 1000 * ($now ?? \core\di::get(\core\clock::class)->time()));
        $answer = $responder->respond('GET', $query, $reply['pulse']['token'], $have);
        return $answer + ['reply' => json_decode($answer['body'], true)];
    }

    /**
     * The file of an audience.
     *
     * @param array $reply a Reply of the web service
     * @param string $audience the audience
     * @return string path
     */
    protected static function file(array $reply, string $audience = 'participant'): string {
        global $CFG;

        return room_file::path($CFG->cachedir, (int) $reply['room']['meeting'], $audience);
    }

    /**
     * What lies in the folder, by name.
     *
     * @return string[]
     */
    protected static function published(): array {
        global $CFG;

        clearstatcache();
        return array_map('basename', glob(room_file::folder($CFG->cachedir) . '/*') ?: []);
    }
}
