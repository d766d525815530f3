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

namespace mod_leerlandschap\courseformat;

defined('MOODLE_INTERNAL') || die();

require_once(__DIR__ . '/../meeting_testcase.php');

use core_courseformat\local\overview\overviewfactory;
use mod_leerlandschap\meeting_testcase;
use stdClass;

/**
 * The activity on the overview page of a course.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \mod_leerlandschap\courseformat\overview
 */
final class overview_test extends meeting_testcase {
    /**
     * Moodle 4.5 has no such page.
     */
    protected function setUp(): void {
        parent::setUp();
        if (!class_exists(overviewfactory::class)) {
            $this->markTestSkipped('Overview pages came with Moodle 5.0.');
        }
    }

    /**
     * The items that a user sees.
     *
     * @param stdClass $user the user
     * @return array values by name
     */
    private function items(stdClass $user): array {
        $this->setUser($user);
        \core\di::reset_container();
        $overview = overviewfactory::create(get_fast_modinfo($this->course)->get_cm($this->cm->id));
        $this->assertInstanceOf(overview::class, $overview);
        return array_map(fn($item) => $item->get_value(), $overview->get_extra_overview_items());
    }

    /**
     * Learners see their own progress, trainers how the groups do; both when it closes.
     */
    public function test_items(): void {
        $closes = time() + DAYSECS;
        $this->create_activity(['timeclose' => $closes]);
        $this->start('stellingen');
        $this->assertSame(['status' => 'open', 'steps' => 0, 'ownactions' => 0], $this->items($this->learners[0]));
        $overview = overviewfactory::create(get_fast_modinfo($this->course)->get_cm($this->cm->id));
        $this->assertSame($closes, $overview->get_due_date_overview()->get_value());
        $this->assertNull($overview->get_actions_overview());
        $this->assertSame(['joined' => 3, 'openmeetings' => 1, 'openactions' => 0], $this->items($this->trainer));
        $overview = overviewfactory::create(get_fast_modinfo($this->course)->get_cm($this->cm->id));
        $url = $overview->get_actions_overview()->get_content()->url;
        $this->assertSame("/mod/leerlandschap/view.php?id={$this->cm->id}", $url->out_as_local_url(false));
    }

    /**
     * Core's page shows it.
     */
    public function test_page(): void {
        global $PAGE;

        $this->create_activity();
        $this->start('stellingen');
        $PAGE->set_url('/course/overview.php', ['id' => $this->course->id]);
        $PAGE->set_course($this->course);
        $this->setUser($this->learners[0]);
        $table = new \core_courseformat\output\local\overview\overviewtable($this->course, 'leerlandschap');
        $html = $PAGE->get_renderer('core')->render($table);
        $this->assertStringContainsString('Meeting 1 is under way', $html);
        $this->assertStringContainsString('0 of 3', $html);
    }
}
