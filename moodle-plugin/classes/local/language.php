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
 * Which language of a format's texts a user reads.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class language {
    /**
     * The text in a language, or in the nearest that there is.
     *
     * @param string[] $texts by language, the format's first language first
     * @param string|null $lang code of a language pack, such as nl or en_us; null for the current one
     * @return string '' where there is no text at all
     */
    public static function pick(array $texts, ?string $lang = null): string {
        $lang ??= current_language();
        foreach ([$lang, ...get_string_manager()->get_language_dependencies($lang), strtok($lang, '_')] as $candidate) {
            if (isset($texts[$candidate])) {
                return $texts[$candidate];
            }
        }
        return (string) (reset($texts) ?: '');
    }

    /**
     * Does something in the language of the site, whoever asks for it.
     *
     * @param callable $what what is done
     * @return mixed what comes of it
     */
    public static function of_site(callable $what): mixed {
        global $CFG;

        return self::in($CFG->lang, $what);
    }

    /**
     * Does something in a language, whoever asks for it.
     *
     * @param string $lang code of a language pack
     * @param callable $what what is done
     * @return mixed what comes of it
     */
    public static function in(string $lang, callable $what): mixed {
        if (current_language() === $lang) {
            return $what();
        }
        $before = force_current_language($lang);
        try {
            return $what();
        } finally {
            force_current_language($before);
        }
    }

    /**
     * The language in which somebody reads, whoever is logged in.
     *
     * Their own request tells it best; otherwise their profile does.
     *
     * @param \stdClass $user row of user, or at least its id and lang
     * @param \stdClass $course row of course, whose language may be forced
     * @return string code of a language pack
     */
    public static function of_user(\stdClass $user, \stdClass $course): string {
        global $CFG, $USER;

        if ((int) $user->id === (int) ($USER->id ?? 0)) {
            return current_language();
        }
        foreach ([$course->lang ?? '', $user->lang ?? '', $CFG->lang] as $lang) {
            if ($lang !== '' && get_string_manager()->translation_exists($lang, false)) {
                return $lang;
            }
        }
        return 'en';
    }
}
