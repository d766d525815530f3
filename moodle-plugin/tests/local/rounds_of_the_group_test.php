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

defined('MOODLE_INTERNAL') || die();

require_once(__DIR__ . '/../meeting_testcase.php');

/**
 * Rounds about what the group has made: dots on notes, support for principles, a summary to confirm, counted hands.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \mod_leerlandschap\local\round\dots
 * @covers \mod_leerlandschap\local\round\support
 * @covers \mod_leerlandschap\local\round\confirm
 * @covers \mod_leerlandschap\local\answer\dots_form
 * @covers \mod_leerlandschap\local\answer\confirm_form
 * @covers \mod_leerlandschap\local\submission
 */
final class rounds_of_the_group_test extends \mod_leerlandschap\meeting_testcase {
    /**
     * A contribution as a command.
     *
     * @param int $number makes its id
     * @param string $step the step
     * @param string $kind the kind
     * @param array $fields its fields
     * @return array
     */
    private static function save(int $number, string $step, string $kind, array $fields): array {
        return [
            'type' => 'save', 'id' => self::uuid($number), 'step' => $step, 'kind' => $kind, 'base' => null, 'fields' => $fields,
        ];
    }

    /**
     * An id of a contribution.
     *
     * @param int $number makes it
     * @return string
     */
    private static function uuid(int $number): string {
        return sprintf('00000000-0000-4000-8000-%012d', $number);
    }

    /**
     * A change of a round as a command.
     *
     * @param string $step the step
     * @param string $from the phase now
     * @param string $to the phase it gets
     * @return array
     */
    private static function round(string $step, string $from, string $to): array {
        return ['type' => 'set_round', 'step' => $step, 'round' => 1, 'from' => $from, 'to' => $to, 'items' => []];
    }

    /**
     * Nobody places more dots than they have, and they show once enough people placed any.
     */
    public function test_dots(): void {
        global $DB;

        $this->create_activity(['format' => 'leerkring'], 4);
        $this->start('agenda');
        $trainer = $this->trainer;
        $this->assert_refused('wrong_state', fn() => $this->run_as($trainer, self::round('agenda', 'none', 'open')));
        foreach ([1, 2, 3] as $number) {
            $note = self::save($number, 'agenda', 'note', ['column' => 'onderwerp', 'text' => "N$number"]);
            $this->run_as($this->learners[0], $note);
        }
        $items = array_map(fn(int $number): string => 'agenda:' . self::uuid($number), [1, 2, 3]);
        $this->assert_refused('round_not_open', fn() => $this->run_as($this->learners[0], self::answer($items[0], 1)));
        $room = $this->run_as($trainer, self::round('agenda', 'none', 'open'))['room'];
        $this->assertSame($items, $room['rounds'][0]['items']);
        foreach (['bad_value' => null, 'off_scale' => -1, 'dots_spent' => 4] as $code => $value) {
            $this->assert_refused($code, fn() => $this->run_as($this->learners[0], self::answer($items[0], $value)));
        }
        $this->run_as($this->learners[0], self::answer($items[0], 2));
        $this->assert_refused('dots_spent', fn() => $this->run_as($this->learners[0], self::answer($items[1], 2)));
        // Moved in one call: what counts is how it ends.
        $this->setUser($this->learners[0]);
        $manager = manager::of_cm($this->cm, 0);
        $reply = $manager->run($room['meeting'], [self::answer($items[1], 3), self::answer($items[0], 0, 2)], 0);
        $this->assertSame([0, 3], array_column($reply['me']['answers'], 'value'));
        $this->assertSame(['agenda'], $reply['me']['done']);
        $this->run_as($this->learners[1], self::answer($items[1], 1));
        $this->run_as($this->learners[2], self::answer($items[2], 0));
        $this->assertSame(2, $this->read($trainer)['counts'][0]['answered']);
        $this->assertSame([null], array_values(array_unique($DB->get_fieldset_select('leerlandschap_answer', 'userid', '1 = 1'))));
        $room = $this->run_as($trainer, self::round('agenda', 'open', 'revealed'))['room'];
        $this->assertSame([true], array_values(array_unique(array_column($room['rounds'][0]['results'], 'suppressed'))));
    }

    /**
     * Dots of enough people show as their number, without a name in named activities too.
     */
    public function test_dots_shown(): void {
        $this->create_activity(['format' => 'leerkring', 'visibility' => 'named']);
        $this->start('agenda');
        $this->run_as($this->learners[0], self::save(1, 'agenda', 'note', ['column' => 'onderwerp', 'text' => 'Een']));
        $this->run_as($this->learners[0], self::save(2, 'agenda', 'note', ['column' => 'onderwerp', 'text' => 'Twee']));
        $this->run_as($this->trainer, self::round('agenda', 'none', 'open'));
        foreach ($this->learners as $i => $learner) {
            $this->run_as($learner, self::answer('agenda:' . self::uuid(1), 1 + $i));
        }
        $round = $this->run_as($this->trainer, self::round('agenda', 'open', 'revealed'))['room']['rounds'][0];
        $this->assertSame([[6], [0]], array_column($round['results'], 'counts'));
        $this->assertSame([3, [[], []]], [$round['answered'], array_column($round['results'], 'voices')]);
    }

