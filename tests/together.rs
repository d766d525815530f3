//! What a group makes together, as its screens show it: notes, actions, principles and plans, in one meeting and in
//! a series, together and at everyone's own pace.

#![allow(clippy::expect_used)] // A test that cannot go on fails.

mod participants;

use leerlandschap::core::ids::StepId;
use leerlandschap::core::intent::Intent;
use leerlandschap::core::room::{Action, ActionStatus, Body, Choice, Goal, GoalStatus, Pace, Phase, Place};
use leerlandschap::core::session::Event;
use leerlandschap::core::view::{
    ActionsView, Banner, ClosingView, Entries, NotesColumn, NotesView, Page, PlanView, PrinciplesView, Screen, Sharing,
    StartView, StepState,
};

use participants::{Participant, group, join, meeting};

/// A group of an exercise: a trainer and some members, all of them in.
struct Group {
    trainer: Participant,
    members: Vec<Participant>,
}

fn group_of(id: &str, part: &str, pace: Pace) -> Group {
    let (trainer, members) = group(&meeting(id, part, pace));
    Group { trainer, members }
}

impl Group {
    fn everyone_joins(&self) {
        join(&self.members);
        self.everyone_reads();
    }

    fn everyone_reads(&self) {
        self.trainer.reads();
        self.members.iter().for_each(Participant::reads);
    }

    fn goes_to(&self, step: &str) {
        self.leads(Intent::GoTo(Place::Step(step.into())));
    }

    fn leads(&self, intent: Intent) {
        self.trainer.reads();
        self.trainer.wants(intent);
        self.everyone_reads();
    }

    fn closes(&self) {
        self.leads(Intent::GoTo(Place::Closing));
        self.leads(Intent::CloseMeeting);
    }
}

/// What one of the group sees.
impl Participant {
    fn shown(&self) -> Screen {
        let screen = self.screen();
        assert!(screen.messages.is_empty(), "{:?}", screen.messages);
        screen
    }

    fn notes(&self) -> NotesView {
        let Page::Notes(view) = self.shown().page else { panic!("no notes") };
        view
    }

    fn actions(&self) -> ActionsView {
        let Page::Actions(view) = self.shown().page else { panic!("no actions") };
        view
    }

    fn principles(&self) -> PrinciplesView {
        let Page::Principles(view) = self.shown().page else { panic!("no principles") };
        view
    }

    fn plan(&self) -> PlanView {
        let Page::Plan(view) = self.shown().page else { panic!("no plan") };
        view
    }

    fn start(&self) -> StartView {
        let Page::Start(view) = self.shown().page else { panic!("not at the start") };
        view
    }

    fn closing(&self) -> ClosingView {
        let Page::Closing(view) = self.shown().page else { panic!("not at the closing page") };
        view
    }
}

fn note(column: &str, text: &str) -> Body {
    Body::Note { column: column.into(), text: text.into(), group: "".into() }
}

fn texts(view: &NotesView) -> Vec<String> {
    view.columns.iter().flat_map(NotesColumn::notes).map(|note| note.text.to_string()).collect()
}

fn action(what: &str, who: &str) -> Action {
    Action { what: what.into(), who_text: who.into(), ..Action::default() }
}

#[test]
fn hidden_notes_are_their_authors_until_they_are_shown() {
    let group = group_of("werkoverleg", "maand", Pace::Together);
    group.goes_to("retrospectief");
    let (anna, bram) = (&group.members[0], &group.members[1]);
    anna.writes("retrospectief", note("goed", "van Anna"));
    bram.writes("retrospectief", note("minder", "van Bram"));
    group.everyone_reads();
    let view = anna.notes();
    assert_eq!(view.sharing, Sharing::UntilShown { wrote: 2, present: 3, open: true, at_end: false });
    assert_eq!(texts(&view), ["van Anna"]);
    assert!(view.columns[0].notes().all(|note| note.meta.unseen), "marked as one's own");
    assert!(view.can_write && !view.can_group);
    assert!(texts(&group.trainer.notes()).is_empty(), "nor does the one who leads see them");

    group.leads(Intent::CloseRound);
    assert!(!anna.notes().can_write, "nobody writes while the round is closed");
    group.leads(Intent::Reveal);
    let view = anna.notes();
    assert_eq!((view.sharing, view.can_group), (Sharing::Group, true));
    assert_eq!(texts(&view), ["van Anna", "van Bram"]);
    assert!(view.columns.iter().flat_map(NotesColumn::notes).all(|note| !note.meta.unseen));
}

