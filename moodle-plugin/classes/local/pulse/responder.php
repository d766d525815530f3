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

namespace mod_leerlandschap\local\pulse;

/**
 * What pulse.php answers: a published room to whoever has a token for it.
 *
 * It only reads: whatever is asked, nothing is written. Moodle has not booted, so nothing here may need it.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class responder {
    /** After how many seconds at most whoever found no room asks again. */
    private const LONGEST_WAIT = 3;

    /** What a meeting's id looks like. */
    private const ID = '/^[1-9]\d{0,17}$/D';

    /** What a client says that it has: the revision of its room, and the stamp of what it read last. */
    private const HAVE = '#^(?:W/)?"?(\d{1,18})(?:\.([0-9a-f]{0,16}))?"?$#D';

    /** What every answer says. */
    private const HEADERS = [
        'Cache-Control' => 'private, no-store',
        'X-Content-Type-Options' => 'nosniff',
    ];

    /**
     * A responder.
     *
     * @param string $cachedir Moodle's cache directory, which all web nodes share
     * @param int $now milliseconds since 1970
     */
    public function __construct(
        /** @var string Moodle's cache directory */
        private readonly string $cachedir,
        /** @var int milliseconds since 1970 */
        private readonly int $now,
    ) {
    }

    /**
     * The answer to a request.
     *
     * @param string $method how it asks
     * @param array $query what stands behind the ? of the address
     * @param string $token the token that came in a header
     * @param string $have what the client has, from the header If-None-Match
     * @return array status, headers and body
     */
    public function respond(string $method, array $query, string $token, string $have): array {
        if ($method !== 'GET') {
            return self::answer(405, ['Allow' => 'GET']);
        }
        $meeting = $query['meeting'] ?? null;
        $audience = $query['audience'] ?? null;
        if (!is_string($meeting) || !preg_match(self::ID, $meeting) || !in_array($audience, room_file::AUDIENCES, true)) {
            return self::answer(404);
        }
        // A room that nobody can replace or take away may be old, and would look like the newest.
        $file = is_writable(room_file::folder($this->cachedir))
            ? room_file::open(room_file::path($this->cachedir, (int) $meeting, $audience))
            : null;
        if (!$file) {
            return $this->missing();
        }
        $seconds = intdiv($this->now, 1000);
        if (!token::is_good($token, $file->key(), (int) $meeting, $audience, $seconds)) {
            return self::answer(403);
        }
        // Somebody is to have it published through the web service; who that is the clients draw among themselves.
        $due = $file->is_due($seconds) ? ['X-Leerlandschap-Due' => '1'] : [];
        return $this->room($file, $have, $due);
    }

    /**
     * The room, as far as the client does not have it.
     *
     * @param room_file $file the file
     * @param string $have what the client has
     * @param array $headers further headers
     * @return array
     */
    private function room(room_file $file, string $have, array $headers): array {
        $known = preg_match(self::HAVE, $have, $parts) ? (int) $parts[1] : 0;
        $headers['ETag'] = "\"{$file->revision()}.{$file->stamp()}\"";
        // Whoever has a newer room than this has read it through the web service.
        if ($known > $file->revision() || ($known === $file->revision() && ($parts[2] ?? '') === $file->stamp())) {
            return self::answer(304, $headers);
        }
        [$members, $room] = $file->body() ?: [null, null];
        if ($members === null) {
            return $this->missing();
        }
        $room = $known === $file->revision() ? 'null' : $room;
        return self::answer(
            200,
            $headers + ['Content-Type' => 'application/json; charset=utf-8'],
            "{\"now\":{$this->now},$members,\"room\":$room,\"me\":null}"
        );
    }

    /**
     * There is no file: it was never made, or a purge of the caches took it. Not all ask again at the same moment.
     *
     * @return array
     */
    private function missing(): array {
        return self::answer(503, ['Retry-After' => (string) random_int(1, self::LONGEST_WAIT)]);
    }

    /**
     * An answer.
     *
     * @param int $status status of HTTP
     * @param array $headers further headers
     * @param string $body the body
     * @return array
     */
    private static function answer(int $status, array $headers = [], string $body = ''): array {
        return ['status' => $status, 'headers' => self::HEADERS + $headers, 'body' => $body];
    }
}
