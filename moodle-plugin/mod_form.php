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
 * The form that adds and changes an activity.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

defined('MOODLE_INTERNAL') || die();

use mod_leerlandschap\completion\custom_completion;
use mod_leerlandschap\local\activity_settings;
use mod_leerlandschap\local\editing\used_reader;
use mod_leerlandschap\local\format_catalogue;
use mod_leerlandschap\output\format_problems;

global $CFG;
require_once($CFG->dirroot . '/course/moodleform_mod.php');

/**
 * The settings of an activity.
 *
 * Everything has a default that works, so that a designer only has to choose an exercise and save: what was left as the
 * form showed it follows the exercise. What the form showed comes back in hidden fields, so that the server can tell.
 * In a browser with JavaScript the fields follow at once (amd/src/format_choice.js).
 */
class mod_leerlandschap_mod_form extends moodleform_mod {
    /** @var format_catalogue the exercises to choose from */
    private format_catalogue $catalogue;

    /**
     * Defines the elements.
     */
    public function definition() {
        global $DB;

        $mform = $this->_form;
        $instance = $this->_instance ? $DB->get_record('leerlandschap', ['id' => $this->_instance], '*', MUST_EXIST) : null;
        $this->catalogue = new format_catalogue($instance);

        $mform->addElement('header', 'general', get_string('general', 'form'));
        $this->define_name();
        $this->standard_intro_elements();

        $mform->addElement('header', 'activitysettings', get_string('activitysettings', 'mod_leerlandschap'));
        $mform->setExpanded('activitysettings');
        $this->define_exercise();
        $this->define_rules();
        $this->explain_demands();
        $this->explain_pace();
        $this->let_fields_follow($instance);

        $mform->addElement('header', 'availabilityhdr', get_string('availability'));
        $mform->addElement('date_time_selector', 'timeopen', get_string('timeopen', 'mod_leerlandschap'), ['optional' => true]);
        $mform->addElement('date_time_selector', 'timeclose', get_string('timeclose', 'mod_leerlandschap'), ['optional' => true]);

        $this->standard_grading_coursemodule_elements();
        $this->standard_coursemodule_elements();
        $this->explain_groups();
        $this->apply_admin_defaults();
        $this->freeze_what_is_used();
        $this->add_action_buttons();
    }

    /**
     * The name, which starts as the title of the first exercise.
     */
    private function define_name(): void {
        global $CFG;

        $mform = $this->_form;
        $mform->addElement('text', 'name', get_string('name'), ['size' => '64']);
        $mform->setType('name', empty($CFG->formatstringstriptags) ? PARAM_CLEANHTML : PARAM_TEXT);
        $mform->addRule('name', null, 'required', null, 'client');
        $mform->addRule('name', get_string('maximumchars', '', 255), 'maxlength', 255, 'client');
        $mform->setDefault('name', $this->catalogue->title($this->catalogue->first()));
    }

    /**
     * The exercise, what it is for, and its scale.
     */
    private function define_exercise(): void {
        $mform = $this->_form;
        $catalogue = $this->catalogue;
        $options = $catalogue->options();
        $chosen = $this->current->format ?? '';
        if ($chosen !== '' && !isset($options[$chosen])) {
            // Kept, or saving another setting would quietly change the exercise.
            $options[$chosen] = $chosen;
        }
        $unusable = array_unique([...$catalogue->broken(), ...array_diff(array_keys($options), array_keys($catalogue->options()))]);
        // The names of presets are plain text, and core's template shows options as HTML.
        $mform->addElement('select', 'format', get_string('format', 'mod_leerlandschap'), array_map('s', $options));
        $mform->addHelpButton('format', 'format', 'mod_leerlandschap');
        $mform->setDefault('format', $catalogue->first());
        $problems = format_problems::for_administrator($unusable);
        if ($problems !== '') {
            $mform->addElement('static', 'formatproblems', '', $problems);
        }
        foreach (array_keys($options) as $id) {
            $this->explain('formatabout', $id, s($catalogue->about($id)));
        }

        $scales = ['' => get_string('scale:default', 'mod_leerlandschap')];
        foreach (array_filter(activity_settings::SCALES) as $scale) {
            $scales[$scale] = get_string("scale:$scale", 'mod_leerlandschap');
        }
        $mform->addElement('select', 'scale', get_string('scale', 'mod_leerlandschap'), $scales);
        $mform->addHelpButton('scale', 'scale', 'mod_leerlandschap');
        $mform->setDefault('scale', '');
        foreach (array_keys($options) as $id) {
            if (!$catalogue->takes_scale($id)) {
                $mform->hideIf('scale', 'format', 'eq', $id);
            }
        }
    }

