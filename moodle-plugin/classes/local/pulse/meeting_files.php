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
 * The files of a meeting that pulse.php reads: written beside their places, put into them whole, marked, deleted.
 *
 * What stands in them, and when they are to be made, is decided elsewhere.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class meeting_files {
    /** After how many seconds it does not count any more what somebody wanted to publish: it was rolled back. */
    private const GIVEN_UP = 10;

    /** @var array[] path and handle of the files that are being written, by audience */
    private array $drafts = [];

    /**
     * The files of a meeting, whether they are there or not.
     *
     * @param int $meeting id of the meeting
     */
    public function __construct(
        /** @var int id of the meeting */
        private readonly int $meeting,
    ) {
    }

    /**
     * Deletes the files of all meetings.
     */
    public static function delete_all(): void {
        self::unlink(self::of_all());
    }

    /**
     * Deletes the files of all meetings that have not changed for a while, also those that were cut short.
     *
     * @param int $seconds for how long
     */
    public static function delete_unchanged_for(int $seconds): void {
        clearstatcache();
        $before = time() - $seconds;
        self::unlink(array_filter(self::of_all(), fn(string $file): bool => @filemtime($file) < $before));
    }

    /**
     * Deletes the files of this meeting.
     */
    public function delete(): void {
        self::unlink([...array_map([$this, 'path'], room_file::AUDIENCES), $this->wanted(), $this->answered()]);
    }

    /**
     * Whether there is anything that pulse.php could serve.
     *
     * @return bool
     */
    public function exist(): bool {
        clearstatcache();
        return (bool) array_filter(array_map([$this, 'path'], room_file::AUDIENCES), 'is_file');
    }

    /**
     * Opens the room of an audience.
     *
     * @param string $audience one of room_file::AUDIENCES
     * @return room_file|null null where there is none, or none that is whole
     */
    public function open(string $audience): ?room_file {
        return room_file::open($this->path($audience));
    }

    /**
     * Opens a file to write into for each audience, beside its place.
     *
     * @return int|null when they were made, seconds since 1970 by the file system's clock; null where they cannot be made
     */
    public function begin(): ?int {
        global $CFG;

        // Another request may be making it; whether it is there the files tell.
        @check_dir_exists(room_file::folder($CFG->cachedir));
        foreach (room_file::AUDIENCES as $audience) {
            $path = $this->path($audience) . '.' . bin2hex(random_bytes(8)) . '.new';
            $handle = @fopen($path, 'x');
            if (!$handle) {
                $this->discard();
                return null;
            }
            $this->drafts[$audience] = ['path' => $path, 'handle' => $handle];
        }
        return fstat(reset($this->drafts)['handle'])['mtime'];
    }

    /**
     * Puts the room of an audience into its place, whole, or not at all. Once after each begin().
     *
     * @param string $audience one of room_file::AUDIENCES
     * @param string $content what the file shall hold
     * @return bool whether it is there
     */
    public function put(string $audience, string $content): bool {
        global $CFG;

        ['path' => $new, 'handle' => $handle] = $this->drafts[$audience];
        $written = fwrite($handle, $content) === strlen($content) && fclose($handle);
        @chmod($new, $CFG->filepermissions);
        return $written && @rename($new, $this->path($audience));
    }

    /**
     * Deletes what was begun and not put into its place.
     */
    public function discard(): void {
        // Those that are in their places are not found under these names.
        self::unlink(array_column($this->drafts, 'path'));
        $this->drafts = [];
    }

    /**
     * Marks which revision somebody is about to publish.
     *
     * @param int $revision the revision
     * @return bool whether it could be written down
     */
    public function mark_wanted(int $revision): bool {
        return (bool) @file_put_contents($this->wanted(), $revision);
    }

    /**
     * Marks that somebody answered and left it to others to publish that.
     */
    public function mark_answered(): void {
        @touch($this->answered());
    }

    /**
     * Forgets which revision was wanted, once it is published, or is not going to come: its request has rolled it back.
     *
     * @param int $revision what is published
     */
    public function settle(int $revision): void {
        $file = $this->wanted();
        clearstatcache(true, $file);
        $time = is_file($file) ? (int) @filemtime($file) : 0;
        // Taken away before it is read: what another request wants meanwhile is a file of its own.
        $taken = $file . '.' . bin2hex(random_bytes(8));
        if (!$time || !@rename($file, $taken)) {
            return;
        }
        $comes = (int) @file_get_contents($taken) > $revision && abs(time() - $time) <= self::GIVEN_UP;
        clearstatcache(true, $file);
        if (!$comes || is_file($file) || !@rename($taken, $file)) {
            @unlink($taken);
        }
    }

    /**
     * The file of an audience's room.
     *
     * @param string $audience one of room_file::AUDIENCES
     * @return string path
     */
    private function path(string $audience): string {
        global $CFG;

        return room_file::path($CFG->cachedir, $this->meeting, $audience);
    }

    /**
     * The file that holds the revision which somebody is about to publish.
     *
     * @return string path
     */
    private function wanted(): string {
        global $CFG;

        return room_file::wanted($CFG->cachedir, $this->meeting);
    }

    /**
     * The file whose time tells when somebody answered last and left it to others to publish that.
     *
     * @return string path
     */
    private function answered(): string {
        global $CFG;

        return room_file::answered($CFG->cachedir, $this->meeting);
    }

    /**
     * The files of all meetings.
     *
     * @return string[] paths
     */
    private static function of_all(): array {
        global $CFG;

        return glob(room_file::folder($CFG->cachedir) . '/*') ?: [];
    }

    /**
     * Deletes files that may be gone already.
     *
     * @param string[] $files paths
     */
    private static function unlink(array $files): void {
        foreach ($files as $file) {
            @unlink($file);
        }
    }
}
