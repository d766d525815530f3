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

namespace mod_leerlandschap\privacy;

/**
 * Tests for how exports put what is kept into words.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \mod_leerlandschap\privacy\readable
 */
final class readable_test extends \advanced_testcase {
    /**
     * Everything that can be answered is put into words, and what has no words any more stays as it is kept.
     */
    public function test_words(): void {
        global $DB;

        $this->resetAfterTest();
        $this->setAdminUser();
        $generator = $this->getDataGenerator()->get_plugin_generator('mod_leerlandschap');
        $course = $this->getDataGenerator()->create_course();
        $instance = $generator->create_instance(['course' => $course->id, 'format' => 'open-leergesprek']);
        $meeting = $generator->create_meeting($instance);
        foreach (['n1' => 'Rust op de afdeling', 'n2' => 'Geheim'] as $uuid => $text) {
            $id = $generator->create_contribution($meeting, null, 'canvas', 'note', ['text' => $text]);
            $DB->update_record('leerlandschap_contrib', (object) ['id' => $id, 'uuid' => $uuid]);
        }
        $DB->set_field('leerlandschap_contrib', 'audience', 'author', ['uuid' => 'n2']);
        $answer = fn(array $row): array => (new readable($instance))->answer((object) ($row + [
            'meetingid' => $meeting->id(), 'value' => null, 'choices' => null, 'content' => null,
        ]));
        $weight = $answer(['step' => 'invalshoeken', 'subject' => 'iv1', 'value' => '5']);
        $this->assertSame('Is decisive', $weight['answer']);
        $this->assertNotEmpty($weight['question']);
        $optout = $answer(['step' => 'invalshoeken', 'subject' => 'iv1']);
        $this->assertSame("Don't know or prefer not to say", $optout['answer']);
        $options = $answer(['step' => 'redenen', 'subject' => 'rd1', 'choices' => '["beleid","nieuw"]']);
        $this->assertCount(2, explode('; ', $options['answer']));
        $text = $answer(['step' => 'redenen', 'subject' => 'rd2', 'content' => 'Omdat het moet']);
        $this->assertSame(['question'], array_keys($text));
        $section = $answer(['step' => 'klopt-het', 'subject' => 'klopt-het:invalshoeken', 'value' => '2']);
        $this->assertSame('Partly right', $section['answer']);
        $this->assertSame((new readable($instance))->step('invalshoeken')['title'], $section['question']);
        $dots = ['step' => 'canvas', 'value' => '2'];
        $this->assertSame(['question' => 'Rust op de afdeling'], $answer($dots + ['subject' => 'canvas:n1']));
        // Somebody's private note, one that was never there, and a step of an exercise that is gone.
        $this->assertSame([], $answer($dots + ['subject' => 'canvas:n2']));
        $this->assertSame([], $answer($dots + ['subject' => 'canvas:n3']));
        $this->assertSame([], $answer(['step' => 'weg', 'subject' => 'w1', 'value' => '1']));
        $this->assertSame(['step' => 'weg'], (new readable($instance))->step('weg'));
        $instance->format = 'gone';
        $this->assertSame([], $answer(['step' => 'invalshoeken', 'subject' => 'iv1', 'value' => '5']));
    }
}