    /**
     * A text that shows while an exercise is chosen.
     *
     * @param string $about what it is about, for the name of the element
     * @param string $id id of the exercise
     * @param string $html the text
     * @param string|null $before element that it stands before; null for the end
     * @return string name of the element
     */
    private function explain(string $about, string $id, string $html, ?string $before = null): string {
        $mform = $this->_form;
        $name = "{$about}_" . str_replace(':', '_', $id);
        // In a group, because a static element alone cannot be hidden.
        $text = $mform->createElement('static', $name, '', $html);
        $group = $mform->createElement('group', "{$name}_group", '', [$text], '', false);
        if ($before === null) {
            $mform->addElement($group);
        } else {
            $mform->insertElementBefore($group, $before);
        }
        $mform->hideIf("{$name}_group", 'format', 'neq', $id);
        return "{$name}_group";
    }

    /**
     * Who sees what, from how many answers on, and who facilitates.
     */
    private function define_rules(): void {
        $mform = $this->_form;
        $choices = [
            'visibility' => activity_settings::VISIBILITIES,
            'facilitation' => activity_settings::FACILITATIONS,
            'pace' => activity_settings::PACES,
        ];
        foreach ($choices as $field => $values) {
            $options = [];
            foreach ($values as $value) {
                $options[$value] = get_string("$field:$value", 'mod_leerlandschap');
            }
            $mform->addElement('select', $field, get_string($field, 'mod_leerlandschap'), $options);
            $mform->addHelpButton($field, $field, 'mod_leerlandschap');
            $mform->setDefault($field, $values[0]);
        }
        $number = $mform->createElement('text', 'minanswers', get_string('minanswers', 'mod_leerlandschap'), ['size' => 3]);
        $mform->insertElementBefore($number, 'facilitation');
        $mform->setType('minanswers', PARAM_INT);
        $mform->addHelpButton('minanswers', 'minanswers', 'mod_leerlandschap');
        $mform->setDefault('minanswers', activity_settings::LOWEST_MINANSWERS);
    }

    /**
     * Says what an exercise asks of the rules.
     */
    private function explain_demands(): void {
        foreach (array_keys($this->catalogue->options()) as $id) {
            $title = s($this->catalogue->title($id));
            if ($this->catalogue->requires_hidden($id)) {
                $this->explain('hiddenanswers', $id, get_string('visibilityofformat', 'mod_leerlandschap', $title), 'minanswers');
            }
            $number = $this->catalogue->min_answers($id);
            if ($number > activity_settings::LOWEST_MINANSWERS) {
                $demand = get_string('minanswersofformat', 'mod_leerlandschap', ['title' => $title, 'number' => $number]);
                $this->explain('leastanswers', $id, $demand, 'facilitation');
            }
        }
    }

    /**
     * Says which steps of an exercise everybody does at their own pace, also where the group meets together.
     */
    private function explain_pace(): void {
        foreach (array_keys($this->catalogue->options()) as $id) {
            $steps = $this->catalogue->own_pace_steps($id);
            if ($steps) {
                $text = get_string('ownpacesteps', 'mod_leerlandschap', s(implode(', ', $steps)));
                $this->_form->hideIf($this->explain('ownpacesteps', $id, $text), 'pace', 'eq', 'own');
            }
        }
    }

