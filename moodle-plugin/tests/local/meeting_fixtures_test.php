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

require_once(__DIR__ . '/../fixture_reader.php');

/**
 * Whole meetings, command by command: the app's own server gives the same rooms and refusals.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \mod_leerlandschap\local\manager
 * @covers \mod_leerlandschap\local\command\command
 * @covers \mod_leerlandschap\local\submission
 * @covers \mod_leerlandschap\local\room_builder
 * @covers \mod_leerlandschap\local\tally
 */
final class meeting_fixtures_test extends \advanced_testcase {
    use \mod_leerlandschap\fixture_reader;

    /** @var \stdClass[] users by their key in the fixture */
    private array $users = [];

    /** @var array the fixture */
    private array $fixture;

    /** @var int the group that meets, 0 without groups */
    private int $groupid = 0;

    /**
     * The meetings.
     *
     * @return array[]
     */
    public static function meetings(): array {
        return self::fixtures('meetings');
    }

    /**
     * A meeting goes as its fixture says.
     *
     * @dataProvider meetings
     * @param array $fixture the fixture
     */
    public function test_meeting(array $fixture): void {
        $this->resetAfterTest();
        // Refusals roll back for real.
        $this->preventResetByRollback();
        $this->fixture = $fixture;
        $cm = $this->create_activity();
        $clock = $this->mock_clock_with_frozen();
        foreach ($fixture['script'] as $i => $entry) {
            $time = sprintf('%d.%03d', intdiv($entry['at'], 1000), $entry['at'] % 1000);
            $clock->time = \DateTimeImmutable::createFromFormat('U.v', $time);
            $this->setUser($this->users[$entry['as'] ?? array_key_first($this->users)]);
            $manager = manager::of_cm($cm, $this->groupid);
            $where = "script/$i " . json_encode($entry);
            if (isset($entry['do'])) {
                $meeting = $manager->read(0)['room']['meeting'];
                $this->assertSame($entry['expect'], $this->outcome($manager, $meeting, $entry['do']), $where);
                continue;
            }
            $this->assert_seen($entry, $manager, $where);
        }
    }

    /**
     * Asserts that somebody sees what an entry of the script says.
     *
     * @param array $entry the entry: room, me, or since and reply
     * @param manager $manager the activity as they meet it
     * @param string $where the entry, for messages
     */
    private function assert_seen(array $entry, manager $manager, string $where): void {
        $reply = $manager->read($entry['since'] ?? 0);
        $shown = [
            'room' => $reply['room'] ?? [],
            'me' => $reply['me'] ?? [],
            'reply' => ['room' => (bool) $reply['room'], 'me' => (bool) $reply['me']] + $reply + ['earlier' => []],
        ];
        foreach ($shown as $part => $whole) {
            $seen = $this->with_keys($whole);
            foreach ($entry[$part] ?? [] as $name => $expected) {
                if ($name === 'settings') {
                    // What a fixture leaves out is the default.
                    $expected += ['pace' => 'together'];
                }
                $known = self::comparable($seen[$name] ?? null);
                $this->assertSame(self::comparable($expected), $known, "$name in $where");
            }
        }
    }

    /**
     * Runs a command.
     *
     * @param manager $manager the activity
     * @param string $meeting id of the meeting
     * @param array $command the command as the fixture has it
     * @return string ok, or the code of the refusal
     */
    private function outcome(manager $manager, string $meeting, array $command): string {
        try {
            $manager->run($meeting, [$this->with_ids($command)], 0);
            return 'ok';
        } catch (refusal $refusal) {
            return $refusal->code();
        }
    }

