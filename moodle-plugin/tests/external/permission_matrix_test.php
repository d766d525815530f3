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

defined('MOODLE_INTERNAL') || die();

require_once(__DIR__ . '/services_testcase.php');

use core_external\external_api;
use mod_leerlandschap\local\pulse\responder;
use mod_leerlandschap\permission;
use stdClass;

/**
 * Everything that can be asked of the activity, by everybody who could ask it.
 *
 * Which room somebody enters is decided in access_test; arguments that make no sense are in hostile_calls_test; what
 * comes over HTTP from a learner's own session is in refusals.spec.mjs.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \mod_leerlandschap\external\meeting_service
 * @covers \mod_leerlandschap\external\exercise_service
 * @covers \mod_leerlandschap\external\report_service
 * @covers \mod_leerlandschap\external\outcome_service
 * @covers \mod_leerlandschap\local\pulse\grant
 * @covers \mod_leerlandschap\permission
 */
final class permission_matrix_test extends services_testcase {
    /**
     * Rows: what is asked. Columns: who asks. Cells: + allowed, 0 a reply without a room, else a key of CODES.
     *
     * T trainer, leads by right, has not joined    A administrator logged in as P
     * P participant, present                       B the big screen, opened by the trainer
     * N member of the group, has not joined        L nobody logged in
     * S of another group, separate groups          U suspended enrolment
     * V of another group, visible groups           R may only look
     * W in no group                                C member who holds the chair, where members lead
     * X not enrolled                               M manager of the site, not enrolled
     * G guest, where the course lets guests in     D designer of the course, has not joined
     */
    private const MATRIX = <<<'TABLE'
        asked           T  P  N  S  V  W  X  G  A  B  L  U  R  C  M  D
        read            +  +  +  0  +  0  rl 0  +  +  sl rl +  +  +  +
        present         +  np np np np np rl np np +  sl rl np +  +  +
        join            +  +  +  og og ng rl gu la ip sl rl nr +  na +
        leave           +  +  ap og og ng rl gu la ip sl rl nr +  +  +
        took_part       ap +  ap og og ng rl gu la ip sl rl nr +  na ap
        answer          ap +  ap og og ng rl gu la ip sl rl nr +  na ap
        mark            +  na na og og ng rl gu la ip sl rl nr +  +  +
        take_chair      na na na og og ng rl gu la ip sl rl nr +  na na
        hand_chair      na na na og og ng rl gu la ip sl rl nr +  na na
        go_to           +  na na og og ng rl gu la ip sl rl nr +  +  +
        set_timer       +  na na og og ng rl gu la ip sl rl nr +  +  +
        open_round      +  na na og og ng rl gu la ip sl rl nr +  +  +
        close_round     +  na na og og ng rl gu la ip sl rl nr +  +  +
        reveal          +  na na og og ng rl gu la ip sl rl nr +  +  +
        choose_part     +  na na og og ng rl gu la ip sl rl nr +  +  +
        ask_sharing     +  na na og og ng rl gu la ip sl rl nr +  +  +
        consent         ap +  ap og og ng rl gu la ip sl rl nr +  na ap
        publish         +  na na og og ng rl gu la ip sl rl nr +  +  +
        withdraw        +  na na og og ng rl gu la ip sl rl nr +  +  +
        close           +  na na og og ng rl gu la ip sl rl nr +  +  +
        start_next      +  na na og og ng rl gu la ip sl rl nr +  +  +
        save            +  +  ap og og ng rl gu la ip sl rl nr +  +  +
        save_hands      +  na na og og ng rl gu la ip sl rl nr +  +  +
        share           uc +  ap og og ng rl gu la ip sl rl nr uc uc uc
        delete          +  +  ap og og ng rl gu la ip sl rl nr +  +  +
        move            +  +  ap og og ng rl gu la ip sl rl nr +  +  +
        get_exercise    np np np np np np rl np np ip sl rl np np +  +
        save_exercise   np np np np np np rl np np ip sl rl np np +  +
        get_preset      np np np np np np rl np np ip sl rl np np +  +
        save_preset     np np np np np np rl np np ip sl rl np np +  na
        delete_preset   np np np np np np rl np np ip sl rl np np +  na
        report          +  np np np np np rl np np ip sl rl np np +  +
        participation   +  np np np np np rl np np ip sl rl np np +  +
        outcome         +  np np np np np rl np np ip sl rl np np +  +
        set_status      +  np np np np np rl np np ip sl rl np np +  +
        view_page       +  +  +  +  +  +  rl +  +  +  rl rl +  +  +  +
        rehearse_page   +  np np np np np rl np np +  rl rl np np +  +
        bigscreen_page  +  np np np np np rl np np +  rl rl np +  +  +
        report_page     +  np np np np np rl np np +  rl rl np np +  +
        export_page     +  np np np np np rl np np +  rl rl np np +  +
        shared_page     +  +  +  +  +  +  rl np +  +  rl rl +  +  +  +
        edit_page       np np np np np np rl np np np rl rl np np +  +
        pulse           +  +  +  fb +  fb fb fb +  +  fb fb +  +  +  +
        pulse_as_leader +  fb fb fb fb fb fb fb fb fb fb fb fb fb +  +
        TABLE;

