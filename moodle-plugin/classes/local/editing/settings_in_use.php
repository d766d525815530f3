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

namespace mod_leerlandschap\local\editing;

/**
 * Settings of used steps that what was said in them depends on.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class settings_in_use {
    /** Visibilities of notes, the loosest first. */
    public const VISIBILITIES = ['shared', 'hidden_until_reveal', 'private'];

    /**
     * The refusals.
     *
     * @param comparison $versions the two versions
     * @return array[] at and code each
     */
    public static function problems(comparison $versions): array {
        $problems = [];
        foreach ($versions->kept_used_steps() as $id => $step) {
            $rounds = $versions->used->rounds((string) $id);
            foreach (self::changed($step['before'], $step['after'], $rounds) as $setting) {
                $problems[] = ['at' => "{$step['at']}/settings/$setting", 'code' => 'used_setting_changed'];
            }
        }
        return $problems;
    }

    /**
     * How strictly notes are kept from others.
     *
     * @param array $step a step with notes
     * @return int place among VISIBILITIES
     */
    public static function strictness(array $step): int {
        return array_search($step['settings']['visibility'] ?? 'shared', self::VISIBILITIES, true);
    }

    /**
     * The settings of a step that may not change so.
     *
     * @param array $before the step as it was
     * @param array $after the step as it is to be
     * @param int $rounds the highest round that was opened, 0 for none
     * @return string[]
     */
    private static function changed(array $before, array $after, int $rounds): array {
        $lost = fn(string $setting, int $default): bool => $rounds > ($after['settings'][$setting] ?? $default);
        return match ($before['block']) {
            'statements' => $lost('rounds', 1) ? ['rounds'] : [],
            'confirm' => $lost('max_rounds', 1) ? ['max_rounds'] : [],
            'principles' => $rounds && isset($before['settings']['support_vote']) && !isset($after['settings']['support_vote'])
                ? ['support_vote']
                : [],
            'notes' => self::changed_notes($before, $after, $rounds),
            default => [],
        };
    }

    /**
     * The settings of a step with notes that may not change so.
     *
     * @param array $before the step as it was
     * @param array $after the step as it is to be
     * @param int $rounds the highest round that was opened, 0 for none
     * @return string[]
     */
    private static function changed_notes(array $before, array $after, int $rounds): array {
        $settings = [];
        if (self::strictness($after) > self::strictness($before)) {
            $settings[] = 'visibility';
        }
        $writing = self::VISIBILITIES[self::strictness($before)] === 'hidden_until_reveal' ? 1 : 0;
        if ($rounds > $writing && ($after['settings']['dots'] ?? 0) < ($before['settings']['dots'] ?? 0)) {
            $settings[] = 'dots';
        }
        return $settings;
    }
}
