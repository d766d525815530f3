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

namespace mod_leerlandschap\backup;

defined('MOODLE_INTERNAL') || die();

require_once(__DIR__ . '/copy_testcase.php');

use mod_leerlandschap\local\copying\restore_notice;
use stdClass;

/**
 * Tests for how whoever restores an activity is told what could not be restored.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \mod_leerlandschap\local\copying\restore_notice
 */
final class restore_notice_test extends copy_testcase {
    /**
     * A backup in which a round goes on, of an activity that is gone: nothing tells who has answered.
     *
     * @param string $name name of the activity
     * @return string name of its folder
     */
    private function backup_of_lost_meeting(string $name): string {
        $this->create_activity(['name' => $name], 3);
        $this->start();
        $this->run_as($this->learners[0], self::answer('st1', 2));
        $folder = $this->back_up($this->cm);
        $this->setAdminUser();
        course_delete_module($this->cm->id);
        $this->messages->clear();
        return $folder;
    }

    /**
     * Cron restores for somebody, as it does unless an administrator has turned that off: they get one message, that says
     * in plain words what is in the log of the restore, and leads to the activity.
     */
    public function test_message(): void {
        $folder = $this->backup_of_lost_meeting('Leren & leren');
        $copy = $this->restore($folder, $this->getDataGenerator()->create_course());
        $this->assertCount(1, $this->told);
        $this->assertStringContainsString('Leren & leren', $this->told[0]);

        $sent = array_values(array_filter(
            $this->messages->get_messages(),
            fn(stdClass $message): bool => $message->component === 'mod_leerlandschap'
        ));
        $this->assertCount(1, $sent);
        [$message] = $sent;
        $this->assertSame(restore_notice::MESSAGE, $message->eventtype);
        $this->assertEquals(get_admin()->id, $message->useridto);
        $this->assertEquals(\core_user::NOREPLY_USER, $message->useridfrom);
        $this->assertSame(
            get_string('message:restore_incomplete:subject', 'mod_leerlandschap', 'Leren & leren'),
            $message->subject
        );
        $url = (new \moodle_url('/mod/leerlandschap/view.php', ['id' => $copy->id]))->out(false);
        $intro = get_string('message:restore_incomplete:text', 'mod_leerlandschap', 'Leren & leren');
        $this->assertSame("$intro\n\n{$this->told[0]}\n\n$url", $message->fullmessage);
        $this->assertStringContainsString('Leren &amp; leren', $message->fullmessagehtml);
        $this->assertStringNotContainsString('&amp;amp;', $message->fullmessagehtml);
        $this->assertSame($url, $message->contexturl);
    }

    /**
     * Nobody is told anything where everything came along.
     */
    public function test_nothing_to_tell(): void {
        $this->create_activity([], 3);
        $this->start();
        $folder = $this->back_up($this->cm);
        $this->messages->clear();
        $this->restore($folder, $this->getDataGenerator()->create_course());
        $this->assertSame([], $this->told);
        $this->assertSame([], $this->messages->get_messages());
        (new restore_notice([], 'Leren', $this->cm->id, $this->course->id))->show();
        $this->assertSame([], \core\notification::fetch());
    }

    /**
     * Who restores on a page sees it there; what an activity is called is no markup.
     */
    public function test_notification(): void {
        (new restore_notice(['<b>Leren</b>: one', 'two'], '<b>Leren</b>', 1, 2))->show();
        $shown = \core\notification::fetch();
        $texts = array_map(fn(\core\output\notification $one): string => $one->get_message(), $shown);
        $this->assertSame(['&lt;b&gt;Leren&lt;/b&gt;: one', 'two'], $texts);
        $this->assertSame([], $this->messages->get_messages());
    }
}
