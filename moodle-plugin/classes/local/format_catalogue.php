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

/**
 * The shipped formats, with what a designer chooses by.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class format_catalogue {
    /** @var exercise[] exercises by id */
    private array $exercises = [];

    /** @var array[] what their files say, by id */
    private array $formats = [];

    /** @var string[] ids of those with problems */
    private array $broken = [];

    /**
     * Reads the formats. One with problems is left out: it could not be run either.
     */
    public function __construct() {
        $store = \core\di::get(exercise_store::class);
        foreach ($store->ids() as $id) {
            try {
                $this->exercises[$id] = $store->get($id);
                $this->formats[$id] = $this->exercises[$id]->export(false);
            } catch (refusal) {
                $this->broken[] = $id;
            }
        }
    }

    /**
     * The formats that were left out.
     *
     * @return string[] ids
     */
    public function broken(): array {
        return $this->broken;
    }

    /**
     * Whether there is such a format.
     *
     * @param string $id id of the format
     * @return bool
     */
    public function has(string $id): bool {
        return isset($this->formats[$id]);
    }

    /**
     * The format that a new activity starts with.
     *
     * @return string its id, '' where the plugin has not been built
     */
    public function first(): string {
        return (string) (array_key_first($this->formats) ?? '');
    }

    /**
     * Title and minutes of every format.
     *
     * @return string[] by id
     */
    public function options(): array {
        $options = [];
        foreach ($this->formats as $id => $format) {
            $minutes = (object) ($format['minutes'] ?? []);
            $options[$id] = $this->title($id);
            if (isset($minutes->min, $minutes->max)) {
                $options[$id] = get_string('formatoption', 'mod_leerlandschap', [
                    'title' => $this->title($id),
                    'minutes' => $minutes->min === $minutes->max
                        ? get_string('minutes', 'mod_leerlandschap', $minutes->max)
                        : get_string('minutesrange', 'mod_leerlandschap', $minutes),
                ]);
            }
        }
        return $options;
    }

    /**
     * The title of a format in the user's language.
     *
     * @param string $id id of the format
     * @return string plain text, '' where there is no such format
     */
    public function title(string $id): string {
        return language::pick($this->formats[$id]['title'] ?? []);
    }

    /**
     * What a format is for, in the user's language.
     *
     * @param string $id id of the format
     * @return string plain text
     */
    public function about(string $id): string {
        $format = $this->formats[$id] ?? [];
        return language::pick($format['when_to_use'] ?? $format['goal'] ?? []);
    }

    /**
     * Whether an activity with this format must keep answers hidden.
     *
     * @param string $id id of the format
     * @return bool
     */
    public function requires_hidden(string $id): bool {
        return $this->has($id) && $this->exercises[$id]->requires_hidden();
    }

    /**
     * The smallest number of answers that an activity with this format may show.
     *
     * @param string $id id of the format
     * @return int
     */
    public function min_answers(string $id): int {
        return $this->has($id) ? $this->exercises[$id]->min_answers() : 0;
    }
}
