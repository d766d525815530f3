//! The big screen in front of the room: where the group is, the time, how many have answered, and what there is to look
//! at, one thing at a time.

mod join;
mod keys;
mod slide;

use std::rc::Rc;

use yew::prelude::*;

use self::join::join;
use self::keys::use_turning;
use super::banner::logged_out;
use super::browser;
use super::button::{Look, Tone, button};
use super::context::{DraftBook, Ui};
use super::el::{el, group, line, none};
use super::icon::Icon;
use super::messages::messages;
use super::saved::saved_status;
use super::timer::Timer;
use crate::core::intent::Intent;
use crate::core::view::presenting::{answered, chapter, slides};
use crate::core::view::{Page, Saved, Screen};
use crate::i18n::{Catalogue, Key};

/// What it shows.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Everything there is to draw.
    pub screen: Rc<Screen>,
    /// The words of the interface.
    pub catalogue: Rc<Catalogue>,
    /// Where people come in; empty where there is no such address.
    pub address: AttrValue,
    /// Takes what is wanted; here only that a message was read.
    pub on: Callback<Intent>,
}

/// The whole big screen. It follows the group; a new page begins with its first slide.
#[component]
pub fn BigScreen(props: &Props) -> Html {
    let heading_node = use_node_ref();
    let screen = &props.screen;
    let ui = Ui {
        catalogue: props.catalogue.clone(),
        on: props.on.clone(),
        heading: heading_node.clone(),
        ask_name: false,
        shared: AttrValue::default(),
        drafts: DraftBook::default(),
    };
    let joining = use_state(|| false);
    let all = slides(&screen.page);
    let shut = {
        let joining = joining.clone();
        Callback::from(move |()| joining.set(false))
    };
    let (at, turn) = use_turning(all.len(), chapter(screen), shut);
    let slide = all[at.min(all.len() - 1)];

    let body = if *joining { join(&ui, &props.address) } else { slide::slide(&ui, screen, slide, &props.address) };
    let toggle = {
        let joining = joining.clone();
        Callback::from(move |_| joining.set(!*joining))
    };
    let can_join = !props.address.is_empty() && !matches!(screen.page, Page::Start(_));
    let code = if can_join {
        button(ui.t(Key::PresentCode), Look { expanded: Some(*joining), ..Tone::Quiet.icon(Icon::Group) }, toggle)
    } else {
        none()
    };
    let full =
        button(ui.t(Key::PresentFull), Tone::Quiet.icon(Icon::External), Callback::from(|_| browser::full_screen()));
    let timer = screen.timer.map(|timer| html! { <Timer {timer} /> });
    let app = group(
        "div",
        "ll-app ll-big",
        vec![
            group("header", "ll-big__top", vec![place(&ui, screen), timer.unwrap_or_default()]),
            group("div", "ll-big__page", vec![logged_out(&ui, screen.saved), body]),
            el("p", "ll-sr").fixed("role", "status").text(title_of(&ui, screen)),
            messages(&ui, &screen.messages),
            group(
                "footer",
                "ll-big__foot",
                vec![
                    standing(&ui, screen),
                    if screen.saved == Saved::Saved { none() } else { saved_status(&ui, screen.saved) },
                    group("div", "ll-actions", vec![turning(&ui, at, all.len(), &turn), code, full]),
                ],
            ),
        ],
    );
    html! { <ContextProvider<Ui> context={ui}>{ app }</ContextProvider<Ui>> }
}

/// Where the group is.
fn place(ui: &Ui, screen: &Screen) -> Html {
    let step = screen.page.heading();
    // The exercise's title is the page's; it stands large where there is no step.
    let small = step.is_some() || is_closing(&screen.page);
    let mut about = if small { vec![line("h1", "", screen.title.clone().into())] } else { Vec::new() };
    if let Some(team) = &screen.group {
        about.push(line("span", "", team.clone().into()));
    }
    if let Some(number) = step.and_then(|step| step.number) {
        about.push(line("span", "", ui.number(Key::StepNumber, number.into())));
    }
    let title = el(if small { "h2" } else { "h1" }, "ll-big__title")
        .fixed("id", "ll-heading")
        .fixed("tabindex", "-1")
        .node(ui.heading.clone())
        .text(title_of(ui, screen));
    group("div", "ll-big__place", vec![group("div", "ll-eyebrow", about), title])
}

/// What the place is called: the step, or the exercise.
fn title_of(ui: &Ui, screen: &Screen) -> AttrValue {
    match screen.page.heading() {
        Some(step) => step.title.clone().into(),
        None if is_closing(&screen.page) => ui.t(Key::PlaceClosing),
        None => screen.title.clone().into(),
    }
}

fn is_closing(page: &Page) -> bool {
    match page {
        #[cfg(feature = "whole")]
        Page::Closing(_) => true,
        // What the first stage has in its place.
        Page::Further(heading) => heading.is_none(),
        _ => false,
    }
}

/// How many have answered while somebody is asked something, else who is there.
fn standing(ui: &Ui, screen: &Screen) -> Html {
    let Some((answered, present)) = answered(&screen.page) else {
        let people = ui.count(Key::PeopleOne, Key::PeopleOther, screen.present);
        return group("p", "ll-big__standing", vec![Icon::Group.draw(), line("span", "", people)]);
    };
    let bar = el("progress", "")
        .attr("value", answered.to_string().into())
        .attr("max", present.max(1).to_string().into())
        .fixed("aria-hidden", "true")
        .done();
    let text = el("span", "").fixed("role", "status").text(ui.of(Key::VoteGroup, answered, present));
    group("p", "ll-big__standing", vec![bar, text])
}

/// Back and forth, where there is more than one thing to look at.
fn turning(ui: &Ui, at: usize, all: usize, turn: &Callback<isize>) -> Html {
    if all < 2 {
        return none();
    }
    let to = |key: Key, icon: Icon, by: isize, end: bool| {
        let turn = turn.clone();
        button(ui.t(key), Tone::Bare.icon(icon).unless(end), Callback::from(move |_| turn.emit(by)))
    };
    let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    group(
        "div",
        "ll-big__turn",
        vec![
            to(Key::PresentBack, Icon::Left, -1, at == 0),
            line("span", "", ui.of(Key::PresentSlide, number(at + 1), number(all))),
            to(Key::PresentNext, Icon::Right, 1, at + 1 == all),
        ],
    )
}
