//! What `mod_leerlandschap_get_participation` answers (`docs/rest.md`).

use std::rc::Rc;

use serde_json::Value;

use super::Malformed;
use super::json::Members;
use crate::core::report::participation::{Attendance, Participant, People, StepTaken};

/// Some of the people, and the steps over all of them.
///
/// # Errors
/// [`Malformed`] with the first member that is not as the protocol says.
pub fn people(json: &Value) -> Result<People, Malformed> {
    let it = Members::of(json, "participation")?;
    let people = it.all("people", participant)?;
    Ok(People {
        total: it.number("total")?,
        steps: it.all("steps", |step| {
            Ok(StepTaken { title: step.text("title")?, taken: step.number("taken")?, of: step.number("of")? })
        })?,
        untold: u32::try_from(people.iter().filter(|it| it.points.is_none()).count()).unwrap_or(u32::MAX),
        people,
    })
}

fn participant(it: Members) -> Result<Participant, Malformed> {
    Ok(Participant {
        id: identity(it, "id")?,
        name: it.text("fullname")?,
        identity: it.all("identity", |field| field.text("value"))?,
        points: match it.optional_object("points")? {
            None => None,
            Some(points) => Some((points.number("earned")?, points.number("attainable")?)),
        },
        meetings: it.all("meetings", attendance)?,
    })
}

fn attendance(it: Members) -> Result<Attendance, Malformed> {
    let joined = it.number::<i64>("joined")?;
    let group = it.optional_object("group")?;
    Ok(Attendance {
        meeting: identity(it, "meeting")?,
        number: it.number("number")?,
        group: group.map(|group| group.text("name")).transpose()?.unwrap_or_default(),
        joined: (joined > 0).then_some(joined * 1000),
        steps: if it.any("steps").is_null() {
            None
        } else {
            Some(it.all("steps", |step| {
                Ok((step.text("id")?, step.text("title")?, step.number::<i64>("noted")? * 1000))
            })?)
        },
    })
}

/// An identity, which these services write as a number.
fn identity(it: Members, name: &'static str) -> Result<Rc<str>, Malformed> {
    Ok(it.number::<i64>(name)?.to_string().into())
}
