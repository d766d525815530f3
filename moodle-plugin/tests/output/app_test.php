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

namespace mod_leerlandschap\output;

use mod_leerlandschap\local\assets;

/**
 * Tests for the element that the app is mounted in.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \mod_leerlandschap\output\app
 */
final class app_test extends \advanced_testcase {
    /** @var string[] a build with everything that the page needs */
    private const BUILD = ['loader.js', 'opening.js', 'opening_bg.wasm', 'exercise.js', 'exercise_bg.wasm', 'exercise.css'];

    /**
     * A build.
     *
     * @param string[] $names its files
     * @return assets
     */
    private function build(array $names = self::BUILD): assets {
        $folder = make_request_directory();
        $files = array_fill_keys($names, ['type' => 'text/plain']);
        file_put_contents("$folder/manifest.json", json_encode(['hash' => 'abc', 'files' => $files]));
        return new assets($folder);
    }

    /**
     * Renders the page's part.
     *
     * @param array $data what the app starts with
     * @param assets $assets the build
     * @return string HTML
     */
    private function render(array $data, assets $assets): string {
        global $PAGE;

        $PAGE->set_url('/mod/leerlandschap/view.php');
        $url = new \moodle_url('/course/view.php', ['id' => 3, 'a' => 4]);
        return $PAGE->get_renderer('core')->render(new app($data, $assets, $url));
    }

    /**
     * Whatever texts hold, they stay inside the data, and arrive as they are.
     */
    public function test_data(): void {
        global $CFG;

        $nasty = "</script><script>alert(1)</script><!-- & \"quotes\" 'single' {{mustache}} é 😀 \u{2028}";
        $html = $this->render(['lang' => 'en', 'reply' => ['room' => ['text' => $nasty]]], $this->build());
        $pattern = '~<script type="application/json" id="leerlandschap-data">(.*?)</script>~s';
        $this->assertSame(1, preg_match($pattern, $html, $found));
        $this->assertStringNotContainsString('<', $found[1]);
        $this->assertStringNotContainsString('&', $found[1]);
        $data = json_decode($found[1], true, 512, JSON_THROW_ON_ERROR);
        $this->assertSame($nasty, $data['reply']['room']['text']);
        $this->assertSame(['home' => $CFG->wwwroot . '/course/view.php?id=3&a=4'], $data['urls']);
        $this->assertSame('en', $data['lang']);
    }

    /**
     * The app gets its own texts and the refusals, and none of the rest.
     */
    public function test_strings(): void {
        $html = $this->render([], $this->build());
        preg_match('~id="leerlandschap-data">(.*?)</script>~s', $html, $found);
        $strings = json_decode($found[1], true)['strings'];
        $this->assertSame(get_string('error:conflict', 'mod_leerlandschap'), $strings['error:conflict']);
        foreach (array_keys($strings) as $identifier) {
            $this->assertMatchesRegularExpression('/^(app|error):/', $identifier);
        }
    }

    /**
     * The report alone knows where what makes Word files is, and only where it was built.
     */
    public function test_document(): void {
        $urls = function (array $more, string $module = 'report'): array {
            global $PAGE;

            $names = ['loader.js', "$module.js", "{$module}_bg.wasm", 'exercise.css', ...$more];
            $app = new app([], $this->build($names), new \moodle_url('/course/view.php', ['id' => 3]), $module);
            $context = $app->export_for_template($PAGE->get_renderer('core'));
            return array_keys(json_decode($context['json'], true)['urls']);
        };
        $files = ['document.js', 'document_bg.wasm'];
        $this->assertSame(['home', 'document_script', 'document_wasm'], $urls($files));
        $this->assertSame(['home'], $urls([]));
        $this->assertSame(['home'], $urls(['document.js']));
        $this->assertSame(['home'], $urls($files, 'editor'));
    }

    /**
     * The files stand on the page under the hash of the build, and no script of ours stands inside it.
     */
    public function test_files(): void {
        $html = $this->render([], $this->build());
        foreach (['loader.js', 'exercise.js', 'exercise_bg.wasm'] as $name) {
            $this->assertStringContainsString("/mod/leerlandschap/asset.php/abc/$name\"", $html);
        }
        $this->assertStringContainsString('id="leerlandschap-app" class="leerlandschap" data-state="loading"', $html);
        preg_match_all('~<script([^>]*)>(.*?)</script>~s', $html, $scripts, PREG_SET_ORDER);
        foreach ($scripts as [, $attributes, $content]) {
            $this->assertTrue(str_contains($attributes, 'application/json') || $content === '');
        }
        foreach (['nowasm', 'loadfailed', 'noscript', 'loading'] as $string) {
            $this->assertStringContainsString(s(get_string($string, 'mod_leerlandschap')), $html);
        }
    }

    /**
     * A page that starts with the first stage fetches only that at once, and names what follows.
     */
    public function test_first_stage(): void {
        global $PAGE;

        $PAGE->set_url('/mod/leerlandschap/view.php');
        $home = new \moodle_url('/course/view.php');
        $html = $PAGE->get_renderer('core')->render(new app([], $this->build(), $home, 'opening'));
        preg_match_all('~<link [^>]*href="[^"]*/([^"/]+)"~', $html, $links);
        $this->assertSame(['opening.js', 'opening_bg.wasm'], $links[1]);
        $this->assertMatchesRegularExpression('~ data-script="[^"]*/opening\.js" data-wasm="[^"]*/opening_bg\.wasm"~', $html);
        $this->assertMatchesRegularExpression('~ data-whole-script="[^"]*/exercise\.js"~', $html);
        $this->assertMatchesRegularExpression('~ data-whole-wasm="[^"]*/exercise_bg\.wasm"~', $html);
        // The whole app has nothing after it; and without it the first stage is not enough.
        $this->assertStringNotContainsString('data-whole', $this->render([], $this->build()));
        $half = $this->build(['loader.js', 'opening.js', 'opening_bg.wasm']);
        $this->assertFalse(app::is_built($half, 'opening'));
    }

    /**
     * A plugin that was not built, or only half, says so.
     */
    public function test_incomplete_build(): void {
        foreach ([$this->build(['loader.js', 'exercise.js']), new assets('/nowhere')] as $assets) {
            $html = $this->render([], $assets);
            $this->assertStringContainsString(get_string('loadfailed', 'mod_leerlandschap'), $html);
            $this->assertStringNotContainsString('<script', $html);
        }
    }
}
