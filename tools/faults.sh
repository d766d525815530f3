#!/usr/bin/env bash
# Runs the fault tests at their full length, in a real site of each Moodle tree.
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=../tests/moodle/lib.sh
. "$ROOT/tests/moodle/lib.sh"

cd "$ROOT"
tools/setup.sh build browser moodle
[ -f moodle-plugin/build/manifest.json ] || tools/build.sh

site=''
# shellcheck disable=SC2317
cleanup() { [ -z "$site" ] || tests/moodle/site.sh down "$site" || true; }
trap cleanup EXIT
trap 'exit 130' INT TERM
trees=$(moodle_trees)
[ -n "$trees" ] || die "no Moodle source tree (MOODLE_DIR=… make faults)"
failed=0
for tree in $trees; do
    site=faults-$(moodle_version "$tree")
    json=$(tests/moodle/site.sh up "$site" "$tree" "$(tools/free-port.mjs)")
    FAULTS=full MOODLE_SITE=$json node --test --test-concurrency=1 --test-reporter=spec tests/e2e/faults/*.spec.mjs || failed=1
    tests/moodle/site.sh down "$site"
    site=''
done
exit "$failed"
