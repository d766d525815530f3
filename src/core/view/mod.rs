//! What a screen shows, decided once: every screen draws one of these and decides nothing itself.
//!
//! A view holds facts and texts of the exercise in the user's language; the words of the interface come
//! from the catalogue (`i18n`), chosen by the screen from what the view says. One file a page, with the
//! types of its view beside what builds them; a new kind of work gets a file and a line in `screen`.

mod actions;
mod chair;
mod closing;
mod confirm;
mod contribution;
mod dots;
mod facilitation;
mod frame;
mod handover;
mod hands;
mod info;
mod line;
mod nav;
mod notes;
mod plan;
pub mod presenting;
mod principles;
pub(crate) mod profile;
mod progress;
mod question_field;
mod question_results;
mod questions;
mod relation;
mod results;
mod round_control;
mod screen;
mod series;
mod sharing;
pub(crate) mod spread;
mod start;
mod state;
mod statements;
mod support;
mod tallied;
mod timer;

use std::rc::Rc;

pub use crate::core::blocks::rounds::Asks;
pub use crate::core::format::{GroupSize, PlanReview};
pub use actions::{ActionSetup, ActionView, ActionsView, Offered, StartingPoint};
pub use chair::Chair;
pub use closing::{ClosingView, PrincipleOutcome, PrinciplesPart, outcome_of};
pub use confirm::{ConfirmView, SectionResult, SectionView, Source};
pub use contribution::{Held, Meta};
pub use dots::{DotsView, NoteDots};
pub use facilitation::{Answered, Facilitation};
pub use frame::{Heading, TakingPart};
pub use handover::{Entries, HandoverPart, HandoverView};
pub use hands::{CountedHands, HandsItem, HandsView};
pub use info::InfoView;
pub use line::{Line, LinePoint, Middle};
pub use nav::NavEntry;
pub use notes::{NoteGroup, NoteView, NotesColumn, NotesView, Sharing};
pub use plan::{GoalView, PeriodView, PlanSetup, PlanView};
pub use principles::{Before, Finding, PrincipleView, PrinciplesView, ScopeView};
pub use profile::{ProfileMean, ProfileRow, ProfileView};
pub use progress::{Alone, Progress, ProgressStep, StepState};
pub use question_field::{OptionEntry, Options, Points, QuestionField};
pub use question_results::{QuestionResults, ResultPart};
pub use questions::{QuestionItem, QuestionSection, QuestionsView, Waiting};
pub use relation::{RelationSide, RelationView};
pub use results::{Bar, ResultRow, ResultsView, ShownBar, shown_bar};
pub use round_control::{AgainItem, RoundAction, RoundControl};
pub use screen::{Page, Screen, screen};
pub use series::{EarlierView, MeetingOf, RunChoice};
pub use sharing::SharingView;
pub use spread::{CountBar, Distribution, Spread};
pub use start::{Begin, StartView};
pub use state::{Banner, Message, Saved};
pub use statements::{ScalePoint, StatementItem, StatementsView};
pub use support::{PrincipleSupport, SupportView};
pub use tallied::{Answers, Tallied, came_of};
pub use timer::{TimeLeft, TimerNow, TimerView};

/// A text of the exercise, in the user's language.
pub type Text = Rc<str>;
