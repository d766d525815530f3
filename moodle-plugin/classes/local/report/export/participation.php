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

use mod_leerlandschap\local\report\participation_report;
use mod_leerlandschap\local\report\person_columns;

/**
 * Who took part: a row for each person and meeting, with when they joined and when it was noted that they took part in
 * a step, and their points in all. Never what they answered or wrote.
 *
 * Steps and points stand here for whom the gradebook shows them to; in a hidden meeting a time is a day.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class participation extends dataset {
    /** How many people are read at once. */
    private const AT_ONCE = 500;

    #[\Override]
    public function columns(): array {
        $steps = $this->steps();
        return (new person_columns($this->reader->cm->context))->headings()
            + self::headings('group', 'meeting', 'part', 'joined')
            + array_combine(array_map(self::column(...), $steps), array_map($this->labels->step(...), $steps))
            + self::headings('earned', 'attainable');
    }

    #[\Override]
    public function rows(): \Generator {
        $report = new participation_report($this->reader, $this->number, $this->labels);
        $columns = new person_columns($this->reader->cm->context);
        $meetings = $this->reader->meetings($this->number);
        for ($from = 0; $from < $report->count(); $from += self::AT_ONCE) {
            $people = array_column($report->people($from, self::AT_ONCE), null, 'id');
            foreach ($columns->of(array_keys($people)) as $id => $row) {
                foreach ($people[$id]['meetings'] as $there) {
                    $meeting = $meetings[$there['meeting']];
                    $time = $meeting->rules()->hidden() ? self::day(...) : self::moment(...);
                    $noted = array_column($there['steps'] ?? [], 'noted', 'id');
                    yield $row + $this->whereabouts($meeting) + ['joined' => $time($there['joined'])]
                        + array_combine(array_map(self::column(...), array_keys($noted)), array_map($time, $noted))
                        + ($people[$id]['points'] ?? []);
                }
            }
        }
    }

    /**
     * The steps that everybody is to take part in, of whatever part.
     *
     * @return string[]
     */
    private function steps(): array {
        $exercise = $this->reader->exercise;
        $required = array_map($exercise->required_steps(...), $exercise->series->runs());
        return array_values(array_intersect($exercise->all_steps(), array_merge([], ...$required)));
    }

    /**
     * The stable name of the column of a step.
     *
     * @param string $step the step
     * @return string
     */
    private static function column(string $step): string {
        return "step_$step";
    }

    /**
     * A day, as hidden meetings keep it.
     *
     * @param int $seconds its first second, UTC; 0 for never
     * @return string|null YYYY-MM-DD
     */
    private static function day(int $seconds): ?string {
        return $seconds ? gmdate('Y-m-d', $seconds) : null;
    }

    /**
     * A moment, where the reader is.
     *
     * @param int $seconds since 1970; 0 for never
     * @return string|null YYYY-MM-DD HH:MM
     */
    private static function moment(int $seconds): ?string {
        return $seconds ? userdate($seconds, '%Y-%m-%d %H:%M', 99, false, false) : null;
    }
}
