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

namespace mod_leerlandschap\local\summary;

defined('MOODLE_INTERNAL') || die();

require_once(__DIR__ . '/../../actions_testcase.php');

use mod_leerlandschap\actions_testcase;
use stdClass;

/**
 * What Moodle's reports and its app are told: of meetings all that one may see, of people no more than the gradebook has.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \mod_leerlandschap\local\summary\person_report
 * @covers \mod_leerlandschap\local\summary\news
 * @covers \mod_leerlandschap\output\recent_meetings
 * @covers \mod_leerlandschap\output\mobile
 * @covers \mod_leerlandschap\search\activity
 * @covers ::leerlandschap_user_outline
 * @covers ::leerlandschap_user_complete
 * @covers ::leerlandschap_print_recent_activity
 * @covers ::leerlandschap_get_recent_mod_activity
 * @covers ::leerlandschap_print_recent_mod_activity
 * @covers ::leerlandschap_check_updates_since
 */
final class reports_test extends actions_testcase {
    /**
     * What is printed.
     *
     * @param callable $prints prints it
     * @return string
     */
    private static function printed(callable $prints): string {
        ob_start();
        try {
            $prints();
        } finally {
            $printed = ob_get_clean();
        }
        return $printed;
    }

    /**
     * The report about somebody in a line, as core asks for it.
     *
     * @param stdClass $user whom it is about
     * @return stdClass|null
     */
    private function outline(stdClass $user): ?stdClass {
        return leerlandschap_user_outline($this->course, $user, $this->cm, $this->instance_row());
    }

    /**
     * The whole report about somebody.
     *
     * @param stdClass $user whom it is about
     * @return string
     */
    private function complete(stdClass $user): string {
        $instance = $this->instance_row();
        return self::printed(fn() => leerlandschap_user_complete($this->course, $user, $this->cm, $instance));
    }

    /**
     * Makes the activity with two groups that meet apart, each with a learner who has an action.
     *
     * @return stdClass[] the groups
     */
    private function two_groups(): array {
        $this->mock_clock_with_frozen(self::NOW);
        $this->create_activity(['groupmode' => SEPARATEGROUPS], 2);
        foreach ([0, 1] as $i) {
            $groups[$i] = $this->getDataGenerator()->create_group(['courseid' => $this->course->id, 'name' => "Groep $i"]);
            groups_add_member($groups[$i], $this->learners[$i]);
            groups_add_member($groups[$i], $this->trainer);
            $this->run_as($this->learners[$i], ['type' => 'join'], $groups[$i]->id);
            $to = ['type' => 'go_to', 'from' => '@start', 'to' => 'vervolgacties'];
            $this->run_as($this->trainer, $to, $groups[$i]->id);
            $id = "00000000-0000-4000-8000-00000000000$i";
            $this->write($this->learners[$i], $this->learners[$i], ['what' => "Actie $i"], $id, $groups[$i]->id);
        }
        $this->follow();
        return $groups;
    }

    /**
     * In a hidden meeting nothing is told before the group has points; then steps and the day, and open actions.
     */
    public function test_person(): void {
        $this->mock_clock_with_frozen(self::NOW);
        $this->create_activity();
        $this->start('stellingen');
        foreach ($this->learners as $learner) {
            foreach (['st1', 'st2', 'st3', 'st4', 'st5'] as $item) {
                $this->run_as($learner, self::answer($item, 4));
            }
        }
        $this->setUser($this->trainer);
        $this->assertNull($this->outline($this->learners[0]));
        $this->assertStringNotContainsString('You took part', $this->complete($this->learners[0]));
        $round = ['type' => 'set_round', 'step' => 'stellingen', 'round' => 1, 'from' => 'open', 'to' => 'revealed'];
        $this->run_as($this->trainer, $round);
        $outline = $this->outline($this->learners[0]);
        $this->assertSame('1 of 3 points.', $outline->info);
        $this->assertSame(self::NOW - self::NOW % DAYSECS, $outline->time);
        $this->run_as($this->trainer, ['type' => 'go_to', 'from' => 'stellingen', 'to' => 'vervolgacties']);
        $this->write($this->learners[0], $this->learners[1], ['what' => 'Proef <b>']);
        $this->follow();
        $this->setUser($this->trainer);
        $this->assertStringContainsString('Proef &lt;b&gt; (due on 24 November 2025)', $this->complete($this->learners[1]));
        $this->assertStringContainsString('You took part in: ', $this->complete($this->learners[1]));
        $this->assertStringNotContainsString('Proef', $this->complete($this->learners[0]));
    }

