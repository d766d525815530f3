//! What a meeting is and what may happen in it. Pure: no clock, no random, no I/O, no browser; the time and
//! new identities are arguments.

pub mod blocks;
pub mod command;
pub mod consensus;
pub mod drawing;
pub mod editor;
pub mod effect;
pub mod format;
pub mod ids;
pub mod intent;
pub mod meeting;
pub mod order;
pub mod refusal;
pub mod report;
pub mod room;
pub mod session;
pub mod text;
pub mod timing;
pub mod view;
