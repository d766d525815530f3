//! The exercise as a WASM module.

fn main() {
    leerlandschap::app::start();
}
