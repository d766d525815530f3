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

namespace mod_leerlandschap\local;

/**
 * The secret of a meeting: a file of random bytes that is never in the database.
 *
 * With it the answers of a hidden meeting can be told apart by voter; once it is unlinked they cannot.
 * The meeting keeps the name of the file only. Sites may share the folder of secrets, so each has its own in it.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class secret {
    /** Length of a secret, in bytes. */
    private const LENGTH = 32;

    /** How often a secret is read that is not whole yet. */
    private const READS = 10;

    /** How long to wait in between, in microseconds. */
    private const PAUSE = 20_000;

    /**
     * A name for the secret of a new meeting.
     *
     * @return string
     */
    public static function new_name(): string {
        return bin2hex(random_bytes(16));
    }

    /**
     * Reads a secret, made at the first need.
     *
     * @param string $name its name
     * @param callable|null $link gives a file a second name, and fails where that is taken or the file system cannot;
     *     null for PHP's own
     * @return string its bytes
     * @throws refusal unavailable, if it cannot be kept
     */
    public static function made(string $name, ?callable $link = null): string {
        $bytes = self::read($name);
        if ($bytes !== null) {
            return $bytes;
        }
        $link ??= link(...);
        $folder = self::folder();
        check_dir_exists($folder);
        // Linking fails if another request was first, so that everybody reads the same bytes, and all of them.
        $temporary = $folder . '/' . self::new_name() . '.new';
        if (self::write($temporary, random_bytes(self::LENGTH)) && !@$link($temporary, self::file($name))) {
            // Not every file system has hard links. Creating fails if another request was first, too.
            self::write(self::file($name), random_bytes(self::LENGTH));
        }
        @unlink($temporary);
        return self::read_whole($name) ?? throw new refusal('unavailable');
    }

    /**
     * Reads a secret that another request may be writing at this moment.
     *
     * @param string $name its name
     * @return string|null its bytes; null if there is none, or it does not get whole
     */
    private static function read_whole(string $name): ?string {
        for ($attempt = 0; $attempt < self::READS; $attempt++) {
            $bytes = self::read($name);
            if ($bytes !== null || !is_file(self::file($name))) {
                return $bytes;
            }
            usleep(self::PAUSE);
        }
        return null;
    }

    /**
     * Reads a secret.
     *
     * @param string $name its name
     * @return string|null its bytes; null if there is none
     */
    public static function read(string $name): ?string {
        $file = self::file($name);
        clearstatcache(true, $file);
        $bytes = is_file($file) ? file_get_contents($file) : false;
        return is_string($bytes) && strlen($bytes) === self::LENGTH ? $bytes : null;
    }

    /**
     * Destroys a secret for good.
     *
     * @param string $name its name
     */
    public static function destroy(string $name): void {
        $file = self::file($name);
        if (is_file($file) && !@unlink($file)) {
            debugging('The secret of a closed meeting could not be deleted.', DEBUG_NORMAL);
        }
        self::sweep();
    }

    /**
     * Destroys the secrets that no meeting of this site names any more.
     *
     * A request that broke off between closing its meeting and destroying the secret leaves one behind.
     */
    public static function sweep(): void {
        global $DB;

        clearstatcache();
        $old = array_filter(
            glob(self::folder() . '/*') ?: [],
            // Another request may be making a younger one.
            fn(string $file): bool => is_file($file) && @filemtime($file) < time() - HOURSECS
        );
        $needed = $old ? $DB->get_fieldset_select('leerlandschap_meeting', 'secretref', 'secretref IS NOT NULL') : [];
        $files = array_combine(array_map('basename', $old), $old);
        foreach (array_diff_key($files, array_flip($needed)) as $file) {
            // Another request may be sweeping too.
            @unlink($file);
        }
    }

    /**
     * The file of a secret.
     *
     * @param string $name its name
     * @return string path
     */
    public static function file(string $name): string {
        return self::folder() . '/' . $name;
    }

    /**
     * Where the secrets of this site are kept: beside core's own keys.
     *
     * @return string path
     */
    private static function folder(): string {
        global $CFG;

        $site = substr(hash('sha256', get_site_identifier() . "\n$CFG->prefix"), 0, 16);
        return ($CFG->secretdataroot ?? $CFG->dataroot . '/secret') . "/mod_leerlandschap/$site";
    }

    /**
     * Writes a new file that only the server reads.
     *
     * @param string $file path
     * @param string $bytes what it holds
     * @return bool whether it is on the disk; if not, nothing of it is
     */
    private static function write(string $file, string $bytes): bool {
        $mask = umask(0177);
        $handle = @fopen($file, 'x');
        umask($mask);
        if (!$handle) {
            return false;
        }
        // Answers must not outlive the secret that tells their voters apart.
        $written = fwrite($handle, $bytes) === strlen($bytes) && fsync($handle);
        if (fclose($handle) && $written) {
            return true;
        }
        // Cut short it would stand in the way of a whole one.
        @unlink($file);
        return false;
    }
}