    /**
     * Principles are voted on as often as the group wants; how it moved shows.
     */
    public function test_support(): void {
        $this->create_activity(['format' => 'leerkring']);
        $this->start('afspraken');
        foreach ([1, 2] as $number) {
            $this->run_as($this->learners[0], self::save($number, 'afspraken', 'principle', ['text' => "Afspraak $number"]));
        }
        $this->run_as($this->trainer, self::round('afspraken', 'none', 'open'));
        $items = array_map(fn(int $number): string => 'afspraken:' . self::uuid($number), [1, 2]);
        foreach ($this->learners as $learner) {
            $this->run_as($learner, self::answer($items[0], 1));
            $this->assert_refused(
                'bad_value',
                fn() => $this->run_as($learner, ['reason' => 'omdat'] + self::answer($items[1], 1))
            );
        }
        $this->assertSame(0, $this->read($this->trainer)['counts'][0]['answered']);
        $this->run_as($this->trainer, self::round('afspraken', 'open', 'revealed'));
        $second = ['round' => 2, 'items' => [$items[0]]] + self::round('afspraken', 'none', 'open');
        $this->run_as($this->trainer, $second);
        foreach ($this->learners as $learner) {
            $this->run_as($learner, ['round' => 2] + self::answer($items[0], 3));
        }
        $rounds = $this->run_as($this->trainer, ['round' => 2] + self::round('afspraken', 'open', 'revealed'))['room']['rounds'];
        $this->assertSame(['net' => 6, 'both' => 3], $rounds[1]['results'][0]['shift']);
        $tenth = ['round' => 10] + self::round('afspraken', 'none', 'open');
        $this->assert_refused('unknown_round', fn() => $this->run_as($this->trainer, $tenth));
    }

    /**
     * A summary is the facilitator's, one a section; comments show however few, without their authors.
     */
    public function test_confirm(): void {
        $this->create_activity(['format' => 'open-leergesprek'], 4);
        $this->start('klopt-het');
        $summary = fn(int $number, string $section): array =>
            self::save($number, 'klopt-het', 'summary', ['section' => $section, 'text' => 'Zo zien wij het']);
        $this->assert_refused('not_allowed', fn() => $this->run_as($this->learners[0], $summary(1, 'redenen')));
        $this->run_as($this->trainer, $summary(1, 'redenen'));
        $this->assert_refused('conflict', fn() => $this->run_as($this->trainer, $summary(2, 'redenen')));
        $this->assert_refused('bad_value', fn() => $this->run_as($this->trainer, $summary(2, 'welkom')));
        $delete = ['type' => 'delete', 'id' => self::uuid(1), 'base' => 999];
        $this->assert_refused('not_allowed', fn() => $this->run_as($this->learners[0], $delete));
        $this->assert_refused('round_not_open', fn() => $this->run_as($this->learners[0], self::answer('klopt-het:redenen', 3)));
        $round = $this->run_as($this->trainer, self::round('klopt-het', 'none', 'open'))['room']['rounds'];
        $this->assertSame('klopt-het:redenen', end($round)['items'][0]);
        $learner = $this->learners[0];
        $this->assert_refused('unknown_item', fn() => $this->run_as($learner, self::answer('klopt-het:welkom', 3)));
        $this->assert_refused('required_field', fn() => $this->run_as($learner, self::answer('klopt-het:redenen', 1)));
        $this->assert_refused('wrong_state', fn() => $this->run_as($learner, ['type' => 'took_part', 'step' => 'klopt-het']));
        $comment = ['reason' => str_repeat('é', 500)] + self::answer('klopt-het:redenen', 1);
        $this->run_as($learner, $comment);
        $rounds = $this->run_as($this->trainer, self::round('klopt-het', 'open', 'revealed'))['room']['rounds'];
        $result = end($rounds)['results'][0];
        $this->assertSame([true, 1, [], [str_repeat('é', 500)], []], [
            $result['suppressed'], $result['answered'], $result['counts'], $result['reasons'], $result['voices'],
        ]);
    }

    /**
     * Counted hands are the facilitator's, and stand in no other result.
     */
    public function test_hands(): void {
        $this->create_activity();
        $this->start();
        $hands = fn(string $item, string $counts, string $out = '0'): array =>
            self::save(1, 'stellingen', 'hands', ['item' => $item, 'counts' => $counts, 'opt_outs' => $out]);
        $refused = [
            ['unknown_item', $hands('st9', '1,2,3,4,5')],
            ['bad_value', $hands('st1', '1,2,3,4')],
            ['bad_value', $hands('st1', '1,2,3,4,1001')],
            ['bad_value', $hands('st1', '1,2,3,4,-5')],
            ['bad_value', $hands('st1', '1,2,3,4, 5')],
            ['bad_value', $hands('st1', '1,2,3,4,5', '')],
            ['required_field', $hands('', '1,2,3,4,5')],
        ];
        foreach ($refused as [$code, $command]) {
            $this->assert_refused($code, fn() => $this->run_as($this->trainer, $command));
        }
        $this->assert_refused('not_allowed', fn() => $this->run_as($this->learners[0], $hands('st1', '1,2,3,4,5')));
        $reply = $this->run_as($this->trainer, $hands('st1', '0,1,2,3,1000', '4'));
        $this->assertSame('0,1,2,3,1000', $reply['room']['contributions'][0]['fields']['counts']);
        $this->assertSame(0, $reply['counts'][0]['answered']);
        $room = $this->run_as($this->trainer, self::round('stellingen', 'open', 'revealed'))['room'];
        $this->assertSame([true], array_values(array_unique(array_column($room['rounds'][0]['results'], 'suppressed'))));
    }
}
