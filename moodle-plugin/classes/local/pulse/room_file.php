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
 * The file in which a room lies for pulse.php, for one meeting and one audience.
 *
 * Three lines of JSON: what pulse.php has to know, the members of a reply that change with every answer, and the room.
 * It is read by a script that has not booted Moodle, so nothing here may need it.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class room_file {
    /** Those who get to see a room, by the names that files and tokens have. */
    public const AUDIENCES = ['participant', 'facilitator'];

    /** After how many seconds it counts as forgotten that something was to be published. */
    public const PATIENCE = 2;

    /** The folder in Moodle's cache directory. */
    private const FOLDER = 'mod_leerlandschap/pulse';

    /** What the first line holds, with the type of each. */
    private const HEAD = [
        'key' => 'string',
        'revision' => 'integer',
        'own' => 'integer',
        'edition' => 'string',
        'stamp' => 'string',
        'read' => 'integer',
        'at' => 'integer',
    ];

    /**
     * A file that was opened.
     *
     * @param string $path its path
     * @param mixed $handle resource, behind the first line
     * @param array $head the first line
     */
    private function __construct(
        /** @var string its path */
        private readonly string $path,
        /** @var mixed resource, behind the first line */
        private readonly mixed $handle,
        /** @var array the first line */
        private readonly array $head,
    ) {
    }

    /**
     * The folder of all these files.
     *
     * @param string $cachedir Moodle's cache directory, which all web nodes share
     * @return string path
     */
    public static function folder(string $cachedir): string {
        return "$cachedir/" . self::FOLDER;
    }

    /**
     * The file of a room.
     *
     * @param string $cachedir Moodle's cache directory
     * @param int $meeting id of the meeting
     * @param string $audience one of AUDIENCES
     * @return string path
     */
    public static function path(string $cachedir, int $meeting, string $audience): string {
        return self::folder($cachedir) . "/$meeting.$audience";
    }

    /**
     * The file that holds the revision which somebody is about to publish.
     *
     * @param string $cachedir Moodle's cache directory
     * @param int $meeting id of the meeting
     * @return string path
     */
    public static function wanted(string $cachedir, int $meeting): string {
        return self::folder($cachedir) . "/$meeting.wanted";
    }

    /**
     * The file whose time tells when somebody answered and left it to others to publish that.
     *
     * @param string $cachedir Moodle's cache directory
     * @param int $meeting id of the meeting
     * @return string path
     */
    public static function answered(string $cachedir, int $meeting): string {
        return self::folder($cachedir) . "/$meeting.answered";
    }

    /**
     * Opens a file and reads its first line.
     *
     * @param string $path its path
     * @return self|null null where there is none, or none that is whole
     */
    public static function open(string $path): ?self {
        // Another request may delete it at any moment.
        $handle = @fopen($path, 'r');
        $line = $handle ? fgets($handle) : false;
        $head = is_string($line) ? json_decode($line, true) : null;
        foreach (self::HEAD as $name => $type) {
            if (!is_array($head) || gettype($head[$name] ?? null) !== $type) {
                return null;
            }
        }
        return new self($path, $handle, $head);
    }

    /**
     * What a file holds.
     *
     * @param array $head key, revision, own, edition, read and at
     * @param array $counts how many have answered
     * @param string $room the room as JSON
     * @return string
     */
    public static function content(array $head, array $counts, string $room): string {
        $flags = JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR;
        $encode = fn(array $data): string => json_encode($data, $flags);
        $short = [
            'revision' => $head['revision'],
            'edition' => $head['edition'],
            'own' => $head['own'],
            'counts' => $counts,
        ];
        // What a client has to have to have all of it.
        $stamp = hash('crc32b', $encode($short));
        // Without its braces, so that members can be put before and behind it.
        $members = substr($encode($short + ['stamp' => $stamp]), 1, -1);
        return $encode(['stamp' => $stamp] + $head) . "\n$members\n$room\n";
    }

    /**
     * What tells the state of the meeting from every other.
     *
     * @return array key, revision, own and edition
     */
    public function state(): array {
        return array_intersect_key($this->head, ['key' => 1, 'revision' => 1, 'own' => 1, 'edition' => 1]);
    }

    /**
     * The key of the meeting, with which tokens are checked.
     *
     * @return string
     */
    public function key(): string {
        return $this->head['key'];
    }

    /**
     * The revision of the room.
     *
     * @return int
     */
    public function revision(): int {
        return $this->head['revision'];
    }

    /**
     * How often something changed that is everybody's own, and that no room tells.
     *
     * @return int
     */
    public function own(): int {
        return $this->head['own'];
    }

    /**
     * The edition of the exercise.
     *
     * @return string
     */
    public function edition(): string {
        return $this->head['edition'];
    }

    /**
     * Tells what else the file says from what it said before.
     *
     * @return string
     */
    public function stamp(): string {
        return $this->head['stamp'];
    }

    /**
     * When it was published, by the clock of the node that did.
     *
     * @return int milliseconds since 1970
     */
    public function at(): int {
        return $this->head['at'];
    }

    /**
     * The members of a reply that change with every answer, and the room.
     *
     * @return string[] both JSON, the first without braces; empty where the file is not whole
     */
    public function body(): array {
        $lines = explode("\n", (string) stream_get_contents($this->handle));
        return count($lines) === 3 && $lines[2] === '' ? array_slice($lines, 0, 2) : [];
    }

    /**
     * Whether something was to be published and was not, for some seconds.
     *
     * @param int $now seconds since 1970
     * @return bool
     */
    public function is_due(int $now): bool {
        $stem = preg_replace('/\.[a-z]+$/', '', $this->path);
        $answered = self::changed("$stem.answered");
        // Times of the file system alone are compared: the nodes' clocks may differ.
        if ($answered !== null && $answered >= $this->head['read'] && self::is_old($answered, $now)) {
            return true;
        }
        $wanted = self::changed("$stem.wanted");
        return $wanted !== null && self::is_old($wanted, $now)
            && (int) @file_get_contents("$stem.wanted") > $this->head['revision'];
    }

    /**
     * When a file was changed.
     *
     * @param string $file path
     * @return int|null seconds since 1970; null where there is none
     */
    private static function changed(string $file): ?int {
        clearstatcache(true, $file);
        return is_file($file) ? (@filemtime($file) ?: null) : null;
    }

    /**
     * Whether a time is some seconds ago, or so far ahead that a clock must be wrong.
     *
     * @param int $time seconds since 1970
     * @param int $now seconds since 1970
     * @return bool
     */
    private static function is_old(int $time, int $now): bool {
        return abs($now - $time) >= self::PATIENCE;
    }
}
