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

use mod_leerlandschap\local\exercise_store;
use mod_leerlandschap\local\own_exercise;
use mod_leerlandschap\local\preset_store;
use mod_leerlandschap_mod_form;
use stdClass;

/**
 * Tests for the form, as a designer sends it.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \mod_leerlandschap_mod_form
 */
final class mod_form_test extends \advanced_testcase {
    /** @var stdClass a course */
    private stdClass $course;

    protected function setUp(): void {
        global $CFG;
        parent::setUp();
        require_once($CFG->dirroot . '/course/modlib.php');
        require_once($CFG->dirroot . '/mod/leerlandschap/mod_form.php');
        $this->resetAfterTest();
        $this->setAdminUser();
        $this->course = $this->getDataGenerator()->create_course(['enablecompletion' => 1]);
    }

    /**
     * Opens the form, for a new activity or one that is there.
     *
     * @param array $sent what the browser sent; empty for a form that was only opened
     * @param stdClass|null $instance row of leerlandschap with cmid; null for a new one
     * @return mod_leerlandschap_mod_form
     */
    private function form(array $sent = [], ?stdClass $instance = null): mod_leerlandschap_mod_form {
        global $COURSE, $PAGE;

        $COURSE = $this->course;
        $PAGE = new \moodle_page();
        $PAGE->set_course($this->course);
        $PAGE->set_url('/course/modedit.php');
        if ($instance) {
            $cm = get_coursemodule_from_id('leerlandschap', $instance->cmid, 0, true, MUST_EXIST);
            [$cm, , , $data, $section] = get_moduleinfo_data($cm, $this->course);
        } else {
            [, , $section, $cm, $data] = prepare_new_moduleinfo_data($this->course, 'leerlandschap', 0);
        }
        if ($sent) {
            // The hidden elements, as a browser sends them back.
            $sent += [
                'course' => $this->course->id, 'modulename' => 'leerlandschap', 'module' => $data->module, 'section' => 0,
                'instance' => $instance->id ?? '', 'coursemodule' => $instance->cmid ?? '',
                'add' => $instance ? '0' : 'leerlandschap', 'update' => $instance->cmid ?? 0, 'return' => 0, 'sr' => -1,
            ];
            mod_leerlandschap_mod_form::mock_submit($sent);
        }
        $form = new mod_leerlandschap_mod_form($data, $section->section, $cm, $this->course);
        $form->set_data($data);
        return $form;
    }

    /**
     * What a browser sends for a form that was left as it is.
     *
     * @param array $changes what is different
     * @return array
     */
    private function sent(array $changes = []): array {
        return $changes + [
            'name' => 'Our landscape', 'format' => 'leerlandschap', 'scale' => '', 'visibility' => 'hidden',
            'minanswers' => '3', 'facilitation' => 'trainer', 'pace' => 'together',
            'grade' => ['modgrade_type' => 'point', 'modgrade_point' => '100'],
            'gradepass' => '', 'gradecat' => 0, 'visible' => 1, 'cmidnumber' => '', 'groupmode' => 0, 'completion' => 0,
            'introeditor' => ['text' => '', 'format' => FORMAT_HTML, 'itemid' => 0],
            'timeopen' => ['enabled' => 0], 'timeclose' => ['enabled' => 0], 'availabilityconditionsjson' => '',
        ];
    }

    /**
     * The errors that a form shows, by field.
     *
     * @param mod_leerlandschap_mod_form $form a form that was sent
     * @return string[]
     */
    private function errors(mod_leerlandschap_mod_form $form): array {
        $this->assertTrue($form->is_submitted());
        $form->is_validated();
        return $this->quickform($form)->_errors;
    }

    /**
     * The form behind a form.
     *
     * @param mod_leerlandschap_mod_form $form a form
     * @return \MoodleQuickForm
     */
    private function quickform(mod_leerlandschap_mod_form $form): \MoodleQuickForm {
        $property = new \ReflectionProperty(\moodleform::class, '_form');
        $property->setAccessible(true);
        return $property->getValue($form);
    }

