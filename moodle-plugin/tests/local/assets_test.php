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
 * Tests for how the files of the build are served.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \mod_leerlandschap\local\assets
 */
final class assets_test extends \advanced_testcase {
    /** @var string hash of the build in these tests */
    private const HASH = '0123456789abcdef';

    /** @var string folder of a build */
    private string $folder;

    /**
     * Makes a build of one module in three codings, and one file beside it that is not in the manifest.
     */
    protected function setUp(): void {
        parent::setUp();
        $this->folder = make_request_directory();
        $this->put('a.wasm', 'plain content');
        $this->put('a.wasm.gz', 'gz');
        $this->put('a.wasm.br', 'b');
        $this->put('plain.css', 'p{}');
        $this->put('other.txt', 'not for the world');
        $this->put('manifest.json', json_encode(['hash' => self::HASH, 'files' => [
            'a.wasm' => ['type' => 'application/wasm', 'sizes' => ['' => 13, '.gz' => 2, '.br' => 1]],
            'plain.css' => ['type' => 'text/css; charset=utf-8', 'sizes' => ['' => 3]],
            'gone.js' => ['type' => 'text/javascript; charset=utf-8'],
        ]]));
    }

    /**
     * Writes a file of the build.
     *
     * @param string $name file name
     * @param string $content its content
     */
    private function put(string $name, string $content): void {
        file_put_contents("{$this->folder}/$name", $content);
    }

    /**
     * Asks for a file of the build.
     *
     * @param string $name file name
     * @param string $accept header Accept-Encoding
     * @param string $ifnonematch header If-None-Match
     * @param string $method method of the request
     * @return array status, headers and file
     */
    private function ask(string $name, string $accept = '', string $ifnonematch = '', string $method = 'GET'): array {
        return (new assets($this->folder))->respond($method, '/' . self::HASH . '/' . $name, $accept, $ifnonematch);
    }

    /**
     * A file under the hash of its build may be kept for good.
     */
    public function test_current_hash(): void {
        $answer = $this->ask('a.wasm');
        $this->assertSame(200, $answer['status']);
        $this->assertSame("{$this->folder}/a.wasm", $answer['file']);
        $this->assertSame([
            'Cache-Control' => 'public, max-age=31536000, immutable',
            'ETag' => '"' . self::HASH . '"',
            'Vary' => 'Accept-Encoding',
            'Content-Type' => 'application/wasm',
            'Content-Length' => '13',
            'X-Content-Type-Options' => 'nosniff',
            'Accept-Ranges' => 'none',
        ], $answer['headers']);
    }

    /**
     * What browsers and caches accept, and what they get.
     *
     * @return array[] Accept-Encoding and the content coding, '' for none
     */
    public static function codings(): array {
        return [
            'nothing said' => ['', ''],
            'a browser over https' => ['gzip, deflate, br, zstd', 'br'],
            'a browser over http' => ['gzip, deflate', 'gzip'],
            'the same in capitals' => ['GZIP', 'gzip'],
            'the old name' => ['x-gzip', 'gzip'],
            'brotli refused' => ['br;q=0, gzip', 'gzip'],
            'brotli refused with spaces and digits' => ['br ; q=0.000 , gzip;q=0.5', 'gzip'],
            'gzip liked better' => ['br;q=0.5, gzip;q=0.9', 'gzip'],
            'equal weights' => ['gzip;q=0.8, br;q=0.8', 'br'],
            'anything' => ['*', 'br'],
            'anything but brotli' => ['*, br;q=0', 'gzip'],
            'nothing but brotli' => ['*;q=0, br', 'br'],
            'all refused' => ['*;q=0', ''],
            'both refused' => ['gzip;q=0, br;q=0', ''],
            'plain liked better' => ['identity, br;q=0.5', ''],
            'unknown codings' => ['deflate, zstd', ''],
            'part of a name' => ['brx, gzipped', ''],
        ];
    }

    /**
     * The coding follows Accept-Encoding with its weights.
     *
     * @dataProvider codings
     * @param string $accept header Accept-Encoding
     * @param string $coding expected content coding
     */
    public function test_codings(string $accept, string $coding): void {
        $answer = $this->ask('a.wasm', $accept);
        $ending = ['' => '', 'br' => '.br', 'gzip' => '.gz'][$coding];
        $this->assertSame("{$this->folder}/a.wasm$ending", $answer['file']);
        $this->assertSame($coding, $answer['headers']['Content-Encoding'] ?? '');
        $this->assertSame((string) filesize($answer['file']), $answer['headers']['Content-Length']);
        $this->assertSame('application/wasm', $answer['headers']['Content-Type']);
        $this->assertSame('Accept-Encoding', $answer['headers']['Vary']);
    }

    /**
     * Without a compressed copy the file comes as it is.
     */
    public function test_no_compressed_copy(): void {
        $answer = $this->ask('plain.css', 'br, gzip');
        $this->assertSame("{$this->folder}/plain.css", $answer['file']);
        $this->assertArrayNotHasKey('Content-Encoding', $answer['headers']);
    }

