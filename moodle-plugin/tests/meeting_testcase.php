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

namespace mod_leerlandschap;

use cm_info;
use mod_leerlandschap\local\manager;
use mod_leerlandschap\local\refusal;
use stdClass;

/**
 * A course with an activity, learners and a trainer, and short ways to act in it.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
abstract class meeting_testcase extends \advanced_testcase {
    /** @var stdClass the course */
    protected stdClass $course;

    /** @var cm_info the activity */
    protected cm_info $cm;

    /** @var stdClass[] learners */
    protected array $learners = [];

    /** @var stdClass the trainer */
    protected stdClass $trainer;

    /**
     * Makes the course. What is refused rolls back for real.
     */
    protected function setUp(): void {
        parent::setUp();
        $this->resetAfterTest();
        $this->preventResetByRollback();
        $this->course = $this->getDataGenerator()->create_course(['enablecompletion' => 1]);
        $this->trainer = $this->getDataGenerator()->create_and_enrol($this->course, 'teacher');
    }

    /**
     * Makes the activity.
     *
     * @param array $settings settings of the activity
     * @param int $learners how many learners the course has
     */
    protected function create_activity(array $settings = [], int $learners = 3): void {
        $instance = $this->getDataGenerator()->create_module('leerlandschap', $settings + ['course' => $this->course->id]);
        $this->cm = get_fast_modinfo($this->course)->get_cm($instance->cmid);
        for ($i = 0; $i < $learners; $i++) {
            $this->learners[] = $this->getDataGenerator()->create_and_enrol($this->course, 'student');
        }
    }

    /**
     * The activity as it is stored.
     *
     * @return stdClass row of leerlandschap
     */
    protected function instance_row(): stdClass {
        global $DB;

        return $DB->get_record('leerlandschap', ['id' => $this->cm->instance], '*', MUST_EXIST);
    }

    /**
     * Reads as a user.
     *
     * @param stdClass $user the user
     * @param int $groupid the group asked for
     * @param int $since the revision the user has
     * @return array a Reply
     */
    protected function read(stdClass $user, int $groupid = 0, int $since = 0): array {
        $this->setUser($user);
        return manager::of_cm($this->cm, $groupid)->read($since);
    }

    /**
     * Runs a command as a user.
     *
     * @param stdClass $user the user
     * @param array $command the command
     * @param int $groupid the group
     * @return array a Reply
     */
    protected function run_as(stdClass $user, array $command, int $groupid = 0): array {
        $this->setUser($user);
        $manager = manager::of_cm($this->cm, $groupid);
        return $manager->run($manager->read(0)['room']['meeting'] ?? '0', [$command], 0);
    }

    /**
     * Lets everybody join and brings the group to a place.
     *
     * @param string $place a step
     */
    protected function start(string $place = 'stellingen'): void {
        foreach ($this->learners as $learner) {
            $this->run_as($learner, ['type' => 'join']);
        }
        $this->run_as($this->trainer, ['type' => 'go_to', 'from' => '@start', 'to' => $place]);
    }

    /**
     * An answer as a command.
     *
     * @param string $item the item
     * @param int|null $value the value
     * @param int $seq the counter
     * @return array
     */
    protected static function answer(string $item, ?int $value, int $seq = 1): array {
        return ['type' => 'answer', 'item' => $item, 'round' => 1, 'value' => $value, 'reason' => '', 'seq' => $seq];
    }

    /**
     * Asserts that something is refused.
     *
     * @param string $code the code
     * @param callable $what what is refused
     */
    protected function assert_refused(string $code, callable $what): void {
        try {
            $what();
        } catch (refusal $refusal) {
            $this->assertSame($code, $refusal->code());
            $this->assertSame(get_string("error:$code", 'mod_leerlandschap'), $refusal->getMessage());
            return;
        }
        $this->fail("Not refused: $code");
    }
}
