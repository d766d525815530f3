//! What a screen shows, decided once: every screen draws one of these and decides nothing itself.
//!
//! A view holds facts and texts of the exercise in the user's language; the words of the interface come
//! from the catalogue (`i18n`), chosen by the screen from what the view says.

mod build;
mod closing;
mod facilitation;
mod results;
mod shared;
mod start;
mod statements;

use std::rc::Rc;

use super::consensus::{Class, Direction};
use super::ids::{ContributionId, ItemId, PersonId, StepId};
use super::refusal::Refusal;
use super::room::{ActionStatus, Body, Choice, Date, Notice, Person, Phase, Place, Settings, Shift};
use super::session::Drafts;

pub use build::screen;

/// A text of the exercise, in the user's language.
pub type Text = Rc<str>;

/// Everything there is to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Screen {
    /// The exercise's title.
    pub title: Text,
    /// The group's name, where there are groups.
    pub group: Option<Text>,
    /// The way through the exercise; empty where there is no room.
    pub nav: Vec<NavEntry>,
    /// The page itself.
    pub page: Page,
    /// The timer of the step the group is at.
    pub timer: Option<TimerView>,
    /// What the one who leads can do; `None` for all others.
    pub facilitation: Option<Facilitation>,
    /// The chair, where members may lead.
    pub chair: Option<Chair>,
    /// Whether everything is stored.
    pub saved: Saved,
    /// Shown above the page: why nothing can be done here, or where the group is.
    pub banner: Option<Banner>,
    /// Refusals and other messages that wait to be read, oldest first.
    pub messages: Vec<Message>,
    /// Who joined.
    pub people: Vec<Person>,
    /// How many are present.
    pub present: u32,
    /// The user themself.
    pub me: PersonId,
    /// Whether the user pressed Join, and is present.
    pub joined: bool,
    /// Whether the user may press Join.
    pub can_join: bool,
    /// Whether the user may take part no longer.
    pub can_leave: bool,
    /// What the user has typed and not sent, by the key of its field.
    pub drafts: Rc<Drafts>,
}

/// One entry of the way through the exercise.
#[derive(Clone, Debug, PartialEq)]
pub struct NavEntry {
    /// Where it leads.
    pub place: Place,
    /// The step's number, where it has one.
    pub number: Option<u8>,
    /// The step's title; `None` for the start and closing page, whose names the catalogue has.
    pub title: Option<Text>,
    /// Whether the user looks at it now.
    pub shown: bool,
    /// Whether the group is there now.
    pub current: bool,
    /// Whether it can be opened: places the group has reached.
    pub open: bool,
    /// Whether this participant has taken part.
    pub done: bool,
    /// Whether the group may leave it out.
    pub optional: bool,
}

/// The page in the middle.
#[derive(Clone, Debug, PartialEq)]
pub enum Page {
    /// No room: only the reason.
    Unavailable(Notice),
    /// What the exercise is for, and Join.
    Start(StartView),
    /// Voting, or its results.
    Statements(StatementsView),
    /// Notes in columns.
    Notes(NotesView),
    /// Follow-up actions.
    Actions(ActionsView),
    /// Scope and principles.
    Principles(PrinciplesView),
    /// What the group leaves with.
    Closing(ClosingView),
}

/// Why the page is as it is.
#[derive(Clone, Debug, PartialEq)]
pub enum Banner {
    /// Nothing can be done here, only looked at.
    ReadOnly(Notice),
    /// The meeting was closed; it can be read.
    Closed,
    /// The user looks at another place than where the group is.
    Elsewhere {
        /// Where the group is.
        group: Place,
        /// That step's title; `None` for start and closing page.
        title: Option<Text>,
    },
    /// Marked absent or not joined: answering waits for Join.
    NotJoined,
}

/// Whether what the user did is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// Everything is.
    Saved,
    /// On its way.
    Sending,
    /// No connection; so many changes are kept on this device.
    Offline(usize),
    /// Logged out; so many changes are kept on this device until the user has logged in again.
    LoggedOut(usize),
    /// The host keeps nothing beyond this page (storage blocked or full).
    MemoryOnly,
}

/// Something to tell the user.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// Its number, to dismiss it by.
    pub id: u32,
    /// What happened.
    pub refusal: Refusal,
    /// The host's own words, translated, where it sent some.
    pub text: Option<Text>,
}

