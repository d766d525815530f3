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

namespace mod_leerlandschap\local\editing;

use cm_info;
use context_module;
use mod_leerlandschap\event\exercise_edited;
use mod_leerlandschap\local\clock_time;
use mod_leerlandschap\local\eraser;
use mod_leerlandschap\local\exercise;
use mod_leerlandschap\local\exercise_store;
use mod_leerlandschap\local\grader;
use mod_leerlandschap\local\instance_lock;
use mod_leerlandschap\local\own_exercise;
use mod_leerlandschap\local\preset_store;
use mod_leerlandschap\local\pulse\publisher;
use mod_leerlandschap\local\refusal;
use mod_leerlandschap\local\transaction;
use mod_leerlandschap\permission;
use stdClass;

/**
 * The exercise of an activity, for those who change it (docs/protocol.md, "Editing an exercise").
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class exercise_editor {
    /**
     * An activity.
     *
     * @param cm_info $cm the course module
     */
    public function __construct(
        /** @var cm_info the course module */
        private readonly cm_info $cm,
    ) {
    }

    /**
     * Everything that the editor starts from.
     *
     * @return array an Editing
     * @throws refusal unavailable, where the format is not there or has problems
     */
    public function read(): array {
        $instance = $this->instance();
        $shipped = \core\di::get(exercise_store::class)->shipped($instance->format);
        return [
            'version' => (int) $instance->exerciseversion,
            'exercise' => self::present($instance),
            'shipped' => $shipped,
            'used' => used_reader::read($instance, exercise_store::of_instance($instance))->export(),
            'running' => used_reader::is_running((int) $instance->id),
            'presets' => preset_store::names(),
            'managepresets' => permission::may_manage_presets(),
        ];
    }

    /**
     * Stores a changed exercise, if it may change so.
     *
     * @param int $version the version that it was changed from
     * @param string $json the exercise
     * @param bool $force whether it is stored in spite of warnings
     * @return array version, problems and warnings; the version is the one that came where nothing was stored
     * @throws refusal conflict, where somebody else stored another version; unavailable
     */
    public function save(int $version, string $json, bool $force): array {
        global $USER;

        $problems = exercise_json::problems($json);
        $instance = null;
        $reply = transaction::run(function () use ($version, $json, $force, $problems, $USER, &$instance): array {
            instance_lock::take_with_meetings((int) $this->cm->instance);
            $instance = $this->instance();
            if ((int) $instance->exerciseversion !== $version) {
                throw new refusal('conflict');
            }
            $stored = $problems ? '' : exercise_json::stored($json);
            $versions = $problems ? null : self::compare($instance, $stored);
            $problems = $versions ? edit_rules::problems($versions) : $problems;
            $warnings = $problems ? [] : edit_rules::warnings($versions);
            if ($problems || ($warnings && !$force)) {
                return ['version' => $version, 'problems' => $problems, 'warnings' => $warnings];
            }
            self::store($instance, $stored, (int) $USER->id);
            return ['version' => (int) $instance->exerciseversion, 'problems' => [], 'warnings' => $warnings];
        });
        if ($reply['version'] !== $version) {
            $this->announce($instance);
        }
        return $reply;
    }

    /**
     * The exercise as it is used now, with the activity's choice of scale in it.
     *
     * @param stdClass $instance row of leerlandschap
     * @return string JSON
     */
    public static function present(stdClass $instance): string {
        $json = own_exercise::json($instance)
            ?? \core\di::get(exercise_store::class)->shipped($instance->format)
            ?? throw new refusal('unavailable');
        return exercise_json::stored($json, $instance->scale);
    }

    /**
     * The stored exercise beside the one that is to be stored.
     *
     * @param stdClass $instance row of leerlandschap
     * @param string $json the exercise that is to be stored
     * @return comparison
     */
    private static function compare(stdClass $instance, string $json): comparison {
        $exercise = exercise_store::of_instance($instance);
        return new comparison(
            json_decode(self::present($instance), true, 512, JSON_THROW_ON_ERROR),
            json_decode($json, true, 512, JSON_THROW_ON_ERROR),
            used_reader::read($instance, $exercise),
            used_reader::is_running((int) $instance->id),
        );
    }

    /**
     * Stores an exercise that may be stored.
     *
     * @param stdClass $instance row of leerlandschap, changed in place
     * @param string $json the exercise
     * @param int $userid who saves it
     */
    private static function store(stdClass $instance, string $json, int $userid): void {
        global $DB;

        $shipped = \core\di::get(exercise_store::class)->shipped($instance->format);
        $same = $shipped !== null && exercise_json::same($shipped, $json);
        own_exercise::put($instance, $same ? null : $json, $userid);
        // From now on the exercise says it all. What it asks of the activity is no less than before, or nobody has answered.
        $exercise = new exercise(json_decode($json, true, 512, JSON_THROW_ON_ERROR));
        $instance->scale = '';
        $instance->visibility = $exercise->requires_hidden() ? 'hidden' : $instance->visibility;
        $instance->minanswers = max((int) $instance->minanswers, $exercise->min_answers());
        $instance->timemodified = clock_time::seconds();
        $DB->update_record('leerlandschap', $instance);
        eraser::delete_untouched((int) $instance->id);
    }

    /**
     * Tells the logs and the gradebook, once everything is stored.
     *
     * @param stdClass $instance row of leerlandschap as it is now
     */
    private function announce(stdClass $instance): void {
        // What is published is of the edition before.
        publisher::withdraw((int) $instance->id);
        exercise_edited::create([
            'objectid' => $instance->id,
            'context' => context_module::instance($this->cm->id),
            'other' => ['version' => (int) $instance->exerciseversion],
        ])->trigger();
        // Other steps can make other points.
        grader::update_all($instance);
    }

    /**
     * The activity as it is stored.
     *
     * @return stdClass row of leerlandschap
     */
    private function instance(): stdClass {
        global $DB;

        return $DB->get_record('leerlandschap', ['id' => $this->cm->instance], '*', MUST_EXIST);
    }
}
