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

namespace mod_leerlandschap\reportbuilder;

use core_reportbuilder\manager;
use core_reportbuilder\tests\core_reportbuilder_testcase;
use core_reportbuilder_generator;
use mod_leerlandschap\local\meeting;
use mod_leerlandschap_generator;
use stdClass;

/**
 * Two courses with an activity each, in which groups meet, and reports about them.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
abstract class source_testcase extends core_reportbuilder_testcase {
    /** @var stdClass[] courses A and B */
    protected array $courses = [];

    /** @var stdClass[] their activities, rows of leerlandschap with cmid */
    protected array $activities = [];

    /** @var stdClass[] groups A1, A2 and B1 */
    protected array $groups = [];

    /** @var meeting[] meetings of these groups */
    protected array $meetings = [];

    /** @var stdClass[] Anna of A1, Bart of A2 and Cees of B1 */
    protected array $people = [];

    /**
     * Makes them.
     *
     * @param array $settings settings of the activities
     */
    protected function create_world(array $settings = []): void {
        $this->resetAfterTest();
        $this->setAdminUser();
        $generator = $this->getDataGenerator();
        foreach (['A', 'B'] as $name) {
            $this->courses[$name] = $generator->create_course(['fullname' => "Course $name"]);
            $this->activities[$name] = $generator->create_module('leerlandschap', $settings + [
                'course' => $this->courses[$name]->id, 'name' => "Activity $name", 'groupmode' => SEPARATEGROUPS,
            ]);
        }
        foreach (['A1' => 'Anna', 'A2' => 'Bart', 'B1' => 'Cees'] as $name => $person) {
            $course = $this->courses[$name[0]];
            $this->groups[$name] = $generator->create_group(['courseid' => $course->id, 'name' => "Group $name"]);
            $names = ['firstname' => $person, 'lastname' => 'Smit'];
            $this->people[$person] = $generator->create_and_enrol($course, 'student', $names);
            groups_add_member($this->groups[$name], $this->people[$person]);
            $this->meetings[$name] = $this->plugin_generator()
                ->create_meeting($this->instance($name[0]), (int) $this->groups[$name]->id);
        }
    }

    /**
     * The plugin's generator.
     *
     * @return mod_leerlandschap_generator
     */
    protected function plugin_generator(): mod_leerlandschap_generator {
        return $this->getDataGenerator()->get_plugin_generator('mod_leerlandschap');
    }

    /**
     * An activity as it is stored.
     *
     * @param string $name A or B
     * @return stdClass row of leerlandschap
     */
    protected function instance(string $name): stdClass {
        global $DB;

        return $DB->get_record('leerlandschap', ['id' => $this->activities[$name]->id], '*', MUST_EXIST);
    }

    /**
     * What a report tells somebody.
     *
     * @param stdClass $reader who reads it
     * @param string $source class of its source
     * @param string[] $columns its columns; none for those that it begins with
     * @param array $filters values of filters, by their name
     * @return array[] rows
     */
    protected function report(stdClass $reader, string $source, array $columns = [], array $filters = []): array {
        $this->setAdminUser();
        /** @var core_reportbuilder_generator $generator */
        $generator = $this->getDataGenerator()->get_plugin_generator('core_reportbuilder');
        $report = $generator->create_report(['name' => 'Report', 'source' => $source, 'default' => (int) !$columns]);
        foreach ($columns as $column) {
            $generator->create_column(['reportid' => $report->get('id'), 'uniqueidentifier' => $column]);
        }
        // Of one filter there are several values.
        $names = array_map(fn(string $name): string => preg_replace('/_[a-z]+\d?$/', '', $name), array_keys($filters));
        foreach (array_unique($names) as $filter) {
            $generator->create_filter(['reportid' => $report->get('id'), 'uniqueidentifier' => $filter]);
        }
        $this->setUser($reader);
        // Whoever reads a report does so in a request of their own.
        manager::reset_caches();
        $content = $this->get_custom_report_content($report->get('id'), 0, $filters);
        $rows = array_map('array_values', $content);
        $this->setAdminUser();
        return $rows;
    }

    /**
     * The first column of what a report tells somebody.
     *
     * @param stdClass $reader who reads it
     * @param string $source class of its source
     * @param string $column the column
     * @param array $filters values of filters, by their name
     * @return string[] sorted
     */
    protected function told(stdClass $reader, string $source, string $column, array $filters = []): array {
        $told = array_column($this->report($reader, $source, [$column], $filters), 0);
        sort($told);
        return $told;
    }

    /**
     * A trainer of a course who cannot enter every group.
     *
     * @param string $course A or B
     * @param string[] $groups groups that they are in
     * @return stdClass
     */
    protected function create_trainer(string $course, array $groups): stdClass {
        $trainer = $this->getDataGenerator()->create_and_enrol($this->courses[$course], 'teacher');
        foreach ($groups as $group) {
            groups_add_member($this->groups[$group], $trainer);
        }
        return $trainer;
    }

    /**
     * Takes a right away from somebody in a course.
     *
     * @param stdClass $user the user
     * @param string $course A or B
     * @param string $capability the right
     */
    protected function prohibit(stdClass $user, string $course, string $capability): void {
        $context = \context_course::instance($this->courses[$course]->id);
        $role = $this->getDataGenerator()->create_role();
        assign_capability($capability, CAP_PROHIBIT, $role, $context);
        role_assign($role, $user->id, $context);
    }

    /**
     * A manager of the site.
     *
     * @return stdClass
     */
    protected function create_manager(): stdClass {
        global $DB;

        $manager = $this->getDataGenerator()->create_user();
        role_assign($DB->get_field('role', 'id', ['shortname' => 'manager']), $manager->id, \context_system::instance());
        return $manager;
    }
}
