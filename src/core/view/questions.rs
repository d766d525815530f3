//! The step with questions: answering, handing in, and what came of them.

use std::rc::Rc;

use super::Text;
use super::frame::{Frame, Heading, TakingPart, heading};
use super::hands::{HandsView, hands};
use super::question_field::{QuestionField, field};
use super::question_results::{QuestionResults, question_results};
use crate::core::blocks::rounds;
use crate::core::format::{Position, Question, Questions, Step};
use crate::core::ids::ItemId;
use crate::core::room::{Pace, Phase};

/// The step with questions.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionsView {
    /// The heading.
    pub heading: Heading,
    /// A few questions to begin or to end with: without numbers and progress.
    pub light: bool,
    /// How far the round is; `None` before it is opened.
    pub phase: Option<Phase>,
    /// The questions while the round is open or closed, by dimension; empty when revealed.
    pub sections: Vec<QuestionSection>,
    /// Whether the user can answer now.
    pub can_answer: bool,
    /// How many questions the user has answered, and how many there are.
    pub mine: (u32, u32),
    /// Whether the user has handed in.
    pub handed_in: bool,
    /// Whether the user can hand in now. Also who has answered in a meeting before it was restored: that is not told of
    /// them, so they say it.
    pub can_hand_in: bool,
    /// What the results wait for; `None` once they are there.
    pub waiting: Option<Waiting>,
    /// How many people have handed in.
    pub answered: u32,
    /// How many are present.
    pub present: u32,
    /// Whether the user's part is done; who came too late can say that they took part.
    pub taking_part: TakingPart,
    /// The results, after the reveal.
    pub results: Option<QuestionResults>,
    /// Hands that were counted, and what can be counted.
    pub hands: HandsView,
}

/// Questions that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionSection {
    /// The dimension, where they have one.
    pub title: Option<Text>,
    /// The questions.
    pub items: Vec<Rc<QuestionItem>>,
}

/// A question to answer.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionItem {
    /// The item.
    pub item: ItemId,
    /// Its number in the step, from 1.
    pub number: u32,
    /// What it asks.
    pub text: Text,
    /// How it is answered, with the user's answer.
    pub field: QuestionField,
}

/// What results wait for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waiting {
    /// The round is not open yet.
    Opening,
    /// The one who leads shows them.
    Leader,
    /// They come when everyone present has handed in, or when the one who leads shows them.
    Everyone,
    /// They come when everyone who can take part has handed in, when the one who leads shows them, or when the
    /// activity ends.
    End,
}

pub(super) fn questions(frame: &Frame, step: &Step, block: &Questions) -> QuestionsView {
    let round = frame.room.rounds_of(&step.id).next_back();
    let phase = round.map(|round| round.phase);
    let revealed = phase == Some(Phase::Revealed);
    let sections = if revealed { Vec::new() } else { sections(frame, block) };
    let answered = sections.iter().flat_map(|section| &section.items).filter(|it| it.field.answered()).count();
    let part = frame.taking_part(step);
    let can_answer = frame.can_answer(step, phase);
    let heading = heading(frame, step);
    QuestionsView {
        can_hand_in: !part.done && (can_answer || (heading.locked && phase == Some(Phase::Open) && part.can_confirm)),
        heading,
        light: block.position != Position::Questionnaire,
        phase,
        can_answer,
        mine: (count(answered), count(block.items.len())),
        sections,
        handed_in: part.done,
        waiting: waiting(frame, step, phase),
        answered: round.map_or(0, |round| round.answered),
        present: round.map_or_else(|| frame.room.present(), |round| round.present),
        taking_part: TakingPart { can_confirm: part.can_confirm && revealed, ..part },
        // The first stage leaves them to the whole app.
        results: if cfg!(feature = "whole") { question_results(frame, step, block) } else { None },
        hands: hands(frame, step),
    }
}

/// Questions of the same dimension that follow one another stand together.
fn sections(frame: &Frame, block: &Questions) -> Vec<QuestionSection> {
    let mut sections: Vec<(Option<&Rc<str>>, QuestionSection)> = Vec::new();
    for (number, question) in (1..).zip(&block.items) {
        let dimension = question.dimension.as_ref();
        let entry = Rc::new(item(frame, number, question));
        match sections.last_mut() {
            Some((of, section)) if *of == dimension => section.items.push(entry),
            _ => {
                let label = |id: &Rc<str>| block.dimensions.iter().find(|it| it.id == *id).map(|it| &it.label);
                let title = frame.optional_text(dimension.and_then(label));
                sections.push((dimension, QuestionSection { title, items: vec![entry] }));
            }
        }
    }
    sections.into_iter().map(|(_, section)| section).collect()
}

fn item(frame: &Frame, number: u32, question: &Question) -> QuestionItem {
    let given = frame.own_answer(&question.id, 1).map(|answer| &answer.given);
    QuestionItem {
        item: question.id.clone(),
        number,
        text: frame.text(&question.text),
        field: field(frame, &question.kind, given),
    }
}

fn waiting(frame: &Frame, step: &Step, phase: Option<Phase>) -> Option<Waiting> {
    let pace = frame.room.settings.pace;
    match phase {
        None => Some(Waiting::Opening),
        Some(Phase::Revealed) => None,
        Some(Phase::Open) if rounds::reveals_itself(&step.block, 1, pace) => {
            Some(if pace == Pace::Own { Waiting::End } else { Waiting::Everyone })
        }
        Some(Phase::Open | Phase::Closed) => Some(Waiting::Leader),
    }
}

pub(super) fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
