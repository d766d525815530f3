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
 * The items of an activity, compiled from its exercise, so that answers and exports need not read it.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class item_store {
    /**
     * Ids of the rows of an activity's items, compiled anew where the exercise has changed.
     *
     * @param stdClass $instance row of leerlandschap
     * @param exercise $exercise its exercise
     * @return int[] by id of the item in the exercise, in its order
     */
    public static function ids(stdClass $instance, exercise $exercise): array {
        global $DB;

        $wanted = $exercise->compiled_items();
        $stored = self::stored($instance);
        $changed = false;
        foreach ($wanted as $key => $item) {
            if (!isset($stored[$key])) {
                $changed = true;
                self::add($instance, $item);
            } else if (array_diff_assoc((array) $item, (array) $stored[$key])) {
                $changed = true;
                $DB->update_record('leerlandschap_item', (object) ((array) $item + ['id' => $stored[$key]->id]));
            }
        }
        $stored = $changed ? self::stored($instance) : $stored;
        return array_map(fn(stdClass $row): int => (int) $row->id, array_intersect_key($stored, $wanted));
    }

    /**
     * The rows as stored.
     *
     * @param stdClass $instance row of leerlandschap
     * @return stdClass[] by id of the item in the exercise
     */
    private static function stored(stdClass $instance): array {
        global $DB;

        $rows = $DB->get_records('leerlandschap_item', ['leerlandschapid' => $instance->id], 'position, id');
        return array_column($rows, null, 'itemkey');
    }

    /**
     * Adds a row, unless another request has just done so.
     *
     * @param stdClass $instance row of leerlandschap
     * @param stdClass $item the item
     */
    private static function add(stdClass $instance, stdClass $item): void {
        global $DB;

        transaction::run(function () use ($DB, $instance, $item): void {
            $key = ['leerlandschapid' => $instance->id, 'itemkey' => $item->itemkey];
            if (!$DB->record_exists('leerlandschap_item', $key)) {
                $DB->insert_record('leerlandschap_item', (object) ((array) $item + $key));
            }
        });
    }
}
