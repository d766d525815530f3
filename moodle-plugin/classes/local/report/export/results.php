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

use mod_leerlandschap\local\report\meeting_report;

/**
 * The results that were revealed: a row for each point or option of each item of each round. Hands that were counted, and
 * comments on summaries, are rows of their own kind.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class results extends dataset {
    #[\Override]
    public function columns(): array {
        return self::headings(
            'group',
            'meeting',
            'part',
            'step',
            'kind',
            'round',
            'item',
            'text',
            'label',
            'count',
            'n',
            'answered',
            'opt_outs',
            'present',
            'agreement',
            'class',
            'direction',
            'one_vote_decides',
            'shift_net',
            'shift_both',
            'suppressed',
            'comment'
        );
    }

    #[\Override]
    public function rows(): \Generator {
        foreach ($this->reports() as $report) {
            $where = $this->whereabouts($report->meeting);
            foreach ($report->steps() as $step) {
                foreach ($this->of_step($step) as $row) {
                    yield $where + ['step' => $step['title']] + $row;
                }
            }
            foreach ($this->comments($report) as $row) {
                yield $where + $row;
            }
        }
    }

    /**
     * The results of a step.
     *
     * @param array $step as meeting_report has it
     * @return \Generator
     */
    private function of_step(array $step): \Generator {
        foreach ($step['rounds'] as $round) {
            foreach ($round['results'] as $result) {
                yield from self::points($result, [
                    'kind' => self::word('export:kind_', 'answers'),
                    'round' => $round['round'],
                    'present' => $round['present'],
                ]);
            }
        }
        foreach ($step['hands'] as $hands) {
            yield from self::points($hands, [
                'kind' => self::word('export:kind_', 'hands'),
                'n' => array_sum($hands['counts']),
                'answered' => array_sum($hands['counts']) + $hands['opt_outs'],
            ]);
        }
    }

    /**
     * A row for each point of a result, or one for all where nothing can be told of points.
     *
     * @param array $result a result or hands, as meeting_report has it
     * @param array $besides what is told besides
     * @return \Generator
     */
    private static function points(array $result, array $besides): \Generator {
        $row = $besides + self::numbers($result);
        $counts = array_map(
            fn(int $i, int $count): array => ['label' => $result['labels'][$i] ?? get_string('export:dots', 'mod_leerlandschap'),
                'count' => $count],
            array_keys($result['counts']),
            $result['counts']
        );
        foreach ($result['values'] ?? [] as [$value, $people]) {
            $counts[] = ['label' => $value, 'count' => $people];
        }
        foreach ($counts ?: [[]] as $count) {
            yield $count + $row;
        }
    }

    /**
     * What a result tells as a whole.
     *
     * @param array $result a result or hands, as meeting_report has it
     * @return array
     */
    private static function numbers(array $result): array {
        $row = ['item' => $result['item'], 'text' => $result['text']];
        if ($result['suppressed'] ?? false) {
            return $row + ['answered' => $result['answered'], 'suppressed' => true];
        }
        // Dots are no answers of people that could be counted.
        $people = ($result['answered'] ?? 0) ?: null;
        return $row + [
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
     * What people wrote about summaries.
     *
     * @param meeting_report $report what came of the meeting
     * @return array[]
     */
    private function comments(meeting_report $report): array {
        return array_map(fn(array $one): array => [
            'step' => $this->labels->step($one['step']),
            'kind' => self::word('export:kind_', 'comment'),
        ] + $one, $report->comments());
    }
}
