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

use core\message\message;
use html_writer;
use moodle_url;

/**
 * A notification about an activity, with a way to it.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class notification_message {
    /**
     * The notification; whom it goes to is still to be said.
     *
     * @param string $name name of its provider
     * @param int $courseid the course
     * @param string $subject its subject, plain text
     * @param string[] $texts its paragraphs, plain texts
     * @param moodle_url $url where it leads to
     * @param string $activity name of the activity, plain text
     * @param int $cmid its course module
     * @return message
     */
    public static function of(
        string $name,
        int $courseid,
        string $subject,
        array $texts,
        moodle_url $url,
        string $activity,
        int $cmid
    ): message {
        $paragraph = fn(string $text): string => html_writer::tag('p', nl2br(s($text)));
        $message = new message();
        $message->component = 'mod_leerlandschap';
        $message->name = $name;
        $message->courseid = $courseid;
        $message->userfrom = \core_user::get_noreply_user();
        $message->subject = $subject;
        $message->fullmessage = implode("\n\n", [...$texts, $url->out(false)]);
        $message->fullmessageformat = FORMAT_PLAIN;
        $message->fullmessagehtml = implode('', array_map($paragraph, $texts))
            . html_writer::tag('p', html_writer::link($url, s($activity)));
        $message->smallmessage = $subject;
        $message->notification = 1;
        $message->contexturl = $url->out(false);
        $message->contexturlname = $activity;
        // The app opens the activity by this.
        $message->customdata = ['cmid' => $cmid];
        return $message;
    }
}
