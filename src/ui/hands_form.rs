//! A form for counted hands.

use std::rc::Rc;

use yew::prelude::*;

use super::button::{Tone, submit};
use super::context::use_ui;
use super::draft::new_key;
use super::el::{el, field, group, line, none};
use super::form::{BETWEEN, Start, Written, joined, use_form};
use super::form_fields::{labelled, option, select};
use super::icon::Icon;
use crate::core::blocks::hands::HANDS_LIMIT;
use crate::core::ids::StepId;
use crate::core::intent::Intent;
use crate::core::room::{Body, Hands};
use crate::core::view::{HandsItem, Text};
use crate::i18n::Key;

/// What it asks.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The step.
    pub step: StepId,
    /// What hands can be counted for.
    pub items: Vec<HandsItem>,
}

/// Which item, and a number for each point; what is not filled in counts as none.
#[component]
pub fn HandsForm(props: &Props) -> Html {
    let ui = use_ui();
    let wrong = use_state(|| false);
    let on_submit = {
        let (ui, step, items) = (ui.clone(), props.step.clone(), props.items.clone());
        Callback::from(move |typed: Typed| {
            if let Some(body) = typed.body(&items) {
                ui.send(Intent::Create { step: step.clone(), body });
            }
        })
    };
    let form = use_form(Start {
        draft: &new_key(&props.step, "hands"),
        takes_up: true,
        base: 0,
        stored: &Typed::default(),
        after: Typed::default(),
        focus: false,
        on_submit: &on_submit,
        on_cancel: None,
    });
    let typed = &form.value;
    let Some(item) = typed.item(&props.items) else {
        return none();
    };
    let choose = form.on_change(|typed, item| *typed = Typed { item: item.as_str().into(), counts: Vec::new() });
    let option = |it: &HandsItem| {
        let text = [&it.number.to_string(), ". ", &*it.text].concat();
        option(it.item.as_str(), text.into(), it.item == item.item)
    };
    let which = select(false, form.first.clone(), choose, props.items.iter().map(option).collect());
    let which = labelled(&ui, "ll-field", Key::HandsItem, true, which);
    let count = |(place, label): (usize, &Text)| {
        let value = typed.count(place);
        let invalid = *wrong && read(value).is_none();
        let input = field(None, value.to_owned().into(), 4)
            .fixed("inputmode", "numeric")
            .fixed("autocomplete", "off")
            .fixed_if(invalid, "aria-invalid", "true")
            .input(form.on_input(move |typed, count| typed.set_count(place, &count)))
            .done();
        let key = place.to_string();
        let label = line("span", "ll-field__label", label.clone().into());
        el("label", "ll-field ll-hands__field").key(&key).children(vec![label, input])
    };
    let counts = item.points.iter().chain(&item.opt_out).enumerate().map(count).collect();
    let legend = line("legend", "ll-field__label", ui.t(Key::HandsEach));
    let counts = group("fieldset", "ll-hands__counts", vec![legend, group("div", "ll-hands__fields", counts)]);
    let told = if *wrong { ui.number(Key::HandsWrong, HANDS_LIMIT) } else { AttrValue::default() };
    let onsubmit = {
        let (send, typed, wrong) = (form.send.clone(), typed.clone(), wrong.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let ready = typed.ready();
            wrong.set(ready.is_none());
            if let Some(sent) = ready {
                send.emit(());
                // The next count may well be for the same item.
                typed.set(Typed { counts: Vec::new(), ..sent });
            }
        })
    };
    el("form", "ll-hands__form").submit(onsubmit).children(vec![
        line("p", "ll-muted", ui.t(Key::HandsHow)),
        which,
        counts,
        el("p", "ll-hands__wrong").fixed("role", "alert").text(told),
        group("div", "ll-actions", vec![submit(ui.t(Key::HandsSave), Tone::Secondary.icon(Icon::Plus))]),
    ])
}

/// What stands in the form.
#[derive(Clone, Debug, Default, PartialEq)]
struct Typed {
    /// What is counted for; empty for the first item there is.
    item: Rc<str>,
    /// As typed, for each point or option and then the opt-out; those behind the last are empty.
    counts: Vec<Rc<str>>,
}

impl Typed {
    fn item<'a>(&self, items: &'a [HandsItem]) -> Option<&'a HandsItem> {
        items.iter().find(|it| it.item.as_str() == &*self.item).or(items.first())
    }

    fn count(&self, place: usize) -> &str {
        self.counts.get(place).map_or("", |count| count)
    }

    fn set_count(&mut self, place: usize, count: &str) {
        self.counts.resize(self.counts.len().max(place + 1), "".into());
        self.counts[place] = count.into();
    }

    fn body(&self, items: &[HandsItem]) -> Option<Body> {
        let item = self.item(items)?;
        let count = |place: usize| read(self.count(place));
        let points = item.points.len();
        let opt_outs = item.opt_out.as_ref().map_or(Some(0), |_| count(points))?;
        let counts = (0..points).map(count).collect::<Option<_>>()?;
        Some(Body::Hands(Hands { item: item.item.clone(), counts, opt_outs }))
    }
}

impl Written for Typed {
    fn draft(&self) -> String {
        let fields: Vec<&str> = std::iter::once(&*self.item).chain(self.counts.iter().map(|it| &**it)).collect();
        joined(&fields)
    }

    fn of_draft(text: &str) -> Self {
        let (item, counts) = text.split_once(BETWEEN).unwrap_or((text, ""));
        Self { item: item.into(), counts: counts.split(BETWEEN).map(Rc::from).collect() }
    }

    fn ready(&self) -> Option<Self> {
        let counts: Option<Vec<u32>> = self.counts.iter().map(|it| read(it)).collect();
        counts?.iter().any(|count| *count > 0).then(|| self.clone())
    }
}

fn read(text: &str) -> Option<u32> {
    match text.trim() {
        "" => Some(0),
        number => number.parse().ok().filter(|number| *number <= HANDS_LIMIT),
    }
}
