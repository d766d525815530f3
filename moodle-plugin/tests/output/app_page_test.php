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

use mod_leerlandschap\local\exercise_store;

/**
 * Tests for what the pages with the app have in common.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \mod_leerlandschap\output\app_page
 */
final class app_page_test extends \advanced_testcase {
    /**
     * A page tells course, activity and what of it it is, and has the files that the build holds.
     */
    public function test_set_up(): void {
        global $PAGE;

        $this->resetAfterTest();
        $course = $this->getDataGenerator()->create_course(['shortname' => 'C1', 'fullname' => 'Course']);
        $instance = $this->getDataGenerator()->create_module('leerlandschap', ['course' => $course->id, 'name' => 'Ours']);
        foreach (['Big screen' => 'C1: Ours: Big screen', '' => 'C1: Ours'] as $title => $expected) {
            $PAGE = new \moodle_page();
            $PAGE->set_cm(get_fast_modinfo($course)->get_cm($instance->cmid));
            $url = new \moodle_url('/mod/leerlandschap/view.php', ['id' => $instance->cmid]);
            app_page::set_up($url, $course, $instance, ['exercise.css', 'no-such.css'], $title ?: null);
            $this->assertSame($expected, preg_replace('/ \\|.*$/', '', $PAGE->title));
            $this->assertSame('Course', $PAGE->heading);
            $head = $PAGE->requires->get_head_code($PAGE, $PAGE->get_renderer('core'));
            $this->assertStringContainsString('exercise.css', $head);
            $this->assertStringNotContainsString('no-such', $head);
        }
    }

    /**
     * Only an administrator reads why an exercise is not there.
     */
    public function test_unavailable(): void {
        $this->resetAfterTest();
        $folder = make_request_directory();
        file_put_contents("$folder/half.json", '{');
        \core\di::set(exercise_store::class, new exercise_store($folder));
        $instance = (object) ['format' => 'half'];
        $this->setAdminUser();
        $html = app_page::unavailable($instance);
        $this->assertStringContainsString('is not available on this site', $html);
        $this->assertStringContainsString('<code>bad_json</code>', $html);
        $this->setUser($this->getDataGenerator()->create_user());
        $html = app_page::unavailable($instance);
        $this->assertStringContainsString('is not available on this site', $html);
        $this->assertStringNotContainsString('bad_json', $html);
    }
}
