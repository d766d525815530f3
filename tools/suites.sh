# Sourced by tools/test.sh: runs suites, counts their tests, and adds them up.
# shellcheck shell=bash

LOGS=$ROOT/tests/out/logs
# A line a suite: passed, failed, skipped, name. Lanes run side by side and all add theirs.
OUTCOMES=$LOGS/.outcomes
# The names of those that passed at their second try.
UNSTEADY=$LOGS/.unsteady

# The counters: each reads a suite's log and prints "passed failed skipped".
count_cargo() {
    awk '/^test result:/ { p += $4; f += $6; s += $8 } END { print p + 0, f + 0, s + 0 }' "$1"
}
count_tap() {
    awk '/^# pass /{ p = $3 } /^# (fail|cancelled) /{ f += $3 } /^# (skipped|todo) /{ s += $3 } END { print p + 0, f + 0, s + 0 }' \
        "$1.tap"
}
count_line() {
    grep -E '^[0-9]+ passed, [0-9]+ failed, [0-9]+ skipped$' "$1" | tail -n 1 | awk '{ print $1 + 0, $3 + 0, $5 + 0 }'
}
count_once() { echo '1 0 0'; }

# add NAME SECONDS PASSED FAILED SKIPPED
add() {
    printf '%d\t%d\t%d\t%s\n' "$3" "$4" "$5" "$1" >>"$OUTCOMES"
    printf '%s: %d passed, %d failed, %d skipped (%d s)\n' "$1" "$3" "$4" "$5" "$2"
}

# skip NAME REASON: what could not run counts as skipped, never as passed.
skip() {
    printf 'skipped: %s\n' "$2"
    add "$1" 0 0 0 1
}

# in_time MINUTES: whether something that takes so many can still end within the MINUTES of the whole run, where these are
# limited: a run that is cut off has no verdict at all.
in_time() { [ -z "${MINUTES:-}" ] || [ $((SECONDS + $1 * 60)) -le $((MINUTES * 60)) ]; }

# end_tree PROCESS: ends it, and then all that it started: a script goes on to tidy up once what it waits for has ended.
end_tree() {
    local child children
    children=$(pgrep -P "$1") || true
    kill "$1" 2>/dev/null || true
    for child in $children; do end_tree "$child"; done
}

# bounded COMMAND…: runs it; what has not ended five minutes after the whole run should have is ended, which is code 77.
bounded() {
    [ -n "${MINUTES:-}" ] || { "$@"; return; }
    local run watch status=0 end=$((MINUTES * 60 + 300))
    "$@" &
    run=$!
    (sleep $((end - SECONDS)) && end_tree "$run") &
    watch=$!
    wait "$run" || status=$?
    # Where the end has come, whoever watches is still at it.
    if [ "$SECONDS" -lt "$end" ]; then end_tree "$watch"; else status=77; fi
    wait "$watch" 2>/dev/null || true
    return "$status"
}

# suite NAME COUNTER COMMAND…: exit code 77 means skipped. A suite that ends badly has at least one failure,
# and one that says all is well has run at least one test. TAKES=N says how many minutes it takes, where that is many.
# TRIES=2 lets it try again: browsers and servers that share a busy machine now and then meet at a moment that is Moodle's
# or the browser's to mend. The closing lines name what passed only then.
suite() {
    local name=$1 counter=$2 start=$SECONDS status=0 log counts passed failed skipped
    if ! in_time "${TAKES:-4}"; then
        skip "$1" "$1: no time left of the $MINUTES minutes of this run"
        return
    fi
    shift 2
    log=$LOGS/${name//[^a-zA-Z0-9.]/-}.log
    printf '\n── %s\n' "$name"
    SUITE_LOG=$log bounded "$@" </dev/null >"$log" 2>&1 || status=$?
    if [ "$status" != 0 ] && [ "$status" != 77 ] && [ "${TRIES:-1}" -gt 1 ] && in_time "${TAKES:-4}"; then
        tail -n 400 "$log"
        printf 'once more: %s\n' "$name"
        status=0 log=${log%.log}-again.log
        SUITE_LOG=$log bounded "$@" </dev/null >"$log" 2>&1 || status=$?
        [ "$status" != 0 ] || echo "$name" >>"$UNSTEADY"
    fi
    if [ "$status" = 77 ]; then
        cat "$log"
        add "$name" $((SECONDS - start)) 0 0 1
        return
    fi
    if [ "$status" = 0 ]; then tail -n 12 "$log"; else tail -n 400 "$log"; fi
    counts=$("$counter" "$log" 2>/dev/null) || true
    read -r passed failed skipped <<<"${counts:-0 0 0}"
    if [ "$status" != 0 ]; then
        [ "$counter" != count_once ] || passed=0
        [ "$failed" -gt 0 ] || failed=1
    elif [ $((passed + failed + skipped)) = 0 ]; then
        echo 'no test ran'
        failed=1
    fi
    add "$name" $((SECONDS - start)) "$passed" "$failed" "$skipped"
}

# Suites that run beside the others: process => what it writes.
declare -A LANES=()

# beside NAME COMMAND…: runs suites in a lane of their own; what they say is told when they have ended.
beside() {
    local said=$LOGS/.lane-${1//[^a-zA-Z0-9.]/-}
    shift
    # As a process group, so that it can be ended with all that it started.
    set -m
    "$@" </dev/null >"$said" 2>&1 &
    set +m
    LANES[$!]=$said
}

# Waits for all lanes, and tells what they said. A lane that did not come to its end has failed.
join_lanes() {
    local process
    for process in "${!LANES[@]}"; do
        wait "$process" || add "the lane ${LANES[$process]##*/.lane-}" 0 0 1 0
        cat "${LANES[$process]}"
        unset "LANES[$process]"
    done
}

# Ends those that still run.
end_lanes() {
    local process
    for process in "${!LANES[@]}"; do
        kill -- "-$process" 2>/dev/null || continue
        wait "$process" 2>/dev/null || true
    done
}

# The closing lines: the total stands alone on the last one.
total() {
    local passed failed skipped
    printf '\nin %d s\n' "$SECONDS"
    [ ! -f "$UNSTEADY" ] || sed 's/^/unsteady, passed at the second try: /' "$UNSTEADY"
    awk -F'\t' '$2 > 0 { print "failed: " $4 }' "$OUTCOMES"
    read -r passed failed skipped < <(awk '{ p += $1; f += $2; s += $3 } END { print p + 0, f + 0, s + 0 }' "$OUTCOMES")
    printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
    [ "$failed" = 0 ]
}
