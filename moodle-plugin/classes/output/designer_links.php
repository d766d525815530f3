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
 * Ways to the pages for those who change or lead an exercise, or read what came of it: the editor, the rehearsal, the
 * big screen, the report, and how the groups stand.
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

    /** Key of the report's page in the navigation. */
    public const REPORT_KEY = 'leerlandschap_report';

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
     * Adds the pages of the report and the editor to the navigation of an activity.
     *
     * @param cm_info|null $cm the course module
     * @param navigation_node $node the node of the activity
     */
    public static function add_to_navigation(?cm_info $cm, navigation_node $node): void {
        if (!$cm) {
            return;
        }
        $assets = \core\di::get(assets::class);
        $add = fn(?string $url, string $title, string $key) => $url === null ? null : $node->add(
            get_string($title, 'mod_leerlandschap'),
            new moodle_url($url),
            navigation_node::TYPE_SETTING,
            null,
            $key
        );
        $add(self::report_url($cm, $assets), 'reportpage', self::REPORT_KEY);
        $add(self::urls($cm, $assets)['edit'], 'editexercise', self::KEY);
    }

    /**
     * Addresses of the designer's pages.
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
        return [
            'edit' => $edit ? self::url($cm, 'edit') : null,
            'rehearse' => $rehearse ? self::url($cm, 'view', ['rehearse' => 1]) : null,
        ];
    }

    /**
     * Address of the report.
     *
     * @param cm_info $cm the course module
     * @param assets $assets files of the build
     * @return string|null null where the current user may not or the build has no such page
     */
    public static function report_url(cm_info $cm, assets $assets): ?string {
        $may = permission::may_view_reports(context_module::instance($cm->id));
        return $may && app::is_built($assets, 'report') ? self::url($cm, 'report') : null;
    }

    /**
     * Address of a page.
     *
     * @param cm_info $cm the course module
     * @param string $page file without its ending
     * @param array $more parameters besides the course module
     * @return string
     */
    private static function url(cm_info $cm, string $page, array $more = []): string {
        return (new moodle_url("/mod/leerlandschap/$page.php", ['id' => $cm->id] + $more))->out(false);
    }

    #[\Override]
    public function export_for_template(renderer_base $output): array {
        $titles = [
            'edit' => 'editexercise', 'rehearse' => 'rehearse', 'report' => 'reportpage', 'groups' => 'rooms:title',
            'bigscreen' => 'bigscreenopen',
        ];
        $teaches = permission::may_view_reports(context_module::instance($this->cm->id));
        $urls = self::urls($this->cm, $this->assets) + [
            'report' => self::report_url($this->cm, $this->assets),
            'groups' => $teaches ? room_list::url((int) $this->cm->course)->out(false) : null,
        ];
        if ($this->presents !== null && app::is_built($this->assets, 'bigscreen')) {
            $urls['bigscreen'] = self::url($this->cm, 'bigscreen', $this->presents ? ['group' => $this->presents] : []);
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
