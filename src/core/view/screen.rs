//! From a session to its screen: which page, and what stands around it.

use std::rc::Rc;

use super::Text;
use super::actions::{ActionsView, actions};
use super::chair::{Chair, chair};
use super::closing::{ClosingView, closing};
use super::confirm::{ConfirmView, confirm};
use super::facilitation::{Facilitation, facilitation};
use super::frame::{Frame, Heading};
#[cfg(not(feature = "whole"))]
use super::hands::need_whole;
use super::info::{InfoView, info};
use super::nav::{NavEntry, nav};
use super::notes::{NotesView, notes};
use super::plan::{PlanView, plan};
use super::principles::{PrinciplesView, principles};
use super::progress::{Alone, alone};
use super::questions::{QuestionsView, questions};
use super::start::{StartView, start};
use super::state::{Banner, Message, Saved, banner, messages, saved};
use super::statements::{StatementsView, statements};
use super::timer::{TimerView, timer};
use crate::core::format::{Block, Step};
use crate::core::ids::PersonId;
use crate::core::room::{Notice, Person, Place, Room};
use crate::core::session::{Drafts, Session};

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
    /// Back and forth below the step, for who goes at their own pace.
    pub alone: Option<Alone>,
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

/// The page in the middle.
#[derive(Clone, Debug, PartialEq)]
pub enum Page {
    /// No room: only the reason.
    Unavailable(Notice),
    /// What the exercise is for, and Join.
    Start(StartView),
    /// Something to read.
    Info(InfoView),
    /// Voting, or its results.
    Statements(StatementsView),
    /// Questions, or what came of them.
    Questions(QuestionsView),
    /// Notes in columns.
    #[cfg(feature = "whole")]
    Notes(NotesView),
    /// Follow-up actions.
    #[cfg(feature = "whole")]
    Actions(ActionsView),
    /// Scope and principles.
    #[cfg(feature = "whole")]
    Principles(PrinciplesView),
    /// Goals for named periods.
    #[cfg(feature = "whole")]
    Plan(PlanView),
    /// A summary to confirm.
    #[cfg(feature = "whole")]
    Confirm(ConfirmView),
    /// What the group leaves with.
    #[cfg(feature = "whole")]
    Closing(ClosingView),
    /// What the first stage shows of a page that only the whole app draws: the heading of its step; `None` for the
    /// closing page.
    Further(Option<Heading>),
}

impl Page {
    /// The heading of the step on a page; `None` for the start, the closing page, and where there is no room.
    pub fn heading(&self) -> Option<&Heading> {
        match self {
            Self::Unavailable(_) | Self::Start(_) => None,
            Self::Info(view) => Some(&view.heading),
            Self::Statements(view) => Some(&view.heading),
            Self::Questions(view) => Some(&view.heading),
            #[cfg(feature = "whole")]
            Self::Notes(view) => Some(&view.heading),
            #[cfg(feature = "whole")]
            Self::Actions(view) => Some(&view.heading),
            #[cfg(feature = "whole")]
            Self::Principles(view) => Some(&view.heading),
            #[cfg(feature = "whole")]
            Self::Plan(view) => Some(&view.heading),
            #[cfg(feature = "whole")]
            Self::Confirm(view) => Some(&view.heading),
            #[cfg(feature = "whole")]
            Self::Closing(_) => None,
            Self::Further(heading) => heading.as_ref(),
        }
    }
}

/// Everything there is to draw for a session.
pub fn screen(session: &Session) -> Screen {
    let room = session.room();
    let frame = room.map(|room| Frame::new(session, room));
    let me = session.me();
    Screen {
        title: session.exercise.title.get(session.language),
        group: room.and_then(|room| room.group.as_ref()).map(|group| group.name.clone()),
        nav: frame.as_ref().map(nav).unwrap_or_default(),
        page: match &frame {
            None => Page::Unavailable(me.notice.unwrap_or(Notice::NoRight)),
            Some(frame) => page(frame),
        },
        alone: frame.as_ref().and_then(alone),
        timer: room.and_then(|room| timer(session, room)),
        facilitation: frame.as_ref().and_then(facilitation),
        chair: frame.as_ref().and_then(chair),
        saved: saved(session),
        banner: frame.as_ref().and_then(banner),
        messages: messages(session),
        people: room.map(|room| room.people.clone()).unwrap_or_default(),
        present: room.map_or(0, Room::present),
        drafts: session.drafts().clone(),
        me: me.person.clone(),
        joined: session.is_present(),
        can_leave: session.is_present() && session.can_contribute(),
        can_join: frame.as_ref().is_some_and(Frame::can_join),
    }
}

fn page(frame: &Frame) -> Page {
    match frame.session.place() {
        Place::Start => Page::Start(start(frame)),
        #[cfg(feature = "whole")]
        Place::Closing => Page::Closing(closing(frame)),
        #[cfg(not(feature = "whole"))]
        Place::Closing => Page::Further(None),
        Place::Step(id) => match frame.step(&id) {
            Some(step) => step_page(frame, step),
            None => Page::Start(start(frame)),
        },
    }
}

fn step_page(frame: &Frame, step: &Step) -> Page {
    match &step.block {
        Block::Info(block) => Page::Info(info(frame, step, block)),
        #[cfg(not(feature = "whole"))]
        Block::Statements(_) | Block::Questions(_) if need_whole(frame, step) => {
            Page::Further(Some(super::frame::heading(frame, step)))
        }
        Block::Statements(block) => Page::Statements(statements(frame, step, block)),
        #[cfg(not(feature = "whole"))]
        Block::Questions(_) if frame.is_revealed(step) => Page::Further(Some(super::frame::heading(frame, step))),
        Block::Questions(block) => Page::Questions(questions(frame, step, block)),
        #[cfg(feature = "whole")]
        Block::Notes(block) => Page::Notes(notes(frame, step, block)),
        #[cfg(feature = "whole")]
        Block::Actions(block) => Page::Actions(actions(frame, step, block)),
        #[cfg(feature = "whole")]
        Block::Plan(block) => Page::Plan(plan(frame, step, block)),
        #[cfg(feature = "whole")]
        Block::Principles(block) => Page::Principles(principles(frame, step, block)),
        #[cfg(feature = "whole")]
        Block::Confirm(block) => Page::Confirm(confirm(frame, step, block)),
        #[cfg(not(feature = "whole"))]
        _ => Page::Further(Some(super::frame::heading(frame, step))),
    }
}
