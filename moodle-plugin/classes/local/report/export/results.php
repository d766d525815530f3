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
 * The results that were revealed: a row for each point or option of each item of each round. Hands that were counted, two
 * questions beside each other, and comments on summaries, are rows of their own kind.
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
            'split_by',
            'median',
            'suppressed',
            'comment'
        );
    }

    #[\Override]
    public function rows(): \Generator {
        foreach ($this->reports($this->number) as $report) {
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
            yield from $this->relations($step['id'], $round);
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
        $row = $besides + ['item' => $result['item'], 'text' => $result['text']] + self::measures($result);
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
     * How two questions go together: a row for each side that they split the group into, or one where that is too small.
     *
     * @param string $step the step
     * @param array $round a round, as meeting_report has it
     * @return \Generator
     */
    private function relations(string $step, array $round): \Generator {
        $views = $this->reader->exercise->setting($step, 'views', []);
        foreach (array_filter($views, fn(array $view): bool => $view['kind'] === 'relation') as $view) {
            $which = array_intersect_key($view, ['x' => 0, 'y' => 0]);
            $found = array_filter($round['relations'], fn(array $one): bool => array_intersect_key($one, $which) == $which);
            if (!$found) {
                continue;
            }
            $relation = reset($found);
            $row = [
                'kind' => self::word('export:kind_', 'relation'),
                'round' => $round['round'],
                'item' => $view['y'],
                'text' => $this->labels->item($view['y'], []),
                'split_by' => $this->labels->item($view['x'], []),
                'present' => $round['present'],
                'suppressed' => !$relation['high'],
            ];
            $split = $this->labels->point($step, $view['x'], $view['split_x_at']) ?: (string) $view['split_x_at'];
            foreach ($relation['high'] ? ['high', 'low'] : [] as $side) {
                yield $row + [
                    'label' => get_string("app:relation_$side", 'mod_leerlandschap', $split),
                    'n' => $relation[$side]['people'],
                    'median' => $relation[$side]['median_x2'] / 2,
                ];
            }
            if (!$relation['high']) {
                yield $row;
            }
        }
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
