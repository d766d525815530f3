//! The screens, drawn from the view models of [`crate::core::view`]: one component a file, none of them decides
//! anything. What the user wants leaves through one callback, as an [`Intent`](crate::core::intent::Intent).
//!
//! [`exercise::Exercise`] is the root; everything it draws stands under one element with the class `leerlandschap`,
//! to which the stylesheets in `static/css` confine themselves.

pub mod exercise;
pub mod standalone;

mod action_card;
mod action_form;
mod actions;
mod again;
mod announce;
mod autosave;
mod banner;
mod bar;
mod browser;
mod button;
mod card_tools;
mod chair;
mod class_badge;
mod closing;
mod confirm;
mod context;
mod draft;
mod editing;
mod el;
mod facilitator;
mod held;
mod icon;
mod join;
mod messages;
mod note_card;
mod notes;
mod outcome_text;
mod page_heading;
mod people;
mod place;
mod principle_row;
mod principles;
mod prompts;
mod result_card;
mod results;
mod round_control;
mod saved;
mod scale;
mod scope;
mod start;
mod statement;
mod statements;
mod step_nav;
mod taking_part;
mod text_form;
mod timer;
mod unavailable;
mod who_sees;
