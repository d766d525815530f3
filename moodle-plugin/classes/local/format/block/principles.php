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

namespace mod_leerlandschap\local\format\block;

use mod_leerlandschap\local\format\block_checker;
use mod_leerlandschap\local\format\node;

/**
 * Checks scope and principles.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class principles extends block_checker {
    #[\Override]
    public function settings(node $settings): void {
        $required = ['list', 'scope_label', 'principle_label'];
        $optional = ['purpose', 'support_vote', 'link_findings_of'];
        foreach ($settings->members($required, $optional) ?? [] as $name => $setting) {
            match ($name) {
                'list' => $setting->id(),
                'purpose' => $setting->choice(['collect', 'complete']),
                'scope_label', 'principle_label' => $setting->text(),
                'support_vote' => $this->support_vote($setting),
                'link_findings_of' => $setting->ref($this->outline->actionlists),
            };
        }
    }

    /**
     * Checks the vote in which a group supports its principles.
     *
     * @param node $node the setting
     */
    private function support_vote(node $node): void {
        foreach ($node->members(['scale', 'question'], ['optional']) ?? [] as $name => $member) {
            match ($name) {
                'scale' => $member->ref($this->outline->scaleids),
                'question' => $member->text(),
                'optional' => $member->bool(),
            };
        }
    }
}
