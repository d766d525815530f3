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
use core_external\external_multiple_structure;
use core_external\external_single_structure;
use mod_leerlandschap\local\pulse\responder;
use stdClass;

/**
 * An activity that access is restricted to is closed to everybody else, whichever way they come.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \mod_leerlandschap\external\meeting_service
 * @covers \mod_leerlandschap\external\exercise_service
 * @covers \mod_leerlandschap\external\report_service
 * @covers \mod_leerlandschap\local\pulse\grant
 * @covers \mod_leerlandschap\output\mobile
 */
final class restricted_test extends services_testcase {
    /**
     * Every web service, with arguments that core takes.
     *
     * @return array[] name and arguments besides cmid
     */
    public static function services(): array {
        $functions = [];
        require(__DIR__ . '/../../db/services.php');
        $services = [];
        foreach (array_keys($functions) as $function) {
            $services[$function] = [$function];
        }
        return $services;
    }

    /**
     * Arguments of a web service that pass core's check: something of each type.
     *
     * @param string $function its name
     * @return array
     */
    private function arguments(string $function): array {
        $args = [];
        foreach (external_api::external_function_info($function)->parameters_desc->keys as $name => $description) {
            if ($description->required !== VALUE_REQUIRED) {
                continue;
            }
            $args[$name] = match (true) {
                $name === 'cmid' => $this->cm->id,
                $description instanceof external_multiple_structure => [],
                $description instanceof external_single_structure => ['type' => 'close', 'from' => '@start'],
                $description->type === PARAM_INT => 0,
                default => 'x',
            };
        }
        return $args;
    }

    /**
     * Restricts access to people with an e-mail address that nobody has.
     *
     * @param bool $restricted whether it is restricted
     */
    private function restrict(bool $restricted): void {
        global $DB;

        $condition = ['type' => 'profile', 'sf' => 'email', 'op' => 'isequalto', 'v' => 'nobody@example.com'];
        $tree = json_encode(['op' => '&', 'c' => [$condition], 'showc' => [true]]);
        $DB->set_field('course_modules', 'availability', $restricted ? $tree : null, ['id' => $this->cm->id]);
        rebuild_course_cache($this->course->id, true);
        $this->cm = get_fast_modinfo($this->course->id)->get_cm($this->cm->id);
    }

    /**
     * No web service answers somebody to whom the activity is not available, and nothing changes; it does others.
     *
     * @dataProvider services
     * @param string $function its name
     */
    public function test_service(string $function): void {
        $this->create_activity();
        $this->start();
        $this->restrict(true);
        $teacher = $this->without_override();
        $before = self::stored();
        foreach ([$this->learners[0], $teacher] as $user) {
            $this->setUser($user);
            $_POST['sesskey'] = sesskey();
            $response = external_api::call_external_function($function, $this->arguments($function), true);
            $this->assertTrue($response['error'], $function);
            $this->assertSame('requireloginerror', $response['exception']->errorcode, $response['exception']->message);
        }
        $this->assertSame($before, self::stored());
        // It is the restriction, and nothing else, that keeps them out.
        $this->restrict(false);
        $this->setUser($this->learners[0]);
        $_POST['sesskey'] = sesskey();
        $response = external_api::call_external_function($function, $this->arguments($function), true);
        $this->assertNotSame('requireloginerror', $response['exception']->errorcode ?? '');
        $this->assertNotSame('invalidparameter', $response['exception']->errorcode ?? '', $response['exception']->debuginfo ?? '');
    }

    /**
     * An editing teacher whom restrictions bind like anybody else.
     *
     * @return stdClass
     */
    private function without_override(): stdClass {
        $teacher = $this->getDataGenerator()->create_and_enrol($this->course, 'editingteacher');
        $role = $this->getDataGenerator()->create_role();
        $context = \context_course::instance($this->course->id);
        assign_capability('moodle/course:ignoreavailabilityrestrictions', CAP_PROHIBIT, $role, $context);
        role_assign($role, $teacher->id, $context);
        return $teacher;
    }

    /**
     * Teachers go past restrictions where their role says so, as everywhere in Moodle.
     */
    public function test_who_may_ignore_it(): void {
        $this->create_activity();
        $this->restrict(true);
        $this->assertNotNull($this->data($this->trainer, 'get_meeting')['room']);
    }

    /**
     * A token for the published room that somebody had before is worth nothing once the restriction was stored.
     */
    public function test_published_room(): void {
        global $CFG;

        $this->create_activity();
        $this->start();
        $pulse = $this->data($this->learners[0], 'get_meeting')['pulse'];
        parse_str(parse_url($pulse['address'], PHP_URL_QUERY), $query);
        $ask = fn(): int => (new responder($CFG->cachedir, 1000 * time()))->respond('GET', $query, $pulse['token'], '')['status'];
        $this->assertSame(200, $ask());
        $this->restrict(true);
        $this->setAdminUser();
        \core\event\course_module_updated::create_from_cm($this->cm)->trigger();
        $this->data($this->trainer, 'get_meeting');
        $this->assertSame(403, $ask());
        $response = $this->call($this->learners[0], 'get_meeting');
        $this->assertSame('requireloginerror', $response['exception']->errorcode);
    }

    /**
     * The pages (what they really answer is in restricted.spec.mjs), and the page in Moodle's app.
     */
    public function test_pages(): void {
        $this->create_activity();
        $this->start();
        $this->restrict(true);
        $this->setUser($this->learners[0]);
        $cm = get_fast_modinfo($this->course)->get_cm($this->cm->id);
        $args = ['cmid' => $cm->id, 'courseid' => $this->course->id];
        $ways = [
            fn() => require_login($this->course, false, $cm, false, true),
            fn() => \mod_leerlandschap\output\mobile::mobile_course_view($args),
        ];
        foreach ($ways as $comes) {
            try {
                $comes();
            } catch (\require_login_exception) {
                $this->addToAssertionCount(1);
                continue;
            }
            $this->fail('Nobody was kept out.');
        }
    }
}
