#!/usr/bin/env bash
# Installs what is missing and runs every test. The last line is the total: `N passed, N failed, N skipped`.
# Usage: [EVERYWHERE=1] [MINUTES=N] tools/test.sh [PART…], parts: source build rust browser standalone moodle; all without one.
# Half of Moodle's run in a lane beside the others: much of the time either waits for a browser, a server or a linker.
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=suites.sh
. "$ROOT/tools/suites.sh"
# shellcheck source=../tests/moodle/lib.sh
. "$ROOT/tests/moodle/lib.sh"

cd "$ROOT"
parts=("$@")
[ $# -gt 0 ] || parts=(source build rust browser standalone moodle)
rm -rf tests/out
mkdir -p "$LOGS"
: >"$OUTCOMES"

trap end_lanes EXIT
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
    suite 'phpcs' count_once tools/phpcs.sh
    suite 'eslint and stylelint' count_once tools/grunt-lint.sh
    suite 'package-lock' count_once tools/check-lock.sh
    suite 'licences' count_once node tools/licences.mjs
    suite 'tools' count_tap node_tests tests/tools/*.test.mjs
}

part_rust() {
    tools/setup.sh build
    node tools/lang.mjs
    suite 'clippy, core' count_once cargo clippy --quiet --all-targets --no-default-features -- -D warnings
    suite 'clippy, web' count_once cargo clippy --quiet --all-targets -- -D warnings
    suite 'clippy, first stage' count_once cargo clippy --quiet --no-default-features --features web --bin opening -- -D warnings
    suite 'clippy, whole in Moodle' count_once cargo clippy --quiet --no-default-features --features web,whole --bin exercise -- -D warnings
    suite 'cargo test, core' count_cargo cargo test --no-default-features
    suite 'twenty thousand cases' count_cargo \
        env LEERLANDSCHAP_CASES=20000 cargo test --profile fuzz --no-default-features --test fuzz
    suite 'cargo test, web' count_cargo cargo test --lib --bins --features web
}

part_browser() {
    tools/setup.sh build browser
    suite 'wasm-bindgen-test' count_cargo tools/test-web.sh
}

part_build() {
    tools/setup.sh build browser
    suite 'build' count_once tools/build.sh
    suite 'size budget' count_once node tools/sizes.mjs --check
}

part_standalone() {
    built
    local spec
    for spec in tests/e2e/*.spec.mjs; do TRIES=2 suite "standalone page, $(basename "$spec" .spec.mjs)" count_tap node_tests "$spec"; done
}

# What the end-to-end runs need, where they run without the part that builds it.
built() { [ -f moodle-plugin/build/manifest.json ] || part_build; }

# site_suites WHAT TREE SPEC…: end-to-end runs in one real site, a suite each; it is ended again whatever happens.
site_suites() (
    version=$(moodle_version "$2") site=$1-$(moodle_version "$2") json=$LOGS/.site-$1-$(moodle_version "$2")
    in_time 8 || { skip "Moodle $version, $1" "Moodle $version, $1: no time left of the $MINUTES minutes of this run"; exit; }
    trap 'tests/moodle/site.sh down "$site"' EXIT
    trap 'exit 130' INT TERM
    suite "Moodle $version, $1" count_once bring_up "$site" "$2" "$json"
    [ -s "$json" ] || exit 0
    MOODLE_SITE=$(cat "$json")
    export MOODLE_SITE
    for spec in "${@:3}"; do TRIES=2 suite "Moodle $version, $(basename "$spec" .spec.mjs)" count_tap node_tests "$spec"; done
)

# bring_up SITE TREE FILE: a site; where its particulars lie is written to FILE once it answers.
bring_up() {
    rm -f "$3"
    tests/moodle/site.sh up "$1" "$2" "$(tools/free-port.mjs)" >"$3.new" && mv "$3.new" "$3"
}

# What is the app's own is the same in every Moodle: the newest stands for all. In the others go those that meet a Moodle's
# own pages, forms, themes, sessions and web services at least once. EVERYWHERE=1 runs all of them in every one.
readonly IN_EVERY_MOODLE='access|designer|exercise|look|members|pulse|report|settings|zip'
suite_of_site() {
    local specs=(tests/e2e/moodle/*.spec.mjs)
    [ "$1" = "${trees[-1]}" ] || [ -n "${EVERYWHERE:-}" ] \
        || mapfile -t specs < <(printf '%s\n' "${specs[@]}" | grep -E "/($IN_EVERY_MOODLE)\.spec")
    site_suites site "$1" "${specs[@]}"
}

# What breaks from outside, in its short form. The newest Moodle stands for all in what takes minutes and is hardly
# Moodle's (`make faults` has every one), and nothing runs beside it: it is told to the tenth of a second what users saw.
part_faults() {
    [ ${#trees[@]} = 0 ] || site_suites faults "${trees[-1]}" tests/e2e/faults/*.spec.mjs
}

suite_of_phpunit() {
    TAKES=25 suite "Moodle $(moodle_version "$1"), PHPUnit" count_line tests/moodle/phpunit.sh "$1"
}

# suite_of_install TREE: the life of an installation on PostgreSQL in the newest Moodle (`make databases` has every one, and
# MariaDB, which takes a server and a Moodle of its own).
suite_of_install() {
    [ "$1" = "${trees[-1]}" ] || [ -n "${EVERYWHERE:-}" ] || return 0
    TAKES=8 suite "Moodle $(moodle_version "$1"), installing" count_line tests/moodle/install.sh "$1"
}

# lane COMMAND TREE, COMMAND TREE…: one after the other.
lane() {
    while [ $# -gt 0 ]; do
        "$1" "$2"
        shift 2
    done
}

# Every PHPUnit, the newest first, the installation and the oldest site go beside all that is not Moodle, the newer sites
# after it.
begin_moodle() {
    local tree jobs=()
    if [ ${#trees[@]} = 0 ]; then
        skip 'Moodle' "no Moodle source tree; put one at $CACHE/moodle-4.5 (git clone -b MOODLE_405_STABLE of moodle/moodle), or name it: MOODLE_DIR=… make test"
        return
    fi
    tools/setup.sh build browser moodle
    built
    for tree in "${trees[@]}"; do jobs=(suite_of_phpunit "$tree" suite_of_install "$tree" "${jobs[@]}"); done
    beside 'Moodle' lane "${jobs[@]}" suite_of_site "${trees[0]}"
}

part_moodle() {
    local tree
    for tree in "${trees[@]:1}"; do suite_of_site "$tree"; done
}

for part in "${parts[@]}"; do
    declare -F "part_$part" >/dev/null || die "unknown part: $part"
done
wants() { [[ " ${parts[*]} " == *" $1 "* ]]; }
mapfile -t trees < <(moodle_trees)

for part in source build; do if wants "$part"; then "part_$part"; fi; done
if wants moodle; then begin_moodle; fi
for part in rust browser standalone moodle; do if wants "$part"; then "part_$part"; fi; done
join_lanes
if wants moodle; then part_faults; fi
total
