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
 * What the steps of db/upgrade.php do. Each can be repeated: an upgrade that broke off goes on where it was.
 *
 * Nothing here calls the rest of the plugin, which is newer than what is being upgraded.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

/**
 * Adds fields to a table that do not have them yet.
 *
 * @param string $table name of the table
 * @param xmldb_field[] $fields the fields
 */
function mod_leerlandschap_upgrade_add_fields(string $table, array $fields): void {
    global $DB;

    foreach ($fields as $field) {
        if (!$DB->get_manager()->field_exists($table, $field)) {
            $DB->get_manager()->add_field(new xmldb_table($table), $field);
        }
    }
}

/**
 * Makes a table that is not there yet.
 *
 * @param xmldb_table $table the table
 */
function mod_leerlandschap_upgrade_create_table(xmldb_table $table): void {
    global $DB;

    if (!$DB->get_manager()->table_exists($table)) {
        $DB->get_manager()->create_table($table);
    }
}

/**
 * The tables that came with exercises of one's own and with presets, and for what hidden meetings owe.
 */
function mod_leerlandschap_upgrade_new_tables(): void {
    $table = new xmldb_table('leerlandschap_exercise');
    $table->add_field('id', XMLDB_TYPE_INTEGER, '10', null, XMLDB_NOTNULL, XMLDB_SEQUENCE);
    $table->add_field('leerlandschapid', XMLDB_TYPE_INTEGER, '10', null, XMLDB_NOTNULL);
    $table->add_field('exercise', XMLDB_TYPE_TEXT, null, null, XMLDB_NOTNULL);
    $table->add_field('usermodified', XMLDB_TYPE_INTEGER, '10');
    $table->add_field('timemodified', XMLDB_TYPE_INTEGER, '10', null, XMLDB_NOTNULL, null, '0');
    $table->add_key('primary', XMLDB_KEY_PRIMARY, ['id']);
    $table->add_key('leerlandschapid', XMLDB_KEY_FOREIGN_UNIQUE, ['leerlandschapid'], 'leerlandschap', ['id']);
    $table->add_key('usermodified', XMLDB_KEY_FOREIGN, ['usermodified'], 'user', ['id']);
    mod_leerlandschap_upgrade_create_table($table);

    $table = new xmldb_table('leerlandschap_preset');
    $table->add_field('id', XMLDB_TYPE_INTEGER, '10', null, XMLDB_NOTNULL, XMLDB_SEQUENCE);
    $table->add_field('name', XMLDB_TYPE_CHAR, '100', null, XMLDB_NOTNULL);
    $table->add_field('format', XMLDB_TYPE_CHAR, '40', null, XMLDB_NOTNULL);
    $table->add_field('exercise', XMLDB_TYPE_TEXT, null, null, XMLDB_NOTNULL);
    $table->add_field('version', XMLDB_TYPE_INTEGER, '10', null, XMLDB_NOTNULL, null, '1');
    $table->add_field('timecreated', XMLDB_TYPE_INTEGER, '10', null, XMLDB_NOTNULL, null, '0');
    $table->add_field('timemodified', XMLDB_TYPE_INTEGER, '10', null, XMLDB_NOTNULL, null, '0');
    $table->add_key('primary', XMLDB_KEY_PRIMARY, ['id']);
    mod_leerlandschap_upgrade_create_table($table);

    $table = new xmldb_table('leerlandschap_pending');
    $table->add_field('id', XMLDB_TYPE_INTEGER, '10', null, XMLDB_NOTNULL, XMLDB_SEQUENCE);
    $table->add_field('meetingid', XMLDB_TYPE_INTEGER, '10', null, XMLDB_NOTNULL);
    $table->add_field('step', XMLDB_TYPE_CHAR, '40', null, XMLDB_NOTNULL);
    $table->add_field('partkey', XMLDB_TYPE_CHAR, '64', null, XMLDB_NOTNULL);
    $table->add_key('primary', XMLDB_KEY_PRIMARY, ['id']);
    $table->add_key('meetingid', XMLDB_KEY_FOREIGN, ['meetingid'], 'leerlandschap_meeting', ['id']);
    $table->add_index('meetingpart', XMLDB_INDEX_UNIQUE, ['meetingid', 'partkey']);
    mod_leerlandschap_upgrade_create_table($table);
}

/**
 * Fields that activities, meetings, rounds and contributions got.
 */
