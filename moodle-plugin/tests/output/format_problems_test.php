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
use mod_leerlandschap\local\format_catalogue;

/**
 * Administrators read what is wrong with a format file; nobody else does.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \mod_leerlandschap\output\format_problems
 * @covers     \mod_leerlandschap\local\format_catalogue
 */
final class format_problems_test extends \advanced_testcase {
    /**
     * Every problem is listed with its place.
     */
    public function test_list(): void {
        global $PAGE;

        $this->resetAfterTest();
        $PAGE->set_url('/mod/leerlandschap/view.php');
        $folder = make_request_directory();
        $good = file_get_contents(dirname(__DIR__, 2) . '/build/formats/leerlandschap.json');
        file_put_contents("$folder/leerlandschap.json", $good);
        $bad = ['id' => 'bad', '<b>' => 1, 'minutes' => ['min' => 5, 'max' => 1]] + json_decode($good, true);
        file_put_contents("$folder/bad.json", json_encode($bad));
        \core\di::set(exercise_store::class, new exercise_store($folder));
        $this->assertSame(['bad'], (new format_catalogue())->broken());

        $this->setUser($this->getDataGenerator()->create_user());
        $this->assertSame('', format_problems::for_administrator(['bad']));
        $this->setAdminUser();
        $this->assertSame('', trim(format_problems::for_administrator(['leerlandschap'])));
        $html = format_problems::for_administrator(['bad', 'gone']);
        $this->assertStringContainsString('<code>/minutes</code>: <code>bad_range</code>', $html);
        $this->assertStringContainsString('<code>/&lt;b&gt;</code>: <code>unknown_member</code>', $html);
        $this->assertStringContainsString('the file: <code>missing</code>', $html);
        $this->assertSame(3, substr_count($html, '<li>'));
    }
}
