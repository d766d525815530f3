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

namespace mod_leerlandschap\local;

use mod_leerlandschap\event\preset_deleted;
use mod_leerlandschap\event\preset_saved;
use stdClass;

/**
 * The presets of the site: adapted exercises that an activity can start from. It gets a copy, so that
 * changing or deleting a preset changes no activity.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class preset_store {
    /** The longest name, in code points. */
    private const LONGEST_NAME = 100;
    /** More presets than anybody could choose from. */
    private const MOST = 200;
    /** What stands before the id where a format is chosen; no format's id can hold it. */
    private const PREFIX = 'preset:';

    /**
     * Whether the administrator allows presets.
     *
     * @return bool
     */
    public static function allowed(): bool {
        $setting = get_config('leerlandschap', 'presets');
        // Not set yet: the default of the setting.
        return $setting === false || (bool) $setting;
    }

    /**
     * Every preset, by name.
     *
     * @return array[] id, name and version each; none where presets are not allowed
     */
    public static function names(): array {
        global $DB;

        $rows = self::allowed() ? $DB->get_records('leerlandschap_preset', null, 'id', 'id, name, version') : [];
        // Databases sort, as they compare, each in a way of their own.
        \core_collator::asort_objects_by_property($rows, 'name', \core_collator::SORT_NATURAL);
        return array_map(
            fn(stdClass $row): array => ['id' => (int) $row->id, 'name' => $row->name, 'version' => (int) $row->version],
            array_values($rows)
        );
    }

    /**
     * A preset.
     *
     * @param int $id its id
     * @return stdClass row of leerlandschap_preset
     * @throws refusal bad_value, where there is no such preset or none is allowed
     */
    public static function get(int $id): stdClass {
        global $DB;

        $row = self::allowed() ? $DB->get_record('leerlandschap_preset', ['id' => $id]) : false;
        return $row ?: throw new refusal('bad_value');
    }

    /**
     * Keeps a preset. It takes the place of one of the same name only where the caller says which version of that: a
     * preset is everybody's, and may be somebody else's work.
     *
     * @param string $name its name, one line
     * @param string $format id of the format that it was made from
     * @param string $json a checked exercise
     * @param int $replaces version of the preset that it replaces; 0 where there is none yet
     * @throws refusal required_field, bad_text, too_long, too_many, conflict
     */
    public static function save(string $name, string $format, string $json, int $replaces = 0): void {
        global $DB;

        $name = text_check::line($name, self::LONGEST_NAME);
        if ($name === '') {
            throw new refusal('required_field');
        }
        $id = transaction::run(function () use ($DB, $name, $format, $json, $replaces): int {
            $now = clock_time::seconds();
            $values = [
                'name' => $name,
                'namekey' => self::key($name),
                'format' => $format,
                'exercise' => $json,
                'version' => $replaces + 1,
                'timemodified' => $now,
            ];
            // Of two who replace the same version the second one waits here, and then finds another.
            $known = $DB->get_record_sql(
                'SELECT id, version FROM {leerlandschap_preset} WHERE namekey = :namekey ' . transaction::lock_clause(true),
                ['namekey' => $values['namekey']]
            );
            if (($known ? (int) $known->version : 0) !== $replaces) {
                throw new refusal('conflict');
            } else if ($known) {
                $DB->update_record('leerlandschap_preset', (object) (['id' => $known->id] + $values));
                return (int) $known->id;
            } else if ($DB->count_records('leerlandschap_preset') >= self::MOST) {
                throw new refusal('too_many');
            }
            return (int) $DB->insert_record('leerlandschap_preset', (object) ($values + ['timecreated' => $now]));
        });
        preset_saved::create(['objectid' => $id, 'other' => ['name' => $name]])->trigger();
    }

    /**
     * What tells a preset from others: names that differ in capitals alone are one, as to people, and in every database.
     *
     * @param string $name its name
     * @return string 64 hexadecimal digits
     */
    private static function key(string $name): string {
        return hash('sha256', \core_text::strtolower($name));
    }

    /**
     * Deletes a preset; one that is gone already is no error.
     *
     * @param int $id its id
     */
    public static function delete(int $id): void {
        global $DB;

        $name = $DB->get_field('leerlandschap_preset', 'name', ['id' => $id]);
        $DB->delete_records('leerlandschap_preset', ['id' => $id]);
        if ($name !== false) {
            preset_deleted::create(['objectid' => $id, 'other' => ['name' => $name]])->trigger();
        }
    }

    /**
     * How a preset is named where a format is chosen.
     *
     * @param int $id its id
     * @return string
     */
    public static function option(int $id): string {
        return self::PREFIX . $id;
    }

    /**
     * The preset that was chosen in the place of a format.
     *
     * @param string $format id of a format, or a preset's option
     * @return stdClass|null row of leerlandschap_preset; null for a format, and for a preset that is not there
     */
    public static function chosen(string $format): ?stdClass {
        if (!preg_match('/^' . self::PREFIX . '([1-9][0-9]{0,17})$/D', $format, $found)) {
            return null;
        }
        try {
            return self::get((int) $found[1]);
        } catch (refusal) {
            return null;
        }
    }
}
