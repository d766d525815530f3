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

use mod_leerlandschap\task\reveal_overdue_rounds;
use mod_leerlandschap\task\tell_event;

defined('MOODLE_INTERNAL') || die();

require_once(__DIR__ . '/../meeting_testcase.php');

/**
 * Meetings at one's own pace: everything stands open, and results show once all have answered or time is up.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \mod_leerlandschap\local\revealing
 * @covers \mod_leerlandschap\local\scene
 * @covers \mod_leerlandschap\task\reveal_overdue_rounds
 */
final class own_pace_test extends \mod_leerlandschap\meeting_testcase {
    /** A moment before the closing date. */
    private const NOW = 1763750000;

    /**
     * Every step stands open, and their first rounds; expected are those of the group who may take part.
     */
    public function test_everything_is_open(): void {
        $this->create_activity(['format' => 'werkoverleg', 'pace' => 'own', 'groupmode' => SEPARATEGROUPS], 4);
        $groups = [];
        foreach ([[0, 1, 2], [3]] as $number => $members) {
            $groups[] = (int) $this->getDataGenerator()->create_group(['courseid' => $this->course->id, 'name' => "$number"])->id;
            foreach ($members as $member) {
                groups_add_member($groups[$number], $this->learners[$member]->id);
            }
        }
        $room = $this->read($this->learners[0], $groups[0])['room'];
        $this->assertSame('own', $room['settings']['pace']);
        $this->assertSame(['check-in', 'open-acties', 'terugblik', 'experiment', 'check-out'], $room['visited']);
        $this->assertSame(['check-in', 'terugblik', 'check-out'], array_column($room['rounds'], 'step'));
        $this->assertSame([3, 3, 3], array_column($room['rounds'], 'present'));
        // Whoever suspended their enrolment is not waited for.
        $this->getDataGenerator()->enrol_user(
            $this->learners[2]->id,
            $this->course->id,
            'student',
            'manual',
            0,
            0,
            ENROL_USER_SUSPENDED
        );
        $this->assertSame([2, 2, 2], array_column($this->read($this->learners[0], $groups[0])['counts'], 'present'));
        $handin = ['type' => 'took_part', 'step' => 'check-in'];
        $this->run_as($this->learners[0], ['type' => 'join'], $groups[0]);
        $reply = $this->run_as($this->learners[0], $handin, $groups[0]);
        $this->assertSame('open', $reply['room']['rounds'][0]['phase']);
        $this->run_as($this->learners[1], ['type' => 'join'], $groups[0]);
        $reply = $this->run_as($this->learners[1], $handin, $groups[0]);
        $this->assertSame('revealed', $reply['room']['rounds'][0]['phase']);
        $this->assertSame(2, $reply['room']['rounds'][0]['present']);
    }

    /**
     * Together only the steps before the first one that is done together stand open.
     */
    public function test_before_the_meeting(): void {
        $this->create_activity(['format' => 'leerklimaat']);
        $room = $this->read($this->learners[0])['room'];
        $this->assertSame([['vooraf', 'vragenlijst'], '@start'], [$room['visited'], $room['place']]);
        $this->assertSame(['vragenlijst'], array_column($room['rounds'], 'step'));
        $this->assertSame(0, $room['rounds'][0]['present']);
    }

    /**
     * What stands open can be answered: once somebody joined, rules become stricter only.
     */
    public function test_rules(): void {
        global $DB;

        $this->create_activity(['format' => 'werkoverleg', 'pace' => 'own', 'visibility' => 'hidden']);
        $visibility = fn(): string => $this->read($this->learners[0])['room']['settings']['visibility'];
        $this->assertSame('hidden', $visibility());
        $DB->set_field('leerlandschap', 'visibility', 'named');
        $this->assertSame('named', $visibility());
        $DB->set_field('leerlandschap', 'visibility', 'hidden');
        $this->assertSame('hidden', $visibility());
        $this->run_as($this->learners[0], ['type' => 'join']);
        $DB->set_field('leerlandschap', 'visibility', 'named');
        $this->assertSame('hidden', $visibility());
    }

    /**
     * At the closing date what is open is revealed: to whoever looks, and by the task where nobody does.
     */
    public function test_closing_date(): void {
        global $DB;

        $clock = $this->mock_clock_with_frozen(self::NOW);
        $this->create_activity(['format' => 'werkoverleg', 'pace' => 'own', 'timeclose' => self::NOW + HOURSECS]);
        $this->run_as($this->learners[0], ['type' => 'join']);
        $this->run_as($this->learners[0], self::answer('wi1', 7));
        (new reveal_overdue_rounds())->execute();
        $this->assertSame(3, $DB->count_records('leerlandschap_round', ['phase' => 'open']));
        $before = $this->read($this->learners[0])['revision'];
        $clock->set_to(self::NOW + HOURSECS);
        $room = $this->read($this->learners[1])['room'];
        $this->assertSame([$before + 3, 'revealed'], [$room['revision'], $room['rounds'][2]['phase']]);
        $this->assertSame(1, $room['rounds'][0]['results'][0]['answered']);
        // Told by cron, so that the log does not show who looked first.
        $tasks = \core\task\manager::get_adhoc_tasks(tell_event::class);
        $told = array_map(fn($task): string => $task->get_custom_data()->name, $tasks);
        $this->assertSame(array_fill(0, 3, 'result_revealed'), array_values($told));

        $this->create_activity(['format' => 'werkoverleg', 'pace' => 'own', 'timeclose' => self::NOW + 2 * HOURSECS], 0);
        $this->read($this->learners[0]);
        $clock->set_to(self::NOW + 2 * HOURSECS);
        $this->setUser();
        (new reveal_overdue_rounds())->execute();
        $this->assertSame(0, $DB->count_records('leerlandschap_round', ['phase' => 'open']));
    }

    /**
     * However many take part, a read takes the same number of queries.
     */
    public function test_queries(): void {
        global $DB;

        $this->create_activity(['format' => 'werkoverleg', 'pace' => 'own']);
        $count = function () use ($DB): int {
            $this->read($this->learners[0]);
            $before = $DB->perf_get_queries();
            $this->read($this->learners[0]);
            return $DB->perf_get_queries() - $before;
        };
        $take = function (array $learners): void {
            foreach ($learners as $learner) {
                $this->run_as($learner, ['type' => 'join']);
                $this->run_as($learner, self::answer('wi1', 7));
                $this->run_as($learner, ['type' => 'took_part', 'step' => 'check-in']);
                $this->run_as($learner, [
                    'type' => 'save',
                    'id' => sprintf('00000000-0000-4000-8000-%012d', $learner->id),
                    'step' => 'terugblik',
                    'kind' => 'note',
                    'base' => null,
                    'fields' => ['column' => 'geleerd', 'text' => 'Iets'],
                ]);
            }
        };
        // The third one stays away, so that nothing reveals itself.
        $take(array_slice($this->learners, 0, 2));
        $few = $count();
        for ($i = 0; $i < 6; $i++) {
            $more[] = $this->getDataGenerator()->create_and_enrol($this->course, 'student');
        }
        $take($more);
        $this->assertSame($few, $count());
    }
}
