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
 * Tests for which stage of the app a page starts with.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \mod_leerlandschap\local\stage
 */
final class stage_test extends \basic_testcase {
    /**
     * Whoever comes to a page that the opening has starts with it; everybody else with the whole app.
     *
     * @dataProvider pages
     * @param array|null $room state and place of the room, null for none
     * @param string $expected the stage
     * @param array $me what the reply says of the user, where it is not somebody who only takes part
     */
    public function test_first(?array $room, string $expected, array $me = []): void {
        $blocks = ['info', 'statements', 'questions', 'notes', 'actions', 'principles', 'confirm', 'plan'];
        $steps = array_map(fn(string $block): array => ['id' => "a-$block", 'block' => $block], $blocks);
        $me += ['person' => 'a', 'rights' => ['facilitate' => false]];
        $data = ['exercise' => ['steps' => $steps], 'reply' => ['room' => $room, 'me' => $me]];
        $this->assertSame($expected, stage::first($data));
    }

    /**
     * Rooms, and the stage that each of them starts with.
     *
     * @return array[] room, stage, and the user where that matters
     */
    public static function pages(): array {
        $open = fn(string $place, array $rounds = [], string $facilitation = 'members', ?string $chair = 'b'): array => [
            'state' => 'open', 'place' => $place, 'rounds' => $rounds, 'chair' => $chair,
            'settings' => ['facilitation' => $facilitation],
        ];
        $trainer = ['rights' => ['facilitate' => true]];
        $round = fn(string $step, string $phase): array => ['step' => $step, 'phase' => $phase];
        return [
            'no room' => [null, stage::OPENING],
            'start page' => [$open('@start'), stage::OPENING],
            'something to read' => [$open('a-info'), stage::OPENING],
            'statements' => [$open('a-statements'), stage::OPENING],
            'questions' => [$open('a-questions'), stage::OPENING],
            'questions being answered' => [$open('a-questions', [$round('a-questions', 'open')]), stage::OPENING],
            'results of questions' => [$open('a-questions', [$round('a-questions', 'revealed')]), stage::WHOLE],
            'results of other questions' => [$open('a-questions', [$round('b-questions', 'revealed')]), stage::OPENING],
            'results of statements' => [$open('a-statements', [$round('a-statements', 'revealed')]), stage::OPENING],
            'notes' => [$open('a-notes'), stage::WHOLE],
            'actions' => [$open('a-actions'), stage::WHOLE],
            'principles' => [$open('a-principles'), stage::WHOLE],
            'confirmation' => [$open('a-confirm'), stage::WHOLE],
            'plan' => [$open('a-plan'), stage::WHOLE],
            'closing page' => [$open('@closing'), stage::WHOLE],
            'a step that is not there' => [$open('gone'), stage::WHOLE],
            'a trainer, who can count hands' => [$open('a-statements'), stage::WHOLE, $trainer],
            'a trainer at something to read' => [$open('a-info'), stage::OPENING, $trainer],
            'a trainer whose rights do not hold' => [$open('a-questions'), stage::OPENING, $trainer + ['notice' => 'login_as']],
            'from the chair' => [$open('a-questions', [], 'members', 'a'), stage::WHOLE],
            'a chair that leads nobody' => [$open('a-questions', [], 'trainer', 'a'), stage::OPENING],
            'closed, at the statements' => [['state' => 'closed', 'place' => 'a-statements'], stage::WHOLE],
        ];
    }
}
