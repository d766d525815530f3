//! Follow-up actions over all groups and meetings: which there are, in what order, and how each goes on.

use std::cmp::{Ordering, Reverse};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry::{Occupied, Vacant};
use std::rc::Rc;

use super::trouble::Trouble;
use super::{Facts, Meeting, ReportGroup};
use crate::core::format::Block;
use crate::core::ids::{ContributionId, ItemId, is_uuid};
use crate::core::room::{Action, ActionStatus, Body, Contribution, Date};
use crate::core::text::folded;

/// An action, as the latest meeting that has it says.
#[derive(Clone, Debug, PartialEq)]
pub struct ActionRow {
    /// Its identity, unique in its group.
    pub id: ContributionId,
    /// The group, by its place in the report; `None` for one that the report does not have.
    pub group: Option<usize>,
    /// What the group is called.
    pub group_name: Rc<str>,
    /// Whether the activity has the group no more.
    pub former: bool,
    /// The latest meeting that has it.
    pub meeting: Rc<str>,
    /// The number of that meeting.
    pub number: u32,
    /// The number of the meeting it was made in.
    pub made_in: u32,
    /// The numbers of all meetings that have it, the latest first.
    pub stood_in: Vec<u32>,
    /// The revision that a change of it starts from.
    pub revision: u64,
    /// What it says, as it is stored.
    pub action: Action,
    /// Who does it, in words; may be empty.
    pub owner: Rc<str>,
    /// What it came from.
    pub source: Option<Origin>,
    /// What can be searched in, folded.
    searched: Rc<str>,
}

/// What an action came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A statement, as the exercise has it.
    Statement(Rc<str>),
    /// A note, and its text where the report tells it.
    Note(Option<Rc<str>>),
    /// Something that the exercise has no more.
    Removed,
}

/// How storing a status stands.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Saving {
    /// Nothing was changed.
    #[default]
    Idle,
    /// On its way.
    Sending,
    /// Stored.
    Saved,
    /// Not stored, and what was chosen.
    Failed(Trouble, ActionStatus),
}

/// An action of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The action.
    pub row: ActionRow,
    /// How storing its status stands.
    pub saving: Saving,
    /// The status that is on its way to the host.
    sent: Option<ActionStatus>,
    /// The status that was chosen while another one was on its way.
    next: Option<ActionStatus>,
    /// The status by which it is filtered and ordered: a row stays where it is while somebody works on it.
    placed: ActionStatus,
}

/// A status to store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Store {
    /// Which entry it is of.
    pub at: usize,
    /// The meeting.
    pub meeting: Rc<str>,
    /// The action.
    pub action: ContributionId,
    /// Its new status.
    pub status: ActionStatus,
    /// The revision it starts from.
    pub revision: u64,
}

/// All actions of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct ActionBook {
    /// The day where the reader is.
    pub today: Date,
    /// Whether statuses can be set.
    pub may_set_status: bool,
    /// The actions, in the order of groups and meetings.
    pub entries: Vec<Entry>,
    /// What was looked at last; the group and the meeting are chosen for all pages together.
    pub looked: Chosen,
}

/// Which actions by how they go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Which {
    /// Open and busy.
    #[default]
    ToDo,
    /// Those of one status.
    Only(ActionStatus),
    /// All.
    All,
}

/// A column to order by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// What is to be done.
    What,
    /// Who does it.
    Owner,
    /// When it is due.
    Due,
    /// The group.
    Group,
    /// The number of the meeting.
    Meeting,
    /// How it goes.
    Status,
}

/// What is looked at, and in what order.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Chosen {
    /// By how they go.
    pub which: Which,
    /// Only those that are overdue.
    pub overdue: bool,
    /// Only those of a group, by its identity.
    pub group: Option<Rc<str>>,
    /// Only those that a meeting of this number has.
    pub number: Option<u32>,
    /// Only those that have all these words in them.
    pub text: String,
    /// The column to order by, and whether downwards; `None` as they press: overdue first, then by day.
    pub order: Option<(Column, bool)>,
}

/// What is shown of the actions.
#[derive(Clone, Debug, PartialEq)]
pub struct ActionTable {
    /// Places of the entries to show, in order.
    pub rows: Vec<usize>,
    /// How many actions the chosen group and meeting have, whatever becomes of them.
    pub all: u32,
    /// How many of these are open or busy.
    pub open: u32,
    /// How many of these are past their day.
    pub overdue: u32,
}

