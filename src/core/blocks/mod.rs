//! One file a kind of work: what its contributions may say, and what its answers come to.

pub mod actions;
pub mod notes;
pub mod principles;
pub mod statements;
