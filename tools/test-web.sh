#!/usr/bin/env bash
# Runs tests/web.rs in headless Chromium.
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

cd "$ROOT"
bindgen=$("$ROOT/tools/wasm-bindgen.sh")
driver=$(command -v chromedriver) || die "chromedriver is missing: tools/setup.sh browser"
# webdriver.json holds the browser's flags.
export CHROMEDRIVER=$driver WASM_BINDGEN_TEST_TIMEOUT=180 WASM_BINDGEN_TEST_ONLY_WEB=1
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=$bindgen/wasm-bindgen-test-runner
"$ROOT/tools/cargo-wasm.sh" test --test web "$@"
