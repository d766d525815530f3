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

defined('MOODLE_INTERNAL') || die();

require_once(__DIR__ . '/../meeting_testcase.php');

use mod_leerlandschap\local\assets;
use mod_leerlandschap\local\bootstrap;
use mod_leerlandschap\meeting_testcase;
use navigation_node;
use stdClass;

/**
 * The ways to the editor and the rehearsal, and what their pages embed.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 * @covers     \mod_leerlandschap\output\designer_links
 * @covers     \mod_leerlandschap\output\app
 * @covers     \mod_leerlandschap\local\bootstrap
 */
final class designer_links_test extends meeting_testcase {
    /**
     * A build with the given modules.
     *
     * @param string[] $modules their names
     * @return assets
     */
    private function build(array $modules): assets {
        $folder = make_request_directory();
        $names = ['loader.js'];
        foreach ($modules as $module) {
            $names = [...$names, "$module.js", "{$module}_bg.wasm"];
        }
        $files = array_fill_keys($names, ['type' => 'text/plain']);
        file_put_contents("$folder/manifest.json", json_encode(['hash' => 'abc', 'files' => $files]));
        return new assets($folder);
    }

    /**
     * The pages that a user is offered.
     *
     * @param stdClass $user the user
     * @param assets $assets the build
     * @return string[]
     */
    private function offered(stdClass $user, assets $assets): array {
        $this->setUser($user);
        return array_keys(array_filter(designer_links::urls($this->cm, $assets)));
    }

    /**
     * A designer edits and rehearses, a trainer rehearses, a learner does neither.
     */
    public function test_rights(): void {
        global $OUTPUT, $PAGE;

        $this->create_activity();
        $PAGE->set_url('/mod/leerlandschap/view.php');
        $designer = $this->getDataGenerator()->create_and_enrol($this->course, 'editingteacher');
        $full = $this->build(['exercise', 'editor']);
        $this->assertSame(['edit', 'rehearse'], $this->offered($designer, $full));
        $html = $OUTPUT->render(new designer_links($this->cm, $full));
        $this->assertStringContainsString("edit.php?id={$this->cm->id}", $html);
        $this->assertStringContainsString("view.php?id={$this->cm->id}&amp;rehearse=1", $html);
        $this->assertSame(['rehearse'], $this->offered($this->trainer, $full));
        $this->assertSame([], $this->offered($this->learners[0], $full));
        $this->assertSame('', trim($OUTPUT->render(new designer_links($this->cm, $full))));
        // No way leads to a page that would be empty.
        $this->assertSame([], $this->offered($designer, $this->build(['exercise'])));
    }

    /**
     * The editor's page stands in the navigation of the activity, for designers alone.
     */
    public function test_navigation(): void {
        $this->create_activity();
        \core\di::set(assets::class, $this->build(['editor']));
        $designer = $this->getDataGenerator()->create_and_enrol($this->course, 'editingteacher');
        foreach ([[$designer, true], [$this->trainer, false]] as [$user, $there]) {
            $this->setUser($user);
            $node = navigation_node::create('activity');
            designer_links::add_to_navigation($this->cm, $node);
            $this->assertSame($there, (bool) $node->find(designer_links::KEY, null));
        }
    }

    /**
     * The editor's page embeds what the web service answers, with the texts of the editor.
     */
    public function test_editor_page(): void {
        global $OUTPUT, $PAGE;

        $this->create_activity();
        $PAGE->set_url('/mod/leerlandschap/edit.php');
        $this->setUser($this->getDataGenerator()->create_and_enrol($this->course, 'editingteacher'));
        $data = bootstrap::for_editor($this->cm) + ['urls' => ['rehearse' => null]];
        $assets = $this->build(['editor']);
        $html = $OUTPUT->render(new app($data, $assets, new \moodle_url('/mod/leerlandschap/view.php'), 'editor'));
        $this->assertStringContainsString('/abc/editor_bg.wasm"', $html);
        preg_match('~id="leerlandschap-data">(.*?)</script>~s', $html, $found);
        $embedded = json_decode($found[1], true, 512, JSON_THROW_ON_ERROR);
        $this->assertEqualsCanonicalizing(
            ['host', 'lang', 'strings', 'editing', 'cmid', 'site', 'user', 'urls'],
            array_keys($embedded)
        );
        $this->assertSame(0, $embedded['editing']['version']);
        $this->assertSame('leerlandschap', json_decode($embedded['editing']['exercise'])->id);
        $this->assertSame(['home', 'rehearse'], array_keys($embedded['urls']));
    }

    /**
     * A rehearsal gets the exercise with its hints and its rules, and starts no meeting.
     */
    public function test_rehearsal(): void {
        global $DB;

        $this->create_activity(['facilitation' => 'members', 'pace' => 'own', 'format' => 'leerlandschap']);
        $this->setUser($this->trainer);
        $instance = $DB->get_record('leerlandschap', ['id' => $this->cm->instance]);
        $data = bootstrap::for_rehearsal($this->cm, $instance);
        $this->assertSame('rehearsal', $data['host']);
        $this->assertSame(
            ['visibility' => 'hidden', 'min_answers' => 3, 'facilitation' => 'members', 'pace' => 'own'],
            $data['settings']
        );
        $this->assertStringContainsString('facilitator_hint', json_encode($data['exercise']));
        $this->assertSame(0, $DB->count_records('leerlandschap_meeting'));
    }
}
