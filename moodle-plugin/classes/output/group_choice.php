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
use context_module;
use core\output\renderable;
use core\output\renderer_base;
use core\output\templatable;
use moodle_url;
use single_select;

/**
 * Where somebody who can see several groups chooses the one whose meeting they see.
 *
 * Core's menu would take the first group for somebody in several; here nobody meets with a group
 * that they did not choose.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class group_choice implements renderable, templatable {
    /**
     * A choice.
     *
     * @param cm_info $cm the course module
     * @param int $chosen the group whose meeting is shown, 0 for none
     */
    public function __construct(
        /** @var cm_info the course module */
        private cm_info $cm,
        /** @var int the group whose meeting is shown, 0 for none */
        private int $chosen
    ) {
    }

    /**
     * The group that the request asks for, remembered for the rest of the course as core does.
     *
     * @param cm_info $cm the course module
     * @return int 0 for none in particular
     */
    public static function requested(cm_info $cm): int {
        $requested = optional_param('group', 0, PARAM_INT);
        // This reads the parameter itself, and does not remember groups that the user may not see.
        $active = (int) groups_get_activity_group($cm, true);
        // Whoever can enter every group has no default group: theirs is one they chose elsewhere.
        $everywhere = has_capability('moodle/site:accessallgroups', context_module::instance($cm->id));
        return $requested ?: ($everywhere ? $active : 0);
    }

    #[\Override]
    public function export_for_template(renderer_base $output): array {
        $mode = groups_get_activity_groupmode($this->cm);
        $groups = $mode ? groups_get_activity_allowed_groups($this->cm) : [];
        $names = [];
        foreach ($groups as $group) {
            $names[$group->id] = format_string($group->name, true, ['context' => context_module::instance($this->cm->id)]);
        }
        if (count($names) < 2) {
            return ['choose' => false, 'menu' => ''];
        }
        $url = new moodle_url('/mod/leerlandschap/view.php', ['id' => $this->cm->id]);
        if (isset($names[$this->chosen])) {
            $menu = new single_select($url, 'group', $names, $this->chosen, null, 'selectgroup');
            $menu->label = get_string($mode == VISIBLEGROUPS ? 'groupsvisible' : 'groupsseparate');
            return ['choose' => false, 'menu' => $output->render($menu)];
        }
        $link = fn(int $id, string $name): array => [
            'name' => $name,
            'url' => (new moodle_url($url, ['group' => $id]))->out(false),
        ];
        return ['choose' => true, 'groups' => array_map($link, array_keys($names), $names)];
    }
}
