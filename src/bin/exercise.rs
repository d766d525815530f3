//! The exercise inside Moodle.

fn main() {
    leerlandschap::app::moodle::start();
}
