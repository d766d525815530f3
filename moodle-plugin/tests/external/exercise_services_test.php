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

namespace mod_leerlandschap\external;

defined('MOODLE_INTERNAL') || die();

require_once(__DIR__ . '/services_testcase.php');
require_once(__DIR__ . '/../json_patch.php');

use core_external\external_api;
use mod_leerlandschap\local\exercise_store;
use mod_leerlandschap\local\preset_store;
use mod_leerlandschap\local\refusal;
use stdClass;

/**
 * The web services of the editor, called by AJAX: who may, what is stored, what is refused.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers \mod_leerlandschap\external\exercise_service
 * @covers \mod_leerlandschap\external\get_exercise
 * @covers \mod_leerlandschap\external\save_exercise
 * @covers \mod_leerlandschap\external\get_preset
 * @covers \mod_leerlandschap\external\save_preset
 * @covers \mod_leerlandschap\external\delete_preset
 * @covers \mod_leerlandschap\local\editing\exercise_editor
 * @covers \mod_leerlandschap\local\editing\exercise_json
 * @covers \mod_leerlandschap\local\editing\used_reader
 * @covers \mod_leerlandschap\local\own_exercise
 * @covers \mod_leerlandschap\local\preset_store
 * @covers \mod_leerlandschap\event\exercise_edited
 */
final class exercise_services_test extends services_testcase {
    use \mod_leerlandschap\json_patch;

    /** @var stdClass a designer */
    private stdClass $designer;

    protected function setUp(): void {
        parent::setUp();
        $this->designer = $this->getDataGenerator()->create_and_enrol($this->course, 'editingteacher');
    }

    /**
     * Calls a web service of the editor.
     *
     * @param stdClass $user who calls
     * @param string $function name without the component
     * @param array $args its arguments after cmid
     * @return array error, and data or exception
     */
    private function ask(stdClass $user, string $function, array $args = []): array {
        $this->setUser($user);
        $_POST['sesskey'] = sesskey();
        return external_api::call_external_function("mod_leerlandschap_$function", ['cmid' => $this->cm->id] + $args, true);
    }

    /**
     * Calls one that must succeed.
     *
     * @param stdClass $user who calls
     * @param string $function name without the component
     * @param array $args its arguments after cmid
     * @return array what it answers
     */
    private function answer_of(stdClass $user, string $function, array $args = []): array {
        $response = $this->ask($user, $function, $args);
        $this->assertFalse($response['error'], json_encode($response['exception'] ?? null));
        return $response['data'];
    }

    /**
     * Calls one that must be refused.
     *
     * @param string $code the error code
     * @param stdClass $user who calls
     * @param string $function name without the component
     * @param array $args its arguments after cmid
     */
    private function assert_ask_refused(string $code, stdClass $user, string $function, array $args = []): void {
        $response = $this->ask($user, $function, $args);
        $this->assertTrue($response['error'], $function);
        $this->assertSame($code, $response['exception']->errorcode, $function);
    }

    /**
     * The exercise as the editor gets it, changed.
     *
     * @param array[] $changes changes as the editing fixtures have them
     * @return string JSON
     */
    private function changed(array $changes): string {
        $editing = $this->answer_of($this->designer, 'get_exercise');
        $exercise = self::patched(json_decode($editing['exercise'], true), $changes);
        foreach ($exercise['steps'] as &$step) {
            // An empty object, which an array cannot be.
            $step['settings'] = $step['settings'] ?: new stdClass();
        }
        return json_encode($exercise);
    }

