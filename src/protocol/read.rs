//! From the wire to the core's types: what a host answers, and the pieces that a kept meeting shares with it.

use serde_json::Value;

use super::answer::{choice_of, given};
use super::fields::body_of;
use super::json::Members;
use super::names::{Named, place_of};
use super::room::{CLOSED, OPEN};
use super::{Malformed, VERSION};
use crate::core::report::outcome::Told;
use crate::core::room::{
    Answer, Consent, Contribution, Earlier, Group, ItemResult, Kind, Me, Pace, Person, Relation, RevealedTally, Rights,
    Room, Round, Settings, SharingQuestion, Shift, Side, Timer, Voice,
};
use crate::core::session::{Count, Update, Who};

/// What a call answered (`docs/protocol.md`, "Reply").
///
/// # Errors
/// [`Malformed`] with the first member that is not as the protocol says.
pub fn reply(json: &Value) -> Result<Update, Malformed> {
    let reply = Members::of(json, "reply")?;
    Ok(Update {
        now: reply.number("now")?,
        revision: reply.number("revision")?,
        room: reply.optional_object("room")?.map(room).transpose()?,
        me: reply.optional_object("me")?.map(me).transpose()?,
        earlier: earlier_of(reply)?,
        counts: reply.all("counts", |count| {
            Ok(Count {
                step: count.text("step")?,
                round: count.number("round")?,
                answered: count.number("answered")?,
                present: count.number("present")?,
                who: who(count)?,
            })
        })?,
    })
}

/// A meeting as it is told to readers of reports (`docs/protocol.md`, "The report").
///
/// # Errors
/// [`Malformed`] with the first member that is not as the protocol says.
pub fn outcome(json: &Value) -> Result<Told, Malformed> {
    let told = Members::of(json, "outcome")?;
    Ok(Told { room: room(told.object("room")?)?, earlier: earlier_of(told)? })
}

/// An action whose status was set.
///
/// # Errors
/// [`Malformed`] with the first member that is not as the protocol says.
pub fn changed(json: &Value) -> Result<Contribution, Malformed> {
    contribution(Members::of(json, "answer")?.object("contribution")?)
}

/// The meetings before, where any are told.
fn earlier_of(of: Members) -> Result<Vec<Earlier>, Malformed> {
    if of.any("earlier").is_null() { Ok(Vec::new()) } else { of.all("earlier", earlier) }
}

/// Who has answered, where that is told. The first stage of the app has nobody to tell it to.
fn who(count: Members) -> Result<Option<Who>, Malformed> {
    let is_told = cfg!(feature = "whole") && !count.any("who").is_null();
    if is_told { Ok(Who::told(count.texts("who")?)) } else { Ok(None) }
}

fn earlier(it: Members) -> Result<Earlier, Malformed> {
    Ok(Earlier {
        number: it.number("number")?,
        part: it.text("part")?,
        closed: it.number("closed")?,
        rounds: it.all("rounds", round)?,
        contributions: it.all("contributions", contribution)?,
    })
}

fn room(room: Members) -> Result<Room, Malformed> {
    version(room)?;
    Ok(Room {
        meeting: room.text("meeting")?,
        number: room.number("number")?,
        revision: room.number("revision")?,
        group: match room.optional_object("group")? {
            None => None,
            Some(group) => Some(Group { id: group.text("id")?, name: group.text("name")? }),
        },
        part: room.text("part")?,
        settings: settings(room.object("settings")?)?,
        closed: match room.str("state")? {
            OPEN => false,
            CLOSED => true,
            _ => return Err(Malformed("state")),
        },
        place: place_of(room.str("place")?),
        visited: room.texts("visited")?,
        chair: room.optional_text("chair")?,
        timer: room.optional_object("timer")?.map(timer).transpose()?,
        people: room.all("people", person)?,
        rounds: room.all("rounds", round)?,
        contributions: room.all("contributions", contribution)?,
        sharing: of_whole(room, "sharing")?.map(sharing).transpose()?,
    })
}

/// A member that no page of the first stage shows.
fn of_whole<'a>(of: Members<'a>, name: &'static str) -> Result<Option<Members<'a>>, Malformed> {
    if cfg!(feature = "whole") { of.optional_object(name) } else { Ok(None) }
}

fn sharing(it: Members) -> Result<SharingQuestion, Malformed> {
    Ok(SharingQuestion {
        asked: it.number("asked")?,
        lesson: it.optional_text("lesson")?,
        answered: it.number("answered")?,
        agreed: it.optional_number("agreed")?,
        of: it.number("of")?,
        objected: it.flag("objected")?,
        published: it.flag("published")?,
    })
}

/// Fails for another version of the protocol than this one.
pub(super) fn version(of: Members) -> Result<(), Malformed> {
    if of.number::<u32>("protocol")? == VERSION { Ok(()) } else { Err(Malformed("protocol")) }
}

/// The rules that a meeting runs under.
///
/// # Errors
/// [`Malformed`] with the member that is not as the protocol says.
pub fn settings(settings: Members) -> Result<Settings, Malformed> {
    Ok(Settings {
        visibility: settings.named("visibility")?,
        min_answers: settings.number("min_answers")?,
        facilitation: settings.named("facilitation")?,
        pace: if settings.any("pace").is_null() { Pace::Together } else { settings.named("pace")? },
    })
}

