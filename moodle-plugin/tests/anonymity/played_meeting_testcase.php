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

namespace mod_leerlandschap\anonymity;

defined('MOODLE_INTERNAL') || die();

require_once(__DIR__ . '/../backup/copy_testcase.php');
require_once(__DIR__ . '/../fixture_reader.php');
require_once(__DIR__ . '/all_readings.php');
require_once(__DIR__ . '/authors.php');
require_once(__DIR__ . '/dump.php');
require_once(__DIR__ . '/played_meeting.php');

use mod_leerlandschap\backup\copy_testcase;
use mod_leerlandschap\fixture_reader;
use mod_leerlandschap\local\exercise_store;
use mod_leerlandschap\local\random_id;
use mod_leerlandschap\local\secret;
use stdClass;

/**
 * Plays a hidden meeting with work of every kind, by the web services, as people would.
 *
 * Who does something when, and what they choose, is drawn at random, and so tells nothing by itself: where an attacker is
 * right more often than by chance, something that is stored has told them.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
abstract class played_meeting_testcase extends copy_testcase {
    use all_readings;
    use fixture_reader;

    /** How many people join. The last of them does nothing else, and the one before leaves out one step. */
    protected const JOINED = 9;

    /** The step that one of them leaves out. */
    protected const LEFT_OUT = 'rules';

    /** At which moments somebody makes a backup. */
    private const BACKED_UP = ['notes open', 'round 1 open', 'closed'];

    /** @var played_meeting|null the meeting as it was played, once for all tests: that takes a while */
    private static ?played_meeting $once = null;

    /** @var stdClass somebody who may do everything, and is not in the course */
    private stdClass $manager;

    /** @var played_meeting the meeting that is being played */
    private played_meeting $played;

    /** @var dump the database as it was after what was done last */
    private dump $last;

    /**
     * The meeting, played where that was not done yet.
     *
     * @return played_meeting a copy, that a test may change
     */
    protected function played(): played_meeting {
        self::$once ??= $this->play();
        return clone self::$once;
    }

    /**
     * Forgets the meeting, which is large.
     */
    protected static function forget(): void {
        self::$once = null;
    }

    /**
     * Makes an activity whose exercise has a step of every kind.
     *
     * @param array $settings settings of the activity
     * @param int $learners how many learners the course has
     */
    protected function create_everything(array $settings = [], int $learners = self::JOINED): void {
        $folder = make_request_directory();
        $fixture = json_decode(file_get_contents(self::fixture_path('meetings/relation.json')));
        file_put_contents("$folder/everything.json", json_encode($fixture->exercise));
        \core\di::set(exercise_store::class, new exercise_store($folder));
        $this->create_activity($settings + ['format' => 'everything', 'visibility' => 'hidden'], $learners);
        set_config('enabled_stores', 'logstore_standard', 'tool_log');
        set_config('buffersize', 0, 'logstore_standard');
        get_log_manager(true);
    }

    /**
     * Plays the meeting.
     *
     * @return played_meeting
     */
    private function play(): played_meeting {
        $this->create_everything(['completion' => COMPLETION_TRACKING_AUTOMATIC, 'completionfinish' => 1]);
        $this->played = new played_meeting(
            array_fill_keys(array_map(fn(stdClass $user): int => (int) $user->id, $this->learners), true),
            new authors()
        );
        $this->manager = get_admin();
        $this->read($this->trainer);
        $this->last = dump::take();
        foreach (self::in_any_order($this->learners) as $learner) {
            $this->act('join', $learner, 'take_part', ['type' => 'join']);
        }
        $active = array_slice($this->learners, 0, -1);
        $this->questions($active);
        $this->notes($active);
        $this->statements($active);
        $this->shared($active);
        $this->confirmation($active);
        $this->keep('before closing');
        $this->lead(['type' => 'close', 'from' => 'sum']);
        $this->keep('closed');
        $this->setAdminUser();
        \core\task\manager::get_scheduled_task(\mod_leerlandschap\task\follow_actions::class)->execute();
        $this->runAdhocTasks();
        $this->keep('after cron');
        return $this->played;
    }

    /**
     * Questions of every kind, handed in and shown.
     *
     * @param stdClass[] $people those who answer
     */
    private function questions(array $people): void {
        $this->go('@start', 'ask');
        $numbers = self::in_any_order(range(authors::TELLING, 99));
        foreach (self::in_any_order($people) as $i => $user) {
            $this->respond($user, [
                ['item' => 'q1', 'value' => random_int(1, 5)],
                ['item' => 'q2', 'choices' => [random_int(0, 1) ? 'a' : 'b']],
                ['item' => 'q3', 'choices' => ['a']],
                ['item' => 'q4', 'value' => $numbers[$i]],
                ['item' => 'q5', 'text' => $this->word()],
            ]);
            $this->act('hand in', $user, 'take_part', ['type' => 'took_part', 'step' => 'ask']);
        }
        $this->keep('questions open');
        $this->reveal('ask', 1);
    }

    /**
     * Notes for a reveal, dots on them, and private notes of which one is shared.
     *
     * @param stdClass[] $people those who write
     */
    private function notes(array $people): void {
        $this->go('ask', 'write');
        $notes = [];
        foreach (self::in_any_order($people) as $user) {
            $notes[] = $id = \core\uuid::generate();
            $this->write($user, $id, 'write', 'note', ['column' => random_int(0, 1) ? 'up' : 'down', 'text' => $this->word()]);
        }
        $this->keep('notes open');
        $this->reveal('write', 1);
        $this->lead(self::round('none', 'open', 2, [], 'write'));
        foreach (self::in_any_order($people) as $user) {
            $this->respond($user, [['item' => 'write:' . $notes[random_int(0, count($notes) - 1)], 'value' => 1]], 2);
        }
        $this->reveal('write', 2);
        $this->go('write', 'own');
        foreach (self::in_any_order($people) as $i => $user) {
            $id = \core\uuid::generate();
            $text = $this->word();
            $this->write($user, $id, 'own', 'note', ['column' => 'mine', 'text' => $text], 'write for oneself');
            if ($i) {
                $this->played->secrets["private note $i"] = $text;
            } else {
                $share = ['type' => 'share', 'id' => $id, 'base' => 1, 'step' => 'own', 'kind' => 'note', 'fields' => []];
                $this->act('share', $user, 'save_contributions', ['contributions' => [$share]]);
            }
        }
    }

    /**
     * Statements with reasons, answered, corrected, shown, and answered again.
     *
     * @param stdClass[] $people those who answer
     */
    private function statements(array $people): void {
        $this->go('own', 'vote');
        foreach ([1, 2] as $round) {
            $round > 1 && $this->lead(self::round('none', 'open', 2, ['s1', 's2'], 'vote'));
            foreach (self::in_any_order($people) as $user) {
                $corrections = random_int(0, 3);
                for ($seq = 1; $seq <= 1 + $corrections; $seq++) {
                    $this->respond($user, array_map(fn(string $item): array => [
                        'item' => $item, 'value' => random_int(1, 5), 'reason' => $this->word(), 'seq' => $seq,
                    ], ['s1', 's2']), $round);
                }
            }
            $this->keep("round $round open");
            $this->reveal('vote', $round);
            $this->keep("round $round revealed");
        }
    }

    /**
     * What the group writes in the open: actions, principles, which one person leaves out, and the vote on them.
     *
     * @param stdClass[] $people those who write
     */
    private function shared(array $people): void {
        $this->go('vote', 'act');
        $owner = end($this->learners);
        foreach (self::in_any_order($people) as $user) {
            $fields = ['what' => $this->word(), 'who_person' => (string) $owner->id, 'when' => '2031-01-01'];
            $this->write($user, \core\uuid::generate(), 'act', 'action', $fields);
        }
        $this->go('act', self::LEFT_OUT);
        $there = array_slice($people, 0, -1);
        $principles = [];
        foreach (self::in_any_order($there) as $user) {
            $principles[] = $id = \core\uuid::generate();
            $this->write($user, $id, self::LEFT_OUT, 'principle', ['text' => $this->word()]);
        }
        $this->lead(self::round('none', 'open', 1, [], self::LEFT_OUT));
        foreach (self::in_any_order($there) as $user) {
            $support = fn(string $id): array => ['item' => self::LEFT_OUT . ":$id", 'value' => random_int(1, 3)];
            $this->respond($user, array_map($support, $principles));
        }
        $this->reveal(self::LEFT_OUT, 1);
    }

    /**
     * A summary, and what people say of it.
     *
     * @param stdClass[] $people those who say something
     */
    private function confirmation(array $people): void {
        $this->go(self::LEFT_OUT, 'sum');
        foreach (['ask', 'write'] as $section) {
            $this->write($this->trainer, \core\uuid::generate(), 'sum', 'summary', ['section' => $section, 'text' => 'So']);
        }
        $this->lead(self::round('none', 'open', 1, [], 'sum'));
        foreach (self::in_any_order($people) as $user) {
            $this->respond($user, array_map(fn(string $section): array => [
                'item' => "sum:$section", 'value' => random_int(1, 3), 'reason' => $this->word(),
            ], ['ask', 'write']));
        }
        $this->reveal('sum', 1);
    }

    /**
     * Does something and looks what became of the database.
     *
     * @param string $what what it is
     * @param stdClass $user who does it
     * @param string $function the web service
     * @param array $args its arguments
     */
    private function act(string $what, stdClass $user, string $function, array $args): void {
        $meeting = $this->read($this->trainer)['room']['meeting'];
        $this->data($user, $function, ['meeting' => $meeting] + $args);
        $now = dump::take();
        $this->played->acts[] = [$what, (int) $user->id, $this->last->changes($now)];
        $this->last = $now;
    }

    /**
     * Keeps a copy of the database.
     *
     * @param string $moment when that is
     */
    private function keep(string $moment): void {
        $this->played->dumps[$moment] = $this->last = dump::take();
        foreach ($this->last->tables['leerlandschap_meeting'] as $row) {
            $bytes = $row['secretref'] === null ? null : secret::read($row['secretref']);
            if ($bytes !== null) {
                $this->played->secrets += ['secret' => bin2hex($bytes), 'secret in base64' => base64_encode($bytes)];
            }
        }
        // Who joined and said nothing sees what everybody sees, and nothing of their own.
        foreach (['learner' => end($this->learners), 'trainer' => $this->trainer, 'manager' => $this->manager] as $who => $user) {
            foreach ($this->readings_of($user) as $where => $text) {
                $this->played->texts[$moment]["$where, by a $who"] = $text;
            }
        }
        if (in_array($moment, self::BACKED_UP, true)) {
            $this->played->backups[$moment] = file_get_contents(self::file($this->back_up($this->cm)));
        }
        $this->last = dump::take();
    }

    /**
     * Leads.
     *
     * @param array $command the command
     */
    private function lead(array $command): void {
        $this->act($command['type'], $this->trainer, 'steer_meeting', ['command' => $command]);
    }

    /**
     * Brings the group to another step.
     *
     * @param string $from where it is
     * @param string $to the step
     */
    private function go(string $from, string $to): void {
        $this->lead(['type' => 'go_to', 'from' => $from, 'to' => $to]);
    }

    /**
     * Shows the results of a round.
     *
     * @param string $step the step
     * @param int $round the round
     */
    private function reveal(string $step, int $round): void {
        $this->lead(self::round('open', 'revealed', $round, [], $step));
    }

    /**
     * Answers.
     *
     * @param stdClass $user who answers
     * @param array[] $answers item, and what of the rest is said
     * @param int $round the round
     */
    private function respond(stdClass $user, array $answers, int $round = 1): void {
        $whole = array_map(fn(array $answer): array => $answer + [
            'round' => $round, 'value' => null, 'choices' => [], 'text' => '', 'reason' => '', 'seq' => 1,
        ], $answers);
        $this->act('answer', $user, 'submit_answers', ['answers' => $whole]);
        $exercise = exercise_store::of_instance($this->instance_row());
        foreach ($whole as $answer) {
            [$step, $id] = explode(':', $answer['item']) + [1 => null];
            $this->played->authors->note((int) $user->id, $answer, $id ? $step : $exercise->step_of_item($step, 'first'));
        }
    }

    /**
     * Writes something.
     *
     * @param stdClass $user who writes
     * @param string $id its id
     * @param string $step the step
     * @param string $kind its kind
     * @param string[] $fields its fields
     * @param string $what what that is
     */
    private function write(
        stdClass $user,
        string $id,
        string $step,
        string $kind,
        array $fields,
        string $what = 'write'
    ): void {
        $pairs = array_map(fn(string $name, string $value): array => [
            'name' => $name, 'value' => $value,
        ], array_keys($fields), $fields);
        if (isset($this->played->people[(int) $user->id])) {
            $this->played->authors->note_text((int) $user->id, $fields['text'] ?? $fields['what'], $step);
        }
        $this->act($what, $user, 'save_contributions', ['contributions' => [[
            'type' => 'save', 'id' => $id, 'step' => $step, 'kind' => $kind, 'base' => null, 'fields' => $pairs,
        ]]]);
    }

    /**
     * A word that nobody else says.
     *
     * @return string
     */
    private function word(): string {
        return 'woord' . bin2hex(random_bytes(6));
    }

    /**
     * A list in any order.
     *
     * @param array $list the list
     * @return array
     */
    private static function in_any_order(array $list): array {
        return random_id::shuffled($list);
    }
}
