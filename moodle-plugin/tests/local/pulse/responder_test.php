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
 * What pulse.php answers, from files alone.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \mod_leerlandschap\local\pulse\responder
 * @covers     \mod_leerlandschap\local\pulse\room_file
 */
final class responder_test extends \advanced_testcase {
    /** A time. */
    private const NOW = 1763750000;

    /** A key. */
    private const KEY = '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff';

    /** A room, as far as anybody looks at it here. */
    private const ROOM = '{"meeting":"17","revision":12,"people":[{"id":"4","name":"Zoë \u0000"}]}';

    /** @var string stands for Moodle's cache directory */
    private string $cachedir;

    /**
     * Publishes a room.
     */
    protected function setUp(): void {
        parent::setUp();
        $this->cachedir = make_request_directory();
        mkdir(room_file::folder($this->cachedir), 0777, true);
        $this->publish();
    }

    /**
     * Publishes a room for participants of meeting 17.
     *
     * @param int $answered how many have answered
     * @param array $head what is other than usual
     */
    private function publish(int $answered = 2, array $head = []): void {
        $head += [
            'key' => self::KEY, 'revision' => 12, 'own' => 1, 'edition' => 'leerlandschap.0.', 'read' => self::NOW, 'at' => 0,
        ];
        $counts = [['step' => 'stellingen', 'round' => 1, 'answered' => $answered, 'present' => 3]];
        file_put_contents($this->path(), room_file::content($head, $counts, self::ROOM));
    }

    /**
     * The file of the room.
     *
     * @return string path
     */
    private function path(): string {
        return room_file::path($this->cachedir, 17, 'participant');
    }

    /**
     * Asks for it.
     *
     * @param array $how method, query, token and have, where other than usual
     * @param int $now seconds since 1970
     * @return array
     */
    private function ask(array $how = [], int $now = self::NOW): array {
        $how += [
            'method' => 'GET',
            'query' => ['meeting' => '17', 'audience' => 'participant'],
            'token' => token::make(self::KEY, 17, 'participant', self::NOW + 120),
            'have' => '',
        ];
        $answer = (new responder($this->cachedir, 1000 * $now + 123))->respond(...$how);
        $this->assertSame('private, no-store', $answer['headers']['Cache-Control']);
        $this->assertSame('nosniff', $answer['headers']['X-Content-Type-Options']);
        return $answer;
    }

    /**
     * Whoever has nothing gets it all, as a reply of the web service.
     */
    public function test_room(): void {
        $answer = $this->ask();
        $this->assertSame(200, $answer['status']);
        $this->assertSame('application/json; charset=utf-8', $answer['headers']['Content-Type']);
        $reply = json_decode($answer['body'], true, 512, JSON_THROW_ON_ERROR);
        $this->assertSame(1000 * self::NOW + 123, $reply['now']);
        $this->assertSame([12, 'leerlandschap.0.', 1, null], [$reply['revision'], $reply['edition'], $reply['own'], $reply['me']]);
        $this->assertSame(2, $reply['counts'][0]['answered']);
        $this->assertSame(json_decode(self::ROOM, true), $reply['room']);
        $this->assertStringNotContainsString(self::KEY, $answer['body']);
    }

    /**
     * Whoever has it gets nothing, or only what has changed.
     */
    public function test_known(): void {
        $stamp = json_decode($this->ask()['body'])->stamp;
        $this->assertSame("\"12.$stamp\"", $this->ask()['headers']['ETag']);
        // As browsers, proxies and the app write it.
        foreach (["\"12.$stamp\"", "W/\"12.$stamp\"", "12.$stamp"] as $have) {
            $answer = $this->ask(['have' => $have]);
            $this->assertSame([304, ''], [$answer['status'], $answer['body']], $have);
        }
        // A newer one is not replaced by this.
        $this->assertSame(304, $this->ask(['have' => '"13."'])['status']);
        $this->assertSame(304, $this->ask(['have' => '"13.0"'])['status']);
        foreach (['"12."', '"12.0"', '"12"'] as $have) {
            $short = $this->ask(['have' => $have]);
            $this->assertSame(200, $short['status'], $have);
            $this->assertNull(json_decode($short['body'], true)['room'], $have);
        }

        $this->publish(3);
        $answer = $this->ask(['have' => "\"12.$stamp\""]);
        $reply = json_decode($answer['body'], true);
        $this->assertSame([200, null, 3], [$answer['status'], $reply['room'], $reply['counts'][0]['answered']]);
        $this->assertNotSame($stamp, $reply['stamp']);
        foreach (['"11.' . $reply['stamp'] . '"', '', 'x', '-12', '"1e9"', '*', str_repeat('9', 5000), "12\n", "\xff"] as $have) {
            $this->assertNotNull(json_decode($this->ask(['have' => $have])['body'], true)['room'], $have);
        }
    }

    /**
     * A room that can be neither replaced nor taken away is none.
     */
    public function test_read_only(): void {
        $folder = room_file::folder($this->cachedir);
        chmod($folder, 0555);
        if (is_writable($folder)) {
            chmod($folder, 0777);
            $this->markTestSkipped('This user may write everywhere.');
        }
        $answer = $this->ask();
        chmod($folder, 0777);
        $this->assertSame([503, ''], [$answer['status'], $answer['body']]);
        clearstatcache();
        $this->assertSame(200, $this->ask()['status']);
    }

