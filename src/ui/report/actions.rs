//! Follow-up actions of all groups and meetings.

use yew::prelude::*;

use super::PageProps;
use crate::ui::el::none;

/// Follow-up actions of all groups and meetings.
#[component]
pub fn Actions(_props: &PageProps) -> Html {
    none()
}
