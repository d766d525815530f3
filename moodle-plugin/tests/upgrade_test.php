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

namespace mod_leerlandschap;

defined('MOODLE_INTERNAL') || die();

require_once(__DIR__ . '/fixtures/first_release/first_release.php');

use mod_leerlandschap\local\manager;
use xmldb_field;
use xmldb_file;
use xmldb_index;
use xmldb_table;

/**
 * An upgraded site has the tables of a new one.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     ::xmldb_leerlandschap_upgrade
 * @covers     ::mod_leerlandschap_upgrade_new_tables
 * @covers     ::mod_leerlandschap_upgrade_new_fields
 * @covers     ::mod_leerlandschap_upgrade_answers
 * @covers     ::mod_leerlandschap_upgrade_contributions
 * @covers     ::mod_leerlandschap_upgrade_preset_keys
 * @covers     ::mod_leerlandschap_upgrade_step_keys
 */
final class upgrade_test extends \advanced_testcase {
    /**
     * The version of the plugin, whatever number that has.
     *
     * @return int
     */
    private static function version(): int {
        $plugin = new \stdClass();
        include(dirname(__DIR__) . '/version.php');
        return $plugin->version;
    }

    /**
     * Prepares an upgrade: changes of tables are not rolled back.
     */
    protected function setUp(): void {
        global $CFG;

        parent::setUp();
        require_once($CFG->libdir . '/upgradelib.php');
        require_once($CFG->dirroot . '/mod/leerlandschap/db/upgrade.php');
        $this->resetAfterTest();
        $this->preventResetByRollback();
    }

    /**
     * Leaves the tables to the other tests, whatever became of the upgrade.
     */
    protected function tearDown(): void {
        self::install(dirname(__DIR__) . '/db/install.xml');
        parent::tearDown();
    }

    /**
     * Upgrades, and looks at the tables.
     *
     * @param int $from the version that is installed
     */
    private function upgrade(int $from): void {
        global $CFG, $DB;

        set_config('version', $from, 'mod_leerlandschap');
        $this->assertTrue(xmldb_leerlandschap_upgrade($from));
        // As the end of an upgrade of the site does.
        unset_config('upgraderunning');
        $this->assertEquals(self::version(), get_config('mod_leerlandschap', 'version'));
        $file = new xmldb_file($CFG->dirroot . '/mod/leerlandschap/db/install.xml');
        $this->assertTrue($file->loadXMLStructure());
        $this->assertSame([], $DB->get_manager()->check_database_schema($file->getStructure(), ['extratables' => false]));
    }

    /**
     * From the first version: all is kept, and a meeting that was under way goes on.
     */
    public function test_from_the_first_release(): void {
        global $DB;

        $this->to_first_release();
        $generator = $this->getDataGenerator();
        $course = $generator->create_course();
        $users = ['trainer' => $generator->create_and_enrol($course, 'teacher')];
        foreach (range(1, 4) as $number) {
            $users["learner$number"] = $generator->create_and_enrol($course, 'student');
        }
        $release = new first_release(array_map(fn($user): int => (int) $user->id, $users));
        $cmids = $release->fill((int) $course->id);
        $this->upgrade(first_release::VERSION);
        $this->assertSame([], $release->differences());
        // Nobody knows when somebody last answered: idle meetings are closed two weeks from now at the earliest.
        $used = (int) $DB->get_field('leerlandschap_meeting', 'timeused', ['state' => 'open']);
        $this->assertGreaterThan(time() - 2 * DAYSECS, $used);
        $this->assertTrue($DB->record_exists('task_adhoc', ['classname' => '\\core\\task\\refresh_mod_calendar_events_task']));

        // Each finds their own answers, also in the hidden activity, and goes on from there.
        $this->setUser($users['learner1']);
        $cm = get_fast_modinfo($course)->get_cm($cmids['Verborgen']);
        $reply = manager::of_cm($cm, 0)->read(0);
        $this->assertCount(6, $reply['me']['answers']);
        $this->assertSame('revealed', $reply['room']['rounds'][0]['phase']);
        $this->assertSame('Wij leren veel' . "\n" . 'van elkaar', $reply['room']['contributions'][0]['fields']['text']);
        $this->setUser($users['learner2']);
        $answer = ['type' => 'answer', 'item' => 'st2', 'round' => 2, 'value' => 4, 'reason' => 'Ook anders', 'seq' => 1];
        $reply = manager::of_cm($cm, 0)->run($reply['room']['meeting'], [$answer], 0);
        $this->assertCount(6, $reply['me']['answers']);
        foreach (['Met namen', 'Gesloten'] as $closed) {
            $room = manager::of_cm(get_fast_modinfo($course)->get_cm($cmids[$closed]), 0)->read(0)['room'];
            $this->assertSame(['closed', 4], [$room['state'], $room['rounds'][0]['answered']]);
        }
    }

