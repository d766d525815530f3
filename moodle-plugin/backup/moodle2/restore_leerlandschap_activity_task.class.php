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
 * How the restore of a course comes to an activity.
 *
 * @package    mod_leerlandschap
 * @category   backup
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

defined('MOODLE_INTERNAL') || die();

require_once($CFG->dirroot . '/mod/leerlandschap/backup/moodle2/restore_leerlandschap_stepslib.php');

/**
 * Restores an activity.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class restore_leerlandschap_activity_task extends restore_activity_task {
    /**
     * Settings of its own: none.
     */
    protected function define_my_settings() {
    }

    /**
     * What is to be done: one step, that reads leerlandschap.xml.
     */
    protected function define_my_steps() {
        $this->add_step(new restore_leerlandschap_activity_structure_step('leerlandschap_structure', 'leerlandschap.xml'));
    }

    /**
     * Texts that may hold links.
     *
     * @return restore_decode_content[]
     */
    public static function define_decode_contents() {
        return [
            new restore_decode_content('leerlandschap', ['intro'], 'leerlandschap'),
            new restore_decode_content('leerlandschap_exercise', ['exercise'], 'leerlandschap_exercise'),
            new restore_decode_content('leerlandschap_contrib', ['fields'], 'leerlandschap_contrib'),
            new restore_decode_content('leerlandschap_answer', ['content', 'reason'], 'leerlandschap_answer'),
            new restore_decode_content('leerlandschap_round', ['results'], 'leerlandschap_round'),
            new restore_decode_content('leerlandschap_sharing', ['lesson', 'snapshot'], 'leerlandschap_sharing'),
        ];
    }

    /**
     * What stands in a backup for links to pages of activities of this kind.
     *
     * @return restore_decode_rule[]
     */
    public static function define_decode_rules() {
        return [
            new restore_decode_rule('LEERLANDSCHAPINDEX', '/mod/leerlandschap/index.php?id=$1', 'course'),
            new restore_decode_rule('LEERLANDSCHAPVIEWBYID', '/mod/leerlandschap/view.php?id=$1', 'course_module'),
            new restore_decode_rule('LEERLANDSCHAPBIGSCREENBYID', '/mod/leerlandschap/bigscreen.php?id=$1', 'course_module'),
            new restore_decode_rule('LEERLANDSCHAPEDITBYID', '/mod/leerlandschap/edit.php?id=$1', 'course_module'),
        ];
    }

    /**
     * Rules for old logs: none, as the plugin is younger than these.
     *
     * @return restore_log_rule[]
     */
    public static function define_restore_log_rules() {
        return [];
    }

    /**
     * Rules for old logs of courses: none.
     *
     * @return restore_log_rule[]
     */
    public static function define_restore_log_rules_for_course() {
        return [];
    }
}
