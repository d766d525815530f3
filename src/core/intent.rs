//! What the user wants, as a screen knows it: without identities, sequence numbers and states to compare,
//! which the session adds.

use std::rc::Rc;

use super::ids::{ContributionId, ItemId, PersonId, StepId};
use super::room::{Body, Choice, Place};

/// What the user wants.
#[derive(Clone, Debug, PartialEq)]
pub enum Intent {
    /// Take part; the name counts only in the standalone page.
    Join {
        /// The name to show.
        name: Rc<str>,
    },
    /// Take part no longer.
    Leave,
    /// Lead the meeting.
    TakeChair,
    /// Lead the meeting no longer.
    ReleaseChair,
    /// Let somebody else lead the meeting.
    HandChair(PersonId),
    /// Mark somebody absent, or present again.
    Mark {
        /// Who.
        person: PersonId,
        /// Whether they are there.
        present: bool,
    },
    /// Answer on a scale, with a number, or with dots, keeping the reason. The opt-out also takes a number back.
    Answer {
        /// The item.
        item: ItemId,
        /// What was chosen.
        choice: Choice,
    },
    /// Choose options of a question; none takes the answer back.
    AnswerOptions {
        /// The item.
        item: ItemId,
        /// All that are chosen now.
        options: Vec<Rc<str>>,
    },
    /// Answer a question with a text; an empty one takes the answer back.
    AnswerText {
        /// The item.
        item: ItemId,
        /// One line.
        text: Rc<str>,
    },
    /// Answer on a scale, with a comment: for an answer that counts only together with one.
    Comment {
        /// The item.
        item: ItemId,
        /// What was chosen.
        choice: Choice,
        /// The comment.
        text: Rc<str>,
    },
    /// Give or change the reason of an answer already given.
    Reason {
        /// The item.
        item: ItemId,
        /// One line, may be empty.
        text: Rc<str>,
    },
    /// "I took part"; of questions: hand them in.
    TookPart {
        /// The step.
        step: StepId,
    },
    /// Share something new.
    Create {
        /// The step.
        step: StepId,
        /// What it says.
        body: Body,
    },
    /// Change something shared; for a scope also the first time.
    Change {
        /// Its identity.
        id: ContributionId,
        /// The step.
        step: StepId,
        /// The revision shown when the edit began; 0 for one that is new.
        base: u64,
        /// What it says now.
        body: Body,
    },
    /// Show the group a private note, for good.
    Share {
        /// Its identity.
        id: ContributionId,
    },
    /// Delete something shared.
    Remove {
        /// Its identity.
        id: ContributionId,
    },
    /// Put something shared behind another, or first.
    Move {
        /// Its identity.
        id: ContributionId,
        /// The one it comes behind.
        after: Option<ContributionId>,
    },
    /// Something was typed in a field and not sent; empty when it was sent or taken back. It survives going
    /// to another step, and a reload.
    Draft {
        /// The field, by a name of the screen's own choosing.
        key: Rc<str>,
        /// What stands in it.
        text: Rc<str>,
    },
    /// Settle a text that the host did not take: save it over theirs or again, or drop it.
    Settle {
        /// The contribution.
        id: ContributionId,
        /// Which text stays.
        keep: Keep,
    },
    /// Look at a place without taking the group along.
    LookAt(Place),
    /// Go where the group is, and stay with it.
    Follow,
    /// A message was read.
    Dismiss(u32),
    /// Bring the group to a place.
    GoTo(Place),
    /// Open the round in play; a further round with the items chosen.
    OpenRound {
        /// The items of a further round; empty for the first.
        items: Vec<ItemId>,
    },
    /// Take no more answers.
    CloseRound,
    /// Take answers again.
    ReopenRound,
    /// Show the results.
    Reveal,
    /// Stop the timer for now.
    PauseTimer,
    /// Let the timer go on.
    ResumeTimer,
    /// Give the step more time.
    ExtendTimer {
        /// How much, in seconds.
        seconds: u32,
    },
    /// The time for the step is up now.
    EndTimer,
    /// Go through another run of the exercise in this meeting.
    ChoosePart(Rc<str>),
    /// Begin the next meeting, with this run.
    StartNext(Rc<str>),
    /// Ask the group whether other groups may see this lesson, or the outcome.
    AskSharing(Option<Rc<str>>),
    /// Say whether they may.
    Consent(bool),
    /// Show them.
    Publish,
    /// Take the question back, or what is shown.
    Withdraw,
    /// Close the meeting for good.
    CloseMeeting,
}

/// Which of two texts stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// The user's own.
    Mine,
    /// The one the host has.
    Theirs,
}