    /**
     * A browser that has the representation gets no content; one that has another coding does.
     */
    public function test_not_modified(): void {
        $tag = $this->ask('a.wasm', 'br')['headers']['ETag'];
        $this->assertNotSame($this->ask('a.wasm', 'gzip')['headers']['ETag'], $tag);
        foreach ([$tag, "W/$tag", "\"x\", $tag", '*'] as $known) {
            $answer = $this->ask('a.wasm', 'br', $known);
            $this->assertSame(304, $answer['status'], $known);
            $this->assertNull($answer['file']);
            $this->assertSame(['Cache-Control', 'ETag', 'Vary'], array_keys($answer['headers']));
        }
        $this->assertSame(200, $this->ask('a.wasm', 'gzip', $tag)['status']);
        $this->assertSame(200, $this->ask('a.wasm', 'br', '"x"')['status']);
    }

    /**
     * HEAD gets the headers of GET, other methods nothing.
     */
    public function test_methods(): void {
        $answer = $this->ask('a.wasm', 'br', '', 'HEAD');
        $this->assertSame($this->ask('a.wasm', 'br')['headers'], $answer['headers']);
        $this->assertNull($answer['file']);
        $answer = $this->ask('a.wasm', '', '', 'POST');
        $this->assertSame(405, $answer['status']);
        $this->assertSame('GET, HEAD', $answer['headers']['Allow']);
    }

    /**
     * Addresses that lead to no file of the build.
     *
     * @return array[] paths
     */
    public static function wrong_paths(): array {
        $hash = self::HASH;
        return [
            'nothing' => [''],
            'no name' => ["/$hash/"],
            'no hash' => ['//a.wasm'],
            'another build' => ['/fedcba9876543210/a.wasm'],
            'another file' => ["/$hash/other.txt"],
            'the manifest' => ["/$hash/manifest.json"],
            'a compressed copy by name' => ["/$hash/a.wasm.br"],
            'a file the build lost' => ["/$hash/gone.js"],
            'up' => ["/$hash/../a.wasm"],
            'up and down' => ["/$hash/../build/a.wasm"],
            'encoded slash' => ["/$hash/..%2Fconfig.php"],
            'backslash' => ["/$hash/..\\a.wasm"],
            'null byte' => ["/$hash/a.wasm\0.css"],
            'deeper' => ["/$hash/a.wasm/x"],
            'no leading slash' => ["$hash/a.wasm"],
            'something before it' => ["/x/$hash/a.wasm"],
        ];
    }

    /**
     * Anything but the current hash and a name of the manifest is not found, and nobody keeps that answer.
     *
     * @dataProvider wrong_paths
     * @param string $path the path
     */
    public function test_wrong_paths(string $path): void {
        $answer = (new assets($this->folder))->respond('GET', $path, 'br');
        $this->assertSame(404, $answer['status']);
        $this->assertNull($answer['file']);
        $this->assertSame('no-store', $answer['headers']['Cache-Control']);
    }

    /**
     * Without a build, or with a broken manifest, everything is not found.
     *
     * @param string|null $manifest content of the manifest, null for none
     * @dataProvider broken_manifests
     */
    public function test_no_build(?string $manifest): void {
        unlink("{$this->folder}/manifest.json");
        if ($manifest !== null) {
            $this->put('manifest.json', $manifest);
        }
        $assets = new assets($this->folder);
        $this->assertSame('', $assets->hash());
        $this->assertFalse($assets->has('a.wasm'));
        $this->assertSame(404, $assets->respond('GET', '//a.wasm')['status']);
    }

    /**
     * Manifests that say nothing.
     *
     * @return array[] contents
     */
    public static function broken_manifests(): array {
        return ['none' => [null], 'empty' => [''], 'no JSON' => ['{'], 'no files' => ['{"hash": "x"}'], 'text' => ['"x"']];
    }

    /**
     * Addresses work with and without slash arguments.
     */
    public function test_url(): void {
        global $CFG;

        $this->resetAfterTest();
        $assets = new assets($this->folder);
        $CFG->slasharguments = 1;
        $base = $CFG->wwwroot . '/mod/leerlandschap/asset.php';
        $this->assertSame($base . '/' . self::HASH . '/a.wasm', $assets->url('a.wasm')->out(false));
        $CFG->slasharguments = 0;
        $expected = $base . '?file=' . rawurlencode('/' . self::HASH . '/a.wasm');
        $this->assertSame($expected, $assets->url('a.wasm')->out(false));
    }

    /**
     * A file of another build, as there is one while an upgrade is unpacked, is not served under this one's hash.
     */
    public function test_file_of_another_build(): void {
        $this->put('a.wasm.br', 'another build');
        $answer = $this->ask('a.wasm', 'br, gzip');
        $this->assertSame([200, 'gzip'], [$answer['status'], $answer['headers']['Content-Encoding']]);

        $this->put('a.wasm', 'content of another build');
        foreach (['', '"' . self::HASH . '"'] as $ifnonematch) {
            $answer = $this->ask('a.wasm', '', $ifnonematch);
            $this->assertSame([503, null, 'no-store'], [$answer['status'], $answer['file'], $answer['headers']['Cache-Control']]);
            $this->assertSame('5', $answer['headers']['Retry-After']);
        }
        // A coding that this build did not make is another's.
        $this->put('plain.css.br', 'b');
        $this->assertArrayNotHasKey('Content-Encoding', $this->ask('plain.css', 'br')['headers']);
    }
}
