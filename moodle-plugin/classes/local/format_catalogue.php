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
 * What an activity can start from, with what a designer chooses by: the shipped formats and the presets of the site.
 *
 * A preset is named by its option (preset_store::option). Where an activity has an exercise of its own, that one
 * stands in the place of the format it started from.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class format_catalogue {
    /** The format that a new activity starts with, where it is there. */
    private const FIRST = 'leerlandschap';

    /** @var exercise[] exercises by id */
    private array $exercises = [];

    /** @var array[] what their files say, by id */
    private array $formats = [];

    /** @var string[] ids of those with problems */
    private array $broken = [];
    /** @var string[] names of presets by their option */
    private array $names = [];
    /** @var string|null the format that the activity has changed, null for none */
    private ?string $adapted = null;

    /**
     * Reads the formats, the one to start with first. One with problems is left out: it could not be run either.
     *
     * @param stdClass|null $instance row of leerlandschap, null for a new activity
     */
    public function __construct(?stdClass $instance = null) {
        $store = \core\di::get(exercise_store::class);
        $ids = $store->ids();
        foreach (array_unique([...array_intersect([self::FIRST], $ids), ...$ids]) as $id) {
            try {
                $this->add($id, $store->get($id));
            } catch (refusal) {
                $this->broken[] = $id;
            }
        }
        $own = $instance ? own_exercise::json($instance) : null;
        if ($own !== null) {
            $this->adapted = $instance->format;
            $this->add($instance->format, self::decoded($own));
        }
        foreach (preset_store::names() as ['id' => $id, 'name' => $name]) {
            $this->names[preset_store::option($id)] = $name;
            $this->add(preset_store::option($id), self::decoded(preset_store::get($id)->exercise));
        }
    }

    /**
     * Adds what an activity can start from.
     *
     * @param string $id id of a format, or the option of a preset
     * @param exercise $exercise its exercise
     */
    private function add(string $id, exercise $exercise): void {
        $this->exercises[$id] = $exercise;
        $this->formats[$id] = $exercise->export(false);
    }

    /**
     * An exercise that was checked before it was stored.
     *
     * @param string $json the exercise
     * @return exercise
     */
    private static function decoded(string $json): exercise {
        return new exercise(json_decode($json, true, 512, JSON_THROW_ON_ERROR));
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
            $title = $this->option_title($id);
            $options[$id] = $title;
            if (isset($minutes->min, $minutes->max)) {
                $options[$id] = get_string('formatoption', 'mod_leerlandschap', [
                    'title' => $title,
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
     * What stands for a format where one is chosen: its title, the name of a preset, or the title with a mark.
     *
     * @param string $id id of the format, or the option of a preset
     * @return string plain text
     */
    private function option_title(string $id): string {
        return match (true) {
            isset($this->names[$id]) => get_string('formatpreset', 'mod_leerlandschap', $this->names[$id]),
            $id === $this->adapted => get_string('formatadapted', 'mod_leerlandschap', $this->title($id)),
            default => $this->title($id),
        };
    }

    /**
     * Titles of the steps that everybody does at their own pace, also where a group meets together.
     *
     * @param string $id id of the format, or the option of a preset
     * @return string[] plain texts in the user's language
     */
    public function own_pace_steps(string $id): array {
        $steps = array_filter(
            $this->formats[$id]['steps'] ?? [],
            fn(array $step): bool => ($step['mode'] ?? 'together') === 'own_pace'
        );
        return array_values(array_map(fn(array $step): string => language::pick($step['title']), $steps));
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
     * Whether an activity with this format can put another scale in the place of the format's own.
     *
     * @param string $id id of the format
     * @return bool
     */
    public function takes_scale(string $id): bool {
        return $this->has($id) && $this->exercises[$id]->takes_scale();
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
