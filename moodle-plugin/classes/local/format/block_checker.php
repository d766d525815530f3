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

namespace mod_leerlandschap\local\format;

/**
 * Checks the block of a step: its settings and items.
 *
 * @package    mod_leerlandschap
 * @copyright  2026 The Leerlandschap contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class block_checker {
    /** Blocks of this version. */
    public const BLOCKS = ['statements', 'notes', 'actions', 'principles'];

    /** @var array ids of items so far, as keys */
    private array $items = [];

    /** @var array ids of the steps with statements so far, as keys */
    private array $voted = [];

    /**
     * A checker for the steps of one exercise, to be asked in their order.
     *
     * @param array $scales ids of scales, as keys
     * @param array $actionlists lists of the steps with actions, as keys
     */
    public function __construct(
        /** @var array ids of scales, as keys */
        private readonly array $scales,
        /** @var array lists of the steps with actions, as keys */
        private readonly array $actionlists,
    ) {
    }

    /**
     * Checks a block.
     *
     * @param string $block one of BLOCKS
     * @param string|null $step id of the step, null if it has none
     * @param node|null $settings its settings
     * @param node|null $items its items, for statements
     */
    public function check(string $block, ?string $step, ?node $settings, ?node $items): void {
        if ($settings) {
            match ($block) {
                'statements' => $this->statements($settings),
                'notes' => $this->notes($settings),
                'actions' => $this->actions($settings),
                'principles' => $this->principles($settings),
            };
        }
        foreach ($items?->elements(1, 50) ?? [] as $item) {
            $this->item($item);
        }
        if ($block === 'statements' && $step !== null) {
            $this->voted[$step] = true;
        }
    }

    /**
     * Settings of statements.
     *
     * @param node $node the settings
     */
    private function statements(node $node): void {
        $optional = ['rounds', 'reveal', 'reason', 'order_after_reveal', 'min_answers'];
        $settings = $node->members(['scale'], $optional) ?? [];
        foreach ($settings as $name => $setting) {
            match ($name) {
                'scale' => $setting->ref($this->scales),
                'rounds' => $setting->int(1, 2),
                'reveal' => $setting->choice(['facilitator']),
                'reason' => $setting->choice(['none', 'optional']),
                'order_after_reveal' => $setting->choice(['as_listed', 'most_divided_first']),
                'min_answers' => $setting->int(3, 99),
            };
        }
    }

    /**
     * A statement.
     *
     * @param node $node the item
     */
    private function item(node $node): void {
        foreach ($node->members(['id', 'text'], ['direction', 'facilitator_hint']) ?? [] as $name => $member) {
            match ($name) {
                'id' => $member->new_id($this->items),
                'direction' => $member->choice(['reversed']),
                'text', 'facilitator_hint' => $member->text(),
            };
        }
    }

    /**
     * Settings of notes.
     *
     * @param node $node the settings
     */
    private function notes(node $node): void {
        $settings = $node->members(['columns'], ['visibility', 'grouping', 'show_results_of']) ?? [];
        foreach ($settings as $name => $setting) {
            match ($name) {
                'columns' => self::labelled($setting, 1, 6),
                'visibility' => $setting->choice(['shared']),
                'grouping' => $setting->bool() && $setting->problem('bad_value'),
                'show_results_of' => $setting->ref($this->voted),
            };
        }
    }

    /**
     * Settings of actions.
     *
     * @param node $node the settings
     */
    private function actions(node $node): void {
        $optional = ['purpose', 'required', 'expectation_outcome', 'source_items_from', 'carry_over'];
        foreach ($node->members(['list'], $optional) ?? [] as $name => $setting) {
            match ($name) {
                'list' => $setting->id(),
                'purpose' => $setting->choice(['collect', 'review']),
                'required' => self::required_fields($setting),
                'expectation_outcome', 'carry_over' => $setting->bool(),
                'source_items_from' => $setting->ref($this->voted),
            };
        }
    }

    /**
     * Settings of principles.
     *
     * @param node $node the settings
     */
    private function principles(node $node): void {
        $required = ['list', 'scope_label', 'principle_label'];
        $settings = $node->members($required, ['purpose', 'support_vote', 'link_findings_of']) ?? [];
        foreach ($settings as $name => $setting) {
            match ($name) {
                'list' => $setting->id(),
                'purpose' => $setting->choice(['collect', 'complete']),
                'scope_label', 'principle_label' => $setting->text(),
                'support_vote' => $this->support_vote($setting),
                'link_findings_of' => $setting->ref($this->actionlists),
            };
        }
    }

    /**
     * The vote in which a group supports its principles.
     *
     * @param node $node the setting
     */
    private function support_vote(node $node): void {
        foreach ($node->members(['scale', 'question'], ['optional']) ?? [] as $name => $member) {
            match ($name) {
                'scale' => $member->ref($this->scales),
                'question' => $member->text(),
                'optional' => $member->bool(),
            };
        }
    }

    /**
     * Fields that an action needs.
     *
     * @param node $node the list
     */
    private static function required_fields(node $node): void {
        $used = [];
        foreach ($node->elements() as $element) {
            $field = $element->choice(['what', 'who', 'when']);
            if ($field !== null && isset($used[$field])) {
                $element->problem('duplicate_id');
            }
            $used[$field ?? ''] = true;
        }
    }

    /**
     * A list of things with an id and a label.
     *
     * @param node $node the list
     * @param int $min fewest
     * @param int $max most
     */
    private static function labelled(node $node, int $min = 0, int $max = PHP_INT_MAX): void {
        $used = [];
        foreach ($node->elements($min, $max) as $element) {
            foreach ($element->members(['id', 'label']) ?? [] as $name => $member) {
                $name === 'id' ? $member->new_id($used) : $member->text();
            }
        }
    }
}
