//! Leerlandschap: a team votes on statements about how it learns, sees where it agrees and where it is
//! divided, and leaves with actions and principles.
//!
//! A tour, from the inside out; each layer knows only those before it:
//!
//! - [`core`]: what a meeting is and what may happen in it. Pure: no clock, no random, no I/O.
//! - [`protocol`]: the same on the wire, versioned.
//! - [`host`]: where a meeting lives: Moodle, the browser's storage, or memory.
//! - [`i18n`] and `ui`: words and screens, drawn from the view models of [`core::view`].
//! - `word`: a document as a Word file; a module of its own, without screens.
//! - `app`: the one place that wires them together.

// The first stage leaves pages out; what only they use is left to the linker.
#![cfg_attr(not(feature = "whole"), allow(dead_code, unused_imports))]

pub mod core;
pub mod host;
pub mod i18n;
pub mod protocol;
#[cfg(feature = "word")]
pub mod word;

#[cfg(feature = "web")]
pub mod app;
#[cfg(feature = "web")]
pub mod ui;