#[test]
fn notes_are_put_together_under_a_name_with_their_dots() {
    let group = group_of("werkoverleg", "maand", Pace::Together);
    group.goes_to("retrospectief");
    for (at, text) in ["een", "twee", "drie"].iter().enumerate() {
        group.members[at].writes("retrospectief", note("goed", text));
    }
    group.leads(Intent::Reveal);
    let view = group.members[0].notes();
    for it in view.columns[0].notes().filter(|it| &*it.text != "drie") {
        let body = Body::Note { column: it.column.clone(), text: it.text.clone(), group: "Samen".into() };
        let change =
            Intent::Change { id: it.meta.id.clone(), step: it.meta.step.clone(), base: it.meta.revision, body };
        group.members[0].wants(change);
    }
    let view = group.members[0].notes();
    let names: Vec<&str> = view.columns[0].groups.iter().map(|it| &*it.name).collect();
    assert_eq!(names, ["Samen", ""], "what was put together stands first");
    assert_eq!(view.groups, ["Samen".into()]);

    group.leads(Intent::OpenRound { items: Vec::new() });
    let ids: Vec<String> =
        view.columns[0].notes().map(|note| format!("retrospectief:{}", note.meta.id.as_str())).collect();
    for (member, dots) in group.members.iter().zip([[1, 1, 1], [2, 1, 0], [0, 3, 0]]) {
        for (id, dots) in ids.iter().zip(dots) {
            member.wants(Intent::Answer { item: id.as_str().into(), choice: Choice::Point(dots) });
        }
    }
    assert_eq!(group.members[0].notes().dots.and_then(|dots| dots.phase), Some(Phase::Open));
    group.leads(Intent::Reveal);
    let view = group.members[0].notes();
    assert_eq!(view.dots.as_ref().and_then(|dots| dots.phase), Some(Phase::Revealed));
    let totals: Vec<Option<u32>> = view.columns[0].groups.iter().map(|it| it.dots).collect();
    assert_eq!(totals, [Some(8), Some(1)]);
}

#[test]
fn private_notes_are_shared_one_by_one_and_only_then_imported() {
    let group = group_of("leerkring", "start", Pace::Together);
    let anna = &group.members[0];
    anna.wants(Intent::LookAt(Place::Step("leervraag".into())));
    anna.writes("leervraag", note("vraag", "hoe geef ik feedback"));
    anna.writes("leervraag", note("vraag", "blijft bij mij"));
    let view = anna.notes();
    assert_eq!(view.sharing, Sharing::Author);
    let mine: Vec<_> = view.columns[0].notes().cloned().collect();
    assert!(mine.iter().all(|note| note.can_share && note.meta.unseen));
    anna.wants(Intent::Share { id: mine[0].meta.id.clone() });
    let view = anna.notes();
    let shared: Vec<bool> = view.columns[0].notes().map(|note| note.can_share).collect();
    assert_eq!(shared, [false, true]);

    group.goes_to("agenda");
    anna.wants(Intent::Follow);
    let others = group.members[1].notes();
    assert_eq!(texts(&others), ["hoe geef ik feedback"]);
    let imported = others.columns[0].notes().next().expect("a note");
    assert_eq!(imported.meta.step, StepId::from("leervraag"));
    assert_eq!(&*imported.column, "vraag", "it keeps the column of its own step");
    let body = Body::Note { column: imported.column.clone(), text: imported.text.clone(), group: "Feedback".into() };
    let (id, step) = (imported.meta.id.clone(), imported.meta.step.clone());
    group.members[1].wants(Intent::Change { id, step, base: imported.meta.revision, body });
    assert_eq!(group.members[1].notes().groups, ["Feedback".into()]);
    assert!(texts(&group.members[1].notes()).iter().all(|text| text != "blijft bij mij"));
}

