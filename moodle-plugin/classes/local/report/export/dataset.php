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

namespace mod_leerlandschap\local\report\export;

use mod_leerlandschap\local\labels;
use mod_leerlandschap\local\meeting;
use mod_leerlandschap\local\refusal;
use mod_leerlandschap\local\report\meeting_report;
use mod_leerlandschap\local\report\report_reader;

/**
 * What can be downloaded of an activity: a table, row by row, of the meetings that the reader may see.
 *
 * It reads what the report reads, so that nothing stands in it that the screen does not show; and one meeting after the
 * other, so that it takes no more memory for many than for few.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
abstract class dataset {
    /** What can be downloaded, and the class of each. */
    public const ALL = [
        'results' => results::class,
        'answers' => answers::class,
        'actions' => actions::class,
        'principles' => principles::class,
        'notes' => notes::class,
        'goals' => goals::class,
        'participation' => participation::class,
    ];

    /**
     * A table.
     *
     * @param report_reader $reader who reads it
     * @param int $number only meetings of this number; 0 for all
     */
    final protected function __construct(
        /** @var report_reader who reads it */
        protected readonly report_reader $reader,
        /** @var int only meetings of this number; 0 for all */
        protected readonly int $number,
        /** @var labels what the exercise calls its parts */
        protected readonly labels $labels,
    ) {
        $this->check();
    }

    /**
     * A table of an activity.
     *
     * @param string $what a key of ALL
     * @param report_reader $reader who reads it
     * @param int $number only meetings of this number; 0 for all
     * @return self
     * @throws refusal bad_value where there is no such table; not_allowed where this activity has none
     */
    public static function of(string $what, report_reader $reader, int $number): self {
        $class = self::ALL[$what] ?? throw new refusal('bad_value');
        return new $class($reader, $number, new labels($reader->exercise, ''));
    }

    /**
     * Checks that the activity has such a table.
     *
     * @throws refusal not_allowed
     */
    protected function check(): void {
    }

    /**
     * The columns.
     *
     * @return string[] headings by stable names
     */
    abstract public function columns(): array;

    /**
     * The rows.
     *
     * @return \Generator values by stable names of columns: texts, numbers, booleans, null for nothing
     */
    abstract public function rows(): \Generator;

    /**
     * Columns with headings of the plugin.
     *
     * @param string ...$names their stable names
     * @return string[] headings by stable names
     */
    protected static function headings(string ...$names): array {
        return array_combine($names, array_map(
            fn(string $name): string => get_string("export:$name", 'mod_leerlandschap'),
            $names
        ));
    }

    /**
     * The reports of the meetings, one at a time.
     *
     * @param int $number only meetings of this number; 0 for all
     * @return \Generator meeting_report
     */
    protected function reports(int $number): \Generator {
        foreach ($this->reader->ordered_meetings($number) as $meeting) {
            yield new meeting_report($this->reader, $meeting, $this->labels);
        }
    }

    /**
     * Which meeting a row is about.
     *
     * @param meeting $meeting the meeting
     * @return array group, meeting, part
     */
    protected function whereabouts(meeting $meeting): array {
        return [
            'group' => $this->reader->room_name($meeting->groupid()),
            'meeting' => $meeting->number(),
            'part' => $this->labels->part($meeting->part()),
        ];
    }

    /**
     * What a result tells as a whole.
     *
     * @param array $result a result or hands, as meeting_report has it
     * @return array values by stable names of columns
     */
    protected static function measures(array $result): array {
        if ($result['suppressed'] ?? false) {
            return ['answered' => $result['answered'], 'suppressed' => true];
        }
        // Dots are no answers of people that could be counted.
        $people = ($result['answered'] ?? 0) ?: null;
        return [
            'n' => $people === null ? null : $people - $result['opt_outs'],
            'answered' => $people,
            'opt_outs' => $result['opt_outs'],
            'agreement' => $result['agreement'] ?? null,
            'class' => self::word('export:class_', ($result['class'] ?? 'empty') === 'empty' ? '' : $result['class']),
            'direction' => self::word('export:direction_', ($result['direction'] ?? 'none') === 'none' ? '' : $result['direction']),
            'one_vote_decides' => $result['one_vote_decides'] ?? null,
            'shift_net' => $result['shift']['net'] ?? null,
            'shift_both' => $result['shift']['both'] ?? null,
            'suppressed' => isset($result['suppressed']) ? false : null,
        ];
    }

    /**
     * What has become of something, in words.
     *
     * @param string $prefix what identifiers of the words begin with
     * @param string $code the code
     * @return string '' for none
     */
    protected static function word(string $prefix, string $code): string {
        return $code === '' ? '' : get_string($prefix . $code, 'mod_leerlandschap');
    }
}