/// A timer to show; the screen counts on by itself each second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimerView {
    /// How long it runs in all, in seconds.
    pub seconds: u32,
    /// What is left at `at`, in milliseconds; negative when the time is over.
    pub left_ms: i64,
    /// When that was so, in milliseconds by this device's clock.
    pub at: i64,
    /// Whether it runs.
    pub running: bool,
}

/// What the one who leads can do now.
#[derive(Clone, Debug, PartialEq)]
pub struct Facilitation {
    /// The round of the step the group is at, and what can be done with it.
    pub round: Option<RoundControl>,
    /// Where the group goes next, with the title of that step.
    pub next: Option<(Place, Option<Text>)>,
    /// Where it goes when the next step, which is optional, is left out.
    pub skip_to: Option<(Place, Option<Text>)>,
    /// Whether the meeting can be closed now.
    pub can_close: bool,
    /// A round was voted on and never shown: after closing nobody can see it any more.
    pub unrevealed: bool,
    /// A hint for the one who leads, for the step shown.
    pub hint: Option<Text>,
    /// A command of the one who leads is on its way: buttons wait.
    pub busy: bool,
}

/// What can be done with a round.
#[derive(Clone, Debug, PartialEq)]
pub struct RoundControl {
    /// The step.
    pub step: StepId,
    /// The round in play: the latest opened, or 1.
    pub round: u8,
    /// How far it is; `None` before it is opened.
    pub phase: Option<Phase>,
    /// How many answered every item.
    pub answered: u32,
    /// How many are present.
    pub present: u32,
    /// Items that may be put to the vote again; empty while no further round can be opened.
    pub again: Vec<AgainItem>,
}

/// An item that may be put to the vote again.
#[derive(Clone, Debug, PartialEq)]
pub struct AgainItem {
    /// The item.
    pub item: ItemId,
    /// Its text.
    pub text: Text,
    /// Whether it is proposed: divided items are.
    pub proposed: bool,
}

/// The chair of a meeting that members may lead.
#[derive(Clone, Debug, PartialEq)]
pub struct Chair {
    /// Who has it.
    pub holder: Option<Person>,
    /// Whether the user has it.
    pub mine: bool,
    /// Whether the user may take it: at once where it is free, else over from its holder, after asking.
    pub can_take: bool,
}

/// A step's heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Heading {
    /// The step.
    pub step: StepId,
    /// Its number, where it has one.
    pub number: Option<u8>,
    /// Its title.
    pub title: Text,
    /// What to do.
    pub instruction: Text,
    /// Shortest and longest time, in minutes.
    pub minutes: (u32, u32),
    /// Thinking questions.
    pub prompts: Vec<Text>,
    /// Whether the group may leave it out.
    pub optional: bool,
}

/// The start page.
#[derive(Clone, Debug, PartialEq)]
pub struct StartView {
    /// What the exercise is for.
    pub goal: Text,
    /// When to choose it.
    pub when_to_use: Option<Text>,
    /// What the group leaves with.
    pub leaves_with: Option<Text>,
    /// The steps of this meeting.
    pub steps: Vec<Heading>,
    /// Shortest and longest time of the meeting, in minutes.
    pub minutes: (u32, u32),
    /// The rules, for the sentence on who sees what.
    pub settings: Settings,
    /// How many more must join before any result can show; 0 where there are enough.
    pub missing: u32,
    /// Points for taking part in the whole meeting; 0 where there is no gradebook.
    pub points: u32,
    /// What the gradebook shows, where there is one.
    pub gradebook: Option<Text>,
    /// Whether the user can start the exercise for the group.
    pub can_start: bool,
    /// Whether the user has joined and waits for somebody else to start.
    pub waits: bool,
}

/// The step with statements.
#[derive(Clone, Debug, PartialEq)]
pub struct StatementsView {
    /// The heading.
    pub heading: Heading,
    /// The latest round; 1 where none was opened.
    pub round: u8,
    /// How far that round is; `None` before it is opened.
    pub phase: Option<Phase>,
    /// The points of the scale, from the lowest.
    pub scale: Vec<ScalePoint>,
    /// The label of the opt-out, where the scale has one.
    pub opt_out: Option<Text>,
    /// The statements of that round while it is open or closed; empty when revealed.
    pub items: Vec<StatementItem>,
    /// Whether the user can answer now.
    pub can_answer: bool,
    /// Whether a reason may be given.
    pub reasons: bool,
    /// Whether the user's part in this step is done; who came after the reveal can say that they took part.
    pub taking_part: TakingPart,
    /// How many statements the user has answered in this round.
    pub mine: u32,
    /// How many people answered all of them.
    pub answered: u32,
    /// How many are present.
    pub present: u32,
    /// Results of the latest revealed round, divided first; `None` before a reveal.
    pub results: Option<ResultsView>,
}

