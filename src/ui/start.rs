//! The page that tells what the exercise is for.

use yew::prelude::*;

use super::button::{Tone, button};
use super::context::Ui;
use super::earlier::earlier;
use super::el::{el, group, line, list, none};
use super::icon::Icon;
use super::join::JoinForm;
use super::page_heading::title;
use super::people::people;
use super::progress::progress;
use super::runs::runs;
use super::taking_part::done;
use super::who_sees::who_sees;
use crate::core::intent::Intent;
use crate::core::room::Place;
use crate::core::view::{Begin, GroupSize, Heading, RunChoice, Screen, StartView, Text};
use crate::i18n::Key;

/// Purpose and steps on one side; who sees what, who is there and Join on the other.
pub fn start(ui: &Ui, view: &StartView, screen: &Screen) -> Html {
    let group_name = screen.group.as_ref().map(|group| line("span", "", group.clone().into()));
    let meeting = view.meeting.as_ref().map(|meeting| {
        let number = ui.number(Key::MeetingNumber, meeting.number);
        list(vec![line("span", "", number), line("span", "", meeting.run.clone().into())])
    });
    let together = view.together.map(|time| line("span", "", ui.with(Key::MinutesTogether, &ui.minutes(time))));
    let size = view.group_size.map(|size| line("span", "", people_of(ui, size)));
    let hero = group(
        "header",
        "ll-hero",
        vec![
            group(
                "p",
                "ll-eyebrow",
                vec![
                    meeting.unwrap_or_default(),
                    line("span", "", ui.minutes(view.minutes)),
                    together.unwrap_or_default(),
                    size.unwrap_or_default(),
                    group_name.unwrap_or_default(),
                ],
            ),
            title(ui, screen.title.clone().into()),
            line("p", "ll-lead", view.goal.clone().into()),
        ],
    );
    let points = ui.count(Key::PointsOne, Key::PointsOther, view.points);
    let steps = match &view.progress {
        Some(done) => progress(ui, done),
        None => way(ui, &view.steps),
    };
    let about = vec![
        choose(ui, &view.runs),
        steps,
        #[cfg(feature = "whole")]
        earlier(ui, &view.earlier),
        told(ui.t(Key::LeavesWith), "", view.leaves_with.as_ref()),
        told(ui.t(Key::RhythmTitle), "", view.meeting.as_ref().and_then(|meeting| meeting.rhythm.as_ref())),
        told(points, "ll-muted", view.gradebook.as_ref()),
        view.when_to_use.as_ref().map(|text| line("p", "ll-muted", text.clone().into())).unwrap_or_default(),
    ];
    list(vec![hero, group("div", "ll-split", vec![group("div", "ll-split__main", about), door(ui, view, screen)])])
}

/// For how many people it is.
fn people_of(ui: &Ui, size: GroupSize) -> AttrValue {
    let (min, max) = (size.min.to_string(), size.max.to_string());
    let typical = size.typical.map(|typical| typical.to_string());
    let key = if typical.is_some() { Key::GroupSizeTypical } else { Key::GroupSize };
    ui.fill(key, &[("min", &min), ("max", &max), ("typical", typical.as_deref().unwrap_or_default())])
}

/// What this meeting goes through, for the one who leads to choose until it begins.
fn choose(ui: &Ui, choices: &[RunChoice]) -> Html {
    let Some(chosen) = choices.iter().find(|run| run.chosen) else {
        return none();
    };
    let on = ui.on.reform(|run: RunChoice| Intent::ChoosePart(run.part));
    group("div", "ll-part-of", vec![runs(ui, "ll-run", ui.t(Key::RunsTitle), choices, &chosen.part, &on)])
}

fn told(title: AttrValue, class: &'static str, text: Option<&Text>) -> Html {
    match text {
        Some(text) => group("div", "ll-part-of", vec![line("h3", "", title), line("p", class, text.clone().into())]),
        None => none(),
    }
}

fn way(ui: &Ui, steps: &[Heading]) -> Html {
    let step = |step: &Heading| {
        let (class, tag) = if step.optional {
            ("ll-way__optional", line("span", "ll-tag", ui.t(Key::Optional)))
        } else {
            ("", none())
        };
        let number = step.number.map(|number| number.to_string()).unwrap_or_default();
        el("li", class).key(step.step.as_str()).children(vec![
            el("span", "ll-way__mark").fixed("aria-hidden", "true").text(number.into()),
            line("span", "ll-way__title", step.title.clone().into()),
            tag,
            line("span", "ll-muted", ui.minutes(step.minutes)),
        ])
    };
    let steps = group("ol", "ll-way", steps.iter().map(step).collect());
    group("div", "ll-part-of", vec![line("h3", "", ui.t(Key::StepsTitle)), steps])
}

/// Who sees what, who is there, and the way in.
fn door(ui: &Ui, view: &StartView, screen: &Screen) -> Html {
    let warning = (view.missing > 0).then(|| {
        let text = ui.count(Key::MissingOne, Key::MissingOther, view.missing);
        group("p", "ll-warn", vec![Icon::Warning.draw(), line("span", "", text)])
    });
    let join = if screen.can_join {
        html! { <JoinForm /> }
    } else {
        none()
    };
    let joined = if screen.joined { vec![done(ui.t(Key::Joined))] } else { Vec::new() };
    let begin = match &view.begin {
        Begin::Lead { step, now } => {
            let tone = if *now { Tone::Primary } else { Tone::Secondary };
            let begin = ui.click(Intent::GoTo(Place::Step(step.clone())));
            button(ui.t(Key::StartGroup), tone.icon(Icon::Play), begin)
        }
        Begin::Waits => line("p", "ll-muted", ui.t(Key::WaitForStart)),
        Begin::No => none(),
    };
    let present = line("h3", "ll-label", ui.count(Key::PeopleOne, Key::PeopleOther, screen.present));
    let leave =
        if screen.can_leave { button(ui.t(Key::Leave), Tone::Quiet.plain(), ui.click(Intent::Leave)) } else { none() };
    el("section", "ll-card ll-door").attr("aria-label", ui.t(Key::DoorLabel)).children(vec![
        who_sees(ui, view.settings),
        warning.unwrap_or_default(),
        join,
        el("div", "ll-door__joined").fixed("role", "status").children(joined),
        begin,
        group("div", "", vec![present, people(ui, &screen.people, &screen.me)]),
        leave,
    ])
}