    /**
     * Who may not enter a group's room reads nothing of its actions.
     */
    public function test_person_of_another_group(): void {
        $groups = $this->two_groups();
        $this->setUser($this->trainer);
        $this->assertStringContainsString('Actie 1', $this->complete($this->learners[1]));
        groups_remove_member($groups[1], $this->trainer);
        $this->assertStringNotContainsString('Actie 1', $this->complete($this->learners[1]));
        $this->assertStringContainsString('Actie 0', $this->complete($this->learners[0]));
    }

    /**
     * Points are told to those whom the gradebook shows them, and nobody else.
     */
    public function test_points_as_in_gradebook(): void {
        global $DB;

        $this->create_activity(['visibility' => 'named']);
        $meeting = $this->getDataGenerator()->get_plugin_generator('mod_leerlandschap')->create_meeting($this->instance_row());
        $this->getDataGenerator()->get_plugin_generator('mod_leerlandschap')
            ->create_progress($meeting, $this->learners[0], ['stellingen']);
        $told = function (stdClass $reader): bool {
            $this->setUser($reader);
            $outline = $this->outline($this->learners[0]);
            $this->assertSame($outline !== null, str_contains($this->complete($this->learners[0]), '1 of 3 points.'));
            return $outline !== null;
        };
        $trainer = $this->trainer;
        [$self, $other] = $this->learners;
        $this->assertSame([true, true, false], [$told($trainer), $told($self), $told($other)]);
        // Hidden in the gradebook: for all, or for this person.
        $item = \grade_item::fetch(['itemmodule' => 'leerlandschap', 'iteminstance' => $this->cm->instance]);
        $item->set_hidden(1);
        $this->assertSame([true, false], [$told($trainer), $told($self)]);
        $item->set_hidden(0);
        $item->get_grade($self->id)->set_hidden(1);
        $this->assertSame([true, false], [$told($trainer), $told($self)]);
        $item->get_grade($self->id)->set_hidden(0);
        $DB->set_field('course', 'showgrades', 0, ['id' => $this->course->id]);
        rebuild_course_cache($this->course->id, true);
        $this->cm = get_fast_modinfo($this->course->id)->get_cm($this->cm->id);
        $this->assertSame([true, false], [$told($trainer), $told($self)]);
        // Without grades there is nothing in the gradebook.
        $DB->set_field('leerlandschap', 'grade', 0);
        $this->assertSame([false, false], [$told($trainer), $told($self)]);
    }

    /**
     * Whoever can enter no room of somebody is told nothing of what they took part in.
     */
    public function test_points_of_another_group(): void {
        global $DB;

        $groups = $this->two_groups();
        $learner = $this->learners[1];
        foreach ($DB->get_records('leerlandschap_meeting', ['groupid' => $groups[1]->id]) as $row) {
            $DB->insert_record('leerlandschap_progress', (object) [
                'meetingid' => $row->id, 'userid' => $learner->id, 'step' => 'stellingen', 'timedone' => self::NOW,
            ]);
        }
        $this->setUser($this->trainer);
        $this->assertNotNull($this->outline($learner));
        groups_remove_member($groups[1], $this->trainer);
        $this->assertNull($this->outline($learner));
        $this->assertStringNotContainsString('points', $this->complete($learner));
    }

