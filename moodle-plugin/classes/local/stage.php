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
 * The stages of the app (docs/protocol.md, "Two stages"): what people wait for first, and everything.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class stage {
    /** The module with everything. */
    public const WHOLE = 'exercise';

    /** The module with what most people come to first. */
    public const OPENING = 'opening';

    /** Kinds of work whose pages the opening has; of questions until their results are shown. Leading has more to them. */
    private const BLOCKS = ['info', 'statements', 'questions'];

    /**
     * The stage to start with: the opening where it can draw the page that the app begins with.
     *
     * @param array $data what the page embeds: the exercise and the first reply
     * @return string one of the constants of this class
     */
    public static function first(array $data): string {
        $room = $data['reply']['room'] ?? null;
        if ($room === null) {
            return self::OPENING;
        }
        if ($room['state'] !== 'open') {
            return self::WHOLE;
        }
        if ($room['place'] === '@start') {
            return self::OPENING;
        }
        $blocks = array_column($data['exercise']['steps'], 'block', 'id');
        $block = $blocks[$room['place']] ?? '';
        if (!in_array($block, self::BLOCKS, true)) {
            return self::WHOLE;
        }
        if ($block !== 'info' && self::leads($data['reply']['me'], $room)) {
            return self::WHOLE;
        }
        $revealed = fn(array $round): bool => $round['step'] === $room['place'] && $round['phase'] === 'revealed';
        return $block === 'questions' && array_filter($room['rounds'], $revealed) ? self::WHOLE : self::OPENING;
    }

    /**
     * Whether the user leads: by right, or from the chair.
     *
     * @param array $me what the reply says of the user
     * @param array $room the room
     * @return bool
     */
    private static function leads(array $me, array $room): bool {
        $chair = $room['settings']['facilitation'] === 'members' && $room['chair'] === $me['person'];
        return !isset($me['notice']) && ($me['rights']['facilitate'] || $chair);
    }
}
