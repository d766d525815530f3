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

use cm_info;
use mod_leerlandschap\local\pulse\grant;
use mod_leerlandschap\local\pulse\publisher;
use mod_leerlandschap\permission;
use stdClass;

/**
 * The activity as the current user meets it: reads the room of their group and runs their commands.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class manager {
    /** Commands that a closed meeting takes too. */
    private const OUTLASTING = ['publish', 'withdraw'];

    /** @var exercise the exercise, with the activity's scale */
    public readonly exercise $exercise;

    /** @var rules the rules that the activity's settings make */
    public readonly rules $rules;

    /** @var actor the current user */
    private readonly actor $actor;

    /** @var meeting_store the meetings of the activity */
    private readonly meeting_store $store;

    /**
     * An activity.
     *
     * @param cm_info $cm the course module
     * @param stdClass $instance row of leerlandschap
     * @param int $groupid the group asked for, 0 for none in particular
     * @param bool $presenting whether it is for the big screen
     * @throws \required_capability_exception for the big screen of a meeting that the user cannot come to lead
     */
    private function __construct(
        /** @var cm_info the course module */
        private readonly cm_info $cm,
        /** @var stdClass row of leerlandschap */
        public readonly stdClass $instance,
        int $groupid,
        bool $presenting,
    ) {
        global $USER;

        $this->exercise = exercise_store::of_instance($instance);
        $this->rules = rules::of_instance($instance, $this->exercise);
        $access = permission::access($cm, $instance, $this->rules, $groupid);
        if ($presenting) {
            permission::require_present($cm, $access, $this->rules);
            $access = $access->presenting();
        }
        $this->actor = new actor($USER, $access);
        $this->store = new meeting_store($instance, $this->exercise);
    }

    /**
     * The activity of a course module, for the current user.
     *
     * @param cm_info $cm the course module
     * @param int $groupid the group asked for, 0 for none in particular
     * @param bool $presenting whether it is for the big screen, which shows nothing of the user's own
     * @return self
     * @throws \required_capability_exception for the big screen of a meeting that the user cannot come to lead
     */
    public static function of_cm(cm_info $cm, int $groupid, bool $presenting = false): self {
        global $DB;

        $instance = $DB->get_record('leerlandschap', ['id' => $cm->instance], '*', MUST_EXIST);
        return new self($cm, $instance, $groupid, $presenting);
    }

    /**
     * What the current user may do.
     *
     * @return access
     */
    public function access(): access {
        return $this->actor->access;
    }

    /**
     * Reads the meeting; the first who looks starts it.
     *
     * @param int $since the revision the caller has, 0 for none
     * @param bool $own whether the caller wants what is their own, also where the room has not changed
     * @return array a Reply (docs/protocol.md)
     */
    public function read(int $since, bool $own = false): array {
        $meeting = $this->meeting();
        if (!$meeting) {
            return [
                'now' => clock_time::ms(),
                'revision' => 0,
                'edition' => own_exercise::cover_edition($this->instance),
                'room' => null,
                'me' => me_builder::me($this->actor, null),
                'counts' => [],
            ];
        }
        $scene = $this->scene($meeting);
        if (revealing::overdue($scene, $this->store)) {
            $scene = $this->scene($this->store->reread($meeting));
        }
        // Many ask every few seconds: what has not changed is neither read nor sent.
        return $this->reply($scene, $since, $own || $scene->meeting->revision() !== $since);
    }

    /**
     * Runs commands, all or none.
     *
     * @param string $meeting the meeting that the caller acts in
     * @param array[] $commands type and the members of each; answers only stand with answers
     * @param int $since the revision the caller has, 0 for none
     * @return array a Reply (docs/protocol.md)
     * @throws refusal
     */
    public function run(string $meeting, array $commands, int $since): array {
        if ($this->access()->notice !== null) {
            throw new refusal($this->access()->notice);
        }
        $found = $this->meeting();
        if (!$found || (string) $found->id() !== $meeting) {
            throw new refusal('unknown_meeting');
        }
        $type = reset($commands)['type'] ?? null;
        if ($type === 'start_next') {
            return $this->start_next($found, reset($commands), $since);
        }
        if ($found->is_closed() && !in_array($type, self::OUTLASTING, true)) {
            throw new refusal('meeting_closed');
        }
        $scene = transaction::run(fn(): scene => match ($type) {
            'answer' => $this->submit($found, $commands),
            'took_part' => $this->take_part($found, $commands),
            default => $this->change($found, $commands),
        });
        $scene->finish();
        $scene = $this->scene($this->store->reread($found));
        if (revealing::complete($scene, $this->store)) {
            $scene = $this->scene($this->store->reread($found));
        }
        return $this->reply($scene, $since, true);
    }

    /**
     * Starts the group's next meeting.
     *
     * @param meeting $found the last one
     * @param array $command the command
     * @param int $since the revision the caller has, 0 for none
     * @return array a Reply of the new meeting
     */
    private function start_next(meeting $found, array $command, int $since): array {
        $meeting = transaction::run(
            fn(): meeting => (new next_meeting($this->store, $this->scene($this->store->lock($found))))->start($command)
        );
        $this->announce_start($meeting);
        return $this->reply($this->scene($meeting), $since, true);
    }

    /**
     * Stores answers.
     *
     * @param meeting $found the meeting
     * @param array[] $answers the commands
     * @return scene
     */
    private function submit(meeting $found, array $answers): scene {
        $scene = $this->scene($found);
        (new submission($this->store, $scene))->run($answers);
        self::count_afterwards($scene);
        return $scene;
    }

    /**
     * Notes that the actor took part. The group does not share that; closing and deleting wait until it is stored.
     *
     * @param meeting $found the meeting
     * @param array[] $commands the commands
     * @return scene
     */
    private function take_part(meeting $found, array $commands): scene {
        $this->store->note_use($found, false);
        $scene = $this->scene($this->store->hold($found));
        if ($scene->meeting->is_closed()) {
            throw new refusal('meeting_closed');
        }
        foreach ($commands as $command) {
            (new command\took_part($scene, $command))->run();
        }
        self::count_afterwards($scene);
        return $scene;
    }

    /**
     * Changes what the group shares, one request at a time.
     *
     * @param meeting $found the meeting
     * @param array[] $commands the commands
     * @return scene
     */
    private function change(meeting $found, array $commands): scene {
        $meeting = $this->store->lock($found);
        own_exercise::require_unchanged($this->instance);
        $scene = $this->scene($meeting);
        $first = $meeting->revision();
        foreach ($commands as $command) {
            if ($meeting->is_closed() && !in_array($command['type'] ?? null, self::OUTLASTING, true)) {
                throw new refusal('meeting_closed');
            }
            $before = $meeting->revision();
            $changed = $this->command($scene, $command)->run();
            if ($changed && $meeting->revision() === $before) {
                $meeting->raise_revision();
            }
        }
        $this->store->save($meeting);
        if ($meeting->revision() === $first) {
            // A note that the group does not see yet is counted all the same.
            self::count_afterwards($scene);
        }
        return $scene;
    }

    /**
     * Has it published, after the commit, how many have answered.
     *
     * @param scene $scene where somebody answered
     */
    private static function count_afterwards(scene $scene): void {
        $scene->afterwards('counts', fn() => publisher::answered($scene->meeting));
    }

    /**
     * The command of a type.
     *
     * @param scene $scene where it happens
     * @param array $command type and members
     * @return command\command
     */
    private function command(scene $scene, array $command): command\command {
        return match ($command['type'] ?? null) {
            'join' => new command\join($scene, $command),
            'leave' => new command\leave($scene, $command),
            'mark' => new command\mark($scene, $command),
            'set_chair' => new command\set_chair($scene, $command),
            'go_to' => new command\go_to($scene, $command),
            'set_timer' => new command\set_timer($scene, $command),
            'set_round' => new command\set_round($scene, $command),
            'choose_part' => new command\choose_part($scene, $command),
            'save' => new command\save($scene, $command),
            'share' => new command\share($scene, $command),
            'delete' => new command\delete($scene, $command),
            'move' => new command\move($scene, $command),
            'ask_sharing' => new command\ask_sharing($scene, $command),
            'consent' => new command\consent($scene, $command),
            'publish' => new command\publish($scene, $command),
            'withdraw' => new command\withdraw($scene, $command),
            'close' => new command\close($scene, $command),
            default => throw new refusal('bad_value'),
        };
    }

    /**
     * What a call answers.
     *
     * @param scene $scene the meeting as it is now
     * @param int $since the revision the caller has, 0 for none
     * @param bool $withme whether it tells the participant about themselves
     * @return array
     */
    private function reply(scene $scene, int $since, bool $withme): array {
        $meeting = $scene->meeting;
        $counts = room_builder::counts($scene);
        $sent = $meeting->revision() !== $since;
        $earlier = $sent && $since < $meeting->first_revision() ? earlier::of_meeting($meeting, $scene->contributions()) : [];
        $grant = grant::of($meeting, $this->access());
        return [
            'now' => $scene->now,
            'revision' => $meeting->revision(),
            'edition' => own_exercise::edition($this->instance),
            'room' => $sent ? room_builder::room($scene, $counts) : null,
            'me' => $withme ? me_builder::me($this->actor, $scene) : null,
            'counts' => who_answered::told($scene, $counts),
        ] + ($earlier ? ['earlier' => $earlier] : []) + ($grant ? ['pulse' => $grant] : []);
    }

    /**
     * The meeting of the group.
     *
     * @return meeting|null null where there is no room
     */
    private function meeting(): ?meeting {
        $groupid = $this->access()->groupid;
        return $groupid === null ? null : $this->store->current(
            $groupid,
            fn(meeting $meeting) => $this->announce_start($meeting)
        );
    }

    /**
     * Tells the logs that a meeting was started.
     *
     * @param meeting $meeting the meeting
     */
    private function announce_start(meeting $meeting): void {
        $scene = $this->scene($meeting);
        $scene->note_event('meeting_started');
        $scene->finish();
    }

    /**
     * The meeting as the actor meets it now.
     *
     * @param meeting $meeting the meeting
     * @return scene
     */
    private function scene(meeting $meeting): scene {
        return new scene($this->cm, $meeting, $this->actor, clock_time::ms());
    }
}
