//! Scales that something was answered on, before and after.

use serde_json::Value;

use super::super::pointer::{list, member, text, values};
use super::super::used::UsedKind;
use super::{Kept, Versions, setting};

/// A scale of the stored version and what takes its place.
pub struct Pair<'a> {
    /// Where it is chosen.
    pub at: String,
    /// The scale as it was.
    before: &'a Value,
    /// The name of the scale as it will be.
    pub name: &'a str,
    /// The scale as it will be.
    after: &'a Value,
}

/// Every scale that something was answered on, by where it is chosen.
pub fn answered<'a>(versions: Versions<'a>) -> Vec<Pair<'a>> {
    let mut found: Vec<Pair> = Vec::new();
    let mut add = |at: String, before: &'a Value, after: &'a Value| {
        let (before, name) = (text(before, "scale"), text(after, "scale"));
        let scale = |exercise: &'a Value, name: &str| exercise.get("scales").and_then(|scales| scales.get(name));
        let known = found.iter().any(|it| it.at == at);
        if let (Some(before), Some(after), false) = (scale(versions.old, before), scale(versions.new, name), known) {
            found.push(Pair { at, before, name, after });
        }
    };
    for (step, item) in versions.items() {
        if text(step.before, "block") == "statements" {
            add([&step.at, "/settings/scale"].concat(), &step.before["settings"], &step.after["settings"]);
        } else if text(item.before, "kind") == "scale" && text(item.after, "kind") == "scale" {
            add(member(&item.at, "scale"), item.before, item.after);
        }
    }
    for Kept { id, at, before, after } in versions.used_steps() {
        if versions.ids(UsedKind::Round, id).next().is_none() {
            continue;
        }
        if text(before, "block") == "confirm" {
            add([&at, "/settings/scale"].concat(), &before["settings"], &after["settings"]);
        }
        if let (Some(before), Some(after)) = (setting(before, "support_vote"), setting(after, "support_vote")) {
            add([&at, "/settings/support_vote/scale"].concat(), before, after);
        }
    }
    found
}

impl Pair<'_> {
    /// Whether answers that were given still are answers.
    pub fn fits(&self) -> bool {
        let opt_out = |scale: &Value| scale.get("opt_out").is_some();
        values(self.before) == values(self.after) && (!opt_out(self.before) || opt_out(self.after))
    }

    /// Whether a point or the opt-out says something else, or a point says something that said nothing.
    pub fn reads_differently(&self) -> bool {
        let changed = labels(self.before).iter().any(|point| {
            let now = label_of(self.after, &point["value"]);
            differs(point.get("label"), now)
        });
        let more = labels(self.after).iter().any(|point| label_of(self.before, &point["value"]).is_none());
        let opt_out = |scale: &'_ Value| scale.pointer("/opt_out/label").cloned();
        let before = opt_out(self.before);
        changed || more || (before.is_some() && differs(before.as_ref(), opt_out(self.after).as_ref()))
    }
}

fn labels(scale: &Value) -> &[Value] {
    let points = list(scale, "/points");
    if points.is_empty() { list(scale, "/anchors") } else { points }
}

fn label_of<'a>(scale: &'a Value, value: &Value) -> Option<&'a Value> {
    labels(scale).iter().find(|point| point["value"] == *value)?.get("label")
}

/// Whether a text says something else in a language that it was there in: to translate is no change.
pub fn differs(before: Option<&Value>, after: Option<&Value>) -> bool {
    let mut written = before.and_then(Value::as_object).into_iter().flatten();
    written.any(|(language, said)| after.and_then(|after| after.get(language)) != Some(said))
}
