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

namespace mod_leerlandschap\privacy;

use core_privacy\local\request\approved_contextlist;
use core_privacy\local\request\approved_userlist;
use core_privacy\local\request\userlist;
use core_privacy\local\request\writer;
use mod_leerlandschap\local\exercise_store;
use mod_leerlandschap\local\own_exercise;

/**
 * Who edited an exercise is told to them, and forgotten on request; the exercise stays.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \mod_leerlandschap\privacy\editors
 * @covers     \mod_leerlandschap\privacy\provider
 */
final class editors_test extends \core_privacy\tests\provider_testcase {
    /**
     * An activity whose exercise a user edited.
     *
     * @param int $userid the user
     * @return \context_module
     */
    private function edited_by(int $userid): \context_module {
        global $DB;

        $course = $this->getDataGenerator()->create_course();
        $instance = $this->getDataGenerator()->create_module('leerlandschap', ['course' => $course->id]);
        $exercise = \core\di::get(exercise_store::class)->shipped('leerlandschap');
        own_exercise::put($DB->get_record('leerlandschap', ['id' => $instance->id]), $exercise, $userid);
        return \context_module::instance($instance->cmid);
    }

    /**
     * Contexts, users and export.
     */
    public function test_export(): void {
        $this->resetAfterTest();
        $user = $this->getDataGenerator()->create_user();
        $context = $this->edited_by((int) $user->id);
        $this->edited_by((int) $this->getDataGenerator()->create_user()->id);
        $this->assertEquals([$context->id], provider::get_contexts_for_userid((int) $user->id)->get_contextids());
        $users = new userlist($context, 'mod_leerlandschap');
        provider::get_users_in_context($users);
        $this->assertEquals([$user->id], $users->get_userids());
        provider::export_user_data(new approved_contextlist($user, 'mod_leerlandschap', [$context->id]));
        $data = writer::with_context($context)->get_data([get_string('privacy:path:exercise', 'mod_leerlandschap')]);
        $this->assertEquals($user->id, $data->usermodified);
        $this->assertNotEmpty($data->timemodified);
    }

    /**
     * Each way of erasing.
     *
     * @return array[] what erases, given the user and the context
     */
    public static function erasures(): array {
        return [
            'the user' => [fn($user, $context) => provider::delete_data_for_user(
                new approved_contextlist($user, 'mod_leerlandschap', [$context->id])
            )],
            'several users' => [fn($user, $context) => provider::delete_data_for_users(
                new approved_userlist($context, 'mod_leerlandschap', [(int) $user->id])
            )],
            'everybody' => [fn($user, $context) => provider::delete_data_for_all_users_in_context($context)],
        ];
    }

    /**
     * Erasing forgets who, in that activity alone, and keeps what.
     *
     * @dataProvider erasures
     * @param callable $erase what erases
     */
    public function test_erase(callable $erase): void {
        global $DB;

        $this->resetAfterTest();
        $user = $this->getDataGenerator()->create_user();
        $context = $this->edited_by((int) $user->id);
        $this->edited_by((int) $user->id);
        $erase($user, $context);
        $this->assertSame(2, $DB->count_records('leerlandschap_exercise'));
        $this->assertSame(1, $DB->count_records('leerlandschap_exercise', ['usermodified' => $user->id]));
        $this->assertCount(1, provider::get_contexts_for_userid((int) $user->id));
    }
}
