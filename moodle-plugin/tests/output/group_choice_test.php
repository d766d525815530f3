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

use cm_info;
use stdClass;

/**
 * Tests for choosing a group.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \mod_leerlandschap\output\group_choice
 */
final class group_choice_test extends \advanced_testcase {
    /** @var stdClass a course */
    private stdClass $course;

    /** @var stdClass[] two groups */
    private array $groups = [];

    protected function setUp(): void {
        parent::setUp();
        $this->resetAfterTest();
        $this->course = $this->getDataGenerator()->create_course();
        foreach (['North & <b>up</b>', 'South'] as $name) {
            $this->groups[] = $this->getDataGenerator()->create_group(['courseid' => $this->course->id, 'name' => $name]);
        }
    }

    protected function tearDown(): void {
        unset($_GET['group']);
        parent::tearDown();
    }

    /**
     * Logs somebody in who is in some of the groups.
     *
     * @param string $role their role
     * @param int[] $in numbers of their groups
     */
    private function log_in(string $role, array $in): void {
        $user = $this->getDataGenerator()->create_and_enrol($this->course, $role);
        foreach ($in as $i) {
            groups_add_member($this->groups[$i], $user);
        }
        $this->setUser($user);
    }

    /**
     * An activity.
     *
     * @param int $mode group mode
     * @return cm_info its course module
     */
    private function activity(int $mode): cm_info {
        $settings = ['course' => $this->course->id, 'groupmode' => $mode];
        $instance = $this->getDataGenerator()->create_module('leerlandschap', $settings);
        return get_fast_modinfo($this->course)->get_cm($instance->cmid);
    }

    /**
     * Renders the choice.
     *
     * @param cm_info $cm the course module
     * @param int $chosen the group whose meeting is shown
     * @return string HTML
     */
    private function render(cm_info $cm, int $chosen): string {
        global $PAGE;

        $PAGE->set_url('/mod/leerlandschap/view.php');
        return trim($PAGE->get_renderer('core')->render(new group_choice($cm, $chosen)));
    }

    /**
     * Who can see one room only has nothing to choose.
     */
    public function test_nothing_to_choose(): void {
        $this->log_in('student', [0]);
        $this->assertSame('', $this->render($this->activity(NOGROUPS), 0));
        $this->assertSame('', $this->render($this->activity(SEPARATEGROUPS), (int) $this->groups[0]->id));
    }

    /**
     * Who is in several groups gets links to theirs, and is put into none of them.
     */
    public function test_several_groups(): void {
        $this->log_in('student', [0, 1]);
        $cm = $this->activity(SEPARATEGROUPS);
        $this->assertSame(0, group_choice::requested($cm));
        $html = $this->render($cm, 0);
        foreach ($this->groups as $group) {
            $this->assertStringContainsString("/mod/leerlandschap/view.php?id={$cm->id}&amp;group={$group->id}\"", $html);
        }
        $this->assertStringNotContainsString('<b>', $html);
        $this->assertStringNotContainsString('&amp;amp;', $html);
        $this->assertStringNotContainsString('<select', $html);
    }

    /**
     * After the choice there is a menu with it.
     */
    public function test_menu(): void {
        $this->log_in('student', [0, 1]);
        $cm = $this->activity(SEPARATEGROUPS);
        $_GET['group'] = $this->groups[1]->id;
        $this->assertSame((int) $this->groups[1]->id, group_choice::requested($cm));
        $html = preg_replace('/\s+/', ' ', $this->render($cm, (int) $this->groups[1]->id));
        $this->assertMatchesRegularExpression("/<option value=\"{$this->groups[1]->id}\" selected ?>South/", $html);
        $this->assertStringContainsString(get_string('groupsseparate'), $html);
    }

    /**
     * A trainer who has chosen a group in this course stays with it.
     */
    public function test_trainer(): void {
        $this->log_in('editingteacher', []);
        $cm = $this->activity(SEPARATEGROUPS);
        $this->assertSame(0, group_choice::requested($cm));
        $this->assertStringContainsString('South', $this->render($cm, 0));
        $_GET['group'] = $this->groups[0]->id;
        group_choice::requested($cm);
        unset($_GET['group']);
        $this->assertSame((int) $this->groups[0]->id, group_choice::requested($cm));
    }

    /**
     * In visible groups everybody can look at all of them.
     */
    public function test_visible_groups(): void {
        $this->log_in('student', [0]);
        $cm = $this->activity(VISIBLEGROUPS);
        $html = $this->render($cm, (int) $this->groups[0]->id);
        $this->assertStringContainsString('South', $html);
        $this->assertStringContainsString(get_string('groupsvisible'), $html);
    }
}