    /**
     * Every reply tells by its edition whether a page still shows the exercise as it is.
     */
    public function test_edition(): void {
        $this->create_activity();
        $edition = fn(int $since): string => $this->data($this->learners[0], 'get_meeting', ['since' => $since])['edition'];
        $first = $edition(0);
        $this->assertSame($first, $edition(1));
        $save = fn(int $version, string $exercise): array => $this->answer_of(
            $this->designer,
            'save_exercise',
            ['version' => $version, 'exercise' => $exercise, 'force' => false]
        );
        $save(0, $this->changed([['set' => '/goal/nl', 'value' => 'Anders']]));
        $second = $edition(1);
        $this->assertNotSame($first, $second);
        // Also back as it was shipped it is another: pages that show the changed one are still open.
        $save(1, $this->answer_of($this->designer, 'get_exercise')['shipped']);
        $third = $edition(1);
        $this->assertNotContains($third, [$first, $second]);

        // Nor does a page stay as it is over an upgrade that brings another format of the same name.
        $folder = make_request_directory();
        $format = json_decode(file_get_contents(dirname(__DIR__, 2) . '/build/formats/leerlandschap.json'));
        $format->goal->nl = 'Anders';
        file_put_contents("$folder/leerlandschap.json", json_encode($format));
        \core\di::set(exercise_store::class, new exercise_store($folder));
        $this->assertNotContains($edition(1), [$first, $second, $third]);
    }

    /**
     * Saves as the designer.
     *
     * @param int $version the version that it was changed from
     * @param string $json the exercise
     * @param bool $force in spite of warnings
     * @return array version, problems and warnings
     */
    private function save(int $version, string $json, bool $force = false): array {
        return $this->answer_of(
            $this->designer,
            'save_exercise',
            ['version' => $version, 'exercise' => $json, 'force' => $force]
        );
    }

    /**
     * The row of the activity.
     *
     * @return stdClass
     */
    private function instance(): stdClass {
        global $DB;

        return $DB->get_record('leerlandschap', ['id' => $this->cm->instance], '*', MUST_EXIST);
    }

    /**
     * A new activity has the format as shipped, and nothing of it is used.
     */
    public function test_shipped(): void {
        $this->create_activity();
        $editing = $this->answer_of($this->designer, 'get_exercise');
        $this->assertSame([0, [], false, [], false], [
            $editing['version'], $editing['used'], $editing['running'], $editing['presets'], $editing['managepresets'],
        ]);
        $this->assertSame(json_decode($editing['shipped'], true), json_decode($editing['exercise'], true));
        $this->assertSame('leerlandschap', json_decode($editing['exercise'])->id);
    }

    /**
     * What is saved is what everybody gets, and it can be taken back.
     */
    public function test_save(): void {
        global $DB;

        $this->create_activity();
        $sink = $this->redirectEvents();
        $json = $this->changed([
            ['set' => '/title/en', 'value' => 'Ours'],
            ['remove' => '/steps/0/items/4'],
            ['set' => '/steps/0/items/0', 'value' => ['id' => 'own', 'text' => ['nl' => 'Van ons', 'en' => 'Our own']]],
        ]);
        $this->assertSame(['version' => 1, 'problems' => [], 'warnings' => []], $this->save(0, $json));
        $events = array_filter($sink->get_events(), fn($event) => $event instanceof \mod_leerlandschap\event\exercise_edited);
        $this->assertCount(1, $events);
        $event = reset($events);
        $this->assertSame([(int) $this->cm->instance, 1], [(int) $event->objectid, $event->other['version']]);
        $this->assertStringContainsString('version 1', $event->get_description());
        $this->assertStringContainsString('/edit.php', $event->get_url()->out(false));
        $this->assert_event_is_complete($event);

        $row = $DB->get_record('leerlandschap_exercise', ['leerlandschapid' => $this->cm->instance]);
        $this->assertSame((int) $this->designer->id, (int) $row->usermodified);
        $this->assertSame(['own', 'st2', 'st3', 'st4'], exercise_store::of_instance($this->instance())->items('stellingen'));
        $this->start();
        $reply = $this->run_as($this->learners[0], self::answer('own', 4));
        $this->assertSame(['own', 'st2', 'st3', 'st4'], $reply['room']['rounds'][0]['items']);

        // Back to the format as shipped, which nobody keeps a copy of; the version goes on.
        $shipped = $this->answer_of($this->designer, 'get_exercise')['shipped'];
        $this->create_activity();
        $this->save(0, $json);
        $this->assertSame(2, $this->save(1, $shipped)['version']);
        $this->assertFalse($DB->record_exists('leerlandschap_exercise', ['leerlandschapid' => $this->cm->instance]));
        $this->assertSame('st1', exercise_store::of_instance($this->instance())->items('stellingen')[0]);
        $this->assert_ask_refused('error:conflict', $this->designer, 'save_exercise', ['version' => 0, 'exercise' => $shipped]);
    }

