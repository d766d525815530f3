#!/usr/bin/env bash
# Prints the numbers of the budgets side by side: sizes, then every measurement in tests/bench/*.mjs (standalone)
# and tests/bench/moodle/*.mjs (in a real site of each Moodle tree, MOODLE_SITE names its JSON file). Full rooms come last, in
# the newest Moodle alone: on one web node, and the same on two with Redis; about half an hour. CROWD_ONLY=1 measures only
# these; tests/bench/moodle/crowd.mjs says how they are made larger or smaller.
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=../tests/moodle/lib.sh
. "$ROOT/tests/moodle/lib.sh"

cd "$ROOT"
shopt -s nullglob
site='' results=''
cleanup() {
    [ -z "$site" ] || tests/moodle/site.sh down "$site" || true
    rm -f "$results"
}
trap cleanup EXIT
trap 'exit 130' INT TERM

alone() {
    local measurement
    tools/setup.sh build browser
    echo '── sizes'
    tools/build.sh
    for measurement in tests/bench/*.mjs; do
        # Helpers of the measurements are no measurements.
        case $(basename "$measurement") in table.mjs | plain.mjs) continue ;; esac
        printf '\n── %s\n' "$(basename "$measurement" .mjs)"
        node "$measurement"
    done
    printf '\n── editor, 50 steps with 500 items\n'
    LONGEST_TASK_MS=50 node --test --test-name-pattern='fifty steps' tests/e2e/editor.spec.mjs | grep -E 'tasks of more|^(not )?ok' || true
}

# in_site NAME TREE COMMAND…: runs it in a site of its own, whose kind SITE_NODES and SITE_DATABASE tell.
in_site() {
    local json tree=$2
    site=$1
    json=$(tests/moodle/site.sh up "$site" "$tree" "$(tools/free-port.mjs)")
    shift 2
    MOODLE_SITE=$json "$@"
    tests/moodle/site.sh down "$site"
    site=''
}

in_moodle() {
    local measurement
    for measurement in tests/bench/moodle/*.mjs; do
        [ "$(basename "$measurement")" != crowd.mjs ] || continue
        printf '\n── Moodle %s, %s\n' "$1" "$(basename "$measurement" .mjs)"
        node "$measurement"
    done
}

# A room that is not as it should be is told in the table, and the other is measured all the same.
full_rooms() { node tests/bench/moodle/crowd.mjs || failed=1; }

crowd() {
    local tree=$1 failed=''
    tools/setup.sh moodle nodes
    results=$(mktemp)
    export CROWD_RESULTS=$results
    printf '\n── full rooms, Moodle %s, one web node\n' "$(moodle_version "$tree")"
    in_site crowd-one "$tree" full_rooms
    printf '\n── full rooms, Moodle %s, two web nodes with Redis\n' "$(moodle_version "$tree")"
    GROWTH='' BREAKING='' SITE_NODES=2 in_site crowd-two "$tree" full_rooms
    printf '\n── full rooms side by side\n'
    node tests/bench/crowd/table.mjs "$results"
    [ -z "$failed" ]
}

[ -n "${CROWD_ONLY:-}" ] || alone
trees=$(moodle_trees)
[ -n "$trees" ] || say "no Moodle source tree: nothing measured in Moodle (MOODLE_DIR=… make bench)"
for tree in $trees; do
    [ -z "${CROWD_ONLY:-}" ] || continue
    tools/setup.sh moodle bench
    in_site "bench-$(moodle_version "$tree")" "$tree" in_moodle "$(moodle_version "$tree")"
done
if [ -n "$trees" ]; then crowd "$(tail -n 1 <<<"$trees")"; fi