    /** What a cell stands for: codes of the protocol, then those of core; fb is the status of pulse.php. */
    private const CODES = [
        'na' => 'error:not_allowed', 'ap' => 'error:not_present', 'og' => 'error:other_group', 'ng' => 'error:no_group',
        'gu' => 'error:guest', 'la' => 'error:login_as', 'nr' => 'error:no_right', 'uc' => 'error:unknown_contribution',
        'np' => 'nopermissions', 'rl' => 'requireloginerror', 'sl' => 'servicerequireslogin', 'ip' => 'invalidparameter',
        'fb' => '403',
    ];

    /** In which meeting something is asked, where that is not one that votes. */
    private const STATES = [
        'choose_part' => 'start', 'start_next' => 'closed', 'save' => 'notes', 'took_part' => 'notes', 'delete' => 'notes',
        'move' => 'notes', 'share' => 'private', 'open_round' => 'closed_round', 'set_status' => 'action',
        'ask_sharing' => 'closing', 'consent' => 'asked', 'publish' => 'agreed', 'withdraw' => 'asked',
    ];

    /** What somebody in the room wrote or answered, and what the group is called. */
    private const SECRETS = ['Geheime reden', 'Geheime tekst', 'Noord'];

    /** @var stdClass[] who asks, by the letter of the column */
    private array $users = [];

    /** @var int[] ids of the groups */
    private array $groups = [];

    /** @var stdClass a member whose name nobody who is refused may learn */
    private stdClass $other;

    /** @var string id of the meeting */
    private string $meeting;

    /** @var int how long the timer of its step runs */
    private int $seconds;

    /** @var string the part that it goes through */
    private string $part;

    /** @var int id of a preset of the site */
    private int $preset;

    /**
     * Makes the people.
     */
    protected function setUp(): void {
        global $DB;

        parent::setUp();
        $generator = $this->getDataGenerator();
        foreach (['Noord', 'Zuid'] as $name) {
            $this->groups[] = (int) $generator->create_group(['courseid' => $this->course->id, 'name' => $name])->id;
        }
        foreach (['P', 'N', 'R', 'C', 'S', 'W'] as $who) {
            $this->users[$who] = $generator->create_and_enrol($this->course, 'student');
        }
        $this->other = $generator->create_and_enrol($this->course, 'student', ['firstname' => 'Ongenoemde']);
        $this->users['X'] = $generator->create_user();
        $this->users['U'] = $generator->create_user();
        $generator->enrol_user($this->users['U']->id, $this->course->id, 'student', 'manual', 0, 0, ENROL_USER_SUSPENDED);
        $this->users['M'] = $generator->create_user();
        role_assign($DB->get_field('role', 'id', ['shortname' => 'manager']), $this->users['M']->id, \context_system::instance());
        $this->users['D'] = $generator->create_and_enrol($this->course, 'editingteacher');
        $this->users += ['T' => $this->trainer, 'B' => $this->trainer, 'A' => $this->users['P'], 'V' => $this->users['S']];
        foreach (['T', 'P', 'N', 'R', 'C', 'U'] as $who) {
            groups_add_member($this->groups[0], $this->users[$who]->id);
        }
        groups_add_member($this->groups[0], $this->other->id);
        groups_add_member($this->groups[1], $this->users['S']->id);
        $context = \context_course::instance($this->course->id);
        $role = $generator->create_role();
        assign_capability('mod/leerlandschap:participate', CAP_PROHIBIT, $role, $context);
        role_assign($role, $this->users['R']->id, $context);
        $json = file_get_contents(__DIR__ . '/../../build/formats/leerlandschap.json');
        $this->preset = $DB->insert_record('leerlandschap_preset', (object) [
            'name' => 'Ours', 'namekey' => hash('sha256', 'ours'), 'format' => 'leerlandschap', 'exercise' => $json, 'version' => 1,
            'timecreated' => 1, 'timemodified' => 1,
        ]);
    }