    /**
     * An event stands in the context of the activity and has a name.
     *
     * @param \core\event\base $event the event
     */
    private function assert_event_is_complete(\core\event\base $event): void {
        $this->assertSame(\context_module::instance($this->cm->id)->id, $event->get_context()->id);
        $this->assertNotEmpty($event::get_name());
    }

    /**
     * The second of two designers is told, and the first one's exercise stays.
     */
    public function test_conflict(): void {
        $this->create_activity();
        $first = $this->changed([['set' => '/title/en', 'value' => 'First']]);
        $second = $this->changed([['set' => '/title/en', 'value' => 'Second']]);
        $this->save(0, $first);
        foreach ([0, 2, -1] as $version) {
            $args = ['version' => $version, 'exercise' => $second];
            $this->assert_ask_refused('error:conflict', $this->designer, 'save_exercise', $args);
        }
        $editing = $this->answer_of($this->designer, 'get_exercise');
        $this->assertSame([1, 'First'], [$editing['version'], json_decode($editing['exercise'])->title->en]);
    }

    /**
     * Items keep their answers; what would make answers meaningless is refused.
     */
    public function test_in_use(): void {
        global $DB;

        $this->create_activity();
        $this->start();
        $this->run_as($this->learners[0], self::answer('st1', 4));
        $editing = $this->answer_of($this->designer, 'get_exercise');
        $this->assertTrue($editing['running']);
        $this->assertContains(['kind' => 'item', 'step' => 'stellingen', 'id' => 'st1'], $editing['used']);
        $this->assertContains(['kind' => 'part', 'step' => '', 'id' => 'gesprek'], $editing['used']);

        $removed = $this->save(0, $this->changed([['remove' => '/steps/0/items/0']]), true);
        $this->assertSame([['at' => '/steps/0/items', 'code' => 'answered_item_removed']], $removed['problems']);
        $this->assertSame(0, $removed['version']);

        $reworded = $this->changed([
            ['set' => '/steps/0/items/0/text/nl', 'value' => 'Anders'],
            ['insert' => '/steps/0/items/0', 'value' => ['id' => 'own', 'text' => ['nl' => 'Van ons']]],
        ]);
        $warned = $this->save(0, $reworded);
        $this->assertSame([0, []], [$warned['version'], $warned['problems']]);
        $this->assertEqualsCanonicalizing([
            ['at' => '/steps/0/items/1/text', 'code' => 'answered_text_changed'],
            ['at' => '/steps/0/items/0', 'code' => 'item_added'],
        ], $warned['warnings']);
        $this->assertSame(0, (int) $this->instance()->exerciseversion);

        $this->assertSame(1, $this->save(0, $reworded, true)['version']);
        $me = $this->read($this->learners[0])['me'];
        $this->assertSame(['st1', 4], [$me['answers'][0]['item'], $me['answers'][0]['value']]);
    }

    /**
     * The activity's choice of scale becomes part of the exercise, and answers by it keep their meaning.
     */
    public function test_scale_of_the_activity(): void {
        $this->create_activity(['scale' => 'agree3']);
        $exercise = json_decode($this->answer_of($this->designer, 'get_exercise')['exercise']);
        $this->assertSame('agree3', $exercise->steps[0]->settings->scale);
        $this->start();
        $this->run_as($this->learners[0], self::answer('st1', 3));
        $five = $this->save(0, $this->changed([['set' => '/steps/0/settings/scale', 'value' => 'agree5']]), true);
        $this->assertSame([['at' => '/steps/0/settings/scale', 'code' => 'answered_scale_changed']], $five['problems']);
        $this->save(0, $this->changed([['set' => '/goal/nl', 'value' => 'Anders']]));
        $this->assertSame('', $this->instance()->scale);
        $this->assertSame([1, 2, 3], exercise_store::of_instance($this->instance())->values('stellingen'));
    }