impl Entry {
    fn new(row: ActionRow) -> Self {
        Self { saving: Saving::Idle, sent: None, next: None, placed: row.action.status, row }
    }

    /// How the action goes, as the user wants it.
    pub fn status(&self) -> ActionStatus {
        self.next.or(self.sent).unwrap_or(self.row.action.status)
    }

    /// Whether its day is past and something is left to do.
    pub fn is_overdue(&self, today: Date) -> bool {
        is_overdue(self.status(), &self.row.action, today)
    }
}

fn is_overdue(status: ActionStatus, action: &Action, today: Date) -> bool {
    !status.is_over() && action.when.is_some_and(|day| day < today)
}

impl ActionBook {
    /// The actions of a report, each once.
    pub fn new(facts: &Facts) -> Self {
        let report = &facts.report;
        let mut seen = BTreeMap::new();
        let mut entries: Vec<Entry> = Vec::new();
        // From the latest meeting on, so that the first that is met counts.
        let mut meetings: Vec<&Meeting> = report.meetings.iter().collect();
        meetings.sort_by_key(|meeting| Reverse(meeting.number));
        for meeting in meetings {
            for (it, action) in actions_of(meeting) {
                match seen.entry((&meeting.group, &it.id)) {
                    Vacant(place) => {
                        place.insert(entries.len());
                        entries.push(Entry::new(row(facts, meeting, it, action)));
                    }
                    Occupied(place) => entries[*place.get()].row.stood_in.push(meeting.number),
                }
            }
        }
        entries.sort_by_key(|entry| (entry.row.group.unwrap_or(usize::MAX), entry.row.number));
        Self { today: report.today, may_set_status: report.may_set_status, entries, looked: Chosen::default() }
    }

    /// What is to be shown.
    pub fn table(&self, chosen: &Chosen, groups: &[ReportGroup]) -> ActionTable {
        let group = chosen.group.as_ref().and_then(|id| groups.iter().position(|group| group.id == *id));
        let of_group = |entry: &Entry| chosen.group.is_none() || (group.is_some() && entry.row.group == group);
        let of_meeting = |entry: &Entry| chosen.number.is_none_or(|number| entry.row.stood_in.contains(&number));
        let is_counted = |entry: &Entry| of_group(entry) && of_meeting(entry);
        let words = folded(&chosen.text);
        let words: Vec<&str> = words.split_whitespace().collect();
        let mut table = ActionTable { rows: Vec::new(), all: 0, open: 0, overdue: 0 };
        for (at, entry) in self.entries.iter().enumerate().filter(|(_, entry)| is_counted(entry)) {
            table.all += 1;
            table.open += u32::from(!entry.status().is_over());
            table.overdue += u32::from(entry.is_overdue(self.today));
            let late = !chosen.overdue || is_overdue(entry.placed, &entry.row.action, self.today);
            if chosen.which.has(entry.placed) && late && words.iter().all(|word| entry.row.searched.contains(word)) {
                table.rows.push(at);
            }
        }
        table.rows.sort_by(|one, other| self.compare(*one, *other, chosen.order));
        table
    }

    /// Two entries, by the order that was chosen, then as they press.
    fn compare(&self, one: usize, other: usize, order: Option<(Column, bool)>) -> Ordering {
        let (one, other) = (&self.entries[one], &self.entries[other]);
        let by_column = order.map_or(Ordering::Equal, |(column, down)| by_column(one, other, column, down));
        by_column.then_with(|| self.pressing(one).cmp(&self.pressing(other)))
    }

    /// Overdue first, then by day, then without one; what is over comes after what is not.
    fn pressing(&self, entry: &Entry) -> (bool, bool, bool, Option<Date>) {
        let when = entry.row.action.when;
        let overdue = is_overdue(entry.placed, &entry.row.action, self.today);
        (entry.placed.is_over(), !overdue, when.is_none(), when)
    }

    /// Rows go where they belong by now: asked for whenever the user looks at something else.
    pub fn settle(&mut self) {
        for entry in &mut self.entries {
            entry.placed = entry.status();
        }
    }

    /// The user chooses a status. What is to be stored for it now, if anything.
    pub fn choose(&mut self, at: usize, status: ActionStatus) -> Option<Store> {
        let entry = self.entries.get_mut(at)?;
        if entry.sent.is_some() {
            entry.next = Some(status);
            return None;
        }
        if status == entry.row.action.status {
            entry.saving = Saving::Idle;
            return None;
        }
        entry.sent = Some(status);
        entry.saving = Saving::Sending;
        Some(Store {
            at,
            meeting: entry.row.meeting.clone(),
            action: entry.row.id.clone(),
            status,
            revision: entry.row.revision,
        })
    }

