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
 * Site-wide defaults. An administrator can lock each of them.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

defined('MOODLE_INTERNAL') || die();

use mod_leerlandschap\local\actions\action_teller;
use mod_leerlandschap\local\activity_settings;
use mod_leerlandschap\local\pulse\publisher;

if ($ADMIN->fulltree) {
    $options = fn(string $field, array $values): array => array_combine(
        $values,
        array_map(fn(string $value): string => get_string("$field:$value", 'mod_leerlandschap'), $values)
    );

    $setting = new admin_setting_configselect(
        'leerlandschap/visibility',
        get_string('defaultvisibility', 'mod_leerlandschap'),
        get_string('defaultvisibility_desc', 'mod_leerlandschap'),
        'hidden',
        $options('visibility', activity_settings::VISIBILITIES)
    );
    $setting->set_locked_flag_options(admin_setting_flag::ENABLED, false);
    $settings->add($setting);

    // A closed list, so that nobody can go below the number that protects participants.
    $numbers = range(activity_settings::LOWEST_MINANSWERS, 20);
    $setting = new admin_setting_configselect(
        'leerlandschap/minanswers',
        get_string('defaultminanswers', 'mod_leerlandschap'),
        get_string('defaultminanswers_desc', 'mod_leerlandschap', activity_settings::LOWEST_MINANSWERS),
        activity_settings::LOWEST_MINANSWERS,
        array_combine($numbers, $numbers)
    );
    $setting->set_locked_flag_options(admin_setting_flag::ENABLED, false);
    $settings->add($setting);

    $setting = new admin_setting_configselect(
        'leerlandschap/facilitation',
        get_string('defaultfacilitation', 'mod_leerlandschap'),
        get_string('defaultfacilitation_desc', 'mod_leerlandschap'),
        'trainer',
        $options('facilitation', activity_settings::FACILITATIONS)
    );
    $setting->set_locked_flag_options(admin_setting_flag::ENABLED, false);
    $settings->add($setting);

    $setting = new admin_setting_configselect(
        'leerlandschap/pace',
        get_string('defaultpace', 'mod_leerlandschap'),
        get_string('defaultpace_desc', 'mod_leerlandschap'),
        'together',
        $options('pace', activity_settings::PACES)
    );
    $setting->set_locked_flag_options(admin_setting_flag::ENABLED, false);
    $settings->add($setting);

    $days = [
        action_teller::NEVER => get_string('reminddays:never', 'mod_leerlandschap'),
        0 => get_string('reminddays:today', 'mod_leerlandschap'),
        1 => get_string('reminddays:day', 'mod_leerlandschap'),
    ];
    foreach ([2, 3, 7, 14] as $number) {
        $days[$number] = get_string('reminddays:days', 'mod_leerlandschap', $number);
    }
    $settings->add(new admin_setting_configselect(
        'leerlandschap/reminddays',
        get_string('reminddays', 'mod_leerlandschap'),
        get_string('reminddays_desc', 'mod_leerlandschap'),
        action_teller::DAYS_BEFORE,
        $days
    ));

    $settings->add(new admin_setting_configcheckbox(
        'leerlandschap/presets',
        get_string('presets', 'mod_leerlandschap'),
        get_string('presets_desc', 'mod_leerlandschap'),
        1
    ));

    $setting = new admin_setting_configcheckbox(
        'leerlandschap/fastpath',
        get_string('fastpath', 'mod_leerlandschap'),
        get_string('fastpath_desc', 'mod_leerlandschap'),
        1
    );
    $setting->set_updatedcallback([publisher::class, 'remove_all']);
    $settings->add($setting);
}
