//! Who has answered a round, as far as the one who leads is told.
//!
//! In the first stage of the app nobody leads where people answer: there this type has no values, so that the compiler
//! leaves out whatever would be done with one.

#[cfg(feature = "whole")]
use std::rc::Rc;

use crate::core::ids::PersonId;

#[cfg(feature = "whole")]
type People = Rc<[PersonId]>;
#[cfg(not(feature = "whole"))]
type People = std::convert::Infallible;

/// Those of the people present who have answered a round, in the order of joining.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Who(People);

impl Who {
    /// These people; nobody is told of them in the first stage.
    #[cfg_attr(not(feature = "whole"), allow(clippy::needless_pass_by_value, unused_variables))]
    pub fn told(people: Vec<PersonId>) -> Option<Self> {
        #[cfg(feature = "whole")]
        return Some(Self(people.into()));
        #[cfg(not(feature = "whole"))]
        None
    }

    /// The people.
    pub fn people(&self) -> &[PersonId] {
        #[cfg(feature = "whole")]
        return &self.0;
        #[cfg(not(feature = "whole"))]
        match self.0 {}
    }
}