    /**
     * Makes the activity, with the people of the fixture.
     *
     * @return \cm_info
     */
    private function create_activity(): \cm_info {
        $generator = $this->getDataGenerator();
        $course = $generator->create_course();
        $format = $this->fixture['format'] ?? $this->use_exercise($this->fixture['exercise']);
        $settings = $this->fixture['settings'];
        $instance = $generator->create_module('leerlandschap', [
            'course' => $course->id,
            'format' => 'leerlandschap',
            'visibility' => $settings['visibility'],
            'minanswers' => $settings['min_answers'],
            'facilitation' => $settings['facilitation'],
            'pace' => $settings['pace'] ?? 'together',
            'groupmode' => empty($this->fixture['group']) ? NOGROUPS : SEPARATEGROUPS,
        ]);
        if (!empty($this->fixture['group'])) {
            $this->groupid = $generator->create_group(['courseid' => $course->id, 'name' => 'Noord'])->id;
        }
        if ($format !== 'leerlandschap') {
            global $DB;
            $DB->set_field('leerlandschap', 'format', $format, ['id' => $instance->id]);
        }
        $roles = ['participate' => $generator->create_role(), 'facilitate' => $generator->create_role()];
        foreach ($roles as $right => $role) {
            assign_capability('mod/leerlandschap:view', CAP_ALLOW, $role, SYSCONTEXTID);
            assign_capability("mod/leerlandschap:$right", CAP_ALLOW, $role, SYSCONTEXTID);
        }
        foreach ($this->fixture['people'] as $key => $person) {
            $this->users[$key] = $generator->create_user(['firstname' => $person['name']]);
            foreach (array_intersect_key($roles, array_filter($person)) as $role) {
                $generator->enrol_user($this->users[$key]->id, $course->id, $role);
            }
            if ($this->groupid) {
                groups_add_member($this->groupid, $this->users[$key]->id);
            }
        }
        $mayanswer = count(array_filter(array_column($this->fixture['people'], 'participate')));
        $this->assertSame($this->fixture['expected'] ?? $mayanswer, $mayanswer);
        if (isset($this->fixture['part'])) {
            $this->start_with($instance->id, $this->fixture['part']);
        }
        return get_fast_modinfo($course)->get_cm($instance->cmid);
    }

    /**
     * Starts the first meeting with a run of the fixture's choice.
     *
     * @param int $instanceid the activity
     * @param string $part the run
     */
    private function start_with(int $instanceid, string $part): void {
        global $DB;

        $instance = $DB->get_record('leerlandschap', ['id' => $instanceid], '*', MUST_EXIST);
        $meeting = (new meeting_store($instance, exercise_store::of_instance($instance)))->insert(0, 1, $part, 1);
        rounds::of_meeting($meeting)->open_first($meeting->open_from_start());
    }

    /**
     * Ships an exercise of the fixture's own.
     *
     * @param array $exercise a format file
     * @return string id of the format
     */
    private function use_exercise(array $exercise): string {
        $folder = make_request_directory();
        // Decoded to arrays, an empty object looks like an empty list.
        $exercise['scales'] = (object) $exercise['scales'];
        foreach ($exercise['steps'] as &$step) {
            $step['settings'] = (object) $step['settings'];
        }
        unset($step);
        file_put_contents("$folder/{$exercise['id']}.json", json_encode($exercise));
        $this->assertSame([], exercise_checker::problems(json_encode($exercise)));
        \core\di::set(exercise_store::class, new exercise_store($folder));
        return $exercise['id'];
    }

    /**
     * A command with ids of users in place of their keys.
     *
     * @param array $command the command
     * @return array
     */
    private function with_ids(array $command): array {
        array_walk_recursive($command, function (mixed &$value, string|int $name): void {
            $names = ['person', 'from', 'to', 'who_person', 'owner_person'];
            if (in_array($name, $names, true) && isset($this->users[$value ?? ''])) {
                $value = (string) $this->users[$value]->id;
            }
        });
        return $command;
    }

    /**
     * A room with keys of people in place of ids of users, and their names as the fixture has them.
     *
     * @param array $seen a room, or what only the participant gets
     * @return array
     */
    private function with_keys(array $seen): array {
        $keys = [];
        foreach ($this->users as $key => $user) {
            $keys[$user->id] = $key;
        }
        array_walk_recursive($seen, function (mixed &$value, string|int $name) use ($keys): void {
            $names = ['id', 'person', 'chair', 'author', 'who_person', 'owner_person'];
            if (in_array($name, $names, true) && isset($keys[$value ?? ''])) {
                $value = $keys[$value];
            }
        });
        foreach ($seen['counts'] ?? [] as $i => $count) {
            if (isset($count['who'])) {
                $seen['counts'][$i]['who'] = array_map(fn(string $id): string => $keys[$id], $count['who']);
            }
        }
        foreach ($seen['people'] ?? [] as $i => $person) {
            $this->assertStringStartsWith($this->fixture['people'][$person['id']]['name'], $person['name']);
            $seen['people'][$i]['name'] = $this->fixture['people'][$person['id']]['name'];
        }
        if (isset($seen['person'])) {
            $seen['name'] = $this->fixture['people'][$seen['person']]['name'];
        }
        return $seen;
    }

    /**
     * A value whose objects have their members in one order.
     *
     * @param mixed $value the value
     * @return mixed
     */
    private static function comparable(mixed $value): mixed {
        if (!is_array($value)) {
            return $value;
        }
        if (!array_is_list($value)) {
            ksort($value);
        }
        return array_map([self::class, 'comparable'], $value);
    }
}
