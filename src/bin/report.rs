//! The report on the meetings of an activity.

fn main() {
    leerlandschap::app::report::start();
}
