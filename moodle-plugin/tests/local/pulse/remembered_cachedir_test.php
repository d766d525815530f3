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
 * What is remembered of Moodle's cache directory.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \mod_leerlandschap\local\pulse\remembered_cachedir
 */
final class remembered_cachedir_test extends \basic_testcase {
    /** What the web server says of a request. */
    private const SERVER = [
        'HTTP_HOST' => 'moodle.example',
        'SERVER_NAME' => 'moodle.example',
        'SERVER_PORT' => '443',
        'SCRIPT_NAME' => '/mod/leerlandschap/pulse.php',
    ];

    /** @var string a folder of code that no other test has */
    private string $code;

    protected function setUp(): void {
        parent::setUp();
        $this->code = '/code/' . random_string();
    }

    /**
     * What is remembered for a request.
     *
     * @param array $server what is different in it
     * @return remembered_cachedir
     */
    private function remembered(array $server = []): remembered_cachedir {
        return new remembered_cachedir($this->code, $server + self::SERVER);
    }

    /**
     * It is there for the next request, where the server has a memory for that, and nowhere else.
     */
    public function test_remembered(): void {
        $this->assertNull($this->remembered()->get());
        $this->remembered()->set('/data/cache');
        $expected = function_exists('apcu_enabled') && apcu_enabled() ? '/data/cache' : null;
        $this->assertSame($expected, $this->remembered()->get());
        $this->assertNull((new remembered_cachedir('/other', self::SERVER))->get());
        $this->remembered()->set('/moved/cache');
        $this->assertSame($expected === null ? null : '/moved/cache', $this->remembered()->get());
    }

    /**
     * config.php may tell sites with the same code apart by the address: none gets what belongs to another.
     */
    public function test_other_site(): void {
        $this->remembered()->set('/data/cache');
        foreach (array_keys(self::SERVER) as $name) {
            $this->assertNull($this->remembered([$name => 'other'])->get(), $name);
        }
        // Invented addresses fill no memory: there is one place for all of them.
        $this->remembered(['HTTP_HOST' => 'invented'])->set('/data/cache');
        $this->assertNull($this->remembered()->get());
    }

    /**
     * Whatever else lies there is none.
     */
    public function test_strange(): void {
        if (!function_exists('apcu_enabled') || !apcu_enabled()) {
            $this->markTestSkipped('APCu remembers nothing here');
        }
        $this->remembered()->set('/data/cache');
        foreach (new \APCUIterator('#' . preg_quote($this->code, '#') . '#') as ['key' => $key, 'value' => $value]) {
            $half = [['path' => 1] + $value, ['site' => null] + $value, ['path' => '/data/cache']];
            foreach (['/data/cache', 1, [], ...$half] as $strange) {
                apcu_store($key, $strange);
                $this->assertNull($this->remembered()->get());
            }
        }
        $this->assertSame(1, iterator_count(new \APCUIterator('#' . preg_quote($this->code, '#') . '#')));
    }
}
