//! What every form of the group's texts does: it keeps a draft, sends, and lets a change be left.

use std::rc::Rc;

use yew::prelude::*;

use super::browser;
use super::button::{Tone, button, submit};
use super::context::{Ui, use_ui};
use super::el::{El, el};
use super::form_fields::{SOMEONE_ELSE, person_of};
use super::icon::Icon;
use crate::core::ids::PersonId;
use crate::i18n::Key;

/// What a form writes.
pub trait Written: Clone + PartialEq + 'static {
    /// As the text of its draft.
    fn draft(&self) -> String;

    /// What a draft holds.
    fn of_draft(text: &str) -> Self;

    /// Without what stands around its texts; nothing where that says nothing.
    fn ready(&self) -> Option<Self>;

    /// The name of whoever takes it on and is not in the list of people; `None` where nobody takes on what it writes.
    fn owner(&self) -> Option<&str> {
        None
    }

    /// Somebody of the list takes it on, or nobody; the name beside the list is forgotten where `named` is false.
    fn set_owner(&mut self, _person: Option<PersonId>, _named: bool) {}
}

impl Written for AttrValue {
    fn draft(&self) -> String {
        self.to_string()
    }

    fn of_draft(text: &str) -> Self {
        text.to_owned().into()
    }

    fn ready(&self) -> Option<Self> {
        let text = self.trim();
        (!text.is_empty()).then(|| text.to_owned().into())
    }
}

/// What a form starts from.
pub struct Start<'a, T> {
    /// Where its draft is kept.
    pub draft: &'a Rc<str>,
    /// Whether a draft that is there already is taken up.
    pub takes_up: bool,
    /// The revision that a change started from.
    pub base: u64,
    /// What is stored.
    pub stored: &'a T,
    /// What stands in it once it was sent.
    pub after: T,
    /// It takes the focus at once, unless a draft was taken up.
    pub focus: bool,
    /// Takes what was written.
    pub on_submit: &'a Callback<T>,
    /// Leaves everything as it was.
    pub on_cancel: Option<&'a Callback<()>>,
}

/// A form that is being filled in.
pub struct Form<T: 'static> {
    /// What stands in it.
    pub value: UseStateHandle<T>,
    /// Whoever takes it on is not in the list of people.
    pub elsewhere: bool,
    /// Its first field.
    pub first: NodeRef,
    /// Sends it, if it says anything.
    pub send: Callback<()>,
    /// Leaves everything as it was.
    pub cancel: Option<Callback<()>>,
    take: Callback<T>,
    set_elsewhere: UseStateSetter<bool>,
}

/// Something to write, or to change: what is typed is kept as a draft until it is sent or left.
#[hook]
pub fn use_form<T: Written>(start: Start<'_, T>) -> Form<T> {
    let ui = use_ui();
    let draft = use_state(|| ui.draft(start.draft).filter(|_| start.takes_up).map(|(_, text)| T::of_draft(&text)));
    let value = use_state(|| (*draft).clone().unwrap_or_else(|| start.stored.clone()));
    let elsewhere = use_state(|| value.owner().is_some_and(|name| !name.is_empty()));
    let first = use_node_ref();
    {
        let (first, focus) = (first.clone(), start.focus && draft.is_none());
        use_effect_with((), move |()| {
            if focus {
                browser::focus(&first);
            }
        });
    }
    let take = {
        let (ui, value, key, base) = (ui.clone(), value.clone(), start.draft.clone(), start.base);
        let stored = start.stored.draft();
        Callback::from(move |next: T| {
            ui.keep_draft(&key, base, &next.draft(), &stored);
            value.set(next);
        })
    };
    let send = {
        let (ui, value, first, key) = (ui.clone(), value.clone(), first.clone(), start.draft.clone());
        let (after, elsewhere, on_submit) = (start.after, elsewhere.clone(), start.on_submit.clone());
        Callback::from(move |()| {
            if let Some(written) = value.ready() {
                on_submit.emit(written);
                ui.drop_draft(&key);
                value.set(after.clone());
                elsewhere.set(false);
            }
            browser::focus(&first);
        })
    };
    let cancel = start.on_cancel.map(|cancel| {
        let (ui, key) = (ui.clone(), start.draft.clone());
        cancel.reform(move |()| ui.drop_draft(&key))
    });
    Form { elsewhere: *elsewhere, set_elsewhere: elsewhere.setter(), value, first, send, cancel, take }
}

impl<T: Written> Form<T> {
    /// Takes what was chosen in a field.
    pub fn on_change(&self, change: fn(&mut T, AttrValue)) -> Callback<Event> {
        self.taking(change)
    }

    /// Takes what is typed in a field, letter by letter.
    pub fn on_input(&self, change: impl Fn(&mut T, AttrValue) + 'static) -> Callback<InputEvent> {
        self.taking(change).reform(|event: InputEvent| event.into())
    }

    fn taking(&self, change: impl Fn(&mut T, AttrValue) + 'static) -> Callback<Event> {
        let (value, take) = (self.value.clone(), self.take.clone());
        Callback::from(move |event: Event| {
            let mut next = (*value).clone();
            change(&mut next, browser::value_of(&event));
            take.emit(next);
        })
    }

    /// Takes who is to see to it.
    pub fn on_owner(&self) -> Callback<Event> {
        let (value, take, elsewhere) = (self.value.clone(), self.take.clone(), self.set_elsewhere.clone());
        Callback::from(move |event: Event| {
            let chosen = browser::value_of(&event);
            let named = chosen == SOMEONE_ELSE;
            elsewhere.set(named);
            let mut next = (*value).clone();
            next.set_owner(person_of(&chosen), named);
            take.emit(next);
        })
    }

    /// Escape leaves it.
    pub fn on_key(&self) -> Callback<KeyboardEvent> {
        let cancel = self.cancel.clone();
        Callback::from(move |event: KeyboardEvent| {
            if let (true, Some(cancel)) = (event.key() == "Escape", &cancel) {
                cancel.emit(());
            }
        })
    }

    /// The button that sends, and the one that leaves.
    pub fn buttons(&self, ui: &Ui, label: &AttrValue, tone: Tone, class: &'static str) -> Html {
        let icon = if self.cancel.is_some() { Icon::Check } else { Icon::Plus };
        let mut buttons = vec![submit(label.clone(), tone.icon(icon))];
        if let Some(cancel) = &self.cancel {
            buttons.push(button(ui.t(Key::Cancel), Tone::Quiet.plain(), cancel.reform(|_| ())));
        }
        // The key keeps them the same elements when a field comes or goes before them.
        el("div", class).key("actions").children(buttons)
    }

    /// The form's own element.
    pub fn element(&self, class: &'static str) -> El {
        let send = self.send.clone();
        el("form", class).submit(Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            send.emit(());
        }))
    }
}

/// Parts the fields of a draft: no text that people type has it.
pub const BETWEEN: char = '\u{1f}';

/// Several fields as the text of a draft.
pub fn joined(fields: &[&str]) -> String {
    fields.join(&*BETWEEN.to_string())
}

/// The fields of a draft; those that it does not have are empty.
pub fn parted(text: &str) -> impl Iterator<Item = &str> {
    text.split(BETWEEN).chain(std::iter::repeat(""))
}

/// A text without what stands around it.
pub fn trimmed(text: &Rc<str>) -> Rc<str> {
    text.trim().into()
}
