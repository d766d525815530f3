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

use core\output\renderable;
use core\output\renderer_base;
use core\output\templatable;
use mod_leerlandschap\local\sharing\published;
use moodle_url;

/**
 * The way to what groups have shared, where there is anything and the user may read it.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class shared_link implements renderable, templatable {
    /**
     * A link.
     *
     * @param published $published what groups show
     * @param moodle_url $url where it is
     */
    public function __construct(
        /** @var published what groups show */
        private published $published,
        /** @var moodle_url where it is */
        private moodle_url $url,
    ) {
    }

    #[\Override]
    public function export_for_template(renderer_base $output): array {
        $count = $this->published->may_read() ? $this->published->count() : 0;
        return ['any' => $count > 0, 'count' => $count, 'url' => $this->url->out(false)];
    }
}
