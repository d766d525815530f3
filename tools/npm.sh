#!/usr/bin/env bash
# Installs the node packages of package-lock.json when they are missing or others.
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

cd "$ROOT"
have node || die "Node.js 20 or later is missing"
stamp=node_modules/.leerlandschap-lock
if ! cmp -s package-lock.json "$stamp" 2>/dev/null; then
    say "installing the node packages of package-lock.json"
    npm ci --no-audit --no-fund --no-update-notifier --loglevel=error >&2
    cp package-lock.json "$stamp"
fi
