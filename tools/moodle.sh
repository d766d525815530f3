#!/usr/bin/env bash
# A throw-away Moodle site with the plugin, until Ctrl-C. Usage: tools/moodle.sh MOODLE_DIR PORT
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

tree=$1
port=$2
[ -n "$tree" ] || die "name a Moodle source tree: make moodle MOODLE_DIR=… (git clone -b MOODLE_405_STABLE of moodle/moodle)"
"$ROOT/tools/setup.sh" build moodle
"$ROOT/tools/build.sh"
name=port-$port
trap '"$ROOT/tests/moodle/site.sh" down "$name"' EXIT
trap 'exit 0' INT TERM
json=$("$ROOT/tests/moodle/site.sh" up "$name" "$tree" "$port")
node "$ROOT/tools/logins.mjs" "$json"
# In pieces, so that a signal is answered at once.
while true; do
    sleep 3600 &
    wait $!
done
