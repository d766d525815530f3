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
 * Who may enter which room: the decision, fact by fact.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \mod_leerlandschap\local\access
 */
final class access_test extends \basic_testcase {
    /**
     * Facts, with the notice and the room they lead to.
     *
     * @return array[]
     */
    public static function decisions(): array {
        $several = ['owngroups' => [1, 2], 'allgroups' => [1, 2, 3]];
        $single = ['owngroups' => [1], 'allgroups' => [1, 2, 3]];
        $none = ['owngroups' => [], 'allgroups' => [1, 2, 3]];
        $separate = ['groupmode' => SEPARATEGROUPS];
        $visible = ['groupmode' => VISIBLEGROUPS];
        $trainer = ['facilitate' => true, 'allaccess' => true];
        $nothing = ['participate' => false];
        $former = ['facilitate' => true, 'formerrooms' => [9, -1]];
        return [
            'participant' => [[], null, 0],
            'guest' => [['guest' => true], 'guest', null],
            'guest before opening' => [['guest' => true, 'timeopen' => 9], 'guest', null],
            'no right' => [$nothing, 'no_right', 0],
            'no right, with reports' => [$nothing + ['report' => true], 'no_right', 0],
            'outsider' => [$nothing + ['outsider' => true], 'not_enrolled', null],
            'outsider, with reports' => [$nothing + ['outsider' => true, 'report' => true], 'not_enrolled', null],
            'outsider before opening' => [$nothing + ['outsider' => true, 'timeopen' => 9], 'not_enrolled', null],
            'outsider, a group asked for' => [
                $visible + $several + $nothing + ['outsider' => true, 'requested' => 1], 'not_enrolled', null,
            ],
            'outsider who leads' => [$nothing + ['outsider' => true, 'facilitate' => true], null, 0],
            'facilitator without participation' => [$nothing + ['facilitate' => true], null, 0],
            'before opening' => [['now' => 5, 'timeopen' => 6], 'not_open', null],
            'at opening' => [['now' => 6, 'timeopen' => 6], null, 0],
            'facilitator before opening' => [['now' => 5, 'timeopen' => 6, 'facilitate' => true], null, 0],
            'before closing' => [['now' => 5, 'timeclose' => 6], null, 0],
            'at closing' => [['now' => 6, 'timeclose' => 6], 'past_close', 0],
            'facilitator after closing' => [['now' => 7, 'timeclose' => 6, 'facilitate' => true], null, 0],
            'log in as, hidden' => [['loginas' => true], 'login_as', 0],
            'log in as, hidden, facilitator' => [['loginas' => true, 'facilitate' => true], 'login_as', 0],
            'log in as, named' => [['loginas' => true, 'hidden' => false], null, 0],
            'a group asked for without groups' => [['requested' => 7], null, 0],
            'separate, in one' => [$separate + $single, null, 1],
            'separate, in one, asked for' => [$separate + $single + ['requested' => 1], null, 1],
            'separate, in one, another asked for' => [$separate + $single + ['requested' => 2], 'other_group', null],
            'separate, in one, unknown asked for' => [$separate + $single + ['requested' => 9], 'other_group', null],
            'separate, in none' => [$separate + $none, 'no_group', null],
            'separate, in none, one asked for' => [$separate + $none + ['requested' => 1], 'other_group', null],
            'separate, in several' => [$separate + $several, 'choose_group', null],
            'separate, in several, chosen' => [$separate + $several + ['requested' => 2], null, 2],
            'separate, trainer' => [$separate + $none + $trainer, 'choose_group', null],
            'separate, trainer, chosen' => [$separate + $none + $trainer + ['requested' => 3], null, 3],
            'separate, trainer, unknown chosen' => [$separate + $none + $trainer + ['requested' => 9], 'other_group', null],
            'separate, trainer in one' => [$separate + $single + $trainer, null, 1],
            'separate, trainer without that right' => [$separate + $none + ['facilitate' => true], 'no_group', null],
            'separate, no groups at all' => [$separate + $trainer, 'no_group', null],
            'visible, in one' => [$visible + $single, null, 1],
            'visible, in one, another asked for' => [$visible + $single + ['requested' => 2], 'other_group', 2],
            'visible, in one, unknown asked for' => [$visible + $single + ['requested' => 9], 'other_group', null],
            'visible, in none' => [$visible + $none, 'choose_group', null],
            'visible, in none, one asked for' => [$visible + $none + ['requested' => 3], 'other_group', 3],
            'visible, trainer, chosen' => [$visible + $none + $trainer + ['requested' => 3], null, 3],
            'visible, another, log in as' => [$visible + $single + ['requested' => 2, 'loginas' => true], 'login_as', 2],
            'visible, no groups at all' => [$visible, 'no_group', null],
            'a former room without groups' => [$former + ['requested' => 9], null, 9],
            'a former room with groups' => [$separate + $single + $former + ['requested' => 9], null, 9],
            'another than a former room' => [$separate + $single + $former + ['requested' => 8], 'other_group', null],
            'the former room of everybody' => [$separate + $several + $former + ['requested' => -1], null, 0],
            'a former room, log in as' => [$former + ['requested' => 9, 'loginas' => true], 'login_as', 9],
            'a former room, log in as, named' => [$former + ['requested' => 9, 'loginas' => true, 'hidden' => false], null, 9],
        ];
    }

    /**
     * The decision.
     *
     * @dataProvider decisions
     * @param array $facts what is known
     * @param string|null $notice why nothing can be done
     * @param int|null $groupid whose room
     */
    public function test_decide(array $facts, ?string $notice, ?int $groupid): void {
        $access = access::decide(new access_facts(...$facts));
        $this->assertSame($notice, $access->notice);
        $this->assertSame($groupid, $access->groupid);
        $former = in_array($facts['requested'] ?? 0, $facts['formerrooms'] ?? [], true);
        $this->assertSame($former, $access->former);
        $this->assertSame($former ? $facts['requested'] : $groupid, $access->asked_by());
        $this->assertSame(!$former && ($facts['participate'] ?? true), $access->participate);
        $this->assertSame($facts['facilitate'] ?? false, $access->facilitate);
    }
}