    /**
     * The rows.
     *
     * @return array[] what is asked, and the cells by column
     */
    public static function rows(): array {
        $lines = array_map(fn(string $line): array => preg_split('/ +/', trim($line)), explode("\n", self::MATRIX));
        $columns = array_slice(array_shift($lines), 1);
        $rows = [];
        foreach ($lines as $line) {
            $asked = array_shift($line);
            $rows[$asked] = [$asked, array_combine($columns, $line)];
        }
        return $rows;
    }

    /**
     * Every service and every table that the plugin has is looked at.
     */
    public function test_nothing_is_missing(): void {
        $functions = [];
        require(__DIR__ . '/../../db/services.php');
        $this->arrange('voting', 'trainer', SEPARATEGROUPS);
        $asked = [];
        foreach (array_keys(self::rows()) as $row) {
            $asked[] = $this->request($row, 'T')[0] ?? '';
        }
        foreach (array_keys($functions) as $function) {
            $this->assertContains(str_replace('mod_leerlandschap_', '', $function), $asked);
        }
        preg_match_all('/<TABLE NAME="(\w+)"/', file_get_contents(__DIR__ . '/../../db/install.xml'), $tables);
        $this->assertEqualsCanonicalizing($tables[1], self::tables());
    }

    /**
     * A row: every cell is asked for. What is refused changes nothing and tells nothing.
     *
     * @dataProvider rows
     * @param string $asked what is asked
     * @param string[] $cells what is to come of it, by column
     */
    public function test_row(string $asked, array $cells): void {
        $this->assertContains('+', $cells, 'somebody can');
        $state = self::STATES[$asked] ?? 'voting';
        $last = null;
        foreach ($cells as $who => $cell) {
            $world = [$state, $who === 'C' ? 'members' : 'trainer', $who === 'V' ? VISIBLEGROUPS : SEPARATEGROUPS];
            // After a refusal everything is as it was.
            if ($last !== $world) {
                $this->arrange(...$world);
            }
            $said = $this->ask($asked, $who, "$asked by $who");
            $this->assertSame(self::CODES[$cell] ?? $cell, $said, "$asked by $who");
            $last = $said === '+' ? null : $world;
        }
    }

