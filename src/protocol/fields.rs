//! What a contribution says, field by field. A new kind of contribution has its fields here, its word in
//! `names`, and its rules in `core::blocks`.

use std::rc::Rc;

use serde_json::{Map, Value};

use super::names::Named;
use crate::core::refusal::Refusal;
use crate::core::room::{Action, Body, Date, Goal, Hands, Kind};

/// What a contribution says, field by field; every field of its kind is there.
pub fn fields_of(body: &Body) -> Map<String, Value> {
    let fields: Vec<(&str, Value)> = match body {
        Body::Note { column, text, group } => {
            vec![("column", (&**column).into()), ("text", (&**text).into()), ("group", (&**group).into())]
        }
        Body::Scope { text } => vec![("text", (&**text).into())],
        Body::Principle { text, action } => vec![("text", (&**text).into()), ("action", nullable(action.as_ref()))],
        Body::Action(action) => vec![
            ("what", (&*action.what).into()),
            ("who_person", nullable(action.who_person.as_ref())),
            ("who_text", (&*action.who_text).into()),
            ("when", nullable(action.when.as_ref())),
            ("status", action.status.name().into()),
            ("source", nullable(action.source.as_ref())),
            ("finding", (&*action.finding).into()),
            ("expectation", (&*action.expectation).into()),
            ("outcome", (&*action.outcome).into()),
        ],
        Body::Summary { section, text } => vec![("section", section.as_str().into()), ("text", (&**text).into())],
        Body::Goal(goal) => vec![
            ("period", (&*goal.period).into()),
            ("goal", (&*goal.goal).into()),
            ("owner_person", nullable(goal.owner_person.as_ref())),
            ("owner_text", (&*goal.owner_text).into()),
            ("measure", (&*goal.measure).into()),
            ("status", goal.status.name().into()),
        ],
        Body::Hands(hands) => vec![
            ("item", hands.item.as_str().into()),
            ("counts", listed(&hands.counts).into()),
            ("opt_outs", hands.opt_outs.to_string().into()),
        ],
    };
    fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// The fields that say something: what is left out has its default.
pub fn said(body: &Body) -> Map<String, Value> {
    let says = |value: &Value| !value.is_null() && value.as_str() != Some("");
    fields_of(body).into_iter().filter(|(_, value)| says(value)).collect()
}

fn nullable(value: Option<&impl ToString>) -> Value {
    value.map_or(Value::Null, |it| it.to_string().into())
}

fn listed(counts: &[u32]) -> String {
    let mut list = String::new();
    for count in counts {
        if !list.is_empty() {
            list.push(',');
        }
        list.push_str(&count.to_string());
    }
    list
}

/// The fields of a kind.
fn names(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Note => &["column", "text", "group"],
        Kind::Action => &[
            "what",
            "who_person",
            "who_text",
            "when",
            "status",
            "source",
            // What a plugin of before says for it.
            "source_item",
            "finding",
            "expectation",
            "outcome",
        ],
        Kind::Scope => &["text"],
        Kind::Principle => &["text", "action"],
        Kind::Summary => &["section", "text"],
        Kind::Goal => &["period", "goal", "owner_person", "owner_text", "measure", "status"],
        Kind::Hands => &["item", "counts", "opt_outs"],
    }
}

/// What the fields of a contribution say.
///
/// # Errors
/// [`Refusal::UnknownField`] for a name the kind does not have, [`Refusal::BadValue`] for a value that is
/// neither text nor null, or no status or number, [`Refusal::BadDate`] for no day.
pub fn body_of(kind: Kind, fields: &Map<String, Value>) -> Result<Body, Refusal> {
    if fields.keys().any(|name| !names(kind).contains(&name.as_str())) {
        return Err(Refusal::UnknownField);
    }
    let read = Fields(fields);
    Ok(match kind {
        Kind::Note => Body::Note { column: read.text("column")?, text: read.text("text")?, group: read.text("group")? },
        Kind::Scope => Body::Scope { text: read.text("text")? },
        Kind::Principle => Body::Principle { text: read.text("text")?, action: read.field("action")?.map(Into::into) },
        Kind::Action => Body::Action(Action {
            what: read.text("what")?,
            who_person: read.field("who_person")?.map(Into::into),
            who_text: read.text("who_text")?,
            when: match read.field("when")? {
                None => None,
                Some(date) => Some(Date::parse(date).ok_or(Refusal::BadDate)?),
            },
            status: read.choice("status")?,
            source: read.field("source")?.or(read.field("source_item")?).map(Into::into),
            finding: read.text("finding")?,
            expectation: read.text("expectation")?,
            outcome: read.text("outcome")?,
        }),
        Kind::Summary => {
            Body::Summary { section: read.field("section")?.unwrap_or_default().into(), text: read.text("text")? }
        }
        Kind::Goal => Body::Goal(Goal {
            period: read.text("period")?,
            goal: read.text("goal")?,
            owner_person: read.field("owner_person")?.map(Into::into),
            owner_text: read.text("owner_text")?,
            measure: read.text("measure")?,
            status: read.choice("status")?,
        }),
        Kind::Hands => Body::Hands(Hands {
            item: read.field("item")?.unwrap_or_default().into(),
            counts: read.numbers("counts")?,
            opt_outs: match &*read.numbers("opt_outs")? {
                [] => 0,
                [one] => *one,
                _ => return Err(Refusal::BadValue),
            },
        }),
    })
}

/// The values of fields: text or null.
struct Fields<'a>(&'a Map<String, Value>);

impl<'a> Fields<'a> {
    fn field(&self, name: &str) -> Result<Option<&'a str>, Refusal> {
        match self.0.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(_) => Err(Refusal::BadValue),
        }
    }

    fn text(&self, name: &str) -> Result<Rc<str>, Refusal> {
        self.field(name).map(|it| Rc::from(it.unwrap_or_default()))
    }

    fn choice<T: Named + Default>(&self, name: &str) -> Result<T, Refusal> {
        match self.field(name)? {
            None => Ok(T::default()),
            Some(name) => T::from_name(name).map_err(|_| Refusal::BadValue),
        }
    }

    /// Whole numbers of up to four digits with a comma between; none where there is nothing.
    fn numbers(&self, name: &str) -> Result<Vec<u32>, Refusal> {
        let text = self.field(name)?.unwrap_or_default();
        if text.is_empty() {
            return Ok(Vec::new());
        }
        text.split(',')
            .map(|number| {
                let digits = (1..=4).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
                number.parse().ok().filter(|_| digits).ok_or(Refusal::BadValue)
            })
            .collect()
    }
}