    /**
     * What is stored of a form for a new activity that has no errors.
     *
     * @param array $sent what the browser sent
     * @return array name, visibility, minanswers and scale
     */
    private function stored(array $sent): array {
        global $DB;

        $form = $this->form($this->sent($sent));
        $this->assertSame([], $this->errors($form));
        $id = add_moduleinfo($form->get_data(), $this->course, $form)->instance;
        $row = $DB->get_record('leerlandschap', ['id' => $id]);
        return [$row->name, $row->visibility, (int) $row->minanswers, $row->scale];
    }

    /**
     * A new form can be saved as it opens: it has a name and says what the exercise is for.
     */
    public function test_defaults(): void {
        $html = $this->form()->render();
        $this->assertStringContainsString('value="Mapping the learning landscape"', $html);
        $this->assertStringContainsString('Mapping the learning landscape (15 to 20 minutes)', $html);
        $this->assertStringContainsString('Choose this format when you want to make or renew a learning policy.', $html);
        $this->assertStringContainsString('Hidden: nobody sees who gave which answer', $html);
        $this->assertMatchesRegularExpression('/name="minanswers"[^>]*value="3"/', preg_replace('/\s+/', ' ', $html));
    }

    /**
     * An administrator reads why an exercise cannot be chosen, a designer does not.
     */
    public function test_problems_of_a_format(): void {
        $folder = make_request_directory();
        copy(dirname(__DIR__) . '/build/formats/leerlandschap.json', "$folder/leerlandschap.json");
        file_put_contents("$folder/half.json", '{');
        \core\di::set(exercise_store::class, new exercise_store($folder));
        $html = $this->form()->render();
        $this->assertStringContainsString('half.json', $html);
        $this->assertStringContainsString('<code>bad_json</code>', $html);
        $this->setUser($this->getDataGenerator()->create_and_enrol($this->course, 'editingteacher'));
        $html = $this->form()->render();
        $this->assertStringContainsString('Mapping the learning landscape', $html);
        $this->assertStringNotContainsString('half', $html);
    }

    /**
     * What is sent is what is stored.
     */
    public function test_save(): void {
        $form = $this->form($this->sent(['minanswers' => '5', 'visibility' => 'named', 'scale' => 'agree3']));
        $this->assertSame([], $this->errors($form));
        $data = $form->get_data();
        $this->assertSame(['named', 5, 'agree3'], [$data->visibility, $data->minanswers, $data->scale]);
    }

    /**
     * The site's defaults count in a new form.
     */
    public function test_site_defaults(): void {
        set_config('minanswers', 8, 'leerlandschap');
        $html = preg_replace('/\s+/', ' ', $this->form()->render());
        $this->assertMatchesRegularExpression('/name="minanswers"[^>]*value="8"/', $html);
    }

    /**
     * A designer who only chooses an exercise gets its name and its rules, with JavaScript and without.
     */
    public function test_untouched_fields_follow(): void {
        $html = html_entity_decode($this->form()->render(), ENT_QUOTES);
        $this->assertStringContainsString("In 'Learning climate scan' the lowest possible number is 5.", $html);
        $landscape = 'Mapping the learning landscape';
        $scan = ['format' => 'leerklimaat', 'name' => $landscape, 'scale' => 'agree3'];
        $this->assertSame(['Learning climate scan', 'hidden', 5, ''], $this->stored($scan));
        $this->assertSame(['Our scan', 'hidden', 7, ''], $this->stored(['name' => 'Our scan', 'minanswers' => '7'] + $scan));
        $this->assertSame([$landscape, 'hidden', 3, 'agree3'], $this->stored(['format' => 'leerlandschap'] + $scan));

        // What somebody typed or chose is refused, also where a script raised the number before.
        foreach ([['minanswers' => '4'], ['minanswers' => '3', 'shownminanswers' => '5'], ['minanswers' => '2']] as $typed) {
            $this->assertSame(['minanswers'], array_keys($this->errors($this->form($this->sent($typed + $scan)))));
        }
        $errors = $this->errors($this->form($this->sent(['visibility' => 'named', 'minanswers' => '5'] + $scan)));
        $this->assertSame(['visibility'], array_keys($errors));
        set_config('visibility', 'named', 'leerlandschap');
        $this->assertSame('hidden', $this->stored(['visibility' => 'named'] + $scan)[1]);
    }

