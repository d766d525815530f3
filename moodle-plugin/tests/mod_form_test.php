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
            'minanswers' => '3', 'facilitation' => 'trainer',
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
        $property = new \ReflectionProperty(\moodleform::class, '_form');
        $property->setAccessible(true);
        return $property->getValue($form)->_errors;
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
        foreach (['visibility', 'minanswers', 'format', 'scale'] as $field) {
            $open = "/<(select|input type=\"text\")[^>]*name=\"$field\"(?![^>]*disabled)/";
            $this->assertDoesNotMatchRegularExpression($open, $html, $field);
        }
        $this->assertMatchesRegularExpression('/<select[^>]*name="facilitation"/', $html);

        $this->assertSame([], $this->errors($this->form($this->sent(['facilitation' => 'members']), $instance)));
        $errors = $this->errors($this->form($this->sent([
            'visibility' => 'named', 'minanswers' => '4', 'format' => 'other', 'scale' => 'agree3',
        ]), $instance));
        $this->assertEqualsCanonicalizing(['visibility', 'minanswers', 'format', 'scale'], array_keys($errors));
    }
}
