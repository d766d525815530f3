//! Where the reader of a report is: a page of it, a way to look, and which meetings. It stands in the fragment of the
//! page's address, so that a reload and the way back lead to the same: `page=statements&view=map&group=7&meeting=2`.

use std::rc::Rc;

use super::{Page, Report};

/// Where the reader is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// The page; `None` for the first that there is.
    pub page: Option<Page>,
    /// How to look at the statements.
    pub view: View,
    /// Which meetings.
    pub selection: Selection,
}

/// How to look at the statements.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// One by one.
    #[default]
    Each,
    /// All on a map.
    Map,
    /// All, by group, in a table.
    Groups,
}

/// Which meetings are looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The group; `None` for all.
    pub group: Option<Rc<str>>,
    /// Which of its meetings.
    pub which: Which,
    /// Which of the rounds of a vote.
    pub turn: Turn,
}

/// Which meeting of a group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Which {
    /// The latest in which it was asked and shown.
    #[default]
    Latest,
    /// The one of this number.
    Number(u32),
}

/// Which round of a vote, where there was more than one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Turn {
    /// The last that was revealed.
    #[default]
    Last,
    /// The first.
    First,
}

impl Selection {
    /// Whether it takes meetings of this group.
    pub fn takes(&self, group: &str) -> bool {
        self.group.as_ref().is_none_or(|chosen| **chosen == *group)
    }

    /// Whether it takes meetings of this number, where it is left open which of a group's counts.
    pub fn takes_number(&self, number: u32) -> bool {
        match self.which {
            Which::Latest => true,
            Which::Number(chosen) => chosen == number,
        }
    }
}

impl View {
    const ALL: [(Self, &'static str); 3] = [(Self::Each, "each"), (Self::Map, "map"), (Self::Groups, "groups")];

    /// Its name in addresses.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(view, _)| *view == self).map_or("", |(_, name)| name)
    }
}

impl Address {
    /// What a fragment says, with or without its `#`. What is unknown, or not in this report, is left out.
    pub fn read(fragment: &str, report: &Report) -> Self {
        let mut address = Self::default();
        let parts = fragment.trim_start_matches('#').split('&').filter_map(|part| part.split_once('='));
        for (name, value) in parts {
            match name {
                "page" => address.page = Page::named(value),
                "view" => address.view = View::ALL.iter().find(|(_, it)| *it == value).map_or(View::Each, |it| it.0),
                "group" => address.selection.group = report.group(value).map(|group| group.id.clone()),
                "meeting" => address.selection.which = value.parse().map_or(Which::Latest, Which::Number),
                "round" if value == "first" => address.selection.turn = Turn::First,
                _ => {}
            }
        }
        if let Which::Number(number) = address.selection.which
            && !(1..=report.numbers(&address.selection)).contains(&number)
        {
            address.selection.which = Which::Latest;
        }
        address
    }

    /// The fragment for it, with its `#`.
    pub fn write(&self) -> String {
        let mut parts: Vec<String> = Vec::new();
        parts.extend(self.page.map(|page| ["page=", page.name()].concat()));
        if self.view != View::Each {
            parts.push(["view=", self.view.name()].concat());
        }
        parts.extend(self.selection.group.as_ref().map(|group| ["group=", group].concat()));
        if let Which::Number(number) = self.selection.which {
            parts.push(["meeting=", &number.to_string()].concat());
        }
        if self.selection.turn == Turn::First {
            parts.push("round=first".to_owned());
        }
        ["#", &parts.join("&")].concat()
    }

    /// The same meetings on another page.
    #[must_use]
    pub fn on(&self, page: Page) -> Self {
        Self { page: Some(page), ..self.clone() }
    }
}
