//! A rehearsal as a page of its own, for those who lead an exercise and do not edit it.

use std::rc::Rc;

use serde_json::Value;
use web_sys::Element;
use yew::prelude::*;

use super::rehearsal::Rehearsal;
use super::trying::Trying;
use crate::core::room::Settings;
use crate::i18n::Catalogue;
use crate::protocol::embedded::strings;
use crate::protocol::json::Members;
use crate::protocol::{Malformed, read};
use crate::ui::editor::{Preview, Seat, Trial, TrialIntent, Wanted};

/// How many simulated participants there are at first.
const PEOPLE: u32 = 5;

/// What the page holds (`docs/protocol.md`, "Embedded for a rehearsal").
struct Page {
    exercise: Value,
    language: String,
    words: Rc<Catalogue>,
    settings: Settings,
    name: String,
    home: AttrValue,
}

impl Page {
    fn begin(&self, trying: &Rc<Trying>, wanted: &Wanted) -> Option<Trial> {
        let Self { exercise, language, words, settings, name, .. } = self;
        trying.begin(&Rehearsal { exercise, language, words, settings: *settings, name }, wanted)
    }
}

/// Starts it with the page's data.
///
/// # Errors
/// [`Malformed`] with the first member that is not as the protocol says.
pub fn mount(root: Element, page: Members) -> Result<(), Malformed> {
    let page = Page {
        exercise: page.any("exercise").clone(),
        language: page.str("lang")?.to_owned(),
        words: Rc::new(Catalogue::new(strings(page.any("strings"))?)),
        settings: read::settings(page.object("settings")?)?,
        name: page.str("name")?.to_owned(),
        home: page.object("urls")?.str("home")?.to_owned().into(),
    };
    let wanted = Wanted { people: PEOPLE, run: String::new(), seat: Seat::Leader };
    let trying = Rc::new(Trying::default());
    let trial = page.begin(&trying, &wanted).ok_or(Malformed("exercise"))?;
    yew::Renderer::<Root>::with_root_and_props(root, Props { page: Rc::new(page), trying, trial }).render();
    Ok(())
}

#[derive(Properties)]
struct Props {
    page: Rc<Page>,
    trying: Rc<Trying>,
    trial: Trial,
}

impl PartialEq for Props {
    /// It is drawn once.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.page, &other.page)
    }
}

#[component]
fn Root(props: &Props) -> Html {
    let trial = use_state(|| props.trial.clone());
    {
        let (trying, trial) = (props.trying.clone(), trial.setter());
        use_effect_with((), move |()| trying.on_trial(Callback::from(move |next| trial.set(next))));
    }
    let on = {
        let (page, trying, trial) = (props.page.clone(), props.trying.clone(), trial.setter());
        use_callback((), move |intent: TrialIntent, ()| match intent {
            TrialIntent::Begin(wanted) => {
                if let Some(begun) = page.begin(&trying, &wanted) {
                    trial.set(begun);
                }
            }
            other => trying.carry_out(other),
        })
    };
    let page = &props.page;
    html! {
        <Preview words={page.words.clone()} trial={(*trial).clone()} {on}>
            <a class="ll-btn ll-btn--primary" href={page.home.clone()}>{ page.words.find("edit:rehearsal_back") }</a>
        </Preview>
    }
}