#[test]
fn a_series_begins_with_what_is_still_open() {
    let group = group_of("leerkring", "bijeenkomst", Pace::Together);
    group.goes_to("doen");
    let anna = &group.members[0];
    let when = leerlandschap::core::room::Date::parse("2027-01-15");
    for what in ["een gesprek voeren", "een boek lezen"] {
        let body = Body::Action(Action { when, expectation: "het lukt".into(), ..action(what, "Anna") });
        anna.writes("doen", body);
    }
    assert_eq!(anna.actions().actions.len(), 2);
    group.closes();
    let view = group.trainer.closing();
    assert_eq!(view.actions.as_ref().map(Vec::len), Some(2), "each once, though two steps show the list");
    let next: Vec<&str> = view.next.iter().map(|run| &*run.part).collect();
    assert_eq!(next, ["bijeenkomst", "afsluiting"]);
    assert!(anna.closing().next.is_empty(), "only who leads begins the next meeting");

    group.leads(Intent::StartNext("bijeenkomst".into()));
    let screen = anna.shown();
    assert_eq!(screen.banner, Some(Banner::NewMeeting(2)), "everyone lands in it, and is told");
    let start = anna.start();
    assert_eq!(start.meeting.map(|meeting| meeting.number), Some(2));
    let before: Vec<(u32, usize)> = start.earlier.iter().map(|it| (it.number, it.actions.len())).collect();
    assert_eq!(before, [(1, 2)], "the meeting before can be read");

    group.everyone_joins();
    group.goes_to("vorige-keer");
    let view = anna.actions();
    assert!(view.review && view.actions.is_empty());
    assert_eq!((view.earlier.len(), view.to_review), (2, 2));
    let first = view.earlier[0].clone();
    assert_eq!(first.meta.from, Some(1));
    let reviewed =
        Action { status: ActionStatus::Done, finding: "vaker doen".into(), outcome: "ja".into(), ..first.action };
    let (id, step) = (first.meta.id, first.meta.step);
    anna.wants(Intent::Change { id, step, base: first.meta.revision, body: Body::Action(reviewed) });
    let view = anna.actions();
    assert_eq!(view.to_review, 1);
    assert_eq!(&*view.earlier[0].action.finding, "vaker doen", "it stays where it stood");
}

#[test]
fn principles_are_completed_with_findings_and_show_how_they_read_before() {
    let group = group_of("leerlandschap", "gesprek", Pace::Together);
    let anna = &group.members[0];
    group.goes_to("vervolgacties");
    anna.writes(
        "vervolgacties",
        Body::Action(Action { finding: "mag volgens de cao".into(), ..action("uitzoeken", "Anna") }),
    );
    group.goes_to("uitgangspunten");
    anna.writes("uitgangspunten", Body::Principle { text: "Leren mag".into(), action: None });
    let view = anna.principles();
    assert!(!view.complete);
    assert_eq!(view.findings.len(), 1);
    let one = view.principles[0].clone();
    let body = Body::Principle { text: one.text.clone(), action: Some(view.findings[0].action.clone()) };
    let (id, step) = (one.meta.id.clone(), one.meta.step.clone());
    anna.wants(Intent::Change { id, step, base: one.meta.revision, body });
    assert_eq!(anna.principles().principles[0].finding.as_deref(), Some("mag volgens de cao"));
    group.closes();
    group.leads(Intent::StartNext("later".into()));
    group.everyone_joins();
    group.goes_to("aanvullen");
    let view = anna.principles();
    assert!(view.complete && view.can_write);
    let one = view.principles[0].clone();
    assert_eq!((one.meta.from, one.before.len()), (Some(1), 0));
    let body = Body::Principle { text: "Leren mag in werktijd".into(), action: one.action.clone() };
    anna.wants(Intent::Change { id: one.meta.id, step: one.meta.step, base: one.meta.revision, body });
    let before = anna.principles().principles[0].before.clone();
    assert_eq!(before.iter().map(|it| (it.number, &*it.text)).collect::<Vec<_>>(), [(1, "Leren mag")]);
    anna.writes("aanvullen", Body::Principle { text: "En delen moet".into(), action: None });
    let view = anna.principles();
    let listed: Vec<&str> = view.principles.iter().map(|it| &*it.text).collect();
    assert_eq!(listed, ["Leren mag in werktijd", "En delen moet"], "what is new comes behind");
}