pub(super) fn timer(timer: Members) -> Result<Timer, Malformed> {
    Ok(Timer {
        seconds: timer.number("seconds")?,
        elapsed_ms: timer.number("elapsed_ms")?,
        running_since: timer.optional_number("running_since")?,
    })
}

pub(super) fn person(person: Members) -> Result<Person, Malformed> {
    Ok(Person { id: person.text("id")?, name: person.text("name")?, present: person.flag("present")? })
}

fn round(round: Members) -> Result<Round, Malformed> {
    round_with(round, item_result)
}

/// A round of which only numbers are told: no reasons and no names.
pub(super) fn numbers(round: Members) -> Result<Round, Malformed> {
    round_with(round, |result| {
        let tally = if result.flag("suppressed")? { None } else { Some(numbers_of(result)?) };
        Ok(ItemResult { item: result.text("item")?, answered: result.number("answered")?, reasons: Vec::new(), tally })
    })
}

fn round_with(round: Members, result: impl Fn(Members) -> Result<ItemResult, Malformed>) -> Result<Round, Malformed> {
    Ok(Round {
        step: round.text("step")?,
        number: round.number("round")?,
        phase: round.named("phase")?,
        items: round.texts("items")?,
        answered: round.number("answered")?,
        present: round.number("present")?,
        results: round.all("results", result)?,
        relations: relations(round)?,
    })
}

pub(super) fn item_result(result: Members) -> Result<ItemResult, Malformed> {
    let tally = if result.flag("suppressed")? { None } else { Some(tally(result)?) };
    Ok(ItemResult {
        item: result.text("item")?,
        answered: result.number("answered")?,
        reasons: result.texts("reasons")?,
        tally,
    })
}

fn tally(result: Members) -> Result<RevealedTally, Malformed> {
    Ok(RevealedTally {
        voices: result.all("voices", |voice| {
            let choice = choice_of(voice.optional_number("value")?);
            Ok(Voice { person: voice.text("person")?, choice })
        })?,
        texts: if result.any("texts").is_null() { Vec::new() } else { result.texts("texts")? },
        ..numbers_of(result)?
    })
}

fn numbers_of(result: Members) -> Result<RevealedTally, Malformed> {
    Ok(RevealedTally {
        counts: result.numbers("counts")?,
        opt_outs: result.number("opt_outs")?,
        agreement: result.optional_number("agreement")?,
        class: result.named("class")?,
        direction: result.named("direction")?,
        one_vote_decides: result.flag("one_vote_decides")?,
        shift: match result.optional_object("shift")? {
            None => None,
            Some(shift) => Some(Shift { net: shift.number("net")?, both: shift.number("both")? }),
        },
        values: match result.any("values") {
            Value::Null => Vec::new(),
            _ => result.list("values")?.iter().map(value_and_people).collect::<Result<_, _>>()?,
        },
        ..RevealedTally::default()
    })
}

fn value_and_people(pair: &Value) -> Result<(i32, u32), Malformed> {
    let whole = |at: usize| pair.get(at).and_then(Value::as_i64);
    let read = || Some((whole(0)?.try_into().ok()?, whole(1)?.try_into().ok()?));
    read().ok_or(Malformed("values"))
}

/// The relations of a round, where it has any.
pub(super) fn relations(round: Members) -> Result<Vec<Relation>, Malformed> {
    if round.any("relations").is_null() {
        return Ok(Vec::new());
    }
    round.all("relations", |it| {
        let side = |name: &'static str| match it.optional_object(name)? {
            None => Ok(None),
            Some(side) => Ok(Some(Side { people: side.number("people")?, median_x2: side.number("median_x2")? })),
        };
        Ok(Relation { x: it.text("x")?, y: it.text("y")?, sides: side("high")?.zip(side("low")?) })
    })
}

pub(super) fn contribution(it: Members) -> Result<Contribution, Malformed> {
    let kind: Kind = Named::from_name(it.str("kind")?)?;
    Ok(Contribution {
        id: it.text("id")?,
        step: it.text("step")?,
        revision: it.number("revision")?,
        position: it.number("position")?,
        author: it.optional_text("author")?,
        from: it.optional_number("from")?,
        body: body_of(kind, it.object("fields")?.map()).map_err(|_| Malformed("fields"))?,
    })
}

fn me(me: Members) -> Result<Me, Malformed> {
    let rights = me.object("rights")?;
    Ok(Me {
        person: me.text("person")?,
        name: me.text("name")?,
        rights: Rights {
            participate: rights.flag("participate")?,
            facilitate: rights.flag("facilitate")?,
            report: rights.flag("report")?,
        },
        notice: match me.optional_text("notice")? {
            None => None,
            Some(name) => Some(Named::from_name(name)?),
        },
        answers: me.all("answers", |answer| {
            Ok(Answer {
                item: answer.text("item")?,
                round: answer.number("round")?,
                given: given(answer)?,
                reason: answer.text("reason")?,
                seq: answer.number("seq")?,
            })
        })?,
        contributions: if me.any("contributions").is_null() {
            Vec::new()
        } else {
            me.all("contributions", contribution)?
        },
        locked: if me.any("locked").is_null() { Vec::new() } else { me.texts("locked")? },
        done: me.texts("done")?,
        consent: match of_whole(me, "consent")? {
            None => None,
            Some(it) => Some(Consent { asked: it.number("asked")?, agrees: it.flag("agrees")? }),
        },
    })
}
