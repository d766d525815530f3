//! The big screen in front of the room, inside Moodle.

fn main() {
    leerlandschap::app::bigscreen::start();
}
