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
use mod_leerlandschap\local\assets;
use mod_leerlandschap\permission;
use moodle_url;
use navigation_node;

/**
 * Ways to the pages for those who change or lead an exercise: the editor, the rehearsal and the big screen.
 *
 * A page that the build has no module for is not offered.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class designer_links implements renderable, templatable {
    /** Key of the editor's page in the navigation. */
    public const KEY = 'leerlandschap_edit';

    /**
     * The links of an activity.
     *
     * @param cm_info $cm the course module
     * @param assets $assets files of the build
     * @param int|null $presents the group whose meeting the user can put on the big screen, 0 without groups; null for none
     */
    public function __construct(
        /** @var cm_info the course module */
        private cm_info $cm,
        /** @var assets files of the build */
        private assets $assets,
        /** @var int|null whose meeting the user can put on the big screen */
        private ?int $presents = null
    ) {
    }

    /**
     * Adds the editor's page to the navigation of an activity.
     *
     * @param cm_info|null $cm the course module
     * @param navigation_node $node the node of the activity
     */
    public static function add_to_navigation(?cm_info $cm, navigation_node $node): void {
        $url = $cm ? self::urls($cm, \core\di::get(assets::class))['edit'] : null;
        if ($url !== null) {
            $title = get_string('editexercise', 'mod_leerlandschap');
            $node->add($title, new moodle_url($url), navigation_node::TYPE_SETTING, null, self::KEY);
        }
    }

    /**
     * Addresses of the pages.
     *
     * @param cm_info $cm the course module
     * @param assets $assets files of the build
     * @return array edit and rehearse: the address, null where the current user may not or the build has no such page
     */
    public static function urls(cm_info $cm, assets $assets): array {
        $context = context_module::instance($cm->id);
        // Both pages are of one module.
        $built = app::is_built($assets, 'editor');
        $edit = $built && permission::may_edit($context);
        $rehearse = $built && permission::may_rehearse($context);
        $url = fn(string $page, array $more = []): string =>
            (new moodle_url("/mod/leerlandschap/$page.php", ['id' => $cm->id] + $more))->out(false);
        return [
            'edit' => $edit ? $url('edit') : null,
            'rehearse' => $rehearse ? $url('view', ['rehearse' => 1]) : null,
        ];
    }

    #[\Override]
    public function export_for_template(renderer_base $output): array {
        $titles = ['edit' => 'editexercise', 'rehearse' => 'rehearse', 'bigscreen' => 'bigscreenopen'];
        $urls = self::urls($this->cm, $this->assets);
        if ($this->presents !== null && app::is_built($this->assets, 'bigscreen')) {
            $where = ['id' => $this->cm->id] + ($this->presents ? ['group' => $this->presents] : []);
            $urls['bigscreen'] = (new moodle_url('/mod/leerlandschap/bigscreen.php', $where))->out(false);
        }
        $links = [];
        foreach (array_filter($urls) as $page => $url) {
            $title = get_string($titles[$page], 'mod_leerlandschap');
            // Whoever leads goes on leading in this one.
            $links[] = ['url' => $url, 'title' => $title, 'blank' => $page === 'bigscreen'];
        }
        return ['any' => (bool) $links, 'links' => $links];
    }
}