    /**
     * An upgrade from the first version that broke off anywhere goes on.
     */
    public function test_repeated(): void {
        $this->to_first_release();
        mod_leerlandschap_upgrade_new_tables();
        mod_leerlandschap_upgrade_new_fields();
        mod_leerlandschap_upgrade_answers();
        mod_leerlandschap_upgrade_contributions();
        mod_leerlandschap_upgrade_preset_keys();
        mod_leerlandschap_upgrade_step_keys();
        $this->upgrade(first_release::VERSION);
    }

    /**
     * Presets whose names differ in capitals alone, which some databases took for two, are two still.
     */
    public function test_names_of_presets(): void {
        global $DB;

        $manager = $DB->get_manager();
        $table = new xmldb_table('leerlandschap_preset');
        $manager->drop_index($table, new xmldb_index('namekey', XMLDB_INDEX_UNIQUE, ['namekey']));
        $manager->drop_field($table, new xmldb_field('namekey'));
        $long = str_repeat('x', 100);
        foreach (['Ours', 'ours', 'OURS (2)', 'OURS', $long, strtoupper($long), 'Theirs'] as $name) {
            $DB->insert_record('leerlandschap_preset', (object) ['name' => $name, 'format' => 'leerlandschap', 'exercise' => '{}']);
        }
        $this->upgrade(2026112901);
        $this->assertSame(
            ['Ours', 'ours (2)', 'OURS (2) (2)', 'OURS (3)', $long, str_repeat('X', 96) . ' (2)', 'Theirs'],
            array_values($DB->get_records_menu('leerlandschap_preset', null, 'id', 'id, name'))
        );
        $keys = $DB->get_fieldset_select('leerlandschap_preset', 'namekey', '1 = 1 ORDER BY id');
        $this->assertSame([hash('sha256', 'ours'), hash('sha256', 'theirs')], [reset($keys), end($keys)]);
    }

    /**
     * Puts the tables of the first version in the place of the present ones.
     */
    private function to_first_release(): void {
        self::install(__DIR__ . '/fixtures/first_release/db/install.xml');
    }

    /**
     * Puts the tables of a file in the place of those that are there.
     *
     * @param string $file path of the file
     */
    private static function install(string $file): void {
        global $DB;

        $manager = $DB->get_manager();
        foreach ($DB->get_tables(false) as $table) {
            if ($table === 'leerlandschap' || str_starts_with($table, 'leerlandschap_')) {
                $manager->drop_table(new xmldb_table($table));
            }
        }
        $manager->install_from_xmldb_file($file);
    }

    /**
     * From the version before meetings were restored and actions followed.
     */
    public function test_restored_meetings_and_followed_actions(): void {
        global $DB;

        $manager = $DB->get_manager();
        $manager->drop_table(new xmldb_table('leerlandschap_action'));
        $manager->drop_table(new xmldb_table('leerlandschap_locked'));
        $manager->drop_table(new xmldb_table('leerlandschap_consent'));
        $manager->drop_table(new xmldb_table('leerlandschap_sharing'));
        $added = [
            'leerlandschap_round' => ['restored'],
            'leerlandschap' => ['completionanswer', 'completionwrite'],
            'leerlandschap_meeting' => ['toldrevision', 'toldstart'],
        ];
        foreach ($added as $table => $fields) {
            foreach ($fields as $field) {
                $manager->drop_field(new xmldb_table($table), new xmldb_field($field));
            }
        }
        $DB->insert_record('leerlandschap_meeting', (object) [
            'leerlandschapid' => 1, 'part' => 'x', 'visited' => '[]', 'visibility' => 'hidden', 'minanswers' => 3,
            'facilitation' => 'trainer',
        ]);
        $this->upgrade(2026112800);
        $this->assertCount(1, \core\task\manager::get_adhoc_tasks(\core\task\refresh_mod_calendar_events_task::class));
        // Nobody is told of what has long been theirs.
        $this->assertNull($DB->get_field('leerlandschap_meeting', 'toldrevision', []));
    }
}
