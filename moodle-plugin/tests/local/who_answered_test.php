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

require_once(__DIR__ . '/../pulse_testcase.php');

use mod_leerlandschap\local\pulse\publisher;
use mod_leerlandschap\local\pulse\room_file;
use mod_leerlandschap\pulse_testcase;
use stdClass;

/**
 * Who is told who has answered, and what that costs; what is told of which round the shared fixtures say.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \mod_leerlandschap\local\who_answered
 * @covers \mod_leerlandschap\local\manager
 */
final class who_answered_test extends pulse_testcase {
    /**
     * Everything is answered by a learner.
     *
     * @param stdClass $learner the learner
     * @param int $groupid the group
     */
    private function answer_all(stdClass $learner, int $groupid = 0): void {
        foreach (self::all_answers() as $answer) {
            $this->run_as($learner, $answer, $groupid);
        }
    }

    /**
     * Answers to all statements.
     *
     * @return array[] commands
     */
    private static function all_answers(): array {
        return array_map(fn(int $number): array => self::answer("st$number", 4), range(1, 5));
    }

    /**
     * Who has answered, as a reply tells.
     *
     * @param array $reply a Reply
     * @return array|null ids of users; null where nobody is told
     */
    private static function who(array $reply): ?array {
        return $reply['counts'][0]['who'] ?? null;
    }

    /**
     * The trainer is told, by every kind of reply; participants, the big screen, and whoever is logged in as the trainer
     * are not.
     *
     * @dataProvider visibilities
     * @param string $visibility of the activity
     * @param bool $actingtold whether "Log in as" shows it
     */
    public function test_who_is_told(string $visibility, bool $actingtold): void {
        $this->create_activity(['visibility' => $visibility]);
        $this->start();
        $this->answer_all($this->learners[1]);
        $expected = [(string) $this->learners[1]->id];
        $this->assertSame($expected, self::who($this->read($this->trainer)));
        $revision = $this->read($this->trainer)['revision'];
        $this->assertSame($expected, self::who($this->read($this->trainer, 0, $revision)));
        $close = ['type' => 'set_round', 'step' => 'stellingen', 'round' => 1, 'from' => 'open', 'to' => 'closed', 'items' => []];
        $this->assertSame($expected, self::who($this->run_as($this->trainer, $close)));
        foreach ($this->learners as $learner) {
            $this->assertStringNotContainsString('"who":', json_encode($this->read($learner)));
        }
        $this->setUser($this->trainer);
        $presenting = manager::of_cm($this->cm, 0, true)->read(0);
        $this->assertSame('presenting', $presenting['me']['notice']);
        $this->assertStringNotContainsString('"who":', json_encode($presenting));

        $this->setAdminUser();
        \core\session\manager::loginas($this->trainer->id, \context_system::instance());
        $acting = manager::of_cm($this->cm, 0)->read(0);
        $this->assertSame($actingtold ? $expected : null, self::who($acting));
    }

    /**
     * Both kinds of activity. In a named one whoever is logged in as somebody acts as them in everything.
     *
     * @return array[]
     */
    public static function visibilities(): array {
        return ['hidden' => ['hidden', false], 'named' => ['named', true]];
    }

    /**
     * A member who has the chair does not see it any more once somebody else has it, by whichever way they ask.
     */
    public function test_a_lost_chair(): void {
        $this->create_activity(['facilitation' => 'members']);
        [$first, $second, $third] = $this->learners;
        foreach ($this->learners as $learner) {
            $this->run_as($learner, ['type' => 'join']);
        }
        $this->run_as($first, ['type' => 'set_chair', 'from' => null, 'to' => (string) $first->id]);
        $this->run_as($first, ['type' => 'go_to', 'from' => '@start', 'to' => 'stellingen']);
        $this->answer_all($third);
        $before = $this->read($first);
        $this->assertSame([(string) $third->id], self::who($before));
        $this->assertStringContainsString('audience=participant', $before['pulse']['address']);

        $taken = ['type' => 'set_chair', 'from' => (string) $first->id, 'to' => (string) $second->id];
        $reply = $this->run_as($second, $taken);
        $this->assertSame([(string) $third->id], self::who($reply));
        $this->assertNull(self::who($this->read($first)));
        // With the token from before too: nothing that is published names anybody.
        $this->answer_all($second);
        publisher::publish((int) $before['room']['meeting']);
        $published = self::pulse($before);
        $this->assertSame([200, 2], [$published['status'], $published['reply']['counts'][0]['answered']]);
        $this->assertStringNotContainsString('"who":', $published['body']);
        $this->assertSame([(string) $second->id, (string) $third->id], self::who($this->read($second)));
    }