/// A point of a scale.
#[derive(Clone, Debug, PartialEq)]
pub struct ScalePoint {
    /// Its value.
    pub value: i32,
    /// What it says.
    pub label: Text,
}

/// A statement to answer.
#[derive(Clone, Debug, PartialEq)]
pub struct StatementItem {
    /// The item.
    pub item: ItemId,
    /// Its number in the exercise, from 1.
    pub number: u32,
    /// Its text.
    pub text: Text,
    /// A hint for the one who leads.
    pub hint: Option<Text>,
    /// What the user chose.
    pub choice: Option<Choice>,
    /// The reason the user gave.
    pub reason: Text,
}

/// The results of a step.
#[derive(Clone, Debug, PartialEq)]
pub struct ResultsView {
    /// The latest revealed round.
    pub round: u8,
    /// The points of the scale, from the lowest.
    pub scale: Vec<ScalePoint>,
    /// One a statement, divided first, then lean, then consensus; lowest agreement first within a class.
    pub rows: Vec<ResultRow>,
    /// k, for the sentence that explains a result that is not shown.
    pub min_answers: u32,
}

/// The results of one statement.
#[derive(Clone, Debug, PartialEq)]
pub struct ResultRow {
    /// The item.
    pub item: ItemId,
    /// Its number in the exercise, from 1.
    pub number: u32,
    /// Its text.
    pub text: Text,
    /// A hint for the one who leads.
    pub hint: Option<Text>,
    /// One bar a round in which the statement was put to the vote, the latest first.
    pub bars: Vec<Bar>,
}

/// One diverging stacked bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// The round.
    pub round: u8,
    /// How many answered, opt-outs included.
    pub answered: u32,
    /// How many were present.
    pub present: u32,
    /// The result, or `None` where too few answered.
    pub shown: Option<ShownBar>,
}

/// A result that may be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct ShownBar {
    /// Answers per scale point, from the lowest.
    pub counts: Vec<u32>,
    /// How many counted answers.
    pub n: u32,
    /// Opt-outs.
    pub opt_outs: u32,
    /// Agreement C in percent.
    pub agreement: Option<u8>,
    /// Consensus, lean or divided.
    pub class: Class,
    /// Which way.
    pub direction: Direction,
    /// Fewer than 8 answers: only indicative.
    pub indicative: bool,
    /// One changed vote would change the class.
    pub one_vote_decides: bool,
    /// Fewer than 20 answers: counts, not shares.
    pub counts_only: bool,
    /// Width of each segment, in thousandths of the chart.
    pub widths: Vec<u32>,
    /// Where the bar begins, in thousandths of the chart, so that the midpoint is in the middle.
    pub offset: u32,
    /// Reasons, without names.
    pub reasons: Vec<Text>,
    /// How the group moved since the round before.
    pub shift: Option<Shift>,
    /// Names of those who chose each point, and last of those who opted out; empty in hidden activities.
    pub names: Vec<Vec<Text>>,
}

/// A step with notes.
#[derive(Clone, Debug, PartialEq)]
pub struct NotesView {
    /// The heading.
    pub heading: Heading,
    /// The columns.
    pub columns: Vec<NotesColumn>,
    /// Whether the user can write now.
    pub can_write: bool,
    /// Results of an earlier step to look at beside the notes.
    pub results: Option<ResultsView>,
    /// Whether the user's part in this step is done, and whether they can say that they took part.
    pub taking_part: TakingPart,
}

/// A column of notes.
#[derive(Clone, Debug, PartialEq)]
pub struct NotesColumn {
    /// Its identity.
    pub id: Text,
    /// Its label.
    pub label: Text,
    /// Its notes.
    pub notes: Vec<NoteView>,
}

/// A note.
#[derive(Clone, Debug, PartialEq)]
pub struct NoteView {
    /// State common to all contributions.
    pub meta: Meta,
    /// Its text.
    pub text: Text,
}

