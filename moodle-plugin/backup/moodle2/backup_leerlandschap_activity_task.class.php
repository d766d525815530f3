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

/**
 * How the backup of a course comes to an activity.
 *
 * @package    mod_leerlandschap
 * @category   backup
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

defined('MOODLE_INTERNAL') || die();

require_once($CFG->dirroot . '/mod/leerlandschap/backup/moodle2/backup_leerlandschap_stepslib.php');

/**
 * Backs up an activity.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class backup_leerlandschap_activity_task extends backup_activity_task {
    /** Pages that links lead to, by what stands for them in a backup. */
    private const LINKS = [
        'INDEX' => 'index.php',
        'VIEWBYID' => 'view.php',
        'BIGSCREENBYID' => 'bigscreen.php',
        'EDITBYID' => 'edit.php',
    ];

    /**
     * Settings of its own: none.
     */
    protected function define_my_settings() {
    }

    /**
     * What is to be done: one step, that writes leerlandschap.xml.
     */
    protected function define_my_steps() {
        $this->add_step(new backup_leerlandschap_activity_structure_step('leerlandschap_structure', 'leerlandschap.xml'));
    }

    /**
     * Lets links to pages of activities of this kind be found again.
     *
     * @param string $content a text
     * @return string
     */
    public static function encode_content_links($content) {
        global $CFG;

        foreach (self::LINKS as $name => $page) {
            $link = preg_quote("$CFG->wwwroot/mod/leerlandschap/$page?id=", '~');
            $content = preg_replace("~$link(\\d+)~", '$@LEERLANDSCHAP' . $name . '*$1@$', $content);
        }
        return $content;
    }
}
