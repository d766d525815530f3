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

use mod_leerlandschap\local\activity_settings;
use mod_leerlandschap\local\lifecycle;
use mod_leerlandschap\local\format_catalogue;
use mod_leerlandschap\output\format_problems;

global $CFG;
require_once($CFG->dirroot . '/course/moodleform_mod.php');

/**
 * The settings of an activity.
 *
 * Everything has a default that works, so that a designer only has to save.
 */
class mod_leerlandschap_mod_form extends moodleform_mod {
    /**
     * Defines the elements.
     */
    public function definition() {
        $mform = $this->_form;
        $catalogue = new format_catalogue();

        $mform->addElement('header', 'general', get_string('general', 'form'));
        $this->define_name($catalogue);
        $this->standard_intro_elements();

        $mform->addElement('header', 'activitysettings', get_string('activitysettings', 'mod_leerlandschap'));
        $mform->setExpanded('activitysettings');
        $this->define_exercise($catalogue);
        $this->define_rules();

        $mform->addElement('header', 'availabilityhdr', get_string('availability'));
        $mform->addElement('date_time_selector', 'timeopen', get_string('timeopen', 'mod_leerlandschap'), ['optional' => true]);
        $mform->addElement('date_time_selector', 'timeclose', get_string('timeclose', 'mod_leerlandschap'), ['optional' => true]);

        $this->standard_grading_coursemodule_elements();
        $this->standard_coursemodule_elements();
        $this->apply_admin_defaults();
        $this->freeze_after_answers();
        $this->add_action_buttons();
    }

    /**
     * The name, which starts as the title of the first exercise.
     *
     * @param format_catalogue $catalogue the exercises
     */
    private function define_name(format_catalogue $catalogue): void {
        global $CFG;

        $mform = $this->_form;
        $mform->addElement('text', 'name', get_string('name'), ['size' => '64']);
        $mform->setType('name', empty($CFG->formatstringstriptags) ? PARAM_CLEANHTML : PARAM_TEXT);
        $mform->addRule('name', null, 'required', null, 'client');
        $mform->addRule('name', get_string('maximumchars', '', 255), 'maxlength', 255, 'client');
        $mform->setDefault('name', $catalogue->title($catalogue->first()));
    }

    /**
     * The exercise, what it is for, and its scale.
     *
     * @param format_catalogue $catalogue the exercises
     */
    private function define_exercise(format_catalogue $catalogue): void {
        $mform = $this->_form;
        $options = $catalogue->options();
        $chosen = $this->current->format ?? '';
        if ($chosen !== '' && !isset($options[$chosen])) {
            // Kept, or saving another setting would quietly change the exercise.
            $options[$chosen] = $chosen;
        }
        $unusable = array_unique([...$catalogue->broken(), ...array_diff(array_keys($options), array_keys($catalogue->options()))]);
        $mform->addElement('select', 'format', get_string('format', 'mod_leerlandschap'), $options);
        $mform->addHelpButton('format', 'format', 'mod_leerlandschap');
        $mform->setDefault('format', $catalogue->first());
        $problems = format_problems::for_administrator($unusable);
        if ($problems !== '') {
            $mform->addElement('static', 'formatproblems', '', $problems);
        }
        foreach (array_keys($options) as $id) {
            // In a group, because a static element alone cannot be hidden.
            $about = $mform->createElement('static', "formatabout_$id", '', s($catalogue->about($id)));
            $mform->addGroup([$about], "formatabout_{$id}_group", '', '', false);
            $mform->hideIf("formatabout_{$id}_group", 'format', 'neq', $id);
        }

        $scales = ['' => get_string('scale:default', 'mod_leerlandschap')];
        foreach (array_filter(activity_settings::SCALES) as $scale) {
            $scales[$scale] = get_string("scale:$scale", 'mod_leerlandschap');
        }
        $mform->addElement('select', 'scale', get_string('scale', 'mod_leerlandschap'), $scales);
        $mform->addHelpButton('scale', 'scale', 'mod_leerlandschap');
        $mform->setDefault('scale', '');
    }

    /**
     * Who sees what, from how many answers on, and who facilitates.
     */
    private function define_rules(): void {
        $mform = $this->_form;
        $choices = ['visibility' => activity_settings::VISIBILITIES, 'facilitation' => activity_settings::FACILITATIONS];
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
     * Freezes what participants were told before they answered.
     */
    private function freeze_after_answers(): void {
        if (!$this->_instance || !lifecycle::has_answers((int) $this->_instance)) {
            return;
        }
        $mform = $this->_form;
        foreach (activity_settings::FROZEN as $field) {
            $mform->freeze($field);
            $mform->setConstant($field, $this->current->$field);
        }
        $note = $mform->createElement('static', 'frozennote', '', get_string('frozenafteranswers', 'mod_leerlandschap'));
        $mform->insertElementBefore($note, 'visibility');
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
     * Adds the completion rule.
     *
     * @return string[] names of the elements
     */
    public function add_completion_rules() {
        $element = 'completionfinish' . $this->get_suffix();
        $this->_form->addElement('checkbox', $element, '', get_string('completionfinish', 'mod_leerlandschap'));
        return [$element];
    }

    /**
     * Whether the rule is switched on.
     *
     * @param array $data values by field
     * @return bool
     */
    public function completion_rule_enabled($data) {
        return !empty($data['completionfinish' . $this->get_suffix()]);
    }

    /**
     * A box that is not ticked sends nothing: that means no.
     *
     * @param stdClass $data what the form sends
     */
    public function data_postprocessing($data) {
        parent::data_postprocessing($data);
        $element = 'completionfinish' . $this->get_suffix();
        if (!empty($data->completionunlocked)) {
            $data->$element = (int) !empty($data->$element);
        }
    }
}
