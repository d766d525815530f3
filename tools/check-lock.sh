#!/usr/bin/env bash
# The lock file pins versions and checksums, not the registry that whoever wrote it happened to use.
# shellcheck source=lib.sh
. "$(dirname "$0")/lib.sh"

cd "$ROOT"
if grep -n '"resolved"' package-lock.json; then
    die "package-lock.json names a registry: npm install --omit-lockfile-registry-resolved"
fi
