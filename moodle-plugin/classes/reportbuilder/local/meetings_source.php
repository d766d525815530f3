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

namespace mod_leerlandschap\reportbuilder\local;

use core_group\reportbuilder\local\entities\group;
use core_reportbuilder\datasource;
use core_reportbuilder\local\entities\course;
use core_reportbuilder\local\entities\user;
use lang_string;
use mod_leerlandschap\local\report\report_sight;
use mod_leerlandschap\reportbuilder\local\entities\activity;
use mod_leerlandschap\reportbuilder\local\entities\meeting;

/**
 * What the data sources of the plugin have in common: meetings that the reader may see, with activity, course and group.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
abstract class meetings_source extends datasource {
    /**
     * Begins with the meetings.
     *
     * @param report_sight $sight what the reader may see
     * @return meeting their entity
     */
    protected function begin_with_meetings(report_sight $sight): meeting {
        $meeting = new meeting();
        $alias = $meeting->get_table_alias('leerlandschap_meeting');
        $this->set_main_table('leerlandschap_meeting', $alias);
        $this->add_base_condition_sql($sight->meetings($alias));

        $activity = new activity();
        ['leerlandschap' => $instance, 'course_modules' => $cm] = $activity->get_table_aliases();
        // In every query, as activities that are being deleted are in none.
        $this->add_join("JOIN {leerlandschap} $instance ON $instance.id = $alias.leerlandschapid");
        foreach ($activity->cm_joins() as $join) {
            $this->add_join($join);
        }
        $this->add_base_condition_sql("$cm.deletioninprogress = 0");

        $course = new course();
        $courses = $course->get_table_alias('course');
        $join = "JOIN {course} $courses ON $courses.id = $instance.course";
        $group = (new group())->set_table_alias('context', $course->get_table_alias('context'));
        $groups = $group->get_table_alias('groups');

        $this->add_entity($course->add_join($join));
        $this->add_entity($activity);
        $this->add_entity($group
            ->add_join($join)
            ->add_join($course->get_context_join())
            ->add_join("LEFT JOIN {groups} $groups ON $groups.id = $alias.groupid"));
        $this->add_entity($meeting);
        return $meeting;
    }

    /**
     * Adds the users who are joined to the rows.
     *
     * @param string $id expression for their id
     * @param bool $always whether every row has one
     */
    protected function add_users(string $id, bool $always): void {
        $user = new user();
        $alias = $user->get_table_alias('user');
        $join = ($always ? 'JOIN' : 'LEFT JOIN') . " {user} $alias ON $alias.id = $id AND $alias.deleted = 0";
        if ($always) {
            $this->add_join($join);
            $this->add_entity($user);
        } else {
            $this->add_entity($user->add_join($join));
        }
    }

    /**
     * Offers what the entities have. Keys with which people enrol themselves into groups are nobody's to read here.
     */
    protected function offer_all(): void {
        foreach ($this->get_entities() as $entity) {
            $name = $entity->get_entity_name();
            $this->add_columns_from_entity($name, [], $entity instanceof group ? ['enrolmentkey'] : []);
            $this->add_filters_from_entity($name);
            $this->add_conditions_from_entity($name);
        }
        // Its own name would not tell of what it is.
        $this->call('group:name', new lang_string('group'));
    }

    /**
     * Gives a column, and the filter and condition of the same name, another title.
     *
     * @param string $name entity and column
     * @param lang_string $title the title
     */
    protected function call(string $name, lang_string $title): void {
        $this->get_column($name)?->set_title($title);
        $this->get_filter($name)?->set_header($title);
        $this->get_condition($name)?->set_header($title);
    }
}