    /**
     * Lets the fields that nobody has touched follow the exercise that is chosen.
     *
     * @param stdClass|null $instance row of leerlandschap, null for a new activity
     */
    private function let_fields_follow(?stdClass $instance): void {
        global $PAGE;

        $shown = activity_settings::shown($this->catalogue, $instance);
        foreach ($shown as $field => $value) {
            $this->_form->addElement('hidden', "shown$field", $value);
            $this->_form->setType("shown$field", PARAM_RAW);
        }
        $demands = [];
        foreach (array_keys($this->catalogue->options()) as $id) {
            $demands[$id] = [
                'title' => $this->catalogue->title($id),
                'hidden' => $this->catalogue->requires_hidden($id),
                'minanswers' => $this->catalogue->min_answers($id),
            ];
        }
        // As an attribute: presets can make it longer than an argument may be.
        $data = json_encode(['shown' => $shown, 'formats' => $demands], JSON_UNESCAPED_UNICODE);
        $this->_form->getElement('format')->updateAttributes(['data-demands' => $data]);
        $PAGE->requires->js_call_amd('mod_leerlandschap/format_choice', 'init');
    }

    /**
     * Says what becomes of meetings that there are when groups meet otherwise.
     */
    private function explain_groups(): void {
        if ($this->_instance && $this->_form->elementExists('groupmode') && used_reader::touched_meetings((int) $this->_instance)) {
            $note = $this->_form->createElement('static', 'groupmodeinuse', '', get_string('groupmodeinuse', 'mod_leerlandschap'));
            $this->_form->insertElementBefore($note, 'groupmode');
        }
    }

    /**
     * Freezes what groups work with, and what participants were told before they answered.
     */
    private function freeze_what_is_used(): void {
        $frozen = $this->_instance ? activity_settings::frozen((int) $this->_instance) : [];
        $mform = $this->_form;
        foreach ($frozen as $field) {
            $mform->freeze($field);
            $mform->setConstant($field, $this->current->$field);
        }
        foreach (['format' => 'formatfrozen', 'visibility' => 'frozenafteranswers'] as $field => $why) {
            if (in_array($field, $frozen, true)) {
                $note = $mform->createElement('static', $why, '', get_string($why, 'mod_leerlandschap'));
                $mform->insertElementBefore($note, $field);
            }
        }
    }

    /**
     * Checks what was sent, on the server.
     *
     * @param array $data values by field
     * @param array $files uploaded files, none
     * @return string[] problems by field
     */
    public function validation($data, $files) {
        $errors = parent::validation($data, $files);
        // What the browser sent, also where a constant stands in $data by now.
        $errors += activity_settings::problems($data, (int) $this->_instance, $this->_form->getSubmitValues());
        return $errors;
    }

    /**
     * Adds the completion rules.
     *
     * @return string[] names of the elements
     */
    public function add_completion_rules() {
        $elements = [];
        foreach (['completionfinish', 'completionanswer'] as $rule) {
            $elements[] = $rule . $this->get_suffix();
            $this->_form->addElement('checkbox', end($elements), '', get_string($rule, 'mod_leerlandschap'));
        }
        $elements[] = 'completionwrite' . $this->get_suffix();
        $numbers = range(0, activity_settings::MOST_COMPLETIONWRITE);
        $this->_form->addElement('select', end($elements), get_string('completionwrite', 'mod_leerlandschap'), $numbers);
        return $elements;
    }

    /**
     * Whether any rule is switched on.
     *
     * @param array $data values by field
     * @return bool
     */
    public function completion_rule_enabled($data) {
        $on = fn(string $rule): bool => !empty($data[$rule . $this->get_suffix()]);
        return (bool) array_filter(custom_completion::RULES, $on);
    }

    /**
     * A name that nobody has touched is that of the exercise. A box that is not ticked sends nothing: that means no.
     *
     * @param stdClass $data what the form sends
     */
    public function data_postprocessing($data) {
        parent::data_postprocessing($data);
        if (activity_settings::is_untouched((array) $data, 'name')) {
            $data->name = $this->catalogue->title($data->format);
        }
        foreach (empty($data->completionunlocked) ? [] : custom_completion::RULES as $rule) {
            $element = $rule . $this->get_suffix();
            $data->$element = (int) ($data->$element ?? 0);
        }
    }
}
