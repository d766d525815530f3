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

namespace mod_leerlandschap\output;

use cm_info;
use core\output\renderable;
use core\output\renderer_base;
use core\output\templatable;
use mod_leerlandschap\local\clock_time;
use mod_leerlandschap\local\language;
use mod_leerlandschap\local\sharing\published;
use moodle_url;
use stdClass;

/**
 * What groups show to one another, or what one is asked to show.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class shared_page implements renderable, templatable {
    /**
     * A page.
     *
     * @param cm_info $cm the course module
     * @param published $published what groups show
     * @param stdClass[] $rows what of it, as published::all has it
     * @param bool $preview whether it is not shown yet
     */
    public function __construct(
        /** @var cm_info the course module */
        private cm_info $cm,
        /** @var published what groups show */
        private published $published,
        /** @var stdClass[] what of it */
        private array $rows,
        /** @var bool whether it is not shown yet */
        private bool $preview,
    ) {
    }

    #[\Override]
    public function export_for_template(renderer_base $output): array {
        return [
            'preview' => $this->preview,
            'home' => (new moodle_url('/mod/leerlandschap/view.php', ['id' => $this->cm->id]))->out(false),
            'any' => (bool) $this->rows,
            'shared' => array_map(fn(stdClass $row): array => $this->one($row), $this->rows),
        ];
    }

    /**
     * What one group shows.
     *
     * @param stdClass $row as published::all has it
     * @return array
     */
    private function one(stdClass $row): array {
        $snapshots = json_decode($row->snapshot, true);
        $snapshots = is_array($snapshots) ? $snapshots : [];
        $known = array_map(strval(...), array_keys($snapshots));
        $lang = language::pick(array_combine($known, $known));
        $snapshot = is_array($snapshots[$lang] ?? null) ? $snapshots[$lang] : [];
        $removal = new moodle_url(published::url($this->cm), ['remove' => $row->id]);
        return [
            'id' => (int) $row->id,
            'lang' => $lang === '' || strtok(current_language(), '_') === $lang ? '' : $lang,
            'group' => $this->group((int) $row->groupid),
            'day' => $this->preview ? '' : clock_time::shown_day($row->timepublished, $row->visibility === 'hidden'),
            'run' => self::text($snapshot, 'run'),
            'kind' => get_string($row->lesson === null ? 'shared:outcome' : 'shared:lesson', 'mod_leerlandschap'),
            'lesson' => self::lines($row->lesson ?? ''),
            'islesson' => $row->lesson !== null,
            'empty' => $row->lesson === null && empty($snapshot['parts']),
            'parts' => array_map(self::part(...), self::members($snapshot, 'parts')),
            'remove' => !$this->preview && $this->published->may_remove($row) ? $removal->out(false) : false,
        ];
    }

    /**
     * The name of a group, where everybody may know it.
     *
     * @param int $groupid the group
     * @return string HTML
     */
    private function group(int $groupid): string {
        $group = groups_get_group($groupid, 'id, name, visibility');
        return $group && (int) $group->visibility === GROUPS_VISIBILITY_ALL
            ? format_string($group->name, true, ['context' => $this->cm->context])
            : get_string('shared:group', 'mod_leerlandschap');
    }

    /**
     * A part of an outcome.
     *
     * @param array $part as a snapshot has it
     * @return array
     */
    private static function part(array $part): array {
        return [
            'title' => self::text($part, 'title'),
            'leadlabel' => self::text($part, 'lead_label'),
            'lead' => self::lines(self::text($part, 'lead')),
            'entries' => array_map(self::entry(...), self::members($part, 'entries')),
        ];
    }

    /**
     * An entry of a part.
     *
     * @param array $entry as a snapshot has it
     * @return array
     */
    private static function entry(array $entry): array {
        $status = self::text($entry, 'status');
        $statuses = ['open', 'busy', 'done', 'dropped'];
        $goals = ['planned', 'reached'];
        $day = \DateTimeImmutable::createFromFormat('!Y-m-d', self::text($entry, 'when'), new \DateTimeZone('UTC'));
        return [
            'text' => self::text($entry, 'text'),
            'body' => self::lines(self::text($entry, 'body')),
            'when' => $day ? userdate($day->getTimestamp(), get_string('strftimedate', 'langconfig'), 'UTC') : '',
            'status' => match (true) {
                in_array($status, $statuses, true) => get_string("app:status_$status", 'mod_leerlandschap'),
                in_array($status, $goals, true) => get_string("app:goal_$status", 'mod_leerlandschap'),
                default => '',
            },
            'tally' => is_array($entry['tally'] ?? null) ? self::tally($entry['tally']) : false,
        ];
    }

    /**
     * A tally, as bars that are text too.
     *
     * @param array $tally as a snapshot has it
     * @return array
     */
    private static function tally(array $tally): array {
        $bars = self::members($tally, 'bars');
        $answered = (int) ($tally['answered'] ?? 0);
        $most = max([1, $answered, ...array_map(fn(array $bar): int => (int) ($bar['count'] ?? 0), $bars)]);
        $class = implode('_', array_filter([
            self::text($tally, 'class'),
            self::text($tally, 'class') === 'divided' ? '' : self::text($tally, 'direction'),
        ]));
        $known = [
            'consensus_agree', 'consensus_disagree', 'consensus_middle', 'lean_agree', 'lean_disagree', 'lean_none', 'divided',
        ];
        $optouts = (int) ($tally['optouts'] ?? 0);
        return [
            'class' => in_array($class, $known, true) ? get_string("app:class_$class", 'mod_leerlandschap') : '',
            'answered' => get_string('shared:answered', 'mod_leerlandschap', $answered),
            'optouts' => $optouts ? get_string('shared:optouts', 'mod_leerlandschap', $optouts) : '',
            'bars' => array_map(fn(array $bar): array => [
                'label' => self::text($bar, 'label'),
                'count' => (int) ($bar['count'] ?? 0),
                'percent' => (int) round(100 * (int) ($bar['count'] ?? 0) / $most),
            ], $bars),
        ];
    }

    /**
     * A member that is a list of objects. A backup can hold anything in its place.
     *
     * @param array $of what has it
     * @param string $name its name
     * @return array[]
     */
    private static function members(array $of, string $name): array {
        return array_values(array_filter(is_array($of[$name] ?? null) ? $of[$name] : [], is_array(...)));
    }

    /**
     * A member that is a text.
     *
     * @param array $of what has it
     * @param string $name its name
     * @return string '' where it is none
     */
    private static function text(array $of, string $name): string {
        return is_string($of[$name] ?? null) ? $of[$name] : '';
    }

    /**
     * A text with its line breaks.
     *
     * @param string $text the text
     * @return string HTML
     */
    private static function lines(string $text): string {
        return nl2br(s($text), false);
    }
}
