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
use core\output\renderable;
use core\output\renderer_base;
use core\output\templatable;
use mod_leerlandschap\local\former_rooms as rooms;
use moodle_url;

/**
 * The way to meetings of groups that meet here no more, and in one of these what it is.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class former_rooms implements renderable, templatable {
    /** @var string[] names of rooms as HTML, by what is to be asked for */
    private array $rooms;

    /**
     * The former rooms of an activity.
     *
     * @param cm_info $cm the course module
     * @param int $requested the group that the request asks for, 0 for none
     */
    public function __construct(
        /** @var cm_info the course module */
        private cm_info $cm,
        /** @var int the group that the request asks for, 0 for none */
        private int $requested
    ) {
        $this->rooms = rooms::of($cm);
    }

    /**
     * Whether the request asks for one of them.
     *
     * @return bool
     */
    public function is_inside(): bool {
        return isset($this->rooms[$this->requested]);
    }

    #[\Override]
    public function export_for_template(renderer_base $output): array {
        $url = new moodle_url('/mod/leerlandschap/view.php', ['id' => $this->cm->id]);
        $link = fn(int $id, string $name): array => [
            'name' => $name,
            'url' => (new moodle_url($url, ['group' => $id]))->out(false),
        ];
        return [
            'inside' => $this->is_inside(),
            'name' => $this->rooms[$this->requested] ?? '',
            'home' => $url->out(false),
            'any' => (bool) $this->rooms,
            'rooms' => array_map($link, array_keys($this->rooms), $this->rooms),
        ];
    }
}
