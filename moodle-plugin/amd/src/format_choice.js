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
 * Lets the fields of the form that nobody has touched follow the exercise that is chosen.
 *
 * The server does the same when the form is sent; this shows it beforehand.
 *
 * @module     mod_leerlandschap/format_choice
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
define([], function() {

    /**
     * Puts a value into a field that still holds what the form showed, and notes that the form now shows this.
     *
     * @param {HTMLFormElement} form the form
     * @param {string} name name of the field
     * @param {string} value the value
     */
    const follow = (form, name, value) => {
        const field = form.elements[name];
        const shown = form.elements[`shown${name}`];
        if (field && shown && shown.value !== '' && field.value === shown.value) {
            field.value = value;
            shown.value = value;
        }
    };

    return {
        /** Watches the choice of the exercise. */
        init: () => {
            const choice = document.querySelector('select[data-demands]');
            if (!choice) {
                return;
            }
            const {shown, formats} = JSON.parse(choice.dataset.demands);
            choice.addEventListener('change', () => {
                const format = formats[choice.value];
                if (format) {
                    follow(choice.form, 'name', format.title);
                    follow(choice.form, 'visibility', format.hidden ? 'hidden' : shown.visibility);
                    follow(choice.form, 'minanswers', String(Math.max(shown.minanswers, format.minanswers)));
                }
            });
        },
    };
});
