#!/usr/bin/env bash
# Installs what is missing and runs every test. The last line is the total: `N passed, N failed, N skipped`.
# Usage: tools/test.sh [PART…], parts: source rust browser standalone moodle; all without one
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=suites.sh
. "$ROOT/tools/suites.sh"
# shellcheck source=../tests/moodle/lib.sh
. "$ROOT/tests/moodle/lib.sh"

cd "$ROOT"
parts=("$@")
[ $# -gt 0 ] || parts=(source rust browser standalone moodle)
rm -rf tests/out
mkdir -p "$LOGS"

site=''
cleanup() { [ -z "$site" ] || tests/moodle/site.sh down "$site" || true; }
trap cleanup EXIT
trap 'exit 130' INT TERM

# node's test runner with its results both to read and to count.
node_tests() {
    node --test --test-concurrency=1 --test-reporter=spec --test-reporter-destination=stdout \
        --test-reporter=tap --test-reporter-destination="$SUITE_LOG.tap" "$@"
}

part_source() {
    tools/setup.sh check
    tools/npm.sh
    suite 'cargo fmt' count_once cargo fmt --check
    suite 'shellcheck' count_once shellcheck -x tools/*.sh tests/moodle/*.sh .ci/run
    suite 'php -l' count_once tools/php-lint.sh
    suite 'package-lock' count_once tools/check-lock.sh
    suite 'licences' count_once node tools/licences.mjs
    suite 'tools' count_tap node_tests tests/tools/*.test.mjs
}

part_rust() {
    tools/setup.sh build
    node tools/lang.mjs
    suite 'clippy, core' count_once cargo clippy --quiet --all-targets --no-default-features -- -D warnings
    suite 'clippy, web' count_once cargo clippy --quiet --all-targets -- -D warnings
    suite 'cargo test, core' count_cargo cargo test --no-default-features
    suite 'cargo test, web' count_cargo cargo test --lib --bins --features web
}

part_browser() {
    tools/setup.sh build browser
    suite 'wasm-bindgen-test' count_cargo tools/test-web.sh
}

part_standalone() {
    tools/setup.sh build browser
    suite 'build' count_once tools/build.sh
    suite 'size budget' count_once node tools/sizes.mjs --check
    suite 'standalone page' count_tap node_tests tests/e2e/*.spec.mjs
}

# An end-to-end run in a real site; its site is ended again whatever happens.
moodle_site() {
    local tree=$1 json
    json=$(tests/moodle/site.sh up "$site" "$tree" "$(tools/free-port.mjs)") || return 1
    MOODLE_SITE=$json node_tests tests/e2e/moodle/*.spec.mjs
}

part_moodle() {
    local tree trees version
    trees=$(moodle_trees)
    if [ -z "$trees" ]; then
        skip 'Moodle' "no Moodle source tree; put one at $CACHE/moodle-4.5 (git clone -b MOODLE_405_STABLE of moodle/moodle), or name it: MOODLE_DIR=… make test"
        return
    fi
    tools/setup.sh build browser moodle
    [ -f moodle-plugin/build/manifest.json ] || suite 'build' count_once tools/build.sh
    for tree in $trees; do
        version=$(moodle_version "$tree")
        suite "Moodle $version, PHPUnit" count_line tests/moodle/phpunit.sh "$tree"
        site=test-$version
        suite "Moodle $version, site" count_tap moodle_site "$tree"
        tests/moodle/site.sh down "$site"
        site=''
    done
}

for part in "${parts[@]}"; do
    declare -F "part_$part" >/dev/null || die "unknown part: $part"
    "part_$part"
done
total
