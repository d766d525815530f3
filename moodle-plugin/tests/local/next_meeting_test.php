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
 * Meetings of a group in a row: what goes on, what the points come to, and that nobody starts one twice.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \mod_leerlandschap\local\next_meeting
 * @covers \mod_leerlandschap\local\carry_over
 * @covers \mod_leerlandschap\local\earlier
 * @covers \mod_leerlandschap\local\progress
 */
final class next_meeting_test extends \mod_leerlandschap\meeting_testcase {
    /**
     * An action as a command.
     *
     * @param int $number makes its id
     * @param string $status how it is going
     * @return array
     */
    private function action(int $number, string $status): array {
        return [
            'type' => 'save',
            'id' => sprintf('00000000-0000-4000-8000-%012d', $number),
            'step' => 'experiment',
            'kind' => 'action',
            'base' => null,
            'fields' => [
                'what' => "Actie $number",
                'who_person' => $this->learners[0]->id,
                'when' => '2026-12-01',
                'status' => $status,
            ],
        ];
    }

    /**
     * Holds a first meeting with two actions, and closes it.
     *
     * @param array $settings settings of the activity
     */
    private function first_meeting(array $settings = []): void {
        $this->create_activity(['format' => 'werkoverleg', 'visibility' => 'named'] + $settings);
        $this->start('check-in');
        foreach ($this->learners as $i => $learner) {
            $this->run_as($learner, self::answer('wi1', 6 + $i));
            $this->run_as($learner, ['type' => 'took_part', 'step' => 'check-in']);
        }
        $this->run_as($this->trainer, ['type' => 'go_to', 'from' => 'check-in', 'to' => 'experiment']);
        $this->run_as($this->learners[0], $this->action(1, 'busy'));
        $this->run_as($this->learners[0], $this->action(2, 'done'));
        $this->run_as($this->trainer, ['type' => 'close', 'from' => 'experiment']);
    }

    /**
     * What is unfinished comes along, with its identity and without its author; what was answered shows as a line.
     */
    public function test_carried_over(): void {
        $this->first_meeting();
        $last = $this->read($this->trainer)['room'];
        $reply = $this->run_as($this->trainer, ['type' => 'start_next', 'from' => 1, 'part' => 'week']);
        $room = $reply['room'];
        $this->assertSame([2, 'week', $last['revision'] + 1, '@start', null], [
            $room['number'], $room['part'], $room['revision'], $room['place'], $room['chair'],
        ]);
        $this->assertNotSame($last['meeting'], $room['meeting']);
        $this->assertSame(array_column($last['people'], 'id'), array_column($room['people'], 'id'));
        $this->assertSame([false], array_values(array_unique(array_column($room['people'], 'present'))));
        $this->assertSame(['Actie 1'], array_column(array_column($room['contributions'], 'fields'), 'what'));
        $this->assertSame([1, null], [$room['contributions'][0]['from'], $room['contributions'][0]['author']]);
        $this->assertSame([1], array_column($reply['earlier'], 'number'));
        $this->assertSame(['wi1', 'wi2'], array_column($reply['earlier'][0]['rounds'][0]['results'], 'item'));
        $this->assertSame([], $reply['earlier'][0]['rounds'][0]['results'][0]['voices']);
        $this->assertArrayNotHasKey('earlier', $this->read($this->trainer, 0, $room['revision'] - 0));
        $this->assertArrayHasKey('earlier', $this->read($this->trainer, 0, $last['revision']));

        // Reviewed in another step, by its own step; then it is history.
        $this->run_as($this->learners[0], ['type' => 'join']);
        $this->run_as($this->trainer, ['type' => 'go_to', 'from' => '@start', 'to' => 'open-acties']);
        $done = ['at' => 'open-acties', 'base' => $room['contributions'][0]['revision']];
        $done += ['fields' => ['status' => 'done', 'finding' => 'Werkte'] + $this->action(1, '')['fields']] + $this->action(1, '');
        $done['fields']['status'] = 'done';
        $reply = $this->run_as($this->learners[0], $done);
        $this->assertContains('open-acties', $reply['me']['done']);
        $this->assertSame('Werkte', $reply['room']['contributions'][0]['fields']['finding']);
        $this->assertSame('', $this->read($this->trainer)['earlier'][0]['contributions'][0]['fields']['finding']);
        $this->run_as($this->trainer, ['type' => 'close', 'from' => 'open-acties']);
        $reply = $this->run_as($this->trainer, ['type' => 'start_next', 'from' => 2, 'part' => 'week']);
        $this->assertSame([], $reply['room']['contributions']);
        $this->assertSame([1, 2], array_column($reply['earlier'], 'number'));
    }

    /**
     * Who may start it, and when.
     */
    public function test_refused(): void {
        $this->create_activity(['format' => 'werkoverleg', 'facilitation' => 'trainer']);
        $next = ['type' => 'start_next', 'from' => 1, 'part' => 'week'];
        $this->assert_refused('wrong_state', fn() => $this->run_as($this->trainer, $next));
        $this->assert_refused('not_allowed', fn() => $this->run_as($this->learners[0], $next));
        $this->run_as($this->trainer, ['type' => 'close', 'from' => '@start']);
        $this->assert_refused('not_allowed', fn() => $this->run_as($this->learners[0], $next));
        $this->assert_refused('unknown_part', fn() => $this->run_as($this->trainer, ['part' => 'jaar'] + $next));
        $this->assert_refused('wrong_state', fn() => $this->run_as($this->trainer, ['from' => 2] + $next));
        $this->setUser($this->trainer);
        $first = manager::of_cm($this->cm, 0);
        $meeting = $first->read(0)['room']['meeting'];
        $first->run($meeting, [$next], 0);
        // Another one who pressed at the same moment.
        $this->assert_refused('unknown_meeting', fn() => manager::of_cm($this->cm, 0)->run($meeting, [$next], 0));
        $this->assertSame(2, $this->read($this->trainer)['room']['number']);
    }

