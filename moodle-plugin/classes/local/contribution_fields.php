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
 * The fields of a contribution: checks what was sent and fills in defaults.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class contribution_fields {
    /** Fields with their defaults, by kind, in the order in which they are checked. */
    public const DEFAULTS = [
        'note' => ['column' => null, 'text' => null],
        'action' => [
            'what' => null, 'who_person' => null, 'who_text' => '', 'when' => null, 'status' => 'open', 'source_item' => null,
        ],
        'scope' => ['text' => ''],
        'principle' => ['text' => null],
    ];

    /** What can become of an action. */
    private const STATUSES = ['open', 'busy', 'done', 'dropped'];

    /**
     * Fields for a step of a meeting.
     *
     * @param exercise $exercise the exercise
     * @param string $step the step
     * @param people $people those who joined
     */
    public function __construct(
        /** @var exercise the exercise */
        private readonly exercise $exercise,
        /** @var string the step */
        private readonly string $step,
        /** @var people those who joined */
        private readonly people $people,
    ) {
    }

    /**
     * The fields as they are kept.
     *
     * @param string $kind kind of the contribution
     * @param array $sent values by name, as they were sent
     * @return array a value for every field of the kind
     * @throws refusal unknown_field, bad_value, bad_text, too_long, required_field, bad_date, unknown_person, unknown_item
     */
    public function kept(string $kind, array $sent): array {
        $defaults = self::DEFAULTS[$kind];
        if (array_diff_key($sent, $defaults)) {
            throw new refusal('unknown_field');
        }
        $kept = [];
        foreach ($defaults as $name => $default) {
            $value = $sent[$name] ?? $default;
            if ($value !== null && !is_string($value)) {
                throw new refusal('bad_value');
            }
            $kept[$name] = $this->field($kind, $name, $value);
        }
        if ($kind === 'action') {
            $this->check_required($kept);
        }
        return $kept;
    }

    /**
     * One field as it is kept.
     *
     * @param string $kind kind of the contribution
     * @param string $name name of the field
     * @param string|null $value what was sent, or the default
     * @return string|null
     */
    private function field(string $kind, string $name, ?string $value): ?string {
        return match ("$kind.$name") {
            'note.column' => $this->column($value),
            'note.text' => self::said(text_check::lines($value ?? '', 500)),
            'scope.text' => text_check::lines($value, 1000),
            'principle.text', 'action.what' => self::said(text_check::line($value ?? '', 300)),
            'action.who_person' => $this->person($value),
            'action.who_text' => text_check::line($value, 100),
            'action.when' => self::date($value),
            'action.status' => in_array($value, self::STATUSES, true) ? $value : throw new refusal('bad_value'),
            'action.source_item' => $this->source_item($value),
        };
    }

    /**
     * A text that must say something.
     *
     * @param string $text the text
     * @return string
     */
    private static function said(string $text): string {
        return $text !== '' ? $text : throw new refusal('required_field');
    }

    /**
     * A column of the step.
     *
     * @param string|null $value what was sent
     * @return string
     */
    private function column(?string $value): string {
        $columns = array_column($this->exercise->setting($this->step, 'columns', []), 'id');
        if ($value === null || $value === '') {
            throw new refusal('required_field');
        }
        return in_array($value, $columns, true) ? $value : throw new refusal('bad_value');
    }

    /**
     * Somebody who joined.
     *
     * @param string|null $value what was sent
     * @return string|null id of a user
     */
    private function person(?string $value): ?string {
        if ($value === null) {
            return null;
        }
        $known = ctype_digit($value) && (string) (int) $value === $value && $this->people->has_joined((int) $value);
        return $known ? $value : throw new refusal('unknown_person');
    }

    /**
     * A day of the calendar.
     *
     * @param string|null $value what was sent
     * @return string|null YYYY-MM-DD
     */
    private static function date(?string $value): ?string {
        if ($value === null) {
            return null;
        }
        $wellformed = preg_match('/^(\d{4})-(\d{2})-(\d{2})$/D', $value, $parts);
        return $wellformed && checkdate((int) $parts[2], (int) $parts[3], (int) $parts[1])
            ? $value
            : throw new refusal('bad_date');
    }

    /**
     * A statement that an action comes from.
     *
     * @param string|null $value what was sent
     * @return string|null id of an item
     */
    private function source_item(?string $value): ?string {
        if ($value === null) {
            return null;
        }
        $from = $this->exercise->setting($this->step, 'source_items_from');
        $items = $from === null ? [] : $this->exercise->items($from);
        return in_array($value, $items, true) ? $value : throw new refusal('unknown_item');
    }

    /**
     * Checks what the step requires of an action.
     *
     * @param array $fields the fields
     */
    private function check_required(array $fields): void {
        $required = $this->exercise->setting($this->step, 'required', []);
        $nobody = $fields['who_person'] === null && $fields['who_text'] === '';
        if (in_array('who', $required, true) && $nobody || in_array('when', $required, true) && $fields['when'] === null) {
            throw new refusal('required_field');
        }
    }
}
