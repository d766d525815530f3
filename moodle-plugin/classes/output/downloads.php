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
use mod_leerlandschap\local\report\export\dataformats;
use mod_leerlandschap\local\report\export\dataset;
use moodle_url;

/**
 * The downloads of a report as plain links, for a browser in which the app does not run.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class downloads implements renderable, templatable {
    /**
     * The downloads of an activity.
     *
     * @param cm_info $cm the course module
     * @param bool $named whether answers bear names
     */
    public function __construct(
        /** @var cm_info the course module */
        private cm_info $cm,
        /** @var bool whether answers bear names */
        private bool $named
    ) {
    }

    #[\Override]
    public function export_for_template(renderer_base $output): array {
        $formats = dataformats::enabled();
        $tables = array_filter(array_keys(dataset::ALL), fn(string $what): bool => $what !== 'answers' || $this->named);
        return ['tables' => array_values(array_map(fn(string $what): array => [
            'name' => get_string("export:what_$what", 'mod_leerlandschap'),
            'files' => array_map(fn(array $format): array => [
                'name' => $format['name'],
                'url' => $this->url($what, $format['id']),
            ], $formats),
        ], $tables))];
    }

    /**
     * Address of a download.
     *
     * @param string $what what is downloaded
     * @param string $dataformat as what
     * @return string
     */
    private function url(string $what, string $dataformat): string {
        $params = ['id' => $this->cm->id, 'what' => $what, 'dataformat' => $dataformat];
        return (new moodle_url('/mod/leerlandschap/export.php', $params))->out(false);
    }
}