    /**
     * Makes an activity with a meeting.
     *
     * @param string $state how far it is
     * @param string $facilitation trainer or members
     * @param int $groupmode SEPARATEGROUPS or VISIBLEGROUPS
     */
    private function arrange(string $state, string $facilitation, int $groupmode): void {
        $format = ['start' => 'werkoverleg', 'closed' => 'werkoverleg', 'private' => 'leerkring'][$state] ?? 'leerlandschap';
        $this->create_activity(['format' => $format, 'facilitation' => $facilitation, 'groupmode' => $groupmode], 0);
        [$group] = $this->groups;
        foreach ([$this->users['P'], $this->other, $this->users['C']] as $user) {
            if ($user !== $this->users['C'] || $facilitation === 'members') {
                $this->run_as($user, ['type' => 'join'], $group);
            }
        }
        if ($facilitation === 'members') {
            $chair = ['type' => 'set_chair', 'from' => null, 'to' => (string) $this->users['C']->id];
            $this->run_as($this->users['C'], $chair, $group);
        }
        if ($state === 'notes') {
            $this->run_as($this->trainer, ['type' => 'go_to', 'from' => '@start', 'to' => 'opbrengst'], $group);
            foreach ([1, 2] as $number) {
                $fields = ['column' => 'eens', 'text' => "Geheime tekst $number"];
                $this->run_as($this->other, self::note($number, 'opbrengst') + ['fields' => $fields], $group);
            }
        } else if ($state === 'action') {
            $this->run_as($this->trainer, ['type' => 'go_to', 'from' => '@start', 'to' => 'vervolgacties'], $group);
            $fields = ['what' => 'Geheime tekst', 'who_text' => 'x', 'when' => '2026-12-01'];
            $action = ['kind' => 'action', 'fields' => $fields] + self::note(1, 'vervolgacties');
            $this->run_as($this->other, $action, $group);
        } else if ($state === 'private') {
            $fields = ['column' => 'vraag', 'text' => 'Geheime tekst'];
            $this->run_as($this->users['P'], self::note(1, 'leervraag') + ['fields' => $fields], $group);
        } else if ($format === 'leerlandschap') {
            $this->run_as($this->trainer, ['type' => 'go_to', 'from' => '@start', 'to' => 'stellingen'], $group);
            $this->run_as($this->other, ['reason' => 'Geheime reden'] + self::answer('st1', 4), $group);
        }
        if ($state === 'closed_round') {
            $round = ['type' => 'set_round', 'step' => 'stellingen', 'round' => 1, 'from' => 'open', 'to' => 'closed'];
            $this->run_as($this->trainer, $round, $group);
        }
        if (in_array($state, ['closing', 'asked', 'agreed'], true)) {
            $this->run_as($this->trainer, ['type' => 'go_to', 'from' => 'stellingen', 'to' => '@closing'], $group);
        }
        if (in_array($state, ['asked', 'agreed'], true)) {
            $this->run_as($this->trainer, ['type' => 'ask_sharing', 'asked' => null, 'lesson' => 'Geheime tekst'], $group);
        }
        $room = $this->read($this->trainer, $group)['room'];
        if ($state === 'agreed') {
            foreach ([$this->users['P'], $this->other, ...($facilitation === 'members' ? [$this->users['C']] : [])] as $user) {
                $consent = ['type' => 'consent', 'asked' => $room['sharing']['asked'], 'agrees' => true];
                $this->run_as($user, $consent, $group);
            }
        }
        $this->meeting = $room['meeting'];
        $this->seconds = $room['timer']['seconds'] ?? 0;
        $this->part = $room['part'];
        if ($state === 'closed') {
            $this->run_as($this->trainer, ['type' => 'close', 'from' => '@start'], $group);
        }
    }

