//! A rehearsal under way: one person at two screens, that of a participant and that of the one who leads, of which one
//! shows.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use yew::Callback;

use super::rehearsal::{Rehearsal, Seats};
use crate::app::engine::Engine;
use crate::core::intent::Intent;
use crate::ui::editor::{Seat, Trial, TrialIntent, Wanted};

/// The rehearsals of a page, one after another.
#[derive(Default)]
pub struct Trying {
    now: RefCell<Option<Now>>,
    on_trial: RefCell<Callback<Trial>>,
    /// How many there were, so that what one of them still says is not taken for the next.
    begun: Cell<u32>,
}

struct Now {
    seats: Seats,
    trial: Trial,
}

impl Now {
    fn engine(&self) -> Rc<Engine> {
        self.seats.at(self.trial.seat).clone()
    }
}

impl Trying {
    /// From now on this is told of everything new to draw.
    pub fn on_trial(&self, callback: Callback<Trial>) {
        *self.on_trial.borrow_mut() = callback;
    }

    /// Begins another one, and says what there is to draw; `None` while the exercise has problems.
    pub fn begin(self: &Rc<Self>, rehearsal: &Rehearsal, wanted: &Wanted) -> Option<Trial> {
        let number = self.begun.get() + 1;
        let (seats, trial) = rehearsal.begin(wanted, number)?;
        self.begun.set(number);
        for seat in [Seat::Participant, Seat::Leader] {
            let trying = Rc::downgrade(self);
            seats.at(seat).on_screen(Callback::from(move |screen| {
                if let Some(trying) = Weak::upgrade(&trying) {
                    trying.show(number, |trial| {
                        if trial.seat == seat {
                            trial.screen = screen;
                        }
                    });
                }
            }));
        }
        *self.now.borrow_mut() = Some(Now { seats, trial: trial.clone() });
        Some(trial)
    }

    /// Ends the one that there is.
    pub fn end(&self) {
        *self.now.borrow_mut() = None;
    }

    /// Another screen of this one.
    pub fn sit(&self, seat: Seat) {
        let Some((number, engine)) =
            self.now.borrow().as_ref().map(|now| (now.trial.number, now.seats.at(seat).clone()))
        else {
            return;
        };
        self.show(number, |trial| {
            trial.seat = seat;
            trial.screen = engine.screen();
        });
        // What the same person answered at the other screen.
        engine.refresh();
    }

    /// What the user wants of the meeting. To begin another one is for the page, which has the exercise.
    pub fn carry_out(&self, intent: TrialIntent) {
        let at = |seat| self.now.borrow().as_ref().map(|now| now.seats.at(seat).clone());
        match intent {
            TrialIntent::Begin(_) => {}
            TrialIntent::Sit(seat) => self.sit(seat),
            TrialIntent::GoTo(place) => {
                if let Some(leader) = at(Seat::Leader) {
                    leader.intend(Intent::GoTo(place));
                }
            }
            TrialIntent::Meeting(intent) => {
                let engine = self.now.borrow().as_ref().map(Now::engine);
                if let Some(engine) = engine {
                    engine.intend(intent);
                }
            }
        }
    }

    fn show(&self, number: u32, change: impl FnOnce(&mut Trial)) {
        let trial = {
            let mut now = self.now.borrow_mut();
            let Some(now) = now.as_mut().filter(|now| now.trial.number == number) else {
                return;
            };
            change(&mut now.trial);
            now.trial.clone()
        };
        let tell = self.on_trial.borrow().clone();
        tell.emit(trial);
    }
}
