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

namespace mod_leerlandschap\external;

use mod_leerlandschap\local\bootstrap;

defined('MOODLE_INTERNAL') || die();

require_once(__DIR__ . '/services_testcase.php');

/**
 * What the big screen is told.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \mod_leerlandschap\external\get_meeting
 * @covers \mod_leerlandschap\local\access
 * @covers \mod_leerlandschap\local\bootstrap
 * @covers \mod_leerlandschap\local\me_builder
 * @covers \mod_leerlandschap\permission
 */
final class get_meeting_presenting_test extends services_testcase {
    /**
     * The same room as everybody's, and nothing of the member who put it on the big screen.
     */
    public function test_nothing_of_ones_own(): void {
        $this->create_activity(['facilitation' => 'members', 'visibility' => 'named']);
        $member = $this->learners[0];
        $this->start();
        $this->run_as($member, ['reason' => 'only mine'] + self::answer('st1', 4));
        $own = $this->data($member, 'get_meeting');
        $this->assertCount(1, $own['me']['answers']);

        $shown = $this->data($member, 'get_meeting', ['presenting' => true]);
        $this->assertSame('presenting', $shown['me']['notice']);
        $this->assertSame(['participate' => false, 'facilitate' => false, 'report' => false], $shown['me']['rights']);
        $this->assertSame(['', ''], [$shown['me']['person'], $shown['me']['name']]);
        $this->assertSame([], $shown['me']['answers']);
        $this->assertSame([], $shown['me']['done']);
        $this->assertArrayNotHasKey('contributions', $shown['me']);
        $this->assertSame($own['room'], $shown['room']);
        $this->assertStringNotContainsString('only mine', json_encode($shown));
    }

    /**
     * Only who could come to lead the meeting has a big screen.
     */
    public function test_only_for_leaders(): void {
        $this->create_activity();
        $this->assertSame('presenting', $this->data($this->trainer, 'get_meeting', ['presenting' => true])['me']['notice']);
        $refused = $this->call($this->learners[0], 'get_meeting', ['presenting' => true]);
        $this->assertSame('nopermissions', $refused['exception']->errorcode);
    }

    /**
     * The page has no texts that are for who leads, and the way in for the group.
     */
    public function test_page(): void {
        $this->create_activity(['groupmode' => SEPARATEGROUPS]);
        $group = (int) $this->getDataGenerator()->create_group(['courseid' => $this->course->id])->id;
        groups_add_member($group, $this->trainer->id);
        $this->setUser($this->trainer);
        $data = bootstrap::for_presenting($this->cm, $group);
        $this->assertSame($group, $data['groupid']);
        $this->assertStringEndsWith("/mod/leerlandschap/view.php?id={$this->cm->id}&group=$group", $data['address']);
        $this->assertStringNotContainsString('facilitator_hint', json_encode($data['exercise']));
        $this->assertStringContainsString('facilitator_hint', json_encode(bootstrap::for_view($this->cm, $group)['exercise']));
    }
}
