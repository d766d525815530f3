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

/**
 * How an activity is restored.
 *
 * @package    mod_leerlandschap
 * @category   backup
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

use mod_leerlandschap\local\copying\restoring;

/**
 * Reads leerlandschap.xml.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class restore_leerlandschap_activity_structure_step extends restore_activity_structure_step {
    /** @var restoring|null what stores it */
    private ?restoring $restoring = null;

    /**
     * What is read.
     *
     * @return restore_path_element[]
     */
    protected function define_structure() {
        $paths = [
            new restore_path_element('leerlandschap', '/activity/leerlandschap'),
            new restore_path_element('leerlandschap_exercise', '/activity/leerlandschap/exercises/exercise'),
        ];
        if ($this->get_setting_value('userinfo')) {
            $meeting = '/activity/leerlandschap/meetings/meeting';
            $paths[] = new restore_path_element('leerlandschap_meeting', $meeting);
            $parts = [
                'presence' => 'presences',
                'round' => 'rounds',
                'answer' => 'answers',
                'contribution' => 'contributions',
                'progress' => 'progresses',
                'sharing' => 'sharings',
                'lock' => 'locks',
            ];
            foreach ($parts as $one => $all) {
                $paths[] = new restore_path_element("leerlandschap_$one", "$meeting/$all/$one");
            }
        }
        return $this->prepare_activity_structure($paths);
    }

    /**
     * The activity.
     *
     * @param array $data its row
     */
    protected function process_leerlandschap($data): void {
        $this->restoring = new restoring(
            (int) ($this->task->get_info()->backup_date ?? 0),
            $this->task->is_samesite(),
            $this->task->is_samesite() && (int) $this->task->get_old_courseid() === (int) $this->get_courseid(),
            fn(string $name, int $old): ?int => ((int) $this->get_mappingid($name, $old)) ?: null,
            // Core finds the texts with links by such a mapping; nothing was called so in the backup.
            fn(string $table, int $id) => $this->set_mapping($table, $id, $id)
        );
        // The same dates as a reset of the course moves.
        foreach (['timeopen', 'timeclose'] as $date) {
            // What is no number is damaged, and read as such.
            $data[$date] = is_numeric($data[$date] ?? null) ? $this->apply_date_offset($data[$date]) : $data[$date] ?? 0;
        }
        $this->apply_activity_instance($this->restoring->activity($data, $this->get_courseid()));
    }

    /**
     * Its own exercise.
     *
     * @param array $data its row
     */
    protected function process_leerlandschap_exercise($data): void {
        $this->restoring->exercise(['exercise' => $data['exercise_json'] ?? null] + $data);
    }

    /**
     * A meeting.
     *
     * @param array $data its row
     */
    protected function process_leerlandschap_meeting($data): void {
        $this->restoring->meeting($data);
    }

    /**
     * Somebody who joined.
     *
     * @param array $data its row
     */
    protected function process_leerlandschap_presence($data): void {
        $this->restoring->part('presence', $data);
    }

    /**
     * A round.
     *
     * @param array $data its row
     */
    protected function process_leerlandschap_round($data): void {
        $this->restoring->part('round', $data);
    }

    /**
     * An answer.
     *
     * @param array $data its row
     */
    protected function process_leerlandschap_answer($data): void {
        $this->restoring->part('answer', $data);
    }

    /**
     * Something that somebody wrote.
     *
     * @param array $data its row
     */
    protected function process_leerlandschap_contribution($data): void {
        $this->restoring->part('contribution', $data);
    }

    /**
     * A step that somebody has taken part in.
     *
     * @param array $data its row
     */
    protected function process_leerlandschap_progress($data): void {
        $this->restoring->part('progress', $data);
    }

    /**
     * What other groups see of the meeting.
     *
     * @param array $data its row
     */
    protected function process_leerlandschap_sharing($data): void {
        $this->restoring->sharing($data);
    }

    /**
     * That somebody has answered a round.
     *
     * @param array $data its row
     */
    protected function process_leerlandschap_lock($data): void {
        $this->restoring->part('lock', $data);
    }

    /**
     * Files, and what could not be restored: into the log of the restore, and for whoever waits for it.
     */
    protected function after_execute() {
        $this->add_related_files('mod_leerlandschap', 'intro', null);
        $notice = $this->restoring?->finish($this->task->get_moduleid(), $this->get_courseid());
        foreach ($notice?->texts ?? [] as $text) {
            $this->log($text, backup::LOG_WARNING);
        }
        if (CLI_SCRIPT) {
            // Cron, as a rule: whoever asked for it sees no page of this.
            $notice?->send($this->task->get_userid());
        } else {
            $notice?->show();
        }
    }
}
