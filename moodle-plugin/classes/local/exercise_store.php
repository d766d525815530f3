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

use mod_leerlandschap\local\format\node;
use stdClass;

/**
 * The exercises: the shipped ones, which the build copies into the plugin, and those that activities have of their own.
 *
 * Taken from \core\di, so that a test can read others.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class exercise_store {
    /** @var exercise[] exercises by format, checked once a request */
    private array $loaded = [];

    /** @var string folder of the format files */
    private readonly string $folder;

    /**
     * The exercises of a folder.
     *
     * @param string|null $folder folder of the format files; null for the shipped ones
     */
    public function __construct(?string $folder = null) {
        $this->folder = $folder ?? dirname(__DIR__, 2) . '/build/formats';
    }

    /**
     * The exercise of an activity: its own where it has one, else its format as shipped.
     *
     * @param stdClass $instance row of leerlandschap
     * @return exercise with the scale of the activity
     * @throws refusal unavailable, where the format is not there or has problems
     */
    public static function of_instance(stdClass $instance): exercise {
        $own = own_exercise::json($instance);
        $exercise = $own === null
            ? \core\di::get(self::class)->get($instance->format)
            : new exercise(json_decode($own, true, 512, JSON_THROW_ON_ERROR));
        return $exercise->with_scale($instance->scale);
    }

    /**
     * A shipped exercise as JSON.
     *
     * @param string $format id of the format
     * @return string|null null where the format is not there or has problems
     */
    public function shipped(string $format): ?string {
        return $this->problems($format) ? null : $this->json($format);
    }

    /**
     * A shipped exercise.
     *
     * @param string $format id of the format
     * @return exercise
     * @throws refusal unavailable, where the format is not there or has problems
     */
    public function get(string $format): exercise {
        return $this->loaded[$format] ??= $this->load($format);
    }

    /**
     * Ids of the formats in the folder, whether they have problems or not.
     *
     * @return string[] in alphabetical order
     */
    public function ids(): array {
        $ids = array_map(fn(string $file): string => basename($file, '.json'), glob($this->folder . '/*.json') ?: []);
        return array_values(preg_grep(node::ID, $ids));
    }

    /**
     * Why a format cannot be used.
     *
     * @param string $format id of the format
     * @return array[] each with at (a JSON pointer) and code, as docs/formats.md has them; empty if it can be used
     */
    public function problems(string $format): array {
        $json = $this->json($format);
        return $json === null ? [['at' => '', 'code' => 'missing']] : exercise_checker::problems($json);
    }

    /**
     * Tells the file of a format from every other that may have stood in its place.
     *
     * @param string $format id of the format
     * @return string '' where there is no such file
     */
    public function fingerprint(string $format): string {
        $json = $this->json($format);
        return $json === null ? '' : substr(sha1($json), 0, 12);
    }

    /**
     * Reads and checks a format file.
     *
     * @param string $format id of the format
     * @return exercise
     */
    private function load(string $format): exercise {
        if ($this->problems($format)) {
            throw new refusal('unavailable');
        }
        return new exercise(json_decode($this->json($format), true));
    }

    /**
     * What a format file holds.
     *
     * @param string $format id of the format
     * @return string|null null where there is no such file
     */
    private function json(string $format): ?string {
        $file = "{$this->folder}/$format.json";
        return preg_match(node::ID, $format) && is_readable($file) ? file_get_contents($file) : null;
    }
}
