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

namespace mod_leerlandschap;

/**
 * Reads the fixtures that this plugin shares with the app. The build copies them into the plugin.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
trait fixture_reader {
    /**
     * The fixtures of a folder.
     *
     * @param string $folder folder below the fixtures
     * @return array[] the decoded fixture, by name, as a data provider gives them
     */
    protected static function fixtures(string $folder): array {
        $fixtures = [];
        foreach (glob(self::fixture_path("$folder/*.json")) as $file) {
            $fixtures[basename($file, '.json')] = [self::fixture("$folder/" . basename($file))];
        }
        if (!$fixtures) {
            throw new \coding_exception("No fixtures in build/fixtures/$folder: build the plugin first.");
        }
        return $fixtures;
    }

    /**
     * A fixture.
     *
     * @param string $path path below the fixtures
     * @return array decoded
     */
    protected static function fixture(string $path): array {
        return json_decode(file_get_contents(self::fixture_path($path)), true, 512, JSON_THROW_ON_ERROR);
    }

    /**
     * Where a fixture is.
     *
     * @param string $path path below the fixtures
     * @return string
     */
    protected static function fixture_path(string $path): string {
        return dirname(__DIR__) . "/build/fixtures/$path";
    }
}