    /**
     * A note as a command.
     *
     * @param int $number makes its id
     * @param string $step the step
     * @return array without its fields
     */
    private static function note(int $number, string $step): array {
        return ['type' => 'save', 'id' => self::uuid($number), 'step' => $step, 'kind' => 'note', 'base' => null];
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
     * Asks, and asserts that a refusal changes nothing and tells nothing.
     *
     * @param string $asked the row
     * @param string $who the column
     * @param string $where both
     * @return string + for a reply, 0 for one without a room, else the code of the refusal
     */
    private function ask(string $asked, string $who, string $where): string {
        global $DB;

        $enrol = ['courseid' => $this->course->id, 'enrol' => 'guest'];
        $DB->set_field('enrol', 'status', $who === 'G' ? ENROL_INSTANCE_ENABLED : ENROL_INSTANCE_DISABLED, $enrol);
        $request = $this->request($asked, $who);
        $before = self::stored();
        $this->become($who);
        $response = match (true) {
            str_starts_with($asked, 'pulse') => $this->ask_pulse($asked, $who),
            str_ends_with($asked, '_page') => $this->ask_page($asked),
            default => external_api::call_external_function("mod_leerlandschap_$request[0]", $request[1], true),
        };
        $this->setUser(null);
        $said = $response['error'] ? $response['exception']->errorcode : '+';
        if ($said === '+' && $asked === 'read' && $response['data']['room'] === null) {
            $said = '0';
        }
        if ($said === '+') {
            return $said;
        }
        $this->assertSame($before, self::stored(), $where);
        $exception = $response['exception'] ?? null;
        $texts = [$exception->message ?? '', $exception->debuginfo ?? '', $exception->body ?? ''];
        $told = json_encode([$response['data'] ?? null, $texts]);
        foreach ([...self::SECRETS, fullname($this->other), "\"meeting\":\"$this->meeting\""] as $secret) {
            $this->assertStringNotContainsString($secret, $told, $where);
        }
        if (str_starts_with($said, 'error:')) {
            $this->assertSame(get_string($said, 'mod_leerlandschap'), $exception->message, $where);
        }
        return $said;
    }

    /**
     * Makes somebody the current user.
     *
     * @param string $who the column
     */
    private function become(string $who): void {
        match ($who) {
            'L' => $this->setUser(null),
            'G' => $this->setGuestUser(),
            'A' => $this->setAdminUser(),
            default => $this->setUser($this->users[$who]),
        };
        if ($who === 'A') {
            \core\session\manager::loginas($this->users['A']->id, \context_course::instance($this->course->id));
        }
        $_POST['sesskey'] = sesskey();
    }

    /**
     * A request as the app would make it.
     *
     * @param string $asked the row
     * @param string $who the column
     * @return array name of the service and its arguments; empty where it is none of a service
     */
    private function request(string $asked, string $who): array {
        $commands = $this->commands($who);
        $exercise = file_get_contents(__DIR__ . '/../../build/formats/leerlandschap.json');
        $services = [
            'read' => ['get_meeting', []],
            'present' => ['get_meeting', ['presenting' => true]],
            'answer' => ['submit_answers', ['answers' => [array_diff_key(self::answer('st1', 3), ['type' => 0])]]],
            'start_next' => ['start_meeting', ['from' => 1, 'part' => 'week']],
            'get_exercise' => ['get_exercise', []],
            'save_exercise' => ['save_exercise', ['version' => 0, 'exercise' => $exercise]],
            'get_preset' => ['get_preset', ['id' => $this->preset]],
            'save_preset' => ['save_preset', ['name' => 'New', 'exercise' => $exercise]],
            'delete_preset' => ['delete_preset', ['id' => $this->preset]],
            'report' => ['get_report', []],
            'participation' => ['get_participation', []],
            'outcome' => ['read_outcome', ['meeting' => $this->meeting]],
            'set_status' => ['set_action_status', [
                'meeting' => $this->meeting, 'action' => self::uuid(1), 'status' => 'done',
                'revision' => $this->revision_of(1) ?? 0,
            ]],
        ];
        $command = $commands[$asked] ?? null;
        $service = match (true) {
            $command === null => $services[$asked] ?? null,
            in_array($command['type'], ['join', 'leave', 'took_part', 'consent'], true) => ['take_part', $command],
            in_array($command['type'], ['save', 'share', 'delete', 'move'], true) =>
                ['save_contributions', ['contributions' => [$command]]],
            default => ['steer_meeting', ['command' => $command]],
        };
        if (!$service) {
            return [];
        }
        [$function, $args] = $service;
        $args = ['cmid' => $this->cm->id] + $args;
        $isofreport = in_array($asked, ['outcome', 'set_status'], true);
        if (!str_ends_with($function, '_exercise') && !str_ends_with($function, '_preset') && !$isofreport) {
            $args += ['groupid' => $who === 'W' ? 0 : $this->groups[0]];
            $args += str_starts_with($function, 'get_') ? [] : ['meeting' => $this->meeting];
        }
        return [$function, $args + ($who === 'B' ? ['presenting' => true] : [])];
    }

    /**
     * The commands of the rows that are one.
     *
     * @param string $who the column
     * @return array[] by row
     */
    private function commands(string $who): array {
        // Whoever has no id of their own asks in the name of another.
        $self = (string) ($this->users[$who] ?? $this->other)->id;
        $chair = $who === 'C' ? $self : null;
        $round = ['type' => 'set_round', 'step' => 'stellingen', 'round' => 1, 'from' => 'open'];
        $field = fn(string $name, string $value): array => ['name' => $name, 'value' => $value];
        return [
            'join' => ['type' => 'join'],
            'leave' => ['type' => 'leave'],
            'took_part' => ['type' => 'took_part', 'step' => 'opbrengst'],
            'mark' => ['type' => 'mark', 'person' => (string) $this->other->id, 'present' => false],
            'take_chair' => ['type' => 'set_chair', 'from' => $chair, 'to' => $self],
            'hand_chair' => ['type' => 'set_chair', 'from' => $chair, 'to' => (string) $this->other->id],
            'go_to' => ['type' => 'go_to', 'from' => 'stellingen', 'to' => 'opbrengst'],
            'set_timer' => ['type' => 'set_timer', 'step' => 'stellingen',
                'timer_from' => ['seconds' => $this->seconds, 'running' => true],
                'timer_to' => ['seconds' => 60, 'running' => false]],
            'open_round' => ['from' => 'closed', 'to' => 'open'] + $round,
            'close_round' => ['to' => 'closed'] + $round,
            'reveal' => ['to' => 'revealed'] + $round,
            'choose_part' => ['type' => 'choose_part', 'from' => $this->part, 'to' => 'maand'],
            'ask_sharing' => ['type' => 'ask_sharing', 'asked' => null, 'lesson' => null],
            'consent' => ['type' => 'consent', 'asked' => $this->asked(), 'agrees' => true],
            'publish' => ['type' => 'publish', 'asked' => $this->asked()],
            'withdraw' => ['type' => 'withdraw', 'asked' => $this->asked()],
            'close' => ['type' => 'close', 'from' => 'stellingen'],
            'save' => self::note(9, 'opbrengst') + ['fields' => [$field('column', 'eens'), $field('text', 'x')]],
            'save_hands' => ['kind' => 'hands', 'fields' => [$field('item', 'st1'), $field('counts', '1,2,3,2,1')]]
                + self::note(9, 'stellingen'),
            'share' => ['type' => 'share', 'id' => self::uuid(1), 'base' => 1],
            'delete' => ['type' => 'delete', 'id' => self::uuid(1), 'base' => $this->revision_of(1)],
            'move' => ['type' => 'move', 'id' => self::uuid(2), 'after' => null],
        ];
    }

    /**
     * The revision of a contribution.
     *
     * @param int $number makes its id
     * @return int|null
     */
    private function revision_of(int $number): ?int {
        global $DB;

        $where = ['meetingid' => $this->meeting, 'uuid' => self::uuid($number)];
        $revision = $DB->get_field('leerlandschap_contrib', 'revision', $where);
        return $revision === false ? null : (int) $revision;
    }

    /**
     * The question whether other groups may see something.
     *
     * @return int|null the revision with which it was asked, null for none
     */
    private function asked(): ?int {
        global $DB;

        $asked = $DB->get_field('leerlandschap_sharing', 'asked', ['meetingid' => $this->meeting]);
        return $asked === false ? null : (int) $asked;
    }

    /**
     * Asks for a page, as far as it decides who may see it.
     *
     * @param string $asked the row
     * @return array error, and exception
     */
    private function ask_page(string $asked): array {
        global $PAGE;

        // As in a request of its own; Moodle 4.5 complains of another activity on the same page.
        $PAGE = new \moodle_page();
        $context = \context_module::instance($this->cm->id);
        try {
            require_login($this->course, false, get_fast_modinfo($this->course)->get_cm($this->cm->id), false, true);
            match ($asked) {
                'view_page' => permission::require_view($context),
                'rehearse_page' => permission::require_rehearse($context),
                'shared_page' => (new \mod_leerlandschap\local\sharing\published($this->cm, $this->instance_row()))->require_read(),
                'edit_page' => permission::require_edit($context),
                'report_page', 'export_page' => permission::require_reports($context),
                'bigscreen_page' => \mod_leerlandschap\local\bootstrap::for_presenting($this->cm, $this->groups[0]),
            };
        } catch (\moodle_exception $exception) {
            return ['error' => true, 'exception' => (object) [
                'errorcode' => $exception->errorcode, 'message' => $exception->getMessage(), 'debuginfo' => $exception->debuginfo,
            ]];
        }
        return ['error' => false];
    }

    /**
     * Asks pulse.php with the token that somebody can get, if any.
     *
     * @param string $asked the row
     * @param string $who the column
     * @return array error, and exception
     */
    private function ask_pulse(string $asked, string $who): array {
        global $CFG;

        [$function, $args] = $this->request('read', $who);
        $reply = external_api::call_external_function("mod_leerlandschap_$function", $args, true)['data'] ?? [];
        $token = $reply['pulse']['token'] ?? '';
        parse_str(parse_url($reply['pulse']['address'] ?? '', PHP_URL_QUERY) ?? '', $query);
        $query = ['meeting' => $this->meeting] + $query + ['audience' => 'participant'];
        if ($asked === 'pulse_as_leader') {
            $query['audience'] = 'facilitator';
        }
        $answer = (new responder($CFG->cachedir, 1000 * time()))->respond('GET', $query, $token, '');
        return ['error' => $answer['status'] !== 200, 'exception' => (object) [
            'errorcode' => (string) $answer['status'], 'body' => $answer['body'],
        ]];
    }
}
