//! What of an exercise carries answers or contributions already (`docs/protocol.md`, "Editing an exercise").

/// A kind of thing that can be in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UsedKind {
    /// A statement or question with an answer.
    Item,
    /// A step with an answer or a contribution.
    Step,
    /// A column with a note.
    Column,
    /// A period with a goal.
    Period,
    /// A list with actions, principles or a scope.
    List,
    /// The highest round that was opened in a step; its number is its identity.
    Round,
    /// A section of a confirmation that was asked.
    Section,
    /// A part that a meeting with any of these runs.
    Part,
}

impl UsedKind {
    /// The kind of this name (`docs/protocol.md`); `None` for one that this version does not know.
    pub fn of(name: &str) -> Option<Self> {
        Some(match name {
            "item" => Self::Item,
            "step" => Self::Step,
            "column" => Self::Column,
            "period" => Self::Period,
            "list" => Self::List,
            "round" => Self::Round,
            "section" => Self::Section,
            "part" => Self::Part,
            _ => return None,
        })
    }
}

/// One thing in use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Use {
    /// What kind of thing.
    pub kind: UsedKind,
    /// The step it is in.
    pub step: String,
    /// Its own identity; empty for a step.
    pub id: String,
}

/// Everything in use.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Used {
    /// The things.
    pub things: Vec<Use>,
    /// Whether a meeting is under way.
    pub running: bool,
}

impl Used {
    /// Whether nothing was answered or written yet.
    pub fn is_empty(&self) -> bool {
        self.things.is_empty()
    }

    /// Whether a step is in use, or anything in it.
    pub fn step(&self, step: &str) -> bool {
        self.things.iter().any(|it| it.step == step)
    }

    /// Whether a thing of a step is in use.
    pub fn holds(&self, kind: UsedKind, step: &str, id: &str) -> bool {
        self.things.iter().any(|it| it.kind == kind && it.step == step && it.id == id)
    }

    /// The highest round that was opened in a step; 0 for none.
    pub fn rounds(&self, step: &str) -> i64 {
        let rounds = self.things.iter().filter(|it| it.kind == UsedKind::Round && it.step == step);
        rounds.filter_map(|it| it.id.parse().ok()).max().unwrap_or(0)
    }

    /// Whether any item of a step has an answer.
    pub fn any_item(&self, step: &str) -> bool {
        self.things.iter().any(|it| it.kind == UsedKind::Item && it.step == step)
    }
}
