//! How the user comes to the app that takes the place of its first stage: as to any other page.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::browser;

/// A live region is read aloud when it changes, not when it appears; in milliseconds.
const PAUSE_MS: u32 = 200;

/// How the user comes here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Arrival {
    /// The heading gets the focus.
    pub focus: bool,
    /// The place of the group is said aloud.
    pub say: bool,
}

/// Moves the focus to the heading where that is asked for; whether it is time to say where the group is.
#[hook]
pub fn use_arrival(arrival: Arrival, heading: &NodeRef) -> bool {
    let settled = use_state(|| false);
    {
        let (settled, heading) = (settled.setter(), heading.clone());
        use_effect_with((), move |()| {
            if arrival.focus {
                browser::focus(&heading);
            }
            let timer = arrival.say.then(|| Timeout::new(PAUSE_MS, move || settled.set(true)));
            move || drop(timer)
        });
    }
    *settled
}
