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
 * Where Moodle's cache directory is, remembered for some seconds by this server alone.
 *
 * Only config.php tells it, and with what that file loads it takes as long to read as all else that a poll takes. Where APCu
 * is not there nothing is remembered, and pulse.php reads config.php each time.
 *
 * What is remembered wrongly hurts nobody: a token is good for the file of its own meeting alone, whatever folder that is in.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class remembered_cachedir {
    /** For how many seconds: as long as it may take until a changed config.php counts. */
    public const SECONDS = 10;

    /** @var string where it is remembered: once for a folder of code, so that nobody can fill the memory */
    private readonly string $key;

    /** @var string which of the sites with this code: config.php may look at the address */
    private readonly string $site;

    /**
     * What is remembered for one site.
     *
     * @param string $code the folder of the plugin
     * @param array $server what the web server says of the request: $_SERVER
     */
    public function __construct(string $code, array $server) {
        $this->key = "mod_leerlandschap/cachedir\n$code";
        $this->site = implode("\n", [
            $server['HTTP_HOST'] ?? '',
            $server['SERVER_NAME'] ?? '',
            $server['SERVER_PORT'] ?? '',
            $server['SCRIPT_NAME'] ?? '',
        ]);
    }

    /**
     * The directory.
     *
     * @return string|null path; null where config.php has to be asked
     */
    public function get(): ?string {
        $known = function_exists('apcu_fetch') ? apcu_fetch($this->key) : null;
        return is_array($known) && ($known['site'] ?? null) === $this->site && is_string($known['path'] ?? null)
            ? $known['path'] : null;
    }

    /**
     * Remembers the directory.
     *
     * @param string $path the directory, as config.php has it
     */
    public function set(string $path): void {
        if (function_exists('apcu_store')) {
            apcu_store($this->key, ['site' => $this->site, 'path' => $path], self::SECONDS);
        }
    }
}
