//! Who takes part.

use yew::prelude::*;

use super::button::{Button, Tone};
use super::context::{say, use_ui};
use super::icon::Icon;
use crate::core::ids::PersonId;
use crate::core::intent::Intent;
use crate::core::room::Person;
use crate::i18n::Key;

/// What it shows.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Who joined.
    pub people: Vec<Person>,
    /// The user themself.
    #[prop_or_default]
    pub me: Option<PersonId>,
    /// Whether the user can mark somebody absent.
    #[prop_or_default]
    pub marking: bool,
}

/// The people as a list of names.
#[component]
pub fn People(props: &Props) -> Html {
    let ui = use_ui();
    html! {
        <ul class="ll-people">
            for person in &props.people {
                <li key={person.id.as_str()} class={classes!("ll-person", (!person.present).then_some("ll-person--away"))}>
                    <span class="ll-person__face" aria-hidden="true">{ initial(&person.name) }</span>
                    <span>{ say(&person.name) }</span>
                    if props.me.as_ref() == Some(&person.id) {
                        <span class="ll-person__note">{ ui.t(Key::You) }</span>
                    }
                    if !person.present {
                        <span class="ll-person__note">{ ui.t(Key::Absent) }</span>
                    }
                    if props.marking {
                        <Button tone={Tone::Icon} icon={if person.present { Icon::Cross } else { Icon::Plus }}
                            label={ui.with(if person.present { Key::MarkAbsent } else { Key::MarkPresent }, &person.name)}
                            onclick={ui.click(Intent::Mark { person: person.id.clone(), present: !person.present })} />
                    }
                </li>
            }
        </ul>
    }
}

/// The first letter of a name.
pub fn initial(name: &str) -> String {
    name.chars().find(|c| c.is_alphanumeric()).map(|c| c.to_uppercase().to_string()).unwrap_or_default()
}
