//! The first stage of the exercise inside Moodle: what people wait for.

fn main() {
    leerlandschap::app::opening::start();
}
