//! What a host shows of a meeting: the room that everybody may see, and what one participant sees besides.
//!
//! These are facts as the host decided them; the client adds nothing to them and only draws from them.

use std::rc::Rc;

use super::consensus::{Class, Direction};
use super::ids::{ContributionId, ItemId, PersonId, StepId};

/// Where the group is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The page that tells what the exercise is for.
    Start,
    /// A step of the exercise.
    Step(StepId),
    /// The page with what the group leaves with.
    Closing,
}

/// Who may see who gave which answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visibility {
    /// Nobody.
    Hidden,
    /// The group, after the reveal.
    Named,
}

/// Who may lead a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facilitation {
    /// Only who has the right to facilitate.
    Trainer,
    /// Also the member who takes the chair.
    Members,
}

/// The activity's rules that a meeting runs under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Who may see who gave which answer.
    pub visibility: Visibility,
    /// k: fewer counted answers than this are never shown. At least 3.
    pub min_answers: u32,
    /// Who may lead.
    pub facilitation: Facilitation,
}

/// A soft timer: it reminds, and stops nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timer {
    /// How long it runs in all, in seconds.
    pub seconds: u32,
    /// How long it had run when it was last paused, in milliseconds.
    pub elapsed_ms: i64,
    /// Since when it runs, in milliseconds by the host's clock; `None` while paused.
    pub running_since: Option<i64>,
}

/// Somebody who joined the meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Who.
    pub id: PersonId,
    /// The name to show.
    pub name: Rc<str>,
    /// Whether they count in "k of N answered".
    pub present: bool,
}

/// How far a round of answering is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Answers are taken and may be corrected.
    Open,
    /// No answers are taken; nothing is shown yet.
    Closed,
    /// The results stand, for good.
    Revealed,
}

/// One round of answers to some items of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// The step.
    pub step: StepId,
    /// 1 for the first.
    pub number: u8,
    /// How far it is.
    pub phase: Phase,
    /// What is asked, in the order of the exercise.
    pub items: Vec<ItemId>,
    /// How many answered every item.
    pub answered: u32,
    /// How many are, or at the reveal were, present.
    pub present: u32,
    /// One an item after the reveal, empty before.
    pub results: Vec<ItemResult>,
}

/// What became of one item in one round: a snapshot taken at the reveal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemResult {
    /// The item.
    pub item: ItemId,
    /// How many answered it, opt-outs included.
    pub answered: u32,
    /// The result, or `None` where fewer than k gave a counted answer.
    pub tally: Option<RevealedTally>,
}

/// The counts of one item that k or more people answered, and what they say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RevealedTally {
    /// Answers per scale point, from the lowest.
    pub counts: Vec<u32>,
    /// How many answered without choosing a point.
    pub opt_outs: u32,
    /// Agreement C in percent; `None` without counted answers.
    pub agreement: Option<u8>,
    /// Consensus, lean or divided.
    pub class: Class,
    /// Which way the group leans.
    pub direction: Direction,
    /// Whether one changed vote would change the class.
    pub one_vote_decides: bool,
    /// Reasons without their authors, in an order that tells nothing; empty with fewer than k.
    pub reasons: Vec<Rc<str>>,
    /// How the group moved since the round before, where that may be shown.
    pub shift: Option<Shift>,
    /// Who answered what, in named activities only.
    pub voices: Vec<Voice>,
}

/// How those who answered in two rounds moved, together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shift {
    /// The sum of all moves, in scale points; positive is toward agreeing.
    pub net: i32,
    /// How many answered in both rounds.
    pub both: u32,
}

/// One person's answer in a named activity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// Who.
    pub person: PersonId,
    /// What they chose.
    pub choice: Choice,
}

/// What somebody chooses on a scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Choice {
    /// A point of the scale, by its value.
    Point(i32),
    /// "I don't know or would rather not say": an answer, never counted in a tally.
    OptOut,
}

/// Something the group shares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contribution {
    /// Its identity.
    pub id: ContributionId,
    /// The step it was made in.
    pub step: StepId,
    /// The meeting's revision at its last change; what an edit starts from.
    pub revision: u64,
    /// Its place among its kind in the step, from 0.
    pub position: u32,
    /// Who made it; `None` in hidden activities.
    pub author: Option<PersonId>,
    /// What it says.
    pub body: Body,
}

/// What a contribution says, by its kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// A note in a column.
    Note {
        /// One of the step's columns.
        column: Rc<str>,
        /// 1 to 500 characters.
        text: Rc<str>,
    },
    /// A follow-up action.
    Action(Action),
    /// What the principles are about; one a list.
    Scope {
        /// 0 to 1,000 characters.
        text: Rc<str>,
    },
    /// A principle.
    Principle {
        /// 1 to 300 characters, one line.
        text: Rc<str>,
    },
}

