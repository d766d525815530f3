//! Small buttons: with a pictogram, an identity to find them by, and the reason where they do nothing.

use yew::prelude::*;

/// The pictograms of the editor, on a grid of 20 by 20.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Up.
    Up,
    /// Down.
    Down,
    /// To take away.
    Bin,
    /// To copy.
    Copy,
    /// To add.
    Plus,
    /// To take back.
    Undo,
    /// To make again.
    Redo,
    /// To open.
    Open,
    /// To shut.
    Shut,
    /// To drag.
    Grip,
    /// To what comes before.
    Back,
    /// To what comes next.
    Forth,
}

impl Sign {
    const fn path(self) -> &'static str {
        match self {
            Self::Up => "M10 16V4M5 9l5-5 5 5",
            Self::Down => "M10 4v12M5 11l5 5 5-5",
            Self::Bin => "M4 6h12M8 6V4h4v2M6 6l.7 10h6.600L14 6",
            Self::Copy => "M7 7V3h10v10h-4M3 7h10v10H3z",
            Self::Plus => "M10 4v12M4 10h12",
            Self::Undo => "M7 4L3 8l4 4M3 8h9a5 5 0 0 1 0 10h-3",
            Self::Redo => "M13 4l4 4-4 4M17 8H8a5 5 0 0 0 0 10h3",
            Self::Open => "M5 8l5 5 5-5",
            Self::Shut => "M5 12l5-5 5 5",
            Self::Back => "M16 10H4M9 5l-5 5 5 5",
            Self::Forth => "M4 10h12M11 5l5 5-5 5",
            Self::Grip => "M7 5h.01M7 10h.01M7 15h.01M13 5h.01M13 10h.01M13 15h.01",
        }
    }

    /// The drawing.
    pub fn draw(self) -> Html {
        html! {
            <svg class="ll-icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false"><path d={self.path()} /></svg>
        }
    }
}

/// A button with only a pictogram; `why_not` says why it does nothing.
#[allow(clippy::needless_pass_by_value)] // A reason is made for its button alone.
pub fn tool(id: String, sign: Sign, name: &AttrValue, why_not: Option<AttrValue>, on: Callback<()>) -> Html {
    let label: AttrValue = match &why_not {
        Some(reason) => [&**name, ". ", reason].concat().into(),
        None => name.clone(),
    };
    let off = why_not.is_some();
    let onclick = Callback::from(move |event: MouseEvent| {
        event.stop_propagation();
        if !off {
            on.emit(());
        }
    });
    html! {
        <button type="button" {id} class="ll-btn ll-btn--icon" aria-label={label.clone()} title={label}
            aria-disabled={off.then_some("true")} {onclick}>{ sign.draw() }</button>
    }
}

/// A button with a pictogram and a text.
pub fn action(id: &str, sign: Option<Sign>, name: AttrValue, class: &'static str, off: bool, on: Callback<()>) -> Html {
    let onclick = Callback::from(move |_: MouseEvent| {
        if !off {
            on.emit(());
        }
    });
    html! {
        <button type="button" id={id.to_owned()} {class} aria-disabled={off.then_some("true")} {onclick}>
            { sign.map(Sign::draw).unwrap_or_default() }<span>{ name }</span>
        </button>
    }
}