#[test]
fn the_closing_page_gathers_what_the_group_takes_along() {
    let group = group_of("leerlandschap", "gesprek", Pace::Together);
    let anna = &group.members[0];
    group.goes_to("vervolgacties");
    let found = Action { finding: "mag volgens de cao".into(), ..action("uitzoeken", "Anna") };
    anna.writes("vervolgacties", Body::Action(Action { status: ActionStatus::Done, ..found }));
    anna.writes("vervolgacties", Body::Action(action("doorgaan", "Bram")));
    group.goes_to("uitgangspunten");
    anna.writes("uitgangspunten", Body::Principle { text: "Leren mag".into(), action: None });
    group.leads(Intent::GoTo(Place::Closing));
    let sections = anna.closing().handover.expect("a handover").sections;
    let [scope, principles, findings, open] = &sections[..] else { panic!("{sections:?}") };
    assert_eq!((&*scope.label, scope.entries.is_empty()), ("Scope", true), "nothing is told of what is not there");
    assert_eq!(principles.entries, Entries::Numbered(vec!["Leren mag".into()]));
    assert_eq!(findings.entries, Entries::Findings(vec![("uitzoeken".into(), "mag volgens de cao".into())]));
    let Entries::Actions(open) = &open.entries else { panic!("{open:?}") };
    assert_eq!(open.iter().map(|it| &*it.action.what).collect::<Vec<_>>(), ["doorgaan"]);
}

#[test]
fn goals_stand_under_their_period() {
    let group = group_of("open-leergesprek", "inleiding", Pace::Together);
    group.goes_to("vijfjarenplan");
    let anna = &group.members[0];
    let goal = |period: &str, goal: &str| Goal { period: period.into(), goal: goal.into(), ..Goal::default() };
    anna.writes("vijfjarenplan", Body::Goal(goal("jaar2", "twee")));
    anna.writes("vijfjarenplan", Body::Goal(Goal { owner_text: "de directie".into(), ..goal("jaar1", "een") }));
    let view = anna.plan();
    let shown: Vec<(&str, usize)> = view.periods.iter().map(|it| (&*it.id, it.goals.len())).collect();
    assert_eq!(shown, [("jaar1", 1), ("jaar2", 1), ("jaar3", 0), ("jaar4", 0), ("jaar5", 0)]);
    let one = view.periods[0].goals[0].clone();
    assert_eq!(&*one.owner, "de directie");
    let moved = Goal { period: "jaar3".into(), status: GoalStatus::Busy, ..one.goal };
    let (id, step) = (one.meta.id, one.meta.step);
    anna.wants(Intent::Change { id, step, base: one.meta.revision, body: Body::Goal(moved) });
    assert_eq!(anna.plan().periods[2].goals.len(), 1);
    group.leads(Intent::GoTo(Place::Closing));
    let periods: Vec<String> =
        anna.closing().plan.iter().flat_map(|(_, periods)| periods).map(|it| it.id.to_string()).collect();
    assert_eq!(periods, ["jaar2", "jaar3"], "periods without a goal are left out");
}

#[test]
fn the_one_who_leads_chooses_the_run_until_the_meeting_begins() {
    let group = group_of("werkoverleg", "week", Pace::Together);
    let parts: Vec<(String, bool)> =
        group.trainer.start().runs.iter().map(|run| (run.part.to_string(), run.chosen)).collect();
    assert_eq!(parts, [("week".into(), true), ("maand".into(), false), ("start".into(), false)]);
    assert!(group.members[0].start().runs.is_empty());
    let numbers = |start: &StartView| -> Vec<Option<u8>> { start.steps.iter().map(|step| step.number).collect() };
    assert_eq!(numbers(&group.members[0].start()), [1, 2, 3, 4, 5].map(Some), "the file has none, so they are counted");
    let chosen = || group.trainer.start().runs.iter().position(|run| run.chosen);
    // What is chosen shows at once, and can be changed before the host knows of it.
    group.trainer.reads();
    group.trainer.host.set_reachable(false);
    group.trainer.wants(Intent::ChoosePart("start".into()));
    assert_eq!(chosen(), Some(2));
    group.trainer.wants(Intent::ChoosePart("maand".into()));
    assert_eq!(chosen(), Some(1));
    group.trainer.host.set_reachable(true);
    group.trainer.happens(Event::RetryDue);
    group.everyone_reads();
    assert_eq!(chosen(), Some(1));
    group.goes_to("check-in");
    group.trainer.wants(Intent::LookAt(Place::Start));
    assert!(group.trainer.start().runs.is_empty());
}