    /**
     * Recent activity lists the meetings of one's own groups, with the day where answers are hidden, and names nobody.
     */
    public function test_recent(): void {
        $groups = $this->two_groups();
        $recent = fn(int $since): string => self::printed(
            fn() => leerlandschap_print_recent_activity($this->course, true, $since)
        );
        $this->setUser($this->learners[0]);
        $html = $recent(self::NOW - 1);
        $this->assertStringContainsString('Meeting 1 is under way (Groep 0), 21 November 2025', $html);
        $this->assertStringNotContainsString('Groep 1', $html);
        $this->assertStringNotContainsString(fullname($this->learners[0]), $html);
        $this->assertSame('', $recent(self::NOW + DAYSECS));
        $this->setUser($this->trainer);
        $this->assertStringContainsString('Groep 1', $recent(self::NOW - 1));

        $report = function (int $userid, int $groupid): array {
            $activities = [];
            $index = 0;
            leerlandschap_get_recent_mod_activity(
                $activities,
                $index,
                self::NOW - 1,
                $this->course->id,
                $this->cm->id,
                $userid,
                $groupid
            );
            $this->assertSame(count($activities), $index);
            return $activities;
        };
        $this->assertCount(2, $report(0, 0));
        $this->assertCount(0, $report((int) $this->learners[0]->id, 0));
        [$activity] = $report(0, (int) $groups[1]->id);
        $this->assertSame(self::NOW - self::NOW % DAYSECS, $activity->timestamp);
        $html = self::printed(fn() => leerlandschap_print_recent_mod_activity($activity, $this->course->id, true, []));
        $this->assertStringContainsString("group={$groups[1]->id}", $html);
        set_coursemodule_visible($this->cm->id, 0);
        $this->setUser($this->learners[0]);
        $this->assertSame('', $recent(self::NOW - 1));
    }

    /**
     * Who only looks at an open course sees no meeting of it.
     */
    public function test_recent_of_outsiders(): void {
        global $DB;

        $this->mock_clock_with_frozen(self::NOW);
        foreach ([NOGROUPS, VISIBLEGROUPS] as $mode) {
            $this->create_activity(['groupmode' => $mode]);
            $group = $mode ? $this->getDataGenerator()->create_group(['courseid' => $this->course->id]) : null;
            $this->setAdminUser();
            $meeting = $this->getDataGenerator()->get_plugin_generator('mod_leerlandschap')
                ->create_meeting($this->instance_row(), $group->id ?? 0);
            $DB->set_field('leerlandschap_meeting', 'place', 'stellingen', ['id' => $meeting->id()]);
            $this->assertCount(1, news::meetings($this->course, self::NOW - 1, (int) $this->cm->id));
            $this->setUser($this->getDataGenerator()->create_user());
            $this->assertSame([], news::meetings($this->course, self::NOW - 1, (int) $this->cm->id));
        }
    }

    /**
     * Of a hidden meeting the day of a change cannot be narrowed down by asking again, nor by the order; of a named one
     * the second is told.
     */
    public function test_day_of_change(): void {
        global $DB;

        $this->two_groups();
        $this->setUser($this->trainer);
        $ids = fn(int $since): array => array_map('intval', array_column(news::meetings($this->course, $since), 'id'));
        [$first, $last] = array_map('intval', array_keys($DB->get_records('leerlandschap_meeting', null, 'id')));
        $midnight = self::NOW - self::NOW % DAYSECS;
        foreach ([$first, $last] as $changed) {
            $DB->set_field('leerlandschap_meeting', 'timemodified', self::NOW, ['id' => $changed]);
            $DB->set_field('leerlandschap_meeting', 'timemodified', self::NOW - 5, ['id' => $first + $last - $changed]);
            foreach ([0, $midnight - 1, $midnight, self::NOW - 1, self::NOW, $midnight + DAYSECS - 1] as $since) {
                $this->assertSame([$last, $first], $ids($since));
                $this->assertTrue(leerlandschap_check_updates_since($this->cm, $since)->meetings->updated);
            }
            $this->assertSame([], $ids($midnight + DAYSECS));
        }
        $DB->set_field('leerlandschap_meeting', 'visibility', 'named');
        $this->assertSame([$last], $ids(self::NOW - 1));
        $this->assertSame([], $ids(self::NOW));
    }