    /**
     * In an activity that is there only a name that came from its exercise follows another one.
     */
    public function test_name_of_an_activity(): void {
        foreach (['Mapping the learning landscape' => 'Learning circle', 'Ours' => 'Ours'] as $before => $after) {
            $settings = ['course' => $this->course->id, 'name' => $before];
            $instance = $this->getDataGenerator()->create_module('leerlandschap', $settings);
            $form = $this->form($this->sent(['name' => $before, 'format' => 'leerkring']), $instance);
            $this->assertSame([], $this->errors($form));
            $this->assertSame($after, $form->get_data()->name);
        }
    }

    /**
     * A scale is offered where there are statements to put it to.
     */
    public function test_scale_where_it_means_something(): void {
        $property = new \ReflectionProperty(\MoodleQuickForm::class, '_hideifs');
        $property->setAccessible(true);
        $hidden = $property->getValue($this->quickform($this->form()))['format']['eq'];
        $without = array_filter($hidden, fn(array $elements): bool => in_array('scale', $elements, true));
        $this->assertEqualsCanonicalizing(['leerklimaat', 'leerkring'], array_keys($without));
    }

    /**
     * The server checks what the browser sends.
     */
    public function test_validation(): void {
        $errors = $this->errors($this->form($this->sent([
            'name' => ' ', 'minanswers' => '2',
            'timeopen' => ['enabled' => 1, 'day' => 2, 'month' => 3, 'year' => 2026, 'hour' => 9, 'minute' => 0],
            'timeclose' => ['enabled' => 1, 'day' => 1, 'month' => 3, 'year' => 2026, 'hour' => 9, 'minute' => 0],
        ])));
        $this->assertEqualsCanonicalizing(['name', 'minanswers', 'timeclose'], array_keys($errors));
        $this->assertStringContainsString('Choose 3 or more', $errors['minanswers']);
    }

    /**
     * After the first answer the frozen fields cannot be filled in, and what is sent for them anyway is refused.
     */
    public function test_frozen(): void {
        $generator = $this->getDataGenerator()->get_plugin_generator('mod_leerlandschap');
        $instance = $generator->create_instance(['course' => $this->course->id]);
        $learner = $this->getDataGenerator()->create_and_enrol($this->course, 'student');
        $generator->create_answer($generator->create_meeting($instance), $learner, 'st1', 4);

        $html = $this->form([], $instance)->render();
        $this->assertStringContainsString('People have answered already.', $html);
        foreach (['visibility', 'minanswers', 'format', 'scale', 'pace'] as $field) {
            $open = "/<(select|input type=\"text\")[^>]*name=\"$field\"(?![^>]*disabled)/";
            $this->assertDoesNotMatchRegularExpression($open, $html, $field);
        }
        $this->assertMatchesRegularExpression('/<select[^>]*name="facilitation"/', $html);

        $this->assertSame([], $this->errors($this->form($this->sent(['facilitation' => 'members']), $instance)));
        $errors = $this->errors($this->form($this->sent([
            'visibility' => 'named', 'minanswers' => '4', 'format' => 'other', 'scale' => 'agree3', 'pace' => 'own',
        ]), $instance));
        $this->assertEqualsCanonicalizing(['visibility', 'minanswers', 'format', 'scale', 'pace'], array_keys($errors));
    }

    /**
     * Once a group has written a note, the form offers no other exercise and no other scale, and takes none.
     */
    public function test_frozen_by_a_note(): void {
        $generator = $this->getDataGenerator()->get_plugin_generator('mod_leerlandschap');
        $instance = $generator->create_instance(['course' => $this->course->id]);
        $generator->create_contribution($generator->create_meeting($instance), null, 'opbrengst', 'note', ['text' => 'x']);

        $html = $this->form([], $instance)->render();
        $this->assertStringContainsString('because a group is working with it', $html);
        $this->assertStringNotContainsString('People have answered already.', $html);
        $this->assertDoesNotMatchRegularExpression('/<select[^>]*name="(format|scale)"(?![^>]*disabled)/', $html);
        $this->assertMatchesRegularExpression('/<select[^>]*name="visibility"/', $html);

        $this->assertSame([], $this->errors($this->form($this->sent(['visibility' => 'named', 'pace' => 'own']), $instance)));
        $errors = $this->errors($this->form($this->sent(['format' => 'leerkring', 'scale' => 'agree3']), $instance));
        $this->assertEqualsCanonicalizing(['format', 'scale'], array_keys($errors));
    }