    /**
     * Where members lead, any of them starts the next one: nobody can take the chair of a closed meeting.
     */
    public function test_members(): void {
        $this->create_activity(['format' => 'werkoverleg', 'facilitation' => 'members']);
        $this->run_as($this->trainer, ['type' => 'close', 'from' => '@start']);
        $reply = $this->run_as($this->learners[1], ['type' => 'start_next', 'from' => 1, 'part' => 'maand']);
        $this->assertSame('maand', $reply['room']['part']);
    }

    /**
     * A run is chosen before anybody has begun.
     */
    public function test_choose_part(): void {
        $this->first_meeting();
        $this->run_as($this->trainer, ['type' => 'start_next', 'from' => 1, 'part' => 'start']);
        $this->assertSame([], $this->read($this->trainer)['room']['contributions']);
        $choose = fn(string $from, string $to): array => ['type' => 'choose_part', 'from' => $from, 'to' => $to];
        $this->assert_refused('not_allowed', fn() => $this->run_as($this->learners[0], $choose('start', 'week')));
        $this->assert_refused('unknown_part', fn() => $this->run_as($this->trainer, $choose('start', 'check-in')));
        $this->assert_refused('wrong_state', fn() => $this->run_as($this->trainer, $choose('week', 'maand')));
        $since = $this->read($this->trainer)['revision'];
        $reply = $this->run_as($this->trainer, $choose('start', 'maand'));
        $this->assertSame(['maand', 1], [$reply['room']['part'], count($reply['room']['contributions'])]);
        $this->assertArrayHasKey('earlier', $this->read($this->trainer, 0, $since));
        // What was chosen stays.
        $this->assertSame('maand', $this->read($this->learners[0])['room']['part']);
        $this->run_as($this->learners[0], ['type' => 'join']);
        $this->run_as($this->trainer, ['type' => 'go_to', 'from' => '@start', 'to' => 'check-in']);
        $this->assert_refused('wrong_state', fn() => $this->run_as($this->trainer, $choose('maand', 'week')));
    }

    /**
     * Attainable are the required steps of the meetings held: a next one counts once somebody comes, or it is over.
     */
    public function test_points(): void {
        $this->first_meeting();
        $points = fn(int $i): array => array_intersect_key(
            progress::points((int) $this->cm->instance, (int) $this->learners[$i]->id),
            ['earned' => 1, 'attainable' => 1]
        );
        $required = count(exercise_store::of_instance($this->instance())->required_steps('week'));
        $this->assertSame(['earned' => 2, 'attainable' => $required], $points(0));
        $this->run_as($this->trainer, ['type' => 'start_next', 'from' => 1, 'part' => 'week']);
        $this->assertSame(['earned' => 2, 'attainable' => $required], $points(0));
        $this->run_as($this->learners[0], ['type' => 'join']);
        $this->assertSame(['earned' => 2, 'attainable' => 2 * $required], $points(0));
        $this->assertSame(['earned' => 1, 'attainable' => $required], $points(1));
        $this->run_as($this->trainer, ['type' => 'close', 'from' => '@start']);
        $this->assertSame(['earned' => 1, 'attainable' => 2 * $required], $points(1));
    }

    /**
     * However many meetings there were, telling of them takes the same number of queries.
     */
    public function test_queries(): void {
        global $DB;

        $this->first_meeting();
        $this->run_as($this->trainer, ['type' => 'start_next', 'from' => 1, 'part' => 'week']);
        $count = function () use ($DB): int {
            $this->read($this->trainer);
            $before = $DB->perf_get_queries();
            $this->read($this->trainer);
            return $DB->perf_get_queries() - $before;
        };
        $two = $count();
        for ($number = 2; $number < 6; $number++) {
            $this->run_as($this->trainer, ['type' => 'close', 'from' => '@start']);
            $this->run_as($this->trainer, ['type' => 'start_next', 'from' => $number, 'part' => 'week']);
        }
        $this->assertCount(5, $this->read($this->trainer)['earlier']);
        $this->assertSame($two, $count());
    }

    /**
     * A meeting in which there is only what was carried over is not closed for not being used.
     */
    public function test_idle(): void {
        $this->first_meeting();
        $this->run_as($this->trainer, ['type' => 'start_next', 'from' => 1, 'part' => 'week']);
        $this->mock_clock_with_frozen(time() + 20 * DAYSECS);
        (new \mod_leerlandschap\task\close_idle_meetings())->execute();
        $this->assertSame('open', $this->read($this->trainer)['room']['state']);
    }

    /**
     * The activity.
     *
     * @return \stdClass row of leerlandschap
     */
    private function instance(): \stdClass {
        global $DB;

        return $DB->get_record('leerlandschap', ['id' => $this->cm->instance], '*', MUST_EXIST);
    }
}