    /**
     * A meeting that people have only looked at starts anew; settings follow what the exercise requires.
     */
    public function test_before_anybody_joined(): void {
        global $DB;

        $this->create_activity(['visibility' => 'named'], 0);
        $this->run_as($this->trainer, ['type' => 'go_to', 'from' => '@start', 'to' => 'stellingen']);
        $this->assertSame(1, $DB->count_records('leerlandschap_round'));
        $saved = $this->save(0, $this->changed([
            ['remove' => '/steps/0/items/0'],
            ['set' => '/requires', 'value' => ['visibility' => 'hidden', 'min_answers' => 5]],
        ]));
        $this->assertSame([1, [], []], [$saved['version'], $saved['problems'], $saved['warnings']]);
        $this->assertSame(0, $DB->count_records('leerlandschap_round'));
        $room = $this->read($this->trainer)['room'];
        $settings = $room['settings'];
        $this->assertSame(['@start', 'hidden', 5], [$room['place'], $settings['visibility'], $settings['min_answers']]);
        $this->assertSame(['hidden', 5], [$this->instance()->visibility, (int) $this->instance()->minanswers]);
    }

    /**
     * A request that read the exercise before it was saved changes nothing in a meeting.
     */
    public function test_stale_request(): void {
        $this->create_activity();
        $this->start('@closing');
        $this->setUser($this->trainer);
        $manager = \mod_leerlandschap\local\manager::of_cm($this->cm, 0);
        $meeting = $manager->read(0)['room']['meeting'];
        $this->save(0, $this->changed([['set' => '/goal/nl', 'value' => 'Anders']]));
        $this->setUser($this->trainer);
        $back = ['type' => 'go_to', 'from' => '@closing', 'to' => 'stellingen'];
        $this->assert_refused('unavailable', fn() => $manager->run($meeting, [$back], 0));
        $this->assertSame('stellingen', $this->run_as($this->trainer, $back)['room']['place']);
    }

    /**
     * Only those with the right read or save; guests, learners and trainers do not.
     */
    public function test_capabilities(): void {
        global $DB;

        $this->create_activity();
        $json = $this->changed([]);
        $calls = [
            'get_exercise' => [],
            'save_exercise' => ['version' => 0, 'exercise' => $json],
            'get_preset' => ['id' => 1],
            'save_preset' => ['name' => 'x', 'exercise' => $json],
            'delete_preset' => ['id' => 1],
        ];
        foreach ($calls as $function => $args) {
            foreach ([$this->learners[0], $this->trainer] as $user) {
                $this->assert_ask_refused('nopermissions', $user, $function, $args);
            }
            $this->assert_ask_refused('requireloginerror', $this->getDataGenerator()->create_user(), $function, $args);
        }
        foreach (['save_preset', 'delete_preset'] as $function) {
            $this->assert_ask_refused('error:not_allowed', $this->designer, $function, $calls[$function]);
        }
        $this->assert_ask_refused('error:bad_value', $this->designer, 'get_preset', ['id' => 1]);
        $this->assertSame([0, 0], [$DB->count_records('leerlandschap_exercise'), $DB->count_records('leerlandschap_preset')]);
        // Without the session key nothing is called at all.
        $this->setUser($this->designer);
        $_POST['sesskey'] = 'wrong';
        $response = external_api::call_external_function('mod_leerlandschap_get_exercise', ['cmid' => $this->cm->id], true);
        $this->assertSame('invalidsesskey', $response['exception']->errorcode);
    }

