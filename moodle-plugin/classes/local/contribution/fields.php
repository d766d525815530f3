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

namespace mod_leerlandschap\local\contribution;

use mod_leerlandschap\local\exercise;
use mod_leerlandschap\local\refusal;
use mod_leerlandschap\local\text_check;

/**
 * The fields of a kind of contribution: checks what was sent and fills in defaults.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
abstract class fields {
    /** @var array fields with their defaults, in the order in which they are checked */
    public const DEFAULTS = [];

    /**
     * Fields.
     *
     * @param surroundings $around what they are checked against
     */
    final public function __construct(
        /** @var surroundings what they are checked against */
        protected readonly surroundings $around,
    ) {
    }

    /**
     * The class of a kind.
     *
     * @param string $kind a kind of contribution
     * @return string
     */
    public static function of_kind(string $kind): string {
        return match ($kind) {
            'note' => note::class,
            'action' => action::class,
            'scope' => scope::class,
            'principle' => principle::class,
            'summary' => summary::class,
            'goal' => goal::class,
            'hands' => hands::class,
        };
    }

    /**
     * Names of the fields of all kinds.
     *
     * @return string[]
     */
    public static function all_names(): array {
        $names = array_map(fn(string $kind): array => array_keys(self::of_kind($kind)::DEFAULTS), exercise::all_kinds());
        return array_values(array_unique(array_merge(...$names)));
    }

    /**
     * The fields as they are kept.
     *
     * @param array $sent values by name, as they were sent
     * @return array a value for every field of the kind
     * @throws refusal
     */
    final public function kept(array $sent): array {
        if (array_diff_key($sent, static::DEFAULTS)) {
            throw new refusal('unknown_field');
        }
        $kept = [];
        foreach (static::DEFAULTS as $name => $default) {
            $value = $sent[$name] ?? $default;
            if ($value !== null && !is_string($value)) {
                throw new refusal('bad_value');
            }
            $kept[$name] = $this->field($name, $value);
        }
        $this->check_together($kept);
        return $kept;
    }

    /**
     * One field as it is kept.
     *
     * @param string $name name of the field
     * @param string|null $value what was sent, or the default
     * @return string|null
     * @throws refusal
     */
    abstract protected function field(string $name, ?string $value): ?string;

    /**
     * Checks what no field tells alone.
     *
     * @param array $kept the fields
     * @throws refusal
     */
    protected function check_together(array $kept): void {
    }

    /**
     * A text of one line that must say something.
     *
     * @param string|null $value what was sent
     * @param int $limit most code points
     * @return string
     */
    protected static function said_line(?string $value, int $limit): string {
        return self::said(text_check::line($value ?? '', $limit));
    }

    /**
     * A text that must say something.
     *
     * @param string $text the text
     * @return string
     * @throws refusal required_field
     */
    protected static function said(string $text): string {
        return $text !== '' ? $text : throw new refusal('required_field');
    }

    /**
     * One of several values.
     *
     * @param string|null $value what was sent
     * @param string[] $known the values
     * @return string
     * @throws refusal bad_value
     */
    protected static function one_of(?string $value, array $known): string {
        return in_array($value, $known, true) ? $value : throw new refusal('bad_value');
    }

    /**
     * The id of a thing of the step, which has to be given.
     *
     * @param string|null $value what was sent
     * @param string[] $known ids
     * @return string
     * @throws refusal required_field, bad_value
     */
    protected static function required_id(?string $value, array $known): string {
        return self::one_of(self::said($value ?? ''), $known);
    }

    /**
     * Somebody who joined.
     *
     * @param string|null $value what was sent
     * @return string|null id of a user
     * @throws refusal unknown_person
     */
    protected function person(?string $value): ?string {
        return $value === null || $this->around->knows($value) ? $value : throw new refusal('unknown_person');
    }

    /**
     * A field that only some steps have: empty, or as it is stored, where there is none.
     *
     * @param bool $offered whether there is such a field
     * @param string $name name of the field
     * @param string|null $value the field as it is to be kept
     * @return string|null
     * @throws refusal unknown_field
     */
    protected function offered(bool $offered, string $name, ?string $value): ?string {
        $empty = $value === static::DEFAULTS[$name];
        return $offered || $empty || $value === $this->around->stored($name) ? $value : throw new refusal('unknown_field');
    }
}
