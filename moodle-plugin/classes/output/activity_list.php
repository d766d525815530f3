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

namespace mod_leerlandschap\output;

use cm_info;
use html_table;
use html_writer;
use mod_leerlandschap\local\summary\activity_summary;
use mod_leerlandschap\local\summary\summaries;
use stdClass;

/**
 * The activities of this kind in a course, with how each stands: for learners their own progress, for those who see
 * reports how the groups do.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class activity_list {
    /** @var activity_summary[] how each stands, by course module */
    private array $summaries = [];

    /** @var cm_info[] the course modules, by id */
    private array $cms = [];

    /**
     * The activities that the current user sees.
     *
     * @param stdClass $course the course
     * @param summaries $summaries how they stand
     */
    public function __construct(
        /** @var stdClass the course */
        private readonly stdClass $course,
        summaries $summaries,
    ) {
        foreach (get_fast_modinfo($course)->get_instances_of('leerlandschap') as $cm) {
            if ($cm->uservisible) {
                $this->cms[$cm->id] = $cm;
                $this->summaries[$cm->id] = $summaries->of($cm);
            }
        }
    }

    /**
     * Whether there are none.
     *
     * @return bool
     */
    public function is_empty(): bool {
        return !$this->cms;
    }

    /**
     * The list as a table. Core's own lists of activities are tables without a template too.
     *
     * @return html_table
     */
    public function table(): html_table {
        $usesections = course_format_uses_sections($this->course->format);
        $columns = $this->columns();
        $table = new html_table();
        $table->attributes['class'] = 'generaltable mod_index';
        $table->head = [
            ...($usesections ? [get_string('sectionname', 'format_' . $this->course->format)] : []),
            get_string('name'),
            get_string('timeclose', 'mod_leerlandschap'),
            ...array_keys($columns),
        ];
        foreach ($this->cms as $cm) {
            $table->data[] = [
                ...($usesections ? [get_section_name($this->course, $cm->sectionnum)] : []),
                html_writer::link($cm->url, $cm->get_formatted_name(), $cm->visible ? [] : ['class' => 'dimmed']),
                empty($cm->customdata['timeclose']) ? '-' : userdate($cm->customdata['timeclose']),
                ...array_values(array_map(fn(callable $of): string => (string) $of($this->summaries[$cm->id]), $columns)),
            ];
        }
        return $table;
    }

    /**
     * What is told of each activity.
     *
     * @return callable[] by heading
     */
    private function columns(): array {
        $teaches = array_filter($this->summaries, fn(activity_summary $summary): bool => $summary->teaches);
        $string = fn(string $name): string => get_string("overview:$name", 'mod_leerlandschap');
        $own = fn(callable $of): callable => fn(activity_summary $summary) => $summary->teaches ? '' : $of($summary);
        $groups = fn(callable $of): callable => fn(activity_summary $summary) => $summary->teaches ? $of($summary) : '';
        return (count($teaches) < count($this->summaries) ? [
            $string('meeting') => $own(fn(activity_summary $summary) => $summary->status_text()),
            $string('steps') => $own(fn(activity_summary $summary) => $summary->steps_text()),
            $string('ownactions') => $own(fn(activity_summary $summary) => $summary->ownactions),
        ] : []) + ($teaches ? [
            $string('joined') => $groups(fn(activity_summary $summary) => $summary->joined),
            $string('openmeetings') => $groups(fn(activity_summary $summary) => $summary->openmeetings),
            $string('openactions') => $groups(fn(activity_summary $summary) => $summary->openactions),
        ] : []);
    }
}