#[test]
fn steps_before_the_meeting_can_be_prepared_alone() {
    let group = group_of("open-leergesprek", "inleiding", Pace::Together);
    let anna = &group.members[0];
    let progress = anna.start().progress.expect("a list");
    assert!(!progress.whole);
    let states: Vec<(&str, StepState)> = progress.steps.iter().map(|it| (it.step.as_str(), it.state)).collect();
    assert_eq!(
        states[..4].iter().map(|it| it.1).collect::<Vec<_>>(),
        [StepState::Read, StepState::ToDo, StepState::ToDo, StepState::ToDo]
    );
    assert!(states[4..].iter().all(|it| it.1 == StepState::Later));
    assert_eq!(progress.next, Some("welkom".into()));
    anna.wants(Intent::LookAt(Place::Step("klaarzetten".into())));
    let screen = anna.shown();
    assert_eq!(screen.banner, None, "whoever prepares is where they should be");
    let way = screen.alone.expect("back and forth");
    assert_eq!((way.back.map(|it| it.0), way.next), (Some("invalshoeken".into()), None));
    anna.writes("klaarzetten", note("hard", "cijfers"));
    assert!(anna.shown().alone.expect("back and forth").done);
    anna.wants(Intent::LookAt(Place::Start));
    let progress = anna.start().progress.expect("a list");
    assert_eq!((progress.done, progress.all), (1, 3));
    assert_eq!(progress.steps[3].state, StepState::Waits);
    assert_eq!(progress.steps[3].answered, Some((1, 3)));
    group.goes_to("canvas");
    anna.wants(Intent::Follow);
    assert_eq!(anna.shown().alone, None);
}

#[test]
fn a_group_that_does_everything_together_has_no_list_of_its_own() {
    let group = group_of("leerlandschap", "gesprek", Pace::Together);
    assert_eq!(group.members[0].start().progress, None);
    group.goes_to("vervolgacties");
    group.leads(Intent::GoTo(Place::Start));
    assert_eq!(group.members[0].start().progress, None, "nor after going back to the start");
    group.members[0].wants(Intent::LookAt(Place::Step("vervolgacties".into())));
    let screen = group.members[0].shown();
    assert!(matches!(screen.banner, Some(Banner::Elsewhere { .. })));
    assert_eq!(screen.alone, None);
}

#[test]
fn at_their_own_pace_everyone_goes_through_all_steps() {
    let group = group_of("leerlandschap", "gesprek", Pace::Own);
    let anna = &group.members[0];
    let progress = anna.start().progress.expect("a list");
    assert!(progress.whole);
    assert_eq!((progress.done, progress.all), (0, 3));
    anna.wants(Intent::LookAt(Place::Step("vervolgacties".into())));
    anna.writes("vervolgacties", Body::Action(action("uitzoeken", "Anna")));
    assert_eq!(anna.shown().banner, None);
    anna.wants(Intent::LookAt(Place::Start));
    let progress = anna.start().progress.expect("a list");
    assert_eq!((progress.done, progress.next), (1, Some("stellingen".into())));
    let lead = group.trainer.shown().facilitation.expect("the one who leads");
    assert_eq!((lead.next, lead.can_close), (None, false), "nobody is taken along");
    group.trainer.wants(Intent::LookAt(Place::Closing));
    assert!(group.trainer.shown().facilitation.expect("the one who leads").can_close);
}
