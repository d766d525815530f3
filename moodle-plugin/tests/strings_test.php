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

use core_privacy\local\metadata\collection;
use mod_leerlandschap\local\activity_settings;
use mod_leerlandschap\local\copying\shortfall;
use mod_leerlandschap\local\refusal;
use mod_leerlandschap\local\report\export\dataset;
use mod_leerlandschap\local\summary\room_summary;
use mod_leerlandschap\privacy\provider;

/**
 * Tests for the language files and the messages of refusals.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \mod_leerlandschap\local\refusal
 */
final class strings_test extends \advanced_testcase {
    /** The codes of docs/protocol.md: refusals, those of the host alone and of the app alone, and notices. */
    private const CODES = [
        'not_allowed', 'not_present', 'meeting_closed', 'wrong_state', 'round_not_open', 'step_not_reached', 'wrong_block',
        'unknown_step', 'unknown_part', 'unknown_item', 'unknown_round', 'unknown_person', 'unknown_contribution', 'off_scale',
        'opt_out_not_offered', 'too_long', 'bad_text', 'bad_date', 'bad_id', 'bad_kind', 'bad_value', 'required_field',
        'unknown_field', 'too_many', 'dots_spent', 'conflict', 'deleted',
        'unknown_meeting', 'unavailable', 'secret_lost', 'too_large', 'storage_full',
        'gone',
        'exercise_changed',
        'guest', 'login_as', 'no_group', 'choose_group', 'other_group', 'not_enrolled', 'no_right', 'not_open', 'past_close',
    ];

    /**
     * The strings of a language file.
     *
     * @param string $lang en or nl
     * @return string[] by identifier
     */
    private static function strings(string $lang): array {
        $string = [];
        include(dirname(__DIR__) . "/lang/$lang/leerlandschap.php");
        return $string;
    }

    /**
     * Dutch has every string that English has, and no other, with the same placeholders.
     */
    public function test_languages_agree(): void {
        $english = self::strings('en');
        $dutch = self::strings('nl');
        $this->assertSame([], array_diff(array_keys($english), array_keys($dutch)));
        $this->assertSame([], array_diff(array_keys($dutch), array_keys($english)));
        foreach ($english as $identifier => $text) {
            $placeholders = function (string $text): array {
                preg_match_all('/\{\$a(?:->\w+)?\}|\{\w+\}/', $text, $found);
                $all = array_unique($found[0]);
                sort($all);
                return $all;
            };
            $this->assertNotSame('', trim($dutch[$identifier]), $identifier);
            $this->assertSame($placeholders($text), $placeholders($dutch[$identifier]), $identifier);
        }
    }

    /**
     * Every code has a message that says more than the code, and there are no messages of other codes.
     */
    public function test_every_code_has_a_message(): void {
        $expected = array_map(fn(string $code): string => "error:$code", self::CODES);
        $found = preg_grep('/^error:/', array_keys(self::strings('en')));
        $this->assertEqualsCanonicalizing($expected, $found);
    }

    /**
     * What a web service answers for a refusal holds the code and the translated message.
     */
    public function test_refusal(): void {
        foreach (self::CODES as $code) {
            $refusal = new refusal($code);
            $this->assertSame($code, $refusal->code());
            $info = get_exception_info($refusal);
            $this->assertSame("error:$code", $info->errorcode);
            $this->assertSame(clean_text(get_string("error:$code", 'mod_leerlandschap')), $info->message);
        }
    }

    /**
     * The strings whose names are put together where they are used, and those that Moodle asks for by itself.
     *
     * @return string[] identifiers
     */
    private static function composed(): array {
        $dir = dirname(__DIR__);
        $capabilities = $messageproviders = [];
        include("$dir/db/access.php");
        include("$dir/db/messages.php");
        $families = [
            'visibility:' => activity_settings::VISIBILITIES,
            'facilitation:' => activity_settings::FACILITATIONS,
            'pace:' => activity_settings::PACES,
            'scale:' => array_filter(activity_settings::SCALES),
            'calendar' => ['open', 'close'],
            'timeline' => ['open', 'close', 'actiondue'],
            'status:' => ['none', 'open', 'closed'],
            'rooms:' => ['none', 'open', 'closed'],
            'rooms:reason_' => room_summary::REASONS,
            'restore:' => shortfall::KINDS,
            'export:what_' => array_keys(dataset::ALL),
            'export:kind_' => ['answers', 'hands', 'comment', 'scope', 'principle', 'relation'],
            'export:class_' => ['consensus', 'lean', 'divided'],
            'export:direction_' => ['agree', 'disagree', 'middle'],
            'export:' => self::headings(),
            'messageprovider:' => array_keys($messageproviders),
            'message:' => array_merge(...array_map(
                fn(string $name): array => ["$name:subject", "$name:text"],
                array_keys($messageproviders)
            )),
            '' => [
                'message:action_assigned:textnodate',
                'modulename_help', 'pluginadministration', 'pluginname', 'search:activity',
                ...array_map(fn(string $name): string => substr($name, strlen('mod/')), array_keys($capabilities)),
                ...array_map(
                    fn(string $field): string => "{$field}_help",
                    ['format', 'scale', 'visibility', 'facilitation', 'pace', 'minanswers']
                ),
            ],
        ];
        $composed = [];
        foreach ($families as $prefix => $names) {
            $composed = [...$composed, ...array_map(fn(string $name): string => $prefix . $name, array_values($names))];
        }
        foreach (provider::get_metadata(new collection('mod_leerlandschap'))->get_collection() as $item) {
            $composed = [...$composed, $item->get_summary(), ...array_values($item->get_privacy_fields() ?? [])];
        }
        return $composed;
    }

    /**
     * The headings of downloads.
     *
     * @return string[] without what identifiers begin with
     */
    private static function headings(): array {
        preg_match_all('/headings\(([^)]*)\)/', implode('', array_map(
            file_get_contents(...),
            glob(dirname(__DIR__) . '/classes/local/report/export/*.php')
        )), $calls);
        preg_match_all("/'(\w+)'/", implode('', $calls[1]), $names);
        return ['opt_out', ...array_unique($names[1])];
    }

    /**
     * Every string of the plugin's own is used, and every one that is put together is there. What the app, the
     * editor and the report show is looked after where they are built.
     */
    public function test_every_string_is_used(): void {
        $dir = dirname(__DIR__);
        $source = '';
        foreach (new \RecursiveIteratorIterator(new \RecursiveDirectoryIterator($dir)) as $file) {
            $path = substr($file->getPathname(), strlen($dir));
            $counts = preg_match('~\.(php|mustache|js)$~', $path) && !preg_match('~^/(lang|tests|build|amd/build)/~', $path);
            if ($file->isFile() && $counts) {
                $source .= file_get_contents($file->getPathname());
            }
        }
        $own = preg_grep('/^(app|edit|error|report):/', array_keys(self::strings('en')), PREG_GREP_INVERT);
        $composed = self::composed();
        $this->assertSame([], array_values(array_diff($composed, $own)));
        $unused = array_filter(array_diff($own, $composed), fn(string $identifier): bool => !preg_match(
            '~[\'" ]' . preg_quote($identifier, '~') . '[\'",]~',
            $source
        ));
        $this->assertSame([], array_values($unused));
    }
}
