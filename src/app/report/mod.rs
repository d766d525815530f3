//! The page with the report on the meetings of an activity.

use super::root;

/// Starts it in the element that waits for it.
pub fn start() {
    let Some(_root) = root() else {
        return;
    };
}
