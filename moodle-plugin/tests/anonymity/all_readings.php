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

namespace mod_leerlandschap\anonymity;

use core_external\external_api;
use mod_leerlandschap\local\pulse\publisher;
use mod_leerlandschap\local\pulse\responder;
use mod_leerlandschap\local\report\activity_report;
use mod_leerlandschap\local\report\export\dataset;
use mod_leerlandschap\local\report\export\download;
use mod_leerlandschap\local\report\report_reader;
use mod_leerlandschap\local\refusal;
use mod_leerlandschap\local\summary\person_report;
use mod_leerlandschap\local\summary\summaries;
use mod_leerlandschap\output\activity_list;
use mod_leerlandschap\reportbuilder\datasource\actions;
use mod_leerlandschap\reportbuilder\datasource\participation;
use stdClass;

/**
 * Reads everything that the activity tells anybody: every web service, the published rooms, the report page, every export,
 * the report builder, and Moodle's own lists and reports.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
trait all_readings {
    /**
     * Everything that somebody is told.
     *
     * @param stdClass $reader who reads
     * @param int[] $rooms the rooms they ask for, 0 without groups, by what they are called
     * @return string[] by where
     */
    protected function readings_of(stdClass $reader, array $rooms = ['the room' => 0]): array {
        $told = $this->told_by_report($reader) + $this->told_by_pages($reader) + $this->told_by_report_builder($reader);
        foreach ($rooms as $name => $groupid) {
            foreach ($this->told_by_services($reader, $groupid) as $where => $text) {
                $told["$where in $name"] = $text;
            }
        }
        return $told;
    }

    /**
     * What the web services tell, and the published room. Each is asked what it lets be asked without changing anything.
     *
     * @param stdClass $reader who reads
     * @param int $groupid the room they ask for
     * @return string[] by where
     */
    private function told_by_services(stdClass $reader, int $groupid): array {
        global $CFG;

        // Published anew: what it counts may be a second old.
        publisher::remove_all();
        $room = ['groupid' => $groupid, 'since' => 0];
        $calls = [
            'room' => ['get_meeting', $room],
            'own' => ['get_meeting', ['own' => true] + $room],
            'big screen' => ['get_meeting', ['presenting' => true] + $room],
            'exercise' => ['get_exercise', []],
            'report service' => ['get_report', []],
            'report of a group' => ['get_report', ['groupid' => $groupid]],
            'participation service' => ['get_participation', []],
            'participation of a group' => ['get_participation', ['groupid' => $groupid]],
        ];
        $meetings = $this->ids_of_meetings();
        foreach ($meetings as $i => $id) {
            $calls["outcome $i"] = ['read_outcome', ['meeting' => $id]];
        }
        $told = [];
        foreach ($calls as $where => [$function, $args]) {
            $this->setUser($reader);
            $_POST['sesskey'] = sesskey();
            $args = ['cmid' => $this->cm->id] + $args;
            $reply = external_api::call_external_function("mod_leerlandschap_$function", $args, true);
            $told[$where] = json_encode($reply['error'] ? $reply['exception']->errorcode : $reply['data']);
            if ($where === 'room' && !empty($reply['data']['pulse'])) {
                parse_str(parse_url($reply['data']['pulse']['address'], PHP_URL_QUERY), $query);
                $pulse = new responder($CFG->cachedir, 1000 * \core\di::get(\core\clock::class)->time());
                $told['published room'] = $pulse->respond('GET', $query, $reply['data']['pulse']['token'], '')['body'];
            }
        }
        return $told;
    }

    /**
     * The meetings of the activity, as an attacker guesses them.
     *
     * @return string[] ids
     */
    private function ids_of_meetings(): array {
        global $DB;

        $where = 'leerlandschapid = ? ORDER BY groupid, meetingno';
        return array_values($DB->get_fieldset_select('leerlandschap_meeting', 'id', $where, [$this->cm->instance]));
    }

    /**
     * What the report page embeds, and every export.
     *
     * @param stdClass $reader who reads
     * @return string[] by where
     */
    private function told_by_report(stdClass $reader): array {
        $this->setUser($reader);
        if (!has_capability('mod/leerlandschap:viewreports', $this->cm->context)) {
            return [];
        }
        $told = ['report page' => json_encode((new activity_report(report_reader::of_all_rooms($this->cm)))->export())];
        foreach (array_keys(dataset::ALL) as $what) {
            try {
                $file = (new download(report_reader::of_all_rooms($this->cm), $what, 'csv', 0))->write();
                $told["export of $what"] = file_get_contents($file);
            } catch (refusal $refusal) {
                $told["export of $what"] = $refusal->code();
            }
        }
        return $told;
    }

    /**
     * What Moodle's own pages tell: lists, reports about people, recent activity, calendars.
     *
     * @param stdClass $reader who reads
     * @return string[] by where
     */
    private function told_by_pages(stdClass $reader): array {
        global $CFG, $DB;
        require_once($CFG->dirroot . '/mod/leerlandschap/lib.php');

        $this->setUser($reader);
        $course = get_course($this->course->id);
        $cm = get_fast_modinfo($course)->get_cm($this->cm->id);
        $told = ['list' => \html_writer::table((new activity_list($course, new summaries()))->table())];
        // One who takes part, and the last one, who does nothing.
        foreach ([$this->learners[0], end($this->learners)] as $i => $learner) {
            $report = new person_report($this->instance_row(), $cm, (int) $learner->id);
            $told["report of person $i"] = json_encode($report->outline()) . $report->complete();
        }
        ob_start();
        leerlandschap_print_recent_activity($course, true, 0);
        $told['recent activity'] = ob_get_clean();
        $told['updates'] = json_encode(leerlandschap_check_updates_since($cm, 0));
        $events = $DB->get_records('event', ['userid' => $reader->id], 'name, timestart', 'id, name, description');
        $told['calendar'] = json_encode(array_map(fn(stdClass $event): array => [$event->name, $event->description], $events));
        return $told;
    }

    /**
     * What the reports tell that somebody made in the report builder and shared with everybody.
     *
     * @param stdClass $reader who reads
     * @return string[] by where
     */
    private function told_by_report_builder(stdClass $reader): array {
        $generator = $this->getDataGenerator()->get_plugin_generator('core_reportbuilder');
        $told = [];
        foreach ([participation::class, actions::class] as $source) {
            $this->setAdminUser();
            $report = $generator->create_report(['name' => 'Report', 'source' => $source, 'default' => 1]);
            $generator->create_audience(['reportid' => $report->get('id'), 'configdata' => []]);
            $this->setUser($reader);
            \core_reportbuilder\manager::reset_caches();
            $rows = \core_reportbuilder\external\reports\retrieve::execute($report->get('id'), 0, 500)['data']['rows'];
            $rows = array_map(fn($row): array => ((array) $row)['columns'], $rows);
            $here = fn(array $row): bool => str_contains($row[0], "view.php?id={$this->course->id}\"");
            // Rows of one group stand in any order: that of the tables, which linking_test looks at.
            $rows = array_map(json_encode(...), array_filter($rows, $here));
            sort($rows);
            $told["report builder, $source"] = implode("\n", $rows);
            $report->delete();
        }
        return $told;
    }
}
