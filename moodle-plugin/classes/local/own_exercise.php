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

use stdClass;

/**
 * The exercise that an activity has of its own, once somebody has changed the format that it started from.
 *
 * What is stored was checked before; the column exerciseversion of the activity counts how often.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class own_exercise {
    /**
     * The exercise of an activity.
     *
     * @param stdClass $instance row of leerlandschap
     * @return string|null JSON; null where the activity uses its format as shipped
     */
    public static function json(stdClass $instance): ?string {
        global $DB;

        if (empty($instance->exerciseversion) || empty($instance->id)) {
            return null;
        }
        $json = $DB->get_field('leerlandschap_exercise', 'exercise', ['leerlandschapid' => $instance->id]);
        return $json === false ? null : $json;
    }

    /**
     * The edition of those for whom there is no room: their page has the cover alone, and loads anew once there is one.
     *
     * @param stdClass $instance row of leerlandschap
     * @return string says nothing by itself
     */
    public static function cover_edition(stdClass $instance): string {
        return self::edition($instance) . '.cover';
    }

    /**
     * Tells one edition of an activity's exercise from every other, so that a page sees that it shows an older one.
     *
     * An upgrade of the plugin can change a shipped format. Whoever has an exercise of their own loads anew too then:
     * that costs less than asking the database at every reply.
     *
     * @param stdClass $instance row of leerlandschap
     * @return string says nothing by itself
     */
    public static function edition(stdClass $instance): string {
        $shipped = \core\di::get(exercise_store::class)->fingerprint($instance->format);
        return self::saved_edition($instance) . ".$shipped";
    }

    /**
     * Tells one edition from every other while the plugin stays the same.
     *
     * @param stdClass $instance row of leerlandschap
     * @return string says nothing by itself
     */
    private static function saved_edition(stdClass $instance): string {
        return implode('.', [$instance->format, (int) $instance->exerciseversion, $instance->scale]);
    }

    /**
     * Stores an exercise in the place of the one before, and raises the version.
     *
     * @param stdClass $instance row of leerlandschap as it is stored, changed in place
     * @param string|null $json a checked exercise; null to go back to the format as shipped
     * @param int|null $userid who changed it, null where nobody did
     */
    public static function put(stdClass $instance, ?string $json, ?int $userid): void {
        global $DB;

        $key = ['leerlandschapid' => $instance->id];
        $values = ['exercise' => $json, 'usermodified' => $userid, 'timemodified' => clock_time::seconds()];
        $id = $DB->get_field('leerlandschap_exercise', 'id', $key);
        if ($json === null) {
            $DB->delete_records('leerlandschap_exercise', $key);
        } else if ($id) {
            $DB->update_record('leerlandschap_exercise', (object) (['id' => $id] + $values));
        } else {
            $DB->insert_record('leerlandschap_exercise', (object) ($key + $values));
        }
        $instance->exerciseversion = (int) $instance->exerciseversion + 1;
        $DB->set_field('leerlandschap', 'exerciseversion', $instance->exerciseversion, ['id' => $instance->id]);
    }

    /**
     * Deletes the exercise of an activity that goes with it.
     *
     * @param int $instanceid id of the activity
     */
    public static function delete(int $instanceid): void {
        global $DB;

        $DB->delete_records('leerlandschap_exercise', ['leerlandschapid' => $instanceid]);
    }

    /**
     * Refuses to go on with an exercise that somebody has changed since this request read it.
     *
     * @param stdClass $instance row of leerlandschap, as this request read it
     * @throws refusal unavailable, which the app answers by trying again
     */
    public static function require_unchanged(stdClass $instance): void {
        global $DB;

        $now = $DB->get_record('leerlandschap', ['id' => $instance->id], 'format, exerciseversion, scale');
        if (!$now || self::saved_edition($now) !== self::saved_edition($instance)) {
            throw new refusal('unavailable');
        }
    }
}
