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

namespace mod_leerlandschap\output;

use core\output\renderable;
use core\output\renderer_base;
use core\output\templatable;
use mod_leerlandschap\local\assets;
use moodle_url;

/**
 * The element that the app is mounted in, the data of its first screen and the files it needs.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class app implements renderable, templatable {
    /** What the browser needs before the app can start; the stylesheet stands in the head. */
    private const NEEDED = ['loader.js', 'exercise.js', 'exercise_bg.wasm'];

    /** JSON that can stand inside a script element, whatever the texts hold. */
    private const JSON = JSON_HEX_TAG | JSON_HEX_AMP | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR;

    /**
     * Takes what is to be shown.
     *
     * @param array $data what the app starts with, as docs/protocol.md says, without strings and addresses
     * @param assets $assets files of the build
     * @param moodle_url $home where the app leads back to
     */
    public function __construct(
        /** @var array what the app starts with */
        private array $data,
        /** @var assets files of the build */
        private assets $assets,
        /** @var moodle_url where the app leads back to */
        private moodle_url $home
    ) {
    }

    #[\Override]
    public function export_for_template(renderer_base $output): array {
        foreach (self::NEEDED as $name) {
            if (!$this->assets->has($name)) {
                return ['ready' => false];
            }
        }
        $data = $this->data;
        $data['strings'] = (object) self::strings();
        $data['urls'] = ['home' => $this->home->out(false)];
        return [
            'ready' => true,
            'loader' => $this->assets->url('loader.js')->out(false),
            'script' => $this->assets->url('exercise.js')->out(false),
            'wasm' => $this->assets->url('exercise_bg.wasm')->out(false),
            'json' => json_encode($data, self::JSON),
        ];
    }

    /**
     * The texts of the app in the language of the page.
     *
     * @return string[] by identifier
     */
    private static function strings(): array {
        $strings = get_string_manager()->load_component_strings('mod_leerlandschap', current_language());
        $shown = fn(string $identifier): bool => (bool) preg_match('/^(app|error):/', $identifier);
        return array_filter($strings, $shown, ARRAY_FILTER_USE_KEY);
    }
}
