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

use mod_leerlandschap\local\clock_time;
use mod_leerlandschap\local\summary\news;
use moodle_url;
use renderable;
use renderer_base;
use stdClass;
use templatable;

/**
 * Meetings in which something has changed, each with its day and its address.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class recent_meetings implements renderable, templatable {
    /**
     * A list.
     *
     * @param stdClass[] $meetings as news::meetings has them
     */
    public function __construct(
        /** @var stdClass[] as news::meetings has them */
        private readonly array $meetings,
    ) {
    }

    #[\Override]
    public function export_for_template(renderer_base $output): array {
        return ['meetings' => array_map(fn(stdClass $row): array => [
            'name' => $row->cm->get_formatted_name(),
            'url' => (new moodle_url($row->cm->url, $row->groupid ? ['group' => $row->groupid] : []))->out(false),
            'text' => news::text($row),
            'day' => clock_time::shown_day(news::time($row), $row->visibility === 'hidden'),
        ], $this->meetings)];
    }
}
