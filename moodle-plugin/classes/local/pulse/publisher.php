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

namespace mod_leerlandschap\local\pulse;

use core\lock\lock_config;
use mod_leerlandschap\local\aftermath;
use mod_leerlandschap\local\clock_time;
use mod_leerlandschap\local\exercise_store;
use mod_leerlandschap\local\meeting;
use mod_leerlandschap\local\own_exercise;
use mod_leerlandschap\local\room_builder;
use mod_leerlandschap\local\scene;
use mod_leerlandschap\local\transaction;

/**
 * Publishes rooms for pulse.php: what is committed, once for each audience, never an older one over a newer.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class publisher {
    /** For how many seconds a request waits for another one that publishes the same meeting. */
    private const WAIT = 3;

    /** How often a room is read again that changes while it is read. */
    private const ATTEMPTS = 3;

    /** How many milliseconds lie at least between two publications of nothing but counts. */
    private const COUNT_MS = 1000;

    /**
     * Whether the administrator lets rooms be published.
     *
     * @return bool
     */
    public static function is_on(): bool {
        return get_config('leerlandschap', 'fastpath') !== '0';
    }

    /**
     * Has a changed meeting published once its transaction is through. To be called in the transaction that changes it.
     *
     * What is wanted is written down before: whatever happens between the commit and the publication, pulse.php sees
     * that the room it has is too old, and has it published again.
     *
     * @param meeting $meeting the meeting, with the revision that it will have
     */
    public static function after_commit(meeting $meeting): void {
        $id = $meeting->id();
        if ($meeting->pulse_key() === null) {
            // Nobody has a token for it.
            return;
        }
        $files = new meeting_files($id);
        if ($files->exist() && !$files->mark_wanted($meeting->revision())) {
            // Better no room than one that stays behind: without it everybody asks the web service.
            $files->delete();
        }
        transaction::afterwards("publish $id", fn() => self::publish($id));
    }

    /**
     * Publishes how many have answered, at most once a second. To be called once the answers are stored.
     *
     * @param meeting $meeting the meeting
     */
    public static function answered(meeting $meeting): void {
        $id = $meeting->id();
        $files = new meeting_files($id);
        if (!$files->exist()) {
            return;
        }
        if (!self::is_on()) {
            $files->delete();
            return;
        }
        $left = self::was_published_recently($files);
        if (!$left) {
            $done = function () use ($files, &$left): bool {
                return $left = self::was_published_recently($files);
            };
            $left = self::publish($id, 0, $done) === null || $left;
        }
        if ($left) {
            // It is left to whoever is next: pulse.php sees by the time of this file that something is missing.
            $files->mark_answered();
        }
    }

    /**
     * Sees that a meeting is published as it is.
     *
     * @param meeting $meeting the meeting as this request has read it
     * @return string|null the key for tokens; null where it cannot be published
     */
    public static function ensure(meeting $meeting): ?string {
        if (!self::is_on()) {
            $files = new meeting_files($meeting->id());
            $files->exist() && $files->delete();
            return null;
        }
        if (self::is_fresh($meeting)) {
            // Not the newest one: whatever made that is younger than what let this request in.
            return $meeting->pulse_key();
        }
        $published = self::publish($meeting->id(), 0, fn(): bool => self::is_fresh($meeting));
        return $published === false ? null : self::key($meeting->id());
    }

    /**
     * Publishes a meeting as it is committed.
     *
     * @param int $id id of the meeting
     * @param int $wait for how many seconds to wait for another request that publishes it
     * @param callable|null $done tells, once nobody else publishes it, whether somebody else has done so
     * @return bool|null whether it is published; null where another request is at it
     */
    public static function publish(int $id, int $wait = self::WAIT, ?callable $done = null): ?bool {
        if (!self::is_on()) {
            self::remove([$id]);
            return false;
        }
        $lock = self::lock($id, $wait);
        if (!$lock) {
            return null;
        }
        try {
            return ($done && $done()) || self::write($id);
        } catch (\Throwable $problem) {
            debugging('A room could not be published: ' . aftermath::name($problem), DEBUG_DEVELOPER);
            self::remove([$id]);
            return false;
        } finally {
            $lock->release();
        }
    }

    /**
     * Makes all tokens of meetings worthless. Whoever still may gets another one from the web service.
     *
     * @param int[] $ids ids of meetings
     */
    public static function rotate(array $ids): void {
        global $DB;

        foreach ($ids as $id) {
            // A request that publishes with the old key sees, once it has, that the key is another one.
            $DB->set_field('leerlandschap_meeting', 'pulsekey', null, ['id' => $id]);
            $lock = self::lock($id, self::WAIT);
            self::remove([$id]);
            $lock && $lock->release();
        }
    }

    /**
     * Takes back what is published of an activity, where it may not be true any more; the next request to the web
     * service publishes it anew.
     *
     * @param int $instanceid id of the activity
     */
    public static function withdraw(int $instanceid): void {
        global $DB;

        self::remove($DB->get_fieldset_select(
            'leerlandschap_meeting',
            'id',
            'leerlandschapid = ? AND pulsekey IS NOT NULL',
            [$instanceid]
        ));
    }

    /**
     * Deletes what is published of meetings.
     *
     * @param int[] $ids ids of meetings
     */
    public static function remove(array $ids): void {
        foreach ($ids as $id) {
            (new meeting_files((int) $id))->delete();
        }
    }

    /**
     * Deletes everything that is published.
     */
    public static function remove_all(): void {
        meeting_files::delete_all();
    }

    /**
     * Deletes what nobody has published anew for a day: of a meeting that is used it is made again.
     */
    public static function sweep(): void {
        meeting_files::delete_unchanged_for(DAYSECS);
    }

    /**
     * Takes the lock of a meeting's files.
     *
     * @param int $id id of the meeting
     * @param int $wait for how many seconds to wait
     * @return \core\lock\lock|false
     */
    private static function lock(int $id, int $wait): \core\lock\lock|false {
        return lock_config::get_lock_factory('mod_leerlandschap')->get_lock("publish_$id", $wait);
    }

    /**
     * Whether a meeting was published less than a second ago.
     *
     * @param meeting_files $files its files
     * @return bool
     */
    private static function was_published_recently(meeting_files $files): bool {
        $file = $files->open('participant');
        $ago = $file ? clock_time::ms() - $file->at() : -1;
        // A time that is still to come is another clock's.
        return $ago >= 0 && $ago < self::COUNT_MS;
    }

    /**
     * Whether everybody finds the room as it is, with nothing left to be published.
     *
     * @param meeting $meeting the meeting as this request has read it
     * @return bool
     */
    private static function is_fresh(meeting $meeting): bool {
        $files = new meeting_files($meeting->id());
        foreach (room_file::AUDIENCES as $audience) {
            $file = $files->open($audience);
            $fresh = $file
                && $file->key() === $meeting->pulse_key()
                && $file->revision() >= $meeting->revision()
                && $file->own() >= $meeting->own_stamp()
                && $file->edition() === own_exercise::edition($meeting->instance)
                && !$file->is_due(time());
            if (!$fresh) {
                return false;
            }
        }
        return true;
    }

    /**
     * The key of a meeting, made at the first need.
     *
     * @param int $id id of the meeting
     * @return string|null null where there is no such meeting
     */
    private static function key(int $id): ?string {
        global $DB;

        $key = $DB->get_field('leerlandschap_meeting', 'pulsekey', ['id' => $id]);
        if ($key === null) {
            // Of two requests that make one the first wins.
            $DB->execute(
                'UPDATE {leerlandschap_meeting} SET pulsekey = ? WHERE id = ? AND pulsekey IS NULL',
                [bin2hex(random_bytes(32)), $id]
            );
            $key = $DB->get_field('leerlandschap_meeting', 'pulsekey', ['id' => $id]);
        }
        return $key ?: null;
    }

    /**
     * Writes the rooms of a meeting, again where it changes meanwhile, or a purge takes the folder away. To be called
     * under its lock.
     *
     * @param int $id id of the meeting
     * @return bool whether they are there
     */
    private static function write(int $id): bool {
        $files = new meeting_files($id);
        $written = false;
        for ($attempt = 0; $attempt < self::ATTEMPTS; $attempt++) {
            // Before the meeting is read: what is answered from then on may be missing in it.
            $begun = $files->begin();
            try {
                $meeting = $begun === null ? null : self::meeting($id);
                $written = $meeting && self::complete($meeting, $files, $begun);
            } finally {
                $files->discard();
            }
            $now = $written ? self::meeting($id) : null;
            if ($now && self::state($now) === self::state($meeting)) {
                $files->settle($meeting->revision());
                return true;
            }
        }
        if (!$written) {
            $files->delete();
        }
        // If it was written, whoever changed it meanwhile publishes it too.
        return $written;
    }

    /**
     * What tells one state of a meeting from every other.
     *
     * @param meeting $meeting the meeting
     * @return array key, revision, own and edition
     */
    private static function state(meeting $meeting): array {
        return [
            'key' => $meeting->pulse_key(),
            'revision' => $meeting->revision(),
            'own' => $meeting->own_stamp(),
            'edition' => own_exercise::edition($meeting->instance),
        ];
    }

    /**
     * A meeting as it is stored, with a key.
     *
     * @param int $id id of the meeting
     * @return meeting|null null where there is none
     */
    private static function meeting(int $id): ?meeting {
        global $DB;

        $row = $DB->get_record('leerlandschap_meeting', ['id' => $id]);
        $instance = $row ? $DB->get_record('leerlandschap', ['id' => $row->leerlandschapid]) : null;
        if (!$instance) {
            return null;
        }
        $row->pulsekey ??= self::key($id);
        return new meeting($row, $instance, exercise_store::of_instance($instance));
    }

    /**
     * Writes what is to be published, and puts it into its place.
     *
     * @param meeting $meeting the meeting
     * @param meeting_files $files its files, begun
     * @param int $begun when they were, seconds since 1970 by the file system's clock
     * @return bool whether it is all there
     */
    private static function complete(meeting $meeting, meeting_files $files, int $begun): bool {
        $instance = $meeting->instance;
        $cm = get_fast_modinfo($instance->course)->get_instances_of('leerlandschap')[$instance->id] ?? null;
        if (!$cm) {
            return false;
        }
        $scene = new scene($cm, $meeting, null, clock_time::ms());
        $state = self::state($meeting);
        $head = $state + ['read' => $begun, 'at' => $scene->now];
        $counts = self::counts($scene);
        $room = null;
        foreach ($counts as $audience => $own) {
            $old = $files->open($audience);
            if ($old?->key() === $state['key'] && $old->revision() > $state['revision']) {
                // This was read from a copy of the database that is behind.
                continue;
            }
            // With the same state nothing but the counts can be new, and these stand beside the room.
            $known = $old?->state() === $state ? $old->body() : [];
            // It is the same for all audiences, so its queries are made once.
            $json = $known[1] ?? ($room ??= self::room($scene, $counts['participant']));
            if (!$files->put($audience, room_file::content($head, $own, $json))) {
                return false;
            }
        }
        return true;
    }

    /**
     * How many have answered, as each audience is told. So far all are told the same.
     *
     * @param scene $scene the meeting
     * @return array[] what room_builder::counts() says, by audience
     */
    private static function counts(scene $scene): array {
        return array_fill_keys(room_file::AUDIENCES, room_builder::counts($scene));
    }

    /**
     * The room as JSON. Before a reveal nobody sees more of it than anybody else, and after it neither.
     *
     * @param scene $scene the meeting
     * @param array[] $counts how many have answered
     * @return string
     */
    private static function room(scene $scene, array $counts): string {
        return json_encode(
            room_builder::room($scene, $counts),
            JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR
        );
    }
}
