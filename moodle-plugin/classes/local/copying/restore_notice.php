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

namespace mod_leerlandschap\local\copying;

use mod_leerlandschap\local\notification_message;
use moodle_url;

/**
 * Tells whoever restores an activity what could not be restored: on the next page they see, or by a message where cron
 * restores for them, as it does wherever an administrator has left that on.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class restore_notice {
    /** Name of the message. */
    public const MESSAGE = 'restore_incomplete';

    /**
     * What there is to tell.
     *
     * @param string[] $texts what could not be restored, plain texts; none where nothing is to be told
     * @param string $name name of the activity
     * @param int $cmid its course module
     * @param int $courseid its course
     */
    public function __construct(
        /** @var string[] what could not be restored, plain texts */
        public readonly array $texts,
        /** @var string name of the activity */
        private readonly string $name,
        /** @var int its course module */
        private readonly int $cmid,
        /** @var int its course */
        private readonly int $courseid,
    ) {
    }

    /**
     * Shows it on the next page of the current user.
     */
    public function show(): void {
        foreach ($this->texts as $text) {
            // Core takes it for HTML.
            \core\notification::warning(s($text));
        }
    }

    /**
     * Sends it as a message.
     *
     * @param int $userid who restores
     */
    public function send(int $userid): void {
        if (!$this->texts) {
            return;
        }
        $message = notification_message::of(
            self::MESSAGE,
            $this->courseid,
            get_string('message:restore_incomplete:subject', 'mod_leerlandschap', $this->name),
            [get_string('message:restore_incomplete:text', 'mod_leerlandschap', $this->name), ...$this->texts],
            new moodle_url('/mod/leerlandschap/view.php', ['id' => $this->cmid]),
            $this->name,
            $this->cmid
        );
        $message->userto = $userid;
        message_send($message);
    }
}
