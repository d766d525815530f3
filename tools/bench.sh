#!/usr/bin/env bash
# Prints the numbers of the budgets side by side: sizes, then every measurement in tests/bench/*.mjs (standalone)
# and tests/bench/moodle/*.mjs (in a real site of each Moodle tree, MOODLE_SITE names its JSON file).
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=../tests/moodle/lib.sh
. "$ROOT/tests/moodle/lib.sh"

cd "$ROOT"
tools/setup.sh build browser
echo '── sizes'
tools/build.sh

shopt -s nullglob
for measurement in tests/bench/*.mjs; do
    printf '\n── %s\n' "$(basename "$measurement" .mjs)"
    node "$measurement"
done

site=''
cleanup() { [ -z "$site" ] || tests/moodle/site.sh down "$site" || true; }
trap cleanup EXIT
trap 'exit 130' INT TERM
trees=$(moodle_trees)
[ -n "$trees" ] || say "no Moodle source tree: nothing measured in Moodle (MOODLE_DIR=… make bench)"
for tree in $trees; do
    tools/setup.sh moodle
    site=bench-$(moodle_version "$tree")
    json=$(tests/moodle/site.sh up "$site" "$tree" "$(tools/free-port.mjs)")
    for measurement in tests/bench/moodle/*.mjs; do
        printf '\n── Moodle %s, %s\n' "$(moodle_version "$tree")" "$(basename "$measurement" .mjs)"
        MOODLE_SITE=$json node "$measurement"
    done
    tests/moodle/site.sh down "$site"
    site=''
done