    /**
     * Only groups that have a room, and of which the reader may know, are named.
     */
    public function test_groups_of_recent(): void {
        global $DB;

        $this->mock_clock_with_frozen(self::NOW);
        $generator = $this->getDataGenerator();
        $grouping = $generator->create_grouping(['courseid' => $this->course->id]);
        $groups = ['inside' => [], 'silent' => ['participation' => 0], 'secret' => ['visibility' => GROUPS_VISIBILITY_MEMBERS]];
        foreach ($groups as $name => $settings) {
            $groups[$name] = (int) $generator->create_group(['courseid' => $this->course->id] + $settings)->id;
            $generator->create_grouping_group(['groupingid' => $grouping->id, 'groupid' => $groups[$name]]);
        }
        $groups += ['outside' => (int) $generator->create_group(['courseid' => $this->course->id])->id, 'deleted' => 987654];
        foreach ([SEPARATEGROUPS, VISIBLEGROUPS] as $mode) {
            $this->create_activity(['groupmode' => $mode, 'groupingid' => $grouping->id], 2);
            $this->setAdminUser();
            foreach ($groups as $groupid) {
                $meeting = $generator->get_plugin_generator('mod_leerlandschap')->create_meeting($this->instance_row(), $groupid);
                $DB->set_field('leerlandschap_meeting', 'place', 'stellingen', ['id' => $meeting->id()]);
            }
        }
        [$member, $other] = $this->learners;
        foreach (array_diff_key($groups, ['deleted' => 0]) as $groupid) {
            groups_add_member($groupid, $member);
        }
        $seen = function (stdClass $user): array {
            $this->setUser($user);
            $seen = [];
            foreach (news::meetings($this->course, self::NOW - 1) as $row) {
                $seen[groups_get_activity_groupmode($row->cm)][] = (int) $row->groupid;
            }
            return $seen;
        };
        $this->assertEqualsCanonicalizing([$groups['inside'], $groups['secret']], $seen($member)[SEPARATEGROUPS]);
        $this->assertEqualsCanonicalizing([$groups['inside'], $groups['secret']], $seen($member)[VISIBLEGROUPS]);
        $this->assertSame([VISIBLEGROUPS => [$groups['inside']]], $seen($other));
        $admin = $seen(get_admin());
        $this->assertEqualsCanonicalizing([$groups['inside'], $groups['secret']], $admin[SEPARATEGROUPS]);
        $this->assertEqualsCanonicalizing([$groups['inside'], $groups['secret']], $admin[VISIBLEGROUPS]);
    }

    /**
     * The app learns what has changed for this user, of what they may see.
     */
    public function test_updates(): void {
        global $DB;

        $this->two_groups();
        [$own, $other] = array_map('intval', array_keys($DB->get_records('leerlandschap_meeting', null, 'id')));
        $action = (int) $DB->get_field('leerlandschap_action', 'id', ['userid' => $this->learners[0]->id]);
        $this->setUser($this->learners[0]);
        $updates = leerlandschap_check_updates_since($this->cm, self::NOW - 1);
        $this->assertSame([$own], $updates->meetings->itemids);
        $this->assertSame([$action], $updates->openactions->itemids);
        $this->assertFalse($updates->exercise->updated);
        $this->assertTrue($updates->configuration->updated);
        $updates = leerlandschap_check_updates_since($this->cm, self::NOW + DAYSECS);
        $this->assertFalse($updates->meetings->updated || $updates->openactions->updated);
        $updates = leerlandschap_check_updates_since($this->cm, self::NOW - 1, ['openactions']);
        $this->assertSame(['openactions'], array_keys((array) $updates));
        $this->setUser($this->trainer);
        $updates = leerlandschap_check_updates_since($this->cm, self::NOW - 1, ['meetings']);
        $this->assertEqualsCanonicalizing([$own, $other], $updates->meetings->itemids);
    }

