//! The first stage inside Moodle: what people wait for. It starts as the whole app does, and gives its place up when
//! somebody comes to a page that it has not got.

use super::moodle::{Work, work};
use super::relay::Relay;
use super::{give_up, mount, root};

/// Starts the first stage in the element that waits for it, and has the page say so where that fails.
pub fn start() {
    let Some(root) = root() else {
        return;
    };
    match work(|| None) {
        Ok(Work { engine, host, mut drawing, .. }) => {
            let relay = Relay::new(root.clone(), &engine, host);
            drawing.waiting = relay.waiting();
            relay.is_drawn_on(mount(&root, engine, drawing.clone()), drawing);
        }
        Err(reason) => give_up(&root, &reason.to_string().into()),
    }
}