    /**
     * What no honest editor sends is told, place by place, or refused, and changes nothing.
     */
    public function test_hostile_input(): void {
        global $DB;

        $this->create_activity();
        $good = $this->changed([]);
        $proto = fn(string $json): string => preg_replace('/^\{/', '{"__proto__": {"admin": true}, "constructor": 1, ', $json);
        $cases = [
            '' => ['', 'bad_json'],
            'no JSON' => ['{"version": 1,', 'bad_json'],
            'deep' => [str_repeat('[', 100000), 'bad_json'],
            'deep objects' => [str_repeat('{"a":', 50000) . '1' . str_repeat('}', 50000), 'bad_json'],
            '10 MB' => ['"' . str_repeat('x', 10 * 1024 * 1024) . '"', 'too_large'],
            'no object' => ['[]', 'bad_type'],
            'newer' => [$this->changed([['set' => '/version', 'value' => 2]]), null, '/version'],
            'prototype' => [$proto($good), 'unknown_member', '/__proto__'],
            'same step twice' => [
                $this->changed([['set' => '/steps/1/id', 'value' => 'stellingen']]), 'duplicate_id', '/steps/1/id',
            ],
            'same item twice' => [
                $this->changed([['set' => '/steps/0/items/1/id', 'value' => 'st1']]), 'duplicate_id', '/steps/0/items/1/id',
            ],
            'dangling reference' => [
                $this->changed([['set' => '/series/parts/0/steps/0', 'value' => 'none']]), 'unknown_ref', '/series/parts/0/steps/0',
            ],
        ];
        foreach ($cases as $about => $case) {
            $reply = $this->save(0, $case[0], true);
            $this->assertSame(0, $reply['version'], $about);
            $codes = array_column($reply['problems'], 'code');
            if ($case[1] !== null) {
                $this->assertContains($case[1], $codes, $about);
            }
            $this->assertContains($case[2] ?? '', array_column($reply['problems'], 'at'), $about);
        }
        // Core refuses or mends what is not UTF-8; either way nothing of it is stored.
        $this->ask($this->designer, 'save_exercise', ['version' => 0, 'exercise' => "{\"id\": \"\xff\"}", 'force' => true]);
        foreach ([['version' => 'x', 'exercise' => $good], ['version' => 0], ['version' => 0, 'exercise' => [$good]]] as $args) {
            $this->assert_ask_refused('invalidparameter', $this->designer, 'save_exercise', $args);
        }
        $this->assertSame(0, $DB->count_records('leerlandschap_exercise'));
        $this->assertSame(0, (int) $this->instance()->exerciseversion);
        // Of a member that stands twice, what was checked is what is stored.
        $twice = preg_replace('/^\{/', '{"title": {"nl": "<script>"}, ', $good);
        $this->save(0, preg_replace('/"goal":\{"nl":"/', '$0Anders ', $twice));
        $this->assertStringNotContainsString('<script>', $DB->get_field('leerlandschap_exercise', 'exercise', []));
    }

