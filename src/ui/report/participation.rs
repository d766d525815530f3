//! Who took part in what.

use yew::prelude::*;

use super::PageProps;
use crate::ui::el::none;

/// Who took part in what.
#[component]
pub fn Participation(_props: &PageProps) -> Html {
    none()
}
