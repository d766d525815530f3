//! Pictograms, drawn in the colour of the text beside them. They never stand alone: a label says the same.

use yew::prelude::*;

use super::el::el;

/// The pictograms there are, on a grid of 20 by 20.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// Done, saved, consensus.
    Check,
    /// To the upper side.
    Right,
    /// To the lower side.
    Left,
    /// To no side.
    Both,
    /// Two ways; divided.
    Split,
    /// Not shown.
    Hidden,
    /// On.
    Next,
    /// To the group.
    Group,
    /// Up.
    Up,
    /// Down.
    Down,
    /// To change.
    Edit,
    /// To delete.
    Bin,
    /// To add.
    Plus,
    /// To take away.
    Minus,
    /// Hands in a room.
    Hand,
    /// To shut.
    Cross,
    /// To stop for now.
    Pause,
    /// To go on.
    Play,
    /// Under way.
    Sending,
    /// No connection.
    Offline,
    /// To be careful with.
    Warning,
    /// To know.
    Info,
    /// The end.
    Flag,
    /// The beginning.
    Home,
    /// To put on paper.
    Print,
    /// To save a file.
    Download,
    /// To copy.
    Copy,
    /// More to choose from.
    More,
    /// Who leads.
    Chair,
    /// A question to think about.
    Think,
    /// Opens in another tab.
    External,
    /// To see the results.
    Eye,
    /// A day.
    Calendar,
    /// To put together.
    Together,
}

impl Icon {
    const fn path(self) -> &'static str {
        match self {
            Self::Check => "M4 10.5l4 4 8-9",
            Self::Right => "M3 10h13M11 5l5 5-5 5",
            Self::Left => "M17 10H4M9 5l-5 5 5 5",
            Self::Both => "M3 10h14M6 7l-3 3 3 3M14 7l3 3-3 3",
            Self::Split => "M8 5l-5 5 5 5M12 5l5 5-5 5",
            Self::Hidden => {
                "M3 3l14 14M8.5 5.2A8 8 0 0 1 18 10a10 10 0 0 1-2 2.6M5.2 6.4A10 10 0 0 0 2 10c2 3.500 5 5 8 5a8 8 0 0 0 2.500-.4"
            }
            Self::Next => "M4 10h12M11 5l5 5-5 5",
            Self::Group => {
                "M7 9a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2 17c0-3 2-5 5-5s5 2 5 5M13 3.500a3 3 0 0 1 0 5M15 12.300c2 .7 3 2.400 3 4.700"
            }
            Self::Up => "M10 16V4M5 9l5-5 5 5",
            Self::Down => "M10 4v12M5 11l5 5 5-5",
            Self::Edit => "M4 16l1-4 8-8 3 3-8 8zM11.500 5.500l3 3",
            Self::Bin => "M4 6h12M8 6V4h4v2M6 6l.7 10h6.600L14 6M8.700 9v4M11.300 9v4",
            Self::Plus => "M10 4v12M4 10h12",
            Self::Minus => "M4 10h12",
            Self::Hand => {
                "M7 10V4.500a1 1 0 0 1 2 0V9m0-5.500a1 1 0 0 1 2 0V9m0-4.500a1 1 0 0 1 2 0V10m0-3a1 1 0 0 1 2 0v6a5 5 0 0 1-9.300 2.500L3.500 12a1 1 0 0 1 1.600-1.200L7 13"
            }
            Self::Cross => "M5 5l10 10M15 5L5 15",
            Self::Pause => "M7 5v10M13 5v10",
            Self::Play => "M6.500 4.500v11l9-5.500z",
            Self::Sending => {
                "M16 8A6.500 6.500 0 0 0 4.500 6.500M4 3v4h4M4 12a6.500 6.500 0 0 0 11.500 1.500M16 17v-4h-4"
            }
            Self::Offline => {
                "M3 3l14 14M10 15h.01M7 12a4.500 4.500 0 0 1 4.500-1M4.500 9A8 8 0 0 1 7 7.400M10 6.500a8.500 8.500 0 0 1 5.500 2.500"
            }
            Self::Warning => "M10 3l8 14H2zM10 8v4M10 14.500h.01",
            Self::Info => "M10 18a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM10 9v5M10 6h.01",
            Self::Flag => "M5 18V3M5 4h10l-2.500 3.500L15 11H5",
            Self::Home => "M3 9.500L10 4l7 5.500M5 8.500V16h10V8.500",
            Self::Download => "M10 3v10M6 9l4 4 4-4M3 14v3h14v-3",
            Self::Print => "M6 8V3h8v5M6 14H3V8h14v6h-3M6 12h8v5H6z",
            Self::Copy => "M7 7V3h10v10h-4M3 7h10v10H3z",
            Self::More => "M4 10h.01M10 10h.01M16 10h.01",
            Self::Chair => "M10 9a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM4 17c0-3 2.500-5 6-5s6 2 6 5",
            Self::Think => {
                "M8 14.500h4M8.500 17h3M7.500 12A5 5 0 1 1 12.500 12c-.5.5-.8 1.300-.8 2.300H8.300c0-1-.3-1.800-.8-2.300z"
            }
            Self::External => "M8 4H4v12h12v-4M11 3h6v6M17 3l-8 8",
            Self::Eye => {
                "M2 10c2-3.500 5-5 8-5s6 1.500 8 5c-2 3.500-5 5-8 5s-6-1.500-8-5zM10 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4z"
            }
            Self::Together => "M3 3h6v6H3zM11 3h6v6h-6zM3 12h14v5H3z",
            Self::Calendar => "M3 5h14v12H3zM3 9h14M7 3v3M13 3v3",
        }
    }

    /// The drawing.
    pub fn draw(self) -> Html {
        let path = el("path", "").fixed("d", self.path()).done();
        el("svg", "ll-icon")
            .fixed("viewBox", "0 0 20 20")
            .fixed("aria-hidden", "true")
            .fixed("focusable", "false")
            .child(path)
    }
}
