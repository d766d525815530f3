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
 * Notes that nobody but their author sees: private ones, and those that are written for a reveal.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \mod_leerlandschap\local\authorship
 * @covers \mod_leerlandschap\local\contributions
 * @covers \mod_leerlandschap\local\contribution_export
 * @covers \mod_leerlandschap\local\command\share
 * @covers \mod_leerlandschap\local\unlinking
 */
final class own_notes_test extends \mod_leerlandschap\meeting_testcase {
    /** Columns of the steps that notes are written in. */
    private const COLUMNS = ['leervraag' => 'vraag', 'prikkels' => 'werk', 'retrospectief' => 'goed'];

    /**
     * A note as a command.
     *
     * @param int $number makes its id
     * @param string $step the step
     * @param string $text the text
     * @param int|null $base revision that it changes
     * @return array
     */
    private static function note(int $number, string $step, string $text, ?int $base = null): array {
        return [
            'type' => 'save',
            'id' => self::uuid($number),
            'step' => $step,
            'kind' => 'note',
            'base' => $base,
            'fields' => ['column' => self::COLUMNS[$step], 'text' => $text],
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
     * Rows of contributions.
     *
     * @return \stdClass[] by uuid
     */
    private static function rows(): array {
        global $DB;

        return array_column($DB->get_records('leerlandschap_contrib', null, 'id'), null, 'uuid');
    }

    /**
     * Visibilities of an activity.
     *
     * @return array[]
     */
    public static function visibilities(): array {
        return ['hidden' => ['hidden'], 'named' => ['named']];
    }

    /**
     * A private note is nobody's but its author's, on every path.
     *
     * @dataProvider visibilities
     * @param string $visibility of the activity
     */
    public function test_private(string $visibility): void {
        $this->create_activity(['format' => 'leerkring', 'visibility' => $visibility]);
        [$author, $other] = $this->learners;
        foreach ($this->learners as $learner) {
            $this->run_as($learner, ['type' => 'join']);
        }
        $before = $this->read($other)['revision'];
        $reply = $this->run_as($author, self::note(1, 'leervraag', 'Geheim'));
        $this->assertSame($before, $reply['revision']);
        $this->assertSame(['Geheim', 1, 0], [
            $reply['me']['contributions'][0]['fields']['text'],
            $reply['me']['contributions'][0]['revision'],
            $reply['me']['contributions'][0]['position'],
        ]);
        $this->assertContains('leervraag', $reply['me']['done']);
        foreach ([$author, $other, $this->trainer] as $user) {
            $reply = $this->read($user);
            $this->assertSame([], $reply['room']['contributions']);
            $this->assertSame($user === $author, isset($reply['me']['contributions']));
        }
        $id = ['id' => self::uuid(1)];
        foreach ([$other, $this->trainer] as $user) {
            foreach (
                [
                    ['type' => 'share', 'base' => 1] + $id,
                    ['type' => 'delete', 'base' => 1] + $id,
                    ['type' => 'move', 'after' => null] + $id,
                    self::note(1, 'leervraag', 'Anders', 1),
                    self::note(1, 'leervraag', 'Anders'),
                ] as $command
            ) {
                $this->assert_refused('unknown_contribution', fn() => $this->run_as($user, $command));
            }
        }
        $this->setAdminUser();
        \core\session\manager::loginas($author->id, \context_system::instance());
        $this->assertArrayNotHasKey('contributions', manager::of_cm($this->cm, 0)->read(0)['me']);
        $this->assertSame((int) $author->id, (int) self::rows()[self::uuid(1)]->authorid);
    }

    /**
     * Once it is shared the group sees it, as the last of its step, and without its author in a hidden activity.
     */
    public function test_share(): void {
        $this->create_activity(['format' => 'leerkring']);
        [$author, $other] = $this->learners;
        foreach ($this->learners as $learner) {
            $this->run_as($learner, ['type' => 'join']);
        }
        $this->run_as($author, self::note(1, 'leervraag', 'Eerst'));
        $this->run_as($author, self::note(2, 'leervraag', 'Dan'));
        $this->run_as($other, self::note(3, 'leervraag', 'Van een ander'));
        $share = fn(int $number): array => ['type' => 'share', 'id' => self::uuid($number), 'base' => 1];
        $this->run_as($other, $share(3));
        $this->assert_refused('conflict', fn() => $this->run_as($author, ['base' => 7] + $share(1)));
        $reply = $this->run_as($author, $share(1));
        $this->assertSame(
            [[self::uuid(3), 0, null], [self::uuid(1), 1, null]],
            array_map(fn(array $one): array => [$one['id'], $one['position'], $one['author']], $reply['room']['contributions'])
        );
        $this->assertSame($reply['revision'], $reply['room']['contributions'][1]['revision']);
        $this->assertSame([[self::uuid(2), 0]], array_map(
            fn(array $one): array => [$one['id'], $one['position']],
            $reply['me']['contributions']
        ));
        $this->assertSame($reply['revision'], $this->run_as($author, $share(1))['revision']);
        $this->assertNull(self::rows()[self::uuid(1)]->authorid);
    }

    /**
     * Notes that are written for a reveal carry no user, only keys that differ from all others; the reveal shows all at
     * once in an order that tells nothing, and takes the keys away.
     */
    public function test_writing(): void {
        $this->create_activity(['format' => 'leerklimaat'], 4);
        $this->start('prikkels');
        $before = $this->read($this->trainer)['revision'];
        foreach (['Delta', 'alfa', 'Beta', 'Één'] as $i => $text) {
            $reply = $this->run_as($this->learners[$i], self::note($i, 'prikkels', $text));
            $this->assertSame([$before, []], [$reply['revision'], $reply['room']['contributions']]);
            $this->assertSame([$text], array_column(array_column($reply['me']['contributions'], 'fields'), 'text'));
        }
        $this->assertArrayNotHasKey('contributions', $this->read($this->trainer)['me']);
        $rows = self::rows();
        $this->assertSame([null], array_values(array_unique(array_column($rows, 'authorid'))));
        $this->assertCount(4, array_unique(array_column($rows, 'authorkey')));
        global $DB;
        $this->assertSame([], array_intersect(
            array_column($rows, 'authorkey'),
            $DB->get_fieldset_select('leerlandschap_pending', 'partkey', '1 = 1')
        ));
        $this->assertGreaterThanOrEqual(2 ** 40, min(array_column($rows, 'id')));
        $count = fn(): array => array_intersect_key($this->read($this->trainer)['counts'][1], ['answered' => 1, 'present' => 1]);
        $this->assertSame(['answered' => 4, 'present' => 4], $count());
        $this->run_as($this->learners[3], ['type' => 'delete', 'id' => self::uuid(3), 'base' => 1]);
        $this->assertSame(['answered' => 3, 'present' => 4], $count());

        $round = ['type' => 'set_round', 'step' => 'prikkels', 'round' => 1];
        $this->run_as($this->trainer, $round + ['from' => 'open', 'to' => 'closed']);
        $this->assert_refused('round_not_open', fn() => $this->run_as($this->learners[0], self::note(9, 'prikkels', 'Laat')));
        $reply = $this->run_as($this->trainer, $round + ['from' => 'closed', 'to' => 'revealed']);
        $shown = $reply['room']['contributions'];
        $this->assertSame(['Beta', 'Delta', 'alfa'], array_column(array_column($shown, 'fields'), 'text'));
        $this->assertSame([0, 1, 2], array_column($shown, 'position'));
        $this->assertSame([$reply['revision']], array_values(array_unique(array_column($shown, 'revision'))));
        $this->assertSame([3, 4], [$reply['room']['rounds'][1]['answered'], $reply['room']['rounds'][1]['present']]);
        $after = self::rows();
        $this->assertSame([null], array_values(array_unique(array_column($after, 'authorkey'))));
        // A deleted one stands for an id that is taken, and for nobody.
        $left = array_filter($after, fn(\stdClass $row): bool => !$row->deleted);
        $this->assertCount(3, $left);
        $this->assertSame([], array_intersect(array_column($rows, 'id'), array_column($left, 'id')));
        // Now anybody may change them, and new ones show at once.
        $this->run_as($this->learners[2], self::note(0, 'prikkels', 'Delta, samen', $reply['revision']));
        $this->assertCount(4, $this->run_as($this->learners[0], self::note(9, 'prikkels', 'Nieuw'))['room']['contributions']);
    }

    /**
     * From the first note that is written for a reveal on, its activity stays hidden.
     */
    public function test_writing_freezes(): void {
        global $DB;

        $this->create_activity(['format' => 'werkoverleg', 'visibility' => 'hidden']);
        $this->run_as($this->trainer, ['type' => 'choose_part', 'from' => 'week', 'to' => 'maand']);
        $this->start('retrospectief');
        $this->run_as($this->learners[0], self::note(1, 'retrospectief', 'Goed'));
        $this->assertTrue(lifecycle::has_answers((int) $this->cm->instance));
        $DB->set_field('leerlandschap', 'visibility', 'named');
        $this->assertSame('hidden', $this->read($this->trainer)['room']['settings']['visibility']);
    }

    /**
     * Closing deletes what was written for a reveal that never came, and keeps private notes their author's.
     */
    public function test_closing(): void {
        $this->create_activity(['format' => 'leerklimaat'], 3);
        $this->start('prikkels');
        $this->run_as($this->learners[0], self::note(1, 'prikkels', 'Niet getoond'));
        $reply = $this->run_as($this->trainer, ['type' => 'close', 'from' => 'prikkels']);
        $this->assertSame([], $reply['room']['contributions']);
        $this->assertSame([], self::rows());

        $this->create_activity(['format' => 'leerkring'], 0);
        $this->run_as($this->learners[0], ['type' => 'join']);
        $this->run_as($this->learners[0], self::note(2, 'leervraag', 'Geheim'));
        $this->run_as($this->learners[0], self::note(3, 'leervraag', 'Gedeeld'));
        $this->run_as($this->learners[0], ['type' => 'share', 'id' => self::uuid(3), 'base' => 1]);
        $this->run_as($this->trainer, ['type' => 'close', 'from' => '@start']);
        $this->assertSame('Geheim', $this->read($this->learners[0])['me']['contributions'][0]['fields']['text']);
        $this->assertArrayNotHasKey('contributions', $this->read($this->learners[1])['me']);
        $next = ['type' => 'start_next', 'from' => 1, 'part' => 'bijeenkomst'];
        $reply = $this->run_as($this->trainer, $next);
        $this->assertSame(2, $reply['room']['number']);
        $this->assertStringNotContainsString('Geheim', json_encode($reply));
    }

    /**
     * What was written as private no reveal shows, whatever has become of the exercise since.
     *
     * @dataProvider visibilities
     * @param string $visibility of the activity
     */
    public function test_no_reveal_shows_private_notes(string $visibility): void {
        global $DB;

        $this->create_activity(['format' => 'leerkring', 'visibility' => $visibility]);
        foreach ($this->learners as $i => $learner) {
            $this->run_as($learner, ['type' => 'join']);
            $this->run_as($learner, self::note($i, 'leervraag', "Geheim $i"));
        }
        $this->become_a_step_that_reveals('leervraag');
        $round = ['type' => 'set_round', 'step' => 'leervraag', 'round' => 1];
        $this->run_as($this->trainer, $round + ['from' => 'none', 'to' => 'open']);
        // What is written from now on is written for the reveal, and is told from what was there.
        $this->assertSame([0, 3], $this->counted('leervraag'));
        foreach ($this->learners as $i => $learner) {
            $this->run_as($learner, self::note(10 + $i, 'leervraag', "Voor ons $i"));
        }
        $this->assertSame([3, 3], $this->counted('leervraag'));
        $this->run_as($this->learners[2], ['type' => 'delete', 'id' => self::uuid(12), 'base' => 1]);
        $reply = $this->run_as($this->trainer, $round + ['from' => 'open', 'to' => 'revealed']);
        $texts = fn(array $contributions): array => array_column(array_column($contributions, 'fields'), 'text');
        $this->assertSame(['Voor ons 0', 'Voor ons 1'], $texts($reply['room']['contributions']));
        foreach ($this->learners as $i => $learner) {
            $reply = $this->read($learner);
            $this->assertSame(["Geheim $i"], $texts($reply['me']['contributions']));
            $this->assertStringNotContainsString('Geheim', json_encode($reply['room']));
            $this->assertSame((int) $learner->id, (int) self::rows()[self::uuid($i)]->authorid);
        }
        $deleted = self::rows()[self::uuid(12)];
        $this->assertSame(['group', null, null], [$deleted->audience, $deleted->authorid, $deleted->authorkey]);
        $this->run_as($this->trainer, ['type' => 'close', 'from' => '@start']);
        $this->assertStringNotContainsString('Geheim', json_encode($this->read($this->trainer)));
        $this->assertCount(3, $DB->get_records_select('leerlandschap_contrib', "audience = 'author'"));
    }

    /**
     * The attack from the start: private notes, another format, an exercise with a step of the same name, a reveal.
     */
    public function test_another_format_publishes_nothing(): void {
        global $DB;

        $this->create_activity(['format' => 'leerkring']);
        foreach ($this->learners as $i => $learner) {
            $this->run_as($learner, ['type' => 'join']);
            $this->run_as($learner, self::note($i, 'leervraag', "Geheim $i"));
        }
        // As if the form had let another format through.
        $DB->set_field('leerlandschap', 'format', 'werkoverleg');
        $this->setUser($this->trainer);
        $editor = new editing\exercise_editor($this->cm);
        $opened = $editor->read();
        $exercise = json_decode($opened['exercise']);
        $step = clone array_column($exercise->steps, null, 'id')['retrospectief'];
        $step->id = 'leervraag';
        $exercise->steps[] = $step;
        $exercise->series->parts[0]->steps[] = 'leervraag';
        $saved = $editor->save($opened['version'], json_encode($exercise), true);
        $at = '/steps/' . (count($exercise->steps) - 1);
        $this->assertContains(['at' => $at, 'code' => 'used_step_added'], $saved['problems']);
        $this->assertSame($opened['version'], $saved['version']);
        $this->assertSame(0, $DB->count_records('leerlandschap_exercise'));
    }

    /**
     * Ids of rows tell neither who wrote first nor what else is of the author of a note that is shared now.
     */
    public function test_ids_tell_nothing(): void {
        $this->create_activity(['format' => 'leerkring']);
        foreach ($this->learners as $i => $learner) {
            $this->run_as($learner, ['type' => 'join']);
            foreach (range(0, 9) as $j) {
                $this->run_as($learner, self::note(10 * $i + $j, 'leervraag', "Nummer $j"));
            }
        }
        $this->run_as($this->learners[0], ['type' => 'share', 'id' => self::uuid(4), 'base' => 1]);
        $rows = self::rows();
        $this->assertSame(['group', null], [$rows[self::uuid(4)]->audience, $rows[self::uuid(4)]->authorid]);
        $this->assertGreaterThanOrEqual(2 ** 40, min(array_column($rows, 'id')));
        // By their ids they are not in the order in which they were written: that happens once in 30!.
        $inorder = array_keys($rows);
        sort($inorder);
        $this->assertNotSame($inorder, array_keys($rows));
        // Among themselves they keep their order all the same.
        $own = $this->read($this->learners[1])['me']['contributions'];
        $this->assertSame(range(0, 9), array_column($own, 'position'));
        $this->assertSame('Nummer 9', $own[9]['fields']['text']);
    }

    /**
     * However much was written and deleted before, a reveal takes the same number of statements.
     */
    public function test_deleted_notes_weigh_on_no_reveal(): void {
        global $DB;

        $reveal = function (int $deleted) use ($DB): int {
            $this->learners = [];
            $this->create_activity(['format' => 'leerklimaat'], 2);
            $this->start('prikkels');
            foreach ($this->learners as $i => $learner) {
                for ($j = 0; $j < $deleted; $j++) {
                    $this->run_as($learner, self::note(100 * $i + $j, 'prikkels', 'Weg'));
                    $this->run_as($learner, ['type' => 'delete', 'id' => self::uuid(100 * $i + $j), 'base' => 1]);
                }
                $this->run_as($learner, self::note(100 * $i + 99, 'prikkels', "Van $i"));
            }
            $this->setUser($this->trainer);
            $manager = manager::of_cm($this->cm, 0);
            $meeting = $manager->read(0)['room']['meeting'];
            $round = ['type' => 'set_round', 'step' => 'prikkels', 'round' => 1, 'from' => 'open', 'to' => 'revealed'];
            $before = $DB->perf_get_writes();
            $reply = $manager->run($meeting, [$round], 0);
            $this->assertCount(2, $reply['room']['contributions']);
            return $DB->perf_get_writes() - $before;
        };
        $none = $reveal(0);
        $this->assertSame($none, $reveal(20));
        // A late change still finds out.
        $this->assert_refused('deleted', fn() => $this->run_as($this->learners[0], self::note(0, 'prikkels', 'Terug', 1)));
        $released = "deleted = 1 AND audience = 'group' AND authorkey IS NULL";
        $this->assertSame(40, $DB->count_records_select('leerlandschap_contrib', $released));
    }

    /**
     * Puts an exercise in place in which a step shows at a reveal what is written in it.
     *
     * @param string $step the step
     */
    private function become_a_step_that_reveals(string $step): void {
        global $DB;

        $instance = $DB->get_record('leerlandschap', ['id' => $this->cm->instance]);
        $exercise = json_decode(editing\exercise_editor::present($instance));
        foreach ($exercise->steps as $one) {
            if ($one->id === $step) {
                $one->settings->visibility = 'hidden_until_reveal';
                unset($one->settings->share);
            }
        }
        own_exercise::put($instance, json_encode($exercise), null);
    }

    /**
     * How many count as having written in a step, and of how many.
     *
     * @param string $step the step
     * @return int[]
     */
    private function counted(string $step): array {
        $counts = array_column($this->read($this->trainer)['counts'], null, 'step')[$step];
        return [$counts['answered'], $counts['present']];
    }
}