    /**
     * The file for those who lead by right does not have it either.
     */
    public function test_no_file_tells(): void {
        $this->create_activity();
        $this->start();
        $this->read($this->trainer);
        $this->answer_all($this->learners[0]);
        $reply = $this->read($this->trainer);
        publisher::publish((int) $reply['room']['meeting']);
        foreach (room_file::AUDIENCES as $audience) {
            $content = file_get_contents(self::file($reply, $audience));
            $this->assertStringContainsString('"answered":1', $content);
            $this->assertStringNotContainsString('"who":', $content);
        }
    }

    /**
     * Somebody who leads another group looks on here, and is told nothing.
     */
    public function test_another_group(): void {
        $this->create_activity(['groupmode' => VISIBLEGROUPS]);
        [$own, $other] = array_map(
            fn(): int => (int) $this->getDataGenerator()->create_group(['courseid' => $this->course->id])->id,
            [0, 1]
        );
        groups_add_member($own, $this->trainer->id);
        $leader = $this->getDataGenerator()->create_and_enrol($this->course, 'editingteacher');
        groups_add_member($other, $this->learners[0]->id);
        $this->run_as($this->learners[0], ['type' => 'join'], $other);
        $this->run_as($leader, ['type' => 'go_to', 'from' => '@start', 'to' => 'stellingen'], $other);
        $this->answer_all($this->learners[0], $other);

        $this->assertSame([(string) $this->learners[0]->id], self::who($this->read($leader, $other)));
        $reply = $this->read($this->trainer, $other);
        $this->assertSame(['other_group', true], [$reply['me']['notice'], $reply['me']['rights']['facilitate']]);
        $this->assertSame(1, $reply['counts'][0]['answered']);
        $this->assertNull(self::who($reply));
    }

    /**
     * Where the secret of a hidden meeting is gone nobody can be told, rather than that nobody has answered.
     */
    public function test_without_the_secret(): void {
        global $DB;

        $this->create_activity();
        $this->start();
        $this->assertSame([], self::who($this->read($this->trainer)), 'nobody yet');
        $this->answer_all($this->learners[0]);
        unlink(secret::file($DB->get_field('leerlandschap_meeting', 'secretref', [])));
        $reply = $this->read($this->trainer);
        $this->assertSame(1, $reply['counts'][0]['answered']);
        $this->assertNull(self::who($reply));
    }

    /**
     * It costs as many queries however many people there are, and stores nothing. They come in the order of joining.
     *
     * @dataProvider steps
     * @param string $format the format
     * @param string $place the step that the group is at
     * @param array[] $commands how a learner takes part there
     */
    public function test_cost(string $format, string $place, array $commands): void {
        $this->create_activity(['format' => $format], 3);
        $part = function (stdClass $learner) use ($commands): void {
            foreach ($commands as $command) {
                $this->run_as($learner, $command);
            }
        };
        $this->start($place);
        // One stays away: a round that everybody has answered may show itself.
        $missing = array_pop($this->learners);
        array_map($part, $this->learners);
        $few = $this->cost_of_who();
        for ($i = 0; $i < 20; $i++) {
            $learner = $this->learners[] = $this->getDataGenerator()->create_and_enrol($this->course, 'student');
            $this->run_as($learner, ['type' => 'join']);
            $part($learner);
        }
        $reply = $this->read($this->trainer);
        $counts = array_column($reply['counts'], null, 'step');
        $this->assertSame(22, $counts[$place]['answered']);
        $everybody = array_map(fn(stdClass $learner): string => (string) $learner->id, $this->learners);
        $this->assertSame($everybody, $counts[$place]['who']);
        $this->assertNotContains((string) $missing->id, $counts[$place]['who']);
        $this->assertSame($few, $this->cost_of_who());
        // People, and those who answered: of questions in two tables.
        $this->assertLessThanOrEqual(3, $few);
    }

    /**
     * Steps in which people answer in several ways.
     *
     * @return array[]
     */
    public static function steps(): array {
        return [
            'statements' => ['leerlandschap', 'stellingen', self::all_answers()],
            'questions' => ['werkoverleg', 'check-in', [['type' => 'took_part', 'step' => 'check-in']]],
        ];
    }

    /**
     * How many queries more the trainer's reply takes for telling who has answered.
     *
     * @return int
     */
    private function cost_of_who(): int {
        global $DB;

        $revision = $this->read($this->trainer)['revision'];
        $this->setUser($this->trainer);
        $actor = new actor($this->trainer, manager::of_cm($this->cm, 0)->access());
        $instance = $DB->get_record('leerlandschap', ['id' => $this->cm->instance]);
        $meeting = (new meeting_store($instance, exercise_store::of_instance($instance)))->current(0, fn() => null);
        $this->assertSame($revision, $meeting->revision());
        $scene = new scene($this->cm, $meeting, $actor, clock_time::ms());
        $counts = room_builder::counts($scene);
        [$reads, $writes] = [$DB->perf_get_reads(), $DB->perf_get_writes()];
        $told = who_answered::told($scene, $counts);
        $this->assertNotSame($counts, $told);
        $this->assertSame($writes, $DB->perf_get_writes());
        return $DB->perf_get_reads() - $reads;
    }
}