/// The kinds of contribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A note in a column.
    Note,
    /// A follow-up action.
    Action,
    /// What the principles are about.
    Scope,
    /// A principle.
    Principle,
}

/// A follow-up action.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Action {
    /// What will be done.
    pub what: Rc<str>,
    /// The group member who takes it on.
    pub who_person: Option<PersonId>,
    /// Who takes it on, in words.
    pub who_text: Rc<str>,
    /// When it will be done.
    pub when: Option<Date>,
    /// How it is going.
    pub status: ActionStatus,
    /// The statement it came from.
    pub source_item: Option<ItemId>,
}

/// How an action is going.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Hash)]
pub enum ActionStatus {
    /// Not begun.
    #[default]
    Open,
    /// In progress.
    Busy,
    /// Done.
    Done,
    /// Stopped.
    Dropped,
}

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The day written `YYYY-MM-DD`, where there is such a day in the years 1 to 9999.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let well_formed = bytes.len() == 10
            && bytes.iter().enumerate().all(|(at, byte)| match at {
                4 | 7 => *byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        if !well_formed {
            return None;
        }
        let year: u16 = text[..4].parse().ok()?;
        let month: u8 = text[5..7].parse().ok()?;
        let day: u8 = text[8..].parse().ok()?;
        let leap = (year.is_multiple_of(4) && !year.is_multiple_of(100)) || year.is_multiple_of(400);
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return None,
        };
        (year >= 1 && (1..=days).contains(&day)).then_some(Self { year, month, day })
    }
}

impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// A group of the course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its identity.
    pub id: Rc<str>,
    /// Its name.
    pub name: Rc<str>,
}

/// Everything all participants of a meeting may see now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Room {
    /// The meeting.
    pub meeting: Rc<str>,
    /// Which meeting of its series, from 1.
    pub number: u32,
    /// Raised by every change of what the group shares.
    pub revision: u64,
    /// The group, where the course has groups.
    pub group: Option<Group>,
    /// The part of the exercise this meeting runs.
    pub part: Rc<str>,
    /// The rules.
    pub settings: Settings,
    /// Whether the meeting was closed for good.
    pub closed: bool,
    /// Where the group is.
    pub place: Place,
    /// Steps the group has been at.
    pub visited: Vec<StepId>,
    /// The member who leads.
    pub chair: Option<PersonId>,
    /// The timer of the step the group is at.
    pub timer: Option<Timer>,
    /// Who joined, in the order of joining.
    pub people: Vec<Person>,
    /// All rounds opened so far.
    pub rounds: Vec<Round>,
    /// Everything shared, by step, kind and position.
    pub contributions: Vec<Contribution>,
}

impl Room {
    /// Somebody who joined.
    pub fn person(&self, id: &PersonId) -> Option<&Person> {
        self.people.iter().find(|person| person.id == *id)
    }

    /// The rounds of a step, first to last.
    pub fn rounds_of<'a>(&'a self, step: &'a StepId) -> impl DoubleEndedIterator<Item = &'a Round> {
        self.rounds.iter().filter(move |round| round.step == *step)
    }

    /// How many are present: the N of "k of N".
    pub fn present(&self) -> u32 {
        u32::try_from(self.people.iter().filter(|person| person.present).count()).unwrap_or(u32::MAX)
    }
}

/// What somebody may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Rights {
    /// Join, answer and contribute.
    pub participate: bool,
    /// Lead without taking the chair.
    pub facilitate: bool,
    /// Read reports.
    pub report: bool,
}

/// Why somebody can do nothing here, or only look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A guest never takes part.
    Guest,
    /// An administrator who is logged in as somebody else.
    LoginAs,
    /// Not in any group of a course with separate groups.
    NoGroup,
    /// In several groups: one is to be chosen first.
    ChooseGroup,
    /// A group that is not theirs, to look at.
    OtherGroup,
    /// Without the right to take part.
    NoRight,
    /// The activity opens later.
    NotOpen,
    /// The activity's closing date is past.
    PastClose,
}

/// One's own answer to one item in one round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The item.
    pub item: ItemId,
    /// The round.
    pub round: u8,
    /// What was chosen.
    pub choice: Choice,
    /// One line of reason, may be empty.
    pub reason: Rc<str>,
    /// Counts up with every correction, so that a late delivery changes nothing.
    pub seq: u32,
}

/// What only this participant gets to see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Me {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: Rc<str>,
    /// What they may do.
    pub rights: Rights,
    /// Why they cannot do it now.
    pub notice: Option<Notice>,
    /// Their own answers.
    pub answers: Vec<Answer>,
    /// The steps they took part in, in the order of the exercise.
    pub done: Vec<StepId>,
}