    /**
     * Tokens that are not for this.
     */
    public function test_refused(): void {
        $tokens = [
            '',
            'x',
            token::make(strrev(self::KEY), 17, 'participant', self::NOW + 120),
            token::make(self::KEY, 16, 'participant', self::NOW + 120),
            token::make(self::KEY, 17, 'facilitator', self::NOW + 120),
            token::make(self::KEY, 17, 'participant', self::NOW),
            token::make(self::KEY, 17, 'participant', self::NOW + 120) . ' ',
        ];
        foreach ($tokens as $token) {
            $answer = $this->ask(['token' => $token]);
            $this->assertSame([403, ''], [$answer['status'], $answer['body']], $token);
            $this->assertArrayNotHasKey('ETag', $answer['headers']);
            // Nor does it tell whether somebody has the newest.
            $this->assertSame(403, $this->ask(['token' => $token, 'have' => '"99."'])['status']);
        }
        $this->assertSame(403, $this->ask([], self::NOW + 120)['status'], 'expired');
    }

    /**
     * Addresses that are none, with a good token: no path leads anywhere else.
     */
    public function test_no_such_address(): void {
        copy($this->path(), $this->cachedir . '/mod_leerlandschap/17.participant');
        $good = ['meeting' => '17', 'audience' => 'participant'];
        $wrong = [
            [],
            ['meeting' => '17'],
            ['audience' => 'participant'],
            ['meeting' => ['17']] + $good,
            ['audience' => ['participant']] + $good,
            ['audience' => 'participant/../17.participant'] + $good,
            ['audience' => '../17.participant'] + $good,
            ['audience' => "participant\0"] + $good,
            ['audience' => 'wanted'] + $good,
            ['audience' => 'PARTICIPANT'] + $good,
            ['audience' => ''] + $good,
        ];
        $ids = ['0', '-17', '017', ' 17', '17 ', "17\n", "17\0", '1e1', '0x11', '17.0', '../17', '17/../17', '..%2f17', 'x', '',
            str_repeat('1', 19), str_repeat('1', 100000)];
        foreach ([...$wrong, ...array_map(fn(string $id): array => ['meeting' => $id] + $good, $ids)] as $query) {
            $answer = $this->ask(['query' => $query]);
            $this->assertSame([404, ''], [$answer['status'], $answer['body']], substr(json_encode($query), 0, 100));
        }
        foreach (['POST', 'PUT', 'DELETE', 'HEAD', '', 'get'] as $method) {
            $answer = $this->ask(['method' => $method]);
            $this->assertSame([405, 'GET'], [$answer['status'], $answer['headers']['Allow']], $method);
        }
    }

    /**
     * Where no whole room lies, everybody is asked to come again, not all at the same moment.
     */
    public function test_missing(): void {
        $whole = file_get_contents($this->path());
        $lines = explode("\n", $whole);
        $broken = [
            null,
            '',
            "\n",
            'x',
            '[]',
            '{}',
            $lines[0],
            "$lines[0]\n",
            "$lines[0]\n$lines[1]",
            "$lines[0]\n$lines[1]\n",
            substr($whole, 0, -1),
            str_replace('"revision":12', '"revision":"12"', $whole),
            str_replace(self::KEY, '', $whole),
        ];
        foreach ($broken as $at => $content) {
            unlink($this->path());
            $content === null || file_put_contents($this->path(), $content);
            $waits = [];
            for ($i = 0; $i < 30; $i++) {
                $answer = $this->ask();
                // An empty key is nobody's key.
                $this->assertSame($at === array_key_last($broken) ? 403 : 503, $answer['status'], json_encode($content));
                $waits[] = (int) ($answer['headers']['Retry-After'] ?? 0);
            }
            if ($answer['status'] === 503) {
                $this->assertEqualsCanonicalizing([1, 2, 3], array_unique($waits));
            }
            file_put_contents($this->path(), $content ?? '');
        }
        $this->assertSame(503, $this->ask(['query' => ['meeting' => '18', 'audience' => 'participant']])['status']);
    }

    /**
     * What was to be published and was not: clients are told, after a while and not before.
     */
    public function test_due(): void {
        $isdue = fn(int $now): bool => isset($this->ask([], $now)['headers']['X-Leerlandschap-Due']);
        $this->assertFalse($isdue(self::NOW + 60));

        $wanted = room_file::wanted($this->cachedir, 17);
        foreach (['13' => true, '12' => false, '11' => false, '' => false, 'x' => false] as $revision => $expected) {
            file_put_contents($wanted, (string) $revision);
            touch($wanted, self::NOW);
            $this->assertFalse($isdue(self::NOW + 1), 'somebody may be at it');
            $this->assertSame($expected, $isdue(self::NOW + 2), "revision $revision");
            // By a clock that is behind nothing would ever be old.
            $this->assertSame($expected, $isdue(self::NOW - 600), "revision $revision");
        }
        unlink($wanted);

        $answered = room_file::answered($this->cachedir, 17);
        foreach ([-1 => false, 0 => true, 1 => true] as $later => $expected) {
            touch($answered, self::NOW + $later);
            $this->assertSame($expected, $isdue(self::NOW + 5), "$later s after the room was read");
            $this->assertFalse($isdue(self::NOW + $later + 1));
        }
        // Also where nothing else is new.
        $stamp = json_decode($this->ask()['body'])->stamp;
        $answer = $this->ask(['have' => "\"12.$stamp\""], self::NOW + 5);
        $this->assertSame([304, '1'], [$answer['status'], $answer['headers']['X-Leerlandschap-Due']]);
        $this->publish(3, ['read' => self::NOW + 2]);
        $this->assertFalse($isdue(self::NOW + 9));
    }

    /**
     * It only reads.
     */
    public function test_nothing_is_written(): void {
        $before = glob(room_file::folder($this->cachedir) . '/*');
        $this->ask();
        $this->ask(['token' => '']);
        $this->ask(['query' => ['meeting' => '99', 'audience' => 'participant']]);
        $this->assertSame($before, glob(room_file::folder($this->cachedir) . '/*'));
    }
}