function mod_leerlandschap_upgrade_new_fields(): void {
    global $DB;

    mod_leerlandschap_upgrade_add_fields('leerlandschap', [
        new xmldb_field('pace', XMLDB_TYPE_CHAR, '10', null, XMLDB_NOTNULL, null, 'together', 'facilitation'),
        new xmldb_field('exerciseversion', XMLDB_TYPE_INTEGER, '10', null, XMLDB_NOTNULL, null, '0', 'pace'),
    ]);
    $isnew = !$DB->get_manager()->field_exists('leerlandschap_meeting', 'timeused');
    mod_leerlandschap_upgrade_add_fields('leerlandschap_meeting', [
        new xmldb_field('firstrevision', XMLDB_TYPE_INTEGER, '10', null, XMLDB_NOTNULL, null, '1', 'revision'),
        new xmldb_field('pace', XMLDB_TYPE_CHAR, '10', null, XMLDB_NOTNULL, null, 'together', 'facilitation'),
        new xmldb_field('pulsekey', XMLDB_TYPE_CHAR, '64', null, null, null, null, 'secretref'),
        new xmldb_field('ownstamp', XMLDB_TYPE_INTEGER, '10', null, XMLDB_NOTNULL, null, '0', 'pulsekey'),
        new xmldb_field('timeused', XMLDB_TYPE_INTEGER, '10', null, XMLDB_NOTNULL, null, '0', 'ownstamp'),
    ]);
    if ($isnew) {
        // When somebody last answered nobody knows any more: the task that closes idle meetings counts from today on.
        $today = time() - time() % DAYSECS;
        $DB->set_field('leerlandschap_meeting', 'timeused', $today, ['state' => 'open']);
    }
    mod_leerlandschap_upgrade_add_fields('leerlandschap_round', [
        new xmldb_field('relations', XMLDB_TYPE_TEXT, null, null, null, null, null, 'results'),
    ]);
    mod_leerlandschap_upgrade_add_fields('leerlandschap_contrib', [
        new xmldb_field('fromno', XMLDB_TYPE_INTEGER, '4', null, null, null, null, 'revision'),
        new xmldb_field('audience', XMLDB_TYPE_CHAR, '10', null, XMLDB_NOTNULL, null, 'group', 'fromno'),
        new xmldb_field('authorkey', XMLDB_TYPE_CHAR, '64', null, null, null, null, 'authorid'),
    ]);
}

/**
 * Answers name what they answer themselves, where they named the row of an item.
 */
function mod_leerlandschap_upgrade_answers(): void {
    global $DB;

    $manager = $DB->get_manager();
    $table = new xmldb_table('leerlandschap_answer');
    if ($manager->field_exists($table, 'itemid')) {
        mod_leerlandschap_upgrade_add_fields('leerlandschap_answer', [
            new xmldb_field('step', XMLDB_TYPE_CHAR, '40', null, XMLDB_NOTNULL, null, null, 'meetingid'),
            new xmldb_field('subject', XMLDB_TYPE_CHAR, '81', null, XMLDB_NOTNULL, null, null, 'step'),
        ]);
        // Of an item that is gone nobody could say what was answered.
        $DB->delete_records_select('leerlandschap_answer', 'itemid NOT IN (SELECT id FROM {leerlandschap_item})');
        $item = fn(string $column): string =>
            "(SELECT i.$column FROM {leerlandschap_item} i WHERE i.id = {leerlandschap_answer}.itemid)";
        $DB->execute("UPDATE {leerlandschap_answer} SET step = {$item('step')}, subject = {$item('itemkey')}");
        foreach ([['meetingid', 'voterkey', 'itemid', 'round'], ['meetingid', 'round', 'itemid']] as $i => $fields) {
            $index = new xmldb_index("old$i", $i ? XMLDB_INDEX_NOTUNIQUE : XMLDB_INDEX_UNIQUE, $fields);
            if ($manager->index_exists($table, $index)) {
                $manager->drop_index($table, $index);
            }
        }
        $manager->drop_key($table, new xmldb_key('itemid', XMLDB_KEY_FOREIGN, ['itemid'], 'leerlandschap_item', ['id']));
        $manager->drop_field($table, new xmldb_field('itemid'));
    }
    foreach (
        [
            new xmldb_index('votersubject', XMLDB_INDEX_UNIQUE, ['meetingid', 'voterkey', 'subject', 'round']),
            new xmldb_index('stepround', XMLDB_INDEX_NOTUNIQUE, ['meetingid', 'step', 'round']),
        ] as $index
    ) {
        if (!$manager->index_exists($table, $index)) {
            $manager->add_index($table, $index);
        }
    }
    mod_leerlandschap_upgrade_add_fields('leerlandschap_answer', [
        new xmldb_field('choices', XMLDB_TYPE_TEXT, null, null, null, null, null, 'value'),
        new xmldb_field('content', XMLDB_TYPE_TEXT, null, null, null, null, null, 'choices'),
    ]);
    $manager->change_field_precision($table, new xmldb_field('value', XMLDB_TYPE_INTEGER, '10', null, null, null, null, 'userid'));
    $columns = $DB->get_columns('leerlandschap_answer');
    if ($columns['reason']->meta_type === 'C') {
        $reason = new xmldb_field('reason', XMLDB_TYPE_CHAR, '200', null, null, null, null, 'content');
        $manager->change_field_notnull($table, $reason);
        $reason->set_attributes(XMLDB_TYPE_TEXT);
        $manager->change_field_type($table, $reason);
        $empty = $DB->sql_isempty('leerlandschap_answer', 'reason', true, true);
        $DB->set_field_select('leerlandschap_answer', 'reason', null, $empty);
    }
    $items = new xmldb_table('leerlandschap_item');
    if ($manager->table_exists($items)) {
        $manager->drop_table($items);
    }
}

