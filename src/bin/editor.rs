//! The editor for course designers, in Moodle and on a page of its own.

fn main() {
    leerlandschap::app::editor::start();
}
