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

namespace mod_leerlandschap\courseformat;

use cm_info;
use core\output\action_link;
use core\output\local\properties\text_align;
use core_calendar\output\humandate;
use core_courseformat\activityoverviewbase;
use core_courseformat\local\overview\overviewitem;
use mod_leerlandschap\local\summary\activity_summary;
use mod_leerlandschap\local\summary\summaries;
use moodle_url;

/**
 * The activity on the overview page of a course. Moodle 4.5 has no such page, and never loads this class.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class overview extends activityoverviewbase {
    /**
     * An activity.
     *
     * @param cm_info $cm the course module
     * @param summaries $summaries one for all activities of the course
     */
    public function __construct(
        cm_info $cm,
        /** @var summaries one for all activities of the course */
        private readonly summaries $summaries,
    ) {
        parent::__construct($cm);
    }

    /**
     * How the activity stands for the current user.
     *
     * @return activity_summary
     */
    private function summary(): activity_summary {
        return $this->summaries->of($this->cm);
    }

    #[\Override]
    public function get_due_date_overview(): ?overviewitem {
        $closes = (int) ($this->cm->customdata['timeclose'] ?? 0);
        return new overviewitem(
            name: get_string('timeclose', 'mod_leerlandschap'),
            value: $closes ?: null,
            content: $closes ? humandate::create_from_timestamp($closes) : '-',
        );
    }

    #[\Override]
    public function get_actions_overview(): ?overviewitem {
        return !$this->summary()->teaches ? null : new overviewitem(
            name: get_string('actions'),
            value: '',
            content: new action_link(
                url: new moodle_url('/mod/leerlandschap/view.php', ['id' => $this->cm->id]),
                text: get_string('view'),
                attributes: ['class' => 'btn btn-outline-secondary'],
            ),
            textalign: text_align::CENTER,
        );
    }

    #[\Override]
    public function get_extra_overview_items(): array {
        $summary = $this->summary();
        if ($summary->teaches) {
            return [
                'joined' => self::number('overview:joined', $summary->joined),
                'openmeetings' => self::number('overview:openmeetings', $summary->openmeetings),
                'openactions' => self::number('overview:openactions', $summary->openactions),
            ];
        }
        return [
            'status' => new overviewitem(
                // Core has a column called status itself, that of completion.
                name: get_string('overview:meeting', 'mod_leerlandschap'),
                value: $summary->status,
                content: $summary->status_text(),
            ),
            'steps' => new overviewitem(
                name: get_string('overview:steps', 'mod_leerlandschap'),
                value: $summary->done,
                content: $summary->steps_text(),
            ),
            'ownactions' => new overviewitem(
                name: get_string('overview:ownactions', 'mod_leerlandschap'),
                value: $summary->ownactions,
                content: (string) $summary->ownactions,
                alertcount: $summary->overdue,
                alertlabel: get_string('overview:overdue', 'mod_leerlandschap'),
            ),
        ];
    }

    /**
     * A number.
     *
     * @param string $name string that names it
     * @param int $number the number
     * @return overviewitem
     */
    private static function number(string $name, int $number): overviewitem {
        return new overviewitem(name: get_string($name, 'mod_leerlandschap'), value: $number, content: (string) $number);
    }
}
