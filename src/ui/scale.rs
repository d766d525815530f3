//! The answers to one statement.

use yew::prelude::*;

use super::context::{say, use_ui};
use super::icon::Icon;
use crate::core::ids::ItemId;
use crate::core::intent::Intent;
use crate::core::room::Choice;
use crate::core::view::{ScalePoint, Text};

/// What it offers.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The statement.
    pub item: ItemId,
    /// The points of the scale, from the lowest.
    pub points: Vec<ScalePoint>,
    /// The opt-out.
    pub opt_out: Option<Text>,
    /// What is chosen.
    pub choice: Option<Choice>,
    /// It can only be read.
    pub disabled: bool,
}

/// Native radio buttons, drawn large; the opt-out belongs to them and stands apart.
#[component]
pub fn Scale(props: &Props) -> Html {
    let points = props.points.len();
    html! {
        <div class="ll-scale">
            <div class={classes!("ll-scale__points", (points > 5).then_some("ll-scale__points--many"))}>
                for (at, point) in props.points.iter().enumerate() {
                    <Point key={point.value} item={props.item.clone()} choice={Choice::Point(point.value)} label={point.label.clone()}
                        side={side(at, points)} chosen={props.choice == Some(Choice::Point(point.value))} disabled={props.disabled} />
                }
            </div>
            if let Some(label) = &props.opt_out {
                <Point item={props.item.clone()} choice={Choice::OptOut} label={label.clone()} side="out"
                    chosen={props.choice == Some(Choice::OptOut)} disabled={props.disabled} />
            }
        </div>
    }
}

/// Which side of the scale a point is on, and how far out: the last part of class names.
pub fn side(at: usize, points: usize) -> &'static str {
    let (low, high) = (at + 1, points - at);
    let outer = at.min(points - 1 - at) < points / 4 || points < 4;
    match low.cmp(&high) {
        std::cmp::Ordering::Less if outer => "n2",
        std::cmp::Ordering::Less => "n1",
        std::cmp::Ordering::Equal => "0",
        std::cmp::Ordering::Greater if outer => "p2",
        std::cmp::Ordering::Greater => "p1",
    }
}

#[derive(Properties, PartialEq)]
struct PointProps {
    item: ItemId,
    choice: Choice,
    label: Text,
    side: &'static str,
    chosen: bool,
    disabled: bool,
}

#[component]
fn Point(props: &PointProps) -> Html {
    let ui = use_ui();
    let onchange = {
        let (item, choice) = (props.item.clone(), props.choice);
        ui.on.reform(move |_: Event| Intent::Answer { item: item.clone(), choice })
    };
    let name = ["ll-answer-", props.item.as_str()].concat();
    html! {
        <label class={["ll-choice ll-choice--", props.side].concat()}>
            <input type="radio" {name} checked={props.chosen} disabled={props.disabled} {onchange} />
            <span class="ll-choice__dot" aria-hidden="true">{ Icon::Check.draw() }</span>
            <span class="ll-choice__label">{ say(&props.label) }</span>
        </label>
    }
}