    /**
     * The app shows how it stands and opens the activity in its browser. What somebody typed is data, not template.
     */
    public function test_mobile(): void {
        $this->create_activity(['name' => '{{ constructor }}']);
        $this->start('stellingen');
        $this->setUser($this->learners[0]);
        $answer = \tool_mobile\external::get_content('mod_leerlandschap', 'mobile_course_view', [
            ['name' => 'cmid', 'value' => $this->cm->id],
        ]);
        [$template] = $answer['templates'];
        $this->assertStringContainsString("href=\"{$this->cm->url->out(false)}\" core-link", $template['html']);
        $this->assertStringContainsString('{{ CONTENT_OTHERDATA.steps }}', $template['html']);
        $this->assertStringNotContainsString('constructor', $template['html']);
        $this->assertStringNotContainsString('<%', $template['html']);
        $data = array_column($answer['otherdata'], 'value', 'name');
        $this->assertSame(['', 'Meeting 1 is under way', '0 of 3', '0'], [
            $data['notice'], $data['status'], $data['steps'], $data['ownactions'],
        ]);
        \core\di::reset_container();
        $this->setUser($this->trainer);
        $data = \mod_leerlandschap\output\mobile::mobile_course_view(['cmid' => $this->cm->id])['otherdata'];
        $this->assertSame(['notice' => '', 'joined' => '3', 'openmeetings' => '1', 'openactions' => '0'], $data);
        $this->setUser($this->getDataGenerator()->create_user());
        $this->expectException(\require_login_exception::class);
        \mod_leerlandschap\output\mobile::mobile_course_view(['cmid' => $this->cm->id]);
    }

    /**
     * The app says why somebody can do nothing.
     */
    public function test_mobile_notice(): void {
        $this->create_activity(['groupmode' => SEPARATEGROUPS]);
        $this->setUser($this->learners[0]);
        $data = \mod_leerlandschap\output\mobile::mobile_course_view(['cmid' => $this->cm->id])['otherdata'];
        $this->assertSame(get_string('error:no_group', 'mod_leerlandschap'), $data['notice']);
        $this->assertContains('mod_leerlandschap', array_column(\tool_mobile\api::get_plugins_supporting_mobile(), 'component'));
    }

    /**
     * Search finds activities by name and description, for those who see them, and nothing that a group wrote.
     */
    public function test_search(): void {
        global $CFG;
        require_once($CFG->dirroot . '/search/tests/fixtures/testable_core_search.php');

        set_config('enableglobalsearch', true);
        \testable_core_search::instance();
        $this->create_activity(['name' => 'Landschap', 'intro' => 'Over leren']);
        $this->start('vervolgacties');
        $this->write($this->learners[0], $this->learners[1]);
        $areas = array_keys(\core_search\manager::get_search_areas_list());
        $this->assertSame(['mod_leerlandschap-activity'], array_values(preg_grep('/leerlandschap/', $areas)));
        $area = \core_search\manager::get_search_area('mod_leerlandschap-activity');
        $documents = [];
        foreach ($area->get_document_recordset() as $record) {
            $documents[] = $area->get_document($record);
        }
        $this->assertSame(['Landschap'], array_map(fn($document): string => $document->get('title'), $documents));
        $this->assertStringNotContainsString('Proef', serialize($documents[0]->export_for_engine()));
        $this->setUser($this->learners[0]);
        $this->assertEquals(\core_search\manager::ACCESS_GRANTED, $area->check_access($this->cm->instance));
        set_coursemodule_visible($this->cm->id, 0);
        $this->assertEquals(\core_search\manager::ACCESS_DENIED, $area->check_access($this->cm->instance));
    }
}
