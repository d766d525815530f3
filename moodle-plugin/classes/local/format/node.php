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

namespace mod_leerlandschap\local\format;

/**
 * A value in a format file together with its place. Each question about it notes the problems it meets.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class node {
    use node_lists;

    /** What an id looks like. */
    public const ID = '/^[a-z0-9][a-z0-9-]{0,39}$/D';

    /** Most entries of a list for which no table says otherwise. */
    public const MOST_ENTRIES = 60;

    /** The longest time: a day, in minutes. */
    public const MOST_MINUTES = 1440;

    /**
     * A value at its place.
     *
     * @param mixed $value as json_decode gives it, objects as stdClass
     * @param string $at JSON pointer
     * @param findings $findings where problems go
     */
    public function __construct(
        /** @var mixed the value */
        public readonly mixed $value,
        /** @var string JSON pointer */
        public readonly string $at,
        /** @var findings where problems go */
        private readonly findings $findings,
    ) {
    }

    /**
     * Notes a problem here.
     *
     * @param string $code a code of docs/formats.md
     */
    public function problem(string $code): void {
        $this->findings->add($this->at, $code);
    }

    /**
     * The members of an object; notes the missing and the unknown ones.
     *
     * @param string[] $required names that must be there
     * @param string[] $optional names that may be there
     * @return node[]|null by name, the known ones that are there; null if this is no object
     */
    public function members(array $required, array $optional = []): ?array {
        $all = $this->map();
        if ($all === null) {
            return null;
        }
        foreach (array_diff($required, array_keys($all)) as $name) {
            $this->child($name, null)->problem('missing');
        }
        $known = [];
        foreach ($all as $name => $node) {
            if (in_array((string) $name, [...$required, ...$optional], true)) {
                $known[$name] = $node;
            } else {
                $node->problem('unknown_member');
            }
        }
        return $known;
    }

    /**
     * The members of an object, whatever their names.
     *
     * @return node[]|null by name; null if this is no object
     */
    public function map(): ?array {
        if (!$this->value instanceof \stdClass) {
            $this->problem('bad_type');
            return null;
        }
        $nodes = [];
        foreach (get_object_vars($this->value) as $name => $value) {
            $nodes[$name] = $this->child((string) $name, $value);
        }
        return $nodes;
    }

    /**
     * The names of the members of an object.
     *
     * @return string[] empty if this is no object
     */
    public function names(): array {
        return $this->value instanceof \stdClass ? array_map(strval(...), array_keys(get_object_vars($this->value))) : [];
    }

    /**
     * The elements of a list.
     *
     * @param int $min fewest
     * @param int $max most
     * @return node[] empty if this is no list, or one with too many
     */
    public function elements(int $min = 0, int $max = self::MOST_ENTRIES): array {
        if (!is_array($this->value)) {
            $this->problem('bad_type');
            return [];
        }
        if (count($this->value) < $min) {
            $this->problem('too_few');
        } else if (count($this->value) > $max) {
            $this->problem('too_many');
            return [];
        }
        $nodes = [];
        foreach ($this->value as $i => $value) {
            $nodes[] = $this->child((string) $i, $value);
        }
        return $nodes;
    }

    /**
     * An integer within bounds.
     *
     * @param int $min lowest
     * @param int $max highest
     * @return int|null null if it is not one
     */
    public function int(int $min, int $max): ?int {
        if (!is_int($this->value)) {
            $this->problem('bad_type');
            return null;
        }
        if ($this->value < $min || $this->value > $max) {
            $this->problem('bad_value');
            return null;
        }
        return $this->value;
    }

    /**
     * True or false.
     *
     * @return bool false if it is neither
     */
    public function bool(): bool {
        if (!is_bool($this->value)) {
            $this->problem('bad_type');
        }
        return $this->value === true;
    }

    /**
     * A string.
     *
     * @return string|null null if it is none
     */
    public function string(): ?string {
        if (!is_string($this->value)) {
            $this->problem('bad_type');
            return null;
        }
        return $this->value;
    }

    /**
     * One of some strings.
     *
     * @param string[] $choices the strings
     * @return string|null null if it is none of them
     */
    public function choice(array $choices): ?string {
        $value = $this->string();
        if ($value !== null && !in_array($value, $choices, true)) {
            $this->problem('bad_value');
            return null;
        }
        return $value;
    }

    /**
     * An id that must not have been used.
     *
     * @param array $used ids so far, as keys; the id is added
     * @return string|null null if it is not well formed
     */
    public function new_id(array &$used): ?string {
        $id = $this->id();
        if ($id === null) {
            return null;
        }
        if (isset($used[$id])) {
            $this->problem('duplicate_id');
        }
        $used[$id] = true;
        return $id;
    }

    /**
     * An id.
     *
     * @return string|null null if it is not well formed
     */
    public function id(): ?string {
        $id = $this->string();
        if ($id !== null && !preg_match(self::ID, $id)) {
            $this->problem('bad_id');
            return null;
        }
        return $id;
    }

    /**
     * A reference to something that exists.
     *
     * @param array $known ids that may be named, as keys
     * @return string|null null if it names none of them
     */
    public function ref(array $known): ?string {
        $id = $this->string();
        if ($id !== null && !isset($known[$id])) {
            $this->problem('unknown_ref');
            return null;
        }
        return $id;
    }

    /**
     * A text in the languages of the file.
     */
    public function text(): void {
        $languages = $this->findings->languages;
        $texts = $this->map();
        if ($texts === null) {
            return;
        }
        if ($languages && !isset($texts[$languages[0]])) {
            $this->child($languages[0], null)->problem('missing_text');
        }
        foreach ($texts as $language => $node) {
            if ($languages && !in_array($language, $languages, true)) {
                $node->problem('unknown_language');
                continue;
            }
            $text = $node->string();
            array_map($node->problem(...), $text === null ? [] : plain_text::problems($text));
        }
    }

    /**
     * A stretch of numbers: min and max.
     *
     * @param int $lowest bound of both
     * @param int $highest bound of both
     * @param string[] $optional other members that may be there
     * @return node[] the other members, by name
     */
    public function range(int $lowest, int $highest, array $optional = []): array {
        $members = $this->members(['min', 'max'], $optional) ?? [];
        $this->bounds($members, $lowest, $highest);
        return array_diff_key($members, ['min' => 1, 'max' => 1]);
    }

    /**
     * Checks the members min and max of this object.
     *
     * @param node[] $members its members, by name
     * @param int $lowest bound of both
     * @param int $highest bound of both
     */
    public function bounds(array $members, int $lowest, int $highest): void {
        $min = isset($members['min']) ? $members['min']->int($lowest, $highest) : null;
        $max = isset($members['max']) ? $members['max']->int($lowest, $highest) : null;
        if ($min !== null && $max !== null && $min > $max) {
            $this->problem('bad_range');
        }
    }

    /**
     * A value below this one.
     *
     * @param string $name member or index
     * @param mixed $value the value
     * @return node
     */
    private function child(string $name, mixed $value): node {
        $at = $this->at . '/' . str_replace(['~', '/'], ['~0', '~1'], $name);
        return new node($value, $at, $this->findings);
    }
}