/// What every contribution shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Meta {
    /// Its identity.
    pub id: ContributionId,
    /// The revision an edit starts from; 0 for one the host has not confirmed.
    pub revision: u64,
    /// Who wrote it, in named activities.
    pub author: Option<Text>,
    /// Not yet confirmed by the host.
    pub pending: bool,
    /// The user's own text that the host did not take.
    pub held: Option<Held>,
}

/// The user's own text that the host did not take, until the user settles it.
#[derive(Clone, Debug, PartialEq)]
pub struct Held {
    /// The user's text.
    pub mine: Body,
    /// Why it was not taken: somebody else was first (`Conflict`), it was deleted meanwhile (`Deleted`), or
    /// something else, after which the same text can be tried again.
    pub refusal: Refusal,
    /// The group does not have this contribution: there is no other text than the user's.
    pub gone: bool,
}

/// Whether the user's part in a step is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TakingPart {
    /// It counts as done.
    pub done: bool,
    /// "I took part" can be pressed.
    pub can_confirm: bool,
}

/// The step with actions.
#[derive(Clone, Debug, PartialEq)]
pub struct ActionsView {
    /// The heading.
    pub heading: Heading,
    /// The actions so far.
    pub actions: Vec<ActionView>,
    /// Whether the user can write now.
    pub can_write: bool,
    /// Statements to start an action from: divided ones first.
    pub starting_points: Vec<StartingPoint>,
    /// All statements an action can belong to.
    pub sources: Vec<(ItemId, Text)>,
    /// Who can take an action on.
    pub people: Vec<Person>,
    /// Whether an action must name who.
    pub who_required: bool,
    /// Whether an action must say when.
    pub when_required: bool,
    /// Whether the user's part in this step is done.
    pub taking_part: TakingPart,
}

/// An action.
#[derive(Clone, Debug, PartialEq)]
pub struct ActionView {
    /// State common to all contributions.
    pub meta: Meta,
    /// What will be done.
    pub what: Text,
    /// Who, as an id of the room.
    pub who_person: Option<PersonId>,
    /// Who, in words: the person's name or the free text.
    pub who: Text,
    /// The free text alone.
    pub who_text: Text,
    /// When.
    pub when: Option<Date>,
    /// How it is going.
    pub status: ActionStatus,
    /// The statement it came from, with its text.
    pub source: Option<(ItemId, Text)>,
}

/// A divided statement offered as a starting point for an action.
#[derive(Clone, Debug, PartialEq)]
pub struct StartingPoint {
    /// The item.
    pub item: ItemId,
    /// Its text.
    pub text: Text,
    /// Its class in the latest round.
    pub class: Class,
    /// An action was already made from it.
    pub used: bool,
}

/// The step with principles.
#[derive(Clone, Debug, PartialEq)]
pub struct PrinciplesView {
    /// The heading.
    pub heading: Heading,
    /// The label of the scope.
    pub scope_label: Text,
    /// The scope.
    pub scope: ScopeView,
    /// The label of a principle.
    pub principle_label: Text,
    /// The principles, in the group's order.
    pub principles: Vec<PrincipleView>,
    /// Whether the user can write now.
    pub can_write: bool,
    /// Whether the user's part in this step is done.
    pub taking_part: TakingPart,
}

/// The scope.
#[derive(Clone, Debug, PartialEq)]
pub struct ScopeView {
    /// State common to all contributions; revision 0 before it was first saved.
    pub meta: Meta,
    /// Its text.
    pub text: Text,
}

/// A principle.
#[derive(Clone, Debug, PartialEq)]
pub struct PrincipleView {
    /// State common to all contributions.
    pub meta: Meta,
    /// Its text.
    pub text: Text,
}

/// What the group leaves with.
#[derive(Clone, Debug, PartialEq)]
pub struct ClosingView {
    /// What this is.
    pub leaves_with: Option<Text>,
    /// Whether the meeting is closed for good.
    pub closed: bool,
    /// Results of each step with statements.
    pub results: Vec<(Heading, ResultsView)>,
    /// Notes by step.
    pub notes: Vec<(Heading, Vec<NotesColumn>)>,
    /// Actions.
    pub actions: Vec<ActionView>,
    /// Scope and its label.
    pub scope: Option<(Text, Text)>,
    /// Principles.
    pub principles: Vec<Text>,
    /// How to go on from here.
    pub handover: Option<Text>,
    /// Who took part, present now.
    pub people: Vec<Person>,
    /// Steps of this meeting that give points, and whether the user has done them.
    pub done: Vec<(Text, bool)>,
}
