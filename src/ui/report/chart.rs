//! A chart at the width of its place, and the button that saves it as a picture.

use std::rc::Rc;

use gloo::events::EventListener;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::drawing::drawing;
use super::{Ask, ReportFacts};
use crate::core::report::chart::Chart;
use crate::ui::button::{Tone, button};
use crate::ui::el::{el, group, none};

/// The width of pictures.
const PICTURE: f32 = 960.0;
/// The narrowest chart.
const NARROWEST: i32 = 240;

/// What a chart is given.
#[derive(Clone, Properties, PartialEq)]
pub struct ChartProps {
    /// The words.
    pub page: Rc<ReportFacts>,
    /// The chart.
    pub chart: Rc<Chart>,
    /// What it is called.
    pub name: AttrValue,
    /// Takes what the reader wants of the host.
    pub on: Callback<Ask>,
}

/// The chart, laid out for the width that it has: measured once, and when the window changes.
#[component]
pub fn ChartAtWidth(props: &ChartProps) -> Html {
    let place = use_node_ref();
    let width = use_state_eq(|| 0);
    {
        let (place, width) = (place.clone(), width.setter());
        use_effect_with((), move |()| {
            let measure = move || {
                if let Some(element) = place.cast::<HtmlElement>() {
                    width.set(element.client_width().max(NARROWEST));
                }
            };
            measure();
            let window = web_sys::window();
            let listener = window.map(|window| EventListener::new(&window, "resize", move |_| measure()));
            move || drop(listener)
        });
    }
    #[allow(clippy::cast_precision_loss)] // No screen is that wide.
    let drawn = if *width > 0 { drawing(&props.chart.drawing(*width as f32)) } else { none() };
    let chart = el("div", "ll-rep-chart").node(place).child(drawn);
    group("figure", "ll-rep-figure", vec![chart, save(&props.page, &props.chart, &props.name, &props.on)])
}

/// The button that saves a chart as a picture.
pub fn save(page: &ReportFacts, chart: &Rc<Chart>, name: &AttrValue, on: &Callback<Ask>) -> Html {
    let (chart, file) = (chart.clone(), [&*page.facts.report.name, " - ", name].concat());
    let onclick =
        on.reform(move |_: MouseEvent| Ask::Picture { drawing: Rc::new(chart.drawing(PICTURE)), name: file.clone() });
    let label = page.words.with("save_picture", name);
    group("div", "ll-rep-save ll-noprint", vec![button(label, Tone::Quiet.plain(), onclick)])
}
