//! A chart at the width of its place, and the button that saves it as a picture.

use std::rc::Rc;

use gloo::events::EventListener;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::drawing::drawing;
use super::source::chosen;
use super::{Ask, ReportFacts};
use crate::core::report::chart::{Chart, Picture};
use crate::ui::button::{Tone, button};
use crate::ui::el::{el, group, none};

/// The narrowest chart.
const NARROWEST: i32 = 240;

/// What a chart is given.
#[derive(Clone, Properties, PartialEq)]
pub struct ChartProps {
    /// The words.
    pub page: Rc<ReportFacts>,
    /// The chart, with what stands around it in a picture.
    pub picture: Rc<Picture>,
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
    let drawn = if *width > 0 { drawing(&props.picture.chart.drawing(*width as f32)) } else { none() };
    let chart = el("div", "ll-rep-chart").node(place).child(drawn);
    group("figure", "ll-rep-figure", vec![chart, save_picture(&props.page, &props.picture, &props.on)])
}

/// A picture of a chart that needs no more than its title to be understood.
pub fn picture(page: &ReportFacts, chart: Chart, title: &str) -> Picture {
    let (told, notes) = (Vec::new(), Vec::new());
    Picture { title: title.into(), source: chosen(page), told, chart: Rc::new(chart), notes }
}

/// The button that saves a chart as a picture, by its name alone.
pub fn save(page: &ReportFacts, chart: &Rc<Chart>, name: &AttrValue, on: &Callback<Ask>) -> Html {
    save_picture(page, &Rc::new(picture(page, (**chart).clone(), name)), on)
}

/// The button that saves a chart as a picture.
pub fn save_picture(page: &ReportFacts, picture: &Rc<Picture>, on: &Callback<Ask>) -> Html {
    let label = page.words.with("save_picture", &picture.title);
    let onclick = {
        let picture = picture.clone();
        on.reform(move |_: MouseEvent| Ask::Picture(picture.clone()))
    };
    group("div", "ll-rep-save ll-noprint", vec![button(label, Tone::Quiet.plain(), onclick)])
}
