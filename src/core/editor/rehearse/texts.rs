//! What simulated participants write, by name; the words themselves are the interface's.

macro_rules! texts {
    ($($(#[$meta:meta])* $name:ident = $identifier:literal,)*) => {
        /// A text that a simulated participant writes.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Text {
            $($(#[$meta])* $name,)*
        }

        /// All there are.
        pub const TEXTS: &[Text] = &[$(Text::$name),*];

        impl Text {
            /// The string's identifier, without `edit:`.
            pub const fn identifier(self) -> &'static str {
                match self {
                    $(Self::$name => $identifier,)*
                }
            }
        }
    };
}

texts! {
    /// Why an answer was given.
    Reason = "sample_reason",
    /// An answer in words.
    Answer = "sample_answer",
    /// A comment on a summary.
    Comment = "sample_comment",
    /// A note.
    NoteOne = "sample_note_one",
    /// Another note.
    NoteTwo = "sample_note_two",
    /// And another.
    NoteThree = "sample_note_three",
    /// What will be done.
    ActionOne = "sample_action_one",
    /// What else will be done.
    ActionTwo = "sample_action_two",
    /// What is expected of an action.
    Expectation = "sample_expectation",
    /// What was found out by doing it.
    Finding = "sample_finding",
    /// What came of it.
    Outcome = "sample_outcome",
    /// What the principles are about.
    Scope = "sample_scope",
    /// A principle.
    PrincipleOne = "sample_principle_one",
    /// Another principle.
    PrincipleTwo = "sample_principle_two",
    /// A goal.
    GoalOne = "sample_goal_one",
    /// Another goal.
    GoalTwo = "sample_goal_two",
    /// How one can tell that it was reached.
    Measure = "sample_measure",
}