    /// The host has answered. What is to be stored next, if anything.
    pub fn settled(&mut self, at: usize, answer: Result<Contribution, Trouble>) -> Option<Store> {
        let entry = self.entries.get_mut(at)?;
        let sent = entry.sent.take()?;
        let next = entry.next.take();
        match answer {
            Ok(stored) => {
                entry.row.revision = stored.revision;
                if let Body::Action(action) = stored.body {
                    entry.row.action = action;
                }
                entry.saving = Saving::Saved;
                next.filter(|status| *status != entry.row.action.status).and_then(|status| self.choose(at, status))
            }
            Err(trouble) => {
                entry.saving = Saving::Failed(trouble, next.unwrap_or(sent));
                None
            }
        }
    }
}

impl Which {
    /// Whether actions of this status are among them.
    pub fn has(self, status: ActionStatus) -> bool {
        match self {
            Self::ToDo => !status.is_over(),
            Self::Only(only) => status == only,
            Self::All => true,
        }
    }
}

impl Chosen {
    /// The order after a press on the title of a column: upwards, then downwards, then as they press.
    pub fn pressed(&self, column: Column) -> Option<(Column, bool)> {
        match self.order {
            Some((of, false)) if of == column => Some((column, true)),
            Some((of, true)) if of == column => None,
            _ => Some((column, false)),
        }
    }
}

/// Without a day, an owner or the like an action comes last, whichever way the column goes.
fn by_column(one: &Entry, other: &Entry, column: Column, down: bool) -> Ordering {
    let turned = |order: Ordering| if down { order.reverse() } else { order };
    let words = |one: &str, other: &str| {
        one.is_empty().cmp(&other.is_empty()).then_with(|| turned(folded(one).cmp(&folded(other))))
    };
    let (a, b) = (&one.row, &other.row);
    match column {
        Column::What => words(&a.action.what, &b.action.what),
        Column::Owner => words(&a.owner, &b.owner),
        Column::Due => {
            let (a, b) = (a.action.when, b.action.when);
            a.is_none().cmp(&b.is_none()).then_with(|| turned(a.cmp(&b)))
        }
        Column::Group => turned(a.group.unwrap_or(usize::MAX).cmp(&b.group.unwrap_or(usize::MAX))),
        Column::Meeting => turned(a.number.cmp(&b.number)),
        Column::Status => turned((one.placed as u8).cmp(&(other.placed as u8))),
    }
}

fn actions_of(meeting: &Meeting) -> impl Iterator<Item = (&Contribution, &Action)> {
    meeting.contributions.iter().filter_map(|it| match &it.body {
        Body::Action(action) => Some((it, action)),
        _ => None,
    })
}

fn row(facts: &Facts, meeting: &Meeting, it: &Contribution, action: &Action) -> ActionRow {
    let report = &facts.report;
    let group = report.groups.iter().position(|group| group.id == meeting.group);
    let named = group.map(|at| &report.groups[at]);
    let group_name = named.map(|group| group.name.clone()).unwrap_or_default();
    let known = action.who_person.as_ref().and_then(|id| report.owners.get(id)).cloned();
    let owner = known.unwrap_or_else(|| action.who_text.clone());
    let source = action.source.as_deref().map(|source| origin(facts, source));
    let from = match &source {
        Some(Origin::Statement(text) | Origin::Note(Some(text))) => text,
        _ => "",
    };
    let searched = [&*action.what, &*owner, &*group_name, &*action.finding, from].join("\n");
    ActionRow {
        id: it.id.clone(),
        group,
        former: named.is_some_and(|group| group.former),
        meeting: meeting.id.clone(),
        number: meeting.number,
        made_in: it.from.unwrap_or(meeting.number),
        stood_in: vec![meeting.number],
        revision: it.revision,
        action: action.clone(),
        searched: folded(&searched).into(),
        group_name,
        owner,
        source,
    }
}

fn origin(facts: &Facts, source: &str) -> Origin {
    if is_uuid(source) {
        return Origin::Note(facts.report.notes.get(&ContributionId::from(source)).cloned());
    }
    let item = ItemId::from(source);
    let statement = facts.exercise.step_of_item(&item).and_then(|step| match &step.block {
        Block::Statements(block) => block.items.iter().find(|it| it.id == item),
        _ => None,
    });
    statement.map_or(Origin::Removed, |it| Origin::Statement(facts.text(&it.text)))
}
