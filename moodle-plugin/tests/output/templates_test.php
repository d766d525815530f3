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

/**
 * Every template is what core's engine and its tools for templates take.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @coversNothing
 */
final class templates_test extends \advanced_testcase {
    /** Elements of HTML that have no end. */
    private const VOID = ['br', 'hr', 'img', 'input', 'link', 'meta'];

    /**
     * The templates.
     *
     * @return array[] name and path
     */
    public static function templates(): array {
        $folder = dirname(__DIR__, 2) . '/templates';
        $templates = [];
        foreach (array_merge(glob("$folder/*.mustache"), glob("$folder/*/*.mustache")) as $file) {
            $name = substr($file, strlen("$folder/"), -strlen('.mustache'));
            $templates[$name] = [$name, $file];
        }
        return $templates;
    }

    /**
     * A template documents itself under its own name, with an example that renders to whole elements and complete texts.
     *
     * @dataProvider templates
     * @param string $name its name without the component
     * @param string $file its path
     */
    public function test_template(string $name, string $file): void {
        global $PAGE;

        $this->resetAfterTest();
        $source = file_get_contents($file);
        preg_match_all('/\{\{!([\s\S]*?)\}\}/', $source, $comments);
        $documentation = array_values(preg_grep('/@template/', $comments[1]));
        $this->assertCount(1, $documentation);
        $this->assertMatchesRegularExpression('~@template mod_leerlandschap/' . preg_quote($name, '~') . '\s~', $documentation[0]);
        $this->assertStringContainsString('Context variables required for this template:', $documentation[0]);
        $this->assertSame(1, preg_match('/Example context \(json\):([\s\S]*)$/', $documentation[0], $found));
        $example = json_decode($found[1]);
        $this->assertIsObject($example, json_last_error_msg());

        $renderer = $PAGE->get_renderer('core');
        foreach ([$example, new \stdClass()] as $context) {
            $html = $renderer->render_from_template("mod_leerlandschap/$name", $context);
            // A text that is not there stands in double brackets; Angular's names in double braces are not core's.
            $this->assertStringNotContainsString('[[', $html);
            $this->assert_whole($html);
        }
        $this->assertNotSame('', trim($renderer->render_from_template("mod_leerlandschap/$name", $example)));
        $this->assertDebuggingNotCalled();
    }

    /**
     * Asserts that every element that begins ends, in its order.
     *
     * @param string $html the HTML
     */
    private function assert_whole(string $html): void {
        $open = [];
        preg_match_all('~<(/?)([a-z][a-z0-9-]*)((?:"[^"]*"|[^">])*)>~', $html, $tags, PREG_SET_ORDER);
        foreach ($tags as [$tag, $end, $element, $attributes]) {
            if ($end !== '') {
                $this->assertSame(array_pop($open), $element, $html);
            } else if (!in_array($element, self::VOID, true)) {
                $open[] = $element;
            }
            preg_match_all('~\s([^\s="]+)(?:="[^"]*")?~', $attributes, $names);
            $this->assertSame(array_unique($names[1]), $names[1], $tag);
        }
        $this->assertSame([], $open, $html);
        $this->assertSame(substr_count($html, '<'), count($tags), $html);
    }
}