    /**
     * A preset is chosen beside the shipped formats; the activity gets a copy of it, and keeps to what it requires.
     */
    public function test_preset(): void {
        global $DB;

        $exercise = json_decode(file_get_contents(dirname(__DIR__) . '/build/formats/leerlandschap.json'));
        $exercise->title->en = 'Our landscape';
        $exercise->requires = (object) ['visibility' => 'hidden', 'min_answers' => 6];
        preset_store::save('For <teams> & more', 'leerlandschap', json_encode($exercise));
        $option = preset_store::option((int) $DB->get_field('leerlandschap_preset', 'id', []));
        $html = $this->form()->render();
        $this->assertStringContainsString('For &lt;teams&gt; &amp; more (preset of this site)', $html);
        $this->assertStringNotContainsString('<teams>', $html);

        $errors = $this->errors($this->form($this->sent(['format' => $option, 'minanswers' => '5', 'visibility' => 'named'])));
        $this->assertEqualsCanonicalizing(['minanswers', 'visibility'], array_keys($errors));
        $form = $this->form($this->sent(['format' => $option, 'minanswers' => '6']));
        $this->assertSame([], $this->errors($form));
        $instance = $this->getDataGenerator()->create_module('leerlandschap', ['course' => $this->course->id, 'format' => $option]);
        $row = $DB->get_record('leerlandschap', ['id' => $instance->id]);
        $this->assertSame(['leerlandschap', 1, 6], [$row->format, (int) $row->exerciseversion, (int) $row->minanswers]);
        $this->assertSame('Our landscape', exercise_store::of_instance($row)->export(false)['title']['en']);

        // The copy stays when the preset goes, and the form says that the exercise is the activity's own.
        $DB->delete_records('leerlandschap_preset');
        $html = $this->form([], $instance)->render();
        $this->assertStringContainsString('Our landscape, as it was edited for this activity', $html);
        $errors = $this->errors($this->form($this->sent(['minanswers' => '5']), $instance));
        $this->assertSame(['minanswers'], array_keys($errors));
        $this->assertSame(['format'], array_keys($this->errors($this->form($this->sent(['format' => $option])))));
    }

    /**
     * Another format takes the place of an exercise of the activity's own; other settings leave it alone.
     */
    public function test_other_format(): void {
        global $DB;

        $instance = $this->getDataGenerator()->create_module('leerlandschap', ['course' => $this->course->id]);
        $row = $DB->get_record('leerlandschap', ['id' => $instance->id]);
        $json = file_get_contents(dirname(__DIR__) . '/build/formats/leerlandschap.json');
        own_exercise::put($row, $json, null);
        $change = fn(array $settings) => update_module((object) ($settings + (array) get_moduleinfo_data(
            get_coursemodule_from_id('leerlandschap', $instance->cmid, 0, true),
            $this->course
        )[3] + ['introeditor' => ['text' => '', 'format' => FORMAT_HTML, 'itemid' => 0]]));
        $change(['facilitation' => 'members', 'pace' => 'own']);
        $row = $DB->get_record('leerlandschap', ['id' => $instance->id]);
        $this->assertSame(['members', 'own', '1'], [$row->facilitation, $row->pace, $row->exerciseversion]);
        $this->assertTrue($DB->record_exists('leerlandschap_exercise', ['leerlandschapid' => $instance->id]));
        $change(['format' => 'leerkring']);
        $row = $DB->get_record('leerlandschap', ['id' => $instance->id]);
        $this->assertSame(['leerkring', '2'], [$row->format, $row->exerciseversion]);
        $this->assertFalse($DB->record_exists('leerlandschap_exercise', ['leerlandschapid' => $instance->id]));
        course_delete_module($instance->cmid);
        $this->assertSame(0, $DB->count_records('leerlandschap_exercise'));
    }

