//! Whether the results of a meeting that was read can be what a reveal found: what follows from the counts is
//! reckoned anew, and nothing is shown of fewer than k.

use super::{RoundState, Snapshot, State};
use crate::core::blocks::confirm::COMMENT_LIMIT;
use crate::core::blocks::rounds::{self, Asks};
use crate::core::blocks::statements::{REASON_LIMIT, check_choice};
use crate::core::consensus::{Agreement, Tally};
use crate::core::format::{Block, QuestionKind, ResultView, Scale, Step};
use crate::core::room::{Choice, ItemResult, RevealedTally, Visibility};
use crate::core::text::{Lines, clean};

impl State {
    pub(super) fn snapshot_is_sound(&self, step: &Step, round: &RoundState, snapshot: &Snapshot) -> bool {
        snapshot.results.iter().map(|result| &result.item).eq(&round.items)
            && snapshot.results.iter().all(|result| self.result_is_sound(step, round, result))
            && self.relations_are_sound(step, snapshot)
            && self.voices_are_of_people(snapshot)
    }

    fn voices_are_of_people(&self, snapshot: &Snapshot) -> bool {
        let people = self.everybody();
        let mut tallies = snapshot.results.iter().filter_map(|it| it.tally.as_ref());
        tallies.all(|tally| tally.voices.iter().all(|it| people.contains(&it.person)))
    }

    fn result_is_sound(&self, step: &Step, round: &RoundState, result: &ItemResult) -> bool {
        let k = self.settings.min_answers;
        let confirms = matches!(step.block, Block::Confirm(_));
        let limit = if confirms { COMMENT_LIMIT } else { REASON_LIMIT };
        let enough = confirms || (result.tally.is_some() && result.reasons.len() >= k as usize);
        let reasons = result.reasons.is_empty() || enough;
        if !reasons || !result.reasons.iter().all(|reason| is_line(reason, limit) && !reason.is_empty()) {
            return false;
        }
        let Some(tally) = &result.tally else {
            return true;
        };
        let scale = match &step.block {
            Block::Statements(block) => Some(&block.scale),
            Block::Confirm(block) => Some(&block.scale),
            Block::Principles(block) => block.support_vote.as_ref().map(|vote| &vote.scale),
            Block::Questions(block) => {
                let Some(question) = block.items.iter().find(|it| it.id == result.item) else {
                    return false;
                };
                match &question.kind {
                    QuestionKind::Scale { scale, .. } => Some(scale),
                    kind => return self.answers_to_a_question(kind, result, tally),
                }
            }
            _ => None,
        };
        if let Some(scale) = scale {
            return self.tally_is_sound(scale, round, result, tally);
        }
        let dots = rounds::asks(&step.block, round.number) == Some(Asks::Dots) && tally.counts.len() == 1;
        dots && result.answered == 0 && is_bare(tally, tally.counts.clone())
    }

    fn answers_to_a_question(&self, kind: &QuestionKind, result: &ItemResult, shown: &RevealedTally) -> bool {
        let enough = result.answered >= self.settings.min_answers;
        let sound = match kind {
            QuestionKind::Choice(choices) => {
                shown.counts.len() == choices.options.len()
                    && shown.counts.iter().all(|count| *count <= result.answered)
                    && is_bare(shown, shown.counts.clone())
            }
            QuestionKind::Number { min, max } => {
                let people = shown.values.iter().try_fold(0_u32, |sum, (_, people)| sum.checked_add(*people));
                let rest = RevealedTally { values: Vec::new(), voices: Vec::new(), ..shown.clone() };
                shown.values.is_sorted_by(|one, next| one.0 < next.0)
                    && shown.values.iter().all(|(value, _)| (*min..=*max).contains(value))
                    && people == Some(result.answered)
                    && self.voices_are_sound(shown, |choice| matches!(choice, Choice::Point(_)))
                    && is_bare(&rest, Vec::new())
            }
            QuestionKind::Text { max_chars } => {
                let rest = RevealedTally { texts: Vec::new(), ..shown.clone() };
                u32::try_from(shown.texts.len()) == Ok(result.answered)
                    && shown.texts.is_sorted()
                    && shown.texts.iter().all(|text| is_line(text, *max_chars) && !text.is_empty())
                    && is_bare(&rest, Vec::new())
            }
            QuestionKind::Scale { .. } => false,
        };
        enough && sound
    }

    fn tally_is_sound(&self, scale: &Scale, round: &RoundState, result: &ItemResult, shown: &RevealedTally) -> bool {
        let Some(tally) = Tally::new(shown.counts.clone()) else {
            return false;
        };
        let k = self.settings.min_answers;
        let given = shown.counts.iter().try_fold(shown.opt_outs, |sum, count| sum.checked_add(*count));
        shown.counts.len() == scale.points.len()
            && given == Some(result.answered)
            && (scale.opt_out.is_some() || shown.opt_outs == 0)
            && tally.n() >= u64::from(k)
            && shown.agreement == tally.agreement().map(Agreement::percent)
            && (shown.class, shown.direction) == (tally.class(), tally.direction())
            && shown.one_vote_decides == tally.one_vote_decides()
            && shown.shift.is_none_or(|shift| round.number > 1 && shift.both >= k)
            && self.voices_are_sound(shown, |choice| check_choice(scale, choice).is_ok())
            && (shown.values.is_empty() && shown.texts.is_empty())
    }

    fn voices_are_sound(&self, shown: &RevealedTally, sound: impl Fn(Choice) -> bool) -> bool {
        (self.settings.visibility == Visibility::Named || shown.voices.is_empty())
            && shown.voices.iter().all(|it| sound(it.choice))
    }

    fn relations_are_sound(&self, step: &Step, snapshot: &Snapshot) -> bool {
        let views = match &step.block {
            Block::Questions(block) => block.views.as_slice(),
            _ => &[],
        };
        let views: Vec<_> = views
            .iter()
            .filter_map(|view| match view {
                ResultView::Relation(view) => Some(view),
                _ => None,
            })
            .collect();
        views.len() == snapshot.relations.len()
            && views.iter().zip(&snapshot.relations).all(|(view, shown)| {
                let fewest = self.settings.min_answers.max(view.min_per_side);
                let enough = shown.sides.is_none_or(|(high, low)| high.people >= fewest && low.people >= fewest);
                (&view.x, &view.y) == (&shown.x, &shown.y) && enough
            })
    }
}

/// Whether nothing but these counts is told.
fn is_bare(tally: &RevealedTally, counts: Vec<u32>) -> bool {
    *tally == RevealedTally { counts, ..RevealedTally::default() }
}

fn is_line(text: &str, limit: usize) -> bool {
    clean(text, limit, Lines::One).is_ok_and(|kept| &*kept == text)
}
