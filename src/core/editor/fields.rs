//! The forms: which settings each kind of work has, with their choices and bounds (`docs/formats.md`).

/// How a setting is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// A text in each language.
    Text,
    /// A whole number in bounds.
    Number {
        /// The smallest.
        min: i64,
        /// The largest.
        max: i64,
    },
    /// Yes or no.
    Flag,
    /// One of these words; the first is what holds where nothing is chosen.
    Choice(&'static [&'static str]),
    /// Any of these words.
    Several(&'static [&'static str]),
    /// One of the scales.
    Scale,
    /// An earlier step with one of these blocks.
    Step(&'static [&'static str]),
    /// Several earlier steps with one of these blocks.
    Steps(&'static [&'static str]),
    /// A list that steps of this block share.
    List(&'static str),
}

/// One setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name in the file.
    pub name: &'static str,
    /// How it is chosen.
    pub input: Input,
    /// The number that holds where none is given; texts and references may be left out where this is not `None`.
    pub default: Option<i64>,
}

const fn field(name: &'static str, input: Input) -> Field {
    Field { name, input, default: None }
}

const fn optional(name: &'static str, input: Input) -> Field {
    Field { name, input, default: Some(0) }
}

const fn number(name: &'static str, min: i64, max: i64, default: i64) -> Field {
    Field { name, input: Input::Number { min, max }, default: Some(default) }
}

const REVEAL: Field = field("reveal", Input::Choice(&["facilitator", "all_voted"]));
const MIN_ANSWERS: Field = number("min_answers", 3, 99, 3);
const WITH_RESULTS: &[&str] = &["statements", "questions"];

/// The settings of a kind of work, besides its lists.
pub fn settings_of(block: &str) -> &'static [Field] {
    match block {
        "statements" => {
            const {
                &[
                    field("scale", Input::Scale),
                    number("rounds", 1, 2, 1),
                    REVEAL,
                    field("reason", Input::Choice(&["none", "optional"])),
                    field("order_after_reveal", Input::Choice(&["as_listed", "most_divided_first"])),
                    MIN_ANSWERS,
                ]
            }
        }
        "questions" => {
            const { &[field("position", Input::Choice(&["questionnaire", "check_in", "check_out"])), REVEAL, MIN_ANSWERS] }
        }
        "notes" => {
            const {
                &[
                    field("visibility", Input::Choice(&["shared", "hidden_until_reveal", "private"])),
                    number("dots", 0, 10, 0),
                    field("grouping", Input::Flag),
                    optional("import_from", Input::Step(&["notes"])),
                    optional("show_results_of", Input::Step(WITH_RESULTS)),
                ]
            }
        }
        "actions" => {
            const {
                &[
                    field("list", Input::List("actions")),
                    field("purpose", Input::Choice(&["collect", "review"])),
                    field("required", Input::Several(&["what", "who", "when"])),
                    field("expectation_outcome", Input::Flag),
                    optional("source_items_from", Input::Step(&["statements", "notes"])),
                    field("carry_over", Input::Flag),
                ]
            }
        }
        "principles" => {
            const {
                &[
                    field("list", Input::List("principles")),
                    field("purpose", Input::Choice(&["collect", "complete"])),
                    field("scope_label", Input::Text),
                    field("principle_label", Input::Text),
                    optional("link_findings_of", Input::List("actions")),
                ]
            }
        }
        "confirm" => {
            const {
                &[
                    field(
                        "summary_of",
                        Input::Steps(&["statements", "questions", "notes", "actions", "principles", "confirm", "plan"]),
                    ),
                    field("scale", Input::Scale),
                    number("max_rounds", 1, 9, 1),
                ]
            }
        }
        "plan" => {
            const {
                &[
                    field("fields", Input::Several(&["goal", "owner", "measure", "status"])),
                    optional("review", Input::Choice(&["", "weekly", "monthly", "yearly"])),
                ]
            }
        }
        _ => &[],
    }
}

/// The lists of a kind of work that are edited row by row: its pointer within the step, and its bounds.
pub fn lists_of(block: &str) -> &'static [(&'static str, usize, usize)] {
    match block {
        "info" => &[("items", 1, 20)],
        "statements" => &[("items", 1, 50)],
        "questions" => &[("items", 1, 100), ("settings/dimensions", 0, 12), ("settings/views", 0, 12)],
        "notes" => &[("settings/columns", 1, 6)],
        "plan" => &[("settings/periods", 1, 12)],
        _ => &[],
    }
}
