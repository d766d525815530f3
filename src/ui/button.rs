//! Buttons. Functions, not components: there are many, and none has a state of its own.

use yew::prelude::*;

use super::el::{el, line, none};
use super::icon::Icon;

/// How much a button asks for attention.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// The one thing to do next.
    Primary,
    /// Anything else.
    #[default]
    Secondary,
    /// Beside a text.
    Quiet,
    /// Only a pictogram; the label is its name.
    Bare,
}

/// How a button looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// How much it asks for attention.
    pub tone: Tone,
    /// A pictogram before the label.
    pub icon: Option<Icon>,
    /// It cannot be pressed now, but keeps the focus.
    pub waiting: bool,
    /// Whether what it opens is open.
    pub expanded: Option<bool>,
}

impl Tone {
    /// With a pictogram.
    pub const fn icon(self, icon: Icon) -> Look {
        Look { tone: self, icon: Some(icon), waiting: false, expanded: None }
    }

    /// Without one.
    pub const fn plain(self) -> Look {
        Look { tone: self, icon: None, waiting: false, expanded: None }
    }
}

impl Look {
    /// Not to be pressed while `waiting`.
    pub const fn unless(self, waiting: bool) -> Self {
        Self { waiting, ..self }
    }

    const fn class(self) -> &'static str {
        match self.tone {
            Tone::Primary => "ll-btn ll-btn--primary",
            Tone::Secondary => "ll-btn",
            Tone::Quiet => "ll-btn ll-btn--quiet",
            Tone::Bare => "ll-btn ll-btn--icon",
        }
    }
}

/// A button.
pub fn button(label: AttrValue, look: Look, onclick: Callback<MouseEvent>) -> Html {
    button_at(NodeRef::default(), label, look, onclick)
}

/// A button that can be found again, to focus it.
pub fn button_at(node: NodeRef, label: AttrValue, look: Look, onclick: Callback<MouseEvent>) -> Html {
    let mut button = el("button", look.class()).fixed("type", "button").node(node);
    if look.waiting {
        button = button.fixed("aria-disabled", "true");
    } else {
        button = button.click(onclick);
    }
    if let Some(open) = look.expanded {
        button = button.fixed("aria-expanded", if open { "true" } else { "false" });
    }
    if look.tone == Tone::Bare {
        button = button.attr("aria-label", label.clone()).attr("title", label.clone());
    }
    button.children(inside(label, look))
}

/// A button that submits its form.
pub fn submit(label: AttrValue, look: Look) -> Html {
    el("button", look.class()).fixed("type", "submit").children(inside(label, look))
}

fn inside(label: AttrValue, look: Look) -> Vec<Html> {
    let icon = look.icon.map(Icon::draw).unwrap_or_default();
    let label = if look.tone == Tone::Bare { none() } else { line("span", "", label) };
    vec![icon, label]
}
