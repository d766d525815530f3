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
use mod_leerlandschap\local\stage;
use moodle_url;

/**
 * The element that the app is mounted in, the data of its first screen and the files it needs.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class app implements renderable, templatable {
    /** Module => what the identifiers of its texts start with. */
    private const TEXTS = [
        'exercise' => ['app', 'error'],
        'opening' => ['app', 'error'],
        'editor' => ['edit', 'app', 'error'],
        'bigscreen' => ['app', 'error'],
        'report' => ['report', 'app', 'error'],
    ];

    /** JSON that can stand inside a script element, whatever the texts hold. */
    private const JSON = JSON_HEX_TAG | JSON_HEX_AMP | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR;

    /**
     * Takes what is to be shown.
     *
     * @param array $data what the app starts with, as docs/protocol.md says, without strings and addresses
     * @param assets $assets files of the build
     * @param moodle_url $home where the app leads back to
     * @param string $module the module, a key of TEXTS
     */
    public function __construct(
        /** @var array what the app starts with */
        private array $data,
        /** @var assets files of the build */
        private assets $assets,
        /** @var moodle_url where the app leads back to */
        private moodle_url $home,
        /** @var string the module, a key of TEXTS */
        private string $module = 'exercise'
    ) {
    }

    /**
     * Whether the build holds everything that a module needs; its stylesheet stands in the head.
     *
     * @param assets $assets files of the build
     * @param string $module the module, a key of TEXTS
     * @return bool
     */
    public static function is_built(assets $assets, string $module): bool {
        $modules = array_filter([$module, self::following($module)]);
        $names = array_merge(['loader.js'], ...array_map(fn($it) => ["$it.js", "{$it}_bg.wasm"], $modules));
        return array_filter($names, [$assets, 'has']) === $names;
    }

    #[\Override]
    public function export_for_template(renderer_base $output): array {
        if (!self::is_built($this->assets, $this->module)) {
            return ['ready' => false];
        }
        $data = $this->data;
        $data['strings'] = (object) self::strings(self::TEXTS[$this->module]);
        $data['urls'] = ['home' => $this->home->out(false)] + $this->document_urls() + ($data['urls'] ?? []);
        $next = self::following($this->module);
        return [
            'ready' => true,
            'loader' => $this->assets->url('loader.js')->out(false),
            'whole' => $next ? $this->files($next) : false,
            'json' => json_encode($data, self::JSON),
        ] + $this->files($this->module);
    }

    /**
     * The module that takes over from one that does not have everything.
     *
     * @param string $module the module that the page starts with
     * @return string|null null for none
     */
    private static function following(string $module): ?string {
        return $module === stage::OPENING ? stage::WHOLE : null;
    }

    /**
     * The addresses of a module's files.
     *
     * @param string $module the module
     * @return string[] script and wasm
     */
    private function files(string $module): array {
        return [
            'script' => $this->assets->url("$module.js")->out(false),
            'wasm' => $this->assets->url("{$module}_bg.wasm")->out(false),
        ];
    }

    /**
     * Where the report finds what makes Word files, which it loads when somebody wants one.
     *
     * @return string[] document_script and document_wasm; none for other modules, and where it was not built
     */
    private function document_urls(): array {
        if ($this->module !== 'report' || !$this->assets->has('document.js') || !$this->assets->has('document_bg.wasm')) {
            return [];
        }
        ['script' => $script, 'wasm' => $wasm] = $this->files('document');
        return ['document_script' => $script, 'document_wasm' => $wasm];
    }

    /**
     * The texts of a module in the language of the page.
     *
     * @param string[] $starts what their identifiers start with
     * @return string[] by identifier
     */
    private static function strings(array $starts): array {
        $strings = get_string_manager()->load_component_strings('mod_leerlandschap', current_language());
        $shown = fn(string $identifier): bool => in_array(strstr($identifier, ':', true), $starts, true);
        return array_filter($strings, $shown, ARRAY_FILTER_USE_KEY);
    }
}