    /**
     * The form says which steps of an exercise everybody does at their own pace, also in a meeting together.
     */
    public function test_own_pace_steps(): void {
        $exercise = json_decode(file_get_contents(dirname(__DIR__) . '/build/formats/leerlandschap.json'));
        $exercise->steps[0]->mode = 'own_pace';
        $exercise->steps[0]->title->en = 'Vote & think';
        $folder = make_request_directory();
        file_put_contents("$folder/leerlandschap.json", json_encode($exercise));
        \core\di::set(exercise_store::class, new exercise_store($folder));
        $this->assertStringContainsString('at their own pace: Vote &amp; think.', $this->form()->render());
    }

    /**
     * Each completion rule alone is enough for automatic completion, and a box that is not ticked means no.
     */
    public function test_completion_rules(): void {
        $automatic = ['completion' => COMPLETION_TRACKING_AUTOMATIC, 'completionunlocked' => 1];
        $this->assertNotEmpty($this->errors($this->form($this->sent($automatic + ['completionwrite' => '0']))));
        foreach (['completionfinish' => '1', 'completionanswer' => '1', 'completionwrite' => '3'] as $rule => $value) {
            $form = $this->form($this->sent($automatic + [$rule => $value] + ['completionwrite' => '0']));
            $this->assertSame([], $this->errors($form), $rule);
            $data = $form->get_data();
            $expected = [$rule => (int) $value] + ['completionfinish' => 0, 'completionanswer' => 0, 'completionwrite' => 0];
            $this->assertEquals($expected, array_intersect_key((array) $data, $expected));
        }
    }

    /**
     * Words can be grades; where there are grades, whoever changes the maximum is asked what becomes of them.
     */
    public function test_grades(): void {
        global $DB;

        $scale = $this->getDataGenerator()->create_scale(['scale' => 'Nee,Ja']);
        $form = $this->form($this->sent(['grade' => ['modgrade_type' => 'scale', 'modgrade_scale' => $scale->id]]));
        $this->assertSame([], $this->errors($form));
        $id = add_moduleinfo($form->get_data(), $this->course, $form)->instance;
        $this->assertEquals(-$scale->id, $DB->get_field('leerlandschap', 'grade', ['id' => $id]));

        $generator = $this->getDataGenerator()->get_plugin_generator('mod_leerlandschap');
        $instance = $this->getDataGenerator()->create_module('leerlandschap', ['course' => $this->course->id, 'grade' => 30]);
        $learner = $this->getDataGenerator()->create_and_enrol($this->course, 'student');
        $generator->create_progress($generator->create_meeting($instance), $learner, ['stellingen']);
        local\grader::update_all($instance);
        $grade = ['modgrade_type' => 'point', 'modgrade_point' => '60'];
        $this->assertArrayHasKey('grade', $this->errors($this->form($this->sent(['grade' => $grade]), $instance)));
        foreach (['no' => 10, 'yes' => 20] as $answer => $expected) {
            $form = $this->form($this->sent(['grade' => ['modgrade_rescalegrades' => $answer] + $grade]), $instance);
            $this->assertSame([], $this->errors($form));
            $cm = get_coursemodule_from_id('leerlandschap', $instance->cmid, 0, true, MUST_EXIST);
            update_moduleinfo($cm, $form->get_data(), $this->course, $form);
            $item = \grade_item::fetch(['itemmodule' => 'leerlandschap', 'iteminstance' => $instance->id]);
            $this->assertEquals(60, $item->grademax, $answer);
            $this->assertEqualsWithDelta($expected, $item->get_grade($learner->id, false)->rawgrade, 0.001, $answer);
        }
    }

    /**
     * Whoever changes how groups meet reads what becomes of the meetings that there are, and nobody else does.
     */
    public function test_groups_in_use(): void {
        $note = get_string('groupmodeinuse', 'mod_leerlandschap');
        $generator = $this->getDataGenerator()->get_plugin_generator('mod_leerlandschap');
        $instance = $this->getDataGenerator()->create_module('leerlandschap', ['course' => $this->course->id]);
        $meeting = $generator->create_meeting($instance);
        $this->assertStringNotContainsString($note, $this->form()->render());
        $this->assertStringNotContainsString($note, $this->form([], $instance)->render());
        $generator->create_progress($meeting, $this->getDataGenerator()->create_and_enrol($this->course, 'student'), []);
        $this->assertStringContainsString($note, $this->form([], $instance)->render());
    }
}