    /**
     * A manager keeps presets for every activity of the site, where the administrator allows it.
     */
    public function test_presets(): void {
        global $DB;

        $this->create_activity();
        $manager = $this->getDataGenerator()->create_user();
        role_assign($DB->get_field('role', 'id', ['shortname' => 'manager']), $manager->id, \context_system::instance());
        $json = $this->changed([['set' => '/goal/en', 'value' => 'Ours']]);
        $keep = fn(string $name, string $json, int $replaces = 0): array => $this->ask(
            $manager,
            'save_preset',
            ['name' => $name, 'exercise' => $json, 'replaces' => $replaces]
        );

        $this->assertTrue($this->answer_of($manager, 'get_exercise')['managepresets']);
        $this->assertSame(['problems' => []], $keep("  <b>Ours & theirs</b> ", $json)['data']);
        $this->assertNotSame([], $keep('Bad', '{}')['data']['problems']);
        foreach (['' => 'required_field', " \t" => 'required_field', "a\nb" => 'bad_text'] as $name => $code) {
            $this->assertSame("error:$code", $keep($name, $json)['exception']->errorcode);
        }
        $this->assertSame('error:too_long', $keep(str_repeat('x', 101), $json)['exception']->errorcode);

        $presets = $this->answer_of($this->designer, 'get_exercise')['presets'];
        $this->assertSame(['<b>Ours & theirs</b>'], array_column($presets, 'name'));
        $exercise = $this->answer_of($this->designer, 'get_preset', ['id' => $presets[0]['id']])['exercise'];
        $this->assertSame('Ours', json_decode($exercise)->goal->en);
        // One of the same name is replaced only by somebody who says which version of it.
        $other = $this->changed([['set' => '/goal/en', 'value' => 'Other']]);
        $kept = fn(): string => json_decode($DB->get_field('leerlandschap_preset', 'exercise', []))->goal->en;
        $this->assertSame(1, $presets[0]['version']);
        foreach ([0, 2, -1] as $replaces) {
            $refused = $keep('<b>Ours & theirs</b>', $other, $replaces);
            $this->assertSame('error:conflict', $refused['exception']->errorcode, "replaces $replaces");
        }
        $this->assertSame('Ours', $kept());
        $this->assertSame(['problems' => []], $keep('<b>Ours & theirs</b>', $other, 1)['data']);
        $this->assertSame('Other', $kept());
        $this->assertSame('error:conflict', $keep('<b>Ours & theirs</b>', $json, 1)['exception']->errorcode);
        $this->assertSame('error:conflict', $keep('Nowhere yet', $json, 1)['exception']->errorcode);
        $this->assertSame([2], array_column($this->answer_of($this->designer, 'get_exercise')['presets'], 'version'));
        $this->assertSame(1, $DB->count_records('leerlandschap_preset'));

        set_config('presets', 0, 'leerlandschap');
        $editing = $this->answer_of($manager, 'get_exercise');
        $this->assertSame([[], false], [$editing['presets'], $editing['managepresets']]);
        $this->assertSame('error:not_allowed', $keep('More', $json)['exception']->errorcode);
        $this->assert_ask_refused('error:bad_value', $this->designer, 'get_preset', ['id' => $presets[0]['id']]);
        set_config('presets', 1, 'leerlandschap');
        $this->assertSame(['presets' => []], $this->answer_of($manager, 'delete_preset', ['id' => $presets[0]['id']]));
        $this->assertSame(['presets' => []], $this->answer_of($manager, 'delete_preset', ['id' => $presets[0]['id']]));
    }

    /**
     * Names that differ in capitals alone are one preset and others are two, whatever the database holds for equal.
     */
    public function test_names_of_presets(): void {
        global $DB;

        $this->create_activity();
        $this->setAdminUser();
        $json = $this->changed([['set' => '/goal/en', 'value' => 'Ours']]);
        $known = fn(): array => array_column(preset_store::names(), 'version', 'name');
        preset_store::save('Café Één', 'leerlandschap', $json);
        preset_store::save('cafe een', 'leerlandschap', $json);
        preset_store::save('Straße', 'leerlandschap', $json);
        preset_store::save('Strasse', 'leerlandschap', $json);
        $this->assertEqualsCanonicalizing(['cafe een', 'Café Één', 'Strasse', 'Straße'], array_keys($known()));

        foreach (['CAFÉ ÉÉN', 'café één'] as $name) {
            try {
                preset_store::save($name, 'leerlandschap', $json);
                $this->fail("Kept a second time: $name");
            } catch (refusal $refusal) {
                $this->assertSame('conflict', $refusal->code());
            }
        }
        // It is replaced under the name as it was typed last.
        preset_store::save('CAFÉ ÉÉN', 'leerlandschap', $json, 1);
        $this->assertEqualsCanonicalizing(['cafe een' => 1, 'CAFÉ ÉÉN' => 2, 'Strasse' => 1, 'Straße' => 1], $known());
        // No two requests at one moment get past that.
        $row = $DB->get_record('leerlandschap_preset', ['namekey' => hash('sha256', 'café één')], '*', MUST_EXIST);
        unset($row->id);
        $row->name = 'café één';
        $this->expectException(\dml_write_exception::class);
        $DB->insert_record('leerlandschap_preset', $row);
    }

    /**
     * Presets are listed as people sort them, whatever the database does.
     */
    public function test_order_of_presets(): void {
        $this->create_activity();
        $this->setAdminUser();
        $json = $this->changed([['set' => '/goal/en', 'value' => 'Ours']]);
        foreach (['Team 10', 'école', 'Zes', 'team 2', 'Eind'] as $name) {
            preset_store::save($name, 'leerlandschap', $json);
        }
        $this->assertSame(['école', 'Eind', 'team 2', 'Team 10', 'Zes'], array_column(preset_store::names(), 'name'));
    }
}