/**
 * Contributions have the fields of today, and an action names what it comes from as such, not as an item only.
 */
function mod_leerlandschap_upgrade_contributions(): void {
    global $DB;

    $defaults = [
        'note' => ['group' => ''],
        'action' => ['source' => null, 'finding' => '', 'expectation' => '', 'outcome' => ''],
        'principle' => ['action' => null],
    ];
    [$in, $params] = $DB->get_in_or_equal(array_keys($defaults));
    $rows = $DB->get_recordset_select('leerlandschap_contrib', "deleted = 0 AND kind $in", $params, 'id', 'id, kind, fields');
    foreach ($rows as $row) {
        $fields = json_decode($row->fields, true);
        if (array_key_exists('source_item', $fields)) {
            $fields['source'] = $fields['source_item'];
            unset($fields['source_item']);
        }
        $fields = json_encode((object) ($fields + $defaults[$row->kind]), JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR);
        if ($fields !== $row->fields) {
            $DB->set_field('leerlandschap_contrib', 'fields', $fields, ['id' => $row->id]);
        }
    }
    $rows->close();
}

/**
 * Presets are told apart by a key instead of their name, which databases compare each in a way of their own.
 */
function mod_leerlandschap_upgrade_preset_keys(): void {
    global $DB;

    $manager = $DB->get_manager();
    $table = new xmldb_table('leerlandschap_preset');
    $old = new xmldb_index('name', XMLDB_INDEX_UNIQUE, ['name']);
    if ($manager->index_exists($table, $old)) {
        $manager->drop_index($table, $old);
    }
    mod_leerlandschap_upgrade_add_fields('leerlandschap_preset', [
        new xmldb_field('namekey', XMLDB_TYPE_CHAR, '64', null, XMLDB_NOTNULL, null, null, 'name'),
    ]);
    // The key as preset_store makes it.
    $keyof = fn(string $name): string => hash('sha256', core_text::strtolower($name));
    $taken = [];
    foreach ($DB->get_records('leerlandschap_preset', null, 'id', 'id, name') as $row) {
        $name = $row->name;
        // What one database took for two names can be one now: the newer preset gets a number.
        for ($number = 2; isset($taken[$keyof($name)]); $number++) {
            $name = core_text::substr($row->name, 0, 100 - strlen(" ($number)")) . " ($number)";
        }
        $taken[$keyof($name)] = true;
        $DB->update_record('leerlandschap_preset', (object) ['id' => $row->id, 'name' => $name, 'namekey' => $keyof($name)]);
    }
    $index = new xmldb_index('namekey', XMLDB_INDEX_UNIQUE, ['namekey']);
    if (!$manager->index_exists($table, $index)) {
        $manager->add_index($table, $index);
    }
}

/**
 * In open hidden meetings answers of one person have a key of their own in every step, where they had one in all.
 */
function mod_leerlandschap_upgrade_step_keys(): void {
    global $CFG, $DB;

    $site = substr(hash('sha256', get_site_identifier() . "\n$CFG->prefix"), 0, 16);
    $folder = ($CFG->secretdataroot ?? $CFG->dataroot . '/secret') . "/mod_leerlandschap/$site";
    $where = "visibility = 'hidden' AND secretref IS NOT NULL";
    foreach ($DB->get_records_select_menu('leerlandschap_meeting', $where, [], 'id', 'id, secretref') as $meetingid => $name) {
        $secret = is_readable("$folder/$name") ? file_get_contents("$folder/$name") : '';
        // Without it nobody could find their answers before either.
        $users = strlen($secret) === 32
            ? $DB->get_fieldset_select('leerlandschap_presence', 'userid', 'meetingid = ?', [$meetingid])
            : [];
        foreach ($users as $userid) {
            $old = hash_hmac('sha256', "$meetingid:$userid", $secret);
            foreach (['leerlandschap_answer', 'leerlandschap_locked'] as $table) {
                $own = ['meetingid' => $meetingid, 'voterkey' => $old];
                $steps = $DB->get_fieldset_select($table, 'DISTINCT step', 'meetingid = ? AND voterkey = ?', array_values($own));
                foreach ($steps as $step) {
                    $new = hash_hmac('sha256', "$meetingid:$userid:$step:answer", $secret);
                    $DB->set_field($table, 'voterkey', $new, $own + ['step' => $step]);
                }
            }
        }
    }
}
