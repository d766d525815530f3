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
     */
    private function __construct(
        /** @var cm_info the course module */
        private readonly cm_info $cm,
        /** @var stdClass row of leerlandschap */
        public readonly stdClass $instance,
        int $groupid,
    ) {
        global $USER;

        $this->exercise = exercise_store::of_instance($instance);
        $this->rules = rules::of_instance($instance, $this->exercise);
        $this->actor = new actor($USER, permission::access($cm, $instance, $this->rules, $groupid));
        $this->store = new meeting_store($instance, $this->exercise);
    }

    /**
     * The activity of a course module, for the current user.
     *
     * @param cm_info $cm the course module
     * @param int $groupid the group asked for, 0 for none in particular
     * @return self
     */
    public static function of_cm(cm_info $cm, int $groupid): self {
        global $DB;

        return new self($cm, $DB->get_record('leerlandschap', ['id' => $cm->instance], '*', MUST_EXIST), $groupid);
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
     * @return array a Reply (docs/protocol.md)
     */
    public function read(int $since): array {
        $meeting = $this->meeting();
        if (!$meeting) {
            return [
                'now' => clock_time::ms(),
                'revision' => 0,
                'room' => null,
                'me' => me_builder::me($this->actor, null),
                'counts' => [],
            ];
        }
        // Many ask every few seconds: what has not changed is neither read nor sent.
        return $this->reply($this->scene($meeting), $since, $meeting->revision() !== $since);
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
        if ($found->is_closed()) {
            throw new refusal('meeting_closed');
        }
        $scene = transaction::run(fn(): scene => match (reset($commands)['type'] ?? null) {
            'answer' => $this->submit($found, $commands),
            'took_part' => $this->take_part($found, $commands),
            default => $this->change($found, $commands),
        });
        $scene->finish();
        return $this->reply($this->scene($this->store->reread($found)), $since, true);
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
        return $scene;
    }

    /**
     * Notes that the actor took part. The group does not share that, so the meeting is not locked.
     *
     * @param meeting $found the meeting
     * @param array[] $commands the commands
     * @return scene
     */
    private function take_part(meeting $found, array $commands): scene {
        $scene = $this->scene($found);
        foreach ($commands as $command) {
            (new command\took_part($scene, $command))->run();
        }
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
        $scene = $this->scene($meeting);
        foreach ($commands as $command) {
            if ($meeting->is_closed()) {
                throw new refusal('meeting_closed');
            }
            $before = $meeting->revision();
            $changed = $this->command($scene, $command)->run();
            if ($changed && $meeting->revision() === $before) {
                $meeting->raise_revision();
            }
        }
        $this->store->save($meeting);
        return $scene;
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
            'save' => new command\save($scene, $command),
            'delete' => new command\delete($scene, $command),
            'move' => new command\move($scene, $command),
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
        return [
            'now' => $scene->now,
            'revision' => $meeting->revision(),
            'room' => $meeting->revision() === $since ? null : room_builder::room($scene, $counts),
            'me' => $withme ? me_builder::me($this->actor, $meeting) : null,
            'counts' => $counts,
        ];
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
