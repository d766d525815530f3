//! A button.

use yew::prelude::*;

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
    Icon,
}

impl Tone {
    const fn class(self) -> &'static str {
        match self {
            Self::Primary => "ll-btn ll-btn--primary",
            Self::Secondary => "ll-btn",
            Self::Quiet => "ll-btn ll-btn--quiet",
            Self::Icon => "ll-btn ll-btn--icon",
        }
    }
}

/// What a button shows and does.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What it says.
    pub label: AttrValue,
    /// What it does.
    #[prop_or_default]
    pub onclick: Callback<MouseEvent>,
    /// How much it asks for attention.
    #[prop_or_default]
    pub tone: Tone,
    /// A pictogram before the label.
    #[prop_or_default]
    pub icon: Option<Icon>,
    /// It cannot be pressed now, but keeps the focus.
    #[prop_or_default]
    pub waiting: bool,
    /// It submits its form.
    #[prop_or_default]
    pub submit: bool,
    /// Whether what it opens is open.
    #[prop_or_default]
    pub expanded: Option<bool>,
    /// To focus it.
    #[prop_or_default]
    pub node: NodeRef,
}

/// A button.
#[component]
pub fn Button(props: &Props) -> Html {
    let bare = props.tone == Tone::Icon;
    let onclick = if props.waiting { Callback::noop() } else { props.onclick.clone() };
    html! {
        <button ref={props.node.clone()} type={if props.submit { "submit" } else { "button" }}
            class={props.tone.class()} {onclick}
            aria-disabled={props.waiting.then_some("true")}
            aria-expanded={props.expanded.map(|open| if open { "true" } else { "false" })}
            aria-label={bare.then(|| props.label.clone())} title={bare.then(|| props.label.clone())}>
            { props.icon.map(Icon::draw) }
            if !bare {
                <span>{ &props.label }</span>
            }
        </button>
    }
}
