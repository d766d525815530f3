//! Me as it is written.

use std::rc::Rc;

use serde::Serialize;

use super::names::Named;
use super::room::Contribution;
use crate::core::room as core;

/// What only one participant gets.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Me {
    /// Who they are.
    pub person: Rc<str>,
    /// Their name.
    pub name: Rc<str>,
    /// What they may do.
    pub rights: Rights,
    /// Why nothing can be done, if so.
    pub notice: Option<String>,
    /// Their own answers, in exercise order, then by round.
    pub answers: Vec<Answer>,
    /// Their own that the group does not see.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub contributions: Vec<Contribution>,
    /// Steps whose round they are not asked again.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub locked: Vec<String>,
    /// Steps they have taken part in, in exercise order.
    pub done: Vec<String>,
    /// Their answer to the question whether other groups may see something.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub consent: Option<Consent>,
}

/// One's own answer to that question.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Consent {
    /// The revision with which it was asked.
    pub asked: u64,
    /// Whether they agree.
    pub agrees: bool,
}

/// One's own answer to an item.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answer {
    /// The item.
    pub item: String,
    /// The round, from 1.
    pub round: u8,
    /// A point, a number or dots; null for the opt-out and where the item asks another thing.
    pub value: Option<i32>,
    /// The options chosen.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<Rc<str>>,
    /// The text given.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub text: Rc<str>,
    /// The reason, or the comment at a confirmation.
    pub reason: Rc<str>,
    /// Counts the corrections, from 1; the highest stands.
    pub seq: u32,
}

/// What somebody may do in the activity.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Rights {
    /// Take part.
    pub participate: bool,
    /// Lead.
    pub facilitate: bool,
    /// See the report.
    pub report: bool,
}

impl From<&core::Me> for Me {
    fn from(me: &core::Me) -> Self {
        Self {
            person: me.person.as_str().into(),
            name: me.name.clone(),
            rights: Rights {
                participate: me.rights.participate,
                facilitate: me.rights.facilitate,
                report: me.rights.report,
            },
            notice: me.notice.map(|notice| notice.name().to_owned()),
            answers: me
                .answers
                .iter()
                .map(|answer| Answer {
                    item: answer.item.to_string(),
                    round: answer.round,
                    value: answer.given.value(),
                    choices: answer.given.options.clone(),
                    text: answer.given.text.clone(),
                    reason: answer.reason.clone(),
                    seq: answer.seq,
                })
                .collect(),
            contributions: me.contributions.iter().map(Into::into).collect(),
            locked: me.locked.iter().map(ToString::to_string).collect(),
            done: me.done.iter().map(ToString::to_string).collect(),
            consent: me.consent.map(|it| Consent { asked: it.asked, agrees: it.agrees }),
        }
    }
}
