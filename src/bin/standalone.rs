//! The exercise as a page of its own.

fn main() {
    leerlandschap::app::standalone::start();
}
