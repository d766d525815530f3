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
 * The files of the build: which there are, and how a request for one is answered.
 *
 * Nothing here needs a database, a session or Moodle's autoloader, because
 * asset.php runs without them.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class assets {
    /** A year, in seconds: the longest that caches are meant to keep anything. */
    private const LIFETIME = 31536000;

    /** After how many seconds to ask again for a file that is being replaced. */
    private const PATIENCE = 5;

    /** Content coding => ending of the file the build compressed with it; the better one first. */
    private const CODINGS = ['br' => '.br', 'gzip' => '.gz'];

    /** @var string folder of the build */
    private string $folder;

    /** @var string content hash of the build, empty where there is no build */
    private string $hash = '';

    /** @var array[] by file name: what the manifest says of it */
    private array $files = [];

    /**
     * Reads the build's manifest.
     *
     * @param string|null $folder folder of the build; null for the plugin's own
     */
    public function __construct(?string $folder = null) {
        $this->folder = $folder ?? dirname(__DIR__, 2) . '/build';
        $file = $this->folder . '/manifest.json';
        $manifest = is_readable($file) ? json_decode((string) file_get_contents($file), true) : null;
        if (is_string($manifest['hash'] ?? null) && is_array($manifest['files'] ?? null)) {
            $this->hash = $manifest['hash'];
            $this->files = $manifest['files'];
        }
    }

    /**
     * The content hash of the build.
     *
     * @return string empty where the plugin has not been built
     */
    public function hash(): string {
        return $this->hash;
    }

    /**
     * Whether the build holds a file.
     *
     * @param string $name file name
     * @return bool
     */
    public function has(string $name): bool {
        return isset($this->files[$name]);
    }

    /**
     * The address of a file: it changes with the build, so that a browser may keep the file for good.
     *
     * @param string $name file name
     * @return \moodle_url
     */
    public function url(string $name): \moodle_url {
        $url = new \moodle_url('/mod/leerlandschap/asset.php');
        $url->set_slashargument('/' . $this->hash . '/' . $name);
        return $url;
    }

    /**
     * Decides how a request is answered.
     *
     * The hash of another build is not found: the glue and the WebAssembly of two
     * builds do not fit, so a page from before an upgrade has to be loaded again,
     * and what a cache keeps under a hash is always that build's.
     *
     * @param string $method method of the request
     * @param string $path "/hash/name"
     * @param string $acceptencoding header Accept-Encoding, or ''
     * @param string $ifnonematch header If-None-Match, or ''
     * @return array{status: int, headers: string[], file: ?string} headers by name; file is the one to send, null for none
     */
    public function respond(string $method, string $path, string $acceptencoding = '', string $ifnonematch = ''): array {
        if ($method !== 'GET' && $method !== 'HEAD') {
            return self::refusal(405, ['Allow' => 'GET, HEAD']);
        }
        // Only names of the manifest are ever joined to the folder, so a path cannot lead out of it.
        $parts = explode('/', $path);
        if (count($parts) !== 3 || $parts[0] !== '' || $this->hash === '' || $parts[1] !== $this->hash) {
            return self::refusal(404);
        }
        $name = $parts[2];
        $file = $this->folder . '/' . $name;
        if (!$this->has($name) || !is_file($file)) {
            return self::refusal(404);
        }
        $coding = $this->coding($name, $acceptencoding);
        $ending = self::CODINGS[$coding] ?? '';
        if (!$this->is_whole($name, $ending)) {
            return self::refusal(503, ['Retry-After' => (string) self::PATIENCE]);
        }
        $file .= $ending;
        // Each coding is a representation of its own, so each has its own tag.
        $tag = '"' . $this->hash . ($coding === '' ? '' : '-' . $coding) . '"';
        $headers = [
            'Cache-Control' => 'public, max-age=' . self::LIFETIME . ', immutable',
            'ETag' => $tag,
            'Vary' => 'Accept-Encoding',
        ];
        if (self::matches($ifnonematch, $tag)) {
            return ['status' => 304, 'headers' => $headers, 'file' => null];
        }
        $headers += [
            'Content-Type' => $this->files[$name]['type'] ?? 'application/octet-stream',
            'Content-Length' => (string) filesize($file),
            'X-Content-Type-Options' => 'nosniff',
            'Accept-Ranges' => 'none',
        ];
        if ($coding !== '') {
            $headers['Content-Encoding'] = $coding;
        }
        return ['status' => 200, 'headers' => $headers, 'file' => $method === 'HEAD' ? null : $file];
    }

    /**
     * The content coding that the client likes best among those the build made.
     *
     * @param string $name file name
     * @param string $header header Accept-Encoding
     * @return string a key of CODINGS, or '' for the file as it is
     */
    private function coding(string $name, string $header): string {
        $weights = self::weights($header);
        $best = '';
        // What the client likes less than the plain file is not sent compressed.
        $bestweight = $weights['identity'] ?? 0.0;
        foreach (self::CODINGS as $coding => $ending) {
            $weight = $weights[$coding] ?? $weights['*'] ?? 0.0;
            $better = $best === '' ? $weight >= $bestweight : $weight > $bestweight;
            if ($weight > 0 && $better && $this->is_whole($name, $ending)) {
                $best = $coding;
                $bestweight = $weight;
            }
        }
        return $best;
    }

    /**
     * Whether a file is there as the manifest has it.
     *
     * While an upgrade is being unpacked over the old folder, files of two builds lie side by side. Under the hash
     * of the one, caches would keep what is the other's for a year.
     *
     * @param string $name file name
     * @param string $ending what its coding adds to the name, '' for the file as it is
     * @return bool
     */
    private function is_whole(string $name, string $ending): bool {
        $file = $this->folder . '/' . $name . $ending;
        $sizes = $this->files[$name]['sizes'] ?? null;
        return is_file($file) && ($sizes === null || filesize($file) === ($sizes[$ending] ?? null));
    }

    /**
     * Reads Accept-Encoding (RFC 9110, 12.5.3).
     *
     * @param string $header the header
     * @return float[] weight, 0 to 1, by coding in lower case
     */
    private static function weights(string $header): array {
        $weights = [];
        foreach (explode(',', strtolower($header)) as $part) {
            $parameters = array_map('trim', explode(';', $part));
            $coding = array_shift($parameters);
            $weight = 1.0;
            foreach ($parameters as $parameter) {
                if (preg_match('/^q\s*=\s*([01](?:\.\d{0,3})?)$/', $parameter, $found)) {
                    $weight = min(1.0, (float) $found[1]);
                }
            }
            if ($coding !== '') {
                $weights[$coding === 'x-gzip' ? 'gzip' : $coding] = $weight;
            }
        }
        return $weights;
    }

    /**
     * Whether the client has this representation (RFC 9110, 13.1.2, weak comparison).
     *
     * @param string $header header If-None-Match
     * @param string $tag entity tag with its quotes
     * @return bool
     */
    private static function matches(string $header, string $tag): bool {
        foreach (explode(',', $header) as $candidate) {
            $candidate = trim($candidate);
            if ($candidate === '*' || preg_replace('#^W/#', '', $candidate) === $tag) {
                return true;
            }
        }
        return false;
    }

    /**
     * An answer without a file, which nobody may keep.
     *
     * @param int $status HTTP status
     * @param string[] $headers more headers
     * @return array{status: int, headers: string[], file: null}
     */
    private static function refusal(int $status, array $headers = []): array {
        $headers += ['Cache-Control' => 'no-store', 'Content-Length' => '0', 'X-Content-Type-Options' => 'nosniff'];
        return ['status' => $status, 'headers' => $headers, 'file' => null];
    }
}
