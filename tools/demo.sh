#!/usr/bin/env bash
# Installs what is missing, builds, and serves the standalone page on loopback. Usage: tools/demo.sh [PORT]
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

"$ROOT/tools/build.sh"
say "open it in several tabs: each is a participant. Ctrl-C ends it."
exec node "$ROOT/tools/serve.mjs" "$ROOT/build/site" "${1:-8000}"
