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
 * Upgrade steps.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

/**
 * Brings the tables of an older version to this one.
 *
 * @param int $oldversion the version that is installed
 * @return bool always true; a failing step throws
 */
function xmldb_leerlandschap_upgrade($oldversion) {
    global $DB;

    require_once(__DIR__ . '/upgradelib.php');

    if ($oldversion < 2026112800) {
        mod_leerlandschap_upgrade_new_tables();
        mod_leerlandschap_upgrade_new_fields();
        mod_leerlandschap_upgrade_answers();
        mod_leerlandschap_upgrade_contributions();
        upgrade_mod_savepoint(true, 2026112800, 'leerlandschap');
    }
    if ($oldversion < 2026112900) {
        $rounds = new xmldb_table('leerlandschap_round');
        $restored = new xmldb_field('restored', XMLDB_TYPE_INTEGER, '10', null, null, null, null, 'relations');
        if (!$DB->get_manager()->field_exists($rounds, $restored)) {
            $DB->get_manager()->add_field($rounds, $restored);
        }
        $locked = new xmldb_table('leerlandschap_locked');
        $locked->add_field('id', XMLDB_TYPE_INTEGER, '10', null, XMLDB_NOTNULL, XMLDB_SEQUENCE);
        $locked->add_field('meetingid', XMLDB_TYPE_INTEGER, '10', null, XMLDB_NOTNULL);
        $locked->add_field('step', XMLDB_TYPE_CHAR, '40', null, XMLDB_NOTNULL);
        $locked->add_field('round', XMLDB_TYPE_INTEGER, '4', null, XMLDB_NOTNULL);
        $locked->add_field('voterkey', XMLDB_TYPE_CHAR, '64', null, XMLDB_NOTNULL);
        $locked->add_key('primary', XMLDB_KEY_PRIMARY, ['id']);
        $locked->add_key('meetingid', XMLDB_KEY_FOREIGN, ['meetingid'], 'leerlandschap_meeting', ['id']);
        $locked->add_index('meetingvoterround', XMLDB_INDEX_UNIQUE, ['meetingid', 'voterkey', 'step', 'round']);
        if (!$DB->get_manager()->table_exists($locked)) {
            $DB->get_manager()->create_table($locked);
        }
        upgrade_mod_savepoint(true, 2026112900, 'leerlandschap');
    }
    if ($oldversion < 2026112901) {
        $manager = $DB->get_manager();
        $fields = [
            'leerlandschap' => [
                new xmldb_field('completionanswer', XMLDB_TYPE_INTEGER, '1', null, XMLDB_NOTNULL, null, '0', 'completionfinish'),
                new xmldb_field('completionwrite', XMLDB_TYPE_INTEGER, '4', null, XMLDB_NOTNULL, null, '0', 'completionanswer'),
            ],
            // Null in meetings of before: nobody is told now what has been theirs for long.
            'leerlandschap_meeting' => [
                new xmldb_field('toldrevision', XMLDB_TYPE_INTEGER, '10', null, null, null, null, 'ownstamp'),
                new xmldb_field('toldstart', XMLDB_TYPE_INTEGER, '10', null, null, null, null, 'toldrevision'),
            ],
        ];
        foreach ($fields as $name => $added) {
            $table = new xmldb_table($name);
            foreach ($added as $field) {
                if (!$manager->field_exists($table, $field)) {
                    $manager->add_field($table, $field);
                }
            }
        }
        $table = new xmldb_table('leerlandschap_action');
        if (!$manager->table_exists($table)) {
            $table->add_field('id', XMLDB_TYPE_INTEGER, '10', null, XMLDB_NOTNULL, XMLDB_SEQUENCE);
            $table->add_field('leerlandschapid', XMLDB_TYPE_INTEGER, '10', null, XMLDB_NOTNULL);
            $table->add_field('groupid', XMLDB_TYPE_INTEGER, '10', null, XMLDB_NOTNULL, null, '0');
            $table->add_field('meetingid', XMLDB_TYPE_INTEGER, '10', null, XMLDB_NOTNULL);
            $table->add_field('uuid', XMLDB_TYPE_CHAR, '64', null, XMLDB_NOTNULL);
            $table->add_field('userid', XMLDB_TYPE_INTEGER, '10', null, XMLDB_NOTNULL);
            $table->add_field('due', XMLDB_TYPE_INTEGER, '10', null, XMLDB_NOTNULL, null, '0');
            $table->add_field('eventid', XMLDB_TYPE_INTEGER, '10');
            $table->add_field('told', XMLDB_TYPE_INTEGER, '1', null, XMLDB_NOTNULL, null, '0');
            $table->add_field('reminded', XMLDB_TYPE_INTEGER, '10', null, XMLDB_NOTNULL, null, '0');
            $table->add_field('timemodified', XMLDB_TYPE_INTEGER, '10', null, XMLDB_NOTNULL, null, '0');
            $table->add_key('primary', XMLDB_KEY_PRIMARY, ['id']);
            $table->add_key('leerlandschapid', XMLDB_KEY_FOREIGN, ['leerlandschapid'], 'leerlandschap', ['id']);
            $table->add_key('meetingid', XMLDB_KEY_FOREIGN, ['meetingid'], 'leerlandschap_meeting', ['id']);
            $table->add_key('userid', XMLDB_KEY_FOREIGN, ['userid'], 'user', ['id']);
            $table->add_index('groupuuid', XMLDB_INDEX_UNIQUE, ['leerlandschapid', 'groupid', 'uuid']);
            $table->add_index('due', XMLDB_INDEX_NOTUNIQUE, ['due']);
            $manager->create_table($table);
        }
        upgrade_mod_savepoint(true, 2026112901, 'leerlandschap');
    }
    if ($oldversion < 2026112905) {
        mod_leerlandschap_upgrade_preset_keys();
        // Opening and closing dates of activities of before come into calendars too.
        $task = new \core\task\refresh_mod_calendar_events_task();
        $task->set_custom_data(['plugins' => ['leerlandschap']]);
        \core\task\manager::queue_adhoc_task($task, true);
        upgrade_mod_savepoint(true, 2026112905, 'leerlandschap');
    }
    if ($oldversion < 2026113002) {
        $sharing = new xmldb_table('leerlandschap_sharing');
        $sharing->add_field('id', XMLDB_TYPE_INTEGER, '10', null, XMLDB_NOTNULL, XMLDB_SEQUENCE);
        $sharing->add_field('meetingid', XMLDB_TYPE_INTEGER, '10', null, XMLDB_NOTNULL);
        $sharing->add_field('asked', XMLDB_TYPE_INTEGER, '10', null, XMLDB_NOTNULL);
        $sharing->add_field('lesson', XMLDB_TYPE_TEXT);
        $sharing->add_field('snapshot', XMLDB_TYPE_TEXT, null, null, XMLDB_NOTNULL);
        $sharing->add_field('agreed', XMLDB_TYPE_INTEGER, '10');
        $sharing->add_field('presentcount', XMLDB_TYPE_INTEGER, '10');
        $sharing->add_field('timepublished', XMLDB_TYPE_INTEGER, '10');
        $sharing->add_key('primary', XMLDB_KEY_PRIMARY, ['id']);
        $sharing->add_key('meetingid', XMLDB_KEY_FOREIGN_UNIQUE, ['meetingid'], 'leerlandschap_meeting', ['id']);
        mod_leerlandschap_upgrade_create_table($sharing);
        $consent = new xmldb_table('leerlandschap_consent');
        $consent->add_field('id', XMLDB_TYPE_INTEGER, '10', null, XMLDB_NOTNULL, XMLDB_SEQUENCE);
        $consent->add_field('meetingid', XMLDB_TYPE_INTEGER, '10', null, XMLDB_NOTNULL);
        $consent->add_field('voterkey', XMLDB_TYPE_CHAR, '64', null, XMLDB_NOTNULL);
        $consent->add_field('agrees', XMLDB_TYPE_INTEGER, '1', null, XMLDB_NOTNULL);
        $consent->add_key('primary', XMLDB_KEY_PRIMARY, ['id']);
        $consent->add_key('meetingid', XMLDB_KEY_FOREIGN, ['meetingid'], 'leerlandschap_meeting', ['id']);
        $consent->add_index('meetingvoter', XMLDB_INDEX_UNIQUE, ['meetingid', 'voterkey']);
        mod_leerlandschap_upgrade_create_table($consent);
        upgrade_mod_savepoint(true, 2026113002, 'leerlandschap');
    }
    if ($oldversion < 2026113003) {
        mod_leerlandschap_upgrade_step_keys();
        upgrade_mod_savepoint(true, 2026113003, 'leerlandschap');
    }
    return true;
}
